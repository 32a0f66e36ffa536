//! The sample workspace: eight invented distributors in six countries and three quarters of their reports as spreadsheet
//! files, which go through the same intake as anybody's.
//!
//! In it: reports that are late, weeks and a month that never came, a month that is corrected, and a month with more
//! orders than quotes; and a list of sales with a line above its band and one outside a promotion.

mod distributors;
mod figures;
pub(crate) mod governance;
mod plan;
mod sheets;

use chrono::NaiveDate;
use playbook::measure::{MeasureKey, ReportKind};
use playbook::number::Quantity;
use playbook::period::Period;

pub(crate) use distributors::{COMPANY, MANAGER};
pub(crate) use plan::{Held, agreed, cards, reviews};

use distributors::{DISTRIBUTORS, SampleDistributor, Sends};
use figures::Figures;
use plan::Expected;

/// The day on which the sample stands still, so that it looks the same whenever it is opened.
pub(crate) const TODAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 10, 8) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A file of the sample, and the day on which it came.
pub(crate) struct SampleFile {
    pub(crate) name: String,
    pub(crate) received: NaiveDate,
    pub(crate) bytes: Vec<u8>,
}

/// Why the sample could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SampleError {
    /// A sheet could not be written.
    #[error("a sample sheet could not be written: {0}")]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// A template could not be written.
    #[error("a sample template could not be written: {0}")]
    Template(#[from] pack::template::TemplateError),
    /// A distributor's region has no holidays.
    #[error("a sample distributor's country is not known")]
    Country,
}

/// Every file of the sample, in the order in which they came.
pub(crate) fn files(words: &words::Words) -> Result<Vec<SampleFile>, SampleError> {
    let mut files = Vec::new();
    for distributor in &DISTRIBUTORS {
        for expected in plan::expected(distributor)? {
            files.extend(sent(distributor, &expected, words)?);
        }
    }
    files.push(governance::sales(&DISTRIBUTORS[0])?);
    files.sort_by(|a, b| (a.received, &a.name).cmp(&(b.received, &b.name)));
    Ok(files)
}

/// The file of a report, and the one that corrects it.
fn sent(from: &SampleDistributor, expected: &Expected, words: &words::Words) -> Result<Vec<SampleFile>, SampleError> {
    let mut figures = match expected.period {
        Period::Week(week) => figures::weekly(from, week),
        Period::Month(month) => figures::monthly(from, month),
        Period::Quarter(_) => return Ok(Vec::new()),
    };
    if plan::contradicts(from, expected.period) {
        figures.restate("quotes", figures.stated("purchase_orders") - Quantity::whole(4));
    }
    let write = |figures: &Figures, name: String, received| {
        Ok::<_, SampleError>(SampleFile { name, received, bytes: bytes(from, expected, figures, words)? })
    };
    let name = plan::file_name(from, expected);
    let Some(corrected_on) = plan::corrected_on(from, expected.period) else {
        return Ok(vec![write(&figures, name, expected.received)?]);
    };
    let mut first = figures.clone();
    first.restate("revenue", figures.stated("revenue") + Quantity::whole(18_400));
    let corrected = name.replace(".xlsx", " corrected.xlsx");
    Ok(vec![write(&first, name, expected.received)?, write(&figures, corrected, corrected_on)?])
}

fn bytes(
    from: &SampleDistributor,
    expected: &Expected,
    figures: &Figures,
    words: &words::Words,
) -> Result<Vec<u8>, SampleError> {
    let sends = match expected.kind {
        ReportKind::Weekly => from.weekly,
        ReportKind::Monthly => from.monthly,
    };
    let plan = plan::planned(from, expected.period);
    Ok(match sends {
        Sends::Template => plan::template(from, expected, figures, words)?,
        Sends::Indonesian => sheets::indonesian(from, expected.period, figures, &plan)?,
        Sends::English => sheets::english(from, expected.period, figures, &plan)?,
        Sends::Text => sheets::text(from, expected.period, figures),
    })
}

impl Figures {
    fn stated(&self, key: &str) -> Quantity {
        let found = self.measures.iter().find(|(of, _)| of.as_str() == key);
        found.and_then(|(_, value)| value.parse().ok()).unwrap_or(Quantity::ZERO)
    }

    fn restate(&mut self, key: &'static str, value: Quantity) {
        for (_, stated) in self.measures.iter_mut().filter(|(of, _)| *of == MeasureKey::fixed(key)) {
            *stated = value.to_string();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_sample_is_eight_distributors_in_six_countries_who_send_the_same_files_each_time() {
        let cards = cards();
        let countries: BTreeSet<_> = cards.iter().map(|card| card.country[..2].to_owned()).collect();
        assert_eq!((cards.len(), countries.len()), (8, 6));
        let written = || files(crate::words()).map(|files| files.into_iter().map(|f| (f.name, f.received, f.bytes)));
        let first: Vec<_> = written().expect("the sample is written by us").collect();
        assert!(written().expect("the sample is written by us").eq(first.iter().cloned()));
        let names: BTreeSet<_> = first.iter().map(|(name, ..)| name).collect();
        assert_eq!(names.len(), first.len(), "two files have one name");
        assert!(first.iter().all(|(_, received, _)| *received <= TODAY));
    }
}
