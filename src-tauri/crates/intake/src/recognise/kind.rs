//! Whether a sheet reports a week or a month.

use playbook::measure::{ReportKind, measure};

use super::dictionary::found_in;
use super::finding::Findings;
use super::terms::{Figure, Term};
use super::text::fold;

/// What a sheet and its names say about its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KindSaid {
    /// One kind.
    Sure(ReportKind),
    /// Figures or words of both.
    Both,
    /// Nothing.
    Nothing,
}

/// The kind of a sheet: by figures that only one kind has, else by its title, else by the names around it.
pub(crate) fn settle(findings: &Findings<'_>, titles: &[&str], names: &[&str]) -> KindSaid {
    let mut votes: Vec<ReportKind> = findings.figures.iter().filter_map(|finding| vote(&finding.figures)).collect();
    let count = |kind, votes: &[ReportKind]| votes.iter().filter(|vote| **vote == kind).count();
    let said = said(titles).or(said(names));
    let (weekly, monthly) = (count(ReportKind::Weekly, &votes), count(ReportKind::Monthly, &votes));
    match (weekly, monthly, said) {
        (0, 0, None) => {}
        (0, 0, Some(kind)) => return KindSaid::Sure(kind),
        (_, 0, _) => return KindSaid::Sure(ReportKind::Weekly),
        (0, _, _) => return KindSaid::Sure(ReportKind::Monthly),
        (_, _, Some(kind)) => return KindSaid::Sure(kind),
        _ => return KindSaid::Both,
    }
    votes.extend(findings.remarks.iter().map(|said| said.remark.kind.report()));
    votes.sort_unstable();
    votes.dedup();
    match votes.as_slice() {
        [kind] => KindSaid::Sure(*kind),
        [] => KindSaid::Nothing,
        _ => KindSaid::Both,
    }
}

/// The kind that all meanings of a label belong to. Leads are counted in weeks and in months.
pub(crate) fn vote(figures: &[Figure]) -> Option<ReportKind> {
    let kind = |figure: &Figure| match figure {
        Figure::Measure("leads" | "new_leads") | Figure::NewCustomers => None,
        Figure::Units | Figure::Sales | Figure::InDays(_) => None,
        Figure::Measure(key) => measure(key).map(|measure| measure.report),
        _ => Some(ReportKind::Monthly),
    };
    let mut kinds: Vec<Option<ReportKind>> = figures.iter().map(kind).collect();
    kinds.dedup();
    if let [Some(kind)] = kinds.as_slice() { Some(*kind) } else { None }
}

/// The one kind that texts name.
pub(crate) fn said(texts: &[&str]) -> Option<ReportKind> {
    let wanted = |term| if let Term::Title(kind) = term { Some(kind) } else { None };
    let mut kinds: Vec<ReportKind> = texts.iter().flat_map(|text| found_in(&fold(text), wanted)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if let [kind] = kinds.as_slice() { Some(*kind) } else { None }
}
