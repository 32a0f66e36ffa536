//! Setting single values of the playbook: `grace=7`, `revenue.weight=30`.

use chrono::NaiveDate;
use playbook::kpi::Better;
use playbook::settings::SETTINGS;
use words::Value;

use super::draft::draft;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::{KpiDraft, PlaybookDraft, SavedPlaybook};

/// What can be set of a KPI.
pub(super) const OF_KPI: [&str; 10] =
    ["weight", "gate", "green", "amber", "grace", "better", "goal", "low", "high", "margin"];

impl Desk {
    /// Changes values of the version that holds on a day, as a version from that day on. `fiscal-year=4` is the
    /// workspace's and holds by itself.
    ///
    /// # Errors
    /// When a key is none that can be set, or the record can't be read or written.
    pub fn set_in_playbook(
        &mut self,
        values: &[(String, String)],
        from: NaiveDate,
        now: Now,
    ) -> Result<SavedPlaybook, DeskError> {
        let mut changed = PlaybookDraft { from: from.to_string(), ..draft(self.versions()?.on(from)) };
        for (key, value) in values {
            let field = field(&mut changed, key).ok_or_else(|| no_key(key))?;
            value.trim().clone_into(field);
        }
        for (key, _) in values {
            of_its_direction(&changed, key)?;
        }
        self.save_playbook(&changed, now)
    }
}

/// The text of a draft that a key names.
fn field<'d>(draft: &'d mut PlaybookDraft, key: &str) -> Option<&'d mut String> {
    match key.rsplit_once('.') {
        None => draft.settings.iter_mut().find(|setting| setting.key == key).map(|setting| &mut setting.value),
        Some((kpi, name)) => of_kpi(draft.kpis.iter_mut().find(|draft| draft.key == kpi)?, name),
    }
}

/// The text of a KPI's draft that a name stands for.
pub(super) fn of_kpi<'d>(kpi: &'d mut KpiDraft, name: &str) -> Option<&'d mut String> {
    match name {
        "weight" => Some(&mut kpi.weight),
        "gate" => Some(&mut kpi.gate),
        "green" => Some(&mut kpi.green),
        "amber" => Some(&mut kpi.amber),
        "grace" => Some(&mut kpi.grace),
        "better" => Some(&mut kpi.better),
        "goal" => Some(&mut kpi.goal),
        "low" => Some(&mut kpi.low),
        "high" => Some(&mut kpi.high),
        "margin" => Some(&mut kpi.margin),
        _ => None,
    }
}

/// Refuses a goal where a band is wanted, and a band where a goal is: the version would hold nothing new.
fn of_its_direction(draft: &PlaybookDraft, key: &str) -> Result<(), DeskError> {
    let Some((key, field)) = key.rsplit_once('.') else { return Ok(()) };
    let better = draft.kpis.iter().find(|kpi| kpi.key == key).map_or("", |kpi| kpi.better.as_str());
    let is_unused = match field {
        "goal" => better == Better::Within.key(),
        "low" | "high" | "margin" => [Better::Higher, Better::Lower].iter().any(|other| other.key() == better),
        _ => false,
    };
    let values = [("kpi", key.into()), ("field", field.into()), ("better", better.into())];
    if is_unused { Err(DeskError::new(ErrorKind::Invalid, "not-of-direction", &values)) } else { Ok(()) }
}

fn no_key(key: &str) -> DeskError {
    let settings: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
    let values =
        [("text", Value::from(key)), ("settings", settings.join(", ").into()), ("fields", OF_KPI.join(", ").into())];
    DeskError::new(ErrorKind::Invalid, "no-playbook-key", &values)
}
