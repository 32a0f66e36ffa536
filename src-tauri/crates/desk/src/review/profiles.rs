//! Profiles on the screen: what is remembered of each layout, to be changed, trusted or forgotten.

use intake::draft::Why;
use store::{ActKind, NewProfile, Profile, ProfileId, Settled, What};
use words::Value;

use super::rule::Rule;
use crate::asking::{kind_title, measure_title, why_key};
use crate::contract::kind_of;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::format;
use crate::now::Now;
use crate::view::{Choice, ProfileAnswer, ProfileView, ProfilesView};
use crate::words;

impl Desk {
    /// The layouts that are remembered of a distributor, or of all.
    ///
    /// # Errors
    /// When there is no such distributor, or the record can't be read.
    pub fn profiles(&self, distributor: Option<&str>, now: Now) -> Result<ProfilesView, DeskError> {
        let unknown = |_| DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "distributor".into())]);
        let of = distributor.map(|id| id.parse().map_err(unknown)).transpose()?;
        let mut profiles = Vec::new();
        for profile in self.store.profiles(of)? {
            profiles.push(self.profile_view(&profile, now)?);
        }
        Ok(ProfilesView { profiles })
    }

    fn profile_view(&self, profile: &Profile, now: Now) -> Result<ProfileView, DeskError> {
        let NewProfile { distributor, kind, file, sheet, labels, answers, .. } = &profile.of;
        let held = self.store.distributor(*distributor)?;
        let card = held.map(|held| held.card);
        let when = self.when(profile.entry.at.utc(), now);
        let values = [
            ("when", when.into()),
            ("who", Value::from(profile.entry.author.who.as_str())),
            ("file", file.as_str().into()),
        ];
        let answers = answers.iter().zip(&profile.settled).map(|(settled, at)| {
            let values = [("day", Value::from(format::day(words(), at.utc().with_timezone(&now.offset).date_naive())))];
            ProfileAnswer {
                about: settled.about.clone(),
                why: settled.why.clone(),
                title: title(&settled.about),
                says: says(settled),
                when: words().say("as-settled", &values),
                rule: settled.rule.clone(),
                choices: others(settled),
            }
        });
        let named = labels.iter().filter(|label| label.names.is_some() && !label.header.is_empty());
        let columns: Vec<String> = named.map(|label| header_at(&label.header, &label.letters)).collect();
        Ok(ProfileView {
            id: profile.id.to_string(),
            distributor: card.map(|card| card.name).unwrap_or_default(),
            kind: kind_of(kind.key()).map(|kind| kind_title(words(), kind)).unwrap_or_default(),
            learnt: words().say("profile-learnt", &values),
            sheet: sheet.clone().unwrap_or_default(),
            columns: columns.join(", "),
            trusted: profile.trusted,
            answers: answers.collect(),
        })
    }

    /// Forgets a layout: its files ask again.
    ///
    /// # Errors
    /// When it is gone.
    pub fn forget_profile(&mut self, id: &str, now: Now) -> Result<ProfilesView, DeskError> {
        self.about_profile(id, "entry-layout-forgotten", now, |writing, id| writing.stand(id, false, false))
    }

    /// Says whether files of a layout that come into the watched folder are stored unasked.
    ///
    /// # Errors
    /// When it is gone.
    pub fn trust_profile(&mut self, id: &str, trusted: bool, now: Now) -> Result<ProfilesView, DeskError> {
        let key = if trusted { "entry-layout-trusted" } else { "entry-layout-not-trusted" };
        self.about_profile(id, key, now, |writing, id| writing.stand(id, trusted, true))
    }

    /// Settles a question of a layout otherwise; with an empty rule it is asked again.
    ///
    /// # Errors
    /// When it is gone, or the rule is none of those that were offered.
    pub fn settle_otherwise(
        &mut self,
        id: &str,
        about: &str,
        why: &str,
        rule: &str,
        now: Now,
    ) -> Result<ProfilesView, DeskError> {
        let held = self.profile_of(id)?;
        let settled = held.of.answers.iter().find(|held| held.about == about && held.why == why).ok_or_else(gone)?;
        let offered = others(settled).into_iter().any(|other| other.key == rule);
        if !rule.is_empty() && !offered && rule != settled.rule {
            return Err(DeskError::new(ErrorKind::Invalid, "not-a-rule", &[("text", rule.into())]));
        }
        let settled = Settled { rule: rule.to_owned(), ..settled.clone() };
        let key = if rule.is_empty() { "entry-layout-asks" } else { "entry-layout-settled" };
        self.about_profile(id, key, now, |writing, id| match rule {
            "" => writing.ask_again(id, about, why),
            _ => writing.settle_anew(id, &settled),
        })
    }

    fn about_profile(
        &mut self,
        id: &str,
        key: &str,
        now: Now,
        write: impl FnOnce(&mut store::Writing<'_>, ProfileId) -> Result<(), store::StoreError>,
    ) -> Result<ProfilesView, DeskError> {
        let held = self.profile_of(id)?;
        let name = self.store.distributor(held.of.distributor)?.map(|held| held.card.name).unwrap_or_default();
        let what = What::new(key).with("name", name).with("file", &held.of.file);
        self.record(ActKind::Layout, what, now, |writing| Ok(write(writing, held.id)?))?;
        self.profiles(None, now)
    }

    fn profile_of(&self, id: &str) -> Result<Profile, DeskError> {
        let id: ProfileId = id.parse().map_err(|_| gone())?;
        self.store.profiles(None)?.into_iter().find(|profile| profile.id == id).ok_or_else(gone)
    }
}

fn gone() -> DeskError {
    DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "layout".into())])
}

/// `“omzet” in F`.
pub(super) fn header_at(header: &str, letters: &str) -> String {
    words().say("header-at", &[("header", header.into()), ("column", letters.into())])
}

fn title(about: &str) -> String {
    match about {
        "distributor" | "kind" | "period" | "currency" => words().say(&format!("field-{about}"), &[]),
        key => measure_title(words(), key),
    }
}

/// What was settled, in words.
fn says(settled: &Settled) -> String {
    let Ok(rule) = settled.rule.parse::<Rule>() else { return settled.rule.clone() };
    said(settled, &rule)
}

fn said(settled: &Settled, rule: &Rule) -> String {
    let text = ("text", Value::from(settled.text.as_str()));
    match rule {
        Rule::Same(key) if settled.about == "kind" => {
            kind_of(key).map_or_else(|| key.clone(), |kind| kind_title(words(), kind))
        }
        Rule::Same(key) if settled.text.is_empty() => key.clone(),
        Rule::Same(key) => words().say("rule-same", &[text, ("value", key.as_str().into())]),
        Rule::Nth { at: 0, of: 2 } if settled.why == why_key(Why::Separator) => words().say("rule-thousands", &[text]),
        Rule::Nth { at: 1, of: 2 } if settled.why == why_key(Why::Separator) => words().say("rule-decimals", &[text]),
        Rule::Nth { at, of } => words().say("rule-nth", &[text, ("at", (at + 1).into()), ("of", (*of).into())]),
        Rule::DayFirst => words().say("rule-day-first", &[text]),
        Rule::MonthFirst => words().say("rule-month-first", &[text]),
        Rule::Cell(spot) if spot.beside.is_empty() => {
            words().say("rule-cell", &[("place", spot.place.to_string().into())])
        }
        Rule::Cell(spot) => {
            let values = [("place", spot.place.to_string().into()), ("beside", Value::from(spot.beside.as_str()))];
            words().say("rule-cell-beside", &values)
        }
        Rule::LeaveOut => words().say("rule-leave-out", &[]),
    }
}

/// The other ways in which a question could be settled without a file at hand.
fn others(settled: &Settled) -> Vec<Choice> {
    let Ok(rule) = settled.rule.parse::<Rule>() else { return Vec::new() };
    let is_measure = !["distributor", "kind", "period", "currency"].contains(&settled.about.as_str());
    let mut rules = match &rule {
        Rule::Nth { of, .. } if *of > 1 => (0..*of).map(|at| Rule::Nth { at, of: *of }).collect(),
        Rule::DayFirst | Rule::MonthFirst => vec![Rule::DayFirst, Rule::MonthFirst],
        Rule::Same(_) if settled.about == "kind" => {
            ["weekly", "monthly", "lines"].map(|key| Rule::Same(key.to_owned())).to_vec()
        }
        one => vec![one.clone()],
    };
    if is_measure && !rules.contains(&Rule::LeaveOut) {
        rules.push(Rule::LeaveOut);
    }
    rules.into_iter().map(|rule| Choice { key: rule.to_string(), label: said(settled, &rule) }).collect()
}
