//! Inspecting files: what they report, as the contract's JSON. Nothing is stored, no workspace is needed.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use intake::child::Reader;
use intake::draft::Known;

use crate::contract::{Inspected, inspected};
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::register_csv;
use crate::review::{Source, ToRead, file_name, read_all};

/// What files report, read with the distributors of a register. A file that can't be read says so in its place.
///
/// # Errors
/// When the register can't be read.
pub fn inspect(reader: &Path, register: &Path, files: &[PathBuf], now: Now) -> Result<Inspected, DeskError> {
    let bytes = std::fs::read(register).map_err(|reason| DeskError::file(register, &reason))?;
    let (rows, _) = register_csv::read(&file_name(register), &bytes)?;
    let known: Vec<Known> = rows
        .into_iter()
        .map(|row| Known {
            name: row.card.name,
            aliases: row.card.aliases,
            country: row.card.country,
            currency: row.card.currency,
            locale: row.card.locale,
        })
        .collect();
    let to_read =
        (0..).zip(files).map(|(id, path)| ToRead { id, name: file_name(path), from: Source::Path(path.clone()) });
    let reader = Reader::new(reader.to_owned());
    let today = now.today.to_string();
    let never = AtomicBool::new(false);
    let read = Mutex::new(Vec::new());
    let each = |file| read.lock().unwrap_or_else(PoisonError::into_inner).push(file);
    read_all(&reader, &today, (&known, &[]), to_read.collect(), &each, &|_| {}, &never);
    let mut read = read.into_inner().unwrap_or_else(PoisonError::into_inner);
    read.sort_by_key(|file| file.id);
    if let Some(stuck) = read.iter().find_map(|read| read.reading.as_ref().err().filter(|why| why.stops_all())) {
        let values = [("reason", ::words::Value::from(stuck.reason()))];
        return Err(DeskError::new(ErrorKind::Other, "not-started", &values));
    }
    let names = files.iter().map(|path| file_name(path));
    let files = names.zip(read).map(|(name, read)| {
        // What an e-mail carries is what it reports.
        let carried = read.carried.into_iter().filter_map(|file| file.reading.ok()).flat_map(|reading| reading.drafts);
        let drafts = read.reading.map(|reading| reading.drafts.into_iter().chain(carried).collect());
        inspected(crate::words(), &name, &drafts)
    });
    Ok(Inspected { files: files.collect() })
}
