//! Contradictions in words: figures that cannot both be true.

use chrono::NaiveDate;
use playbook::contradiction::{self, Against, Contradiction, Doubted};
use playbook::facts::Cited;
use playbook::measure::Unit;
use playbook::number::{Quantity, Rate};
use playbook::period::{Period, Quarter};
use playbook::rules::Playbook;
use store::{ActKind, HeldSettlement, Settlement, What};
use words::Value;

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::format::{self, exact, figure, percent};
use crate::judge::Known;
use crate::naming;
use crate::now::Now;
use crate::token::Token;
use crate::view::{ContradictionRow, Fact};
use crate::words;

impl Desk {
    /// Settles a contradiction: the figures stand as they are, for a reason. A new revision of either asks again.
    ///
    /// # Errors
    /// When no reason is given, the figures no longer contradict each other, or the record can't be written.
    pub fn settle(&mut self, distributor: &str, subject: &str, reason: &str, now: Now) -> Result<(), DeskError> {
        let now = self.at(now);
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(DeskError::new(ErrorKind::Invalid, "settle-needs-reason", &[]));
        }
        let known = self.known(self.distributor_of(distributor)?, now.today)?;
        let versions = self.versions()?;
        let found = Contradiction::period_of(subject).and_then(|period| {
            let quarter = versions.fiscal_year().quarter_of(period);
            let case = known.case(versions.in_force(quarter), now.today);
            contradiction::contradictions(&case, quarter).into_iter().find(|found| found.subject() == subject)
        });
        let found = found.ok_or_else(|| DeskError::new(ErrorKind::Unknown, "settle-gone", &[]))?;
        let settlement = Settlement {
            distributor: known.distributor.id,
            subject: subject.to_owned(),
            reason: reason.to_owned(),
            author: self.who.person.clone(),
            settled_on: now.today,
        };
        let what = What::new("entry-settled").with("name", known.name()).with("what", sentence(&known, &found));
        self.record(ActKind::Settle, what, now, |writing| Ok(writing.settle_contradiction(&settlement)?))?;
        Ok(())
    }
}

/// The contradictions of a distributor's quarter that are about some of its periods, the settled ones behind those that
/// are open.
pub(crate) fn rows(
    known: &Known,
    playbook: &Playbook,
    quarter: Quarter,
    today: NaiveDate,
    about: &dyn Fn(Period) -> bool,
) -> Vec<ContradictionRow> {
    let found = contradiction::contradictions(&known.case(playbook, today), quarter);
    let mut rows: Vec<_> = found.iter().filter(|found| about(found.period)).map(|found| row(known, found)).collect();
    rows.sort_by_key(|row| !row.settled.is_empty());
    rows
}

/// Those that nobody has settled yet.
pub(crate) fn open(known: &Known, playbook: &Playbook, quarter: Quarter, today: NaiveDate) -> Vec<ContradictionRow> {
    rows(known, playbook, quarter, today, &|_| true).into_iter().filter(|row| row.settled.is_empty()).collect()
}

fn row(known: &Known, found: &Contradiction) -> ContradictionRow {
    let mut values = vec![fact(known, &found.figure)];
    match &found.against {
        Against::Figure(other) => values.push(fact(known, other)),
        Against::Sum { evidence, total } => values.extend(evidence.iter().filter_map(|of| part(known, of, *total))),
        Against::History { .. } => {}
    }
    let subject = found.subject();
    let settled = known.settled.get(&subject);
    ContradictionRow {
        distributor: known.distributor.id.to_string(),
        name: naming::name(&known.distributor.card),
        what: sentence(known, found),
        values,
        settled: settled.map(in_words).unwrap_or_default(),
        entry: settled.map(|held| held.entry.to_string()),
        subject,
    }
}

/// `Settled by Tan Mei Lin on 9 October 2026: leads of August`.
fn in_words(held: &HeldSettlement) -> String {
    let Settlement { reason, author, settled_on, .. } = &held.settlement;
    let day = format::day_with_year(words(), *settled_on);
    let values = [("who", Value::from(author.as_str())), ("day", day.into()), ("reason", reason.as_str().into())];
    words().say("contradiction-settled", &values)
}

/// A figure that others are added up from; of a list of sales its total.
fn part(known: &Known, of: &Cited, total: Quantity) -> Option<Fact> {
    let Some(measure) = &of.measure else {
        let token = Token::Report { report: of.report.into() };
        let text = exact(total);
        return Some(Fact {
            text,
            unit: String::new(),
            evidence: Some(token.to_string()),
            provisional: false,
            sort: None,
        });
    };
    let report = known.facts.reports.iter().find(|report| report.id == of.report)?;
    let value = report.measures.get(measure)?;
    Some(fact(known, &Doubted { measure: measure.clone(), value, evidence: of.clone() }))
}

/// `September: 131 quotes, but only 118 leads`.
pub(crate) fn sentence(known: &Known, found: &Contradiction) -> String {
    let doubted = value(known, &found.figure.measure, found.figure.value);
    let against = match &found.against {
        Against::Figure(other) => value(known, &other.measure, other.value),
        Against::History { median, .. } => shown_rate(known, &found.figure.measure, median),
        Against::Sum { total, .. } => value(known, &found.figure.measure, *total),
    };
    let period = format::period_short(words(), found.period);
    let values = [
        ("period", Value::from(period)),
        ("measure", Value::from(known.measures.title(words(), found.figure.measure.as_str()))),
        ("figure", Value::from(doubted)),
        ("against", Value::from(against)),
    ];
    words().say(&format!("contradiction-{}", found.key), &values)
}

fn fact(known: &Known, doubted: &Doubted) -> Fact {
    let (text, unit) = parts(known, &doubted.measure, doubted.value);
    let token = Token::Stated { report: doubted.evidence.report.into(), measure: doubted.measure.clone() };
    Fact { text, unit, evidence: Some(token.to_string()), provisional: false, sort: None }
}

fn parts(known: &Known, measure: &playbook::measure::MeasureKey, value: Quantity) -> (String, String) {
    stated(known.measures.unit(measure.as_str()), value, Some(&known.currency()))
}

/// A stated value of a unit with every digit, and its unit.
pub(crate) fn stated(unit: Option<Unit>, value: Quantity, currency: Option<&format::Currency>) -> (String, String) {
    match (unit, currency) {
        (Some(Unit::Money), Some(currency)) => currency.exact(value),
        (Some(Unit::Fraction), _) => {
            // Every digit of a fraction, as a percentage.
            let hundred = value.decimal() * rust_decimal::Decimal::ONE_HUNDRED;
            let shown = Quantity::new(hundred).map_or_else(|_| percent(&Rate::from(value), 2, &[]), exact);
            (shown, "%".to_owned())
        }
        (Some(Unit::Units), _) => (exact(value), words().say("unit-units", &[])),
        _ => (exact(value), String::new()),
    }
}

fn value(known: &Known, measure: &playbook::measure::MeasureKey, value: Quantity) -> String {
    let (text, unit) = parts(known, measure, value);
    if unit.is_empty() { text } else { format!("{text} {unit}") }
}

fn shown_rate(known: &Known, measure: &playbook::measure::MeasureKey, rate: &Rate) -> String {
    match known.measures.unit(measure.as_str()) {
        Some(Unit::Money) => {
            let (text, unit) = known.currency().amount(rate, format::Scale::Ones);
            format!("{text} {unit}")
        }
        Some(Unit::Fraction) => format!("{} %", percent(rate, 1, &[])),
        _ => figure(rate, 0, &[]),
    }
}

#[cfg(test)]
mod tests {
    use crate::DeskError;
    use crate::evidence::tests::{add, empty, now, summary};
    use crate::view::InboxKind;

    #[test]
    fn a_settled_contradiction_leaves_the_inbox_until_a_figure_is_revised() -> Result<(), DeskError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = add(&mut desk, 0, "PT Contoh");
        // Ten times the usual.
        for (month, revenue) in [("2026-05", "100"), ("2026-06", "100"), ("2026-07", "100"), ("2026-08", "1000")] {
            summary(&mut desk, id, month, revenue, "E6");
        }
        let open = |desk: &crate::Desk| -> Result<usize, DeskError> {
            let rows = desk.inbox(now())?.rows;
            Ok(rows.iter().filter(|row| row.kind == InboxKind::Contradiction).count())
        };
        let shown = |desk: &crate::Desk| desk.distributor(&id.to_string(), "2026-Q3", now());
        assert_eq!(open(&desk)?, 1);
        let row = shown(&desk)?.scorecard.contradictions.remove(0);
        assert!(desk.settle(&row.distributor, &row.subject, "  ", now()).is_err_and(|why| !why.hint.is_empty()));
        desk.settle(&row.distributor, &row.subject, "One large order", now())?;
        assert_eq!(open(&desk)?, 0);
        let settled = shown(&desk)?.scorecard.contradictions.remove(0);
        assert_eq!(settled.settled, "Settled by Tan Mei Lin on 8 October 2026: One large order");
        desk.undo(&settled.entry.expect("an entry"), now())?;
        assert_eq!(open(&desk)?, 1);
        desk.settle(&row.distributor, &row.subject, "One large order", now())?;
        summary(&mut desk, id, "2026-08", "1001", "E6");
        assert_eq!(open(&desk)?, 1, "another revision asks again");
        let gone = desk.settle(&row.distributor, &row.subject, "One large order", now());
        assert!(gone.is_err_and(|why| why.message.contains("no longer")));
        Ok(())
    }
}
