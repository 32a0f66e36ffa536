//! The app's own templates: where each field of the weekly and the monthly form stands. The writer of templates and the
//! reader of filled ones share this, so that a filled template needs no mapping.

use crate::measure::{MEASURES, MeasureKey, RemarkKind, ReportKind};

/// The column of labels, of values and of hints on a form: A, B and C.
pub const COLUMNS: [&str; 3] = ["A", "B", "C"];

/// A form: what a distributor fills in for one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The report it is for.
    pub kind: ReportKind,
    /// The visible form code in [`Form::CODE_CELL`]: all that survives every re-save.
    pub code: &'static str,
    /// The fields from top to bottom.
    pub fields: Vec<Field>,
}

/// A row of a form: the value stands in column B of `row`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The row, counted from 1 as on the sheet.
    pub row: u32,
    /// What it states.
    pub states: States,
}

/// What a field of a form states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum States {
    /// The distributor's registered name.
    Distributor,
    /// `2026-W41` or `2026-10`.
    Period,
    /// ISO 4217 (monthly only).
    Currency,
    /// A number.
    Measure(MeasureKey),
    /// One remark; a blocker has its category in column C.
    Remark(RemarkKind),
}

impl Form {
    /// Where the form code stands.
    pub const CODE_CELL: &'static str = "C1";
    /// Remarks of one kind that fit on a form.
    pub const REMARKS: u32 = 5;

    /// The form of a report kind.
    #[must_use]
    pub fn of(kind: ReportKind) -> Self {
        let mut states = vec![States::Distributor, States::Period];
        if kind == ReportKind::Monthly {
            states.push(States::Currency);
        }
        let mut fields = rows(3, states);
        let measures = MEASURES.iter().filter(|m| m.report == kind && m.is_asked_for());
        fields.extend(rows(next_block(&fields), measures.map(|m| States::Measure(m.key.clone())).collect()));
        for remark in RemarkKind::ALL.into_iter().filter(|remark| remark.report() == kind) {
            let block = (0..Self::REMARKS).map(|_| States::Remark(remark)).collect();
            fields.extend(rows(next_block(&fields), block));
        }
        let code = match kind {
            ReportKind::Weekly => "ENTREPOT-W1",
            ReportKind::Monthly => "ENTREPOT-M1",
        };
        Self { kind, code, fields }
    }

    /// The form of a visible form code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [ReportKind::Weekly, ReportKind::Monthly].map(Self::of).into_iter().find(|form| form.code == code.trim())
    }
}

/// A block starts two rows below the last field: one row is free, one holds the block's heading.
fn next_block(fields: &[Field]) -> u32 {
    fields.last().map_or(3, |field| field.row + 3)
}

fn rows(first: u32, states: Vec<States>) -> Vec<Field> {
    (first..).zip(states).map(|(row, states)| Field { row, states }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_found_by_its_code_and_its_rows_never_collide() {
        for kind in [ReportKind::Weekly, ReportKind::Monthly] {
            let form = Form::of(kind);
            assert_eq!(Form::from_code(form.code), Some(form.clone()));
            assert!(form.fields.windows(2).all(|pair| pair[0].row < pair[1].row));
        }
    }
}
