//! The targets grid of a distributor: KPIs by quarters or months of a year, and what was set when, by whom.

use chrono::{Datelike, NaiveDate};
use playbook::agreed::{Agreed, Holds, adds_up, agreed};
use playbook::kpi::Kpi;
use playbook::number::Rate;
use playbook::period::{FiscalYear, Period, Quarter};
use playbook::phasing::Phasing;
use playbook::target::{Goal, InForce, Per, Target};
use store::{Distributor, HeldTarget};

use super::by_grant::ByGrant;
use super::goal::{self, is_amount};
use super::set::Span;
use super::whose::{Held, Whose};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::exclusivity::Meant;
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

/// What is typed over a figure is read as it stands, so figures here stand with every digit, never in millions.
pub(super) const SCALE: Scale = Scale::Ones;

impl Desk {
    /// The KPIs that take a target, in the playbook's order; of a grant, those that add up.
    pub(crate) fn targeted(&self, whose: &Whose, today: NaiveDate) -> Result<Vec<Kpi>, DeskError> {
        let mut kpis = self.versions()?.on(today).kpis.clone();
        kpis.retain(|kpi| whose.grant.is_none() || adds_up(kpi));
        Ok(kpis)
    }

    /// The targets of a distributor in a year, or of one of its grants. An empty id is the first on the register, an empty
    /// grant the whole distributor; without a year, the running one; `by` is `month`, or anything else for quarters.
    ///
    /// # Errors
    /// When there is no distributor or no such grant, or the record can't be read.
    pub fn targets(
        &self,
        distributor: &str,
        grant: &str,
        year: Option<i32>,
        by: &str,
        now: Now,
    ) -> Result<TargetsView, DeskError> {
        let now = self.at(now);
        let distributors = self.store.distributors()?;
        let distributor = match distributors.first().filter(|_| distributor.is_empty()) {
            Some(first) => first.clone(),
            None => self.distributor_of(distributor)?,
        };
        let (fiscal, by_month) = (self.fiscal_year()?, by == "month");
        let year = year.unwrap_or_else(|| fiscal.quarter_on(now.today).year());
        let columns = columns(fiscal, year, by_month);
        let whose = self.whose(distributor, &Meant::named(grant))?;
        let all = self.store.targets(Some(whose.distributor.id))?;
        let given = self.store.grants(Some(whose.distributor.id))?;
        let by_grant = ByGrant::new(&given, &all, &columns, fiscal);
        let sheet = Sheet {
            held: Held::of(&whose, &all, &given),
            set: all.iter().filter(|held| whose.has(held)).collect(),
            currency: Currency::new(whose.currency()),
            columns: &columns,
            fiscal,
            today: now.today,
        };
        let kpis = self.targeted(&whose, now.today)?;
        let rows = kpis.iter().map(|kpi| {
            let (sets, by_grant) = (self.sets(&sheet, kpi, now)?, by_grant.view(kpi, &sheet.currency));
            Ok(TargetRow { sets, by_grant, ..sheet.row(kpi) })
        });
        let choice = |held: &Distributor| Choice { key: held.id.to_string(), label: held.card.name.clone() };
        Ok(TargetsView {
            name: naming::name(&whose.distributor.card),
            distributors: distributors.iter().map(choice).collect(),
            grants: by_grant.choices(&whose),
            grant: whose.grant_id().map(|id| id.to_string()).unwrap_or_default(),
            year,
            years: years(year, now.today),
            by: if by_month { "month" } else { "quarter" }.to_owned(),
            currency: sheet.currency.code().to_owned(),
            columns: columns.iter().map(|period| column(*period, now.today)).collect(),
            rows: rows.collect::<Result<_, DeskError>>()?,
            distributor: whose.distributor.id.to_string(),
            today: now.today.to_string(),
        })
    }

    /// Whatever was set for a KPI, the newest first.
    fn sets(&self, sheet: &Sheet<'_>, kpi: &Kpi, now: Now) -> Result<Vec<TargetSet>, DeskError> {
        let mut held: Vec<&HeldTarget> = sheet.set.iter().copied().filter(|held| held.set.target.is_of(kpi)).collect();
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

/// What the rows of one grid share.
struct Sheet<'a> {
    held: Held,
    /// What was set, of the distributor or the grant that is shown.
    set: Vec<&'a HeldTarget>,
    currency: Currency,
    columns: &'a [Period],
    fiscal: FiscalYear,
    today: NaiveDate,
}

impl Sheet<'_> {
    fn row(&self, kpi: &Kpi) -> TargetRow {
        TargetRow {
            kpi: kpi.key.to_string(),
            title: kpi_title(kpi),
            group: words().say(&format!("group-{}", kpi.group.key()), &[]),
            unit: goal::unit(kpi, &self.currency, SCALE),
            gate: kpi.gate.is_some(),
            cells: self.columns.iter().map(|period| self.cell(kpi, *period)).collect(),
            sets: Vec::new(),
            by_grant: None,
        }
    }

    fn cell(&self, kpi: &Kpi, period: Period) -> TargetCell {
        let quarter = self.fiscal.quarter_of(period);
        let agreed = agreed(&self.held.own, &self.held.grants, kpi, quarter);
        let goal = agreed.goal(&[period]);
        let set = agreed.whole.as_ref().filter(|_| agreed.holds() == Holds::Whole);
        let plain = goal.as_ref().filter(|_| set.is_some()).map(|goal| goal::plain(kpi, goal, self.currency.code()));
        let span = Span::read(&period.to_string(), self.fiscal);
        TargetCell {
            period: period.to_string(),
            text: goal.map(|goal| self.shown(kpi, &goal)).unwrap_or_default(),
            plain: plain.unwrap_or_default(),
            own: set.is_some_and(|held| self.fiscal.quarter_on(held.target.valid_from) == quarter),
            beside: self.beside(kpi, &agreed, period).unwrap_or_default(),
            summed: agreed.holds() == Holds::Sum && agreed.whole.is_none(),
            lacking: agreed.holds() == Holds::Lacking,
            opened: span.is_some_and(|span| span.is_opened(&self.held, kpi, self.fiscal, self.today)),
            editable: is_amount(kpi) || matches!(period, Period::Quarter(_)),
        }
    }

    fn shown(&self, kpi: &Kpi, goal: &Goal<Rate>) -> String {
        goal::shown(kpi, goal, &self.currency, SCALE).text
    }

    /// `250 from 10 Aug, not for this quarter`, `300 until it was agreed`, or what it is the sum of.
    fn beside(&self, kpi: &Kpi, agreed: &Agreed<'_>, period: Period) -> Option<String> {
        let say = |key: &str, other: &Target, day: NaiveDate| {
            let text = self.shown(kpi, &other.for_periods(&kpi.shape, &[period], self.fiscal));
            words().say(key, &[("target", text.into()), ("day", format::day(words(), day).into())])
        };
        let count = ("count", agreed.grants.len().into());
        match (agreed.holds(), &agreed.whole) {
            (Holds::Whole, Some(InForce { amended: Some(later), .. })) => {
                Some(say("target-amended", later, later.valid_from))
            }
            (Holds::Whole, Some(InForce { replaced: Some(before), target, .. })) => {
                Some(say("target-replaced", before, target.valid_from))
            }
            (Holds::Sum, Some(later)) => Some(say("target-amended", later.target, later.target.valid_from)),
            (Holds::Sum, None) => Some(words().say("target-is-sum", &[count])),
            (Holds::Lacking, _) => {
                let of = agreed.grants.len() + agreed.lacking.len();
                Some(words().say("target-of-some", &[count, ("of", of.into())]))
            }
            _ => None,
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
