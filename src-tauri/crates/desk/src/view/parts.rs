//! The parts that several screens share: facts, marks, words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A number as shown, which opens its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The figure, formatted; or a word such as `due` where it is unknown; or `–` where it does not apply.
    pub text: String,
    /// The quiet unit behind it; empty where the heading has it.
    pub unit: String,
    /// What to ask `evidence` for; `None` where nothing stands behind it.
    pub evidence: Option<String>,
    /// Whether it may still change: shown without weight.
    pub provisional: bool,
    /// Its place in a sort, in any scale; `None` sorts last.
    pub sort: Option<i32>,
}

/// A status by letter, shape and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// G, circle.
    Green,
    /// A, diamond.
    Amber,
    /// R, square.
    Red,
    /// P, dashed circle.
    Provisional,
    /// A dash: does not apply.
    None,
    /// T, circle.
    OnTime,
    /// C, circle.
    Corrected,
    /// L, diamond.
    Late,
    /// M, square.
    Missing,
    /// D, dashed.
    NotDue,
    /// A tick in a circle.
    Met,
    /// A cross in a square.
    NotMet,
    /// A question mark in a diamond.
    Question,
    /// A dashed circle: being read.
    Working,
    /// A cross in a square: can't be read.
    Refused,
}

/// The standing of a grant, as a disc that fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Disc {
    /// A quarter.
    Launch,
    /// Half.
    Conditional,
    /// Full.
    Scale,
    /// Struck.
    Lapsed,
}

/// A name in its own script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Name {
    /// The name.
    pub text: String,
    /// BCP 47, for the `lang` attribute; `und` when not known.
    pub lang: String,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they carry the sentence.
    pub strong: bool,
}

/// One of several to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What to send back.
    pub key: String,
    /// What to show.
    pub label: String,
}

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something could not be done.
    Stops,
    /// Something waits for an answer.
    Asks,
    /// Something is odd and was kept as it is.
    Warns,
}

/// Something wrong with what was given; everything else went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// File, sheet and cell, as far as known.
    pub place: String,
    /// What happened.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}
