//! A report's words: what a distributor stated for a period, each value with its cell.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use playbook::measure::{BlockerCategory, MeasureKey, RemarkKind, ReportKind};
use playbook::number::Quantity;
use playbook::period::{Month, Period};

use crate::{DistributorId, Entry, EntryId, FileId, ReportId, SalesLine};

/// What kind of report it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A weekly update.
    Weekly,
    /// A monthly summary.
    Monthly,
    /// A raw list of sales.
    Lines,
}

impl Kind {
    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Lines => "lines",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Weekly, Self::Monthly, Self::Lines].into_iter().find(|kind| kind.key() == key)
    }

    /// The report that is due, if it is one: a list of sales is not.
    #[must_use]
    pub fn report(self) -> Option<ReportKind> {
        match self {
            Self::Weekly => Some(ReportKind::Weekly),
            Self::Monthly => Some(ReportKind::Monthly),
            Self::Lines => None,
        }
    }
}

impl From<ReportKind> for Kind {
    fn from(kind: ReportKind) -> Self {
        match kind {
            ReportKind::Weekly => Self::Weekly,
            ReportKind::Monthly => Self::Monthly,
        }
    }
}

/// A report to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// Who reports.
    pub distributor: DistributorId,
    /// What it is.
    pub kind: Kind,
    /// The week or month; the first month of a list of sales.
    pub period: Period,
    /// The last month, where a list of sales spans several.
    pub last_month: Option<Month>,
    /// The sheet it stands on; `None` for CSV and text files.
    pub sheet: Option<String>,
    /// ISO 4217; `None` where it holds no money.
    pub currency: Option<String>,
    /// The day it was received: on time or late goes by this.
    pub received: NaiveDate,
    /// What it states in numbers.
    pub measures: BTreeMap<MeasureKey, Stated>,
    /// What it states in words, in its order.
    pub remarks: Vec<Remark>,
    /// The totals of a list of sales.
    pub lines: Option<Lines>,
    /// What a person answered where the file left something open.
    pub answers: Vec<Answer>,
}

/// A number and its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The value.
    pub value: Quantity,
    /// Where it stands, `A1` style; `None` when a person stated it.
    pub cell: Option<String>,
}

/// A sentence and its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub kind: RemarkKind,
    /// For a blocker.
    pub category: Option<BlockerCategory>,
    /// The sentence.
    pub text: String,
    /// Where it stands, `A1` style.
    pub cell: Option<String>,
}

/// The totals of a raw list of sales, over its data rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// Data rows.
    pub count: u32,
    /// Units.
    pub quantity: Option<Quantity>,
    /// Money, in the report's currency.
    pub amount: Option<Quantity>,
    /// The first day sold.
    pub first: Option<NaiveDate>,
    /// The last day sold.
    pub last: Option<NaiveDate>,
    /// How many rows carry a discount.
    pub discounts: u32,
    /// Those rows; of very many, the ones with the largest discounts.
    pub discounted: Vec<SalesLine>,
}

/// What a person answered to a question that a file left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The field: `period`, `currency`, a measure's key.
    pub about: String,
    /// What the file says.
    pub text: String,
    /// Where, `A1` style, if in a cell.
    pub cell: Option<String>,
    /// What the person chose, as text of the field's type.
    pub choice: String,
}

/// What became of a report that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// The first that counts for its distributor, kind and period.
    New(ReportId),
    /// A correction.
    Corrected {
        /// The new revision.
        report: ReportId,
        /// The revision that counted until now.
        before: ReportId,
    },
    /// It is stored already: nothing was added.
    Unchanged(ReportId),
}

impl Added {
    /// The report that holds what was added.
    #[must_use]
    pub fn report(self) -> ReportId {
        match self {
            Self::New(report) | Self::Corrected { report, .. } | Self::Unchanged(report) => report,
        }
    }
}

/// A report revision as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its id.
    pub id: ReportId,
    /// The entry that added it.
    pub entry: EntryId,
    /// Who reports.
    pub distributor: DistributorId,
    /// What it is.
    pub kind: Kind,
    /// The week or month; the first month of a list of sales.
    pub period: Period,
    /// The last month, where a list of sales spans several.
    pub last_month: Option<Month>,
    /// Counted from 1, over all that were ever recorded for this distributor, kind and period, undone ones too.
    pub revision: u32,
    /// The file's content.
    pub file: FileId,
    /// What the file was called when it arrived.
    pub file_name: String,
    /// The sheet it stands on; `None` for CSV and text files.
    pub sheet: Option<String>,
    /// ISO 4217; `None` where it holds no money.
    pub currency: Option<String>,
    /// The day it was received.
    pub received: NaiveDate,
}

/// A report revision with all it states, and the entry that says who confirmed it when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What, whose and whence.
    pub about: Revision,
    /// What it states in numbers.
    pub measures: BTreeMap<MeasureKey, Stated>,
    /// What it states in words, in its order.
    pub remarks: Vec<Remark>,
    /// The totals of a list of sales.
    pub lines: Option<Lines>,
    /// What a person answered where the file left something open.
    pub answers: Vec<Answer>,
    /// Who confirmed it, when.
    pub entry: Entry,
}
