//! The watched folder: what is fully written there lands in review.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use desk::{DeskError, ErrorKind, Settling, look};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use tauri::{AppHandle, Manager, async_runtime};

use crate::commands::import;
use crate::dialogs;
use crate::shell::Shell;

/// How often files that are being written are looked at.
const GLANCE: Duration = Duration::from_millis(500);

/// A folder that is watched until this is dropped.
pub(crate) struct Watch {
    /// Dropping it ends the thread: nobody sends any more.
    _watcher: RecommendedWatcher,
}

/// Watches the folder that the record names, or none.
pub(crate) fn follow(app: &AppHandle) {
    let shell = app.state::<Shell>();
    let folder = shell.desk().watched_folder();
    let watch = match folder {
        Ok(Some(folder)) => Watch::start(app.clone(), folder).map(Some),
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    };
    match watch {
        Ok(watch) => *shell.watch() = watch,
        Err(error) => {
            *shell.watch() = None;
            dialogs::tell(app, &error.view());
        }
    }
}

impl Watch {
    fn start(app: AppHandle, folder: PathBuf) -> Result<Self, DeskError> {
        let stopped = |reason: notify::Error| {
            let values = [("path", folder.display().to_string().into()), ("reason", reason.to_string().into())];
            DeskError::new(ErrorKind::Other, "watch-stopped", &values)
        };
        let (sender, events) = channel();
        // It fails only when nobody listens any more.
        let mut watcher = notify::recommended_watcher(move |event| drop(sender.send(event))).map_err(stopped)?;
        watcher.watch(&folder, RecursiveMode::NonRecursive).map_err(stopped)?;
        std::thread::spawn(move || attend(&app, &folder, &events));
        Ok(Self { _watcher: watcher })
    }
}

/// Hands files on once they are fully written, until the watcher is dropped.
fn attend(app: &AppHandle, folder: &Path, events: &Receiver<notify::Result<Event>>) {
    let (began, mut settling) = (Instant::now(), Settling::default());
    // What came while nobody watched.
    std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .for_each(|entry| settling.hear(&entry.path(), began.elapsed()));
    loop {
        let heard = if settling.is_waiting() {
            events.recv_timeout(GLANCE)
        } else {
            events.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match heard {
            Ok(Ok(event)) => event.paths.iter().for_each(|path| settling.hear(path, began.elapsed())),
            // An event that can't be told is no reason to stop watching.
            Ok(Err(_)) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let ripe = settling.ripe(began.elapsed(), look);
        // While the sample is open the manager's own files wait.
        let own = app.state::<Shell>().desk().watched_folder().ok().flatten().as_deref() == Some(folder);
        if own && !ripe.is_empty() {
            settling.handed_on(&ripe);
            async_runtime::block_on(import::came(app.clone(), ripe));
        }
    }
}
