//! A version as a form shows it, and what the form offers.

use playbook::kpi::{Base, Better, Group, Kpi, ReviewKind, Shape};
use playbook::measure::{MEASURES, OwnMeasure, ReportKind, Unit};
use playbook::number::{Quantity, Rate};
use playbook::rules::Playbook;
use playbook::settings::{SETTINGS, Setting};
use playbook::target::Goal;

use crate::titles::{kpi_meaning, kpi_title};
use crate::view::{Choice, KpiDraft, MeasureDraft, PlaybookChoices, PlaybookDraft, SettingDraft, ShapeChoice};
use crate::words;

/// Each shape that a KPI can be made of, with how many sums it takes.
pub(super) const SHAPES: [(&str, usize); 8] = [
    ("total", 1),
    ("latest", 1),
    ("ratio", 2),
    ("growth", 1),
    ("cover", 2),
    ("accuracy", 2),
    ("on-time", 0),
    ("held", 0),
];

/// The months that a forecast may span.
pub(super) const SPANS: std::ops::RangeInclusive<u8> = 1..=6;

/// The form of a version; it has no day yet from which the next one holds.
pub(super) fn draft(playbook: &Playbook) -> PlaybookDraft {
    PlaybookDraft {
        from: String::new(),
        kpis: playbook.kpis.iter().map(kpi).collect(),
        measures: playbook.measures.iter().map(measure).collect(),
        settings: SETTINGS.iter().map(|setting| of_setting(setting, playbook)).collect(),
    }
}

fn kpi(kpi: &Kpi) -> KpiDraft {
    let measures = |at: usize| -> Vec<String> {
        let terms = kpi.shape.terms();
        terms.get(at).map(|terms| terms.measures().iter().map(ToString::to_string).collect()).unwrap_or_default()
    };
    let mut draft = KpiDraft {
        key: kpi.key.to_string(),
        own: kpi.own.is_some(),
        title: kpi_title(kpi),
        meaning: kpi_meaning(kpi),
        group: kpi.group.key().to_owned(),
        shape: kpi.shape.key().to_owned(),
        choice: choice(&kpi.shape),
        first: measures(0),
        second: measures(1),
        better: kpi.better.key().to_owned(),
        weight: kpi.weight.to_string(),
        gate: kpi.gate.as_ref().map(percent).unwrap_or_default(),
        green: percent(&kpi.thresholds.green),
        amber: percent(&kpi.thresholds.amber),
        grace: kpi.grace.map(|days| days.to_string()).unwrap_or_default(),
        ..KpiDraft::default()
    };
    let typed = |value: Quantity| if is_share(&kpi.shape) { percent(&value.into()) } else { value.to_string() };
    match kpi.default_goal {
        Some(Goal::Value(value) | Goal::FromBaseline { target: value, .. }) => draft.goal = typed(value),
        Some(Goal::Band { low, high, margin }) => {
            (draft.low, draft.high, draft.margin) = (typed(low), typed(high), typed(margin));
        }
        None => {}
    }
    draft
}

/// Whether what it comes to is typed in percent.
pub(super) fn is_share(shape: &Shape) -> bool {
    !matches!(shape, Shape::Total(_) | Shape::Latest(_) | Shape::Cover { .. })
}

/// A rate in percent as it is typed: every digit, no grouping.
pub(super) fn percent(rate: &Rate) -> String {
    let hundredfold = rate * &Rate::from(100);
    hundredfold.quantity().map_or_else(|| crate::format::percent(rate, 4, &[]), |percent| percent.to_string())
}

fn choice(shape: &Shape) -> String {
    match shape {
        Shape::Growth { over, .. } => over.key().to_owned(),
        Shape::Accuracy { months, .. } => months.to_string(),
        Shape::OnTime(kind) => kind.key().to_owned(),
        Shape::Held(kind) => kind.key().to_owned(),
        Shape::Total(_) | Shape::Latest(_) | Shape::Ratio { .. } | Shape::Cover { .. } => String::new(),
    }
}

fn measure(own: &OwnMeasure) -> MeasureDraft {
    MeasureDraft {
        key: own.measure.key.to_string(),
        title: own.title.clone(),
        unit: own.measure.unit.key().to_owned(),
        report: own.measure.report.key().to_owned(),
        asked: own.asked,
    }
}

fn of_setting(setting: &Setting, playbook: &Playbook) -> SettingDraft {
    let say = |key: String| words().say(&key, &[]);
    SettingDraft {
        key: setting.key.to_owned(),
        title: say(format!("setting-{}", setting.key)),
        meaning: say(format!("setting-{}-meaning", setting.key)),
        unit: words().say(&format!("setting-unit-{}", setting.counts.key()), &[("count", setting.of(playbook).into())]),
        value: setting.of(playbook).to_string(),
    }
}

/// What the form offers.
pub(super) fn choices() -> PlaybookChoices {
    let say = |key: String| words().say(&key, &[]);
    let choice = |message: &str, key: &str| Choice { key: key.to_owned(), label: say(format!("{message}-{key}")) };
    PlaybookChoices {
        groups: Group::ALL.iter().map(|group| choice("group", group.key())).collect(),
        shapes: SHAPES.iter().map(|(key, sums)| shape(key, *sums)).collect(),
        better: Better::ALL.iter().map(|better| choice("better", better.key())).collect(),
        units: Unit::ALL.iter().map(|unit| choice("measure-unit", unit.key())).collect(),
        reports: ReportKind::ALL.iter().map(|kind| choice("report", kind.key())).collect(),
        measures: MEASURES.iter().map(|known| choice("measure", known.key.as_str())).collect(),
    }
}

fn shape(key: &str, sums: usize) -> ShapeChoice {
    let say = |key: String| words().say(&key, &[]);
    let sum = |at: usize, name: &str| if sums > at { say(format!("shape-{key}-{name}")) } else { String::new() };
    let choice = |message: &str, key: &str| Choice { key: key.to_owned(), label: say(format!("{message}-{key}")) };
    let choices = match key {
        "growth" => Base::ALL.iter().map(|base| choice("base", base.key())).collect(),
        "accuracy" => SPANS.map(|months| Choice { key: months.to_string(), label: months_label(months) }).collect(),
        "on-time" => ReportKind::ALL.iter().map(|kind| choice("report", kind.key())).collect(),
        "held" => ReviewKind::ALL.iter().map(|kind| choice("review", kind.key())).collect(),
        _ => Vec::new(),
    };
    ShapeChoice {
        key: key.to_owned(),
        label: say(format!("shape-{key}")),
        meaning: say(format!("shape-{key}-meaning")),
        first: sum(0, "first"),
        second: sum(1, "second"),
        choices,
    }
}

fn months_label(months: u8) -> String {
    words().say("forecast-months", &[("count", months.into())])
}
