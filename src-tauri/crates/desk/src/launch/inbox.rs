//! What of launches needs the manager: items that are overdue or due within a week.

use playbook::launch::{Progress, State};

use super::title;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::inbox::{place, until, when};
use crate::judge::Known;
use crate::now::Now;
use crate::view::{InboxKind, InboxRow, Mark};
use crate::{naming, words};

/// Days ahead in which an item is listed.
const AHEAD: i32 = 7;

/// Items of running launches: what was not done by the gate of day 90 is the gate's matter.
pub(crate) fn inbox_rows(desk: &Desk, known: &[Known], now: Now) -> Result<Vec<InboxRow>, DeskError> {
    let words = words();
    let mut rows = Vec::new();
    for known in known {
        let Some(launch) = desk.launch_of(&known.distributor, now.today)? else { continue };
        if now.today > launch.gate || launch.day < 0 {
            continue;
        }
        let open = launch.items.iter().filter(|item| item.done.is_none() && until(item.due, now.today) <= AHEAD);
        let open: Vec<&Progress> = open.collect();
        // One row a launch: its tab lists the rest.
        let Some(first) = open.iter().min_by_key(|item| item.due) else { continue };
        let id = known.distributor.id.to_string();
        let values = [("item", title(&first.item).into()), ("others", (open.len() - 1).into())];
        rows.push(InboxRow {
            kind: InboxKind::Launch,
            name: naming::name(&known.distributor.card),
            mark: if first.state == State::Overdue { Mark::Missing } else { Mark::NotDue },
            what: words.say("inbox-launch", &values),
            when: when(first.due, now.today),
            sort: until(first.due, now.today),
            action: words.say("inbox-do-launch", &[]),
            place: place(&id, "launch"),
            distributor: id,
        });
    }
    Ok(rows)
}
