//! A pack's content, filled from the same views that the window shows, so that paper and screen agree to the digit.
//! Nothing in it comes from the clock or from an id: the same record gives the same content on the same day.

mod agenda;
mod compliance;
mod decision;
mod evidence;
mod governance;
mod remarks;
mod scorecard;
mod standing;

use chrono::NaiveTime;
use pack::content::{Amount, PackContent, Running, Section};
use pack::picture::{Disc as DrawnDisc, Mark as DrawnMark};
use playbook::compliance::{Receipt, receipts};
use playbook::measure::ReportKind;
use playbook::period::Quarter;
use words::Value;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::evidence::Sources;
use crate::exclusivity::Judged;
use crate::judge::Known;
use crate::now::Now;
use crate::scorecard::Scored;
use crate::view::{Disc, DistributorView, Fact, Mark};
use crate::{format, naming, words};

/// What a pack holds: the messages of its sections.
pub(super) const SECTIONS: [&str; 7] = [
    "pack-holds-decision",
    "pack-holds-scorecard",
    "pack-holds-compliance",
    "pack-holds-remarks",
    "pack-holds-governance",
    "pack-holds-evidence",
    "pack-holds-agenda",
];

/// What the sections are filled from: one distributor's quarter, as the window shows it.
struct Shown<'a> {
    scored: Scored<'a>,
    view: DistributorView,
    weekly: Vec<Receipt>,
    monthly: Vec<Receipt>,
}

/// The pack of one distributor and quarter; `revision` is the one it says it is, `None` of a draft.
pub(super) fn fill(
    desk: &Desk,
    known: &Known,
    quarter: Quarter,
    revision: Option<u32>,
    now: Now,
) -> Result<PackContent, DeskError> {
    let versions = desk.versions()?;
    let scored = Scored::new(known, &versions, quarter, now.today);
    let case = known.case(scored.playbook, now.today);
    let of = |kind| receipts(&case, kind, quarter);
    let shown = Shown {
        view: desk.live_view(known, quarter, now)?,
        weekly: of(ReportKind::Weekly),
        monthly: of(ReportKind::Monthly),
        scored,
    };
    let (company, _) = desk.manager()?;
    let mut sources = Sources::of(desk, known, now);
    let decided = known.grants.iter().map(|granted| {
        Section::Decision(Box::new(decision::fill(&shown, &Judged::new(&shown.scored, granted), &company)))
    });
    let mut sections: Vec<Section> = decided.collect();
    sections.push(Section::Scorecard(Box::new(scorecard::fill(&shown))));
    sections.push(Section::Compliance(Box::new(compliance::fill(desk, &shown)?)));
    sections.extend(remarks::fill(&shown, &mut sources)?.map(Section::Remarks));
    let governed = desk.governance_of_quarter(&known.distributor, quarter, now.today)?;
    sections.extend(governance::fill(&governed, quarter).map(|section| Section::Governance(Box::new(section))));
    sections.extend(evidence::fill(&shown, &mut sources)?.map(Section::Evidence));
    sections.push(Section::Agenda(Box::new(agenda::fill(&desk.qbr_view(known, quarter, now)?))));
    Ok(PackContent { running: running(known, (quarter, revision), now, &company), sections })
}

/// What stands on every page.
fn running(known: &Known, (quarter, revision): (Quarter, Option<u32>), now: Now, company: &str) -> Running {
    let words = words();
    let card = &known.distributor.card;
    let quarter = Value::from(format::quarter(words, quarter));
    let as_of = format::day_with_year(words, now.today);
    let cover = match card.start {
        Some(start) => words.say(
            "pack-cover-since",
            &[
                ("place", naming::place(words, card).into()),
                ("currency", card.currency.as_str().into()),
                ("since", format::day_with_year(words, start).into()),
            ],
        ),
        None => words.say(
            "pack-cover",
            &[("place", naming::place(words, card).into()), ("currency", card.currency.as_str().into())],
        ),
    };
    // A name that ends in a full stop ends the sentence itself.
    let name = card.name.strip_suffix('.').unwrap_or(&card.name);
    let foot = [("day", as_of.into()), ("company", company.into()), ("name", Value::from(name))];
    Running {
        distributor: card.name.clone(),
        pack: match revision {
            Some(revision) => words.say("pack-running", &[("quarter", quarter.clone()), ("revision", revision.into())]),
            None => words.say("pack-running-draft", &[("quarter", quarter.clone())]),
        },
        cover,
        foot: words.say(if company.is_empty() { "pack-foot-alone" } else { "pack-foot" }, &foot),
        title: words.say("pack-title", &[("name", card.name.as_str().into()), ("quarter", quarter)]),
        issuer: if company.is_empty() { words.say("pack-issuer", &[]) } else { company.to_owned() },
        // The day alone, at its start: a second run on the same day gives the same bytes.
        made: now.today.and_time(NaiveTime::MIN),
    }
}

/// A shown number as paper takes it.
fn amount(fact: &Fact) -> Amount {
    let known = !fact.provisional && (fact.evidence.is_some() || fact.sort.is_some() || has_digit(&fact.text));
    Amount { value: fact.text.clone(), unit: fact.unit.clone(), known }
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The mark that paper draws.
fn mark(mark: Mark) -> DrawnMark {
    match mark {
        Mark::Green => DrawnMark::Green,
        Mark::Amber => DrawnMark::Amber,
        Mark::Red => DrawnMark::Red,
        Mark::Provisional | Mark::Question | Mark::Working => DrawnMark::Provisional,
        Mark::None | Mark::Refused => DrawnMark::NotApplicable,
        Mark::OnTime => DrawnMark::OnTime,
        Mark::Corrected => DrawnMark::Corrected,
        Mark::Late => DrawnMark::Late,
        Mark::Missing => DrawnMark::Missing,
        Mark::NotDue => DrawnMark::NotYetDue,
        Mark::Met => DrawnMark::Met,
        Mark::NotMet => DrawnMark::NotMet,
    }
}

fn disc(disc: Disc) -> DrawnDisc {
    match disc {
        Disc::Launch => DrawnDisc::Launch,
        Disc::Conditional => DrawnDisc::Conditional,
        Disc::Scale => DrawnDisc::Scale,
        Disc::Lapsed => DrawnDisc::Lapsed,
    }
}
