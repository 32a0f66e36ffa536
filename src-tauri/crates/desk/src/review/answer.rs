//! Answers: one click, a typed text, or leaving it out.

use chrono::NaiveDate;
use intake::draft::{About, Choice, Kind, Question};
use playbook::measure::Unit;
use playbook::number::Quantity;

use super::pointing::pointed_at;
use super::rule::Asked;
use super::{Answered, State, gone, number};
use crate::contract::choice_key;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::{ImportView, ReviewView};

/// What the user says to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// One of the choices, by its key.
    Choice(String),
    /// A typed text.
    Text(String),
    /// The cell that was pointed at, on that sheet.
    Cell(String, i32),
    /// Leave it out.
    LeaveOut,
    /// Ask again.
    Reopen,
}

impl Desk {
    /// Answers a question of a file under review.
    ///
    /// # Errors
    /// When the question is gone, or the text is no answer to it.
    pub fn answer(&mut self, question: &str, said: &Said, now: Now) -> Result<ReviewView, DeskError> {
        if let Some(drafted) = question.strip_suffix(":layout") {
            return self.settle_layout(drafted, said, now);
        }
        let (file, draft, at) = parts(question).ok_or_else(gone)?;
        let asked = {
            let held = self.session.file(&file)?;
            if held.state != State::Open {
                return Err(gone());
            }
            let drafted = held.drafts.get(draft).ok_or_else(gone)?;
            // What is in the record is taken back first.
            if self.is_stored(drafted)? {
                return Err(gone());
            }
            drafted.draft.questions.get(at).cloned().ok_or_else(gone)?
        };
        let answered = match said {
            Said::LeaveOut => Some(Answered::LeftOut),
            Said::Reopen => None,
            Said::Choice(key) => {
                let chosen = asked.choices.iter().find(|choice| choice_key(choice) == *key).cloned();
                Some(match chosen {
                    Some(choice) => Answered::Chosen(choice),
                    None => Answered::Typed(self.typed(&asked.about, key)?),
                })
            }
            Said::Text(text) => Some(Answered::Typed(self.typed(&asked.about, text.trim())?)),
            Said::Cell(place, sheet) => Some(self.pointed(&file, draft, &asked, place, *sheet, now)?),
        };
        let held = self.session.file_mut(&file)?;
        if let Some(drafted) = held.drafts.get_mut(draft) {
            drafted.anew[at] = answered.is_none();
            drafted.settled[at] = None;
            drafted.answers[at] = answered;
        }
        self.answered(&file, now)
    }

    /// What follows from an answer: what the layout's profile settles now, the tray, and the view.
    fn answered(&mut self, file: &str, now: Now) -> Result<ReviewView, DeskError> {
        self.recall(file, now)?;
        let id = self.session.file(file)?.id;
        self.keep_in_tray(&[id])?;
        self.review(file, None, now)
    }

    /// Says that a layout that changed is read rightly, or leaves its report out.
    fn settle_layout(&mut self, drafted: &str, said: &Said, now: Now) -> Result<ReviewView, DeskError> {
        let (file, at) = drafted.split_once(":d").ok_or_else(gone)?;
        let at: usize = at.parse().map_err(|_| gone())?;
        let held = self.session.file_mut(file)?;
        let drafted = held.drafts.get_mut(at).filter(|_| held.state == State::Open).ok_or_else(gone)?;
        drafted.changed.as_mut().ok_or_else(gone)?.accepted = !matches!(said, Said::Reopen);
        self.answered(file, now)
    }

    /// What a cell says as an answer.
    fn pointed(
        &self,
        file: &str,
        draft: usize,
        question: &Question,
        place: &str,
        sheet: i32,
        now: Now,
    ) -> Result<Answered, DeskError> {
        let invalid = |key: &str| DeskError::new(ErrorKind::Invalid, key, &[("place", place.into())]);
        let held = self.session.file(file)?;
        let drafted = held.drafts.get(draft).ok_or_else(gone)?;
        if usize::try_from(sheet) != Ok(drafted.sheet) {
            return Err(invalid("another-sheet"));
        }
        let at = super::place_of(place).ok_or_else(gone)?;
        let effective = drafted.effective();
        let card = match &effective.distributor {
            Some(name) => self.store.distributor_named(name)?.map(|held| held.card),
            None => None,
        };
        let locale = card.map(|card| card.locale).unwrap_or_default();
        let sheet = held.sheets.get(drafted.sheet);
        let asked = Asked { question, sheet, kind: effective.kind, today: self.day(now), locale: &locale };
        match pointed_at(&asked, at) {
            // Who it is must be on the register.
            Some(Choice::Distributor(text)) => Ok(Answered::Pointed(self.typed(&question.about, &text)?, at)),
            Some(choice) => Ok(Answered::Pointed(choice, at)),
            None => Err(invalid(&format!(
                "pointed-{}",
                if matches!(question.about, About::Measure(_)) { "number" } else { "other" }
            ))),
        }
    }

    /// Says on which day a file came, ISO.
    ///
    /// # Errors
    /// When the file is gone or in already, or the text is no day up to today.
    pub fn set_received(&mut self, file: &str, date: &str, now: Now) -> Result<ReviewView, DeskError> {
        let day: Option<NaiveDate> = date.parse().ok().filter(|day| *day <= self.day(now));
        let day = day.ok_or_else(|| DeskError::new(ErrorKind::Invalid, "not-received", &[("text", date.into())]))?;
        let held = self.session.file_mut(file)?;
        if held.state == State::Open {
            held.received = day;
        }
        let id = held.id;
        self.keep_in_tray(&[id])?;
        self.review(file, None, now)
    }

    /// Puts a file aside: nothing of it is stored.
    ///
    /// # Errors
    /// When the file is gone.
    pub fn skip(&mut self, file: &str, now: Now) -> Result<ImportView, DeskError> {
        let held = self.session.file_mut(file)?;
        match held.state {
            // One that is in stays in the list as such; undo takes it back.
            State::Stored(_) | State::Reading => {}
            _ => held.state = State::Skipped,
        }
        let id = held.id;
        self.keep_in_tray(&[id])?;
        self.import_view(now)
    }

    fn typed(&self, about: &About, text: &str) -> Result<Choice, DeskError> {
        let invalid = |key: &str| DeskError::new(ErrorKind::Invalid, key, &[("text", text.into())]);
        match about {
            About::Distributor => match self.store.distributor_named(text)? {
                Some(found) => Ok(Choice::Distributor(found.card.name)),
                None => Err(invalid("not-on-register")),
            },
            About::Kind => [Kind::Weekly, Kind::Monthly, Kind::Lines]
                .into_iter()
                .find(|kind| crate::contract::kind_key(*kind) == text)
                .map(Choice::Kind)
                .ok_or_else(|| invalid("not-a-kind")),
            About::Period => text.parse().map(Choice::Period).map_err(|_| invalid("not-a-period")),
            About::Currency => {
                let code = text.to_uppercase();
                let plain = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
                plain.then_some(Choice::Currency(code)).ok_or_else(|| invalid("not-a-currency"))
            }
            About::Measure(key) => quantity(text, self.measures()?.unit(key.as_str()))
                .map(Choice::Value)
                .ok_or_else(|| invalid("not-a-number")),
        }
    }
}

/// An amount or a number of units as a person types it; `None` where it could be read in two ways.
pub(crate) fn typed_number(text: &str) -> Option<Quantity> {
    quantity(text.trim(), None)
}

/// A number as a person types it: digits, commas between groups of three, a point for decimals; a percentage with its
/// sign. Anything else could be read in two ways.
fn quantity(text: &str, unit: Option<Unit>) -> Option<Quantity> {
    let (text, percent) = match text.strip_suffix('%') {
        Some(rest) if unit == Some(Unit::Fraction) => (rest.trim_end(), true),
        Some(_) => return None,
        None => (text, false),
    };
    let text = text.replace('\u{2212}', "-");
    let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    if grouped && (first.is_empty() || first.len() > 3 || groups.any(|group| group.len() != 3)) {
        return None;
    }
    let plain = whole.replace(',', "") + &part.map(|part| format!(".{part}")).unwrap_or_default();
    let value: Quantity = plain.parse().ok()?;
    let value = if percent { Quantity::new(value.decimal() / rust_decimal::Decimal::ONE_HUNDRED).ok()? } else { value };
    let counts = matches!(unit, Some(Unit::Count)) && (value.is_negative() || value.decimal().scale() > 0);
    (!counts).then_some(value)
}

/// File, draft and question of an id such as `f12:d0:q1`.
fn parts(id: &str) -> Option<(String, usize, usize)> {
    let mut parts = id.split(':');
    let file = parts.next()?.to_owned();
    let draft = number(parts.next()?, "d")? as usize;
    let question = number(parts.next()?, "q")? as usize;
    parts.next().is_none().then_some((file, draft, question))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, unit: Unit, read: Option<&str>) {
        assert_eq!(quantity(text, Some(unit)).map(|value| value.to_string()).as_deref(), read, "{text}");
    }

    #[test]
    fn a_typed_number_is_read_only_where_it_can_mean_one_thing() {
        check("1250", Unit::Count, Some("1250"));
        check("1,250,000.5", Unit::Money, Some("1250000.5"));
        check("−12", Unit::Units, Some("-12"));
        check("12.5%", Unit::Fraction, Some("0.125"));
        for text in ["1,25", "1.250.000", "12k", "", ",5", "1,2500", "~15"] {
            check(text, Unit::Money, None);
        }
        check("12.5%", Unit::Money, None);
        check("2.5", Unit::Count, None);
        check("-1", Unit::Count, None);
    }
}
