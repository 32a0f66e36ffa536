//! The zip package around a workbook, with its limits.

use std::collections::HashMap;
use std::io::{BufReader, Cursor};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::draft::Refusal;
use crate::limits::Limits;

/// A part, unpacked as it is read. More bytes than its header declares are an error, so headers can't lie.
pub(crate) type Part<'p, 'a> = BufReader<ZipFile<'p, Cursor<&'a [u8]>>>;

/// An opened package. Part names are compared without case, as Office does.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: HashMap<String, usize>,
}

impl<'a> Package<'a> {
    /// Opens the package without unpacking anything.
    ///
    /// # Errors
    /// [`Refusal::Damaged`] where its directory is broken.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        let mut names = HashMap::with_capacity(archive.len());
        for (index, name) in archive.file_names().enumerate() {
            let name = name.map_err(|_| Refusal::Damaged)?;
            names.entry(normal(&name)).or_insert(index);
        }
        Ok(Self { archive, names })
    }

    /// Refuses what would unpack to more than a report needs.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] for a part that is too large or packed too tightly, [`Refusal::Encrypted`] for one that
    /// needs a password.
    pub(crate) fn check(&mut self, limits: &Limits) -> Result<(), Refusal> {
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).map_err(|_| Refusal::Damaged)?;
            let (size, packed) = (part.size(), part.compressed_size());
            let bomb = size > limits.packed_tightly && size / packed.max(1) > limits.ratio;
            if size > limits.part || bomb {
                return Err(Refusal::TooLarge);
            }
            if part.encrypted() {
                return Err(Refusal::Encrypted);
            }
        }
        Ok(())
    }

    /// Whether a part has such a name (lower case, forward slashes).
    pub(crate) fn any(&self, wanted: impl Fn(&str) -> bool) -> bool {
        self.names.keys().any(|name| wanted(name))
    }

    /// The part of that name, or `None` where there is none.
    pub(crate) fn part(&mut self, name: &str) -> Option<Result<Part<'_, 'a>, Refusal>> {
        let index = *self.names.get(&normal(name))?;
        let part = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Encrypted,
            _ => Refusal::Damaged,
        });
        Some(part.map(|part| BufReader::with_capacity(1 << 16, part)))
    }
}

fn normal(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}
