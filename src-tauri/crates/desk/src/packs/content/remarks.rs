//! What the reports say in words, in the words they came in.

use pack::content::{RemarkGroup, RemarkRow, Remarks};
use playbook::compliance::Receipt;
use playbook::measure::RemarkKind;
use store::ReportId;
use words::Value;

use super::Shown;
use crate::error::DeskError;
use crate::evidence::Sources;
use crate::{format, words};

/// What stands in the way comes first.
const KINDS: [RemarkKind; 4] = [RemarkKind::Blocker, RemarkKind::Issue, RemarkKind::Marketing, RemarkKind::Priority];

/// The section; `None` where no report says anything.
pub(super) fn fill(shown: &Shown<'_>, sources: &mut Sources<'_>) -> Result<Option<Remarks>, DeskError> {
    let mut groups: Vec<RemarkGroup> = KINDS
        .iter()
        .map(|kind| RemarkGroup { heading: words().say(&format!("remark-{}", kind.key()), &[]), rows: Vec::new() })
        .collect();
    for receipt in shown.weekly.iter().chain(&shown.monthly) {
        for (kind, row) in rows(receipt, sources)? {
            if let Some(at) = KINDS.iter().position(|known| *known == kind) {
                groups[at].rows.push(row);
            }
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    let quarter = format::quarter(words(), shown.scored.quarter);
    Ok((!groups.is_empty()).then(|| Remarks {
        kicker: words().say("pack-said-kicker", &[]),
        headline: words().say("pack-said-headline", &[("quarter", quarter.into())]),
        groups,
    }))
}

/// The remarks of a report's current revision.
fn rows(receipt: &Receipt, sources: &mut Sources<'_>) -> Result<Vec<(RemarkKind, RemarkRow)>, DeskError> {
    let Some(current) = receipt.revisions.last() else { return Ok(Vec::new()) };
    let Some(report) = sources.report(ReportId::from(*current))? else { return Ok(Vec::new()) };
    let file = &report.about.file_name;
    let row = |remark: &store::Remark| RemarkRow {
        period: format::period_short(words(), receipt.due.period),
        category: remark.category.map(|of| words().say(&format!("blocker-{}", of.key()), &[])).unwrap_or_default(),
        text: remark.text.clone(),
        source: match &remark.cell {
            Some(cell) => words().say("pack-source", &[("file", file.into()), ("cell", Value::from(cell))]),
            None => file.clone(),
        },
    };
    Ok(report.remarks.iter().map(|remark| (remark.kind, row(remark))).collect())
}
