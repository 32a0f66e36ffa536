//! What was given, word by word, before it is known to be complete.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use desk::period::{Period, Quarter};
use lexopt::prelude::{Long, Short, Value};

use super::{NAMES, say};

/// Everything that was given, before it is known to be complete.
#[derive(Default)]
pub(super) struct Given {
    pub(super) json: bool,
    pub(super) help: bool,
    pub(super) version: bool,
    pub(super) data: Option<PathBuf>,
    pub(super) today: Option<NaiveDate>,
    pub(super) command: Option<&'static str>,
    pub(super) free: Vec<OsString>,
    pub(super) options: Vec<(&'static str, OsString)>,
}

/// The options that only some commands take.
const OPTIONS: &[&str] = &[
    "register",
    "received",
    "quarter",
    "out",
    "kind",
    "period",
    "country",
    "subdivision",
    "month",
    "export",
    "kpi",
    "action",
    "done",
    "open",
    "outcome",
    "note",
    "item",
    "state",
    "count",
    "to",
    "reason",
    "year",
    "per",
    "from",
    "curve",
    "distributor",
    "reporting",
    "at",
    "grant",
    "as",
    "until",
    "by",
    "held",
    "revision",
];

/// Options that take no value.
const FLAGS: &[&str] = &["agreed"];

impl Given {
    /// Takes in the arguments.
    pub(super) fn take(&mut self, arguments: impl IntoIterator<Item = OsString>) -> Result<(), String> {
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next().map_err(not_understood)? {
            match argument {
                Long("json") => self.json = true,
                Long("help") | Short('h') => self.help = true,
                Long("version") | Short('V') => self.version = true,
                Long("data") => self.data = Some(parser.value().map_err(not_understood)?.into()),
                Long("today") => self.today = Some(date("--today", &parser.value().map_err(not_understood)?)?),
                Long(name) => match (known(FLAGS, name), known(OPTIONS, name)) {
                    (Some(flag), _) => self.options.push((flag, OsString::new())),
                    (None, Some(option)) => self.options.push((option, parser.value().map_err(not_understood)?)),
                    (None, None) => return Err(say("cli-unknown-option", &[("option", format!("--{name}"))])),
                },
                Value(value) if self.command.is_none() => self.command = Some(command_name(&value)?),
                Value(value) => self.free.push(value),
                Short(letter) => return Err(say("cli-unknown-option", &[("option", format!("-{letter}"))])),
            }
        }
        Ok(())
    }

    pub(super) fn option(&mut self, name: &'static str) -> Result<Option<OsString>, String> {
        let Some(at) = self.options.iter().position(|(option, _)| *option == name) else { return Ok(None) };
        let (_, value) = self.options.remove(at);
        if self.options.iter().any(|(option, _)| *option == name) {
            return Err(say("cli-twice", &[("option", format!("--{name}"))]));
        }
        Ok(Some(value))
    }

    pub(super) fn flag(&mut self, name: &'static str) -> Result<bool, String> {
        Ok(self.option(name)?.is_some())
    }

    pub(super) fn needed(&mut self, name: &'static str) -> Result<OsString, String> {
        self.option(name)?.ok_or_else(|| say("cli-missing", &[("what", format!("--{name}"))]))
    }

    pub(super) fn none(&self) -> Result<(), String> {
        match self.free.first() {
            Some(extra) => Err(say("cli-unexpected", &[("what", extra.to_string_lossy().into_owned())])),
            None => Ok(()),
        }
    }

    pub(super) fn one(&mut self, what: &str) -> Result<OsString, String> {
        if self.free.is_empty() {
            return Err(say("cli-missing", &[("what", what.to_owned())]));
        }
        let first = self.free.remove(0);
        self.none()?;
        Ok(first)
    }

    pub(super) fn some(&mut self, what: &str) -> Result<Vec<PathBuf>, String> {
        if self.free.is_empty() {
            return Err(say("cli-missing", &[("what", what.to_owned())]));
        }
        Ok(self.free.drain(..).map(PathBuf::from).collect())
    }
}

fn known(among: &'static [&'static str], name: &str) -> Option<&'static str> {
    among.iter().copied().find(|known| *known == name)
}

fn not_understood(error: lexopt::Error) -> String {
    match error {
        lexopt::Error::MissingValue { option: Some(option) } => say("cli-missing-value", &[("option", option)]),
        lexopt::Error::UnexpectedValue { option, .. } => say("cli-unexpected-value", &[("option", option)]),
        other => other.to_string(),
    }
}

fn command_name(value: &OsString) -> Result<&'static str, String> {
    let name = value.to_string_lossy();
    match NAMES.iter().copied().chain(["help"]).find(|known| *known == name) {
        Some(name) => Ok(name),
        None => Err(say("cli-unknown-command", &[("command", name.into_owned())])),
    }
}

pub(super) fn text(what: &str, value: OsString) -> Result<String, String> {
    value.into_string().map_err(|_| say("cli-not-text", &[("what", what.to_owned())]))
}

pub(super) fn date(option: &str, value: &OsString) -> Result<NaiveDate, String> {
    let text = value.to_string_lossy();
    let plain = text.len() == 10;
    let parsed = text.parse().ok().filter(|_| plain);
    parsed.ok_or_else(|| say("cli-not-a-date", &[("option", option.to_owned()), ("text", text.into_owned())]))
}

pub(super) fn quarter(value: &OsString) -> Result<Quarter, String> {
    let text = value.to_string_lossy();
    text.parse().map_err(|_| say("cli-not-a-quarter", &[("text", text.into_owned())]))
}

/// A quarter or a month.
pub(super) fn scored(value: &OsString) -> Result<Period, String> {
    let text = value.to_string_lossy();
    let period = text.parse().ok().filter(|period| !matches!(period, Period::Week(_)));
    period.ok_or_else(|| say("cli-not-scored", &[("text", text.into_owned())]))
}
