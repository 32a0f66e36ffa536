//! Pricing and promotions of one distributor: the approver matrix, windows, requests, breaches and the checklist.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, Fact, Mark, Name};

/// Pricing and promotions, as of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GovernanceView {
    /// The distributor's id.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// `2026-09`.
    pub month: String,
    /// To choose from, newest first.
    pub months: Vec<Choice>,
    /// The answer in words: how many breaches the month has.
    pub lead: String,
    /// What a reader must know of the lists behind it.
    pub notes: Vec<String>,
    /// Today, ISO.
    pub today: String,
    /// Who approves unless another is named: the manager.
    pub approver: String,
    /// The sign of its money.
    pub currency: String,
    /// Kinds of promotion.
    pub kinds: Vec<Choice>,
    /// Lines and promotions beyond what was allowed in the month.
    pub breaches: Vec<BreachRow>,
    /// The approver matrix.
    pub bands: Vec<BandRow>,
    /// Requests above the band, the waiting ones first.
    pub requests: Vec<RequestRow>,
    /// Promotions, the newest window first.
    pub promotions: Vec<PromotionRow>,
    /// The checklist of the month.
    pub checklist: Vec<CheckRow>,
    /// `4 of 6`.
    pub checked: String,
}

/// A line or a promotion beyond what was allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BreachRow {
    /// The rule, in words.
    pub rule: String,
    /// `Thu 10 Sep`, or the days of a promotion.
    pub day: String,
    /// The product, or the promotion.
    pub what: String,
    /// `12 pcs, 1,080,000 Rp`; may be empty.
    pub sold: String,
    /// `10 %`, or the window.
    pub allowed: String,
    /// What allowed that.
    pub by: String,
    /// What was found; opens the sheet at the line.
    pub found: Fact,
    /// `Rekap!H12`; empty for a promotion.
    pub place: String,
}

/// A row of the approver matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BandRow {
    /// Who approves.
    pub approver: String,
    /// `10 %`.
    pub maximum: String,
    /// `All products`.
    pub products: String,
    /// Whether it is asked for.
    pub asking: String,
    /// `Supplier-funded`; may be empty.
    pub funded: String,
    /// `since 1 January 2026`.
    pub holds: String,
    /// Whether it holds today.
    pub current: bool,
    /// To edit.
    pub form: BandForm,
}

/// What a manager says of a row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BandForm {
    /// Its id; empty for a new one.
    pub id: String,
    /// The distributor's id; empty for every distributor.
    pub distributor: String,
    /// Who approves.
    pub approver: String,
    /// In percent.
    pub maximum: String,
    /// Names between commas; empty for all.
    pub products: String,
    /// `free` or `asked`.
    pub asking: String,
    /// Whether the supplier funds it.
    pub supplier_funded: bool,
    /// ISO.
    pub first: String,
    /// ISO; empty until it ends.
    pub last: String,
}

/// A promotion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PromotionRow {
    /// Its name.
    pub name: String,
    /// `Season`.
    pub kind: String,
    /// `10 to 20 Sep 2026`.
    pub window: String,
    /// `All products`.
    pub products: String,
    /// `25 %`.
    pub maximum: String,
    /// Where it is.
    pub mark: Mark,
    /// The same in words.
    pub state: String,
    /// Units and money, planned against sold.
    pub results: Vec<ResultLine>,
    /// When it was run and what was noted; may be empty.
    pub note: String,
    /// Whether it touches the month.
    pub in_month: bool,
    /// Whether a result can be noted: its window has begun.
    pub can_note: bool,
    /// To edit.
    pub form: PromotionForm,
    /// To note the result.
    pub run: RunForm,
}

/// What was planned and what was sold, of one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultLine {
    /// `Units`.
    pub title: String,
    /// `1,000`; a dash where nothing was planned.
    pub planned: String,
    /// `750`; a dash while it is not known.
    pub sold: String,
    /// `75 %`; empty while it is not known.
    pub reached: String,
}

/// What a manager says of a promotion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PromotionForm {
    /// Its id; empty for a new one.
    pub id: String,
    /// The distributor's id.
    pub distributor: String,
    /// Its name.
    pub name: String,
    /// `season`, `event` or `bundle`.
    pub kind: String,
    /// ISO.
    pub first: String,
    /// ISO, inside.
    pub last: String,
    /// Names between commas; empty for all.
    pub products: String,
    /// In percent.
    pub maximum: String,
    /// May be empty.
    pub units: String,
    /// May be empty.
    pub revenue: String,
}

/// What a manager says of how a promotion was run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunForm {
    /// The promotion's id.
    pub promotion: String,
    /// ISO.
    pub first: String,
    /// ISO.
    pub last: String,
    /// May be empty.
    pub units: String,
    /// May be empty.
    pub revenue: String,
    /// What worked and what hurt; may be empty.
    pub note: String,
}

/// A request for a discount above the band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestRow {
    /// Its id.
    pub id: String,
    /// `20 %`.
    pub share: String,
    /// `All products`.
    pub products: String,
    /// Why.
    pub reason: String,
    /// `Rina Kartika, 1 Sep`.
    pub asked: String,
    /// Where it is.
    pub mark: Mark,
    /// The same in words.
    pub state: String,
    /// Who answered, when and why; may be empty.
    pub answer: String,
    /// Whether nobody answered yet.
    pub waiting: bool,
    /// Who may approve it, in a sentence.
    pub may_approve: String,
}

/// What a distributor asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestForm {
    /// The distributor's id.
    pub distributor: String,
    /// Names between commas; empty for all.
    pub products: String,
    /// In percent.
    pub share: String,
    /// Why.
    pub reason: String,
    /// Who asks.
    pub by: String,
    /// The day it was asked for, ISO.
    pub on: String,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerForm {
    /// The request's id.
    pub request: String,
    /// `approve` or `refuse`.
    pub outcome: String,
    /// Who answers.
    pub by: String,
    /// The day from which it holds, ISO.
    pub on: String,
    /// The last day, ISO; empty where it is refused.
    pub until: String,
    /// Why; may be empty where it is approved.
    pub reason: String,
}

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckRow {
    /// Its key.
    pub key: String,
    /// What is to be so.
    pub title: String,
    /// What the record shows of it: `2 bands hold`; may be empty.
    pub shows: String,
    /// Whether it is ticked.
    pub ticked: bool,
    /// `Tan Mei Lin, 2 Oct`; empty while it isn't.
    pub by: String,
}
