//! Recall: what was settled for a layout answers the questions of the next file that comes in it. A layout that changed
//! is named and asked about; nothing of it is applied.

use chrono::NaiveDate;
use intake::child::SheetPreview;
use intake::draft::{About, Question, Why};
use serde::{Deserialize, Serialize};
use store::{NewProfile, Profile, Settled};

use super::effective::stored_kind;
use super::layout::{Change, changes, is_alike, labels, likeness};
use super::rule::{Asked, Rule};
use super::{Drafted, File, SettledOn};
use crate::asking::why_key;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::now::Now;

/// Headers by which a file that says not who sent it is still known by its layout.
const TELLING: usize = 5;

/// A layout that differs from the one that was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Changed {
    /// The day on which the earlier one was settled.
    pub(crate) since: SettledOn,
    /// What is different.
    pub(crate) what: Vec<Change>,
    /// Whether the manager said that it is read rightly all the same.
    pub(crate) accepted: bool,
}

/// A profile with the name and the locale that its distributor is registered by.
#[derive(Debug)]
pub(crate) struct Remembered {
    pub(crate) profile: Profile,
    pub(crate) name: String,
    pub(crate) locale: String,
}

impl Desk {
    /// What is remembered of all layouts.
    pub(crate) fn remembered(&self) -> Result<Vec<Remembered>, DeskError> {
        let held = self.store.distributors()?;
        let of = |profile: Profile| {
            let card = held.iter().find(|one| one.id == profile.of.distributor)?.card.clone();
            Some(Remembered { profile, name: card.name, locale: card.locale })
        };
        Ok(self.store.profiles(None)?.into_iter().filter_map(of).collect())
    }

    /// Answers what was settled about the layouts of a file's reports, and notices what changed.
    pub(crate) fn recall(&mut self, file: &str, now: Now) -> Result<(), DeskError> {
        let (remembered, today) = (self.remembered()?, self.day(now));
        let held = self.session.file_mut(file)?;
        let (sheets, parts) = (std::mem::take(&mut held.sheets), held.parts());
        // The sheets of one workbook may differ: what one of them taught is no earlier layout of another.
        let earlier: Vec<&Remembered> =
            remembered.iter().filter(|one| !parts.contains(&one.profile.entry.id)).collect();
        // What was stored stays as it was answered.
        for drafted in held.drafts.iter_mut().filter(|drafted| drafted.kept.is_none()) {
            drafted.recall(sheets.get(drafted.sheet), &remembered, now, today);
            drafted.notice(&remembered, &earlier, now);
        }
        held.sheets = sheets;
        Ok(())
    }
}

impl Drafted {
    /// The profile that this layout was settled by, if it was.
    pub(crate) fn profile<'r>(&self, remembered: &'r [Remembered]) -> Option<&'r Remembered> {
        let fingerprint = &self.draft.layout.fingerprint;
        if fingerprint.is_empty() || self.draft.template {
            return None;
        }
        let effective = self.effective();
        let fits = |one: &&Remembered| {
            one.profile.of.fingerprint == *fingerprint
                && effective.kind.is_none_or(|kind| stored_kind(kind) == one.profile.of.kind)
                && effective.distributor.as_ref().is_none_or(|name| *name == one.name)
        };
        let mut found = remembered.iter().filter(fits);
        let first = found.next()?;
        // Another distributor's, or another kind: it is not known which of them this is.
        found.next().is_none().then_some(first)
    }

    fn recall(&mut self, sheet: Option<&SheetPreview>, remembered: &[Remembered], now: Now, today: NaiveDate) {
        for at in 0..self.answers.len() {
            if self.settled[at].take().is_some() {
                self.answers[at] = None;
            }
        }
        // Knowing who sent it may settle what it is, and that the rest.
        for _ in 0..=self.answers.len() {
            let Some(one) = self.profile(remembered) else { break };
            if !self.settle_next(sheet, one, now, today) {
                break;
            }
        }
    }

    /// Answers the first open question that the profile settles.
    fn settle_next(&mut self, sheet: Option<&SheetPreview>, one: &Remembered, now: Now, today: NaiveDate) -> bool {
        let kind = self.effective().kind;
        let open = |at: &usize| self.answers[*at].is_none() && !self.anew[*at];
        let settled = (0..self.answers.len()).filter(open).find_map(|at| {
            let question = &self.draft.questions[at];
            let (rule, day) = one.rule(question, now)?;
            let asked = Asked { question, sheet, kind, today, locale: &one.locale };
            Some((at, rule.answer(&asked)?, day))
        });
        let Some((at, answer, day)) = settled else { return false };
        self.answers[at] = Some(answer);
        self.settled[at] = Some(SettledOn(day));
        true
    }

    /// Notices that a layout is an earlier one that changed.
    fn notice(&mut self, remembered: &[Remembered], earlier: &[&Remembered], now: Now) {
        let accepted = self.changed.take().filter(|changed| changed.accepted);
        let effective = self.effective();
        let (Some(name), Some(kind)) = (&effective.distributor, effective.kind) else { return };
        let own = labels(&self.draft.layout);
        if self.draft.template || own.is_empty() || self.profile(remembered).is_some() {
            return;
        }
        let kin = earlier.iter().filter(|one| {
            one.name == *name && one.profile.of.kind == stored_kind(kind) && is_alike(&one.profile.of.labels, &own)
        });
        let Some(nearest) = kin.max_by_key(|one| (likeness(&one.profile.of.labels, &own), one.profile.id)) else {
            return;
        };
        let what = changes(&nearest.profile.of.labels, &own);
        if what.is_empty() {
            return;
        }
        let since = SettledOn(nearest.last_settled(now));
        let accepted = accepted.is_some_and(|before| before.what == what);
        self.changed = Some(Changed { since, what, accepted });
    }

    /// Whether the manager still has to say that a layout that changed is read rightly.
    pub(crate) fn asks_about_layout(&self) -> bool {
        self.changed.as_ref().is_some_and(|changed| !changed.accepted)
    }

    /// What is worth remembering of this report, once it is stored.
    pub(crate) fn to_learn(
        &self,
        file: &File,
        distributor: store::DistributorId,
        locale: &str,
        today: NaiveDate,
    ) -> Option<NewProfile> {
        let layout = &self.draft.layout;
        if layout.fingerprint.is_empty() || self.draft.template {
            return None;
        }
        let kind = self.effective().kind?;
        let sheet = file.sheets.get(self.sheet);
        let given = self.draft.questions.iter().zip(&self.answers).zip(&self.settled);
        // What a profile settled is in it already.
        let answers = given.filter(|(_, settled)| settled.is_none()).filter_map(|((question, answer), _)| {
            let asked = Asked { question, sheet, kind: Some(kind), today, locale };
            let rule = Rule::of(&asked, answer.as_ref()?)?;
            Some(Settled {
                about: question.about.key().to_owned(),
                why: why_key(question.why).to_owned(),
                text: question.text.clone(),
                rule: rule.to_string(),
            })
        });
        Some(NewProfile {
            distributor,
            kind: stored_kind(kind),
            fingerprint: layout.fingerprint.clone(),
            file: file.name.clone(),
            sheet: self.draft.sheet.clone(),
            labels: labels(layout),
            answers: answers.collect(),
        })
    }
}

impl Remembered {
    /// The rule for a question, and the day on which it was settled.
    fn rule(&self, question: &Question, now: Now) -> Option<(Rule, NaiveDate)> {
        let (about, why) = (question.about.key(), why_key(question.why));
        let held = self.profile.of.answers.iter().zip(&self.profile.settled);
        let (settled, at) = held.into_iter().find(|(settled, _)| settled.about == about && settled.why == why)?;
        if question.about == About::Distributor && !self.tells_who(question, settled) {
            return None;
        }
        Some((settled.rule.parse().ok()?, at.utc().with_timezone(&now.offset).date_naive()))
    }

    /// Whether a layout tells who sent a file: by the same words, or where it has none, by enough headers of its own.
    fn tells_who(&self, question: &Question, settled: &Settled) -> bool {
        let headers = self.profile.of.labels.iter().filter(|label| !label.header.is_empty()).count();
        match question.why {
            Why::NotSaid => headers >= TELLING,
            _ => store::folded(&question.text) == store::folded(&settled.text),
        }
    }

    fn last_settled(&self, now: Now) -> NaiveDate {
        let at = self.profile.settled.iter().max().copied().unwrap_or(self.profile.entry.at);
        at.utc().with_timezone(&now.offset).date_naive()
    }
}
