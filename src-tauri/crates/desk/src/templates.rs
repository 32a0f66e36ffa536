//! Blank report forms for distributors to fill in.

use std::path::{Path, PathBuf};

use pack::template::{Filled, Template};
use playbook::measure::ReportKind;
use playbook::period::Period;

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::files::{in_folder, write_whole};
use crate::now::Now;
use crate::words;

impl Desk {
    /// Writes a blank form for one report of a distributor into a folder; gives its path.
    ///
    /// # Errors
    /// When the distributor is gone, kind and period don't fit, or the file can't be written.
    pub fn write_template(
        &self,
        distributor: &str,
        kind: &str,
        period: &str,
        folder: &Path,
        _now: Now,
    ) -> Result<PathBuf, DeskError> {
        let card = self.distributor_of(distributor)?.card;
        let invalid = |key: &str, text: &str| DeskError::new(ErrorKind::Invalid, key, &[("text", text.into())]);
        let kind = ReportKind::from_key(kind).ok_or_else(|| invalid("not-a-form", kind))?;
        let fits = |period: &Period| match kind {
            ReportKind::Weekly => matches!(period, Period::Week(_)),
            ReportKind::Monthly => matches!(period, Period::Month(_)),
        };
        let parsed: Option<Period> = period.parse().ok().filter(fits);
        let key = match kind {
            ReportKind::Weekly => "not-a-week",
            ReportKind::Monthly => "not-a-month",
        };
        let period = parsed.ok_or_else(|| invalid(key, period))?;
        let quarter = self.fiscal_year()?.quarter_of(period);
        let own: Vec<_> = self
            .rules(quarter)?
            .measures
            .into_iter()
            .filter(|own| own.asked && own.measure.report == kind)
            .map(|own| (own.title, own.measure.unit))
            .collect();
        let filled = Filled::default();
        let template = Template { kind, distributor: &card.name, period, currency: &card.currency, own: &own, filled };
        let bytes = pack::template::write(&template, words())
            .map_err(|reason| DeskError::new(ErrorKind::Other, "form", &[("reason", reason.to_string().into())]))?;
        let title = words().say(&format!("report-{}", kind.key()), &[]);
        let path = in_folder(folder, &format!("{title} {period} {}", card.name), "xlsx");
        write_whole(&path, &bytes)?;
        Ok(path)
    }
}
