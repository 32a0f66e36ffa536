//! What is wrong with a version, each in one clear sentence.

use playbook::flaw::{Flaw, LEAST_SCORED, MOST_SCORED, MOST_WEIGHT};
use playbook::qbr::{LONGEST, SHORTEST};
use playbook::rules::Playbook;
use playbook::settings::setting;
use words::Value;

use crate::titles::{Measures, kpi_title};
use crate::view::DraftFlaw;
use crate::{format, words};

/// A flaw of a draft in words, at the place of its KPI.
pub(super) fn in_words(flaw: &Flaw, draft: &Playbook) -> DraftFlaw {
    let place = flaw.kpi().and_then(|key| draft.kpis.iter().position(|kpi| kpi.key == *key));
    DraftFlaw {
        stops: flaw.stops(),
        kpi: place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1),
        message: words().say(&format!("flaw-{}", flaw.key()), &values(flaw, draft)),
    }
}

fn values<'f>(flaw: &'f Flaw, draft: &Playbook) -> Vec<(&'static str, Value<'f>)> {
    let kpi = || {
        let title = flaw.kpi().and_then(|key| draft.kpi(key)).map(kpi_title);
        (
            "kpi",
            Value::from(title.filter(|title| !title.is_empty()).unwrap_or_else(|| words().say("flaw-new-kpi", &[]))),
        )
    };
    match flaw {
        Flaw::WeightsAllZero | Flaw::UnscoredBeyondLaunch => Vec::new(),
        Flaw::NotLean(count) => {
            vec![("count", (*count).into()), ("least", LEAST_SCORED.into()), ("most", MOST_SCORED.into())]
        }
        Flaw::TooHeavy(_) => vec![kpi(), ("most", MOST_WEIGHT.into())],
        Flaw::GateUnreachable(_) => vec![kpi(), ("percent", format::percent(&draft.gate_cap, 0, &[]).into())],
        Flaw::UnknownMeasure(_, measure) => {
            vec![kpi(), ("measure", Measures::own(&draft.measures).title(words(), measure.as_str()).into())]
        }
        Flaw::TitleTwice(text) | Flaw::KeyTwice(text) => vec![("text", text.into())],
        Flaw::OutOfRange(key) => {
            let known = setting(key);
            let [least, most] = known.map_or([0, 0], |known| [known.least, known.most]);
            let title = words().say(&format!("setting-{key}"), &[]);
            vec![("setting", title.into()), ("least", least.into()), ("most", most.into())]
        }
        Flaw::AgendaTakes(total) => {
            vec![("total", (*total).into()), ("shortest", SHORTEST.into()), ("longest", LONGEST.into())]
        }
        Flaw::SameDay { version, day } => {
            vec![("version", (*version).into()), ("day", format::day_with_year(words(), *day).into())]
        }
        Flaw::ClosedQuarter(quarter) => vec![("quarter", format::quarter(words(), *quarter).into())],
        _ => vec![kpi()],
    }
}
