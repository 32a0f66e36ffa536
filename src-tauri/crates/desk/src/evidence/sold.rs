//! A line of a sales list: what it takes off, and the cell that says so.

use playbook::governance::Discount;
use playbook::number::Rate;
use store::{Off, Report, ReportId};

use super::Sources;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::format::{Currency, exact, percent};
use crate::now::Now;
use crate::review::{Marked, place_of};
use crate::token::Token;
use crate::view::{EvidencePart, EvidenceView, Found};
use crate::{format, words};

impl Desk {
    /// Where the discount of a line comes from.
    pub(super) fn one_sold(&self, report: ReportId, line: u32, now: Now) -> Result<EvidenceView, DeskError> {
        let words = words();
        let (held, sold) = (self.store.report(report)?, self.store.sold_line(report, line)?);
        let (known, now) = self.known_of(report, now)?;
        let currency = held.about.currency.as_deref().map_or_else(|| known.currency(), Currency::new);
        let said = |rate: Option<Rate>| rate.map(|rate| format!("{} %", percent(&rate, 2, &[]))).unwrap_or_default();
        let (value, all, how) = match &sold.off {
            Off::Share(share) => {
                let discount = Discount::Share(*share);
                let all = format!("{} %", percent(&(*share).into(), share.decimal().scale().saturating_sub(2), &[]));
                (said(discount.rate()), all, words.say("how-sold", &[]))
            }
            Off::Money { off, gross } => {
                let money = |value| format!("{} {}", exact(value), currency.sign());
                let values = [("off", money(*off).into()), ("gross", money(*gross).into())];
                (said(Rate::of(*off, *gross)), money(*off), words.say("how-sold-money", &values))
            }
            Off::Open(text) => (text.clone(), text.clone(), words.say("how-sold", &[])),
        };
        let product =
            if sold.product.is_empty() { words.say("governance-no-product", &[]) } else { sold.product.clone() };
        let title = words.say("evidence-sold", &[("product", product.into())]);
        let received = format::day_with_year(words, held.about.received);
        let part = EvidencePart {
            token: Token::Sold { report, line }.to_string(),
            title: title.clone(),
            value: all.clone(),
            place: match &held.about.sheet {
                Some(sheet) => format!("{sheet}!{}", sold.cell),
                None => sold.cell.clone(),
            },
            file: held.about.file_name.clone(),
            received: words.say("evidence-received", &[("day", received.into())]),
            confirmed: Sources::of(self, &known, now).confirmed("evidence-confirmed", &held.entry, None),
            revision: i32::try_from(held.about.revision).unwrap_or(i32::MAX),
        };
        Ok(EvidenceView { title, value, exact: all, how, parts: vec![part] })
    }

    /// The cells of a list's discounts, and the one that was asked for.
    pub(super) fn sold_marks(
        &self,
        report: &Report,
        line: u32,
    ) -> Result<(Marked, Option<intake::grid::Place>), DeskError> {
        let lines = report.lines.iter().flat_map(|lines| &lines.discounted);
        let mut marked: Marked =
            lines.filter_map(|sold| place_of(&sold.cell)).map(|place| (place, (Found::Value, None))).collect();
        let asked = place_of(&self.store.sold_line(report.about.id, line)?.cell);
        marked.extend(asked.map(|place| (place, (Found::Evidence, None))));
        Ok((marked, asked))
    }
}
