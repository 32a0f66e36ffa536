//! Preparing and minuting a quarterly review: what is written down is kept as far as it goes.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use playbook::qbr::{Agenda, LONGEST, MOST_PRIORITIES, NotAnAgenda, SHORTEST, Topic};
use store::{ActKind, Qbr, QbrLine, What};

use super::outcomes;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::QbrCard;
use crate::{format, typed, words};

/// How a time of day is written.
const TIME: &str = "%H:%M";

impl Desk {
    /// Keeps what is written down for a quarterly review, however much of it is still missing. Answers with the entry;
    /// `None` when nothing changed.
    ///
    /// # Errors
    /// When a day or a time is none, the minutes are no agenda, there are too many priorities, or the quarter is closed.
    pub fn prepare_qbr(
        &mut self,
        id: &str,
        quarter: &str,
        card: &QbrCard,
        now: Now,
    ) -> Result<Option<String>, DeskError> {
        let distributor = self.distributor_of(id)?;
        let quarter = self.quarter(quarter)?;
        self.still_open(distributor.id, quarter)?;
        let written = kept(card, &self.rules(quarter)?.agenda)?;
        let what = What::new("entry-qbr").with("name", &distributor.card.name).with("period", quarter);
        let recorded = self.record(ActKind::Review, what, now, |writing| {
            Ok(writing.prepare_qbr(distributor.id, quarter, &written)?)
        })?;
        Ok(recorded.entry.map(|entry| entry.to_string()))
    }
}

/// What is kept, to edit.
pub(super) fn card(written: &Qbr, agenda: &Agenda) -> QbrCard {
    QbrCard {
        planned_on: written.planned_on.map(|day| day.to_string()).unwrap_or_default(),
        starts: written.starts.map(|time| time.format(TIME).to_string()).unwrap_or_default(),
        place: written.place.clone(),
        present: written.present.clone(),
        minutes: agenda.minutes().to_vec(),
        outcomes: written.outcomes.as_ref().map(outcomes::card),
        priorities: written.priorities.iter().map(|line| line.what.clone()).collect(),
        notes: Topic::ALL.map(|topic| written.notes.get(&topic).cloned().unwrap_or_default()).to_vec(),
    }
}

/// What was edited, to keep.
fn kept(card: &QbrCard, usual: &Agenda) -> Result<Qbr, DeskError> {
    let agenda = Agenda::new(&card.minutes).map_err(not_an_agenda)?;
    let priority = |what: &String| QbrLine { what: what.trim().to_owned(), ..QbrLine::default() };
    let priorities: Vec<_> = card.priorities.iter().map(priority).filter(|line| !line.what.is_empty()).collect();
    if priorities.len() > MOST_PRIORITIES {
        let values = [("most", MOST_PRIORITIES.into()), ("count", priorities.len().into())];
        return Err(DeskError::new(ErrorKind::Invalid, "qbr-priorities", &values));
    }
    let notes: BTreeMap<Topic, String> = Topic::ALL
        .into_iter()
        .zip(&card.notes)
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(topic, text)| (topic, text.trim_end().to_owned()))
        .collect();
    Ok(Qbr {
        planned_on: typed::open_day(&card.planned_on)?,
        starts: time(card.starts.trim())?,
        place: card.place.trim().to_owned(),
        present: card.present.trim().to_owned(),
        minutes: (agenda != *usual).then(|| agenda.minutes().to_vec()),
        outcomes: card.outcomes.as_ref().map(outcomes::kept),
        priorities,
        notes,
    })
}

fn time(text: &str) -> Result<Option<NaiveTime>, DeskError> {
    if text.is_empty() {
        return Ok(None);
    }
    let refused = |_| DeskError::new(ErrorKind::Invalid, "not-a-time", &[("text", text.into())]);
    NaiveTime::parse_from_str(text, TIME).map(Some).map_err(refused)
}

fn not_an_agenda(why: NotAnAgenda) -> DeskError {
    let (key, total, item) = match why {
        NotAnAgenda::TooShort(total) => ("qbr-too-short", total, String::new()),
        NotAnAgenda::TooLong(total) => ("qbr-too-long", total, String::new()),
        NotAnAgenda::NoTime(topic) => ("qbr-no-time", 0, words().say(&format!("qbr-topic-short-{}", topic.key()), &[])),
        NotAnAgenda::NotFive => ("qbr-not-five", 0, String::new()),
    };
    let values = [
        ("total", format::whole(total.into()).into()),
        ("shortest", SHORTEST.into()),
        ("longest", LONGEST.into()),
        ("item", item.into()),
    ];
    DeskError::new(ErrorKind::Invalid, key, &values)
}
