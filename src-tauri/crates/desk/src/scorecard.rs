//! The scorecard as window, paper and terminal show it.

mod moves;

use std::sync::Arc;

use chrono::NaiveDate;
use pack::picture::{Bullet, Spark, bullet, spark};
use playbook::cadence::due;
use playbook::kpi::{Group, Kpi, KpiKey, ReviewKind, Shape};
use playbook::number::Rate;
use playbook::period::{Month, Period, Quarter};
use playbook::rules::{Playbook, Versions};
use playbook::score::{Actual, Line, Scorecard, Status, Total, WhyNot};

use crate::contradicted;
use crate::drawing::picture;
use crate::format::{self, figure, percent, signed};
use crate::judge::Known;
use crate::notes;
use crate::shown::{Manner, attainment, goal_of, hundred, mark, thousandths, tone};
use crate::titles::{kpi_meaning, kpi_title};
use crate::token::{LineFigure, Token};
use crate::view::{Fact, KpiGroup, KpiLine, Picture, ScorecardView};
use crate::words;

pub(crate) use moves::{moved, moves};

/// Months of a trend.
pub(crate) const TREND: usize = 8;

/// A quarter or a month of one distributor, scored, with what its views need.
pub(crate) struct Scored<'a> {
    pub(crate) known: &'a Known,
    /// Every version of the rules; `playbook` is the one that the period is judged by.
    pub(crate) versions: &'a Versions,
    pub(crate) playbook: &'a Playbook,
    /// What is scored: a quarter or a month.
    pub(crate) period: Period,
    /// The quarter itself, or the one that the month belongs to.
    pub(crate) quarter: Quarter,
    pub(crate) today: NaiveDate,
    pub(crate) card: Arc<Scorecard>,
}

impl<'a> Scored<'a> {
    /// Scores a quarter or a month as of a day.
    pub(crate) fn new(known: &'a Known, versions: &'a Versions, period: impl Into<Period>, today: NaiveDate) -> Self {
        let period = period.into();
        let quarter = quarter_of(versions, period);
        let playbook = versions.in_force(quarter);
        Self { known, versions, playbook, period, quarter, today, card: known.score(playbook, period, today) }
    }

    /// What another quarter comes to, by the rules that held.
    pub(crate) fn total_of(&self, quarter: Quarter) -> Total {
        self.known.total(self.versions.in_force(quarter), quarter, self.today)
    }

    /// The quarter or the month before, where it has a score that no longer changes.
    pub(crate) fn before(&self) -> Option<Arc<Scorecard>> {
        let period = self.period.previous();
        let playbook = self.versions.in_force(quarter_of(self.versions, period));
        Some(self.known.score(playbook, period, self.today)).filter(|before| before.total().settled().is_some())
    }

    /// Whether a report's period lies in what is scored.
    pub(crate) fn holds(&self, period: Period) -> bool {
        match (self.period, period) {
            (Period::Month(month), Period::Week(week)) => week.month() == month,
            (Period::Month(month), other) => other == Period::Month(month),
            _ => self.quarter.holds(period),
        }
    }

    /// The period before, in few words: `Q2`, `August`.
    pub(crate) fn before_short(&self) -> String {
        format::period_short(words(), self.period.previous())
    }

    /// The last months, oldest first.
    pub(crate) fn months(&self) -> Vec<Month> {
        let last = match self.period {
            Period::Month(month) => month,
            _ => self.quarter.months()[2],
        };
        let back = std::iter::successors(Some(last), |month| Some(month.previous()));
        let mut months: Vec<Month> = back.take(TREND).collect();
        months.reverse();
        months
    }

    /// The KPIs that the scorecard lists: those that weigh or have a figure.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&'a Kpi, &Line)> {
        let of = |line: &Line| self.playbook.kpi(&line.kpi);
        self.card.lines.iter().filter(|line| line.weight > 0).filter_map(move |line| Some((of(line)?, line)))
    }

    /// How a line's figures are shown.
    pub(crate) fn manner(&self, kpi: &'a Kpi, line: &Line) -> Manner<'a> {
        Manner::of(words(), kpi, line, self.known.currency())
    }

    fn token(&self, kpi: &KpiKey, figure: LineFigure) -> Option<String> {
        let distributor = self.known.distributor.id;
        Some(Token::Line { distributor, period: self.period, kpi: kpi.clone(), figure }.to_string())
    }

    /// The score of 100; a word where there is none.
    pub(crate) fn score(&self) -> Fact {
        let token = Token::Score { distributor: self.known.distributor.id, period: self.period };
        let words = words();
        let text = match &self.card.score {
            Some(score) => percent(score, 1, &[]),
            None if self.card.unscored => words.say("score-unscored", &[]),
            None => words.say("score-none", &[]),
        };
        Fact {
            text,
            unit: String::new(),
            evidence: self.card.score.as_ref().map(|_| token.to_string()),
            provisional: self.card.provisional || self.card.unscored,
            sort: self.card.score.as_ref().map(thousandths),
        }
    }

    /// The score against the period before: `−2.8`; empty where there is nothing to compare.
    pub(crate) fn change(&self) -> Option<String> {
        self.change_since(self.before()?.score.as_ref()?)
    }

    /// The same against an earlier score.
    pub(crate) fn change_since(&self, before: &Rate) -> Option<String> {
        Some(signed(&hundred(&(self.card.score.as_ref()? - before)), 1))
    }

    /// The coverage in percent.
    pub(crate) fn coverage(&self) -> Fact {
        let token = Token::Coverage { distributor: self.known.distributor.id, period: self.period };
        let minimum = std::slice::from_ref(&self.playbook.coverage_minimum);
        Fact {
            text: percent(&self.card.coverage, 0, minimum),
            unit: "%".to_owned(),
            evidence: Some(token.to_string()),
            provisional: false,
            sort: Some(thousandths(&self.card.coverage)),
        }
    }

    /// Whether coverage is below the playbook's minimum.
    pub(crate) fn coverage_low(&self) -> bool {
        self.card.coverage < self.playbook.coverage_minimum
    }

    /// The whole view.
    pub(crate) fn view(&self) -> ScorecardView {
        let moved = self.before().map(|before| moves(self.playbook, &self.card, &before)).unwrap_or_default();
        let since = || words().say("moved-since", &[("period", self.before_short().into())]);
        let about = |period| matches!(self.period, Period::Quarter(_)) || self.holds(period);
        let contradictions = contradicted::rows(self.known, self.playbook, self.quarter, self.today, &about);
        ScorecardView {
            groups: self.groups(),
            total: self.total(),
            points: figure(&self.card.points, 1, &[]),
            weight: figure(&self.card.weight_scored, 0, &[]),
            notes: notes::of(self),
            moved_since: if moved.is_empty() { String::new() } else { since() },
            moved: moves::rows(moved),
            contradictions,
        }
    }

    fn total(&self) -> String {
        let Some(score) = &self.card.score else {
            return words().say(if self.card.unscored { "total-unscored" } else { "total-none" }, &[]);
        };
        let values = [
            ("points", figure(&self.card.points, 1, &[]).into()),
            ("weight", figure(&self.card.weight_scored, 0, &[]).into()),
            ("score", percent(score, 1, &[]).into()),
        ];
        words().say("total", &values)
    }

    fn groups(&self) -> Vec<KpiGroup> {
        [Group::Commercial, Group::Execution, Group::Operational]
            .into_iter()
            .map(|group| KpiGroup {
                title: words().say(&format!("group-{}", group.key()), &[]),
                lines: self
                    .lines()
                    .filter(|(kpi, _)| kpi.group == group)
                    .map(|(kpi, line)| self.line(kpi, line))
                    .collect(),
            })
            .filter(|group| !group.lines.is_empty())
            .collect()
    }

    fn line(&self, kpi: &'a Kpi, line: &Line) -> KpiLine {
        let manner = self.manner(kpi, line);
        let none = || "–".to_owned();
        let provisional = matches!(line.status, Status::Provisional(_));
        let target = goal_of(line).map(|goal| manner.goal(goal));
        let known = line.actual.figure().is_some();
        let attained = line.attainment.as_ref();
        let shown = |text: String, figure: Option<LineFigure>, sort: Option<i32>| Fact {
            text,
            unit: String::new(),
            evidence: figure.and_then(|figure| self.token(&kpi.key, figure)),
            provisional,
            sort,
        };
        KpiLine {
            key: kpi.key.to_string(),
            title: kpi_title(kpi),
            meaning: kpi_meaning(kpi),
            gate: kpi.gate.is_some(),
            target: match target {
                // None of the reports, or of the reviews, is asked for: not even zero.
                Some(_) if line.status == Status::DoesNotApply && kpi.default_goal.is_some() => {
                    shown(none(), None, None)
                }
                Some(target) => target.fact(self.token(&kpi.key, LineFigure::Target), false, None),
                None => shown(words().say("no-target", &[]), None, None),
            },
            actual: manner.actual(line).fact(
                self.token(&kpi.key, LineFigure::Actual).filter(|_| known),
                provisional,
                attained.map(thousandths),
            ),
            attainment: shown(
                attained.map_or_else(none, |value| attainment(kpi, value, 1)),
                attained.map(|_| LineFigure::Attainment),
                attained.map(thousandths),
            ),
            bar: bar(kpi, line),
            points: shown(
                line.points.as_ref().map_or_else(none, |points| figure(points, 1, &[])),
                line.points.as_ref().map(|_| LineFigure::Points),
                line.points.as_ref().map(thousandths),
            ),
            weight: line.weight.to_string(),
            mark: mark(line.status),
            status: self.status(kpi, line),
            trend: self.trend(kpi, line),
        }
    }

    /// `Amber`, `Due 15 Oct`, `No target`.
    pub(crate) fn status(&self, kpi: &Kpi, line: &Line) -> String {
        let words = words();
        match (line.status, self.next_due(kpi, line)) {
            (Status::Settled(_), _) => words.say(&format!("status-{}", colour_key(line.status)), &[]),
            (Status::Provisional(_), Some(day)) if day >= self.today => {
                words.say("status-due", &[("day", format::day(words, day).into())])
            }
            (Status::Provisional(_), _) => words.say("status-provisional", &[]),
            (Status::NoTarget, _) => words.say("status-no-target", &[]),
            (Status::DoesNotApply, _) if line.actual == Actual::NotApplicable(WhyNot::QuarterOnly) => {
                words.say("status-quarter-only", &[])
            }
            (Status::DoesNotApply, _) => words.say("status-not-applicable", &[]),
        }
    }

    /// The day by which the next open report or review of a line is due.
    fn next_due(&self, kpi: &Kpi, line: &Line) -> Option<NaiveDate> {
        let day = |period: &Period| match &kpi.shape {
            Shape::OnTime(kind) => due(*kind, *period, &self.known.calendar).map(|due| due.date),
            Shape::Held(ReviewKind::Quarterly) => {
                period.last_day().checked_add_days(chrono::Days::new(self.playbook.qbr_days.into()))
            }
            Shape::Held(ReviewKind::Monthly) => Some(Month::of(period.last_day()).next().last_day()),
            _ => {
                let kind = match period {
                    Period::Week(_) => playbook::measure::ReportKind::Weekly,
                    _ => playbook::measure::ReportKind::Monthly,
                };
                due(kind, *period, &self.known.calendar).map(|due| due.date)
            }
        };
        line.tally.open.iter().filter_map(day).filter(|day| *day >= self.today).min()
    }

    /// A KPI's attainment over the last months, in thousandths.
    pub(crate) fn points(&self, kpi: &KpiKey) -> Vec<Option<i32>> {
        let of = |card: &Scorecard| {
            let line = card.line(kpi)?;
            line.attainment.as_ref().filter(|_| line.status != Status::DoesNotApply).map(thousandths)
        };
        self.month_cards().map(|card| of(&card)).collect()
    }

    /// The scorecards of the last months, each by the rules that held.
    fn month_cards(&self) -> impl Iterator<Item = Arc<Scorecard>> + '_ {
        let fiscal = self.quarter.fiscal_year();
        let card =
            move |month: Month| self.known.score(self.versions.in_force(fiscal.quarter_of(month)), month, self.today);
        self.months().into_iter().map(card)
    }

    /// The score over the last months.
    pub(crate) fn score_trend(&self) -> Picture {
        let points: Vec<Option<i32>> = self.month_cards().map(|card| card.score.as_ref().map(thousandths)).collect();
        let label = words().say("month-trend-label", &[("span", self.trend_span().into())]);
        picture(&spark(&Spark { points, goal: None }), label, None)
    }

    fn trend(&self, kpi: &Kpi, line: &Line) -> Picture {
        let points = self.points(&kpi.key);
        if points.iter().all(Option::is_none) {
            return picture(&spark(&Spark::default()), words().say("trend-none", &[]), None);
        }
        let label = words().say("trend-label", &[("title", kpi_title(kpi).into()), ("span", self.trend_span().into())]);
        picture(&spark(&Spark { points, goal: Some(1000) }), label, tone(line.status))
    }

    /// `April to September`.
    pub(crate) fn trend_span(&self) -> String {
        let months = self.months();
        let ends = months.first().zip(months.last());
        ends.map(|(first, last)| format::month_span(words(), *first, *last)).unwrap_or_default()
    }
}

/// The quarter itself, or the one that a month belongs to.
fn quarter_of(versions: &Versions, period: Period) -> Quarter {
    match period {
        Period::Quarter(quarter) => quarter,
        other => versions.fiscal_year().quarter_of(other),
    }
}

/// `Q3`.
pub(crate) fn quarter_short(quarter: Quarter) -> String {
    format::period_short(words(), quarter.into())
}

pub(crate) fn colour_key(status: Status) -> &'static str {
    match mark(status) {
        crate::view::Mark::Green => "green",
        crate::view::Mark::Amber => "amber",
        crate::view::Mark::Red => "red",
        _ => "provisional",
    }
}

/// The attainment as a bullet bar, as pack and window draw it.
pub(crate) fn bullet_of(kpi: &Kpi, line: &Line) -> Bullet {
    Bullet {
        reached: line.attainment.as_ref().map(thousandths),
        gate: kpi.gate.as_ref().filter(|gate| **gate < Rate::one()).map(thousandths),
    }
}

fn bar(kpi: &Kpi, line: &Line) -> Picture {
    let label = match &line.attainment {
        Some(value) => words().say("bar-label", &[("percent", attainment(kpi, value, 1).into())]),
        None => words().say("bar-none", &[]),
    };
    picture(&bullet(&bullet_of(kpi, line)), label, tone(line.status))
}
