//! How a report stands on its sheet: its headers and labels with their columns, so that the next month's file is known
//! to be laid out alike, or to have moved.

use crate::draft::{Layout, LayoutColumn};
use crate::grid::Value;

use super::claims::claims;
use super::labels::Label;
use super::page::{Entry, Page};
use super::terms::{Column, Field, Figure};
use super::text::fold;

/// No sheet has more headers.
const MOST: usize = 400;
/// A longer text is a sentence.
const LONGEST: usize = 90;

/// The layout of a page whose tables have these header rows, first and last.
pub(crate) fn of(page: &Page<'_>, headers: &[(u32, u32)]) -> Layout {
    let mut columns: Vec<LayoutColumn> = Vec::new();
    for entry in &page.entries {
        let heads = headers.iter().any(|(top, bottom)| (*top..=*bottom).contains(&entry.place.row));
        let Some(column) = column(entry, heads).filter(|_| columns.len() < MOST) else { continue };
        // A year's months grow from report to report, and blocks repeat their labels.
        let known = |other: &LayoutColumn| {
            other.header == column.header && (column.header.is_empty() || other.column == column.column)
        };
        if !columns.iter().any(known) {
            columns.push(column);
        }
    }
    Layout { fingerprint: fingerprint(&columns), columns }
}

/// A header, or a label that names something; `None` for values and sentences.
fn column(entry: &Entry<'_>, heads: bool) -> Option<LayoutColumn> {
    let is_period = matches!(entry.value, Value::Date(_)) || !claims(entry.text).is_empty();
    let key = key(&entry.label);
    if is_period {
        return heads.then(|| LayoutColumn {
            header: String::new(),
            column: entry.place.letters(),
            key: Some("period".to_owned()),
        });
    }
    let header = fold(entry.text);
    let short = !header.is_empty() && entry.text.chars().count() <= LONGEST && !entry.is_value();
    (short && (heads || key.is_some())).then(|| LayoutColumn {
        header,
        column: entry.place.letters(),
        key: key.map(str::to_owned),
    })
}

/// What a label names, as the contract calls it.
fn key(label: &Label) -> Option<&'static str> {
    let figure = label.figures().first().copied().map(|figure| match figure {
        Figure::Measure(key) => key,
        Figure::NetRevenue | Figure::GrossRevenue | Figure::Sales => "revenue",
        Figure::Units => "units_sold",
        Figure::Returns => "returns",
        Figure::SellIn => "sell_in",
        Figure::NewCustomers => "new_leads",
        Figure::InDays(60) => "forecast_60_days",
        Figure::InDays(_) => "forecast_90_days",
    });
    let field = || match label.field()? {
        Field::Distributor => Some("distributor"),
        Field::Period | Field::WeekOf | Field::WeekEnding | Field::Date => Some("period"),
        Field::Currency => Some("currency"),
        Field::Written | Field::Recipient => None,
    };
    let column = || match label.column()? {
        Column::Invoice => Some("invoice"),
        Column::Customer => Some("customer"),
        Column::Product => Some("product"),
        Column::Quantity => Some("quantity"),
        Column::Price => Some("price"),
        Column::Discount | Column::DiscountShare | Column::DiscountAmount => Some("discount"),
        Column::Amount => Some("amount"),
    };
    figure.or_else(|| label.remark().map(|kind| kind.key())).or_else(field).or_else(column)
}

/// FNV-1a over headers and columns: short, and the same on every machine and in every version.
fn fingerprint(columns: &[LayoutColumn]) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let text = columns.iter().flat_map(|column| [column.header.as_str(), "\t", column.column.as_str(), "\n"]);
    let hash = text
        .flat_map(str::bytes)
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Cell, Place, Sheet};

    fn layout(text: &str, headers: &[(u32, u32)]) -> Layout {
        let cells = text.lines().zip(0..).flat_map(|(line, row)| {
            line.split('|').zip(0..).filter(|(text, _)| !text.is_empty()).map(move |(text, column)| {
                let number = text.parse::<u32>().is_ok();
                let value = if number { Value::Number(text.to_owned()) } else { Value::Text(text.to_owned()) };
                Cell { place: Place { row, column }, value, format: None }
            })
        });
        let sheet = Sheet { cells: cells.collect(), ..Sheet::default() };
        of(&Page::of(&sheet), headers)
    }

    #[test]
    fn another_month_with_other_numbers_and_more_rows_is_laid_out_alike() {
        let march = layout("Report March 2026\n|Branch|Units sold|Revenue\n|A|5|50\n", &[(1, 1)]);
        let april = layout("Report April 2026\n|Branch|Units sold|Revenue\n|A|6|60\n|B|7|70\n", &[(1, 1)]);
        assert_eq!(march, april);
        assert_eq!(march.fingerprint.len(), 16);
        let keys: Vec<_> = march.columns.iter().map(|c| (c.column.as_str(), c.key.as_deref())).collect();
        assert_eq!(keys, [("B", None), ("C", Some("units_sold")), ("D", Some("revenue"))]);
        let longer = layout("KPI|Jan 2026|Feb 2026|Mar 2026\nLeads|1|2|3", &[(0, 0)]);
        assert_eq!(longer, layout("KPI|Jan 2026\nLeads|1", &[(0, 0)]));
    }

    #[test]
    fn a_moved_column_or_another_label_is_another_layout() {
        let known = layout("Branch|Units sold|Revenue\nA|5|50\n", &[(0, 0)]);
        let moved = layout("Branch|Revenue|Units sold\nA|50|5\n", &[(0, 0)]);
        assert_ne!(known.fingerprint, moved.fingerprint);
        let form = layout("Leads|5\nQuotes|6", &[]);
        assert_ne!(form.fingerprint, layout("Leads|5\nPO masuk|6", &[]).fingerprint);
        assert_eq!(layout("Hello|5", &[]), Layout::default());
    }
}
