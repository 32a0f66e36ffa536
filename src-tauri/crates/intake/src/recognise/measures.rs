//! From findings to measures: which measure a figure is in this report, and which finding states it best.

use std::collections::BTreeMap;

use playbook::measure::{MeasureKey, ReportKind, measure};

use crate::draft::{About, Choice, Question, Stated, Why};
use crate::grid::Value;

use super::finding::{Content, Finding};
use super::labels::Counts;
use super::money;
use super::numbers::{Reading, read};
use super::terms::Figure;
use super::values::{Outcome, Setting};

/// How well a figure says its measure; higher is better.
type Rank = u8;

/// A measure's finding, and how well it says it.
type Candidate<'f, 'a> = (Rank, &'f Finding<'a>);

/// The measures that findings state, and the questions that they leave.
pub(crate) fn settle(
    findings: &[&Finding<'_>],
    kind: Option<ReportKind>,
    setting: &Setting<'_>,
) -> (BTreeMap<MeasureKey, Stated>, Vec<Question>) {
    let mut candidates: BTreeMap<MeasureKey, Vec<Candidate<'_, '_>>> = BTreeMap::new();
    let has = |wanted: fn(&Figure) -> bool| findings.iter().any(|finding| finding.figures.iter().any(wanted));
    let has_units = has(|figure| matches!(figure, Figure::Measure("units_sold")));
    let has_money = has(|figure| matches!(figure, Figure::Measure("revenue") | Figure::NetRevenue | Figure::Sales));
    let has_returns = has(|figure| matches!(figure, Figure::Returns));
    for finding in findings {
        let chosen = finding.figures.iter().find_map(|figure| {
            let (key, rank) = match figure {
                Figure::Measure(key) => (in_kind(key, kind)?, 3),
                Figure::NetRevenue => ("revenue", 4),
                Figure::GrossRevenue => ("revenue", 1),
                Figure::Sales => sales(finding, has_units)?,
                Figure::Units if has_money => ("units_sold", 2),
                Figure::SellIn => ("units_sold", 0),
                Figure::NewCustomers => ("leads", 0),
                Figure::Units | Figure::Returns | Figure::InDays(_) => return None,
            };
            let own = in_kind(key, kind)?;
            // The leads of a week are its new ones, unless those stand there by name.
            Some((MeasureKey::fixed(own), if figure.is_named(own) { rank } else { rank.min(2) }))
        });
        if let Some((key, rank)) = chosen {
            candidates.entry(key).or_default().push((rank, finding));
        }
    }
    let (mut measures, mut questions) = (BTreeMap::new(), Vec::new());
    for (key, found) in candidates {
        match best(&key, &found, setting, has_returns) {
            Some(Ok(stated)) => {
                measures.insert(key, stated);
            }
            Some(Err(question)) => questions.push(question),
            None => {}
        }
    }
    let counted = ["leads", "purchase_orders"].map(MeasureKey::fixed).iter().all(|key| measures.contains_key(key));
    if counted {
        // A stated rate is for sheets without its counts.
        measures.remove(&MeasureKey::fixed("conversion_rate"));
    }
    (measures, questions)
}

/// The measure of a key in a report of that kind: leads of a week are its new ones.
fn in_kind(key: &'static str, kind: Option<ReportKind>) -> Option<&'static str> {
    let key = match (key, kind) {
        ("leads", Some(ReportKind::Weekly)) => "new_leads",
        ("new_leads", Some(ReportKind::Monthly)) => "leads",
        (key, _) => key,
    };
    let report = measure(key)?.report;
    kind.is_none_or(|kind| kind == report).then_some(key)
}

/// `Sales` are units or money, as its unit, its currency or the company it keeps says.
fn sales(finding: &Finding<'_>, has_units: bool) -> Option<(&'static str, Rank)> {
    let text = match &finding.content {
        Content::Cell(Value::Text(text)) => text.as_str(),
        Content::Part(text) => text,
        _ => "",
    };
    let money = matches!(read(text, None), Reading::Sure(amount) | Reading::Either(amount, _) if amount.currency.is_some())
        || finding.format.and_then(money::of_format).is_some()
        || finding.counts == Some(Counts::Money)
        || finding.scale.is_some();
    match finding.counts {
        Some(Counts::Units) => Some(("units_sold", 2)),
        Some(Counts::Percent) => None,
        _ if money || has_units => Some(("revenue", 2)),
        // Neither is said: asked about below, as revenue.
        _ => Some(("revenue", 0)),
    }
}

/// The finding that states a measure best, or the question that its findings leave. `None`: not reported.
fn best(
    key: &MeasureKey,
    found: &[Candidate<'_, '_>],
    setting: &Setting<'_>,
    has_returns: bool,
) -> Option<Result<Stated, Question>> {
    let mut outcomes: Vec<(Rank, bool, Outcome, &Finding<'_>)> = found
        .iter()
        .map(|(rank, finding)| (*rank, finding.qualified, setting.settle(key, finding), *finding))
        .filter(|(_, _, outcome, _)| *outcome != Outcome::Nothing)
        .collect();
    outcomes.sort_by_key(|(rank, qualified, _, _)| (std::cmp::Reverse(*rank), *qualified));
    let (rank, qualified) = outcomes.first().map(|(rank, qualified, _, _)| (*rank, *qualified))?;
    outcomes.retain(|(r, q, _, _)| (*r, *q) == (rank, qualified));
    // The same figure in another currency beside it is no second opinion.
    if outcomes.iter().any(|(_, _, outcome, _)| matches!(outcome, Outcome::Stated(_))) {
        outcomes.retain(|(_, _, outcome, _)| !matches!(outcome, Outcome::Ask(Why::OtherCurrency, _)));
    }
    let (_, _, outcome, finding) = outcomes.first()?;
    let ask = |why, choices| Question {
        about: About::Measure(key.clone()),
        why,
        text: text_of(finding),
        place: Some(finding.place),
        choices,
    };
    let values: Vec<_> = outcomes
        .iter()
        .filter_map(|(_, _, outcome, _)| if let Outcome::Stated(value) = outcome { Some(*value) } else { None })
        .collect();
    let mut distinct = values.clone();
    distinct.sort();
    distinct.dedup();
    if distinct.len() > 1 {
        return Some(Err(ask(Why::Several, distinct.into_iter().map(Choice::Value).collect())));
    }
    Some(match outcome {
        Outcome::Ask(why, choices) => Err(ask(*why, choices.clone())),
        Outcome::Stated(value) if values.len() < outcomes.len() => Err(ask(Why::Several, vec![Choice::Value(*value)])),
        // Sell-in, new customers, sales of an unsaid unit, and revenue before returns that the sheet states too: likely, not sure.
        Outcome::Stated(value) if rank == 0 => Err(ask(Why::Unit, vec![Choice::Value(*value)])),
        Outcome::Stated(value) if rank == 1 && has_returns => Err(ask(Why::Several, vec![Choice::Value(*value)])),
        Outcome::Stated(value) => Ok(Stated { value: *value, place: finding.place }),
        Outcome::Nothing => return None,
    })
}

fn text_of(finding: &Finding<'_>) -> String {
    match &finding.content {
        Content::Cell(
            Value::Text(text) | Value::Number(text) | Value::Error(text) | Value::Formula(text) | Value::Date(text),
        ) => text.clone(),
        Content::Part(text) => text.clone(),
        Content::Cell(Value::Bool(_)) | Content::Several(_) => String::new(),
    }
}
