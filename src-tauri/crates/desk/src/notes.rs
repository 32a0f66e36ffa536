//! What a reader must know to read a scorecard rightly.

use playbook::kpi::Kpi;
use playbook::measure::Unit;
use playbook::number::Rate;
use playbook::period::Period;
use playbook::score::{Actual, Line, WhyNot};
use playbook::target::Goal;
use store::{Kind, Revision};
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
    let foreign = scored.known.foreign.iter().filter(|revision| scored.holds(revision.period));
    notes.extend(foreign.map(|revision| in_foreign_money(scored, revision)));
    notes
}

/// Amounts that are left out: of a report, or of a list of sales beside it.
fn in_foreign_money(scored: &Scored<'_>, revision: &Revision) -> String {
    let values = [
        ("period", Value::from(format::period(words(), revision.period))),
        ("stated", revision.currency.as_deref().unwrap_or_default().into()),
        ("own", scored.known.distributor.card.currency.as_str().into()),
    ];
    words().say(if revision.kind == Kind::Lines { "note-foreign-lines" } else { "note-foreign" }, &values)
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

#[cfg(test)]
mod tests {
    use store::{Kind, Lines, NewReport};

    use crate::evidence::tests::{add, empty, import, monthly, now};

    #[test]
    fn amounts_in_foreign_money_are_told_of_what_counts_and_by_what_they_stand_in() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = add(&mut desk, 0, "PT Contoh");
        let dollars = |report| NewReport { currency: Some("USD".into()), ..report };
        let list = Lines {
            count: 1,
            quantity: None,
            amount: "90".parse().ok(),
            first: None,
            last: None,
            discounts: 0,
            discounted: Vec::new(),
        };
        let summary = monthly(&desk, id, "2026-09", "100", "E7");
        let sales = NewReport { kind: Kind::Lines, measures: Default::default(), lines: Some(list), ..summary.clone() };
        let of_summary = "September 2026: the amounts are in USD, not in IDR, and are left out.";
        let of_list = "The list of sales of September 2026 is in USD, not in IDR: its amounts are left out.";
        let corrected = monthly(&desk, id, "2026-09", "1600000", "E7");
        let steps: [(_, &[&str]); 4] = [
            (dollars(summary), &[of_summary]),
            (dollars(sales.clone()), &[of_summary, of_list]),
            (corrected, &[of_list]),
            (sales, &[]),
        ];
        for (step, (report, expected)) in steps.into_iter().enumerate() {
            import(&mut desk, report, &format!("{step}.xlsx"));
            let notes = desk.distributor(&id.to_string(), "2026-Q3", now()).expect("a view").scorecard.notes;
            let told: Vec<_> = notes.iter().filter(|note| note.contains("USD")).collect();
            assert_eq!(told, expected, "{step}");
        }
    }
}
