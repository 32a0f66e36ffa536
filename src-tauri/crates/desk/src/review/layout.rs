//! A layout against the one that was settled: what moved, what is new, what is gone.

use std::collections::BTreeSet;

use intake::draft::Layout;
use serde::{Deserialize, Serialize};
use store::Label;

/// What is different about a layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Change {
    /// A header stands in another column.
    Moved { header: String, from: String, to: String },
    /// A header is new; the next one after it, where there is one.
    New { header: String, at: String, before: Option<String> },
    /// A header that named something is gone.
    Gone { header: String, from: String },
    /// A column has another header now, and means the same.
    Renamed { from: String, to: String, at: String },
}

/// Headers that two layouts must share, of each hundred, to be the same one that changed.
const SHARED: usize = 50;

/// The headers of a draft's layout.
pub(crate) fn labels(layout: &Layout) -> Vec<Label> {
    let label = |column: &intake::draft::LayoutColumn| Label {
        header: column.header.clone(),
        letters: column.column.clone(),
        names: column.key.clone(),
    };
    layout.columns.iter().map(label).collect()
}

/// How many of each hundred headers two layouts share.
pub(crate) fn likeness(settled: &[Label], now: &[Label]) -> usize {
    let words = |labels: &[Label]| -> BTreeSet<String> {
        labels.iter().map(|label| label.header.clone()).filter(|header| !header.is_empty()).collect()
    };
    let (settled, now) = (words(settled), words(now));
    let most = settled.len().max(now.len());
    (settled.intersection(&now).count() * 100).checked_div(most).unwrap_or(0)
}

/// Whether two layouts are likely the same one that changed.
pub(crate) fn is_alike(settled: &[Label], now: &[Label]) -> bool {
    likeness(settled, now) >= SHARED
}

/// What is different now, in the order of the sheet. Words that name nothing come and go unsaid.
pub(crate) fn changes(settled: &[Label], now: &[Label]) -> Vec<Change> {
    let mut changes = Vec::new();
    let held = |labels: &[Label], header: &str| labels.iter().find(|label| label.header == header).cloned();
    let mut renamed: BTreeSet<String> = BTreeSet::new();
    for (index, label) in now.iter().enumerate().filter(|(_, label)| !label.header.is_empty()) {
        match held(settled, &label.header) {
            Some(before) if before.letters != label.letters => changes.push(Change::Moved {
                header: label.header.clone(),
                from: before.letters,
                to: label.letters.clone(),
            }),
            Some(_) => {}
            None => {
                let same_place = |before: &&Label| {
                    before.letters == label.letters
                        && before.names.is_some()
                        && before.names == label.names
                        && held(now, &before.header).is_none()
                };
                if let Some(before) = settled.iter().find(same_place) {
                    renamed.insert(before.header.clone());
                    let (from, to) = (before.header.clone(), label.header.clone());
                    changes.push(Change::Renamed { from, to, at: label.letters.clone() });
                } else {
                    let next = now[index + 1..].iter().find(|next| !next.header.is_empty());
                    let before = next.map(|next| next.header.clone());
                    changes.push(Change::New { header: label.header.clone(), at: label.letters.clone(), before });
                }
            }
        }
    }
    let gone = settled.iter().filter(|label| {
        let named = label.names.is_some() && !label.header.is_empty();
        named && held(now, &label.header).is_none() && !renamed.contains(&label.header)
    });
    changes.extend(gone.map(|label| Change::Gone { header: label.header.clone(), from: label.letters.clone() }));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(labels: &[(&str, &str, &str)]) -> Vec<Label> {
        let label = |(header, letters, names): &(&str, &str, &str)| Label {
            header: (*header).into(),
            letters: (*letters).into(),
            names: (!names.is_empty()).then(|| (*names).into()),
        };
        labels.iter().map(label).collect()
    }

    const SETTLED: &[(&str, &str, &str)] =
        &[("no", "A", ""), ("omzet", "F", "revenue"), ("prospek", "G", "leads"), ("", "H", "period")];

    #[test]
    fn a_column_that_moved_and_the_one_that_pushed_it_are_named() {
        let now = layout(&[("no", "A", ""), ("target", "F", ""), ("omzet", "G", "revenue"), ("prospek", "H", "leads")]);
        let moved = |header: &str, from: &str, to: &str| Change::Moved {
            header: header.into(),
            from: from.into(),
            to: to.into(),
        };
        assert_eq!(
            changes(&layout(SETTLED), &now),
            [
                Change::New { header: "target".into(), at: "F".into(), before: Some("omzet".into()) },
                moved("omzet", "F", "G"),
                moved("prospek", "G", "H"),
            ]
        );
        assert!(is_alike(&layout(SETTLED), &now));
    }

    #[test]
    fn a_header_that_is_renamed_or_gone_is_named() {
        let now = layout(&[("no", "A", ""), ("penjualan", "F", "revenue")]);
        assert_eq!(
            changes(&layout(SETTLED), &now),
            [
                Change::Renamed { from: "omzet".into(), to: "penjualan".into(), at: "F".into() },
                Change::Gone { header: "prospek".into(), from: "G".into() },
            ]
        );
    }

    #[test]
    fn the_same_is_no_change_and_another_sheet_no_kin() {
        assert_eq!(changes(&layout(SETTLED), &layout(SETTLED)), []);
        assert!(!is_alike(&layout(SETTLED), &layout(&[("sku", "A", ""), ("harga", "B", ""), ("no", "C", "")])));
        assert!(!is_alike(&[], &[]));
    }
}
