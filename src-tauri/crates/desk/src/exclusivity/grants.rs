//! Grants: which one is meant, and their terms as they are edited.

use std::collections::BTreeMap;

use playbook::kpi::KpiKey;
use playbook::number::{Quantity, Rate};
use playbook::rules::Playbook;
use store::{ActKind, Grant, GrantStatus, GrantTerms, HeldGrant, What};
use words::Value;

use super::Granted;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::format;
use crate::judge::Known;
use crate::now::Now;
use crate::titles::kpi_title;
use crate::typed::open_day;
use crate::view::{DecisionTaken, GateField, GrantForm};
use crate::words;

/// Grace beyond this many days is no grace: the next report is due by then.
const GRACE: u32 = 31;
/// Renewed quarters in a row that can be asked for at most.
const SCALE: u32 = 8;

/// What is said of a grant that is meant; what is left out is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Meant<'a> {
    /// Its id, its name, its territory or its product line.
    pub(crate) name: &'a str,
    pub(crate) territory: &'a str,
    pub(crate) products: &'a str,
}

impl<'a> Meant<'a> {
    pub(crate) fn named(name: &'a str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Whether nothing is said.
    pub(crate) fn is_nothing(&self) -> bool {
        self.said().is_empty()
    }

    fn said(&self) -> String {
        let parts = [self.name, self.territory, self.products].map(str::trim);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Whether a grant answers to what is said.
    fn fits(&self, held: &HeldGrant) -> bool {
        let is = |wanted: &str, own: &str| wanted.trim().is_empty() || store::folded(wanted) == store::folded(own);
        let (territory, products) = (&held.grant.territory, &held.grant.product_line);
        let by_name = is(self.name, territory) || is(self.name, products) || self.is_exact(held);
        by_name && is(self.territory, territory) && is(self.products, products)
    }

    fn is_exact(&self, held: &HeldGrant) -> bool {
        let names = [held.id.to_string(), crate::naming::held_grant(held)];
        names.iter().any(|name| store::folded(name) == store::folded(self.name))
    }
}

/// The grant that is meant: by its id, by its name, by its territory or product line where that tells it from the
/// others. One that is held goes before one that has ended.
///
/// # Errors
/// When there is none, or several could be meant: none is guessed.
pub(crate) fn meant<'a>(
    grants: impl Iterator<Item = &'a HeldGrant> + Clone,
    wanted: &Meant<'_>,
    of: &str,
) -> Result<&'a HeldGrant, DeskError> {
    let fits = |held: &&HeldGrant| wanted.fits(held);
    let fitting = |exact: bool| grants.clone().filter(fits).filter(move |held| !exact || wanted.is_exact(held));
    let mut found: Vec<&HeldGrant> = fitting(true).collect();
    if found.is_empty() {
        found = fitting(false).collect();
    }
    if found.len() > 1 && found.iter().any(|held| held.ended.is_none()) {
        found.retain(|held| held.ended.is_none());
    }
    if let [one] = found.as_slice() {
        return Ok(one);
    }
    let key = match (found.is_empty(), grants.clone().next()) {
        (true, None) => "no-grants",
        (true, Some(_)) => "no-grant",
        (false, _) => "grant-either",
    };
    let all: Vec<&HeldGrant> = if found.is_empty() { grants.collect() } else { found };
    let titles: Vec<String> = all.into_iter().map(crate::naming::held_grant).collect();
    let values = [("text", wanted.said().into()), ("name", of.into()), ("grants", Value::from(titles.join("; ")))];
    Err(DeskError::new(ErrorKind::Unknown, key, &values))
}

/// The grant that is meant, with the decisions taken on it; the first where nothing is said.
pub(crate) fn one_of<'a>(known: &'a Known, text: &str) -> Result<&'a Granted, DeskError> {
    let wanted = Meant::named(text);
    let first = known.grants.first().filter(|_| wanted.is_nothing());
    let found = match first {
        Some(first) => &first.held,
        None => meant(known.grants.iter().map(|granted| &granted.held), &wanted, known.name())?,
    };
    let granted = known.grants.iter().find(|granted| granted.held.id == found.id);
    granted.ok_or_else(|| DeskError::new(ErrorKind::Unknown, "no-grants", &[("name", known.name().into())]))
}

impl Desk {
    /// Gives a distributor a further grant, or revises the terms of one: one entry.
    ///
    /// # Errors
    /// When a field can't be taken: in one sentence, which.
    pub fn save_grant(&mut self, form: &GrantForm, now: Now) -> Result<DecisionTaken, DeskError> {
        let now = self.at(now);
        let known = self.known(self.distributor_of(&form.distributor)?, now.today)?;
        let versions = self.versions()?;
        let playbook = versions.on(now.today);
        let held = if form.grant.is_empty() { None } else { Some(&one_of(&known, &form.grant)?.held) };
        let first = held.filter(|held| held.is_first());
        let grant = match first {
            Some(first) => Grant { terms: terms(form, playbook)?, ..first.grant.clone() },
            None => of_form(form, playbook)?,
        };
        let named = crate::naming::grant(words(), &grant.territory, &grant.product_line);
        let key = match (held, grant.status) {
            (None, _) => "entry-grant-new",
            (Some(_), GrantStatus::Ended) => "entry-grant-ended",
            (Some(_), GrantStatus::Held) => "entry-grant",
        };
        let what = What::new(key).with("name", known.name()).with("grant", &named);
        let (distributor, id) = (known.distributor.id, held.map(|held| held.id));
        let recorded = self.record(ActKind::Grant, what, now, |writing| match id {
            Some(id) => Ok(writing.revise_grant(id, &grant)?),
            None => Ok(writing.add_grant(distributor, &grant).map(drop)?),
        })?;
        let said = words().say("grant-saved", &[("grant", named.into())]);
        Ok(DecisionTaken { entry: recorded.entry.map(|entry| entry.to_string()), said })
    }
}

fn invalid(key: &str, text: &str) -> DeskError {
    DeskError::new(ErrorKind::Invalid, key, &[("text", text.into())])
}

fn of_form(form: &GrantForm, playbook: &Playbook) -> Result<Grant, DeskError> {
    let (territory, product_line) = (form.territory.trim().to_owned(), form.products.trim().to_owned());
    if territory.is_empty() && product_line.is_empty() {
        return Err(invalid("grant-of-nothing", ""));
    }
    let start = open_day(&form.start)?;
    let status = if form.held { GrantStatus::Held } else { GrantStatus::Ended };
    Ok(Grant { territory, product_line, start, terms: terms(form, playbook)?, status })
}

fn terms(form: &GrantForm, playbook: &Playbook) -> Result<GrantTerms, DeskError> {
    let mut gates = BTreeMap::new();
    for field in form.gates.iter().filter(|field| !field.required.trim().is_empty()) {
        let key = KpiKey::new(&field.kpi);
        let kpi = playbook.kpi(&key).ok_or_else(|| invalid("no-kpi-here", &field.kpi))?;
        gates.insert(key, required(field.required.trim(), &kpi_title(kpi), playbook)?);
    }
    Ok(GrantTerms {
        gates,
        grace_days: count(&form.grace, 0..=GRACE, "not-a-grace")?,
        lapse_after: count(&form.lapse_after, 1..=2, "not-a-lapse")?,
        scale_after: count(&form.scale_after, 1..=SCALE, "not-a-scale")?,
    })
}

/// What a gate asks, in percent: above nothing, and not above what counts at the gate.
fn required(text: &str, kpi: &str, playbook: &Playbook) -> Result<Quantity, DeskError> {
    let refused = || {
        let cap = format::percent(&playbook.gate_cap, 0, &[]);
        let values = [("text", text.into()), ("kpi", Value::from(kpi)), ("cap", cap.into())];
        DeskError::new(ErrorKind::Invalid, "not-a-gate", &values)
    };
    let percent: Quantity = text.trim_end_matches('%').trim().replace(',', ".").parse().map_err(|_| refused())?;
    let share = Quantity::new(percent.decimal() / rust_decimal::Decimal::ONE_HUNDRED).map_err(|_| refused())?;
    let rate = Rate::from(share);
    if rate <= Rate::zero() || rate > playbook.gate_cap { Err(refused()) } else { Ok(share) }
}

fn count(text: &str, within: std::ops::RangeInclusive<u32>, key: &str) -> Result<Option<u32>, DeskError> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().ok().filter(|number| within.contains(number)).map(Some).ok_or_else(|| invalid(key, text)),
    }
}

/// A grant's terms as they are edited.
pub(super) fn form(known: &Known, granted: &Granted, playbook: &Playbook) -> GrantForm {
    let grant = &granted.held.grant;
    let own = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let percent = |rate: &Rate| format::percent(rate, 0, &[]);
    let exact = |share: &Quantity| {
        format::exact(Quantity::new(share.decimal() * rust_decimal::Decimal::ONE_HUNDRED).unwrap_or(*share))
    };
    let scored = playbook.kpis.iter().filter(|kpi| kpi.weight > 0 || grant.terms.gates.contains_key(&kpi.key));
    let gates = scored.map(|kpi| GateField {
        kpi: kpi.key.to_string(),
        title: kpi_title(kpi),
        required: grant.terms.gates.get(&kpi.key).map(exact).unwrap_or_default(),
        default: kpi.gate.as_ref().map(percent).unwrap_or_default(),
    });
    GrantForm {
        distributor: known.distributor.id.to_string(),
        grant: granted.held.id.to_string(),
        first: granted.held.is_first(),
        territory: grant.territory.clone(),
        products: grant.product_line.clone(),
        start: grant.start.map(|day| day.to_string()).unwrap_or_default(),
        gates: gates.collect(),
        grace: own(grant.terms.grace_days),
        lapse_after: own(grant.terms.lapse_after),
        scale_after: own(grant.terms.scale_after),
        defaults: [playbook.grace_days, playbook.lapse_after, playbook.scale_after]
            .map(|number| number.to_string())
            .to_vec(),
        held: grant.status == GrantStatus::Held,
    }
}
