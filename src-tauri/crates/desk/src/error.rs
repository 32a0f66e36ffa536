//! Errors as the user meets them: what happened, and what to do.

use std::fmt;

use store::StoreError;
use words::Value;

use crate::view::ErrorView;
use crate::words;

/// Something could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskError {
    /// What the caller may act on.
    pub kind: ErrorKind,
    /// What happened, and where.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

/// What the window or the command line acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The user stopped it: nothing to say.
    Cancelled,
    /// There is no such thing any more: reload.
    Unknown,
    /// Later entries build on it.
    BuiltOn,
    /// The workspace is open elsewhere.
    AlreadyOpen,
    /// What was entered can't be taken: the field stays open.
    Invalid,
    /// Anything else: say it.
    Other,
}

impl ErrorKind {
    /// The name that crosses to the window.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Unknown => "unknown",
            Self::BuiltOn => "built-on",
            Self::AlreadyOpen => "already-open",
            Self::Invalid => "invalid",
            Self::Other => "other",
        }
    }
}

impl DeskError {
    /// The error of a message `error-KEY` and its hint `error-KEY-hint`, if there is one.
    #[must_use]
    pub fn new(kind: ErrorKind, key: &str, values: &[(&str, Value<'_>)]) -> Self {
        let message = format!("error-{key}");
        let hint = format!("error-{key}-hint");
        let words = words();
        Self {
            kind,
            message: words.say(&message, values),
            hint: if words.knows(&hint) { words.say(&hint, values) } else { String::new() },
        }
    }

    /// The user stopped it.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::new(ErrorKind::Cancelled, "cancelled", &[])
    }

    /// A file or folder that can't be used.
    #[must_use]
    pub fn file(path: &std::path::Path, reason: &std::io::Error) -> Self {
        let values = [("path", path.display().to_string().into()), ("reason", Value::from(in_words(reason)))];
        Self::new(ErrorKind::Other, "file", &values)
    }

    /// As it crosses to the window.
    #[must_use]
    pub fn view(&self) -> ErrorView {
        ErrorView { kind: self.kind.key().to_owned(), message: self.message.clone(), hint: self.hint.clone() }
    }
}

impl From<StoreError> for DeskError {
    fn from(error: StoreError) -> Self {
        let other = |key| Self::new(ErrorKind::Other, key, &[]);
        match error {
            StoreError::AlreadyOpen(folder) => Self::new(ErrorKind::AlreadyOpen, "already-open", &[path(&folder)]),
            StoreError::NewerSchema { .. } => other("newer-schema"),
            StoreError::NotOurs(file) => Self::new(ErrorKind::Other, "not-ours", &[path(&file)]),
            StoreError::Damaged(reason) => Self::new(ErrorKind::Other, "damaged", &[("reason", reason.into())]),
            StoreError::DiskFull => other("disk-full"),
            StoreError::ReadOnly => other("read-only"),
            StoreError::Folder { path, source } => Self::file(&path, &source),
            StoreError::NameTaken { name, holder } => {
                Self::new(ErrorKind::Invalid, "name-taken", &[("name", name.into()), ("holder", holder.into())])
            }
            StoreError::Unknown(what) => Self::new(ErrorKind::Unknown, "unknown", &[("what", what.into())]),
            StoreError::AlreadyUndone(_) => Self::new(ErrorKind::Unknown, "already-undone", &[]),
            StoreError::NotUndone(_) => Self::new(ErrorKind::Unknown, "not-undone", &[]),
            StoreError::BuiltOn { first, .. } => Self::new(ErrorKind::BuiltOn, "built-on", &[("entry", first.into())]),
            StoreError::BuildsOn { first, .. } => {
                Self::new(ErrorKind::BuiltOn, "builds-on", &[("entry", first.into())])
            }
            error @ (StoreError::Packing(_) | StoreError::Unreadable { .. } | StoreError::Sqlite(_)) => {
                Self::new(ErrorKind::Other, "store", &[("reason", error.to_string().into())])
            }
        }
    }
}

/// The system's reason without its number, which tells a reader nothing.
pub(crate) fn in_words(reason: &std::io::Error) -> String {
    let said = reason.to_string();
    said.split_once(" (os error").map_or(said.as_str(), |(words, _)| words).to_owned()
}

fn path(path: &std::path::Path) -> (&'static str, Value<'static>) {
    ("path", path.display().to_string().into())
}

impl fmt::Display for DeskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, " {}", self.hint) }
    }
}

impl std::error::Error for DeskError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_of_the_system_has_no_number() {
        let missing = std::fs::File::open("no such folder/no such file").expect_err("nothing is there");
        assert!(missing.to_string().contains("(os error"));
        assert!(!DeskError::file("a file".as_ref(), &missing).message.contains("os error"));
        assert_eq!(in_words(&std::io::Error::other("it is gone")), "it is gone");
    }
}
