//! How a figure of a scorecard's line is made.

use playbook::agreed::{Agreed, Holds};
use playbook::facts::{Cited, GrantId};
use playbook::kpi::{Kpi, KpiKey, Shape, Terms};
use playbook::number::Rate;
use playbook::period::Period;
use playbook::score::{Figure, Line, Part};
use words::Value;

use super::{Sources, gone, title};
use crate::contradicted::stated;
use crate::error::DeskError;
use crate::format::{self, percent};
use crate::scorecard::Scored;
use crate::shown::{Manner, Shown};
use crate::token::LineFigure;
use crate::view::{EvidenceView, Fact, KpiLine};
use crate::words;

/// The evidence of one figure of a line.
pub(super) fn evidence(
    scored: &Scored<'_>,
    key: &KpiKey,
    figure: LineFigure,
    mut sources: Sources<'_>,
) -> Result<EvidenceView, DeskError> {
    let (kpi, line) = scored.lines().find(|(kpi, _)| kpi.key == *key).ok_or_else(gone)?;
    let view = scored.view();
    let shown =
        view.groups.iter().flat_map(|group| &group.lines).find(|line| line.key == key.as_str()).ok_or_else(gone)?;
    let (fact, exact, how) = match figure {
        LineFigure::Target => (&shown.target, String::new(), target(scored, kpi, line)),
        LineFigure::Actual => (&shown.actual, exact(scored, line), actual(scored, kpi, line)),
        LineFigure::Attainment => (&shown.attainment, attained(line), attainment(scored, line, shown)),
        LineFigure::Points => (&shown.points, String::new(), points(shown)),
    };
    let unit = if figure == LineFigure::Attainment && line.attainment.is_some() { "%" } else { fact.unit.as_str() };
    Ok(EvidenceView {
        title: title(shown.title.clone(), scored.period),
        value: said(&Fact { unit: unit.to_owned(), ..fact.clone() }),
        exact,
        how,
        parts: if figure == LineFigure::Target { Vec::new() } else { sources.parts(&behind(scored, line))? },
    })
}

/// What a line is made of, in the order of time; what it is compared with comes last.
fn behind(scored: &Scored<'_>, line: &Line) -> Vec<Cited> {
    let mut all: Vec<Cited> = Vec::new();
    for cited in line.evidence.iter().chain(line.parts.iter().flat_map(|part| &part.evidence)) {
        if !all.contains(cited) {
            all.push(cited.clone());
        }
    }
    all.sort_by_key(|cited| {
        let first = scored.known.revision(cited.report).map(|report| report.period.first_day());
        (
            first.is_some_and(|day| day < scored.period.first_day()),
            first,
            cited.measure.as_ref().map(|key| scored.known.measures.place(key.as_str())),
        )
    });
    all
}

fn said(fact: &Fact) -> String {
    Shown { text: fact.text.clone(), unit: fact.unit.clone() }.said()
}

/// Every digit of the actual; of a share, four decimals.
fn exact(scored: &Scored<'_>, line: &Line) -> String {
    match line.actual.figure() {
        Some(Figure::Amount(..)) => line.actual.figure().map(|figure| whole(scored, line, figure)).unwrap_or_default(),
        Some(Figure::Share(rate)) => format!("{} %", percent(rate, 4, &[])),
        Some(Figure::Days(days)) => format::figure(days, 4, &[]),
        None => String::new(),
    }
}

/// An amount with every digit and its unit.
fn whole(scored: &Scored<'_>, line: &Line, figure: &Figure) -> String {
    let Figure::Amount(amount, _) = figure else { return String::new() };
    let measure = line.evidence.iter().find_map(|cited| cited.measure.as_ref());
    let counts = measure.and_then(|measure| scored.known.measures.unit(measure.as_str()));
    let (text, unit) = stated(counts, *amount, Some(&scored.known.currency()));
    Shown { text, unit }.said()
}

fn attained(line: &Line) -> String {
    line.attainment.as_ref().map(|value| format!("{} %", percent(value, 4, &[]))).unwrap_or_default()
}

/// `Agreed for Q3 2026.`; of a month, the part of it that falls there.
fn target(scored: &Scored<'_>, kpi: &Kpi, line: &Line) -> String {
    let quarter = format::quarter(words(), scored.quarter);
    let agreed = scored.known.facts.agreed(kpi, scored.quarter);
    let said = target_to_date(scored, kpi, line, &quarter);
    match agreed.holds() {
        Holds::Nothing | Holds::Lacking => words().say("how-target-all", &[]),
        Holds::Whole => said,
        Holds::Sum => {
            let parts = parts(scored, kpi, line, &agreed).join("; ");
            let period = format::period(words(), scored.period);
            let sum = words().say("how-target-sum", &[("period", period.into()), ("parts", parts.into())]);
            format!("{said} {sum}")
        }
    }
}

/// `Java and Bali, Home care 300.0 Rp m`, one a grant.
fn parts(scored: &Scored<'_>, kpi: &Kpi, line: &Line, agreed: &Agreed<'_>) -> Vec<String> {
    let manner = Manner::of(words(), kpi, line, scored.known.currency());
    let part = |(grant, _): &(GrantId, _)| {
        let goal = agreed.of_grant(*grant, &[scored.period])?;
        Some(format!("{} {}", scored.known.grant_title(*grant), manner.goal(&goal).said()))
    };
    agreed.grants.iter().filter_map(part).collect()
}

fn target_to_date(scored: &Scored<'_>, kpi: &Kpi, line: &Line, quarter: &str) -> String {
    let to_date = line.target.as_ref().filter(|target| target.goal != target.to_date);
    match to_date {
        None if matches!(kpi.shape, Shape::Total(_)) && matches!(scored.period, Period::Month(_)) => {
            let values = [("quarter", quarter.into()), ("month", format::period(words(), scored.period).into())];
            words().say("how-target-month", &values)
        }
        None => words().say("how-target", &[("quarter", quarter.into())]),
        Some(target) => {
            let whole = Manner::of(words(), kpi, line, scored.known.currency()).goal(&target.goal);
            words().say(
                "how-target-to-date",
                &[("period", format::period(words(), scored.period).into()), ("whole", whole.said().into())],
            )
        }
    }
}

/// How the actual is made, in a sentence.
fn actual(scored: &Scored<'_>, kpi: &Kpi, line: &Line) -> String {
    let part = |key: &str| line.parts.iter().find(|part| part.key == key);
    let pair = |message: &str, first: (&str, &Terms), second: (&str, &Terms)| {
        let values = [
            ("first", named(scored, first.1, part(first.0)).into()),
            ("second", Value::from(named(scored, second.1, part(second.0)))),
        ];
        words().say(message, &values)
    };
    match &kpi.shape {
        Shape::Total(terms) => {
            let kind = terms.report().key();
            words().say(&format!("how-total-{kind}"), &[("count", line.tally.known.into())])
        }
        Shape::Latest(_) => last(scored, line),
        Shape::Ratio { part: of, whole } => pair("how-ratio", ("part", of), ("whole", whole)),
        Shape::Cover { stock, usage } => pair("how-cover", ("stock", stock), ("usage", usage)),
        Shape::Growth { of, .. } => growth(scored, of, part("base")),
        Shape::Accuracy { .. } => words().say("how-accuracy", &[]),
        Shape::OnTime(_) | Shape::Held(_) => {
            let count =
                |key| part(key).and_then(|part| part.figure.as_ref()).map(Figure::value).unwrap_or_else(Rate::zero);
            let [done, of] = ["done", "of"].map(|key| format::figure(&count(key), 0, &[]));
            let key = if matches!(kpi.shape, Shape::OnTime(_)) { "how-on-time" } else { "how-held" };
            words().say(key, &[("done", done.into()), ("of", Value::from(of))])
        }
    }
}

/// `As the report of Week 39, 2026 states it.`
fn last(scored: &Scored<'_>, line: &Line) -> String {
    let report = line.evidence.last().and_then(|cited| scored.known.revision(cited.report));
    let period: Option<Period> = report.map(|report| report.period);
    let period = period.map(|period| format::period(words(), period)).unwrap_or_default();
    words().say("how-latest", &[("period", period.into())])
}

fn growth(scored: &Scored<'_>, of: &Terms, base: Option<&Part>) -> String {
    let from = base.and_then(|base| base.period).map(|period| format::period(words(), period)).unwrap_or_default();
    let values = [("base", Value::from(named(scored, of, base))), ("period", from.into())];
    words().say("how-growth", &values)
}

/// `Purchase orders 69`.
fn named(scored: &Scored<'_>, terms: &Terms, part: Option<&Part>) -> String {
    let measures = &scored.known.measures;
    let titles: Vec<_> = terms.measures().iter().map(|measure| measures.title(words(), measure.as_str())).collect();
    let figure = match part.and_then(|part| part.figure.as_ref()) {
        Some(Figure::Amount(amount, _)) => {
            let (text, unit) = stated(Some(terms.unit()), *amount, Some(&scored.known.currency()));
            Shown { text, unit }.said()
        }
        _ => "–".to_owned(),
    };
    format!("{} {figure}", titles.join(" + "))
}

fn attainment(scored: &Scored<'_>, line: &Line, shown: &KpiLine) -> String {
    if line.actual.figure().is_none() {
        return words().say("how-missing", &[]);
    }
    let values = [("actual", Value::from(said(&shown.actual))), ("target", said(&shown.target).into())];
    let said = words().say("how-attainment", &values);
    if line.attainment.as_ref() == Some(&scored.playbook.cap) {
        let cap = percent(&scored.playbook.cap, 0, &[]);
        return format!("{said} {}", words().say("how-capped", &[("percent", cap.into())]));
    }
    said
}

fn points(shown: &KpiLine) -> String {
    let values = [("weight", shown.weight.as_str().into()), ("percent", Value::from(shown.attainment.text.as_str()))];
    words().say("how-points", &values)
}
