//! The desk itself: a data folder, its store, and the rules.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use intake::child::Reader;
use store::{Act, ActKind, Author, Moment, Store, What, Writing};

use crate::error::DeskError;
use crate::gathered::Gathered;
use crate::now::Now;
use crate::packs::Shelf;
use crate::review::Session;

/// Who works here, on which laptop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The person's name on this laptop.
    pub person: String,
    /// The laptop's name.
    pub device: String,
}

/// What a manager can do: one open workspace.
#[derive(Debug)]
pub struct Desk {
    pub(crate) folder: PathBuf,
    pub(crate) who: Who,
    pub(crate) store: Store,
    /// Whether `store` is the sample's.
    pub(crate) sample: bool,
    pub(crate) reader: Reader,
    pub(crate) session: Session,
    /// The packs that were made.
    pub(crate) shelf: Shelf,
    /// Everybody, as read last.
    pub(crate) gathered: RefCell<Option<Gathered>>,
}

impl Desk {
    /// Opens the workspace of a data folder, or makes it. `reader` is the program that reads a file in a process of its
    /// own: the one that is running.
    ///
    /// # Errors
    /// When the folder can't be used, is open elsewhere, or was written by a newer version.
    pub fn open(folder: &Path, who: Who, reader: &Path, now: Now) -> Result<Self, DeskError> {
        Self::with(folder, who, Reader::new(reader.to_owned()), now)
    }

    pub(crate) fn with(folder: &Path, who: Who, reader: Reader, now: Now) -> Result<Self, DeskError> {
        let store = open_store(folder, &who, now)?;
        let mut desk = Self {
            folder: folder.to_owned(),
            who,
            store,
            sample: false,
            reader,
            session: Session::default(),
            shelf: Shelf::default(),
            gathered: RefCell::default(),
        };
        desk.load_tray(now)?;
        Ok(desk)
    }

    /// Whether the sample workspace is open.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.sample
    }

    /// Who decides here: the manager, else who works on this laptop.
    pub(crate) fn decider(&self) -> Result<String, DeskError> {
        let manager = self.manager_name()?.filter(|manager| !manager.trim().is_empty());
        Ok(manager.unwrap_or_else(|| self.who.person.clone()))
    }

    /// Records a use case as one entry.
    pub(crate) fn record<T>(
        &mut self,
        kind: ActKind,
        what: What,
        now: Now,
        write: impl FnOnce(&mut Writing<'_>) -> Result<T, DeskError>,
    ) -> Result<store::Recorded<T>, DeskError> {
        let at = Moment::from(now.utc);
        self.store.record(Act { kind, what, at }, write)
    }
}

/// Opens the store of a folder.
pub(crate) fn open_store(folder: &Path, who: &Who, now: Now) -> Result<Store, DeskError> {
    let author = Author { who: who.person.clone(), device: who.device.clone() };
    Ok(Store::open(folder, Moment::from(now.utc), author)?)
}
