//! A launch from its first day to the gate, on a record of its own.

use crate::evidence::tests::{empty, now};
use crate::view::{ChecklistItem, DistributorCard, LaunchItemView, LaunchView, Mark};
use crate::{Desk, DeskError, Now};

type Test = Result<(), DeskError>;

fn on(day: &str) -> Now {
    now().on(day.parse().expect("a literal"))
}

/// A distributor that starts on 1 October 2026.
fn desk(folder: &std::path::Path, start: &str) -> Result<(Desk, String), DeskError> {
    let mut desk = empty(folder);
    let card = DistributorCard {
        id: String::new(),
        name: "Tropika Wellness".into(),
        aliases: vec![],
        country: "MY".into(),
        currency: "MYR".into(),
        locale: "en-MY".into(),
        place: String::new(),
        contact: String::new(),
        territory: String::new(),
        products: String::new(),
        start: start.into(),
    };
    let id = desk.save_distributor(&card, now())?;
    Ok((desk, id))
}

fn item<'a>(view: &'a LaunchView, key: &str) -> &'a LaunchItemView {
    view.weeks.iter().flat_map(|week| &week.items).find(|item| item.key == key).expect("it is on the list")
}

#[test]
fn a_launch_says_what_is_done_and_what_is_overdue() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path(), "2026-10-01")?;
    desk.tick_launch(&id, "agreement-signed", true, on("2026-10-07"))?;
    let view = desk.count_launch(&id, "target-accounts", 31, on("2026-10-12"))?;
    assert_eq!(view.lead, "Day 11: 2 of 12 are done, 2 are overdue.");
    assert_eq!(view.note, "The gate of day 90 is on Wed 30 Dec.");
    let accounts = item(&view, "target-accounts");
    assert_eq!((accounts.count, accounts.goal.as_str(), accounts.mark), (Some(31), "of 30 to 50", Mark::Met));
    assert_eq!(item(&view, "contacts-named").state, "4 days overdue");
    Ok(())
}

#[test]
fn a_slip_stands_beside_the_original_with_its_reason() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path(), "2026-10-01")?;
    let refused = desk.move_launch(&id, "first-order", "2026-11-05", " ", on("2026-10-20")).map(drop);
    assert_eq!(refused.map_err(|error| error.message), Err("A new date needs a reason.".to_owned()));
    let view = desk.move_launch(&id, "first-order", "2026-11-05", "Import permit", on("2026-10-20"))?;
    let order = item(&view, "first-order");
    assert_eq!((order.due.as_str(), order.slip.as_str()), ("Thu 5 Nov", "was Sat 31 Oct, 5 days later: Import permit"));
    Ok(())
}

#[test]
fn what_is_counted_is_not_ticked_and_without_a_start_there_is_no_list() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path(), "2026-10-01")?;
    for (done, expected) in [
        (
            desk.tick_launch(&id, "opportunities", true, on("2026-10-07")),
            "This item is counted: say how many there are.",
        ),
        (desk.count_launch(&id, "first-order", 2, on("2026-10-07")), "This item is done or not: it is not counted."),
        (desk.tick_launch(&id, "moon", true, on("2026-10-07")), "“moon” is not on this checklist."),
    ] {
        assert_eq!(done.map(drop).map_err(|error| error.message), Err(expected.to_owned()));
    }
    let other = tempfile::tempdir().expect("a folder");
    let (desk, id) = self::desk(other.path(), "")?;
    let view = desk.launch(&id, on("2026-10-07"))?;
    assert_eq!((view.lead.as_str(), view.weeks.len()), ("No start date is known, so there is no checklist yet.", 0));
    Ok(())
}

#[test]
fn a_new_checklist_leaves_launches_that_run_and_undo_brings_the_old_one_back() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path(), "2026-10-01")?;
    let before = desk.checklist(on("2026-10-20"))?;
    let mut items = before.items.clone();
    items.truncate(2);
    items.push(ChecklistItem { key: String::new(), week: 1, title: "Meet the owner".into(), least: None, most: None });
    let set = desk.set_checklist(&items, on("2026-10-20"))?;
    assert_eq!(set.items[2].key, "own-1");
    assert_eq!(desk.launch(&id, on("2026-10-20"))?.weeks.iter().map(|week| week.items.len()).sum::<usize>(), 12);
    items[2].title = String::new();
    let refused = desk.set_checklist(&items, on("2026-10-20")).map(drop).map_err(|error| error.message);
    assert_eq!(refused, Err("Item 3 has no title.".to_owned()));
    let last = desk.journal(1, now())?[0].id.clone();
    desk.undo(&last, now())?;
    assert_eq!(desk.checklist(on("2026-10-20"))?, before);
    Ok(())
}
