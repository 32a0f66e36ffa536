//! One distributor in one month: the same KPIs by the same rules, each held against the month's part of its target.

use chrono::NaiveDate;
use playbook::period::{Month, Period, Quarter};
use store::Closed;

use crate::desk::Desk;
use crate::distributor::{coverage_note, score_note};
use crate::error::{DeskError, ErrorKind};
use crate::format::{self, percent};
use crate::naming;
use crate::now::Now;
use crate::scorecard::Scored;
use crate::view::{Choice, Mark, MonthView};
use crate::words;

impl Desk {
    /// The scorecard of one distributor in one month: `2026-09`; of a quarter, its newest month that is over.
    ///
    /// # Errors
    /// When the distributor is gone, the text is no month, or the record can't be read.
    pub fn month(&self, id: &str, month: &str, now: Now) -> Result<MonthView, DeskError> {
        let now = self.at(now);
        let month = self.month_of(month, now.today)?;
        let known = self.known(self.distributor_of(id)?, now.today)?;
        let versions = self.versions()?;
        let scored = Scored::new(&known, &versions, month, now.today);
        let closed = self.closed(known.distributor.id, scored.quarter)?;
        Ok(MonthView {
            id: known.distributor.id.to_string(),
            name: naming::name(&known.distributor.card),
            month: month.to_string(),
            title: format::period(words(), month.into()),
            quarter: scored.quarter.to_string(),
            months: months(scored.quarter, month, now.today),
            mark: if changes(&scored) { Mark::Provisional } else { Mark::None },
            state: state(&scored),
            score: scored.score(),
            score_note: score_note(&scored),
            coverage: scored.coverage(),
            coverage_note: coverage_note(&scored),
            trend: scored.score_trend(),
            trend_span: scored.trend_span(),
            scorecard: scored.view(),
            closed: closed.as_ref().map(as_it_is_now).unwrap_or_default(),
        })
    }

    fn month_of(&self, text: &str, today: NaiveDate) -> Result<Month, DeskError> {
        match text.trim().parse() {
            Ok(Period::Month(month)) => Ok(month),
            Ok(Period::Quarter(_)) => {
                let months = self.quarter(text)?.months();
                Ok(months.into_iter().rev().find(|month| month.last_day() < today).unwrap_or(months[0]))
            }
            _ => Err(DeskError::new(ErrorKind::Invalid, "not-a-month", &[("text", text.into())])),
        }
    }
}

/// The months of a quarter that have begun, and the one that was asked for.
fn months(quarter: Quarter, asked: Month, today: NaiveDate) -> Vec<Choice> {
    let shown = |month: &Month| month.first_day() <= today || *month == asked;
    let choice = |month: Month| Choice { key: month.to_string(), label: format::period_short(words(), month.into()) };
    quarter.months().into_iter().filter(shown).map(choice).collect()
}

fn changes(scored: &Scored<'_>) -> bool {
    scored.card.provisional || scored.card.unscored || scored.card.score.is_none()
}

/// Whether the month may still change, and why.
fn state(scored: &Scored<'_>) -> String {
    if scored.card.unscored || scored.card.score.is_none() {
        return scored.view().total;
    }
    if scored.card.is_open() {
        return words().say("month-open", &[("why", coverage_note(scored).into())]);
    }
    if scored.coverage_low() {
        let minimum = percent(&scored.playbook.coverage_minimum, 0, &[]);
        let values = [("coverage", scored.coverage().text.into()), ("minimum", minimum.into())];
        return words().say("month-coverage-low", &values);
    }
    words().say("month-final", &[])
}

/// A close freezes the quarter's figures, and no month's.
fn as_it_is_now(closed: &Closed) -> String {
    let quarter = format::quarter(words(), closed.quarter);
    words().say("month-of-closed", &[("quarter", quarter.into()), ("revision", closed.revision.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use playbook::number::Rate;
    use playbook::phasing::{Curve, Phasing};
    use playbook::rules::Playbook;

    use crate::evidence::tests::{empty, now, with_a_quarter};
    use crate::targets::new_target;
    use crate::view::KpiLine;

    fn line<'a>(view: &'a MonthView, key: &str) -> &'a KpiLine {
        let lines = view.scorecard.groups.iter().flat_map(|group| &group.lines);
        lines.into_iter().find(|line| line.key == key).expect("a line")
    }

    #[test]
    fn a_month_is_held_against_its_part_of_the_target_and_opens_its_own_cell() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
        let view = desk.month(&id, "2026-08", now()).expect("a view");
        assert_eq!((view.title.as_str(), view.quarter.as_str()), ("August 2026", "2026-Q3"));
        let months: Vec<_> = view.months.iter().map(|month| month.label.as_str()).collect();
        assert_eq!(months, ["July", "August", "September"]);
        let revenue = line(&view, "revenue");
        let shown = [&revenue.target, &revenue.actual, &revenue.attainment].map(|fact| fact.text.as_str());
        assert_eq!(shown, ["1,800", "1,763", "97.9"]);
        let token = revenue.actual.evidence.clone().expect("a way to its cell");
        assert_eq!(token, format!("d:{id}:2026-08:revenue:actual"));
        let found = desk.evidence(&token, now()).expect("evidence");
        assert_eq!((found.title.as_str(), found.exact.as_str()), ("Revenue against target, August 2026", "1,763 Rp"));
        let places: Vec<_> = found.parts.iter().map(|part| part.place.as_str()).collect();
        assert_eq!(places, ["Ringkasan!E7"]);
        let target = desk.evidence(&format!("d:{id}:2026-08:revenue:target"), now()).expect("evidence");
        assert_eq!(target.how, "What of the target agreed for Q3 2026 falls into August 2026.");
        let score = desk.evidence(&format!("d:{id}:2026-08:score"), now()).expect("evidence");
        assert_eq!(score.title, "Score, August 2026");
    }

    #[test]
    fn what_is_judged_by_the_quarter_does_not_apply_in_a_month_and_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
        let view = desk.month(&id, "2026-08", now()).expect("a view");
        let qbr = line(&view, "quarterly-adjustment");
        assert_eq!((qbr.target.text.as_str(), qbr.actual.text.as_str(), qbr.status.as_str()), ("–", "–", "By quarter"));
        let said = "Quarterly adjustment made does not apply: it is judged by the quarter.";
        assert!(view.scorecard.notes.iter().any(|note| note == said), "{:?}", view.scorecard.notes);
    }

    #[test]
    fn a_month_is_compared_with_the_month_before_and_drawn_over_eight() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
        let lenient = Playbook { coverage_minimum: Rate::percent(40), ..Playbook::default_rules() };
        let what = store::What::new("entry-playbook").with("version", 2);
        desk.record(store::ActKind::Playbook, what, now(), |writing| Ok(writing.add_playbook(&lenient)?))
            .expect("rules");
        // On that day the monthly reviews of the quarter are no longer awaited.
        let late = Now::at("2026-12-01T09:40:00+08:00".parse().expect("a literal"));
        let view = desk.month(&id, "2026-08", late).expect("a view");
        assert_eq!(view.trend_span, "January to August");
        assert_eq!(view.scorecard.moved_since, "since July");
        assert!(view.score_note.ends_with(" on July"), "{}", view.score_note);
        let first = desk.month(&id, "2026-07", late).expect("a view");
        assert_eq!(first.scorecard.moved, Vec::new());
        assert_eq!(first.score_note, "June has no final score to compare with");
    }

    #[test]
    fn a_month_is_provisional_while_something_is_awaited_or_too_little_is_known() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
        let state = |day: &str| {
            let now = Now::at(format!("{day}T09:40:00+08:00").parse().expect("a literal"));
            let view = desk.month(&id, "2026-09", now).expect("a view");
            (view.mark, view.state)
        };
        assert_eq!(state("2026-10-08").1, "Provisional: Conversion not in yet");
        let (mark, later) = state("2026-12-01");
        assert_eq!(mark, Mark::Provisional);
        assert!(later.starts_with("Provisional: ") && later.ends_with("and 70 % are asked."), "{later}");
    }

    #[test]
    fn a_seasonal_target_gives_each_month_its_share() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh");
        let amount = "6000".parse().expect("a literal");
        let mut target =
            new_target(id, "revenue", "2026-Q3".parse().expect("a literal"), amount, "IDR").expect("a target");
        let shares: Vec<Rate> = (1..=12).map(|month| Rate::from(if month == 8 { 2 } else { 1 })).collect();
        target.target.phasing = Phasing::Seasonal(Curve::of_amounts(&shares).expect("a curve"));
        let what = store::What::new("entry-targets").with("name", "PT Contoh");
        desk.record(store::ActKind::Target, what, now(), |writing| Ok(writing.add_target(&target)?)).expect("a target");
        let of = |month: &str| {
            let view = desk.month(&id.to_string(), month, now()).expect("a view");
            line(&view, "revenue").target.text.clone()
        };
        assert_eq!([of("2026-07"), of("2026-08"), of("2026-09")], ["1,500", "3,000", "1,500"]);
    }

    #[test]
    fn a_quarter_stands_for_its_newest_month_that_is_over_and_a_week_for_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
        let month = |text: &str| desk.month(&id, text, now()).map(|view| view.month);
        assert_eq!(month("2026-Q3"), Ok("2026-09".to_owned()));
        assert_eq!(month("2026-Q4"), Ok("2026-10".to_owned()));
        assert!(month("2026-W39").is_err_and(|why| why.message == "“2026-W39” is no month."));
    }

    #[test]
    fn a_month_of_a_closed_quarter_says_that_it_is_not_frozen() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
        assert_eq!(desk.month(&id, "2026-08", now()).expect("a view").closed, "");
        desk.close_quarter(&id, "2026-Q3", "", now()).expect("it can be closed");
        let closed = desk.month(&id, "2026-08", now()).expect("a view").closed;
        assert_eq!(
            closed,
            "Q3 2026 is closed as R1, which freezes the quarter. The month is shown as the record has it now."
        );
    }
}
