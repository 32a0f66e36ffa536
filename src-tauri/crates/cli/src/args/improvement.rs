//! `plan` and `launch`: what to show, and what to change.

use super::{Command, Given, say, text};

/// What `plan` does.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum PlanStep {
    /// Shows gaps and plans.
    Show,
    /// Agrees a plan: each action as `WHAT; OWNER; DATE`.
    Agree { actions: Vec<[String; 3]> },
    /// Says that an action is done, or open again.
    Mark { position: u32, done: bool },
    /// Reviews the open plan.
    Review { outcome: String, note: String },
}

/// What `launch` does.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum LaunchStep {
    /// Shows the checklist.
    Show,
    /// Says that an item is done, or open again.
    Tick { done: bool },
    /// Says how many there are.
    Count(u32),
    /// Moves an item.
    Move { to: String, reason: String },
}

impl Given {
    pub(super) fn plan(&mut self) -> Result<Command, String> {
        let kpi = self.text_of("kpi")?;
        let actions = self.every("action")?.iter().map(|action| parted(action)).collect::<Result<Vec<_>, _>>()?;
        let step = if !actions.is_empty() {
            PlanStep::Agree { actions }
        } else if let Some(position) = self.text_of("done")? {
            PlanStep::Mark { position: number("--done", &position)?, done: true }
        } else if let Some(position) = self.text_of("open")? {
            PlanStep::Mark { position: number("--open", &position)?, done: false }
        } else if let Some(outcome) = self.text_of("outcome")? {
            PlanStep::Review { outcome, note: self.text_of("note")?.unwrap_or_default() }
        } else {
            PlanStep::Show
        };
        if step != PlanStep::Show && kpi.is_none() {
            return Err(say("cli-missing", &[("what", "--kpi".to_owned())]));
        }
        Ok(Command::Plan { name: text("NAME", self.one("NAME")?)?, kpi: kpi.unwrap_or_default(), step })
    }

    pub(super) fn launch(&mut self) -> Result<Command, String> {
        let item = self.text_of("item")?;
        let step = if let Some(state) = self.text_of("state")? {
            match state.as_str() {
                "done" => LaunchStep::Tick { done: true },
                "open" => LaunchStep::Tick { done: false },
                _ => return Err(say("cli-not-a-state", &[("text", state)])),
            }
        } else if let Some(count) = self.text_of("count")? {
            LaunchStep::Count(number("--count", &count)?)
        } else if let Some(to) = self.text_of("to")? {
            LaunchStep::Move { to, reason: self.text_of("reason")?.unwrap_or_default() }
        } else {
            LaunchStep::Show
        };
        if step != LaunchStep::Show && item.is_none() {
            return Err(say("cli-missing", &[("what", "--item".to_owned())]));
        }
        Ok(Command::Launch { name: text("NAME", self.one("NAME")?)?, item: item.unwrap_or_default(), step })
    }

    /// An option's value as text.
    pub(super) fn text_of(&mut self, option: &'static str) -> Result<Option<String>, String> {
        self.option(option)?.map(|value| text(&format!("--{option}"), value)).transpose()
    }

    /// The values of an option that may stand several times.
    fn every(&mut self, option: &'static str) -> Result<Vec<String>, String> {
        let (found, rest) = std::mem::take(&mut self.options).into_iter().partition(|(name, _)| *name == option);
        self.options = rest;
        let found: Vec<(&str, std::ffi::OsString)> = found;
        found.into_iter().map(|(_, value)| text(&format!("--{option}"), value)).collect()
    }
}

/// `WHAT; OWNER; DATE`.
fn parted(action: &str) -> Result<[String; 3], String> {
    let parts: Vec<String> = action.split(';').map(|part| part.trim().to_owned()).collect();
    parts.try_into().map_err(|_| say("cli-not-an-action", &[("text", action.to_owned())]))
}

fn number(option: &str, given: &str) -> Result<u32, String> {
    given.parse().map_err(|_| say("cli-not-whole", &[("option", option.to_owned()), ("text", given.to_owned())]))
}
