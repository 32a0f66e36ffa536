//! Reading many files: each in a process of its own, as many at a time as there are cores.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDate;
use intake::child::{Reader, Reading, Unread};
use intake::draft::{Context, Known, OwnLabel, Refusal};
use intake::limits::Limits;
use intake::mail::{CARRIES, Mail};

use super::walk::NotTaken;
use crate::error::in_words;
use crate::view::ImportProgress;

/// Where progress goes.
pub type Progress<'a> = &'a (dyn Fn(ImportProgress) + Sync);

/// A file to read.
#[derive(Debug, Clone)]
pub(crate) struct ToRead {
    /// Its place in the review.
    pub(crate) id: u32,
    /// Its name without folders.
    pub(crate) name: String,
    /// Where its bytes are.
    pub(crate) from: Source,
}

/// Where a file's bytes are.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// On the disk.
    Path(PathBuf),
    /// Here already.
    Bytes(Vec<u8>),
}

/// A file that was read.
#[derive(Debug)]
pub(crate) struct HasRead {
    pub(crate) id: u32,
    /// Its bytes; empty when it could not be opened.
    pub(crate) bytes: Vec<u8>,
    /// What it was understood to report.
    pub(crate) reading: Result<Reading, Unreadable>,
    /// The files that it carries, where it is an e-mail.
    pub(crate) carried: Vec<Carried>,
}

/// A file that came with an e-mail.
#[derive(Debug)]
pub(crate) struct Carried {
    /// The e-mail's name and its own.
    pub(crate) name: String,
    /// The day on which the e-mail came, where it says so.
    pub(crate) received: Option<NaiveDate>,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// What it was understood to report.
    pub(crate) reading: Result<Reading, Unreadable>,
}

/// Why there is no reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// Its content can't be read.
    Refused(Refusal),
    /// The system does not let it be opened; its reason.
    NotOpened(String),
    /// The import was stopped before it was read.
    Cancelled,
    /// No process could be started to read it; the system's reason.
    NotStarted(String),
    /// It is no file of this laptop.
    NotTaken(NotTaken),
}

impl Unreadable {
    /// The end of the message `refusal-KEY`.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.key(),
            Self::NotOpened(_) => "not-opened",
            Self::Cancelled => "cancelled",
            Self::NotStarted(_) => "not-started",
            Self::NotTaken(why) => why.key(),
        }
    }

    /// Whether no other file will fare better.
    pub(crate) fn stops_all(&self) -> bool {
        matches!(self, Self::NotStarted(_))
    }

    /// The system's reason, where there is one.
    pub(crate) fn reason(&self) -> &str {
        match self {
            Self::NotOpened(reason) | Self::NotStarted(reason) => reason,
            Self::Refused(_) | Self::Cancelled | Self::NotTaken(_) => "",
        }
    }
}

impl From<Unread> for Unreadable {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Refused(refusal) => Self::Refused(refusal),
            Unread::Cancelled => Self::Cancelled,
            Unread::NotStarted(reason) => Self::NotStarted(in_words(&reason)),
        }
    }
}

/// Reads files, each handed on as soon as it was read. Progress is told when a file begins and when it ends, so that a
/// single large one can be stopped too. Those that a set `cancel` flag keeps from being read are refused as cancelled.
pub(crate) fn read_all(
    reader: &Reader,
    today: &str,
    (register, own): (&[Known], &[OwnLabel]),
    files: Vec<ToRead>,
    each: &(dyn Fn(HasRead) + Sync),
    progress: Progress<'_>,
    cancel: &AtomicBool,
) {
    let total = files.len();
    let waiting = Mutex::new(VecDeque::from(files));
    let count = Mutex::new(0);
    // Told under the lock: what is told last is that all are read.
    let tell = |read: usize, name: String| {
        let mut done = count.lock().unwrap_or_else(PoisonError::into_inner);
        *done += read;
        progress(ImportProgress { done: small(*done), total: small(total), name });
    };
    let work = || {
        loop {
            // A worker that panicked left the queue whole: nothing is half taken from it.
            let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
            let Some(file) = next else { return };
            let name = file.name.clone();
            tell(0, name.clone());
            let context = Context {
                register: register.to_vec(),
                today: today.to_owned(),
                file_name: name.clone(),
                mail: None,
                own: own.to_vec(),
            };
            each(read_one(reader, &context, file, cancel));
            tell(1, name);
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 1..cores.min(total) {
            scope.spawn(work);
        }
        work();
    });
}

fn read_one(reader: &Reader, context: &Context, file: ToRead, cancel: &AtomicBool) -> HasRead {
    let unread = |why| HasRead { id: file.id, bytes: Vec::new(), reading: Err(why), carried: Vec::new() };
    if cancel.load(Ordering::Relaxed) {
        return unread(Unreadable::Cancelled);
    }
    let bytes = match file.from {
        Source::Bytes(bytes) => bytes,
        Source::Path(path) => match bytes_of(&path) {
            Ok(bytes) => bytes,
            Err(why) => return unread(why),
        },
    };
    let mut reading = reader.read(&bytes, context, None, cancel).map_err(Unreadable::from);
    let mail = reading.as_mut().ok().and_then(|reading| reading.mail.take());
    let carried = mail.map(|mail| carried(reader, context, mail, cancel)).unwrap_or_default();
    HasRead { id: file.id, bytes, reading, carried }
}

/// The files of an e-mail, each read by itself.
fn carried(reader: &Reader, context: &Context, mail: Mail, cancel: &AtomicBool) -> Vec<Carried> {
    let Mail { received, hint, attachments } = mail;
    let read = |attachment: intake::mail::Attachment| {
        let name = format!("{}{CARRIES}{}", context.file_name, attachment.name);
        let context = Context { file_name: attachment.name, mail: Some(hint.clone()), ..context.clone() };
        let reading = reader.read(&attachment.bytes, &context, None, cancel).map_err(Unreadable::from);
        Carried { name, received, bytes: attachment.bytes, reading }
    };
    attachments.into_iter().map(read).collect()
}

/// The bytes of a file: no more than a report may have, and of nothing that is no file when it is opened.
fn bytes_of(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let failed = |reason: io::Error| Unreadable::NotOpened(in_words(&reason));
    let most = Limits::default().file;
    let file = File::open(path).map_err(failed)?;
    let found = file.metadata().map_err(failed)?;
    if !found.is_file() {
        return Err(Unreadable::NotTaken(NotTaken::Device));
    }
    if found.len() > most {
        return Err(Unreadable::Refused(Refusal::TooLarge));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    file.take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// A count as the window takes it.
pub(crate) fn small(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// A file's name without folders.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
