//! What of exclusivity needs the manager: to decide, out of reach, an override that expires, a gate that comes near.

use chrono::{Days, NaiveDate};
use playbook::exclusivity::{Assessment, Decision, Outcome, Proposal, Stage, Standing, gate, standing, takes};
use playbook::period::Quarter;
use playbook::rules::Versions;
use words::Value;

use super::{Granted, Judged, wording};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::inbox::{place, place_in, until, when};
use crate::judge::Known;
use crate::now::Now;
use crate::view::{InboxKind, InboxRow, Mark};
use crate::{naming, words};

/// Days before its last day in which an override, or the end of a launch, is told of.
const NEAR: u64 = 14;

/// Full quarters that are asked about at most, as long as nobody decided on them or on one after them.
const BACK: usize = 3;

/// The rows of every grant.
pub(crate) fn inbox_rows(desk: &Desk, known: &[Known], now: Now) -> Result<Vec<InboxRow>, DeskError> {
    let versions = desk.versions()?;
    Ok(known.iter().flat_map(|known| of(known, &versions, now.today)).collect())
}

fn of(known: &Known, versions: &Versions, today: NaiveDate) -> Vec<InboxRow> {
    let running = versions.fiscal_year().quarter_on(today);
    let quarters = [running.previous(), running];
    let [last, now] = quarters.map(|quarter| known.score(versions.in_force(quarter), quarter, today));
    let mut rows = Vec::new();
    for granted in &known.grants {
        let about = About { known, granted, today };
        let judged = |card, quarter| Judged::by(known, versions.in_force(quarter), card, granted, quarter);
        let asked = about.undecided(versions, running.previous());
        let later = asked.iter().map(|(quarter, _)| Stage::from(*quarter)).max();
        rows.extend(asked.into_iter().map(|(_, row)| row));
        rows.extend(about.at_the_gate(&judged(&last, running.previous())));
        rows.extend(about.out_of_reach(&judged(&now, running), running));
        rows.extend(granted.grant.decisions.iter().filter_map(|decision| about.expiring(decision, later)));
    }
    rows
}

struct About<'a> {
    known: &'a Known,
    granted: &'a Granted,
    today: NaiveDate,
}

impl About<'_> {
    fn row(&self, kind: InboxKind, mark: Mark, what: String, day: NaiveDate, action: &str) -> InboxRow {
        let distributor = self.known.distributor.id.to_string();
        let several = self.known.grants.len() > 1;
        let what = if several {
            words().say("inbox-of-grant", &[("grant", self.granted.title().into()), ("what", what.into())])
        } else {
            what
        };
        InboxRow {
            kind,
            name: naming::name(&self.known.distributor.card),
            mark,
            what,
            when: when(day, self.today),
            sort: until(day, self.today),
            action: words().say(action, &[]),
            place: place(&distributor, "exclusivity"),
            distributor,
        }
    }

    /// The full quarters to decide on, the last one first: back to the newest that was decided, if any lately was. Of a
    /// grant that lapsed only the last one can change anything.
    fn undecided(&self, versions: &Versions, last: Quarter) -> Vec<(Quarter, InboxRow)> {
        let back = || std::iter::successors(Some(last), |quarter| Some(quarter.previous()));
        let is_open = |quarter: &Quarter| self.granted.grant.decision((*quarter).into(), self.today).is_none();
        // Where nobody decides, every quarter of a year would stand before the work of today.
        let was_decided = back().take(BACK + 1).any(|quarter| !is_open(&quarter));
        let open = back().take(if was_decided { BACK } else { 1 }).take_while(is_open);
        let asked = open.filter_map(|quarter| {
            let playbook = versions.in_force(quarter);
            let card = self.known.score(playbook, quarter, self.today);
            let found = Judged::by(self.known, playbook, &card, self.granted, quarter).assessment;
            // What a quarter is worth is asked once its launch is decided.
            let launches = matches!(found.standing, Standing::Launch { .. });
            let waits = launches && self.granted.grant.gate_waits(playbook, self.today);
            let over = waits || quarter != last && matches!(found.standing, Standing::Lapsed { .. });
            Some((quarter, self.to_decide(&found, quarter).filter(|_| !over)?))
        });
        asked.collect()
    }

    /// A full quarter that nobody decided on.
    fn to_decide(&self, found: &Assessment, quarter: Quarter) -> Option<InboxRow> {
        let came = found.conditions.iter().any(|condition| !condition.evidence.is_empty());
        if !found.is_to_decide(self.today) || !(came || self.fell_silent(found, quarter)) {
            return None;
        }
        let proposal = wording::proposal(found.proposal);
        let values = [("stage", wording::stage(found.stage).into()), ("proposal", Value::from(proposal))];
        let open = found.proposal == Proposal::Open;
        let what = words().say(if open { "inbox-decide-open" } else { "inbox-decide" }, &values);
        let mark = match found.proposal {
            Proposal::Renew | Proposal::Scale => Mark::Met,
            Proposal::Open => Mark::Provisional,
            _ => Mark::NotMet,
        };
        let row = self.row(InboxKind::ToDecide, mark, what, found.decide_by, "inbox-decide-do");
        Some(InboxRow { place: place_in(&row.distributor, "exclusivity", quarter), ..row })
    }

    /// Whether nothing came of a quarter although it was expected: of a grant that could still be lost, and of a
    /// distributor that had reported, or was decided on. One that never began to report is not asked about.
    fn fell_silent(&self, found: &Assessment, quarter: Quarter) -> bool {
        let facts = &self.known.facts;
        let expected = facts.reporting_from <= quarter.last_day();
        let reported = facts.reports.iter().any(|report| report.period.first_day() <= quarter.last_day());
        let lapsed = matches!(found.standing, Standing::Lapsed { .. });
        expected && !lapsed && (reported || !self.granted.grant.decisions.is_empty())
    }

    /// The gate of a launch that ends soon, or that ended and waits for its decision; nothing while a report of the launch
    /// is still waited for, or once a quarter after it was decided.
    fn at_the_gate(&self, closed: &Judged<'_>) -> Option<InboxRow> {
        let grant = &self.granted.grant;
        let (_, last) = grant.terms.launch(&closed.rules)?;
        let near = last <= self.today.checked_add_days(Days::new(NEAR))? && self.today <= last;
        let launches = matches!(standing(grant, &closed.rules, self.today), Standing::Launch { .. });
        if !(near || launches && grant.gate_waits(&closed.rules, self.today)) {
            return None;
        }
        let found = gate(&self.known.case(&closed.rules, self.today), grant)?;
        let (what, day, action) = match found.proposal {
            _ if near => ("inbox-gate-near", last, "inbox-see-gate"),
            Proposal::Open => return None,
            Proposal::Conditional => ("inbox-gate-met", found.decide_by, "inbox-decide-do"),
            _ => ("inbox-gate-not-met", found.decide_by, "inbox-decide-do"),
        };
        let values = [
            ("day", closed.rules.launch_days.into()),
            ("met", Value::from(found.met())),
            ("of", found.conditions.len().into()),
        ];
        let mark = match found.proposal {
            Proposal::Conditional => Mark::Met,
            _ if found.has_failed() => Mark::NotMet,
            _ => Mark::Provisional,
        };
        Some(self.row(InboxKind::ToDecide, mark, words().say(what, &values), day, action))
    }

    /// A gate that the running quarter can't meet any more: known long before the quarter ends.
    fn out_of_reach(&self, running: &Judged<'_>, quarter: Quarter) -> Option<InboxRow> {
        if running.assessment.proposal == Proposal::LaunchNotScored || running.assessment.decision.is_some() {
            return None;
        }
        let case = self.known.case(&running.rules, self.today);
        let taken = takes(&case, quarter, &running.card);
        let need = taken.out_of_reach().next()?;
        let kpi = running.rules.kpi(&need.kpi).map(crate::titles::kpi_title)?;
        let values = [("stage", wording::stage(quarter.into()).into()), ("kpi", Value::from(kpi))];
        let what = words().say("inbox-out-of-reach", &values);
        Some(self.row(InboxKind::ToReview, Mark::NotMet, what, running.assessment.decide_by, "inbox-see-takes"))
    }

    /// An override or a deferral whose last day is near or over, unless a later quarter was decided since. `asked` is
    /// the quarter whose decision is asked for already.
    fn expiring(&self, decision: &Decision, asked: Option<Stage>) -> Option<InboxRow> {
        let last = decision.until?;
        let later = self.granted.grant.decisions.iter().any(|other| other.stage > decision.stage);
        let natural = decision.outcome != Outcome::Defer
            && matches!(decision.stage, Stage::Quarter(quarter) if last >= quarter.next().last_day());
        let told = self.today.checked_add_days(Days::new(NEAR))? >= last;
        // What runs to the end of the next quarter is followed by that quarter's own decision; what is deferred is not.
        if later || !told || (natural && !decision.has_expired(self.today)) {
            return None;
        }
        if natural && asked.is_some_and(|asked| asked > decision.stage) {
            return None;
        }
        let key = match (decision.has_expired(self.today), decision.outcome) {
            (true, Outcome::Defer) => "inbox-deferred-over",
            (true, _) => "inbox-override-over",
            (false, Outcome::Defer) => "inbox-deferred",
            (false, _) => "inbox-override",
        };
        let values = [
            ("stage", wording::stage(decision.stage).into()),
            ("outcome", Value::from(wording::outcome(decision.outcome))),
        ];
        Some(self.row(InboxKind::Expiring, Mark::Question, words().say(key, &values), last, "inbox-decide-again"))
    }
}
