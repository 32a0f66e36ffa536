//! The command line, read: global options may stand before or after the command.

mod exclusivity;
mod given;
mod governance;
mod improvement;
mod playbook;
mod review;
mod reviews;
mod targets;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use desk::period::{Month, Period, Quarter};
use desk::region::Region;
use desk::words;

use given::{Given, date, quarter, scored, text};

pub(crate) use exclusivity::DecideArguments;
pub(crate) use improvement::{LaunchStep, PlanStep};
pub(crate) use playbook::OfPlaybook;
pub(crate) use review::{Review, Watch};
pub(crate) use targets::{RatesCommand, TargetsCommand};

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// `--json`: machine-readable output.
    pub(crate) json: bool,
    /// `--data`.
    pub(crate) data: Option<PathBuf>,
    /// `--today`.
    pub(crate) today: Option<NaiveDate>,
    /// What to do.
    pub(crate) command: Command,
}

/// A command and its arguments.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Demo { folder: PathBuf },
    Inbox,
    Compliance { quarter: Quarter },
    Register { file: PathBuf },
    Inspect { register: PathBuf, files: Vec<PathBuf> },
    Import { files: Vec<PathBuf>, received: Option<NaiveDate> },
    Scorecard { name: String, period: Period },
    Assess { name: String, stage: String, grant: String },
    Decide { name: String, stage: String, decision: DecideArguments },
    Plan { name: String, kpi: String, step: PlanStep },
    Launch { name: String, item: String, step: LaunchStep },
    Targets(TargetsCommand),
    Rates(RatesCommand),
    Pack { names: Vec<String>, quarter: Quarter, revision: Option<u32>, out: PathBuf },
    Qbr { name: String, quarter: Quarter, held: Option<NaiveDate> },
    Close { quarter: Quarter, names: Vec<String>, reason: String },
    Governance { name: String, month: Option<Month>, set: Option<&'static str>, fields: Vec<(String, String)> },
    Template { name: String, kind: String, period: String, out: PathBuf },
    Calendar { region: Region, month: Month },
    Playbook(OfPlaybook),
    Review(Review),
    Journal,
    Undo { entry: String },
    Help { topic: Option<&'static str> },
    Version,
}

/// The commands by name, in the order of the help.
pub(crate) const NAMES: &[&str] = &[
    "demo",
    "register",
    "inspect",
    "import",
    "waiting",
    "batch",
    "profiles",
    "watch",
    "inbox",
    "compliance",
    "scorecard",
    "targets",
    "rates",
    "assess",
    "decide",
    "plan",
    "launch",
    "qbr",
    "close",
    "governance",
    "pack",
    "template",
    "calendar",
    "playbook",
    "journal",
    "undo",
];

/// Why the command line was not understood: one sentence.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Usage {
    /// What is wrong.
    pub(crate) message: String,
    /// The command whose help fits.
    pub(crate) topic: Option<&'static str>,
    /// Whether the answer should be machine-readable.
    pub(crate) json: bool,
}

/// Reads the arguments after the program's name.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, Usage> {
    let mut given = Given::default();
    given.take(arguments).and_then(|()| asked(&mut given)).map_err(|message| Usage {
        message,
        topic: given.command,
        json: given.json,
    })
}

fn asked(given: &mut Given) -> Result<Asked, String> {
    let command = command(given)?;
    Ok(Asked { json: given.json, data: given.data.take(), today: given.today, command })
}

fn command(given: &mut Given) -> Result<Command, String> {
    let Some(name) = given.command else {
        return match (given.version, given.help) {
            (true, _) => Ok(Command::Version),
            (_, true) => Ok(Command::Help { topic: None }),
            _ => Err(say("cli-no-command", &[])),
        };
    };
    if given.help || name == "help" {
        let topic = given.free.first().and_then(|topic| NAMES.iter().copied().find(|name| topic == *name));
        return Ok(Command::Help { topic: topic.or((name != "help").then_some(name)) });
    }
    let command = match name {
        "demo" => Command::Demo { folder: given.one("DIR")?.into() },
        "register" => Command::Register { file: given.one("FILE.csv")?.into() },
        "inspect" => Command::Inspect { register: given.needed("register")?.into(), files: given.some("FILES")? },
        "import" => {
            let received = given.option("received")?.map(|value| date("--received", &value)).transpose()?;
            Command::Import { files: given.some("FILES")?, received }
        }
        "inbox" => {
            given.none()?;
            Command::Inbox
        }
        "compliance" => Command::Compliance { quarter: quarter(&given.one("QUARTER")?)? },
        "waiting" => Command::Review(given.waiting()?),
        "batch" => Command::Review(given.batch()?),
        "profiles" => Command::Review(given.profiles()?),
        "watch" => Command::Review(given.watch()?),
        "scorecard" => given.scorecard()?,
        "assess" => given.assess()?,
        "decide" => given.decide()?,
        "plan" => given.plan()?,
        "launch" => given.launch()?,
        "targets" => given.targets()?,
        "rates" => given.rates()?,
        "governance" => given.governance()?,
        "pack" => {
            let quarter = quarter(&given.needed("quarter")?)?;
            let out = given.needed("out")?.into();
            let names = given.free.drain(..).map(|name| text("NAME", name)).collect::<Result<Vec<_>, _>>()?;
            if names.is_empty() {
                return Err(say("cli-missing", &[("what", "NAME".to_owned())]));
            }
            Command::Pack { names, quarter, revision: given.revision()?, out }
        }
        "qbr" => given.qbr()?,
        "close" => given.close()?,
        "template" => Command::Template {
            kind: text("--kind", given.needed("kind")?)?,
            period: text("--period", given.needed("period")?)?,
            out: given.needed("out")?.into(),
            name: text("NAME", given.one("NAME")?)?,
        },
        "calendar" => given.calendar()?,
        "playbook" => playbook::read(given)?,
        "undo" => Command::Undo { entry: text("ENTRY", given.one("ENTRY")?)? },
        _ => {
            given.none()?;
            Command::Journal
        }
    };
    match given.options.first() {
        Some((option, _)) => {
            Err(say("cli-option-elsewhere", &[("option", format!("--{option}")), ("command", name.to_owned())]))
        }
        None => Ok(command),
    }
}

impl Given {
    fn scorecard(&mut self) -> Result<Command, String> {
        let given = self.option("quarter")?.map_or_else(|| self.option("month"), |given| Ok(Some(given)))?;
        let given = given.or_else(|| (self.free.len() > 1).then(|| self.free.remove(1)));
        let given = given.ok_or_else(|| say("cli-missing", &[("what", "PERIOD".to_owned())]))?;
        Ok(Command::Scorecard { period: scored(&given)?, name: text("NAME", self.one("NAME")?)? })
    }

    fn calendar(&mut self) -> Result<Command, String> {
        let country = text("--country", self.needed("country")?)?;
        let subdivision = self.option("subdivision")?.map(|value| text("--subdivision", value)).transpose()?;
        let month = text("--month", self.needed("month")?)?;
        self.none()?;
        let given = subdivision.iter().fold(country, |country, subdivision| format!("{country}-{subdivision}"));
        Ok(Command::Calendar {
            region: given.parse().map_err(|_| say("cli-not-a-region", &[("text", given)]))?,
            month: month.parse().map_err(|_| say("cli-not-a-month", &[("text", month)]))?,
        })
    }
}

fn say(key: &str, values: &[(&str, String)]) -> String {
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.into())).collect();
    words().say(key, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Asked, Usage> {
        read(line.split_whitespace().map(OsString::from))
    }

    #[track_caller]
    fn check(line: &str, command: Command) {
        assert_eq!(asked(line).map(|asked| asked.command), Ok(command), "{line}");
    }

    #[test]
    fn global_options_stand_before_or_after_the_command() {
        for line in ["--json --data d --today 2026-10-08 journal", "journal --json --today=2026-10-08 --data d"] {
            let asked = asked(line).expect("a literal");
            assert!(asked.json && asked.data == Some("d".into()) && asked.today.is_some(), "{line}");
        }
    }

    #[test]
    fn commands_take_what_they_need() {
        check("register r.csv", Command::Register { file: "r.csv".into() });
        check(
            "inspect a.xlsx --register r.csv b.csv",
            Command::Inspect { register: "r.csv".into(), files: vec!["a.xlsx".into(), "b.csv".into()] },
        );
        check(
            "calendar --country MY --subdivision 14 --month 2026-05",
            Command::Calendar {
                region: "MY-14".parse().expect("a literal"),
                month: "2026-05".parse().expect("a literal"),
            },
        );
        let quarter: Quarter = "2026-Q3".parse().expect("a literal");
        check("scorecard Tropika 2026-Q3", Command::Scorecard { name: "Tropika".into(), period: quarter.into() });
        check(
            "scorecard Tropika --quarter 2026-Q3",
            Command::Scorecard { name: "Tropika".into(), period: quarter.into() },
        );
        let period: Period = "2026-09".parse().expect("a literal");
        for line in ["scorecard Tropika 2026-09", "scorecard Tropika --month 2026-09"] {
            check(line, Command::Scorecard { name: "Tropika".into(), period });
        }
        check("inbox", Command::Inbox);
        check("compliance 2026-Q3", Command::Compliance { quarter });
        let name = || "Tropika".to_owned();
        check("qbr Tropika 2026-Q3", Command::Qbr { name: name(), quarter, held: None });
        let held = "2026-10-15".parse().ok();
        check("qbr Tropika 2026-Q3 --held 2026-10-15", Command::Qbr { name: name(), quarter, held });
        check("close 2026-Q3", Command::Close { quarter, names: Vec::new(), reason: String::new() });
        let reason = "August".to_owned();
        check("close 2026-Q3 Tropika --reason August", Command::Close { quarter, names: vec![name()], reason });
        let pack = Command::Pack { names: vec![name()], quarter, revision: Some(1), out: "d".into() };
        check("pack Tropika --quarter 2026-Q3 --revision R1 --out d", pack);
        check("batch 3 --export r.csv", Command::Review(Review::Batch { number: 3, export: Some("r.csv".into()) }));
        check("profiles", Command::Review(Review::Profiles { forget: None }));
        check("profiles forget 12", Command::Review(Review::Profiles { forget: Some("12".into()) }));
        check("watch", Command::Review(Review::Watch(Watch::Shown)));
        check("watch none", Command::Review(Review::Watch(Watch::Nothing)));
        check("watch reports", Command::Review(Review::Watch(Watch::Chosen("reports".into()))));
        check("waiting", Command::Review(Review::Waiting));
        check(
            "governance Tropika tick item=bands --month 2026-09",
            Command::Governance {
                name: "Tropika".to_owned(),
                month: "2026-09".parse().ok(),
                set: Some("tick"),
                fields: vec![("item".to_owned(), "bands".to_owned())],
            },
        );
        check("import --help", Command::Help { topic: Some("import") });
        check("help import", Command::Help { topic: Some("import") });
    }

    #[test]
    fn what_is_wrong_is_said_in_a_sentence() {
        for line in [
            "",
            "fly",
            "register",
            "register a b",
            "inspect a.xlsx",
            "scorecard x 2026-Q5",
            "scorecard x 2026-W39",
            "scorecard 2026-Q3",
            "import",
            "import a --received 8.10.2026",
            "batch",
            "batch third",
            "profiles remove 3",
            "profiles forget",
            "waiting x",
            "watch a b",
            "governance",
            "governance x fly",
            "governance x tick bands",
            "governance x --month May",
            "journal --out x",
            "journal extra",
            "inbox extra",
            "compliance",
            "compliance 2026-09",
            "--today tomorrow journal",
            "calendar --country Malaysia --month 2026-05",
            "calendar --country MY --month May",
            "--data",
            "journal -x",
            "pack --quarter 2026-Q3 --out d",
            "import a --received 2026-10-08 --received 2026-10-09",
            "qbr Tropika",
            "qbr Tropika 2026-Q3 --held soon",
            "close",
            "close Q3",
            "pack x --quarter 2026-Q3 --revision 0 --out d",
            "--json=1 journal",
        ] {
            let usage = asked(line).expect_err(line);
            assert!(usage.message.ends_with('.'), "{line}: {}", usage.message);
        }
    }
}
