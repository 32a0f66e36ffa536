//! `assess` and `decide`: which grant, which quarter, and what was decided.

use super::{Command, Given, date, say, text};

/// What `decide` is given.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct DecideArguments {
    /// `--as`.
    pub(crate) outcome: String,
    /// `--grant`; empty for the first.
    pub(crate) grant: String,
    /// `--reason`; may be empty.
    pub(crate) reason: String,
    /// `--until`; may be empty.
    pub(crate) until: String,
    /// `--by`; empty for the manager.
    pub(crate) author: String,
}

impl Given {
    pub(super) fn assess(&mut self) -> Result<Command, String> {
        let grant = self.text_of("grant")?.unwrap_or_default();
        let stage = self.stage()?;
        Ok(Command::Assess { name: text("NAME", self.one("NAME")?)?, stage, grant })
    }

    pub(super) fn decide(&mut self) -> Result<Command, String> {
        let outcome = self.text_of("as")?.ok_or_else(|| say("cli-missing", &[("what", "--as".to_owned())]))?;
        let until = self.option("until")?.map(|value| date("--until", &value)).transpose()?;
        let decision = DecideArguments {
            outcome,
            grant: self.text_of("grant")?.unwrap_or_default(),
            reason: self.text_of("reason")?.unwrap_or_default(),
            until: until.map(|day| day.to_string()).unwrap_or_default(),
            author: self.text_of("by")?.unwrap_or_default(),
        };
        let stage = self.stage()?;
        Ok(Command::Decide { name: text("NAME", self.one("NAME")?)?, stage, decision })
    }

    /// The quarter behind the name, or `launch`.
    fn stage(&mut self) -> Result<String, String> {
        let given = self.option("quarter")?.or_else(|| (self.free.len() > 1).then(|| self.free.remove(1)));
        let given = given.ok_or_else(|| say("cli-missing", &[("what", "QUARTER".to_owned())]))?;
        if given == "launch" {
            return text("QUARTER", given);
        }
        super::quarter(&given)?;
        text("QUARTER", given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::read;

    fn asked(line: &[&str]) -> Result<Command, String> {
        read(line.iter().map(std::ffi::OsString::from)).map(|asked| asked.command).map_err(|usage| usage.message)
    }

    #[test]
    fn assess_takes_a_name_a_quarter_or_the_launch_and_a_grant() {
        let expected = |stage: &str, grant: &str| {
            Ok(Command::Assess { name: "Tropika".into(), stage: stage.into(), grant: grant.into() })
        };
        assert_eq!(asked(&["assess", "Tropika", "2026-Q3"]), expected("2026-Q3", ""));
        assert_eq!(asked(&["assess", "Tropika", "launch", "--grant", "Sabah"]), expected("launch", "Sabah"));
    }

    #[test]
    fn decide_takes_what_was_decided_and_why() {
        let line =
            ["decide", "Tropika", "2026-Q3", "--as", "renew", "--reason", "Stock was late", "--until", "2026-12-31"];
        let decision = DecideArguments {
            outcome: "renew".into(),
            reason: "Stock was late".into(),
            until: "2026-12-31".into(),
            ..DecideArguments::default()
        };
        assert_eq!(asked(&line), Ok(Command::Decide { name: "Tropika".into(), stage: "2026-Q3".into(), decision }));
    }

    #[test]
    fn what_is_missing_is_said_in_a_sentence() {
        for line in [
            &["assess", "Tropika"][..],
            &["assess", "Tropika", "2026-Q5"],
            &["decide", "Tropika", "2026-Q3"],
            &["decide", "Tropika", "--as", "renew"],
            &["decide", "Tropika", "2026-Q3", "--as", "renew", "--until", "31.12.2026"],
        ] {
            let message = asked(line).expect_err("it is not whole");
            assert!(message.ends_with('.'), "{line:?}: {message}");
        }
    }
}
