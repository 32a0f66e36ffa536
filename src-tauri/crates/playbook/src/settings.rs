//! The settings of a version that are one whole number each: in one table, which store, window and command line iterate.

use num_traits::ToPrimitive;

use crate::number::Rate;
use crate::qbr::{LONGEST, Topic};
use crate::rules::Playbook;

/// What a setting counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counts {
    /// Days.
    Days,
    /// Hundredths.
    Percent,
    /// How many times.
    Times,
    /// Quarters.
    Quarters,
    /// Minutes.
    Minutes,
}

impl Counts {
    /// The message of its unit is `setting-unit-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Percent => "percent",
            Self::Times => "times",
            Self::Quarters => "quarters",
            Self::Minutes => "minutes",
        }
    }
}

/// A setting: its name, what it counts, and what it may be.
#[derive(Debug)]
pub struct Setting {
    /// The name in the store, in messages (`setting-KEY`) and on the command line.
    pub key: &'static str,
    /// What it counts.
    pub counts: Counts,
    /// The least it may be.
    pub least: u32,
    /// The most it may be.
    pub most: u32,
    get: fn(&Playbook) -> u32,
    set: fn(&mut Playbook, u32),
}

impl Setting {
    /// What it is in a version.
    #[must_use]
    pub fn of(&self, playbook: &Playbook) -> u32 {
        (self.get)(playbook)
    }

    /// Sets it, as it stands: whether it may be so is for [`crate::flaw`] to say.
    pub fn set(&self, playbook: &mut Playbook, value: u32) {
        (self.set)(playbook, value);
    }

    /// Whether it may be so.
    #[must_use]
    pub fn allows(&self, value: u32) -> bool {
        (self.least..=self.most).contains(&value)
    }
}

/// Every setting, in the order in which screens show them.
pub static SETTINGS: &[Setting] = &[
    Setting {
        key: "grace",
        counts: Counts::Days,
        least: 0,
        most: 60,
        get: |playbook| playbook.grace_days,
        set: |playbook, days| playbook.grace_days = days,
    },
    Setting {
        key: "coverage",
        counts: Counts::Percent,
        least: 0,
        most: 100,
        get: |playbook| percent(&playbook.coverage_minimum),
        set: |playbook, percent| playbook.coverage_minimum = Rate::percent(percent.into()),
    },
    Setting {
        key: "cap",
        counts: Counts::Percent,
        least: 100,
        most: 300,
        get: |playbook| percent(&playbook.cap),
        set: |playbook, percent| playbook.cap = Rate::percent(percent.into()),
    },
    Setting {
        key: "launch",
        counts: Counts::Days,
        least: 0,
        most: 730,
        get: |playbook| playbook.launch_days,
        set: |playbook, days| playbook.launch_days = days,
    },
    Setting {
        key: "unscored",
        counts: Counts::Days,
        least: 0,
        most: 730,
        get: |playbook| playbook.unscored_days,
        set: |playbook, days| playbook.unscored_days = days,
    },
    Setting {
        key: "lapse",
        counts: Counts::Quarters,
        least: 1,
        most: 2,
        get: |playbook| playbook.lapse_after,
        set: |playbook, quarters| playbook.lapse_after = quarters,
    },
    Setting {
        key: "scale",
        counts: Counts::Quarters,
        least: 1,
        most: 8,
        get: |playbook| playbook.scale_after,
        set: |playbook, quarters| playbook.scale_after = quarters,
    },
    Setting {
        key: "qbr",
        counts: Counts::Days,
        least: 1,
        most: 90,
        get: |playbook| playbook.qbr_days,
        set: |playbook, days| playbook.qbr_days = days,
    },
    Setting {
        key: "plan",
        counts: Counts::Days,
        least: 7,
        most: 180,
        get: |playbook| playbook.plan_days,
        set: |playbook, days| playbook.plan_days = days,
    },
    Setting {
        key: "outlier",
        counts: Counts::Times,
        least: 2,
        most: 1000,
        get: |playbook| playbook.outlier,
        set: |playbook, times| playbook.outlier = times,
    },
    item(
        "agenda-scorecard",
        |playbook| of(playbook, Topic::Scorecard),
        |playbook, it| set(playbook, Topic::Scorecard, it),
    ),
    item(
        "agenda-outcomes",
        |playbook| of(playbook, Topic::Outcomes),
        |playbook, it| set(playbook, Topic::Outcomes, it),
    ),
    item("agenda-pricing", |playbook| of(playbook, Topic::Pricing), |playbook, it| set(playbook, Topic::Pricing, it)),
    item(
        "agenda-next-quarter",
        |playbook| of(playbook, Topic::NextQuarter),
        |playbook, it| set(playbook, Topic::NextQuarter, it),
    ),
    item("agenda-actions", |playbook| of(playbook, Topic::Actions), |playbook, it| set(playbook, Topic::Actions, it)),
];

/// The minutes of an item of the quarterly review.
const fn item(key: &'static str, get: fn(&Playbook) -> u32, set: fn(&mut Playbook, u32)) -> Setting {
    Setting { key, counts: Counts::Minutes, least: 1, most: LONGEST, get, set }
}

fn of(playbook: &Playbook, topic: Topic) -> u32 {
    playbook.agenda.of(topic)
}

fn set(playbook: &mut Playbook, topic: Topic, minutes: u32) {
    playbook.agenda.set(topic, minutes);
}

/// The setting of that key.
#[must_use]
pub fn setting(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}

/// A whole number of hundredths; what is between two is the lower one.
fn percent(rate: &Rate) -> u32 {
    (rate * &Rate::from(100)).ratio().to_integer().to_u32().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_keeps_what_it_is_set_to_and_changes_no_other() {
        for setting in SETTINGS {
            let mut playbook = Playbook::default_rules();
            assert!(setting.allows(setting.of(&playbook)), "{}", setting.key);
            let before: Vec<u32> = SETTINGS.iter().map(|other| other.of(&playbook)).collect();
            let new = if setting.of(&playbook) == setting.most { setting.least } else { setting.most };
            setting.set(&mut playbook, new);
            for (other, before) in SETTINGS.iter().zip(before) {
                let expected = if other.key == setting.key { new } else { before };
                assert_eq!(other.of(&playbook), expected, "{} after {}", other.key, setting.key);
            }
        }
    }

    #[test]
    fn a_setting_is_found_by_its_key() {
        for setting in SETTINGS {
            assert_eq!(super::setting(setting.key).map(|found| found.key), Some(setting.key));
        }
        assert!(super::setting("colour").is_none());
    }
}
