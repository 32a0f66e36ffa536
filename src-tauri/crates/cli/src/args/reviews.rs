//! `qbr` and `close`.

use super::{Command, Given, date, quarter, say, text};

impl Given {
    /// `qbr NAME QUARTER [--held DATE]`.
    pub(super) fn qbr(&mut self) -> Result<Command, String> {
        let held = self.option("held")?.map(|value| date("--held", &value)).transpose()?;
        let name = if self.free.is_empty() { None } else { Some(self.free.remove(0)) };
        let name = name.ok_or_else(|| say("cli-missing", &[("what", "NAME".to_owned())]))?;
        let quarter = quarter(&self.one("QUARTER")?)?;
        Ok(Command::Qbr { name: text("NAME", name)?, quarter, held })
    }

    /// `close QUARTER [NAME...] [--reason TEXT]`.
    pub(super) fn close(&mut self) -> Result<Command, String> {
        let reason = self.option("reason")?.map(|value| text("--reason", value)).transpose()?.unwrap_or_default();
        if self.free.is_empty() {
            return Err(say("cli-missing", &[("what", "QUARTER".to_owned())]));
        }
        let quarter = quarter(&self.free.remove(0))?;
        let names = self.free.drain(..).map(|name| text("NAME", name)).collect::<Result<Vec<_>, _>>()?;
        Ok(Command::Close { quarter, names, reason })
    }

    /// `--revision N` of `pack`.
    pub(super) fn revision(&mut self) -> Result<Option<u32>, String> {
        let Some(given) = self.option("revision")? else { return Ok(None) };
        let given = text("--revision", given)?;
        let plain = given.strip_prefix(['R', 'r']).unwrap_or(&given);
        let number = plain.parse().ok().filter(|number| *number > 0);
        number.map(Some).ok_or_else(|| say("cli-not-a-revision", &[("text", given.clone())]))
    }
}
