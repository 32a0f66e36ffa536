//! A typed draft, read as a version. What can't be read is said, and nothing that was typed is lost.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use playbook::kpi::{Base, Better, Group, Kpi, KpiKey, OwnWords, ReviewKind, Shape, Terms, Thresholds, defaults};
use playbook::measure::{Measure, MeasureKey, OwnMeasure, ReportKind, Unit};
use playbook::number::{Quantity, Rate};
use playbook::rules::{Playbook, Versions};
use playbook::settings::setting;
use playbook::target::Goal;
use words::Value;

use super::draft::{SPANS, is_share};
use crate::view::{DraftFlaw, KpiDraft, MeasureDraft, PlaybookDraft};
use crate::words;

/// A draft as it was read.
pub(super) struct Entered {
    /// The version, without a number; where a text could not be read, as it was before.
    pub(super) playbook: Playbook,
    /// The texts that could not be read.
    pub(super) flaws: Vec<DraftFlaw>,
}

/// Reads a draft, as a change of what holds on its day.
pub(super) fn entered(draft: &PlaybookDraft, versions: &Versions) -> Entered {
    let mut reading = Reading { flaws: Vec::new(), kpi: -1 };
    let from = reading.day(&draft.from);
    let base = from.map_or_else(|| versions.latest(), |day| versions.on(day));
    let mut playbook = Playbook { valid_from: from.unwrap_or(base.valid_from), ..base.clone() };
    for typed in &draft.settings {
        if let Some((known, value)) = setting(&typed.key).zip(reading.whole(&typed.title, &typed.value)) {
            known.set(&mut playbook, value);
        }
    }
    let keys = measure_keys(draft, versions);
    playbook.measures = draft.measures.iter().zip(&keys).map(|(typed, key)| reading.own_measure(typed, key)).collect();
    let kpi_keys = kpi_keys(draft, versions);
    let mut kpis = Vec::with_capacity(draft.kpis.len());
    for ((place, typed), key) in (0..).zip(&draft.kpis).zip(kpi_keys) {
        reading.kpi = place;
        kpis.extend(reading.read_kpi(typed, key, versions, &playbook, &named(draft, &keys)));
    }
    playbook.kpis = kpis;
    Entered { playbook, flaws: reading.flaws }
}

/// What a draft calls a measure, against its key: one that is new has only a mark for a name.
fn named<'d>(draft: &'d PlaybookDraft, keys: &'d [String]) -> BTreeMap<&'d str, &'d str> {
    draft.measures.iter().map(|typed| typed.key.as_str()).zip(keys.iter().map(String::as_str)).collect()
}

/// Whether a key is only the mark of something new.
fn is_new(key: &str) -> bool {
    key.is_empty() || key.starts_with('+')
}

/// The keys of a draft's measures: those that are new get one that no version has used.
fn measure_keys(draft: &PlaybookDraft, versions: &Versions) -> Vec<String> {
    let used = versions.all().flat_map(|playbook| &playbook.measures).map(|own| own.measure.key.to_string());
    let mut used: BTreeSet<String> = used.collect();
    draft.measures.iter().map(|typed| key_of(&typed.key, &typed.title, '_', &mut used)).collect()
}

fn kpi_keys(draft: &PlaybookDraft, versions: &Versions) -> Vec<String> {
    let used = versions.all().flat_map(|playbook| &playbook.kpis).map(|kpi| kpi.key.to_string());
    let mut used: BTreeSet<String> = used.collect();
    draft.kpis.iter().map(|typed| key_of(&typed.key, &typed.title, '-', &mut used)).collect()
}

/// `own-store-visits`; with a number where that was used before.
fn key_of(key: &str, title: &str, joint: char, used: &mut BTreeSet<String>) -> String {
    if !is_new(key) {
        return key.to_owned();
    }
    let letters = title.to_lowercase();
    let parts = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let stem: String = std::iter::once("own").chain(parts).collect::<Vec<_>>().join(&joint.to_string());
    let numbered = (2_u32..).map(|number| format!("{stem}{joint}{number}"));
    let free = std::iter::once(stem.clone()).chain(numbered).find(|key| !used.contains(key)).unwrap_or(stem.clone());
    used.insert(free.clone());
    free
}

/// The KPI of that key in the newest version that has it, else as it ships.
fn known_kpi(key: &str, versions: &Versions) -> Option<Kpi> {
    let of = |playbook: &Playbook| playbook.kpi(&KpiKey::new(key)).cloned();
    versions.all().rev().find_map(of).or_else(|| defaults().into_iter().find(|kpi| kpi.key.as_str() == key))
}

/// The texts that could not be read so far.
struct Reading {
    flaws: Vec<DraftFlaw>,
    /// The place of the KPI that is being read.
    kpi: i32,
}

impl Reading {
    fn say(&mut self, key: &str, values: &[(&str, Value<'_>)]) {
        self.flaws.push(DraftFlaw { stops: true, kpi: self.kpi, message: words().say(key, values) });
    }

    fn day(&mut self, text: &str) -> Option<NaiveDate> {
        let day = text.trim().parse().ok();
        if day.is_none() {
            let key = if text.trim().is_empty() { "draft-no-day" } else { "draft-not-a-day" };
            self.say(key, &[("text", text.into())]);
        }
        day
    }

    fn whole(&mut self, what: &str, text: &str) -> Option<u32> {
        let value = text.trim().parse().ok();
        if value.is_none() {
            self.say("draft-not-whole", &[("what", what.into()), ("text", text.into())]);
        }
        value
    }

    /// What a word stands for; a word that stands for nothing is refused with those that do.
    fn word<T: Copy>(&mut self, what: &str, text: &str, all: &[T], key: fn(T) -> &'static str) -> Option<T> {
        let found = all.iter().copied().find(|known| key(*known) == text.trim());
        if found.is_none() {
            let what = words().say(&format!("draft-field-{what}"), &[]);
            let known = all.iter().map(|known| key(*known)).collect::<Vec<_>>().join(", ");
            self.say("draft-not-a-word", &[("what", what.into()), ("text", text.into()), ("words", known.into())]);
        }
        found
    }

    fn own_measure(&mut self, typed: &MeasureDraft, key: &str) -> OwnMeasure {
        let report = self.word("report", &typed.report, &ReportKind::ALL, ReportKind::key);
        let unit = self.word("unit", &typed.unit, &Unit::ALL, Unit::key);
        OwnMeasure {
            measure: Measure {
                key: MeasureKey::new(key),
                report: report.unwrap_or(ReportKind::Monthly),
                unit: unit.unwrap_or(Unit::Count),
            },
            title: typed.title.trim().to_owned(),
            asked: typed.asked,
        }
    }

    fn number(&mut self, what: &str, text: &str) -> Option<Quantity> {
        let plain = text.trim().trim_end_matches('%').trim_end().replace('\u{2212}', "-");
        let value = plain.parse().ok();
        if value.is_none() {
            let what = words().say(&format!("draft-field-{what}"), &[]);
            self.say("draft-not-a-number", &[("what", what.into()), ("text", text.into())]);
        }
        value
    }

    fn percent(&mut self, what: &str, text: &str) -> Option<Rate> {
        self.number(what, text).map(|value| &Rate::from(value) * &Rate::percent(1))
    }

    /// A KPI; `None` where it neither ships nor was made.
    fn read_kpi(
        &mut self,
        typed: &KpiDraft,
        key: String,
        versions: &Versions,
        playbook: &Playbook,
        named: &BTreeMap<&str, &str>,
    ) -> Option<Kpi> {
        let before = known_kpi(&key, versions);
        let kpi = if typed.own {
            let own = OwnWords { title: typed.title.trim().to_owned(), meaning: typed.meaning.trim().to_owned() };
            let shape = self.shape(typed, playbook, named)?;
            let group = self.word("group", &typed.group, &Group::ALL, Group::key).unwrap_or(Group::Commercial);
            Kpi::made(KpiKey::new(&key), own, group, shape)
        } else if let Some(before) = before {
            before
        } else {
            self.say("draft-no-kpi", &[("key", key.into())]);
            return None;
        };
        let gate = match typed.gate.trim() {
            "" => None,
            text => self.percent("gate", text),
        };
        let grace = match typed.grace.trim() {
            "" => None,
            text => self.whole(&words().say("draft-field-grace", &[]), text),
        };
        let weight = self.whole(&words().say("draft-field-weight", &[]), &typed.weight).unwrap_or(kpi.weight);
        let thresholds = Thresholds {
            green: self.percent("green", &typed.green).unwrap_or_else(Rate::one),
            amber: self.percent("amber", &typed.amber).unwrap_or_else(Rate::zero),
        };
        let better = self.word("better", &typed.better, &Better::ALL, Better::key).unwrap_or(kpi.better);
        let default_goal = self.goal(typed, better, &kpi);
        Some(Kpi { better, weight, gate, thresholds, grace, default_goal, ..kpi })
    }

    fn goal(&mut self, typed: &KpiDraft, better: Better, kpi: &Kpi) -> Option<Goal> {
        let mut value = |what: &str, text: &str| {
            let value = self.number(what, text)?;
            if is_share(&kpi.shape) { (&Rate::from(value) * &Rate::percent(1)).quantity() } else { Some(value) }
        };
        if better != Better::Within {
            let text = typed.goal.trim();
            return if text.is_empty() { None } else { value("goal", text).map(Goal::Value) };
        }
        if [&typed.low, &typed.high, &typed.margin].into_iter().all(|text| text.trim().is_empty()) {
            return None;
        }
        let (low, high) = (value("low", &typed.low), value("high", &typed.high));
        let margin = value("margin", &typed.margin);
        Some(Goal::Band { low: low?, high: high?, margin: margin? })
    }

    fn shape(&mut self, typed: &KpiDraft, playbook: &Playbook, named: &BTreeMap<&str, &str>) -> Option<Shape> {
        let sum = |keys: &[String]| {
            let keys = keys.iter().map(|key| MeasureKey::new(named.get(key.as_str()).copied().unwrap_or(key)));
            Terms::of(keys.collect(), |key| playbook.measure(key))
        };
        let (first, second) = (|| sum(&typed.first), || sum(&typed.second));
        let choice = typed.choice.as_str();
        let shape = match typed.shape.as_str() {
            "total" => Some(Shape::Total(first())),
            "latest" => Some(Shape::Latest(first())),
            "ratio" => Some(Shape::Ratio { part: first(), whole: second() }),
            "growth" => Base::from_key(choice).map(|over| Shape::Growth { of: first(), over }),
            "cover" => Some(Shape::Cover { stock: first(), usage: second() }),
            "accuracy" => {
                let months = choice.parse().ok().filter(|months| SPANS.contains(months));
                months.map(|months| Shape::Accuracy { forecast: first(), actual: second(), months })
            }
            "on-time" => ReportKind::from_key(choice).map(Shape::OnTime),
            "held" => ReviewKind::from_key(choice).map(Shape::Held),
            _ => None,
        };
        if shape.is_none() {
            self.say("draft-no-shape", &[("title", typed.title.as_str().into())]);
        }
        shape
    }
}
