//! Deciding on a grant, from the form to the pack, and back.

use playbook::period::Quarter;
use store::DistributorId;

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::evidence::tests::{add, empty, now, summary, with_a_quarter};
use crate::packs::content_of;
use crate::view::{DecisionInput, Disc, ExclusivityView, GateField, GrantForm, InboxKind, Mark};
use crate::{Now, words};

const QUARTER: &str = "2026-Q3";

fn desk(folder: &tempfile::TempDir) -> (Desk, String) {
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
    (desk, id)
}

fn shown(desk: &Desk, id: &str) -> ExclusivityView {
    desk.exclusivity(id, "", QUARTER, now()).expect("a view")
}

fn input(id: &str, outcome: &str, reason: &str, until: &str) -> DecisionInput {
    DecisionInput {
        distributor: id.to_owned(),
        grant: String::new(),
        stage: QUARTER.to_owned(),
        outcome: outcome.to_owned(),
        reason: reason.to_owned(),
        author: String::new(),
        until: until.to_owned(),
    }
}

/// Everything that a decision may change: window, portfolio, inbox and paper.
fn seen(desk: &Desk, id: &str) -> String {
    let mut distributor = desk.distributor(id, QUARTER, now()).expect("a view");
    distributor.history.clear();
    let portfolio = desk.portfolio(QUARTER, now()).expect("a portfolio");
    let inbox = desk.inbox(now()).expect("an inbox");
    format!("{:?} {distributor:?} {portfolio:?} {inbox:?} {:?}", shown(desk, id), paper(desk, id))
}

fn paper(desk: &Desk, id: &str) -> pack::content::Decision {
    let id: DistributorId = id.parse().expect("an id");
    let quarter: Quarter = QUARTER.parse().expect("a literal");
    let content = content_of(desk, id, quarter, now());
    let decision = content.sections.into_iter().find_map(|section| match section {
        pack::content::Section::Decision(decision) => Some(*decision),
        _ => None,
    });
    decision.expect("a decision page")
}

#[test]
fn the_rule_names_what_failed_in_its_own_unit_and_by_how_much() {
    let folder = tempfile::tempdir().expect("a folder");
    let (desk, id) = desk(&folder);
    let view = shown(&desk, &id);
    assert_eq!(view.proposal, "The rule proposes: Conditional");
    assert_eq!(view.because, "1 of 5 conditions met. First failed quarter; 2 in a row lapse.");
    let revenue = view.conditions.iter().find(|condition| condition.title == "Revenue against target").expect("a gate");
    let figures =
        [&revenue.required, &revenue.actual, &revenue.difference].map(|fact| format!("{} {}", fact.text, fact.unit));
    assert_eq!(figures, ["5,400 Rp", "5,213 Rp", "−188 Rp"], "5,212.5 is short by 187.5: never shown smaller");
    assert_eq!((revenue.mark, revenue.short.as_str()), (Mark::NotMet, "short by 188 Rp"));
    assert!(revenue.actual.evidence.is_some() && revenue.proof == "3 summaries");
    assert_eq!(
        (view.decision.by.as_str(), view.decision.outcome.as_str()),
        ("Decide by Thursday, 15 October.", "conditional")
    );
    assert_eq!(view.takes[0].answer, "188 Rp more");
    assert!(view.takes[0].sentences[0].starts_with("Out of reach: every summary is in"), "{:?}", view.takes[0]);
}

#[test]
fn an_override_stands_beside_the_rule_everywhere_and_undo_takes_it_out_of_every_view() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    let before = seen(&desk, &id);
    let given = input(&id, "renew", "250 ml was out of stock: our registration was late", "2026-12-31");
    let taken = desk.decide(&given, now()).expect("a decision");
    assert_eq!(taken.said, "PT Contoh, Q3 2026: Renewed to 31 December 2026");
    let view = shown(&desk, &id);
    let decided = view.decided.clone().expect("it was decided");
    assert_eq!(
        (decided.title.as_str(), decided.by.as_str()),
        ("Renew, to 31 December 2026", "Tan Mei Lin, 8 October 2026")
    );
    assert_eq!(decided.against, "The rule proposed: Conditional");
    assert_eq!(view.proposal, "The rule proposes: Conditional", "the rule's word is not touched");
    assert_eq!(view.history.len(), 1);
    let page = paper(&desk, &id);
    assert_eq!(page.headline, "Renewed to 31 December 2026, against the rule");
    assert_eq!(page.proposed.title, "Conditional");
    let pack::content::Decided::Made { by, verdict } = page.decided else { panic!("it was decided") };
    assert_eq!(by, "Decided by Tan Mei Lin, 8 October 2026");
    assert_eq!(
        (verdict.title.as_str(), verdict.text.as_str()),
        ("Renew, to 31 December 2026", "“250 ml was out of stock: our registration was late”")
    );
    let after = seen(&desk, &id);
    assert_ne!(after, before);
    let entry = taken.entry.expect("an entry");
    desk.undo(&entry, now()).expect("undone");
    assert_eq!(seen(&desk, &id), before);
    desk.redo(&entry, now()).expect("brought back");
    assert_eq!(seen(&desk, &id), after);
    assert_eq!(desk.decide(&given, now()).expect("as it stands").entry, None);
}

#[test]
fn a_lapse_shows_in_head_portfolio_and_timeline() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    desk.decide(&input(&id, "lapse", "Two years without a plan", "2026-12-31"), now()).expect("a decision");
    let head = desk.distributor(&id, QUARTER, now()).expect("a view").grants.remove(0);
    assert_eq!((head.standing.disc, head.standing.note.as_str()), (Disc::Lapsed, "since Q3"));
    assert_eq!(desk.portfolio(QUARTER, now()).expect("a portfolio").rows[0].standing.disc, Disc::Lapsed);
    let view = shown(&desk, &id);
    assert!(view.phases.iter().any(|phase| phase.title == "Q3, lapsed"), "{:?}", view.phases);
    assert!(view.phases.iter().all(|phase| phase.title != "Scale"));
    assert_eq!(view.history[0].followed.disc, Disc::Lapsed);
    assert_eq!(view.lead, "not exclusive; a renewed quarter brings exclusivity back");
}

#[test]
fn what_is_missing_of_a_decision_is_said_in_one_sentence_and_nothing_is_recorded() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    let entries = desk.journal(99, now()).expect("a journal").len();
    let other = |change: fn(&mut DecisionInput)| {
        let mut given = input(&id, "renew", "A reason", "2026-12-31");
        change(&mut given);
        given
    };
    for (given, message) in [
        (other(|it| it.reason = " ".into()), "Renew overrides the rule: give the reason."),
        (other(|it| it.until.clear()), "Renew overrides the rule: say until when it holds."),
        (other(|it| it.until = "31.12.2026".into()), "“31.12.2026” is no day such as 2026-10-08."),
        (other(|it| it.until = "2026-10-07".into()), "The last day lies before today."),
        (other(|it| it.outcome = "keep".into()), "“keep” is no decision."),
        (other(|it| it.stage = "2026-Q5".into()), "“2026-Q5” is neither a quarter nor the launch."),
        (other(|it| it.stage = "2027-Q1".into()), "Q1 2027 has not begun: there is nothing to decide yet."),
        (
            other(|it| it.stage = "2025-Q1".into()),
            "Q1 2025 ends within the launch and is not judged; Q2 2025 is the first quarter that is.",
        ),
        (
            other(|it| (it.outcome, it.until) = ("defer".into(), String::new())),
            "Defer overrides the rule: give the reason.",
        ),
        (other(|it| it.grant = "Borneo".into()), "PT Contoh has no grant “Borneo”."),
    ] {
        let given = if given.outcome == "defer" { DecisionInput { reason: String::new(), ..given } } else { given };
        let refused = desk.decide(&given, now()).expect_err(message);
        assert_eq!(refused.message, message);
        assert!(matches!(refused.kind, ErrorKind::Invalid | ErrorKind::Unknown), "{message}");
    }
    assert_eq!(desk.journal(99, now()).expect("a journal").len(), entries);
}

/// What is to decide, or expires, on a day.
fn to_decide_on(desk: &Desk, day: &str) -> Vec<(InboxKind, String)> {
    let rows = desk.inbox(now().on(day.parse().expect("a literal"))).expect("an inbox").rows.into_iter();
    let kinds = [InboxKind::ToDecide, InboxKind::Expiring];
    rows.filter(|row| kinds.contains(&row.kind)).map(|row| (row.kind, row.what)).collect()
}

#[test]
fn a_quarter_in_which_nothing_came_is_asked_about_once_there_were_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    desk.decide(&input(&id, "renew", "A reason", "2026-12-31"), now()).expect("a decision");
    let asked = to_decide_on(&desk, "2027-01-20");
    assert_eq!(asked, [(InboxKind::ToDecide, "Q4 2026, proposed: Conditional".to_owned())]);
    let mut never = empty(&folder.path().join("never"));
    add(&mut never, 0, "PT Diam");
    assert_eq!(to_decide_on(&never, "2027-01-20"), []);
}

#[test]
fn an_override_that_expired_stays_while_no_later_quarter_is_asked_about() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    desk.decide(&input(&id, "lapse", "A reason", "2026-12-31"), now()).expect("a decision");
    let over = [(InboxKind::Expiring, "Override of Q3 2026 has expired: Lapse".to_owned())];
    assert_eq!(to_decide_on(&desk, "2027-01-20"), over);
}

#[test]
fn a_quarter_that_nobody_decided_is_asked_about_when_the_next_one_ended_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    let asked = |desk: &Desk, day: &str| -> Vec<String> {
        to_decide_on(desk, day).into_iter().map(|(_, what)| what[..7].to_owned()).collect()
    };
    // Reports are expected from July on, and launch ended in 2025: nothing came of the quarters before.
    assert_eq!(asked(&desk, "2026-10-08"), ["Q3 2026"]);
    // Where nobody decides, only the last one is asked about.
    assert_eq!(asked(&desk, "2027-07-20"), ["Q2 2027"]);
    let because = |desk: &Desk| {
        let later = now().on("2027-01-20".parse().expect("a literal"));
        desk.exclusivity(&id, "", "2026-Q4", later).expect("a view").because
    };
    let not_decided = "First failed quarter; 2 in a row lapse. Q3 2026 was not decided and does not count.";
    assert!(because(&desk).ends_with(not_decided), "{}", because(&desk));
    desk.decide(&input(&id, "conditional", "", ""), now()).expect("the rule proposes it");
    assert!(because(&desk).ends_with("2 failed quarters in a row."), "{}", because(&desk));
    assert_eq!(asked(&desk, "2027-01-20"), ["Q4 2026"]);
    assert_eq!(asked(&desk, "2027-07-20"), ["Q4 2026", "Q1 2027", "Q2 2027"]);
    let later = now().on("2027-01-20".parse().expect("a literal"));
    let given = DecisionInput { stage: "2026-Q4".into(), ..input(&id, "conditional", "A reason", "2027-12-31") };
    desk.decide(&given, later).expect("a decision");
    assert_eq!(asked(&desk, "2027-07-20"), ["Q1 2027", "Q2 2027"]);
}

#[test]
fn the_inbox_asks_for_a_decision_and_brings_back_an_override_that_expired() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    let rows = |desk: &Desk, now: Now| -> Vec<(InboxKind, String, String)> {
        let rows = desk.inbox(now).expect("an inbox").rows.into_iter();
        rows.filter(|row| row.place.contains("/exclusivity")).map(|row| (row.kind, row.what, row.when)).collect()
    };
    let asked = (InboxKind::ToDecide, "Q3 2026, proposed: Conditional".to_owned(), "by Thu 15 Oct".to_owned());
    assert!(rows(&desk, now()).contains(&asked), "{:?}", rows(&desk, now()));
    desk.decide(&input(&id, "renew", "A reason", "2026-10-20"), now()).expect("a decision");
    assert!(!rows(&desk, now()).contains(&asked));
    let on = |day: &str| now().on(day.parse().expect("a literal"));
    let kinds = |day: &str| -> Vec<(InboxKind, String)> {
        let expiring = rows(&desk, on(day)).into_iter().filter(|(kind, ..)| *kind == InboxKind::Expiring);
        expiring.map(|(kind, what, _)| (kind, what)).collect()
    };
    assert_eq!(kinds("2026-10-20"), [(InboxKind::Expiring, "Override of Q3 2026 expires: Renew".to_owned())]);
    assert_eq!(kinds("2026-10-21"), [(InboxKind::Expiring, "Override of Q3 2026 has expired: Renew".to_owned())]);
    assert!(rows(&desk, on("2026-10-21")).iter().any(|(.., when)| when == "Tue 20 Oct, 1 day ago"));
}

#[test]
fn a_further_grant_has_its_own_terms_decisions_and_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    let gate = GateField { kpi: "revenue".into(), title: String::new(), required: "95".into(), default: String::new() };
    let form = GrantForm {
        grant: String::new(),
        first: false,
        territory: "Kalimantan".into(),
        products: "Home care".into(),
        start: "2025-07-01".into(),
        gates: vec![gate],
        lapse_after: "1".into(),
        ..shown(&desk, &id).terms
    };
    for (given, message) in [
        (
            GrantForm { territory: " ".into(), products: String::new(), ..form.clone() },
            "Give a territory or a product line.",
        ),
        (
            GrantForm { lapse_after: "3".into(), ..form.clone() },
            "“3”: exclusivity lapses after 1 or 2 failed quarters.",
        ),
        (
            GrantForm { gates: vec![GateField { required: "120".into(), ..form.gates[0].clone() }], ..form.clone() },
            "Revenue against target: “120” is no share of the target from above 0 to 100 %.",
        ),
    ] {
        assert_eq!(
            desk.save_grant(&given, now()).map_err(|DeskError { message, .. }| message),
            Err(message.to_owned())
        );
    }
    desk.save_grant(&form, now()).expect("a grant");
    let first = shown(&desk, &id);
    assert_eq!(
        first.grants.iter().map(|grant| grant.label.as_str()).collect::<Vec<_>>(),
        ["Java and Bali, Home care", "Kalimantan, Home care"]
    );
    let second = desk.exclusivity(&id, "Kalimantan", QUARTER, now()).expect("a view");
    // 5,212.5 of 5,400 is 96.5 %: 95 % is enough for this one, and its first failed quarter lapses it.
    let revenue =
        second.conditions.iter().find(|condition| condition.title == "Revenue against target").expect("a gate");
    assert_eq!((revenue.mark, revenue.required.text.as_str()), (Mark::Met, "5,130"));
    assert_eq!(second.proposal, "The rule proposes: Lapse");
    let given = DecisionInput { grant: second.grant.clone(), ..input(&id, "lapse", "", "") };
    desk.decide(&given, now()).expect("what the rule proposes needs no reason");
    assert_eq!(shown(&desk, &id).decided, None, "the first grant is not touched");
    let held: DistributorId = id.parse().expect("an id");
    let content = content_of(&desk, held, QUARTER.parse().expect("a literal"), now());
    let pages = content.sections.iter().filter(|section| matches!(section, pack::content::Section::Decision(_)));
    assert_eq!(pages.count(), 2);
    let saved = GrantForm { grant: second.grant, held: false, ..second.terms };
    desk.save_grant(&saved, now()).expect("it ended");
    assert_eq!(shown(&desk, &id).grants.len(), 1);
}

#[test]
fn an_earlier_quarter_of_a_grant_is_scored_by_the_grants_own_terms() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let of = add(&mut desk, 0, "PT Contoh");
    summary(&mut desk, of, "2026-07", "1800", "E6");
    summary(&mut desk, of, "2026-08", "1800", "E7");
    let id = of.to_string();
    let (first, territory) = (shown(&desk, &id).terms, "Kalimantan".to_owned());
    let form = GrantForm { grant: String::new(), first: false, territory, grace: "0".into(), ..first };
    desk.save_grant(&form, now()).expect("a grant");
    let earlier = |grant: &str| {
        let view = desk.exclusivity(&id, grant, "2026-Q4", now()).expect("a view");
        let phase = view.phases.into_iter().find(|phase| phase.title.starts_with("Q3")).expect("a phase");
        phase.notes[0].clone()
    };
    // September's summary is still waited for; without days of grace it is missing, and scores nothing.
    let scores = ["Score 51.5, provisional", "Score 36.4, provisional"];
    assert_eq!([earlier(""), earlier("Kalimantan")], scores);
}

#[test]
fn the_launch_is_judged_at_its_gate_and_can_be_held_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    let mut card = desk.distributor(&id, QUARTER, now()).expect("a view").card;
    card.start = "2026-07-15".into();
    desk.save_distributor(&card, now()).expect("a card");
    let view = shown(&desk, &id);
    assert_eq!((view.stage.as_str(), view.stage_title.as_str()), ("launch", "Launch"));
    assert_eq!(view.proposal, "The rule proposes nothing yet", "day 85 of 90");
    assert!(view.conditions.iter().any(|condition| condition.title == "Baseline measured"));
    // Q4 is the first that is judged, and two in a row scale.
    let scale = view.phases.last().map(|phase| phase.notes.join(" "));
    assert_eq!(scale.as_deref(), Some("Q2 2027 at the earliest"));
    let open = pack::content::Decided::Open { text: "Day-90 gate, by 28 October 2026".into() };
    assert_eq!(paper(&desk, &id).decided, open);
    let keys: Vec<_> = view.decision.options.iter().map(|option| option.key.as_str()).collect();
    assert_eq!(keys, ["conditional", "lapse", "defer"]);
    let later = now().on("2026-10-20".parse().expect("a literal"));
    let given = DecisionInput { stage: "launch".into(), ..input(&id, "defer", "", "2026-11-30") };
    desk.decide(&given, later).expect("the rule proposes it");
    let view = desk.exclusivity(&id, "", "launch", later).expect("a view");
    assert_eq!((view.standing.title.as_str(), view.standing.note.as_str()), ("Launch", "launch extended, day 97"));
    assert_eq!(view.decided.map(|decided| decided.title), Some("Defer, to 30 November 2026".to_owned()));
    assert_eq!(words().say("rule-proposes", &[("proposal", "Extend the launch".into())]), view.proposal);
}

#[test]
fn exclusivity_begins_with_the_decision_at_the_gate_and_never_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(&folder);
    let mut card = desk.distributor(&id, QUARTER, now()).expect("a view").card;
    card.start = "2026-07-01".into();
    desk.save_distributor(&card, now()).expect("a card");
    let on = |day: &str| now().on(day.parse().expect("a literal"));
    let standing = |desk: &Desk, day: &str| {
        let view = desk.exclusivity(&id, "", "2026-Q4", on(day)).expect("a view").standing;
        (view.title, view.note)
    };
    let asked = |desk: &Desk, day: &str| {
        let rows = desk.inbox(on(day)).expect("an inbox").rows.into_iter();
        rows.filter(|row| row.distributor == id && row.kind == InboxKind::ToDecide)
            .map(|row| row.what)
            .collect::<Vec<_>>()
    };
    for day in ["2026-09-30", "2026-11-20", "2027-02-10"] {
        assert_eq!(standing(&desk, day).0, "Launch", "{day}");
    }
    assert_eq!(standing(&desk, "2026-11-20").1, "day 142; gate to decide");
    let stage = |desk: &Desk, day: &str| desk.exclusivity(&id, "", "2026-Q4", on(day)).expect("a view").stage;
    assert_eq!(stage(&desk, "2027-02-10"), "launch", "what is to decide first");
    for day in ["2026-11-20", "2027-02-10"] {
        let asked = asked(&desk, day);
        assert!(asked.iter().any(|what| what.starts_with("Day-90 gate not met")), "{day}: {asked:?}");
        assert!(!asked.iter().any(|what| what.contains("Q4 2026, proposed")), "{day}: {asked:?}");
    }
    let given = DecisionInput { stage: "launch".into(), ..input(&id, "conditional", "Known for years", "2027-06-30") };
    desk.decide(&given, on("2027-02-10")).expect("an override");
    assert_eq!(standing(&desk, "2027-02-10").0, "Conditional");
    assert_eq!(stage(&desk, "2027-02-10"), "2026-Q4");
    let asked = asked(&desk, "2027-02-10");
    assert!(asked.iter().all(|what| !what.starts_with("Day-90 gate")), "{asked:?}");
}
