//! The arguments of `playbook`.

use chrono::NaiveDate;

use super::{Command, Given, date, say, text};

/// What to do with the playbook.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum OfPlaybook {
    /// Shows the version that holds on a day, or today.
    Show { at: Option<NaiveDate> },
    /// Sets values from a day on.
    Set { values: Vec<(String, String)>, from: NaiveDate },
    /// Says with which month years begin.
    FiscalYear { month: u32 },
}

/// The key that holds for every version: when years begin.
const FISCAL_YEAR: &str = "fiscal-year";

pub(super) fn read(given: &mut Given) -> Result<Command, String> {
    let missing = |what: &str| say("cli-missing", &[("what", what.to_owned())]);
    if given.free.is_empty() {
        return Err(missing("show"));
    }
    let verb = text("show", given.free.remove(0))?;
    let of = match verb.as_str() {
        "show" => {
            given.none()?;
            OfPlaybook::Show { at: given.option("at")?.map(|value| date("--at", &value)).transpose()? }
        }
        "set" => set(given)?,
        _ => return Err(say("cli-unexpected", &[("what", verb)])),
    };
    Ok(Command::Playbook(of))
}

fn set(given: &mut Given) -> Result<OfPlaybook, String> {
    let values = given.free.drain(..).map(pair).collect::<Result<Vec<_>, _>>()?;
    if values.is_empty() {
        return Err(say("cli-missing", &[("what", "KEY=VALUE".to_owned())]));
    }
    if let Some((_, month)) = values.iter().find(|(key, _)| key == FISCAL_YEAR) {
        let month = month.parse().map_err(|_| say("cli-not-a-number", &[("text", month.clone())]))?;
        // It is no part of a version: one command does one thing.
        return match values.len() {
            1 => Ok(OfPlaybook::FiscalYear { month }),
            _ => Err(say("cli-fiscal-year-alone", &[])),
        };
    }
    Ok(OfPlaybook::Set { from: date("--from", &given.needed("from")?)?, values })
}

fn pair(value: std::ffi::OsString) -> Result<(String, String), String> {
    let given = text("KEY=VALUE", value)?;
    let pair = given.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned()));
    pair.ok_or_else(|| say("cli-not-a-pair", &[("text", given)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::read;

    #[track_caller]
    fn check(line: &str, expected: Result<OfPlaybook, &str>) {
        let found = read(line.split_whitespace().map(Into::into)).map(|asked| asked.command);
        match expected {
            Ok(of) => assert_eq!(found, Ok(Command::Playbook(of)), "{line}"),
            Err(says) => assert!(found.as_ref().is_err_and(|usage| usage.message.contains(says)), "{line}: {found:?}"),
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a literal")
    }

    #[test]
    fn the_playbook_is_shown_and_set() {
        check("playbook show", Ok(OfPlaybook::Show { at: None }));
        check("playbook show --at 2026-10-01", Ok(OfPlaybook::Show { at: Some(day("2026-10-01")) }));
        let values = [("grace", "7"), ("revenue.weight", "30")].map(|(key, value)| (key.into(), value.into()));
        let set = OfPlaybook::Set { values: values.into(), from: day("2027-01-01") };
        check("playbook set grace=7 revenue.weight=30 --from 2027-01-01", Ok(set));
        check("playbook set fiscal-year=4", Ok(OfPlaybook::FiscalYear { month: 4 }));
    }

    #[test]
    fn what_is_missing_or_too_much_is_said() {
        check("playbook", Err("show"));
        check("playbook mend", Err("mend"));
        check("playbook show grace", Err("grace"));
        check("playbook set --from 2027-01-01", Err("KEY=VALUE"));
        check("playbook set grace=7", Err("--from"));
        check("playbook set grace --from 2027-01-01", Err("grace"));
        check("playbook set fiscal-year=April", Err("April"));
        check("playbook set fiscal-year=4 grace=7 --from 2027-01-01", Err("fiscal-year"));
        check("playbook show --from 2027-01-01", Err("--from"));
    }
}
