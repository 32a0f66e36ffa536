//! Stated values with their evidence: cell, sheet, file, the day it came, who confirmed it when.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use playbook::facts::Cited;
use playbook::measure::MeasureKey;
use playbook::number::Quantity;
use store::{Entry, Report, ReportId};

use crate::contradicted::stated;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::format::{self, Currency};
use crate::judge::Known;
use crate::now::Now;
use crate::token::Token;
use crate::view::EvidencePart;
use crate::words;

/// The reports of one distributor, each read once.
pub(crate) struct Sources<'a> {
    desk: &'a Desk,
    known: &'a Known,
    now: Now,
    read: BTreeMap<u128, Report>,
}

/// One stated value.
pub(crate) struct Value {
    /// Every digit.
    pub(crate) figure: String,
    pub(crate) unit: String,
    /// `A1` style; empty when a person stated it.
    pub(crate) cell: String,
    /// What was answered about it, and what an earlier revision said; may be empty.
    pub(crate) note: String,
}

impl<'a> Sources<'a> {
    pub(crate) fn of(desk: &'a Desk, known: &'a Known, now: Now) -> Self {
        Self { desk, known, now, read: BTreeMap::new() }
    }

    /// What a measure is called.
    pub(crate) fn measure_title(&self, measure: &MeasureKey) -> String {
        self.known.measures.title(words(), measure.as_str())
    }

    /// A report with all that it states. Of this distributor alone: no other's can be asked for here.
    pub(crate) fn report(&mut self, id: ReportId) -> Result<Option<&Report>, DeskError> {
        if self.known.revision(id.into()).is_none() {
            return Ok(None);
        }
        if !self.read.contains_key(&id.as_u128()) {
            self.read.insert(id.as_u128(), self.desk.store.report(id)?);
        }
        Ok(self.read.get(&id.as_u128()))
    }

    /// The parts behind a number, as the window lists them.
    pub(super) fn parts(&mut self, cited: &[Cited]) -> Result<Vec<EvidencePart>, DeskError> {
        let mut parts = Vec::new();
        for cited in cited {
            parts.extend(self.part(cited)?);
        }
        Ok(parts)
    }

    pub(super) fn part(&mut self, cited: &Cited) -> Result<Option<EvidencePart>, DeskError> {
        let id: ReportId = cited.report.into();
        let words = words();
        let Some(report) = self.report(id)? else { return Ok(None) };
        let about = report.about.clone();
        let (confirmed, received) = (report.entry.clone(), about.received);
        let value = cited.measure.as_ref().and_then(|measure| self.value(id, measure));
        if cited.measure.is_some() && value.is_none() {
            return Ok(None);
        }
        let period = format::period(words, about.period);
        let place = match (&about.sheet, value.as_ref().map(|value| value.cell.as_str())) {
            (_, Some("")) => words.say("evidence-answered", &[]),
            (Some(sheet), Some(cell)) => format!("{sheet}!{cell}"),
            (Some(sheet), None) => sheet.clone(),
            (None, cell) => cell.unwrap_or_default().to_owned(),
        };
        let received = words.say("evidence-received", &[("day", format::day_with_year(words, received).into())]);
        let (token, title) = match &cited.measure {
            None => (Token::Report { report: id }, period),
            Some(measure) => {
                let what = self.measure_title(measure);
                let values = [("what", what.into()), ("period", words::Value::from(period))];
                (Token::Stated { report: id, measure: measure.clone() }, words.say("evidence-title", &values))
            }
        };
        Ok(Some(EvidencePart {
            token: token.to_string(),
            title,
            value: value.as_ref().map_or_else(|| format::day_short(words, about.received), said),
            place,
            file: about.file_name,
            received,
            confirmed: self.confirmed("evidence-confirmed", &confirmed, value.map(|value| value.note)),
            revision: i32::try_from(about.revision).unwrap_or(i32::MAX),
        }))
    }

    /// Everything that a report states, in the order of the forms.
    pub(super) fn all_of(&mut self, id: ReportId) -> Result<Vec<Cited>, DeskError> {
        let known = self.known;
        let Some(report) = self.report(id)? else { return Ok(Vec::new()) };
        let of = |measure: &MeasureKey| Cited { report: id.into(), measure: Some(measure.clone()) };
        let mut all: Vec<_> = report.measures.keys().collect();
        all.sort_by_key(|measure| known.measures.place(measure.as_str()));
        Ok(all.into_iter().map(of).collect())
    }

    /// A value of a report that was read.
    pub(crate) fn value(&self, id: ReportId, measure: &MeasureKey) -> Option<Value> {
        let report = self.read.get(&id.as_u128())?;
        let held = report.measures.get(measure)?;
        let currency = report.about.currency.as_deref().map(Currency::new).unwrap_or_else(|| self.known.currency());
        let (figure, unit) = stated(self.known.measures.unit(measure.as_str()), held.value, Some(&currency));
        let answered = report.answers.iter().find(|answer| answer.about == measure.as_str());
        let answered = answered.map(|answer| words().say("evidence-answer", &[("text", answer.text.as_str().into())]));
        let notes: Vec<String> =
            answered.into_iter().chain(self.before(report, measure, held.value, &currency)).collect();
        Some(Value { figure, unit, cell: held.cell.clone().unwrap_or_default(), note: notes.join("; ") })
    }

    /// `R2, was 1,736,500,000 Rp`.
    fn before(&self, report: &Report, measure: &MeasureKey, value: Quantity, currency: &Currency) -> Option<String> {
        let about = &report.about;
        let earlier = self.known.revisions.iter().filter(|other| {
            (other.kind, other.period, other.last_month) == (about.kind, about.period, about.last_month)
                && other.revision < about.revision
        });
        let earlier = earlier.max_by_key(|other| other.revision)?.id.into();
        let before = self.known.facts.reports.iter().find(|other| other.id == earlier)?.measures.get(measure)?;
        if before == value {
            return None;
        }
        let (figure, unit) = stated(self.known.measures.unit(measure.as_str()), before, Some(currency));
        let said = if unit.is_empty() { figure } else { format!("{figure} {unit}") };
        Some(words().say("evidence-before", &[("revision", about.revision.into()), ("value", said.into())]))
    }

    /// `Confirmed by Tan Mei Lin, 8 October 2026`.
    pub(crate) fn confirmed(&self, key: &str, entry: &Entry, note: Option<String>) -> String {
        let day = format::day_with_year(words(), self.day_of(entry));
        let said = words().say(key, &[("who", entry.author.who.as_str().into()), ("day", day.into())]);
        match note.filter(|note| !note.is_empty()) {
            Some(note) => format!("{said}; {note}"),
            None => said,
        }
    }

    /// The manager's own day of an entry.
    fn day_of(&self, entry: &Entry) -> NaiveDate {
        entry.at.utc().with_timezone(&self.now.offset).date_naive()
    }
}

fn said(value: &Value) -> String {
    if value.unit.is_empty() { value.figure.clone() } else { format!("{} {}", value.figure, value.unit) }
}
