//! The playbook as tables to read: KPIs, cadence, exclusivity, holidays.

use chrono::Datelike;
use playbook::calendar::Calendar;
use playbook::holidays::{Certainty, Holiday};
use playbook::kpi::Kpi;
use playbook::rules::Playbook;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::Known;
use crate::now::Now;
use crate::titles::{kpi_meaning, kpi_title};
use crate::view::{HolidayLine, PlaybookView, RuleKpi, RuleLine};
use crate::{format, naming, words};

impl Desk {
    /// The rules in force, and the holidays that move due dates this year and the next.
    ///
    /// # Errors
    /// When the store can't be read, or a distributor's country has no holidays.
    pub fn playbook_view(&self, now: Now) -> Result<PlaybookView, DeskError> {
        let today = self.day(now);
        let (known, versions) = (self.all_known(today)?, self.versions()?);
        let playbook = versions.on(today);
        let words = words();
        Ok(PlaybookView {
            title: words.say("playbook-title", &[("version", playbook.version.into())]),
            since: words.say("playbook-since", &[]),
            kpis: playbook.kpis.iter().map(kpi).collect(),
            rules: rules(playbook),
            holidays: holidays(&known, today.year()),
        })
    }
}

fn kpi(kpi: &Kpi) -> RuleKpi {
    let words = words();
    RuleKpi {
        group: words.say(&format!("group-{}", kpi.group.key()), &[]),
        title: kpi_title(kpi),
        meaning: kpi_meaning(kpi),
        weight: if kpi.weight == 0 { words.say("playbook-off", &[]) } else { kpi.weight.to_string() },
        gate: kpi.gate.is_some(),
        green: words.say("playbook-from", &[("percent", format::percent(&kpi.thresholds.green, 0, &[]).into())]),
        amber: words.say("playbook-from", &[("percent", format::percent(&kpi.thresholds.amber, 0, &[]).into())]),
    }
}

fn rules(playbook: &Playbook) -> Vec<RuleLine> {
    let words = words();
    let percent = |rate| format::percent(rate, 0, &[]);
    let gates = playbook.kpis.iter().filter_map(|kpi| Some((kpi, kpi.gate.as_ref()?)));
    let gates: Vec<String> = gates
        .map(|(kpi, required)| {
            let title = kpi_title(kpi);
            words.say("rule-gate", &[("kpi", title.into()), ("percent", percent(required).into())])
        })
        .collect();
    let line = |key: &str, values: &[(&str, words::Value<'_>)]| RuleLine {
        title: words.say(&format!("rule-{key}"), &[]),
        text: words.say(&format!("rule-{key}-text"), values),
    };
    vec![
        line("weekly", &[]),
        line("monthly", &[]),
        line("grace", &[("days", playbook.grace_days.into())]),
        line("coverage", &[("percent", percent(&playbook.coverage_minimum).into())]),
        line("cap", &[("percent", percent(&playbook.cap).into())]),
        line("launch", &[("days", playbook.launch_days.into()), ("unscored", playbook.unscored_days.into())]),
        line("exclusivity", &[("gates", gates.join("; ").into())]),
        line("reviews", &[("days", playbook.qbr_days.into())]),
        line("contradictions", &[("times", playbook.outlier.into()), ("percent", percent(&playbook.tolerance).into())]),
    ]
}

/// Each region once, with its holidays on working days of this year and the next.
fn holidays(known: &[Known], year: i32) -> Vec<HolidayLine> {
    let mut regions: Vec<(&str, &Calendar)> =
        known.iter().map(|known| (known.distributor.card.country.as_str(), &*known.calendar)).collect();
    regions.sort_by_key(|(country, _)| *country);
    regions.dedup_by_key(|(country, _)| *country);
    regions.into_iter().flat_map(|(country, calendar)| of_region(country, calendar, year)).collect()
}

fn of_region(country: &str, calendar: &Calendar, year: i32) -> Vec<HolidayLine> {
    let words = words();
    let day = |year, month, day| chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let between = calendar.holidays_between(day(year, 1, 1), day(year + 1, 12, 31));
    let working = between.filter(|holiday| !calendar.is_weekend(holiday.date));
    working
        .map(|holiday| HolidayLine {
            country: naming::region(words, country),
            date: words.say(
                "holiday-date",
                &[
                    ("day", format::day_short(words, holiday.date).into()),
                    ("year", holiday.date.year().to_string().into()),
                ],
            ),
            name: holiday.name.clone(),
            note: note(holiday),
            region: country.to_owned(),
            day: holiday.date.to_string(),
        })
        .collect()
}

/// `added, estimated`: what a person added names no source.
fn note(holiday: &Holiday) -> String {
    let estimated = holiday.certainty == Certainty::Estimated;
    let said = [(holiday.source.is_empty(), "holiday-added"), (estimated, "holiday-estimated")];
    let said = said.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| words().say(key, &[]));
    said.collect::<Vec<_>>().join(", ")
}
