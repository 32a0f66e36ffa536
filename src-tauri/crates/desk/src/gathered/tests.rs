//! What is kept is what would be read anew, and an undo brings every view back: over random use cases.

use std::path::Path;

use playbook::region::Region;
use proptest::prelude::*;
use store::{ActKind, EntryId, HolidayChange, What};

use crate::desk::Desk;
use crate::evidence::tests::{add, empty, now, summary};

/// The distributors of a run, each in another country.
const NAMES: [&str; 3] = ["PT Satu", "Dua Sdn Bhd", "Tiga Co., Ltd."];
const MONTHS: [&str; 6] = ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"];

/// Something that a manager does.
#[derive(Debug, Clone)]
enum Does {
    /// A summary comes, or is corrected.
    Reports { who: usize, month: usize, revenue: u32 },
    /// A card is revised: its name, and whether it still reports.
    Moves { who: usize, name: u8, active: bool },
    /// A holiday is added to a country, or taken away.
    Rests { day: u32, added: bool },
    /// Somebody new.
    Joins,
    /// The quarter is closed with one.
    Closes(usize),
    /// An entry is taken back, counted from the newest.
    Undoes(usize),
    /// One comes back.
    Redoes(usize),
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        6 => (0..3_usize, 0..6_usize, 1000..9000_u32)
            .prop_map(|(who, month, revenue)| Does::Reports { who, month, revenue }),
        1 => (0..3_usize, 0..4_u8, any::<bool>())
            .prop_map(|(who, name, active)| Does::Moves { who, name, active }),
        1 => (1..28_u32, any::<bool>()).prop_map(|(day, added)| Does::Rests { day, added }),
        1 => Just(Does::Joins),
        1 => (0..3_usize).prop_map(Does::Closes),
        3 => (0..6_usize).prop_map(Does::Undoes),
        2 => (0..6_usize).prop_map(Does::Redoes),
    ]
}

fn start(folder: &Path) -> Desk {
    let mut desk = empty(folder);
    for (index, name) in NAMES.into_iter().enumerate() {
        add(&mut desk, index, name);
    }
    desk
}

/// Does it; what the rules refuse, such as a second undo, leaves everything as it was.
fn perform(desk: &mut Desk, does: &Does) {
    let ids: Vec<_> = desk.store.distributors().expect("a register").into_iter().map(|held| held.id).collect();
    let entry = |desk: &Desk, back: usize| -> Option<EntryId> {
        Some(desk.store.journal(20).expect("a journal").get(back)?.id)
    };
    match does {
        Does::Reports { who, month, revenue } => {
            let Some(id) = ids.get(*who) else { return };
            summary(desk, *id, MONTHS[*month], &revenue.to_string(), "E6");
        }
        Does::Moves { who, name, active } => {
            let Some(held) = ids.get(*who).and_then(|id| desk.store.distributor(*id).expect("a register")) else {
                return;
            };
            // It stands elsewhere on the register by it.
            let name = format!("{}{}", char::from(b'a' + *name * 6), held.card.name);
            let status = if *active { store::Status::Active } else { store::Status::Suspended };
            let card = store::Card { name, status, ..held.card };
            let what = What::new("entry-distributor-changed").with("name", &card.name);
            drop(desk.record(ActKind::Register, what, now(), |w| Ok(w.revise_distributor(held.id, &card)?)));
        }
        Does::Rests { day, added } => {
            let region: Region = "ID".parse().expect("a literal");
            let date = chrono::NaiveDate::from_ymd_opt(2026, 10, *day).expect("a date");
            let change = HolidayChange {
                region,
                date,
                name: "Day off".to_owned(),
                added: *added,
                certainty: playbook::holidays::Certainty::Confirmed,
                changed: now().today,
            };
            let what = What::new("entry-distributor-changed").with("name", "holiday");
            desk.record(ActKind::Holidays, what, now(), |w| Ok(w.change_holiday(&change)?)).expect("a holiday");
        }
        Does::Joins => {
            // The journal only grows: a name of its length was never given before, not even to one taken back.
            let name = format!("Baru {}", desk.store.journal(99).expect("a journal").len());
            if ids.len() < 6 {
                add(desk, ids.len(), &name);
            }
        }
        Does::Closes(who) => {
            if let Some(id) = ids.get(*who) {
                drop(desk.close_quarter(&id.to_string(), "2026-Q3", "", now()));
            }
        }
        Does::Undoes(back) => {
            if let Some(entry) = entry(desk, *back) {
                drop(desk.undo(&entry.to_string(), now()));
            }
        }
        Does::Redoes(back) => {
            if let Some(entry) = entry(desk, *back) {
                drop(desk.redo(&entry.to_string(), now()));
            }
        }
    }
}

/// Every view that is judged, but for what names the journal itself.
fn views(desk: &Desk) -> Vec<String> {
    let portfolio = desk.portfolio("2026-Q3", now()).expect("a portfolio");
    let mut views = vec![format!("{:#?}", (portfolio.rows, portfolio.filters))];
    let known = desk.all_known(now().today).expect("everybody");
    views.push(known.iter().map(|known| known.name()).collect::<Vec<_>>().join(", "));
    drop(known);
    views.push(format!("{:#?}", desk.today(now()).expect("today")));
    views.push(format!("{:#?}", desk.inbox(now()).expect("an inbox")));
    views.push(format!("{:#?}", desk.playbook_view(None, now()).expect("a playbook")));
    for held in desk.store.distributors().expect("a register") {
        let view = desk.distributor(&held.id.to_string(), "2026-Q3", now()).expect("a distributor");
        views.push(format!("{:#?}", (view.name, view.score, view.grants, view.scorecard, view.reports)));
    }
    views
}

/// The same, read from the record as if nothing were kept.
fn anew(desk: &Desk) -> Vec<String> {
    desk.gathered.replace(None);
    views(desk)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_shows_what_would_be_read_anew(done in prop::collection::vec(does(), 1..10)) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = start(folder.path());
        for does in &done {
            // What was kept before is caught up with what was done now.
            views(&desk);
            perform(&mut desk, does);
            let kept = views(&desk);
            prop_assert_eq!(kept, anew(&desk), "after {:?}", does);
        }
    }

    #[test]
    fn an_undo_brings_every_view_back(before in prop::collection::vec(does(), 0..6), does in does()) {
        // The number of a paper is never given again, and the inbox says the next one.
        prop_assume!(!matches!(does, Does::Closes(_)));
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = start(folder.path());
        for does in &before {
            perform(&mut desk, does);
        }
        let (entries, shown) = (desk.store.journal(99).expect("a journal").len(), views(&desk));
        perform(&mut desk, &does);
        let newest = desk.store.journal(1).expect("a journal").remove(0);
        prop_assume!(desk.store.journal(99).expect("a journal").len() > entries);
        desk.undo(&newest.id.to_string(), now()).expect("nothing builds on the newest entry");
        prop_assert_eq!(views(&desk), shown.clone(), "after {:?}", does);
        prop_assert_eq!(anew(&desk), shown, "after {:?}", does);
    }
}

/// The trend of the portfolio is read within reach: no row may miss anything for it.
#[test]
fn what_is_within_reach_is_enough_for_the_portfolio() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = start(folder.path());
    let id = desk.store.distributors().expect("a register")[0].id;
    let mut month: playbook::period::Month = "2024-01".parse().expect("a literal");
    while month.to_string().as_str() < "2026-10" {
        summary(
            &mut desk,
            id,
            &month.to_string(),
            &(1000 + month.number() * 7 + month.year().unsigned_abs()).to_string(),
            "E6",
        );
        month = month.next();
    }
    let rows = |desk: &Desk| format!("{:#?}", desk.portfolio("2026-Q3", now()).expect("a portfolio").rows);
    let narrow = rows(&desk);
    desk.gathered.replace(None);
    desk.all_known(now().today).expect("everybody");
    assert_eq!(rows(&desk), narrow);
}
