//! `governance NAME [--month MONTH] [WHAT FIELD=VALUE...]`, read.

use desk::period::Month;

use super::{Command, Given, say, text};

/// What can be set, in the order of the help.
pub(crate) const SETS: [&str; 7] = ["band", "promotion", "result", "request", "approve", "refuse", "tick"];

impl Given {
    pub(super) fn governance(&mut self) -> Result<Command, String> {
        let month = self.option("month")?.map(|value| text("--month", value)).transpose()?;
        let month = month
            .map(|text| text.parse::<Month>().map_err(|_| say("cli-not-a-month", &[("text", text)])))
            .transpose()?;
        let mut free = self.free.drain(..).map(|value| text("NAME", value)).collect::<Result<Vec<_>, _>>()?.into_iter();
        let name = free.next().ok_or_else(|| say("cli-missing", &[("what", "NAME".to_owned())]))?;
        let set = match free.next() {
            None => None,
            Some(given) => Some(
                *SETS
                    .iter()
                    .find(|set| **set == given)
                    .ok_or_else(|| say("cli-governance-sets", &[("what", given), ("known", SETS.join(", "))]))?,
            ),
        };
        let field = |given: String| match given.split_once('=') {
            Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
            _ => Err(say("cli-not-a-field", &[("what", given)])),
        };
        let fields = free.map(field).collect::<Result<Vec<_>, _>>()?;
        Ok(Command::Governance { name, month, set, fields })
    }
}
