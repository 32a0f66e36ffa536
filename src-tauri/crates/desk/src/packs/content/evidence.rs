//! The evidence list: every stated number behind the scorecard, and the cell it came from.

use std::collections::BTreeMap;

use pack::content::{Amount, Evidence, EvidenceGroup, EvidenceRow};
use playbook::measure::MeasureKey;
use store::{Kind, ReportId};
use words::Value;

use super::Shown;
use crate::error::DeskError;
use crate::evidence::{Sources, cited};
use crate::{format, words};

/// The section; `None` where nothing is known.
pub(super) fn fill(shown: &Shown<'_>, sources: &mut Sources<'_>) -> Result<Option<Evidence>, DeskError> {
    let scored = &shown.scored;
    // By kind and period: months first, then weeks, each in the order of time.
    let mut by_report: BTreeMap<(bool, chrono::NaiveDate, u128), Vec<MeasureKey>> = BTreeMap::new();
    for cited in cited(scored) {
        let Some(about) = scored.known.revision(cited.report) else { continue };
        let key = (about.kind == Kind::Weekly, about.period.first_day(), cited.report.0);
        by_report.entry(key).or_default().extend(cited.measure);
    }
    let mut groups = Vec::new();
    for ((_, _, id), mut measures) in by_report {
        measures.sort_by_key(|measure| scored.known.measures.place(measure.as_str()));
        groups.extend(group(ReportId::from_u128(id), &measures, sources)?);
    }
    let quarter = format::quarter(words(), scored.quarter);
    Ok((!groups.is_empty()).then(|| Evidence {
        kicker: words().say("pack-evidence-kicker", &[]),
        headline: words().say("pack-evidence-headline", &[("quarter", quarter.into())]),
        groups,
    }))
}

fn group(id: ReportId, measures: &[MeasureKey], sources: &mut Sources<'_>) -> Result<Option<EvidenceGroup>, DeskError> {
    let Some(report) = sources.report(id)? else { return Ok(None) };
    let (about, entry) = (report.about.clone(), report.entry.clone());
    let period = format::period(words(), about.period);
    let values = [("period", Value::from(period)), ("revision", about.revision.into())];
    let row = |measure: &MeasureKey| {
        let value = sources.value(id, measure)?;
        Some(EvidenceRow {
            measure: sources.measure_title(measure),
            value: Amount::of(value.figure, value.unit),
            sheet: about.sheet.clone().unwrap_or_default(),
            cell: value.cell,
            note: value.note,
        })
    };
    Ok(Some(EvidenceGroup {
        rows: measures.iter().filter_map(row).collect(),
        report: words().say(if about.revision > 1 { "pack-report-revision" } else { "pack-report-first" }, &values),
        file: about.file_name,
        received: words().say("pack-received-on", &[("day", format::day_with_year(words(), about.received).into())]),
        confirmed: sources.confirmed("pack-confirmed-by", &entry, None),
    }))
}
