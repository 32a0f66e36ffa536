//! What a version comes to beside the others: the first quarter that it judges, and the later version that was set without
//! its change.

use std::collections::BTreeMap;

use playbook::rules::{Playbook, Versions};
use words::Value;

use super::draft::draft;
use super::set::{OF_KPI, of_kpi};
use crate::titles::kpi_title;
use crate::view::DraftFlaw;
use crate::{format, words};

/// `holds from 8 October 2026, judges from Q1 2027 on`: a quarter is judged by the version that held when it opened.
pub(super) fn since(playbook: &Playbook, versions: &Versions) -> String {
    let words = words();
    if playbook.version == 1 {
        return words.say("playbook-since", &[]);
    }
    let day = words.say("playbook-from-day", &[("day", format::day_with_year(words, playbook.valid_from).into())]);
    let within = versions.fiscal_year().quarter_on(playbook.valid_from);
    if within.first_day() == playbook.valid_from {
        return day;
    }
    let first = within.next();
    let judges = versions.in_force(first).version == playbook.version;
    let key = if judges { "playbook-judges-from" } else { "playbook-judges-none" };
    words.say(key, &[("since", day.into()), ("quarter", format::quarter(words, first).into())])
}

/// What a version changes that the next later one has as it was before: there the change would be gone again.
pub(super) fn gone_again(new: &Playbook, versions: &Versions) -> Option<DraftFlaw> {
    let later = versions.all().find(|playbook| playbook.valid_from > new.valid_from)?;
    let [before, now, then] = [versions.on(new.valid_from), new, later].map(values);
    let gone = now.iter().filter(|(key, value)| before.get(*key) != Some(*value) && before.get(*key) == then.get(*key));
    let mut titles: Vec<String> = gone.map(|((of, _), _)| title(new, of)).collect();
    titles.dedup();
    let day = format::day_with_year(words(), later.valid_from);
    let said = [("version", Value::from(later.version)), ("day", day.into()), ("what", titles.join(", ").into())];
    (!titles.is_empty()).then(|| DraftFlaw { stops: false, kpi: -1, message: words().say("flaw-later-version", &said) })
}

/// Each value of a version, by the setting or KPI that it is of and its name there.
fn values(playbook: &Playbook) -> BTreeMap<(String, &'static str), String> {
    let mut draft = draft(playbook);
    let mut values = BTreeMap::new();
    for kpi in &mut draft.kpis {
        let key = kpi.key.clone();
        for name in OF_KPI {
            values.extend(of_kpi(kpi, name).map(|value| ((key.clone(), name), value.clone())));
        }
    }
    values.extend(draft.settings.into_iter().map(|setting| ((setting.key, ""), setting.value)));
    values
}

fn title(playbook: &Playbook, key: &str) -> String {
    let kpi = playbook.kpis.iter().find(|kpi| kpi.key.as_str() == key);
    kpi.map_or_else(|| words().say(&format!("setting-{key}"), &[]), kpi_title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: u32, from: &str, change: impl FnOnce(&mut Playbook)) -> Playbook {
        let valid_from = from.parse().expect("a literal");
        let mut playbook = Playbook { version: number, valid_from, ..Playbook::default_rules() };
        change(&mut playbook);
        playbook
    }

    #[test]
    fn a_version_from_within_a_quarter_says_which_it_judges_first() {
        let plain = |number, from| version(number, from, |_| {});
        let later = [plain(2, "2026-10-08"), plain(3, "2027-01-01"), plain(4, "2027-04-02")];
        let versions = Versions::new(Playbook::default_rules(), later.into());
        let said: Vec<String> = versions.all().map(|playbook| since(playbook, &versions)).collect();
        let expected = [
            "the rules that ship with Entrepot",
            "holds from 8 October 2026, judges no quarter: a later version holds when Q1 2027 opens",
            "holds from 1 January 2027",
            "holds from 2 April 2027, judges quarters from Q3 2027 on",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_later_version_that_was_set_without_a_change_is_named() {
        let later = version(2, "2027-04-01", |playbook| playbook.grace_days = 9);
        let versions = Versions::new(Playbook::default_rules(), vec![later]);
        let said =
            |from, change: fn(&mut Playbook)| gone_again(&version(0, from, change), &versions).map(|flaw| flaw.message);
        let lapse: fn(&mut Playbook) = |playbook| playbook.lapse_after = 1;
        let message = "Version 2 was set without this change and holds from 1 April 2027: from then on it is as it was \
                       before (Lapse). To keep it, undo version 2 in the journal, and set both in one.";
        assert_eq!(said("2027-01-01", lapse).as_deref(), Some(message));
        let of_kpis: fn(&mut Playbook) = |playbook| (playbook.kpis[0].weight, playbook.kpis[0].gate) = (30, None);
        assert!(said("2027-01-01", of_kpis).is_some_and(|said| said.contains("(Revenue against target)")));
        for (from, change) in [
            ("2027-04-02", lapse),
            ("2027-01-01", |_: &mut Playbook| {}),
            // What the later one sets itself is its own.
            ("2027-01-01", |playbook: &mut Playbook| playbook.grace_days = 7),
        ] as [(_, fn(&mut Playbook)); 3]
        {
            assert_eq!(said(from, change), None, "{from}");
        }
    }
}
