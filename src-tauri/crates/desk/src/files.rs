//! Writing files for others to open: whole or not at all.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{DeskError, ErrorKind};

/// On Windows a file that is open elsewhere, or being scanned, can't be replaced: wait, then say so.
const PATIENCE: [u64; 4] = [200, 400, 800, 1600];

/// Writes a file beside its place and moves it there, so that nobody ever opens half of it. Folders are made.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), DeskError> {
    let failed = |reason: io::Error| DeskError::file(path, &reason);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    std::fs::write(&part, bytes).map_err(failed)?;
    let mut moved = std::fs::rename(&part, path);
    for wait in PATIENCE {
        if !matches!(&moved, Err(reason) if is_held(reason)) {
            break;
        }
        std::thread::sleep(Duration::from_millis(wait));
        moved = std::fs::rename(&part, path);
    }
    moved.map_err(|reason| {
        // What could not be moved is of no use to anybody.
        let _ = std::fs::remove_file(&part);
        if is_held(&reason) {
            DeskError::new(ErrorKind::Other, "file-held", &[("path", path.display().to_string().into())])
        } else {
            DeskError::file(path, &reason)
        }
    })
}

fn is_held(reason: &io::Error) -> bool {
    // 32 and 33 are Windows' sharing violations.
    reason.kind() == io::ErrorKind::PermissionDenied
        || (cfg!(windows) && matches!(reason.raw_os_error(), Some(32 | 33)))
}

/// A text as a file name on every system: without what some of them forbid, and not too long.
pub(crate) fn file_name_of(text: &str) -> String {
    let plain: String =
        text.chars()
            .map(|c| {
                if c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') {
                    ' '
                } else {
                    c
                }
            })
            .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut name = String::new();
    for c in words.join(" ").chars() {
        // File systems count bytes; 255 is the usual limit, with the rest of the name still to come.
        if name.len() + c.len_utf8() > 150 {
            break;
        }
        name.push(c);
    }
    name.trim_matches(['.', ' ']).to_owned()
}

/// The path of a file in a folder.
pub(crate) fn in_folder(folder: &Path, name: &str, extension: &str) -> PathBuf {
    folder.join(format!("{}.{extension}", file_name_of(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_on_every_system() {
        for (text, name) in [
            ("Lanna Consumer Products Co., Ltd.", "Lanna Consumer Products Co., Ltd"),
            ("A/B: \"C\" <D>|E?*", "A B C D E"),
            ("บริษัท สยาม", "บริษัท สยาม"),
            ("..", ""),
        ] {
            assert_eq!(file_name_of(text), name);
        }
        assert!(file_name_of(&"ก".repeat(200)).len() <= 150);
    }

    #[test]
    fn a_file_is_written_whole_and_replaces_an_older_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep").join("a.pdf");
        for bytes in [b"one".as_slice(), b"two"] {
            write_whole(&path, bytes).expect("a file");
            assert_eq!(std::fs::read(&path).expect("a file"), bytes);
        }
        assert_eq!(std::fs::read_dir(folder.path().join("deep")).expect("a folder").count(), 1);
    }
}
