//! The arguments of the commands about files in review, their results and their layouts.

use std::path::PathBuf;

use super::{Given, say, text};

/// What is asked about files in review.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Review {
    /// The files that wait.
    Waiting,
    /// What became of each file of a batch; written to a file where one is named.
    Batch { number: i32, export: Option<PathBuf> },
    /// The layouts that are remembered; one of them is forgotten where it is named.
    Profiles { forget: Option<String> },
    /// The folder that is watched.
    Watch(Watch),
}

/// What is asked about the folder that is watched.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Watch {
    /// Which it is.
    Shown,
    /// It is to be this one.
    Chosen(PathBuf),
    /// None is to be watched.
    Nothing,
}

impl Given {
    pub(super) fn waiting(&self) -> Result<Review, String> {
        self.none()?;
        Ok(Review::Waiting)
    }

    pub(super) fn batch(&mut self) -> Result<Review, String> {
        let export = self.option("export")?.map(PathBuf::from);
        let given = text("ID", self.one("ID")?)?;
        let number = given.parse().map_err(|_| say("cli-not-a-batch", &[("text", given)]))?;
        Ok(Review::Batch { number, export })
    }

    pub(super) fn watch(&mut self) -> Result<Review, String> {
        if self.free.is_empty() {
            return Ok(Review::Watch(Watch::Shown));
        }
        let folder = self.one("DIR")?;
        Ok(Review::Watch(if folder == "none" { Watch::Nothing } else { Watch::Chosen(folder.into()) }))
    }

    pub(super) fn profiles(&mut self) -> Result<Review, String> {
        let mut given = self.free.drain(..).map(|word| text("ID", word)).collect::<Result<Vec<_>, _>>()?.into_iter();
        match (given.next().as_deref(), given.next(), given.next()) {
            (None, ..) => Ok(Review::Profiles { forget: None }),
            (Some("forget"), Some(id), None) => Ok(Review::Profiles { forget: Some(id) }),
            (Some("forget"), None, _) => Err(say("cli-missing", &[("what", "ID".to_owned())])),
            (Some("forget"), _, Some(extra)) => Err(say("cli-unexpected", &[("what", extra)])),
            (Some(extra), ..) => Err(say("cli-unexpected", &[("what", extra.to_owned())])),
        }
    }
}
