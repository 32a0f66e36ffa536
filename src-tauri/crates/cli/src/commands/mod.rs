//! One file a command, or a few that belong together.

mod calendar;
mod compliance;
mod demo;
mod exclusivity;
mod governance;
mod import;
mod improvement;
mod inbox;
mod inspect;
mod journal;
mod pack;
mod playbook;
mod rates;
mod register;
mod review;
mod reviews;
mod scorecard;
mod targets;
mod template;

use std::io;
use std::path::{Path, PathBuf};

use desk::{Desk, DeskError, ErrorKind, Now, Who};

use crate::args::{Asked, Command};
use crate::help::help;
use crate::output::{End, Output, say};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// The desk could not do it.
    Desk(DeskError),
    /// The terminal is gone.
    Io(io::Error),
}

impl From<DeskError> for Stopped {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Does what was asked for.
pub(crate) fn run(asked: Asked, now: Now) -> Result<End, Stopped> {
    let output = Output { json: asked.json };
    let data = asked.data.as_deref();
    match asked.command {
        Command::Demo { folder } => return demo::build(output, &folder, asked.today, now),
        Command::Help { topic } => say(help(topic).trim_end())?,
        Command::Version => say(concat!("entrepot-cli ", env!("CARGO_PKG_VERSION")))?,
        Command::Calendar { region, month } => calendar::show(output, &region, month)?,
        Command::Inspect { register, files } => inspect::show(&register, &files, now)?,
        Command::Register { file } => return register::take(output, &mut begin(data, now)?, &file, now),
        Command::Import { files, received } => {
            return import::take(output, &mut open(data, now)?, &files, received, now);
        }
        Command::Inbox => inbox::show(output, &open(data, now)?, now)?,
        Command::Compliance { quarter } => compliance::show(output, &open(data, now)?, quarter, now)?,
        Command::Review(asked) => return review::run(output, &mut open(data, now)?, &asked, now),
        Command::Scorecard { name, period } => scorecard::show(output, &open(data, now)?, &name, period, now)?,
        Command::Assess { name, stage, grant } => {
            exclusivity::assess(output, &open(data, now)?, &name, (&stage, &grant), now)?;
        }
        Command::Decide { name, stage, decision } => {
            exclusivity::decide(output, &mut open(data, now)?, &name, stage, decision, now)?;
        }
        Command::Plan { name, kpi, step } => {
            improvement::plan(output, &mut open(data, now)?, (&name, &kpi), step, now)?;
        }
        Command::Launch { name, item, step } => {
            improvement::launch(output, &mut open(data, now)?, (&name, &item), step, now)?;
        }
        Command::Targets(command) => return targets::run(output, &mut open(data, now)?, command, now),
        Command::Rates(command) => return rates::run(output, &mut open(data, now)?, command, now),
        Command::Template { name, kind, period, out } => {
            template::write(output, &open(data, now)?, &name, (&kind, &period), &out, now)?;
        }
        Command::Playbook(of) => return playbook::run(output, &mut open(data, now)?, &of, now),
        Command::Governance { name, month, set, fields } => {
            let set = set.map(|what| (what, fields.as_slice()));
            governance::show(output, &mut open(data, now)?, &name, month, set, now)?;
        }
        Command::Journal => journal::show(output, &open(data, now)?, now)?,
        Command::Undo { entry } => journal::undo(output, &mut open(data, now)?, &entry, now)?,
        Command::Qbr { name, quarter, held } => {
            reviews::qbr(output, &mut open(data, now)?, (&name, quarter), held, now)?;
        }
        Command::Close { quarter, names, reason } => {
            return reviews::close(output, &mut open(data, now)?, quarter, &names, &reason, now);
        }
        Command::Pack { names, quarter, revision: Some(revision), out } => {
            pack::again(output, &mut open(data, now)?, &names, (quarter, revision), &out, now)?;
        }
        Command::Pack { names, quarter, revision: None, out } => {
            return pack::write(output, &mut open(data, now)?, &names, quarter, &out, now);
        }
    }
    Ok(End::Done)
}

/// Opens the workspace of the data folder. A folder that was named and holds no record is most likely mistyped.
fn open(data: Option<&Path>, now: Now) -> Result<Desk, Stopped> {
    if let Some(folder) = data.filter(|folder| !desk::has_record(folder)) {
        let values = [("path", folder.display().to_string().into())];
        return Err(DeskError::new(ErrorKind::Unknown, "no-record", &values).into());
    }
    begin(data, now)
}

/// Opens the workspace of the data folder, or begins one.
fn begin(data: Option<&Path>, now: Now) -> Result<Desk, Stopped> {
    let folder = match data {
        Some(folder) => folder.to_owned(),
        None => desk::standard_folder().ok_or_else(|| DeskError::new(ErrorKind::Other, "no-folder", &[]))?,
    };
    Ok(Desk::open(&folder, who(), &program()?, now)?)
}

/// Who works here: as `USER` says where it is set, else as the system does.
fn who() -> Who {
    let person = std::env::var("USER").ok().filter(|name| !name.is_empty()).or_else(|| whoami::username().ok());
    Who { person: person.unwrap_or_default(), device: whoami::hostname().unwrap_or_default() }
}

/// The program that is running: it reads each file in a process of its own.
fn program() -> io::Result<PathBuf> {
    std::env::current_exe()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use desk::view::DistributorCard;

    #[test]
    fn a_folder_without_a_record_is_said_and_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let mistyped = folder.path().join("mistyped");
        let said = match open(Some(&mistyped), now()) {
            Err(Stopped::Desk(error)) => error.message,
            other => panic!("{other:?}"),
        };
        assert_eq!(said, format!("There is no workspace in {}.", mistyped.display()));
        assert!(!mistyped.exists());
        drop(begin(Some(&mistyped), now()).expect("a record"));
        assert!(open(Some(&mistyped), now()).is_ok());
    }

    /// The day of the tests: 8 October 2026, 09:40 in Singapore.
    pub(crate) fn now() -> Now {
        Now::at("2026-10-08T09:40:00+08:00".parse().expect("a literal"))
    }

    /// A workspace with one distributor, and its id.
    pub(crate) fn workspace(folder: &Path) -> (Desk, String) {
        let who = Who { person: "Tan Mei Lin".into(), device: "laptop".into() };
        let mut desk = Desk::open(folder, who, folder, now()).expect("a workspace");
        let card = DistributorCard {
            id: String::new(),
            name: "PT Contoh".into(),
            aliases: Vec::new(),
            country: "ID".into(),
            currency: "IDR".into(),
            locale: String::new(),
            place: String::new(),
            contact: String::new(),
            territory: "Java".into(),
            products: String::new(),
            start: "2026-01-05".into(),
        };
        let id = desk.save_distributor(&card, now()).expect("a distributor");
        (desk, id)
    }
}
