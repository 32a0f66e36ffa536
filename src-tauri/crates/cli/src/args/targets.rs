//! `targets` and `rates`: what they are given.

use std::path::PathBuf;

use desk::{TargetDefaults, TargetOrder};

use super::{Command, Given, date, quarter, say, text};

/// What to do with targets.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TargetsCommand {
    Show {
        name: String,
        grant: String,
        year: Option<i32>,
    },
    Set {
        name: String,
        order: TargetOrder,
    },
    /// What the file doesn't say; the distributor by its name.
    Import {
        file: PathBuf,
        said: TargetDefaults,
    },
}

/// What to do with rates.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum RatesCommand {
    Show { year: Option<i32>, reporting: Option<String> },
    Import { file: PathBuf, reporting: Option<String> },
    RollUp { quarter: String },
}

impl Given {
    pub(super) fn targets(&mut self) -> Result<Command, String> {
        let command = match self.free.first().and_then(|first| first.to_str()) {
            Some("set") => self.targets_set()?,
            Some("import") => {
                self.free.remove(0);
                let file = self.one("FILE")?.into();
                let (grant, reason, agreed) = (self.grant()?, self.reason()?, self.flag("agreed")?);
                // A grant is one of somebody's.
                let distributor =
                    if grant.is_empty() { self.option("distributor")? } else { Some(self.needed("distributor")?) };
                let distributor = distributor.map(|name| text("--distributor", name)).transpose()?;
                TargetsCommand::Import { file, said: TargetDefaults { distributor, grant, reason, agreed } }
            }
            _ => TargetsCommand::Show {
                year: self.year()?,
                grant: self.grant()?,
                name: text("NAME", self.one("NAME")?)?,
            },
        };
        Ok(Command::Targets(command))
    }

    fn targets_set(&mut self) -> Result<TargetsCommand, String> {
        self.free.remove(0);
        let mut next = |what: &str| {
            let missing = || say("cli-missing", &[("what", what.to_owned())]);
            if self.free.is_empty() { Err(missing()) } else { text(what, self.free.remove(0)) }
        };
        let (name, kpi, amount) = (next("NAME")?, next("KPI")?, next("AMOUNT")?);
        self.none()?;
        let order = TargetOrder {
            grant: self.grant()?,
            kpi,
            amount,
            per: text("--per", self.needed("per")?)?,
            from: date("--from", &self.needed("from")?)?,
            curve: self.option("curve")?.map(|curve| text("--curve", curve)).transpose()?,
            reason: self.reason()?,
            agreed: self.flag("agreed")?,
        };
        Ok(TargetsCommand::Set { name, order })
    }

    pub(super) fn rates(&mut self) -> Result<Command, String> {
        let first = self.free.first().and_then(|first| first.to_str()).map(str::to_owned);
        if matches!(first.as_deref(), Some("import" | "rollup")) {
            self.free.remove(0);
        }
        let command = match first.as_deref() {
            Some("import") => RatesCommand::Import { file: self.one("FILE")?.into(), reporting: self.reporting()? },
            Some("rollup") => RatesCommand::RollUp { quarter: quarter(&self.one("QUARTER")?)?.to_string() },
            _ => {
                self.none()?;
                RatesCommand::Show { year: self.year()?, reporting: self.reporting()? }
            }
        };
        Ok(Command::Rates(command))
    }

    fn reporting(&mut self) -> Result<Option<String>, String> {
        self.option("reporting")?.map(|code| text("--reporting", code)).transpose()
    }

    fn grant(&mut self) -> Result<String, String> {
        Ok(self.text_of("grant")?.unwrap_or_default())
    }

    fn reason(&mut self) -> Result<String, String> {
        Ok(self.option("reason")?.map(|reason| text("--reason", reason)).transpose()?.unwrap_or_default())
    }

    fn year(&mut self) -> Result<Option<i32>, String> {
        let Some(given) = self.option("year")? else { return Ok(None) };
        let given = text("--year", given)?;
        let year = given.parse().ok().filter(|year| (1990..=2200).contains(year));
        year.map(Some).ok_or_else(|| say("cli-not-a-year", &[("text", given)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    fn command(line: &[&str]) -> Result<Command, String> {
        let asked = super::super::read(line.iter().map(OsString::from));
        asked.map(|asked| asked.command).map_err(|usage| usage.message)
    }

    #[test]
    fn targets_are_shown_set_and_imported() {
        let name = || "PT Sumber Makmur".to_owned();
        let show = |grant: &str| TargetsCommand::Show { name: name(), grant: grant.into(), year: Some(2026) };
        assert_eq!(command(&["targets", &name(), "--year", "2026"]), Ok(Command::Targets(show(""))));
        let of_grant = ["targets", &name(), "--year", "2026", "--grant", "Bali"];
        assert_eq!(command(&of_grant), Ok(Command::Targets(show("Bali"))));
        let order = TargetOrder {
            grant: "Bali".into(),
            kpi: "revenue".into(),
            amount: "1200".into(),
            per: "year".into(),
            from: "2026-08-10".parse().expect("a literal"),
            curve: Some("8,8,8,8,8,8,8,8,8,8,10,10".into()),
            reason: "Port strike".into(),
            agreed: true,
        };
        let line = ["targets", "set", &name(), "revenue", "1200", "--per", "year", "--from", "2026-08-10", "--curve"];
        let more = ["8,8,8,8,8,8,8,8,8,8,10,10", "--reason", "Port strike", "--agreed", "--grant", "Bali"];
        let set = TargetsCommand::Set { name: name(), order };
        assert_eq!(command(&[&line[..], &more[..]].concat()), Ok(Command::Targets(set)));
        let import = |said| Ok(Command::Targets(TargetsCommand::Import { file: "t.xlsx".into(), said }));
        assert_eq!(command(&["targets", "import", "t.xlsx"]), import(TargetDefaults::default()));
        let said = TargetDefaults { distributor: Some(name()), grant: "Bali".into(), ..TargetDefaults::default() };
        let line = ["targets", "import", "t.xlsx", "--grant", "Bali", "--distributor", &name()];
        assert_eq!(command(&line), import(said));
    }

    #[test]
    fn rates_are_shown_imported_and_summed_up_by() {
        let show = RatesCommand::Show { year: None, reporting: Some("USD".into()) };
        assert_eq!(command(&["rates", "--reporting", "USD"]), Ok(Command::Rates(show)));
        let import = RatesCommand::Import { file: "r.csv".into(), reporting: None };
        assert_eq!(command(&["rates", "import", "r.csv"]), Ok(Command::Rates(import)));
        let sum = RatesCommand::RollUp { quarter: "2026-Q3".into() };
        assert_eq!(command(&["rates", "rollup", "2026-Q3"]), Ok(Command::Rates(sum)));
    }

    #[test]
    fn what_is_missing_is_named() {
        for (line, said) in [
            (&["targets"][..], "NAME is missing."),
            (&["targets", "set", "A", "revenue"], "AMOUNT is missing."),
            (&["targets", "set", "A", "revenue", "5", "--per", "year"], "--from is missing."),
            (&["targets", "import", "t.csv", "--grant", "Bali"], "--distributor is missing."),
            (&["targets", "A", "--year", "next"], "“next” is no year such as 2026."),
            (&["rates", "import"], "FILE is missing."),
            (&["rates", "--agreed"], "--agreed is no option of rates."),
        ] {
            assert_eq!(command(line).expect_err(said), said);
        }
    }
}
