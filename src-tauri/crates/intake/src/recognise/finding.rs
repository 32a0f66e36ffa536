//! A finding: a figure that a sheet names, and the cell or the part of a cell that states it.

use rust_decimal::Decimal;

use crate::grid::{Place, Value};

use super::labels::{Counts, Label};
use super::money::Mark;
use super::page::Entry;
use super::terms::Figure;

/// What stands where a figure's number is expected.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content<'a> {
    /// A cell's value.
    Cell(&'a Value),
    /// A part of a cell's text: `6` of `Discovery 6, Proposal 4`.
    Part(String),
    /// Numbers that fit equally: several columns, or rows without a total. Their sum if that is what they lack.
    Several(Vec<Decimal>),
}

/// A figure and its number, before it is known what report it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Finding<'a> {
    /// What its label can name.
    pub(crate) figures: Vec<Figure>,
    /// What is stated.
    pub(crate) content: Content<'a>,
    /// Where.
    pub(crate) place: Place,
    /// The number format.
    pub(crate) format: Option<&'a str>,
    /// Thousands or millions by its label, column or unit.
    pub(crate) scale: Option<Decimal>,
    /// Its currency by its label, column or unit.
    pub(crate) currency: Option<Mark>,
    /// What it counts, by its label, column or unit.
    pub(crate) counts: Option<Counts>,
    /// Whether its label says something that the dictionary doesn't know.
    pub(crate) qualified: bool,
    /// Which row or column of a table it belongs to, if the table has one report a row or column.
    pub(crate) group: Option<usize>,
}

impl<'a> Finding<'a> {
    /// A cell that states what a label names.
    pub(crate) fn of(figures: Vec<Figure>, entry: &Entry<'a>, label: &Label) -> Self {
        Self {
            figures,
            content: Content::Cell(entry.value),
            place: entry.place,
            format: entry.format,
            scale: label.scale,
            currency: label.currency,
            counts: label.counts,
            qualified: label.qualified,
            group: None,
        }
    }

    /// What a column's head or a unit beside it says besides, where the label says nothing.
    pub(crate) fn also(mut self, label: &Label) -> Self {
        self.scale = self.scale.or(label.scale);
        self.currency = self.currency.or(label.currency);
        self.counts = self.counts.or(label.counts);
        self
    }
}

/// Who and when a row or column of a table is about.
#[derive(Debug, Clone, Default)]
pub(crate) struct Group {
    /// Who, as written.
    pub(crate) who: Option<(String, Place)>,
    /// When, by cells: a date cell, or a text with the text of its heads.
    pub(crate) when: Option<When>,
}

/// A cell that says when.
#[derive(Debug, Clone)]
pub(crate) struct When {
    /// Its text, or its date.
    pub(crate) text: String,
    /// Whether it is a date cell.
    pub(crate) is_date: bool,
    /// Where it stands.
    pub(crate) place: Place,
    /// What its days are, by its head.
    pub(crate) day_is: super::periods::DayIs,
}

/// A remark with its place, before it is known which report it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// Its kind, category, text and place.
    pub(crate) remark: crate::draft::Remark,
    /// As [`Finding::group`].
    pub(crate) group: Option<usize>,
}

/// A part of a sheet that was read: what stands in it is not read again as something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    /// The first and the last row.
    pub(crate) rows: (u32, u32),
    /// The first and the last column.
    pub(crate) columns: (u32, u32),
}

impl Area {
    /// Whether a place lies in it.
    pub(crate) fn holds(&self, place: Place) -> bool {
        (self.rows.0..=self.rows.1).contains(&place.row) && (self.columns.0..=self.columns.1).contains(&place.column)
    }
}

/// All that a sheet states.
#[derive(Debug, Default)]
pub(crate) struct Findings<'a> {
    /// Figures.
    pub(crate) figures: Vec<Finding<'a>>,
    /// Remarks.
    pub(crate) remarks: Vec<Said>,
    /// Rows and columns that are reports of their own.
    pub(crate) groups: Vec<Group>,
    /// Whether a table's head says outright that its numbers are the period's own.
    pub(crate) has_actual: bool,
    /// The first row where a report's structure stands: what is above it is its title.
    pub(crate) first_row: Option<u32>,
    /// How it all stands on the sheet.
    pub(crate) layout: crate::draft::Layout,
}

impl Findings<'_> {
    /// Structure stands on that row.
    pub(crate) fn saw(&mut self, row: u32) {
        self.first_row = Some(self.first_row.map_or(row, |first| first.min(row)));
    }
}
