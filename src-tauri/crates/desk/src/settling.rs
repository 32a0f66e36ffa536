//! Files that are being written: each is read once nothing of it has changed for a moment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long a file must have stood still.
const QUIET: Duration = Duration::from_millis(1500);

/// What a file looks like from outside: its size, and when it was written.
pub type Look = (u64, Option<SystemTime>);

/// Files that were noticed, and since when each has stood still.
#[derive(Debug, Default)]
pub struct Settling {
    files: BTreeMap<PathBuf, Seen>,
}

#[derive(Debug)]
struct Seen {
    look: Look,
    since: Duration,
    /// Whether it was handed on as it looks now.
    handed_on: bool,
}

impl Settling {
    /// Notices a file; `at` counts from any beginning.
    pub fn notice(&mut self, path: &Path, look: Look, at: Duration) {
        match self.files.get_mut(path) {
            Some(seen) if seen.look == look => {}
            _ => {
                self.files.insert(path.to_owned(), Seen { look, since: at, handed_on: false });
            }
        }
    }

    /// Notices what lies at a path, if it is a file: what an event of the system names, or a folder lists.
    pub fn hear(&mut self, path: &Path, at: Duration) {
        if let Some(seen) = look(path) {
            self.notice(path, seen, at);
        }
    }

    /// The files that stood still long enough, by how each looks now; `None` for one that is gone.
    pub fn ripe(&mut self, at: Duration, look: impl Fn(&Path) -> Option<Look>) -> Vec<PathBuf> {
        self.files.retain(|path, _| look(path).is_some());
        let mut ripe = Vec::new();
        for (path, seen) in &mut self.files {
            let now = look(path).unwrap_or(seen.look);
            if now != seen.look {
                *seen = Seen { look: now, since: at, handed_on: false };
            }
            // An empty file is one that is still to be written.
            if !seen.handed_on && now.0 > 0 && at.saturating_sub(seen.since) >= QUIET {
                ripe.push(path.clone());
            }
        }
        ripe
    }

    /// Files were taken: they are handed on again only when they change.
    pub fn handed_on(&mut self, paths: &[PathBuf]) {
        for path in paths {
            if let Some(seen) = self.files.get_mut(path) {
                seen.handed_on = true;
            }
        }
    }

    /// Whether a file is still to be waited for.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.files.values().any(|seen| !seen.handed_on)
    }
}

/// How a file looks; `None` for what is no file, or gone.
#[must_use]
pub fn look(path: &Path) -> Option<Look> {
    let found = path.symlink_metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some((found.len(), found.modified().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(of: u64) -> Duration {
        Duration::from_millis(of)
    }

    #[test]
    fn a_file_is_ripe_once_it_has_stood_still() {
        let (mut settling, file) = (Settling::default(), Path::new("in/October.xlsx"));
        settling.notice(file, (10, None), ms(0));
        assert_eq!(settling.ripe(ms(1400), |_| Some((10, None))), Vec::<PathBuf>::new());
        assert_eq!(settling.ripe(ms(1600), |_| Some((20, None))), Vec::<PathBuf>::new(), "it is still growing");
        assert_eq!(settling.ripe(ms(3000), |_| Some((20, None))), Vec::<PathBuf>::new());
        assert_eq!(settling.ripe(ms(3200), |_| Some((20, None))), [file]);
    }

    #[test]
    fn it_is_handed_on_once_and_again_when_it_changes() {
        let (mut settling, file) = (Settling::default(), Path::new("in/October.xlsx"));
        settling.notice(file, (10, None), ms(0));
        let ripe = settling.ripe(ms(2000), |_| Some((10, None)));
        settling.handed_on(&ripe);
        settling.notice(file, (10, None), ms(2100));
        assert_eq!(settling.ripe(ms(9000), |_| Some((10, None))), Vec::<PathBuf>::new());
        assert!(!settling.is_waiting());
        settling.notice(file, (11, None), ms(9100));
        assert_eq!(settling.ripe(ms(11_000), |_| Some((11, None))), [file]);
    }

    #[test]
    fn an_empty_file_is_waited_for_and_one_that_is_gone_forgotten() {
        let (mut settling, file) = (Settling::default(), Path::new("in/October.xlsx"));
        settling.notice(file, (0, None), ms(0));
        assert_eq!(settling.ripe(ms(9000), |_| Some((0, None))), Vec::<PathBuf>::new());
        assert!(settling.is_waiting());
        assert_eq!(settling.ripe(ms(9100), |_| None), Vec::<PathBuf>::new());
        assert!(!settling.is_waiting());
    }
}
