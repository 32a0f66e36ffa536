//! What was dropped, as files to read: folders are opened, and what is no file of this laptop is named and left alone.

use std::fs::FileType;
use std::path::{Path, PathBuf};

use super::file_name;

/// Folders within folders that are opened.
const DEPTH: u8 = 6;
/// Files taken of one drop; what is beyond is said.
const FILES: usize = 500;
/// Entries looked at in one drop: nobody meant to drop a whole disk.
const ENTRIES: usize = 20_000;

/// Why something that was dropped is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum NotTaken {
    /// It points elsewhere.
    Link,
    /// It is no file: a device, a pipe or a socket.
    Device,
    /// It lies on another computer.
    Network,
    /// It is not there, or can't be looked at.
    Missing,
    /// There are more files than one drop takes.
    TooMany,
}

impl NotTaken {
    /// The end of the message `refusal-KEY`.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Device => "device",
            Self::Network => "network",
            Self::Missing => "missing",
            Self::TooMany => "too-many",
        }
    }
}

/// What a drop comes to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Dropped {
    /// The files to read.
    pub(crate) files: Vec<PathBuf>,
    /// What is not read, and why.
    pub(crate) refused: Vec<(String, NotTaken)>,
    /// Hidden files and the locks that spreadsheet programs leave beside an open file.
    pub(crate) passed: usize,
    looked_at: usize,
}

/// The files of a drop.
pub(crate) fn dropped(paths: &[PathBuf]) -> Dropped {
    let mut found = Dropped::default();
    for path in paths {
        found.take(path, DEPTH, Given::ByHand);
    }
    found
}

/// Who named a path: what is found in a folder may be passed over in silence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    ByHand,
    InFolder,
}

impl Dropped {
    fn take(&mut self, path: &Path, depth: u8, given: Given) {
        let name = file_name(path);
        if is_elsewhere(path) {
            self.refused.push((name, NotTaken::Network));
            return;
        }
        let Ok(found) = path.symlink_metadata() else {
            self.refused.push((name, NotTaken::Missing));
            return;
        };
        let kind = found.file_type();
        if given == Given::InFolder && is_passed_over(&name) {
            self.passed += 1;
        } else if kind.is_symlink() {
            self.refused.push((name, NotTaken::Link));
        } else if kind.is_dir() {
            self.open(path, depth, name);
        } else if is_device(kind) || is_device_name(&name) {
            self.refused.push((name, NotTaken::Device));
        } else if self.files.len() < FILES {
            self.files.push(path.to_owned());
        } else {
            self.refused.push((name, NotTaken::TooMany));
        }
    }

    fn open(&mut self, folder: &Path, depth: u8, name: String) {
        let Ok(entries) = std::fs::read_dir(folder) else {
            self.refused.push((name, NotTaken::Missing));
            return;
        };
        if depth == 0 || self.files.len() >= FILES {
            self.refused.push((name, NotTaken::TooMany));
            return;
        }
        let room = ENTRIES.saturating_sub(self.looked_at);
        let mut paths: Vec<PathBuf> = entries.flatten().take(room + 1).map(|entry| entry.path()).collect();
        if paths.len() > room {
            self.refused.push((name, NotTaken::TooMany));
            paths.truncate(room);
        }
        self.looked_at += paths.len();
        paths.sort();
        for path in paths {
            self.take(&path, depth - 1, Given::InFolder);
        }
    }
}

/// A path of another computer, or of a device of Windows: `\\server\share`, `//server/share`, `\\.\COM1`.
fn is_elsewhere(path: &Path) -> bool {
    let text = path.to_string_lossy().replace('/', "\\");
    // `\\?\C:\` is only a long way to write `C:\`.
    let local = text.strip_prefix(r"\\?\").is_some_and(|rest| rest.as_bytes().get(1) == Some(&b':'));
    text.starts_with(r"\\") && !local
}

fn is_device(kind: FileType) -> bool {
    !kind.is_file()
}

/// The names under which Windows reaches its devices from any folder.
fn is_device_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    let numbered = |stem: &str| {
        let (port, number) = stem.split_at_checked(3).unwrap_or((stem, ""));
        matches!(port, "COM" | "LPT") && matches!(number.as_bytes(), [b'1'..=b'9'])
    };
    cfg!(windows) && (matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered(&stem))
}

fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(found: &Dropped) -> Vec<String> {
        found.files.iter().map(|path| file_name(path)).collect()
    }

    #[test]
    fn folders_are_opened_and_locks_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(folder.path().join("Oct/North")).expect("folders");
        for name in ["b.xlsx", "a.csv", "~$b.xlsx", ".hidden", "Oct/North/c.ods", "Oct/Thumbs.db"] {
            std::fs::write(folder.path().join(name), name).expect("a file");
        }
        let found = dropped(&[folder.path().to_owned()]);
        assert_eq!((names(&found), found.passed), (vec!["c.ods".into(), "a.csv".into(), "b.xlsx".into()], 3));
        assert_eq!(found.refused, []);
    }

    #[test]
    fn one_drop_takes_so_many_files_and_says_what_it_left() {
        let folder = tempfile::tempdir().expect("a folder");
        for number in 0..FILES + 2 {
            std::fs::write(folder.path().join(format!("{number:04}.csv")), "x").expect("a file");
        }
        let found = dropped(&[folder.path().to_owned()]);
        assert_eq!(found.files.len(), FILES);
        assert_eq!(found.refused, [("0500.csv".into(), NotTaken::TooMany), ("0501.csv".into(), NotTaken::TooMany)]);
    }

    #[test]
    fn what_lies_elsewhere_is_refused_unseen() {
        for path in [r"\\server\share\a.xlsx", "//server/share/a.xlsx", r"\\.\COM1", r"\\?\UNC\server\a.xlsx"] {
            let found = dropped(&[PathBuf::from(path)]);
            assert!(matches!(found.refused.as_slice(), [(_, NotTaken::Network)]), "{path}: {found:?}");
        }
        assert!(!is_elsewhere(Path::new(r"\\?\C:\Reports\a.xlsx")));
        let found = dropped(&[PathBuf::from("/no/such/file.xlsx")]);
        assert_eq!(found.refused, [("file.xlsx".into(), NotTaken::Missing)]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_devices_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let real = folder.path().join("real.csv");
        std::fs::write(&real, "x").expect("a file");
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(&real, &link).expect("a link");
        let socket = folder.path().join("socket.csv");
        let _bound = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
        let found = dropped(&[link, socket, PathBuf::from("/dev/null"), real]);
        let expected = [("link.csv", NotTaken::Link), ("socket.csv", NotTaken::Device), ("null", NotTaken::Device)];
        assert_eq!(found.refused, expected.map(|(name, why)| (name.to_owned(), why)));
        assert_eq!(names(&found), ["real.csv"]);
    }
}
