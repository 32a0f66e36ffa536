//! Batches: what became of files that came together.

use serde::Serialize;
use ts_rs::TS;

use super::Mark;

/// Files that came together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchHead {
    /// What to ask for it by.
    pub number: i32,
    /// `5 files, 8 Oct 09:38`.
    pub title: String,
    /// `2 stored, 1 waiting, 2 refused`.
    pub summary: String,
    /// The entries that stored its files and can be taken back.
    pub entries: Vec<String>,
    /// Files of it that wait.
    pub waiting: i32,
}

/// What became of each file of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchView {
    /// The batch.
    pub head: BatchHead,
    /// Its files, as they came.
    pub lines: Vec<BatchLine>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchLine {
    /// The file's name.
    pub name: String,
    /// `stored`, `revised`, `unchanged`, `same`, `partly`, `waiting`, `aside`, `no-report`, `refused` or `undone`.
    pub key: String,
    /// Its mark.
    pub mark: Mark,
    /// `Stored`; `3 stored, 1 waiting` of a file that is partly in.
    pub outcome: String,
    /// Why, in a sentence; may be empty.
    pub why: String,
    /// `Cahaya Nusantara: Monthly summary, September 2026`.
    pub reports: String,
    /// The day it was received, ISO.
    pub received: String,
    /// The entries that stored it and can be taken back, the oldest first.
    pub entries: Vec<String>,
}
