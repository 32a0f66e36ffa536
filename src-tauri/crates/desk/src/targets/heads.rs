//! The columns by which a block or a file names grants.

use crate::exclusivity::Meant;
use crate::table::{Cell, Table};

/// Where they stand.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct GrantColumns {
    grant: Option<usize>,
    territory: Option<usize>,
    products: Option<usize>,
}

impl GrantColumns {
    /// Those of a row of headings.
    pub(super) fn of(headings: &[Cell]) -> Self {
        let named =
            |names: &[&str]| headings.iter().position(|cell| names.contains(&cell.text.to_lowercase().as_str()));
        Self {
            grant: named(&["grant"]),
            territory: named(&["territory"]),
            products: named(&["product line", "product lines", "products"]),
        }
    }

    pub(super) fn are_any(&self) -> bool {
        *self != Self::default()
    }

    pub(super) fn has(&self, column: usize) -> bool {
        [self.grant, self.territory, self.products].contains(&Some(column))
    }

    /// The first of them, where a problem with a grant is said to be.
    pub(super) fn first(&self) -> usize {
        [self.grant, self.territory, self.products].into_iter().flatten().min().unwrap_or(0)
    }

    /// What a row says of its grant; `None` where there are no such columns at all.
    pub(super) fn meant<'a>(&self, table: &'a Table, row: usize) -> Option<Meant<'a>> {
        let text = |column: Option<usize>| {
            column.and_then(|column| table.at(row, column)).map(|cell| cell.text.as_str()).unwrap_or_default()
        };
        let meant = Meant { name: text(self.grant), territory: text(self.territory), products: text(self.products) };
        self.are_any().then_some(meant)
    }
}
