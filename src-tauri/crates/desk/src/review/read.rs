//! Reading many files: each in a process of its own, two at a time.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use intake::child::{Reader, Reading, Unread};
use intake::draft::{Context, Refusal};

use crate::view::ImportProgress;

/// Files that are read at the same time: the laptop stays usable.
const AT_ONCE: usize = 2;

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
}

impl Unreadable {
    /// The end of the message `refusal-KEY`.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.key(),
            Self::NotOpened(_) => "not-opened",
            Self::Cancelled => "cancelled",
            Self::NotStarted(_) => "not-started",
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
            Self::Refused(_) | Self::Cancelled => "",
        }
    }
}

impl From<Unread> for Unreadable {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Refused(refusal) => Self::Refused(refusal),
            Unread::Cancelled => Self::Cancelled,
            Unread::NotStarted(reason) => Self::NotStarted(reason.to_string()),
        }
    }
}

/// Reads files, two at a time. Those that a set `cancel` flag keeps from being read are refused as cancelled.
pub(crate) fn read_all(
    reader: &Reader,
    today: &str,
    register: &[intake::draft::Known],
    files: Vec<ToRead>,
    progress: Progress<'_>,
    cancel: &AtomicBool,
) -> Vec<HasRead> {
    let total = files.len();
    let (waiting, done) = (Mutex::new(VecDeque::from(files)), Mutex::new(Vec::with_capacity(total)));
    let count = AtomicUsize::new(0);
    let work = || {
        loop {
            // A worker that panicked left the queue whole: nothing is half taken from it.
            let next = waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop_front();
            let Some(file) = next else { return };
            let name = file.name.clone();
            let context = Context {
                register: register.to_vec(),
                today: today.to_owned(),
                file_name: file.name.clone(),
                mail: None,
            };
            let read = read_one(reader, context, file, cancel);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(read);
            let done = count.fetch_add(1, Ordering::Relaxed) + 1;
            progress(ImportProgress { done: small(done), total: small(total), name });
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..AT_ONCE.min(total) {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|read| read.id);
    done
}

fn read_one(reader: &Reader, context: Context, file: ToRead, cancel: &AtomicBool) -> HasRead {
    let bytes = match file.from {
        Source::Bytes(bytes) => Ok(bytes),
        Source::Path(path) => std::fs::read(&path).map_err(|reason| reason.to_string()),
    };
    match bytes {
        Ok(bytes) => {
            let reading = reader.read(&bytes, &context, None, cancel).map_err(Unreadable::from);
            HasRead { id: file.id, bytes, reading }
        }
        Err(reason) => HasRead { id: file.id, bytes: Vec::new(), reading: Err(Unreadable::NotOpened(reason)) },
    }
}

/// A count as the window takes it.
pub(crate) fn small(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The files below the paths that were dropped: folders are opened, hidden files and the locks that spreadsheet programs
/// leave beside an open file are passed over.
pub(crate) fn files_below(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() { below(path, 4, &mut found) } else { found.push(path.clone()) }
    }
    found
}

fn below(folder: &Path, depth: u8, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = file_name(&path);
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        if path.is_dir() && depth > 0 {
            below(&path, depth - 1, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

/// A file's name without folders.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
