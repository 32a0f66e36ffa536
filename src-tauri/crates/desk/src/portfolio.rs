//! Portfolio: every distributor against every KPI.

use std::collections::BTreeMap;
use std::num::NonZero;

use pack::picture::{Spark, spark};
use playbook::exclusivity::{Proposal, Standing};
use playbook::kpi::{Kpi, Shape};
use playbook::measure::ReportKind;
use playbook::period::Quarter;
use playbook::rules::{Playbook, Versions};
use playbook::score::{Actual, Line, Status, Total};
use store::{Closed, DistributorId, Reach};

use crate::desk::Desk;
use crate::drawing::picture;
use crate::error::DeskError;
use crate::exclusivity::Judged;
use crate::judge::Known;
use crate::now::Now;
use crate::scorecard::Scored;
use crate::shown::{attainment, mark, thousandths};
use crate::titles::{kpi_short, kpi_title};
use crate::token::{LineFigure, Token};
use crate::view::{Choice, Fact, FilterView, HeatCell, KpiHead, Picture, PortfolioRow, PortfolioView};
use crate::{exclusivity, format, naming, words};

/// The filter of what is still to decide.
pub(crate) const TO_DECIDE: &str = "to-decide";
/// Quarters of the trend.
const TREND: usize = 4;
/// A thread is not worth its start for fewer.
const FEWEST: usize = 32;

impl Desk {
    /// The heat table of a quarter, worst first.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn portfolio(&self, quarter: &str, now: Now) -> Result<PortfolioView, DeskError> {
        let now = self.at(now);
        let quarter = self.quarter(quarter)?;
        let versions = self.versions()?;
        let known = self.known_within(&reach(&versions, quarter), now.today)?;
        let playbook = versions.in_force(quarter);
        let closed = self.store.closed(None, Some(quarter))?;
        let live =
            on_all_cores(&known, |known| known.row((quarter, now.today), || live_row(known, &versions, quarter, now)));
        let mut rows = Vec::with_capacity(known.len());
        for (known, row) in known.iter().zip(live) {
            let newest = closed.iter().rfind(|closed| closed.distributor == known.distributor.id);
            rows.push(self.row_as_closed(row, newest)?);
        }
        rows.extend(self.rows_of_ended(&known, &closed, &versions, now)?);
        // Worst first; what has no score stands last.
        let last = |row: &PortfolioRow| (row.score.sort.is_none(), row.score.sort);
        rows.sort_by(|a, b| last(a).cmp(&last(b)).then_with(|| a.name.text.cmp(&b.name.text)));
        let saved = self.store.journal(1)?.pop().map(|entry| self.when(entry.at.utc(), now));
        let values = [
            ("version", playbook.version.into()),
            ("when", saved.unwrap_or_else(|| format::day(words(), now.today)).into()),
        ];
        Ok(PortfolioView {
            quarter: quarter.to_string(),
            note: words().say("portfolio-note", &values),
            filters: filters(&rows),
            countries: countries(&rows),
            heads: heads(playbook),
            rows,
        })
    }
}

impl Desk {
    /// Those that no longer report stay in the quarters that were closed with them, where nothing is to decide any more.
    fn rows_of_ended(
        &self,
        known: &[Known],
        closed: &[Closed],
        versions: &Versions,
        now: Now,
    ) -> Result<Vec<PortfolioRow>, DeskError> {
        let reports = |closed: &Closed| known.iter().any(|known| known.distributor.id == closed.distributor);
        let newest: BTreeMap<DistributorId, &Closed> =
            closed.iter().filter(|closed| !reports(closed)).map(|closed| (closed.distributor, closed)).collect();
        let mut rows = Vec::with_capacity(newest.len());
        for closed in newest.into_values() {
            let Some(distributor) = self.store.distributor(closed.distributor)? else { continue };
            let known = self.known(distributor, now.today)?;
            let mut row = self.row_as_closed(live_row(&known, versions, closed.quarter, now), Some(closed))?;
            row.filters.retain(|filter| filter != TO_DECIDE);
            rows.push(row);
        }
        Ok(rows)
    }
}

/// A distributor's row as the record has it now, closed or not.
pub(crate) fn live_row(known: &Known, versions: &Versions, quarter: Quarter, now: Now) -> PortfolioRow {
    let scored = Scored::new(known, versions, quarter, now.today);
    let card = &known.distributor.card;
    let totals = totals(&scored);
    let judged: Vec<Judged<'_>> = known.grants.iter().map(|granted| Judged::new(&scored, granted)).collect();
    let mut filters = vec!["all".to_owned()];
    let mut add = |wanted: bool, key: &str| {
        if wanted {
            filters.push(key.to_owned());
        }
    };
    let any = |of: &dyn Fn(&Judged<'_>) -> bool| judged.iter().any(of);
    let launches = |judged: &Judged<'_>| matches!(judged.standing, Standing::Before { .. } | Standing::Launch { .. });
    let has_failed =
        |judged: &Judged<'_>| judged.assessment.has_failed() && judged.assessment.proposal != Proposal::LaunchNotScored;
    add(any(&launches), "launch");
    add(any(&has_failed), "gate-not-met");
    add(any(&|judged| judged.assessment.is_to_decide(now.today)), TO_DECIDE);
    add(scored.card.provisional, "provisional");
    PortfolioRow {
        id: known.distributor.id.to_string(),
        name: naming::name(card),
        place: format!("{} · {}", naming::place(words(), card), card.currency),
        closed: String::new(),
        country: card.country.split('-').next().unwrap_or_default().to_owned(),
        filters,
        standing: judged.first().map(Judged::standing_view).unwrap_or_else(exclusivity::none),
        trend: trend(&totals),
        score: score(&scored),
        change: change(&scored, totals.get(1)),
        coverage: scored.coverage(),
        coverage_permille: thousandths(&scored.card.coverage),
        coverage_low: scored.coverage_low(),
        cells: scored.lines().map(|(kpi, line)| cell(known, quarter, kpi, line)).collect(),
    }
}

/// What is made of each, in their order: everybody is judged by themselves, so all cores take part.
fn on_all_cores<T: Send>(known: &[Known], make: impl Fn(&Known) -> T + Sync) -> Vec<T> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let part = known.len().div_ceil(cores).max(FEWEST);
    let (own, others) = known.split_at(part.min(known.len()));
    std::thread::scope(|scope| {
        let make = &make;
        let of = move |part: &[Known]| part.iter().map(make).collect::<Vec<T>>();
        let others: Vec<_> = others.chunks(part).map(|part| scope.spawn(move || of(part))).collect();
        let mut made = of(own);
        for part in others {
            made.extend(part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        made
    })
}

/// The KPIs that weigh, in the playbook's order.
fn heads(playbook: &Playbook) -> Vec<KpiHead> {
    let scored = playbook.kpis.iter().filter(|kpi| kpi.weight > 0);
    scored
        .map(|kpi| KpiHead {
            key: kpi.key.to_string(),
            group: words().say(&format!("group-{}", kpi.group.key()), &[]),
            title: kpi_title(kpi),
            short: kpi_short(kpi),
            weight: kpi.weight.to_string(),
        })
        .collect()
}

/// What the quarters of the trend come to, newest first, each by the rules that held.
fn totals(scored: &Scored<'_>) -> Vec<Total> {
    trend_of(scored.quarter).map(|quarter| scored.total_of(quarter)).collect()
}

/// The quarters of a trend, newest first.
fn trend_of(quarter: Quarter) -> impl Iterator<Item = Quarter> {
    std::iter::successors(Some(quarter), |quarter| Some(quarter.previous())).take(TREND)
}

/// The score over the last quarters.
fn trend(totals: &[Total]) -> Picture {
    let points: Vec<Option<i32>> = totals.iter().rev().map(|total| total.score.as_ref().map(thousandths)).collect();
    let label = words().say("score-trend-label", &[("count", points.iter().flatten().count().into())]);
    picture(&spark(&Spark { points, goal: None }), label, None)
}

/// What the rows of a quarter need of the reports: those of the quarters of the trend, and for growth the reports of the
/// year before, as far as a KPI is made of them.
fn reach(versions: &Versions, quarter: Quarter) -> Reach {
    let quarters: Vec<Quarter> = trend_of(quarter).collect();
    let playbooks = || quarters.iter().map(|quarter| versions.in_force(*quarter));
    let grows = |kpi: &Kpi| matches!(&kpi.shape, Shape::Growth { of, .. } if of.report() == ReportKind::Weekly);
    let first = quarters.last().copied().unwrap_or(quarter);
    let weekly_growth = playbooks().any(|playbook| playbook.kpis.iter().any(grows));
    let weeks = if weekly_growth { first.year_before() } else { first };
    let year_before = first.year_before().first_day();
    let judged = playbooks().flat_map(Playbook::judged).map(|key| (key, first.first_day()));
    let back = playbooks().flat_map(Playbook::looked_back_at).map(|key| (key, year_before));
    Reach {
        weeks_from: weeks.weeks().first().copied(),
        months_from: Some(first.year_before().months()[0]),
        measures: Some(judged.chain(back).collect()),
    }
}

/// The score, in the few letters that a row has room for.
fn score(scored: &Scored<'_>) -> Fact {
    let score = scored.score();
    if scored.card.unscored { Fact { text: words().say("row-unscored", &[]), ..score } } else { score }
}

/// `−2.8`, or `first`, or `provisional`; nothing where the score itself says why there is none.
fn change(scored: &Scored<'_>, before: Option<&Total>) -> String {
    match before.and_then(Total::settled).and_then(|before| scored.change_since(before)) {
        _ if scored.card.unscored => String::new(),
        _ if scored.coverage_low() => words().say("change-provisional", &[]),
        Some(change) => change,
        None if scored.card.score.is_some() => words().say("change-first", &[]),
        None => String::new(),
    }
}

fn cell(known: &Known, quarter: Quarter, kpi: &playbook::kpi::Kpi, line: &Line) -> HeatCell {
    let distributor = known.distributor.id;
    let token =
        Token::Line { distributor, period: quarter.into(), kpi: kpi.key.clone(), figure: LineFigure::Attainment };
    let text = match (&line.attainment, &line.actual, line.status) {
        (Some(value), ..) => attainment(kpi, value, 0),
        (None, Actual::NotApplicable(_), _) => "–".to_owned(),
        (None, _, Status::NoTarget) => words().say("cell-no-target", &[]),
        (None, _, _) => words().say("absent-due", &[]),
    };
    HeatCell {
        kpi: kpi.key.to_string(),
        mark: mark(line.status),
        value: Fact {
            text,
            unit: String::new(),
            evidence: line.attainment.as_ref().map(|_| token.to_string()),
            provisional: matches!(line.status, Status::Provisional(_)),
            sort: line.attainment.as_ref().map(thousandths),
        },
    }
}

fn filters(rows: &[PortfolioRow]) -> Vec<FilterView> {
    ["all", TO_DECIDE, "launch", "gate-not-met", "provisional"]
        .into_iter()
        .map(|key| FilterView {
            key: key.to_owned(),
            label: words().say(&format!("filter-{key}"), &[]),
            count: crate::review::small(rows.iter().filter(|row| row.filters.iter().any(|of| of == key)).count()),
        })
        .filter(|filter| filter.key == "all" || filter.count > 0)
        .collect()
}

fn countries(rows: &[PortfolioRow]) -> Vec<Choice> {
    let choice =
        |row: &PortfolioRow| Choice { key: row.country.clone(), label: naming::country(words(), &row.country) };
    let mut countries: Vec<Choice> = rows.iter().map(choice).collect();
    countries.sort_by(|a, b| a.label.cmp(&b.label));
    countries.dedup();
    countries
}
