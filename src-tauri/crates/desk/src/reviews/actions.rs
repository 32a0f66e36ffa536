//! Actions of quarterly reviews: at most five are open with a distributor, carried over until they are settled.

use chrono::NaiveDate;
use playbook::period::Quarter;
use playbook::qbr::{Action, ActionState, Full, MOST_OPEN, Settled, Settling, open, room};
use store::{ActKind, ActionCard as KeptAction, Distributor, QbrAction, What};

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::judge::Known;
use crate::now::Now;
use crate::view::{ActionCard, ActionRow, Mark};
use crate::{format, typed, words};

impl Desk {
    /// Adds an action that the review of a quarter agrees, or revises one: its words, its owner, its day, or how it
    /// ended. Answers with the entry; `None` when nothing changed.
    ///
    /// # Errors
    /// When words, owner or day are missing, five actions are open already, or the review of a new one is closed.
    pub fn save_action(
        &mut self,
        id: &str,
        quarter: &str,
        card: &ActionCard,
        now: Now,
    ) -> Result<Option<String>, DeskError> {
        let distributor = self.distributor_of(id)?;
        let quarter = self.quarter(quarter)?;
        let kept = kept(card, self.day(now))?;
        let all = self.store.actions(Some(distributor.id))?;
        let held = all.iter().find(|action| action.id.to_string() == card.id);
        if !card.id.is_empty() && held.is_none() {
            return Err(DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "action".into())]));
        }
        if held.is_none() {
            self.still_open(distributor.id, quarter)?;
        }
        let opens = kept.settled.is_none() && held.is_none_or(|held| held.card.settled.is_some());
        if opens {
            room(&judged(&all)).map_err(|full| too_many(&distributor, full))?;
        }
        let key = match (held, kept.settled.map(|end| end.how)) {
            (None, _) => "entry-action",
            (Some(_), None) => "entry-action-revised",
            (Some(_), Some(Settling::Done)) => "entry-action-done",
            (Some(_), Some(Settling::Dropped)) => "entry-action-dropped",
        };
        let what = What::new(key).with("name", &distributor.card.name).with("what", &kept.what);
        let action = held.map(|held| held.id);
        let recorded = self.record(ActKind::Review, what, now, |writing| {
            match action {
                Some(action) => writing.revise_action(action, &kept)?,
                None => drop(writing.add_action(distributor.id, quarter, &kept)?),
            }
            Ok(())
        })?;
        Ok(recorded.entry.map(|entry| entry.to_string()))
    }
}

fn too_many(distributor: &Distributor, Full(open): Full) -> DeskError {
    let values = [("name", distributor.card.name.as_str().into()), ("count", open.into()), ("most", MOST_OPEN.into())];
    DeskError::new(ErrorKind::Invalid, "actions-full", &values)
}

/// What was edited, to keep.
fn kept(card: &ActionCard, today: NaiveDate) -> Result<KeptAction, DeskError> {
    let invalid = |key| DeskError::new(ErrorKind::Invalid, key, &[]);
    let [what, owner] = [&card.what, &card.owner].map(|text| text.trim().to_owned());
    if what.is_empty() {
        return Err(invalid("action-what"));
    }
    if owner.is_empty() {
        return Err(invalid("action-owner"));
    }
    if card.due.trim().is_empty() {
        return Err(invalid("action-due"));
    }
    let settled = match card.settled.as_str() {
        "" => None,
        how => {
            let how = Settling::from_key(how).ok_or_else(|| invalid("action-end"))?;
            let on = typed::open_day(&card.settled_on)?.unwrap_or(today);
            if on > today {
                return Err(invalid("action-later"));
            }
            Some(Settled { how, on })
        }
    };
    Ok(KeptAction { what, owner, due: typed::day(&card.due)?, settled })
}

/// The actions as the rule counts them.
pub(crate) fn judged(all: &[QbrAction]) -> Vec<Action> {
    all.iter().map(one).collect()
}

fn one(action: &QbrAction) -> Action {
    Action { agreed: action.quarter, due: action.card.due, settled: action.card.settled }
}

/// `3 of 5`, and why no further one fits.
pub(super) fn counted(known: &Known, all: &[QbrAction]) -> (String, String) {
    let judged = judged(all);
    let note = words().say("qbr-actions-open", &[("count", open(&judged).into()), ("most", MOST_OPEN.into())]);
    let full = room(&judged).err().map(|full| too_many(&known.distributor, full).message);
    (note, full.unwrap_or_default())
}

/// The actions that a quarter's review goes through: the open ones first, by their day.
pub(super) fn rows(all: &[QbrAction], quarter: Quarter, today: NaiveDate) -> Vec<ActionRow> {
    let mut listed: Vec<_> = all.iter().filter(|action| one(action).is_listed(quarter)).collect();
    listed.sort_by_key(|action| (action.card.settled.is_some(), action.card.due, action.id));
    listed.into_iter().map(|action| row(action, quarter, today)).collect()
}

fn row(action: &QbrAction, quarter: Quarter, today: NaiveDate) -> ActionRow {
    let judged = one(action);
    let day = |day| format::day(words(), day);
    let carried = judged.is_carried(quarter).then(|| {
        words().say("qbr-carried", &[("quarter", format::period_short(words(), action.quarter.into()).into())])
    });
    let (mark, state) = match judged.state(today) {
        ActionState::Open => (Mark::NotDue, words().say("qbr-action-open", &[])),
        ActionState::Overdue(days) => (Mark::Late, words().say("overdue-days", &[("days", days.into())])),
        ActionState::Settled(Settled { how: Settling::Done, on }) => {
            (Mark::Met, words().say("qbr-action-done", &[("day", day(on).into())]))
        }
        ActionState::Settled(Settled { how: Settling::Dropped, on }) => {
            (Mark::None, words().say("qbr-action-dropped", &[("day", day(on).into())]))
        }
    };
    let KeptAction { what, owner, due, settled } = &action.card;
    ActionRow {
        note: words().say("qbr-action-by", &[("owner", owner.as_str().into()), ("day", day(*due).into())]),
        carried: carried.unwrap_or_default(),
        mark,
        state,
        open: settled.is_none(),
        card: ActionCard {
            id: action.id.to_string(),
            what: what.clone(),
            owner: owner.clone(),
            due: due.to_string(),
            settled: settled.map(|end| end.how.key().to_owned()).unwrap_or_default(),
            settled_on: settled.map(|end| end.on.to_string()).unwrap_or_default(),
        },
    }
}
