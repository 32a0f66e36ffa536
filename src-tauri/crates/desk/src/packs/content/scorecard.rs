//! The scorecard page, from the scorecard's own view.

use pack::content::{Amount, Bar, Chip, Figure, KpiGroup, KpiRow, Scorecard, Total, Trend};
use pack::picture::Spark;
use playbook::kpi::{KpiKey, Shape};
use playbook::measure::{MeasureKey, ReportKind};
use playbook::number::{Quantity, Rate};
use playbook::period::Period;
use playbook::score::{Figure as Number, Line};

use super::{Shown, amount, decision::large, mark};
use crate::format::{self, figure, percent};
use crate::scorecard::bullet_of;
use crate::shown::thousandths;
use crate::titles::short_of;
use crate::view::{KpiLine, Mark};
use crate::words;

pub(super) fn fill(shown: &Shown<'_>) -> Scorecard {
    let scored = &shown.scored;
    let card = &shown.view.scorecard;
    let values = [("quarter", format::quarter(words(), scored.quarter).into())];
    let contradictions =
        card.contradictions.iter().map(|row| words().say("pack-contradiction", &[("what", row.what.as_str().into())]));
    Scorecard {
        kicker: shown.view.grants.first().map(|grant| grant.territory.clone()).unwrap_or_default(),
        headline: words().say("pack-scorecard", &values),
        figures: vec![score(shown), large("pack-coverage", &shown.view.coverage, String::new())],
        groups: groups(shown),
        total: Total {
            text: match scored.card.score {
                Some(_) => words().say("pack-total", &[("total", card.total.as_str().into())]),
                None => card.total.clone(),
            },
            weight: card.weight.clone(),
            points: card.points.clone(),
        },
        legend: legend(shown),
        trends_heading: scored.trend_span(),
        trends: trends(shown),
        funnel_heading: words().say("pack-funnel", &[]),
        funnel: funnel(shown),
        notes: card.notes.iter().cloned().chain(contradictions).collect(),
    }
}

/// `Score, −2.8 on Q2`.
fn score(shown: &Shown<'_>) -> Figure {
    let score = &shown.view.score;
    let provisional = score.provisional && super::has_digit(&score.text);
    let figure = large(if provisional { "pack-score-provisional" } else { "pack-score" }, score, String::new());
    match shown.scored.change() {
        Some(_) => {
            let values = [("label", figure.label.as_str().into()), ("note", shown.view.score_note.as_str().into())];
            Figure { label: words().say("pack-score-label", &values), ..figure }
        }
        None => figure,
    }
}

fn groups(shown: &Shown<'_>) -> Vec<KpiGroup> {
    let group = |group: &crate::view::KpiGroup| KpiGroup {
        title: group.title.clone(),
        rows: group.lines.iter().map(|line| row(shown, line)).collect(),
    };
    shown.view.scorecard.groups.iter().map(group).collect()
}

fn row(shown: &Shown<'_>, view: &KpiLine) -> KpiRow {
    let key = KpiKey::new(&view.key);
    let line = shown.scored.card.line(&key);
    let bullet = shown.scored.playbook.kpi(&key).zip(line).map(|(kpi, line)| bullet_of(kpi, line));
    KpiRow {
        title: view.title.clone(),
        gate: view.gate,
        target: amount(&view.target),
        actual: amount(&view.actual),
        bullet: bullet.unwrap_or_default(),
        attainment: view.attainment.text.clone(),
        weight: view.weight.clone(),
        points: view.points.text.clone(),
        status: Chip { mark: mark(view.mark), word: view.status.clone() },
    }
}

/// What each status means, where all KPIs share their thresholds.
fn legend(shown: &Shown<'_>) -> Vec<Chip> {
    let mut thresholds: Vec<_> = shown.scored.lines().map(|(kpi, _)| &kpi.thresholds).collect();
    thresholds.dedup();
    let [one] = thresholds.as_slice() else { return Vec::new() };
    let [green, amber] = [&one.green, &one.amber].map(|edge| percent(edge, 0, &[]));
    let chip = |drawn: Mark, key: &str| {
        let values = [("green", green.as_str().into()), ("amber", amber.as_str().into())];
        Chip { mark: mark(drawn), word: words().say(key, &values) }
    };
    vec![
        chip(Mark::Green, "pack-legend-green"),
        chip(Mark::Amber, "pack-legend-amber"),
        chip(Mark::Red, "pack-legend-red"),
        chip(Mark::Provisional, "pack-legend-provisional"),
    ]
}

/// A small multiple of each KPI that has months to show.
fn trends(shown: &Shown<'_>) -> Vec<Trend> {
    let scored = &shown.scored;
    let months = scored.months();
    let [first, last] = match months.first().zip(months.last()) {
        Some((first, last)) => [first, last].map(|month| format::month_short(words(), *month)),
        None => return Vec::new(),
    };
    let lines = shown.view.scorecard.groups.iter().flat_map(|group| &group.lines);
    lines
        .filter(|view| view.mark != Mark::None)
        .filter_map(|view| {
            let points = scored.points(&KpiKey::new(&view.key));
            points.iter().any(Option::is_some).then(|| Trend {
                title: short_of(scored.playbook, &KpiKey::new(&view.key)),
                mark: Some(mark(view.mark)),
                latest: latest(view),
                spark: Spark { points, goal: Some(1000) },
                first: first.clone(),
                last: last.clone(),
            })
        })
        .collect()
}

/// The quarter's attainment beside the months.
fn latest(view: &KpiLine) -> Amount {
    if super::has_digit(&view.attainment.text) {
        Amount {
            known: !view.attainment.provisional,
            ..Amount::of(&view.attainment.text, words().say("pack-of-target", &[]))
        }
    } else {
        Amount::unknown(&view.status)
    }
}

/// From lead to quote to order, over the months that state both leads and orders.
fn funnel(shown: &Shown<'_>) -> Vec<Bar> {
    let scored = &shown.scored;
    let ratio = |shape: &Shape| {
        matches!(shape, Shape::Ratio { part, whole }
        if part.measures() == [MeasureKey::new("purchase_orders")] && whole.measures() == [MeasureKey::new("leads")])
    };
    let Some((_, line)) = scored.lines().find(|(kpi, _)| ratio(&kpi.shape)) else { return Vec::new() };
    let sum = |key: &str| match &line.parts.iter().find(|part| part.key == key)?.figure {
        Some(Number::Amount(sum, _)) => Some(*sum),
        _ => None,
    };
    let (Some(leads), Some(orders)) = (sum("whole"), sum("part")) else { return Vec::new() };
    let stages = [("leads", Some(leads)), ("quotes", quotes(shown, line)), ("purchase_orders", Some(orders))];
    let stages: Vec<(&str, Quantity)> = stages.into_iter().filter_map(|(key, sum)| Some((key, sum?))).collect();
    let longest = stages.iter().map(|(_, sum)| *sum).max().unwrap_or(Quantity::ZERO);
    let bar = |(key, sum): (&str, Quantity)| Bar {
        label: words().say(&format!("funnel-{key}"), &[]),
        value: figure(&sum.into(), 0, &[]),
        share: match Rate::of(sum, leads).filter(|_| key != "leads") {
            Some(share) => format!("{} %", percent(&share, 1, &[])),
            None => String::new(),
        },
        length: Rate::of(sum, longest).map_or(0, |length| u32::try_from(thousandths(&length)).unwrap_or(0)),
    };
    stages.into_iter().map(bar).collect()
}

/// The quotes of the months whose leads and orders count; `None` where one of them does not state them.
fn quotes(shown: &Shown<'_>, line: &Line) -> Option<Quantity> {
    let scored = &shown.scored;
    let key = MeasureKey::new("quotes");
    let mut periods: Vec<Period> = line
        .evidence
        .iter()
        .filter_map(|cited| scored.known.revision(cited.report))
        .map(|revision| revision.period)
        .collect();
    periods.sort();
    periods.dedup();
    let stated = |period: &Period| {
        let report = scored.known.facts.current(ReportKind::Monthly, *period, scored.today)?;
        report.measures.get(&key)
    };
    let all: Option<Vec<Quantity>> = periods.iter().map(stated).collect();
    all.filter(|all| !all.is_empty()).map(|all| all.into_iter().sum())
}
