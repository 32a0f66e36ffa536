//! What a reader must know to read a scorecard rightly.

use playbook::kpi::Kpi;
use playbook::measure::Unit;
use playbook::number::Rate;
use playbook::period::Period;
use playbook::score::{Actual, Line, WhyNot};
use playbook::target::Goal;
use words::Value;

use crate::format;
use crate::scorecard::Scored;
use crate::targets::remarks;
use crate::titles::kpi_title;
use crate::words;

/// The notes below a scorecard.
pub(crate) fn of(scored: &Scored<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if scored.card.unscored {
        notes.push(words().say("note-unscored", &[]));
    }
    for (kpi, line) in scored.lines() {
        notes.extend(base(kpi, line));
        notes.extend(why_not(scored, kpi, line));
        notes.extend(to_date(scored, kpi, line));
        notes.extend(amended(scored, kpi, line));
        notes.extend(of_grants(scored, kpi, line));
        notes.extend(missing(kpi, line));
    }
    for revision in scored.known.foreign.iter().filter(|revision| scored.holds(revision.period)) {
        let values = [
            ("period", Value::from(format::period(words(), revision.period))),
            ("stated", revision.currency.as_deref().unwrap_or_default().into()),
            ("own", scored.known.distributor.card.currency.as_str().into()),
        ];
        notes.push(words().say("note-foreign", &values));
    }
    notes
}

/// `Revenue growth is against Q2 2026: there is no Q3 2025 to compare with.`
fn base(kpi: &Kpi, line: &Line) -> Option<String> {
    let from = line.parts.iter().find(|part| part.key == "base")?.period?;
    let values = [("title", kpi_title(kpi).into()), ("base", Value::from(format::period(words(), from)))];
    Some(words().say("note-base", &values))
}

fn why_not(scored: &Scored<'_>, kpi: &Kpi, line: &Line) -> Option<String> {
    let Actual::NotApplicable(why) = &line.actual else { return None };
    if *why == WhyNot::OutOfScope {
        return None;
    }
    let of_month = format!("why-not-month-{}", why.key());
    let whole = format!("why-not-{}", why.key());
    // What is compared with is the period before: a quarter's is a quarter.
    let key = if matches!(scored.period, Period::Month(_)) && words().knows(&of_month) { of_month } else { whole };
    let values = [("title", kpi_title(kpi).into()), ("why", Value::from(words().say(&key, &[])))];
    Some(words().say("note-why-not", &values))
}

/// A target that is still growing month by month.
fn to_date(scored: &Scored<'_>, kpi: &Kpi, line: &Line) -> Option<String> {
    let counts = line.attainment.is_some();
    let target = line.target.as_ref().filter(|target| counts && target.goal != target.to_date)?;
    let whole = crate::shown::Manner::of(words(), kpi, line, scored.known.currency()).goal(&target.goal);
    let values = [("title", kpi_title(kpi).into()), ("whole", Value::from(whole.said()))];
    let key = if matches!(scored.period, Period::Month(_)) { "note-to-date-month" } else { "note-to-date" };
    Some(words().say(key, &values))
}

/// A change in mid-quarter shows both: the target that is judged by and the other.
fn amended(scored: &Scored<'_>, kpi: &Kpi, line: &Line) -> Option<String> {
    let target = line.target.as_ref()?;
    let said = |key: &str, other| {
        let shown = crate::shown::Manner::of(words(), kpi, line, scored.known.currency()).goal(other);
        words().say(key, &[("title", kpi_title(kpi).into()), ("amended", Value::from(shown.said()))])
    };
    match (&target.amended, &target.replaced) {
        (Some(later), _) => Some(said("note-amended", later)),
        (None, Some(before)) => Some(said("note-replaced", before)),
        (None, None) => None,
    }
}

/// What its grants' targets lack, or contradict.
fn of_grants(scored: &Scored<'_>, kpi: &Kpi, line: &Line) -> Vec<String> {
    let given = &scored.known.given;
    let shown = |rate: &Rate| {
        let manner = crate::shown::Manner::of(words(), kpi, line, scored.known.currency());
        manner.goal(&Goal::Value(rate.clone())).said()
    };
    let remarks = remarks(&scored.known.facts.agreed(kpi, scored.quarter), scored.period, given);
    remarks.iter().map(|remark| remark.said(&kpi_title(kpi), given, shown)).collect()
}

/// What is missing for good counts as nothing.
fn missing(kpi: &Kpi, line: &Line) -> Option<String> {
    let terms = match &kpi.shape {
        playbook::kpi::Shape::Total(terms) => terms,
        _ => return None,
    };
    if line.tally.missing.is_empty() || terms.unit() != Unit::Money {
        return None;
    }
    let periods: Vec<_> = line.tally.missing.iter().map(|period| format::period(words(), *period)).collect();
    let values = [
        ("title", kpi_title(kpi).into()),
        ("count", Value::from(periods.len())),
        ("periods", Value::from(periods.join(", "))),
    ];
    Some(words().say("note-missing", &values))
}
