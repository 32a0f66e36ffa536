//! A draft: what a file was understood to report, before anyone confirmed it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use playbook::measure::{BlockerCategory, MeasureKey, RemarkKind, Unit};
use playbook::number::Quantity;
use playbook::period::{Month, Period};
use serde::{Deserialize, Serialize};

use crate::grid::Place;
use crate::mail::MailHint;

/// A distributor as recognition knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The registered name.
    pub name: String,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2, with the subdivision where a state matters: `MY-14`.
    pub country: String,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47; empty when not known.
    pub locale: String,
}

/// A measure that the manager added to those that ship: reports are searched for its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnLabel {
    /// Its key.
    pub key: String,
    /// What reports call it.
    pub title: String,
    /// The key of what it counts.
    pub counts: String,
    /// The key of the report that states it.
    pub report: String,
}

impl OwnLabel {
    /// What it counts.
    #[must_use]
    pub fn unit(&self) -> Unit {
        Unit::from_key(&self.counts).unwrap_or(Unit::Units)
    }
}

/// What recognition may take for granted: the distributors, the day and the file's name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Context {
    /// The distributors on the register.
    pub register: Vec<Known>,
    /// Today, `2026-11-02`: a report is rarely about the future.
    pub today: String,
    /// The file's own name, without folders.
    pub file_name: String,
    /// What the e-mail says that carried it, if one did.
    pub mail: Option<MailHint>,
    /// The measures that the manager added to those that ship.
    pub own: Vec<OwnLabel>,
}

/// What kind of report a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A weekly update.
    Weekly,
    /// A monthly summary.
    Monthly,
    /// A raw list of sales.
    Lines,
}

/// A proposed report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The sheet it stands on; `None` for CSV and text files.
    pub sheet: Option<String>,
    /// Its kind, unless asked about.
    pub kind: Option<Kind>,
    /// The registered name, unless asked about.
    pub distributor: Option<Found<String>>,
    /// The week or month, unless asked about; the first month of `lines`.
    pub period: Option<Found<Period>>,
    /// ISO 4217, unless asked about.
    pub currency: Option<Found<String>>,
    /// What it states.
    #[serde(with = "crate::wire::map")]
    pub measures: BTreeMap<MeasureKey, Stated>,
    /// What it says in words, in the sheet's order.
    pub remarks: Vec<Remark>,
    /// The totals of a raw list of sales.
    pub lines: Option<Lines>,
    /// What the file leaves open. A field that is asked about is left out above.
    pub questions: Vec<Question>,
    /// Whether the app's own template was recognised: no mapping was needed.
    pub template: bool,
    /// How it stands on its sheet.
    pub layout: Layout,
}

/// How a report stands on its sheet: what the next one of its kind is known by. It says nothing of the period, nor of how
/// many rows there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The same for sheets with the same headers in the same columns; empty where nothing heads anything.
    pub fingerprint: String,
    /// Each header once, by row, then column.
    pub columns: Vec<LayoutColumn>,
}

/// A header or a label, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayoutColumn {
    /// Its words without case, accents and punctuation; empty for a header that is a period.
    pub header: String,
    /// The letters of its column.
    pub column: String,
    /// What it names: a measure, a kind of remark, `distributor`, `period`, `currency`, or a column of a list of sales.
    pub key: Option<String>,
}

/// A value, and the cell that says so (`None`: the file's or the sheet's name, or the register).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "T: crate::wire::Wire")]
pub struct Found<T> {
    /// The value.
    #[serde(with = "crate::wire")]
    pub value: T,
    /// Where it stands.
    pub place: Option<Place>,
}

/// A number and its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// The value in base units: "4.1 jt" is 4100000, "12,5%" is 0.125.
    #[serde(with = "crate::wire")]
    pub value: Quantity,
    /// Where it stands.
    pub place: Place,
}

/// A sentence and its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is about.
    #[serde(with = "crate::wire")]
    pub kind: RemarkKind,
    /// For a blocker.
    #[serde(with = "crate::wire::maybe")]
    pub category: Option<BlockerCategory>,
    /// The sentence, without its bullet or number.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// The totals of a raw list of sales, over its data rows only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines {
    /// Data rows.
    pub count: u32,
    /// Units.
    #[serde(with = "crate::wire::maybe")]
    pub quantity: Option<Quantity>,
    /// Money.
    #[serde(with = "crate::wire::maybe")]
    pub amount: Option<Quantity>,
    /// The first day sold.
    #[serde(with = "crate::wire::maybe")]
    pub first: Option<NaiveDate>,
    /// The last day sold.
    #[serde(with = "crate::wire::maybe")]
    pub last: Option<NaiveDate>,
    /// The last month, where the lines span several.
    #[serde(with = "crate::wire::maybe")]
    pub last_month: Option<Month>,
    /// How many rows carry a discount.
    pub discounts: u32,
    /// Those rows in the list's order; of very many, the ones with the largest discounts.
    pub discounted: Vec<Discounted>,
}

/// A row of a raw list of sales that carries a discount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discounted {
    /// The cell of the discount.
    pub place: Place,
    /// The day sold, unless it can be read in two ways.
    #[serde(with = "crate::wire::maybe")]
    pub day: Option<NaiveDate>,
    /// What was sold, as the list's columns name it, ` · ` between them; empty where none does.
    pub product: String,
    /// Units.
    #[serde(with = "crate::wire::maybe")]
    pub quantity: Option<Quantity>,
    /// Money.
    #[serde(with = "crate::wire::maybe")]
    pub amount: Option<Quantity>,
    /// How much was taken off.
    pub off: Off,
}

/// How much a row takes off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Off {
    /// A share: 10 % is 0.1.
    Share(#[serde(with = "crate::wire")] Quantity),
    /// Money, off a price before the discount.
    Money {
        /// What was taken off.
        #[serde(with = "crate::wire")]
        off: Quantity,
        /// What it would have been.
        #[serde(with = "crate::wire")]
        gross: Quantity,
    },
    /// The list doesn't say of what, or whether it is money or a share: the cell's text.
    Open(String),
}

/// Something the file leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The field that is left open.
    pub about: About,
    /// Why it is open.
    pub why: Why,
    /// The text in the file that raises it.
    pub text: String,
    /// Where, if in a cell.
    pub place: Option<Place>,
    /// Answers to choose from, likeliest first; empty when only the user can say.
    pub choices: Vec<Choice>,
}

/// The field a question is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum About {
    /// Who reports.
    Distributor,
    /// Weekly, monthly or a list.
    Kind,
    /// Which week or month.
    Period,
    /// Which money.
    Currency,
    /// A number.
    Measure(#[serde(with = "crate::wire")] MeasureKey),
}

impl About {
    /// The contract's name of the field.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Distributor => "distributor",
            Self::Kind => "kind",
            Self::Period => "period",
            Self::Currency => "currency",
            Self::Measure(key) => key.as_str(),
        }
    }
}

/// An answer, typed as its field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// A registered name.
    Distributor(String),
    /// A kind.
    Kind(Kind),
    /// A week or month.
    Period(#[serde(with = "crate::wire")] Period),
    /// ISO 4217.
    Currency(String),
    /// A value in base units.
    Value(#[serde(with = "crate::wire")] Quantity),
}

/// Why something is asked; the desk words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Why {
    /// The file says nothing that names it.
    NotSaid,
    /// Several fit equally.
    Several,
    /// It resembles a known one, but isn't it.
    Resembles,
    /// A day and a month can't be told apart.
    DayOrMonth,
    /// Thousands or decimals: `1.500`.
    Separator,
    /// The unit (thousands, millions, cartons) isn't said, or is doubtful.
    Unit,
    /// Two places disagree.
    Disagree,
    /// A cached error such as `#REF!`.
    CellError,
    /// A formula whose value was not kept.
    NoValue,
    /// An approximate text: `~15`, `40-45`, `RM 12k?`.
    Approximate,
    /// An amount in another currency than the report's.
    OtherCurrency,
    /// Not a number: `1O5`.
    NotANumber,
    /// Negative, fractional or too large for what it is.
    Implausible,
}

/// Why a file can't be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Refusal {
    /// It is password protected.
    Encrypted,
    /// It holds no sheet at all: a picture, a letter, a program.
    NotASpreadsheet,
    /// Its content is broken.
    Damaged,
    /// It needs more memory, time or room than a report does.
    TooLarge,
    /// There is nothing in it.
    Empty,
}

impl Refusal {
    /// The contract's name of the reason.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Encrypted => "encrypted",
            Self::NotASpreadsheet => "not-a-spreadsheet",
            Self::Damaged => "damaged",
            Self::TooLarge => "too-large",
            Self::Empty => "empty",
        }
    }
}
