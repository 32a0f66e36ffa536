//! Setting and amending targets.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use playbook::agreed::{Holds, agreed};
use playbook::amend::{NotMonths, set_months, set_quarter, with};
use playbook::kpi::Kpi;
use playbook::money::Currency as Code;
use playbook::number::{Quantity, Rate};
use playbook::period::{FiscalYear, Month, Period, Quarter};
use playbook::phasing::{Curve, NotACurve, Phasing};
use playbook::refusal::{Refusal, is_money, refusal, refusal_of_grant};
use playbook::target::{Goal, Per, Target, TargetOf, in_force};
use store::{ActKind, NewTarget, What};
use words::Value;

use super::goal::{self, Typed, is_amount};
use super::whose::{Held, Whose};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::exclusivity::Meant;
use crate::now::Now;
use crate::table::Cell;
use crate::titles::{kpi_short, kpi_title};
use crate::typed::{number, open_day};
use crate::view::TargetChange;
use crate::{format, words};

/// What a cell is about: a year, by its first quarter, a quarter or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    Year(Quarter),
    Quarter(Quarter),
    Month(Month),
}

impl Span {
    /// The span of a text such as `2026`, `2026-Q3` or `2026-07`, in the manager's fiscal year.
    pub(crate) fn read(text: &str, fiscal: FiscalYear) -> Option<Self> {
        match text.trim().parse() {
            Ok(Period::Quarter(quarter)) if quarter.fiscal_year() == FiscalYear::CALENDAR => {
                quarter.read_in(fiscal).map(Self::Quarter)
            }
            Ok(Period::Quarter(quarter)) => Some(Self::Quarter(quarter)),
            Ok(Period::Month(month)) => Some(Self::Month(month)),
            Ok(Period::Week(_)) => None,
            Err(_) => text.trim().parse().ok().and_then(|year| fiscal.quarter(year, 1)).map(Self::Year),
        }
    }

    /// Its first quarter.
    pub(crate) fn quarter(self, fiscal: FiscalYear) -> Quarter {
        match self {
            Self::Year(quarter) | Self::Quarter(quarter) => quarter,
            Self::Month(month) => fiscal.quarter_of(month),
        }
    }

    pub(crate) fn first_day(self) -> NaiveDate {
        match self {
            Self::Year(quarter) | Self::Quarter(quarter) => quarter.first_day(),
            Self::Month(month) => month.first_day(),
        }
    }

    fn last_day(self) -> NaiveDate {
        match self {
            Self::Year(first) => first.next().next().next().last_day(),
            Self::Quarter(quarter) => quarter.last_day(),
            Self::Month(month) => month.last_day(),
        }
    }

    fn per(self) -> Per {
        match self {
            Self::Year(_) => Per::Year,
            Self::Quarter(_) => Per::Quarter,
            Self::Month(_) => Per::Month,
        }
    }

    /// In words: `Q3 2026`.
    pub(crate) fn title(self) -> String {
        match self {
            Self::Year(first) => first.year().to_string(),
            Self::Quarter(quarter) => format::quarter(words(), quarter),
            Self::Month(month) => format::period(words(), month.into()),
        }
    }

    /// Whether it has begun with a target, so that a change amends it. The sum of its grants' is a target of a whole
    /// distributor like any other.
    pub(crate) fn is_opened(self, held: &Held, kpi: &Kpi, fiscal: FiscalYear, today: NaiveDate) -> bool {
        let agreed = agreed(&held.own, &held.grants, kpi, self.quarter(fiscal));
        today >= self.first_day() && matches!(agreed.holds(), Holds::Whole | Holds::Sum)
    }
}

/// A cell to set, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Set {
    pub(crate) kpi: Kpi,
    pub(crate) span: Span,
    pub(crate) typed: Typed,
    /// Why, and from when, where it amends.
    pub(crate) amends: Amends,
}

/// What is said of a change in a period that has begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Amends {
    /// The first day of the period when not said.
    pub(crate) from: Option<NaiveDate>,
    pub(crate) reason: String,
    pub(crate) agreed: bool,
}

/// A target that is set outright: an amount or level from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetOrder {
    /// Of which grant: by its name, territory or product line; of the whole distributor when empty.
    pub grant: String,
    /// The KPI's key.
    pub kpi: String,
    /// As it was typed.
    pub amount: String,
    /// `year`, `quarter` or `month`.
    pub per: String,
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// Twelve percents, January first; even when absent.
    pub curve: Option<String>,
    /// Why; needed where a target holds already and the quarter has begun.
    pub reason: String,
    /// Whether both sides agreed, so that it counts for the running quarter.
    pub agreed: bool,
}

impl Desk {
    /// Sets cells of the targets grid: one entry for all. Answers with the entry's id; empty when all was so already.
    ///
    /// # Errors
    /// When a cell can't be taken; then nothing is set.
    pub fn set_targets(&mut self, change: &TargetChange, now: Now) -> Result<String, DeskError> {
        let distributor = self.distributor_of(&change.distributor)?;
        let from = open_day(&change.from)?;
        let amends = Amends { from, reason: change.reason.trim().to_owned(), agreed: change.agreed };
        let cell = |text: &str| Cell { text: text.to_owned(), ..Cell::default() };
        let mut sets: BTreeMap<&str, (Whose, Vec<Set>)> = BTreeMap::new();
        for entry in &change.cells {
            let whose = self.whose(distributor.clone(), &Meant::named(&entry.grant))?;
            let set = self.understood(&whose, &entry.kpi, &entry.period, &cell(&entry.text), amends.clone())?;
            sets.entry(&entry.grant).or_insert((whose, Vec::new())).1.push(set);
        }
        let whole = Whose { distributor, grant: None };
        let of = if let [(one, _)] = sets.values().collect::<Vec<_>>()[..] { one } else { &whole };
        let new = sets.values().map(|(whose, sets)| self.planned(whose, sets, now)).collect::<Result<Vec<_>, _>>()?;
        self.record_targets(of.entry(), &new.concat(), now)
    }

    /// Sets a target outright.
    ///
    /// # Errors
    /// When it can't be taken.
    pub fn set_target(&mut self, distributor: &str, order: &TargetOrder, now: Now) -> Result<String, DeskError> {
        let whose = self.whose(self.distributor_of(distributor)?, &Meant::named(&order.grant))?;
        let kpi = self.kpi_called(&order.kpi)?;
        let typed = typed(&whose, &kpi, &Cell { text: order.amount.clone(), ..Cell::default() })?;
        let per =
            Per::from_key(&order.per).ok_or_else(|| invalid("target-not-a-span", &[("text", (&order.per).into())]))?;
        let phasing = order.curve.as_deref().map_or(Ok(Phasing::Even), season)?;
        let held = self.held(&whose)?;
        let target = Target {
            of: TargetOf::Kpi(kpi.key.clone()),
            goal: typed.goal,
            per,
            phasing,
            valid_from: order.from,
            agreed: order.agreed,
        };
        let fiscal = self.fiscal_year()?;
        let quarter = fiscal.quarter_on(order.from);
        let opened = Span::Quarter(quarter).is_opened(&held, &kpi, fiscal, self.day(now));
        if opened && order.reason.trim().is_empty() {
            return Err(reason_missing(Span::Quarter(quarter)));
        }
        check(&kpi, &target, fiscal, typed.currency, whose.currency())?;
        let new = stored(&whose, &kpi, target, order.reason.trim());
        self.record_targets(whose.entry(), &[new], now)
    }

    /// A cell that was typed, understood.
    pub(crate) fn understood(
        &self,
        whose: &Whose,
        kpi: &str,
        period: &str,
        cell: &Cell,
        amends: Amends,
    ) -> Result<Set, DeskError> {
        let kpi = self.kpi_called(kpi)?;
        let span = Span::read(period, self.fiscal_year()?)
            .ok_or_else(|| invalid("target-not-a-period", &[("text", period.into())]))?;
        let typed = typed(whose, &kpi, cell)?;
        Ok(Set { kpi, span, typed, amends })
    }

    /// What must be stored so that cells are as they were set. Each is checked; all of them are planned in their order.
    pub(crate) fn planned(&self, whose: &Whose, sets: &[Set], now: Now) -> Result<Vec<NewTarget>, DeskError> {
        let (mut held, mut new) = (self.held(whose)?, Vec::new());
        let (fiscal, today, before) = (self.fiscal_year()?, self.day(now), held.own.clone());
        let mut done: Vec<&Set> = Vec::new();
        for set in sets {
            if done.iter().any(|other| is_same_year(other, set, fiscal)) {
                continue;
            }
            // The months of a year are set together: one by one, each would lay the year's season anew.
            let together: Vec<&Set> =
                sets.iter().filter(|other| std::ptr::eq(*other, set) || is_same_year(other, set, fiscal)).collect();
            let opened = together.iter().any(|set| set.span.is_opened(&held, &set.kpi, fiscal, today));
            let mut planned = plan(&held.own, &together, opened, fiscal, whose.currency())?;
            if matches!(set.span, Span::Quarter(_)) {
                // What an earlier cell of the same act only carries on is not kept against a later one.
                let was = |target: &Target| in_force(&before, &set.kpi, fiscal.quarter_on(target.valid_from)).is_some();
                let kept = planned.split_off(1.min(planned.len()));
                planned.extend(kept.into_iter().filter(was));
            }
            for (target, set) in planned.iter().flat_map(|target| together.iter().map(move |set| (target, set))) {
                check(&set.kpi, target, fiscal, set.typed.currency, whose.currency())?;
            }
            held.own = with(&held.own, &planned);
            let reason = if opened { set.amends.reason.as_str() } else { "" };
            new.extend(planned.into_iter().map(|target| stored(whose, &set.kpi, target, reason)));
            done.push(set);
        }
        Ok(new)
    }

    /// The KPI of a key, or of a title as it is shown.
    pub(crate) fn kpi_called(&self, name: &str) -> Result<Kpi, DeskError> {
        let wanted = store::folded(name);
        let versions = self.versions()?;
        // The newest rules know their KPIs best; an older one may still be spoken of.
        let mut known = versions.all().rev().flat_map(|playbook| &playbook.kpis);
        let called = |kpi: &&Kpi| {
            let names = [kpi.key.to_string(), kpi_title(kpi), kpi_short(kpi)];
            names.iter().any(|known| store::folded(known) == wanted)
        };
        known.find(called).cloned().ok_or_else(|| invalid("no-kpi", &[("kpi", name.into())]))
    }

    pub(crate) fn record_targets(&mut self, what: What, new: &[NewTarget], now: Now) -> Result<String, DeskError> {
        let recorded = self.record(ActKind::Target, what, now, |writing| {
            for target in new {
                writing.add_target(target)?;
            }
            Ok(())
        })?;
        Ok(recorded.entry.map(|entry| entry.to_string()).unwrap_or_default())
    }
}

fn is_same_year(one: &Set, other: &Set, fiscal: FiscalYear) -> bool {
    let year = |set: &Set| match set.span {
        Span::Month(month) if is_amount(&set.kpi) => Some(fiscal.quarter_of(month).year()),
        _ => None,
    };
    one.kpi.key == other.kpi.key && year(one).is_some() && year(one) == year(other)
}

/// What must be set for one cell, or for the months of a year.
fn plan(held: &[Target], sets: &[&Set], opened: bool, fiscal: FiscalYear, own: &str) -> Result<Vec<Target>, DeskError> {
    let Some(first) = sets.iter().min_by_key(|set| set.span.first_day()) else { return Ok(Vec::new()) };
    if opened && first.amends.reason.is_empty() {
        return Err(reason_missing(first.span));
    }
    let (kpi, goal) = (&first.kpi, first.typed.goal);
    let amended = first.amends.from.filter(|_| opened);
    let mut planned = match first.span {
        Span::Month(_) if is_amount(kpi) => months(held, kpi, sets, fiscal, own)?,
        Span::Month(_) => return Err(invalid("target-level-by-month", &[("kpi", kpi_title(kpi).into())])),
        Span::Quarter(quarter) if amended.is_none() => set_quarter(held, kpi, quarter, goal),
        span => {
            let phasing = in_force(held, kpi, span.quarter(fiscal));
            let phasing = phasing.map_or(Phasing::Even, |held| held.target.phasing.clone());
            let of = TargetOf::Kpi(kpi.key.clone());
            let phasing = if is_amount(kpi) { phasing } else { Phasing::Even };
            vec![Target { of, goal, per: span.per(), phasing, valid_from: span.first_day(), agreed: opened }]
        }
    };
    if let (Some(from), Some(target)) = (amended, planned.first_mut()) {
        let quarter = first.span.quarter(fiscal);
        if from < quarter.first_day() || from > first.span.last_day() {
            let values = [("period", first.span.title().into()), ("day", format::day_with_year(words(), from).into())];
            return Err(invalid("target-from", &values));
        }
        (target.valid_from, target.agreed) = (from, first.amends.agreed);
    }
    Ok(planned)
}

fn months(held: &[Target], kpi: &Kpi, sets: &[&Set], fiscal: FiscalYear, own: &str) -> Result<Vec<Target>, DeskError> {
    let amounts = sets.iter().filter_map(|set| match (set.span, set.typed.goal) {
        (Span::Month(month), Goal::Value(value)) => Some((month, value)),
        _ => None,
    });
    let amounts: Vec<(Month, Quantity)> = amounts.collect();
    if let Some((_, value)) = amounts.iter().find(|(_, value)| value.is_negative()) {
        return Err(refused(kpi, &Refusal::NotPositive(*value)));
    }
    let decimals = if is_money(kpi) { Code::new(own).map_or(2, |code| code.exponent()) } else { 0 };
    set_months(held, kpi, &amounts, fiscal, decimals).map_err(|why| match why {
        NotMonths::Nothing => refused(kpi, &Refusal::NotPositive(Quantity::ZERO)),
        NotMonths::OutOfRange => invalid("number-too-large", &[("text", kpi_title(kpi).into())]),
    })
}

/// As it is stored: money has its currency.
fn stored(whose: &Whose, kpi: &Kpi, target: Target, reason: &str) -> NewTarget {
    let currency = is_money(kpi).then(|| whose.currency().to_owned());
    let (distributor, grant) = (whose.distributor.id, whose.grant_id());
    NewTarget { distributor, grant, target, currency, reason: reason.to_owned() }
}

/// A goal that was typed. Of a grant it must be one that adds up.
fn typed(whose: &Whose, kpi: &Kpi, cell: &Cell) -> Result<Typed, DeskError> {
    let typed = goal::read(kpi, cell, whose.currency(), whose.decimal_mark())?;
    match refusal_of_grant(kpi, typed.goal).filter(|_| whose.grant.is_some()) {
        Some(why) => Err(refused(kpi, &why)),
        None => Ok(typed),
    }
}

/// Refuses what no target can be.
pub(crate) fn check(
    kpi: &Kpi,
    target: &Target,
    fiscal: FiscalYear,
    stated: Option<Code>,
    own: &str,
) -> Result<(), DeskError> {
    match refusal(kpi, target, fiscal, stated, Code::new(own)) {
        Some(why) => Err(refused(kpi, &why)),
        None => Ok(()),
    }
}

fn refused(kpi: &Kpi, why: &Refusal) -> DeskError {
    let code = |code: &Code| code.to_string();
    let (one, other) = match why {
        Refusal::OtherCurrency { stated, own } => (code(stated), code(own)),
        Refusal::TooFine(own) => (code(own), own.exponent().to_string()),
        Refusal::NotPositive(value) | Refusal::AboveWhole(value) => {
            (goal::plain(kpi, &Goal::Value(Rate::from(*value)), ""), String::new())
        }
        _ => (String::new(), String::new()),
    };
    let values = [("kpi", kpi_title(kpi).into()), ("one", one.into()), ("other", other.into())];
    invalid(&format!("target-{}", why.key()), &values)
}

/// The season of twelve percents, January first.
///
/// # Errors
/// When they don't sum to 100 %, or there are not twelve.
pub(crate) fn season(text: &str) -> Result<Phasing, DeskError> {
    if text.trim() == "even" {
        return Ok(Phasing::Even);
    }
    // A comma is a decimal one where something else parts the shares.
    let marks: &[char] = if text.contains([';', '\t']) { &[';', '\t'] } else { &[',', ' '] };
    let parts = text.split(marks).map(|part| part.trim().trim_end_matches('%').trim()).filter(|part| !part.is_empty());
    let shares = parts.map(|part| {
        let share = number(part, None).map_err(|why| goal::not_typed(part, &why))?;
        Ok(&Rate::from(share) * &Rate::percent(1))
    });
    let shares = shares.collect::<Result<Vec<_>, DeskError>>()?;
    Curve::new(shares).map(Phasing::Seasonal).map_err(|why| match why {
        NotACurve::Count(count) => invalid("target-curve-count", &[("count", count.into())]),
        NotACurve::Sum(sum) => invalid("target-curve-sum", &[("sum", format::percent(&sum, 2, &[Rate::one()]).into())]),
        NotACurve::Negative | NotACurve::Malformed => invalid("target-curve-negative", &[]),
    })
}

fn reason_missing(span: Span) -> DeskError {
    invalid("target-reason", &[("period", span.title().into())])
}

fn invalid(key: &str, values: &[(&str, Value<'_>)]) -> DeskError {
    DeskError::new(ErrorKind::Invalid, key, values)
}
