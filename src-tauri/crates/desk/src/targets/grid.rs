//! The targets grid of a distributor: KPIs by quarters or months of a year, and what was set when, by whom.

use chrono::{Datelike, NaiveDate};
use playbook::kpi::Kpi;
use playbook::number::Rate;
use playbook::period::{FiscalYear, Period, Quarter};
use playbook::phasing::Phasing;
use playbook::target::{Goal, InForce, Per, Target, in_force};
use store::{Distributor, HeldTarget};

use super::goal::{self, is_amount};
use super::set::Span;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::format::{self, Currency, Scale};
use crate::now::Now;
use crate::titles::kpi_title;
use crate::view::{Choice, GridColumn, TargetCell, TargetRow, TargetSet, TargetsView};
use crate::{naming, words};

/// The columns of a year's grid.
pub(crate) fn columns(fiscal: FiscalYear, year: i32, by_month: bool) -> Vec<Period> {
    let quarters = (1..=4).filter_map(|number| fiscal.quarter(year, number));
    if by_month {
        quarters.flat_map(Quarter::months).map(Period::Month).collect()
    } else {
        quarters.map(Period::Quarter).collect()
    }
}

/// A column as a grid heads it.
pub(crate) fn column(period: Period, today: NaiveDate) -> GridColumn {
    let title = match period {
        Period::Month(month) => format::month_short(words(), month),
        other => format::period_short(words(), other),
    };
    let now = period.first_day() <= today && today <= period.last_day();
    GridColumn { key: period.to_string(), title, now }
}

/// The years around one, to choose from.
pub(crate) fn years(year: i32, today: NaiveDate) -> Vec<Choice> {
    let (first, last) = (year.min(today.year() - 2), year.max(today.year() + 1));
    (first..=last).map(|year| Choice { key: year.to_string(), label: year.to_string() }).collect()
}

impl Desk {
    /// The KPIs that take a target, in the playbook's order.
    pub(crate) fn targeted(&self, today: NaiveDate) -> Result<Vec<Kpi>, DeskError> {
        Ok(self.versions()?.on(today).kpis.clone())
    }

    /// The targets of a distributor in a year. An empty id is the first on the register; without a year, the running one;
    /// `by` is `month`, or anything else for quarters.
    ///
    /// # Errors
    /// When there is no distributor, or the record can't be read.
    pub fn targets(&self, distributor: &str, year: Option<i32>, by: &str, now: Now) -> Result<TargetsView, DeskError> {
        let now = self.at(now);
        let all = self.store.distributors()?;
        let distributor = match all.first().filter(|_| distributor.is_empty()) {
            Some(first) => first.clone(),
            None => self.distributor_of(distributor)?,
        };
        let (fiscal, by_month) = (self.fiscal_year()?, by == "month");
        let year = year.unwrap_or_else(|| fiscal.quarter_on(now.today).year());
        let columns = columns(fiscal, year, by_month);
        let sheet = Sheet {
            held: self.store.targets(Some(distributor.id))?,
            currency: Currency::new(&distributor.card.currency),
            columns: &columns,
            fiscal,
            today: now.today,
        };
        let targets: Vec<Target> = sheet.held.iter().map(|held| held.set.target.clone()).collect();
        let kpis = self.targeted(now.today)?;
        let rows = kpis.iter().map(|kpi| {
            let row = sheet.row(kpi, &targets);
            Ok(TargetRow { sets: self.sets(&sheet, kpi, now)?, ..row })
        });
        let choice = |held: &Distributor| Choice { key: held.id.to_string(), label: held.card.name.clone() };
        Ok(TargetsView {
            name: naming::name(&distributor.card),
            distributors: all.iter().map(choice).collect(),
            year,
            years: years(year, now.today),
            by: if by_month { "month" } else { "quarter" }.to_owned(),
            currency: sheet.currency.code().to_owned(),
            columns: columns.iter().map(|period| column(*period, now.today)).collect(),
            rows: rows.collect::<Result<_, DeskError>>()?,
            distributor: distributor.id.to_string(),
            today: now.today.to_string(),
        })
    }

    /// Whatever was set for a KPI, the newest first.
    fn sets(&self, sheet: &Sheet<'_>, kpi: &Kpi, now: Now) -> Result<Vec<TargetSet>, DeskError> {
        let mut held: Vec<&HeldTarget> = sheet.held.iter().filter(|held| held.set.target.is_of(kpi)).collect();
        held.sort_by_key(|held| std::cmp::Reverse((held.set.target.valid_from, held.id)));
        let set = |held: &HeldTarget| {
            let (entry, target) = (self.store.entry(held.entry)?, &held.set.target);
            let by = [("who", entry.author.who.into()), ("when", self.when(entry.at.utc(), now).into())];
            let from = format::day_with_year(words(), target.valid_from);
            let mid = target.valid_from > sheet.fiscal.quarter_on(target.valid_from).first_day();
            let agreed = if target.agreed { "target-agreed" } else { "target-not-agreed" };
            Ok(TargetSet {
                what: sheet.what(kpi, target),
                from: words().say("target-valid-from", &[("day", from.into())]),
                agreed: if mid { words().say(agreed, &[]) } else { String::new() },
                reason: held.set.reason.clone(),
                by: words().say("target-by", &by),
            })
        };
        held.into_iter().map(set).collect()
    }
}

/// What holds in a column, and what of it falls there.
type Held<'a> = (InForce<'a>, Goal<Rate>);

/// What the rows of one grid share.
struct Sheet<'a> {
    held: Vec<HeldTarget>,
    currency: Currency,
    columns: &'a [Period],
    fiscal: FiscalYear,
    today: NaiveDate,
}

impl Sheet<'_> {
    fn row(&self, kpi: &Kpi, targets: &[Target]) -> TargetRow {
        let goals: Vec<(Period, Option<Held<'_>>)> = self
            .columns
            .iter()
            .map(|period| {
                let held = in_force(targets, kpi, self.fiscal.quarter_of(*period));
                let goal = held.map(|held| {
                    let goal = held.target.for_periods(&kpi.shape, &[*period], self.fiscal);
                    (held, goal)
                });
                (*period, goal)
            })
            .collect();
        // What is typed over a figure is read as it stands, so figures here stand with every digit, never in millions.
        let scale = Scale::Ones;
        TargetRow {
            kpi: kpi.key.to_string(),
            title: kpi_title(kpi),
            group: words().say(&format!("group-{}", kpi.group.key()), &[]),
            unit: goal::unit(kpi, &self.currency, scale),
            gate: kpi.gate.is_some(),
            cells: goals.iter().map(|(period, goal)| self.cell(kpi, targets, *period, goal.as_ref(), scale)).collect(),
            sets: Vec::new(),
        }
    }

    fn cell(&self, kpi: &Kpi, targets: &[Target], period: Period, goal: Option<&Held<'_>>, scale: Scale) -> TargetCell {
        let quarter = self.fiscal.quarter_of(period);
        let shown = |goal: &Goal<Rate>| goal::shown(kpi, goal, &self.currency, scale).text;
        let span = Span::read(&period.to_string(), self.fiscal);
        let own = |held: &InForce<'_>| self.fiscal.quarter_on(held.target.valid_from) == quarter;
        TargetCell {
            period: period.to_string(),
            text: goal.map(|(_, goal)| shown(goal)).unwrap_or_default(),
            plain: goal.map(|(_, goal)| goal::plain(kpi, goal, self.currency.code())).unwrap_or_default(),
            own: goal.is_some_and(|(held, _)| own(held)),
            beside: goal.and_then(|(held, _)| self.beside(kpi, held, period, scale)).unwrap_or_default(),
            opened: span.is_some_and(|span| span.is_opened(targets, kpi, self.fiscal, self.today)),
            editable: is_amount(kpi) || matches!(period, Period::Quarter(_)),
        }
    }

    /// `250 from 10 Aug, not for this quarter`, or `300 until it was agreed`.
    fn beside(&self, kpi: &Kpi, held: &InForce<'_>, period: Period, scale: Scale) -> Option<String> {
        let say = |key: &str, other: &Target, day: NaiveDate| {
            let goal = other.for_periods(&kpi.shape, &[period], self.fiscal);
            let text = goal::shown(kpi, &goal, &self.currency, scale).text;
            words().say(key, &[("target", text.into()), ("day", format::day(words(), day).into())])
        };
        match (held.amended, held.replaced) {
            (Some(later), _) => Some(say("target-amended", later, later.valid_from)),
            (None, Some(before)) => Some(say("target-replaced", before, held.target.valid_from)),
            (None, None) => None,
        }
    }

    /// `1,200.0 Rp m a year, by season`.
    fn what(&self, kpi: &Kpi, target: &Target) -> String {
        let goal = target.goal.times(&Rate::one());
        let said = goal::shown(kpi, &goal, &self.currency, Scale::of([goal::size(&goal)])).said();
        if !is_amount(kpi) {
            return said;
        }
        let season =
            if matches!(target.phasing, Phasing::Seasonal(_)) && target.per != Per::Month { "season" } else { "even" };
        words().say(&format!("target-per-{}-{season}", target.per.key()), &[("target", said.into())])
    }
}
