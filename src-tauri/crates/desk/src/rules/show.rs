//! The playbook as tables to read: versions, KPIs, cadence, exclusivity, holidays.

use chrono::{Datelike, NaiveDate};
use playbook::calendar::Calendar;
use playbook::holidays::{Certainty, Holiday};
use playbook::kpi::Kpi;
use playbook::period::FiscalYear;
use playbook::rules::{Playbook, Versions};

use super::draft::{choices, draft};
use super::later::since;
use super::made_of::made_of;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::judge::Known;
use crate::now::Now;
use crate::titles::{Measures, kpi_meaning, kpi_title};
use crate::view::{Choice, FiscalView, HolidayLine, PlaybookDraft, PlaybookView, RuleKpi, RuleLine, VersionRow};
use crate::{format, naming, words};

impl Desk {
    /// A version of the rules, or the one that holds today, and the holidays that move due dates this year and the next.
    ///
    /// # Errors
    /// When there is no such version, the store can't be read, or a distributor's country has no holidays.
    pub fn playbook_view(&self, version: Option<u32>, now: Now) -> Result<PlaybookView, DeskError> {
        let versions = self.versions()?;
        let shown = match version {
            None => versions.on(self.day(now)),
            Some(number) => versions.all().find(|playbook| playbook.version == number).ok_or_else(|| gone(number))?,
        };
        self.playbook_shown(&versions, shown, now)
    }

    /// The rules that hold on a day.
    ///
    /// # Errors
    /// When the store can't be read, or a distributor's country has no holidays.
    pub fn playbook_at(&self, day: NaiveDate, now: Now) -> Result<PlaybookView, DeskError> {
        let versions = self.versions()?;
        self.playbook_shown(&versions, versions.on(day), now)
    }

    fn playbook_shown(&self, versions: &Versions, shown: &Playbook, now: Now) -> Result<PlaybookView, DeskError> {
        let now = self.at(now);
        let known = self.all_known(now.today)?;
        let measures = self.measures()?;
        Ok(PlaybookView {
            title: words().say("playbook-title", &[("version", shown.version.into())]),
            since: since(shown, versions),
            version: number(shown.version),
            versions: self.version_rows(versions, now)?,
            kpis: shown.kpis.iter().map(|kpi| rule_kpi(kpi, &measures)).collect(),
            rules: rules(shown),
            fiscal: self.fiscal(versions.fiscal_year(), now)?,
            draft: PlaybookDraft { from: next_quarter(versions, now.today), ..draft(shown) },
            choices: choices(),
            holidays: holidays(&known, now.today.year()),
        })
    }

    /// All versions, the newest first, with who set each.
    fn version_rows(&self, versions: &Versions, now: Now) -> Result<Vec<VersionRow>, DeskError> {
        let held = self.store.playbooks()?;
        let holds = versions.on(now.today).version;
        let row = |playbook: &Playbook| {
            let set = held.iter().find(|held| held.playbook.version == playbook.version);
            let by = set.map(|held| self.store.entry(held.entry)).transpose()?;
            let by = by.map(|entry| {
                let values =
                    [("who", entry.author.who.as_str().into()), ("when", self.when(entry.at.utc(), now).into())];
                words().say("playbook-set-by", &values)
            });
            Ok(VersionRow {
                version: number(playbook.version),
                since: since(playbook, versions),
                by: by.unwrap_or_default(),
                holds: playbook.version == holds,
            })
        };
        versions.all().rev().map(row).collect()
    }

    fn fiscal(&self, fiscal: FiscalYear, now: Now) -> Result<FiscalView, DeskError> {
        let words = words();
        let running = fiscal.quarter_on(now.today);
        let note = [
            ("quarter", format::quarter(words, running).into()),
            ("first", format::day_with_year(words, running.first_day()).into()),
            ("last", format::day_with_year(words, running.last_day()).into()),
            ("weeks", running.weeks().len().into()),
        ];
        let held = self
            .held_quarter()?
            .map(|held| words.say("fiscal-held", &[("quarter", format::quarter(words, held).into())]));
        let month = |month: u32| Choice { key: month.to_string(), label: words.say(&format!("month-{month}"), &[]) };
        Ok(FiscalView {
            month: number(fiscal.first_month()),
            months: (1..=12).map(month).collect(),
            note: words.say("fiscal-note", &note),
            fixed: held.unwrap_or_default(),
        })
    }
}

/// The day from which a new version is offered to hold: the first that no quarter has reached.
fn next_quarter(versions: &Versions, today: NaiveDate) -> String {
    versions.fiscal_year().quarter_on(today).next().first_day().to_string()
}

fn gone(number: u32) -> DeskError {
    DeskError::new(ErrorKind::Unknown, "no-playbook", &[("version", number.into())])
}

fn number(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn rule_kpi(kpi: &Kpi, measures: &Measures) -> RuleKpi {
    let words = words();
    let percent = |rate| format::percent(rate, 1, &[]).trim_end_matches(".0").to_owned();
    let from = |rate| words.say("playbook-from", &[("percent", percent(rate).into())]);
    RuleKpi {
        key: kpi.key.to_string(),
        group: words.say(&format!("group-{}", kpi.group.key()), &[]),
        title: kpi_title(kpi),
        meaning: kpi_meaning(kpi),
        made_of: made_of(kpi, measures),
        weight: if kpi.weight == 0 { words.say("playbook-off", &[]) } else { kpi.weight.to_string() },
        gate: kpi
            .gate
            .as_ref()
            .map(|gate| words.say("playbook-gate", &[("percent", percent(gate).into())]))
            .unwrap_or_default(),
        green: from(&kpi.thresholds.green),
        amber: from(&kpi.thresholds.amber),
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
    let agenda = playbook.agenda.slots().map(|slot| {
        let item = words.say(&format!("qbr-topic-short-{}", slot.topic.key()), &[]);
        words.say("rule-agenda-item", &[("item", item.into()), ("minutes", slot.minutes.into())])
    });
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
        line("agenda", &[("total", playbook.agenda.total().into()), ("items", agenda.join("; ").into())]),
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
