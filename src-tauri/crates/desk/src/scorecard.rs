//! The scorecard as window, paper and terminal show it.

use std::sync::Arc;

use chrono::NaiveDate;
use pack::picture::{Bullet, Spark, bullet, deviation, spark};
use playbook::cadence::due;
use playbook::kpi::{Group, Kpi, KpiKey, ReviewKind, Shape};
use playbook::number::Rate;
use playbook::period::{Month, Period, Quarter};
use playbook::rules::{Playbook, Versions};
use playbook::score::{Line, Scorecard, Status};

use crate::contradicted;
use crate::drawing::picture;
use crate::format::{self, figure, percent, signed};
use crate::judge::Known;
use crate::notes;
use crate::shown::{Manner, attainment, goal_of, hundred, mark, thousandths, tone};
use crate::titles::{kpi_meaning, kpi_title, short_of};
use crate::token::{LineFigure, Token};
use crate::view::{Fact, KpiGroup, KpiLine, MovedRow, Picture, ScorecardView};
use crate::words;

/// Months of a trend.
pub(crate) const TREND: usize = 8;

/// A quarter of one distributor, scored, with what its views need.
pub(crate) struct Scored<'a> {
    pub(crate) known: &'a Known,
    /// Every version of the rules; `playbook` is the one that the quarter is judged by.
    pub(crate) versions: &'a Versions,
    pub(crate) playbook: &'a Playbook,
    pub(crate) quarter: Quarter,
    pub(crate) today: NaiveDate,
    pub(crate) card: Arc<Scorecard>,
    /// The quarter before, where it has a score.
    pub(crate) before: Option<Arc<Scorecard>>,
}

impl<'a> Scored<'a> {
    /// Scores a quarter as of a day.
    pub(crate) fn new(known: &'a Known, versions: &'a Versions, quarter: Quarter, today: NaiveDate) -> Self {
        let playbook = versions.in_force(quarter);
        let before = known.score(versions.in_force(quarter.previous()), quarter.previous(), today);
        Self {
            known,
            versions,
            playbook,
            quarter,
            today,
            card: known.score(playbook, quarter, today),
            before: Some(before).filter(|before| before.score.is_some() && !before.provisional),
        }
    }

    /// The last months, oldest first.
    pub(crate) fn months(&self) -> Vec<Month> {
        let back = std::iter::successors(Some(self.quarter.months()[2]), |month| Some(month.previous()));
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
        Some(Token::Line { distributor, quarter: self.quarter, kpi: kpi.clone(), figure }.to_string())
    }

    /// The score of 100; a word where there is none.
    pub(crate) fn score(&self) -> Fact {
        let token = Token::Score { distributor: self.known.distributor.id, quarter: self.quarter };
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

    /// The score against the quarter before: `−2.8`; empty where there is nothing to compare.
    pub(crate) fn change(&self) -> Option<String> {
        let (now, before) = (self.card.score.as_ref()?, self.before.as_ref()?.score.as_ref()?);
        Some(signed(&hundred(&(now - before)), 1))
    }

    /// The coverage in percent.
    pub(crate) fn coverage(&self) -> Fact {
        let token = Token::Coverage { distributor: self.known.distributor.id, quarter: self.quarter };
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
        let moved = self.before.as_ref().map(|before| moves(self.playbook, &self.card, before)).unwrap_or_default();
        let since = || words().say("moved-since", &[("quarter", quarter_short(self.quarter.previous()).into())]);
        ScorecardView {
            groups: self.groups(),
            total: self.total(),
            points: figure(&self.card.points, 1, &[]),
            weight: figure(&self.card.weight_scored, 0, &[]),
            notes: notes::of(self),
            moved_since: if moved.is_empty() { String::new() } else { since() },
            moved: moved_rows(moved),
            contradictions: contradicted::rows(self.known, self.playbook, self.quarter, self.today),
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
        let card = |month: Month| {
            let playbook = self.versions.in_force(self.quarter.fiscal_year().quarter_of(month));
            self.known.score(playbook, month, self.today)
        };
        self.months().into_iter().map(|month| of(&card(month))).collect()
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

/// Moves shown: the largest.
const MOVES: usize = 6;

/// By how many points of 100 each KPI that is scored both times moved the score: by its weight's share of the score now.
pub(crate) fn moved(now: &Scorecard, before: &Scorecard) -> Vec<(KpiKey, Rate)> {
    let weighed = now.lines.iter().filter(|line| line.weight > 0);
    let both = weighed.filter_map(|line| {
        let was = before.line(&line.kpi).filter(|was| was.weight > 0)?.attainment.as_ref()?;
        let by = &Rate::from(line.weight) * &(line.attainment.as_ref()? - was);
        Some((line.kpi.clone(), hundred(&by.over(&now.weight_scored)?)))
    });
    both.collect()
}

/// What moved the score since `before`, in points of 100; the largest losses first, then gains. Each KPI that is scored
/// both times moves it by its weight's share of the score now; what comes of KPIs that are scored only once stands in a
/// row of its own, so that the rows sum to the change.
pub(crate) fn moves(playbook: &Playbook, now: &Scorecard, before: &Scorecard) -> Vec<(String, Rate)> {
    let (Some(score), Some(earlier)) = (&now.score, &before.score) else { return Vec::new() };
    let mut rows: Vec<(String, Rate)> =
        moved(now, before).into_iter().map(|(kpi, by)| (short_of(playbook, &kpi), by)).collect();
    let explained = rows.iter().fold(Rate::zero(), |sum, (_, by)| &sum + by);
    rows.push((words().say("moved-other", &[]), &hundred(&(score - earlier)) - &explained));
    rows.retain(|(_, by)| signed(by, 1) != "0.0");
    rows.sort_by_key(|(_, by)| std::cmp::Reverse(by.clone().max(&Rate::zero() - by)));
    rows.truncate(MOVES);
    rows.sort_by(|(_, a), (_, b)| a.cmp(b));
    rows
}

fn moved_rows(rows: Vec<(String, Rate)>) -> Vec<MovedRow> {
    let longest = rows.iter().map(|(_, by)| thousandths(by).abs()).max().unwrap_or(1);
    rows.into_iter()
        .map(|(title, by)| {
            let change = signed(&by, 1);
            let label =
                words().say("moved-label", &[("title", title.as_str().into()), ("change", change.as_str().into())]);
            let ink = by.is_negative().then_some(crate::view::Ink::Red);
            MovedRow { bar: picture(&deviation(thousandths(&by), longest), label, ink), title, change }
        })
        .collect()
}
