//! What the commands share: the open desk, the clock, and the flags that stop long work.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use desk::view::ErrorView;
use desk::{Desk, DeskError, ErrorKind, Now};
use tauri::{AppHandle, Manager, async_runtime};

use crate::clock::Clock;
use crate::events;
use crate::watch::Watch;

/// What a command answers: a view, or an error in the words the user reads.
pub(crate) type Answer<T> = Result<T, ErrorView>;

/// A flag that stops long work.
#[derive(Debug, Default)]
pub(crate) struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// The flag, down: for work that begins.
    pub(crate) fn begin(&self) -> Arc<AtomicBool> {
        self.0.store(false, Ordering::Relaxed);
        Arc::clone(&self.0)
    }

    /// Stops what goes on.
    pub(crate) fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The state behind the window.
pub(crate) struct Shell {
    desk: Mutex<Desk>,
    clock: Clock,
    /// Stops reading files.
    pub(crate) import: Cancel,
    /// Stops making packs.
    pub(crate) packs: Cancel,
    watch: Mutex<Option<Watch>>,
}

impl Shell {
    pub(crate) fn new(desk: Desk, clock: Clock) -> Self {
        Self {
            desk: Mutex::new(desk),
            clock,
            import: Cancel::default(),
            packs: Cancel::default(),
            watch: Mutex::default(),
        }
    }

    /// The desk, once nobody else is at it. A use case that panicked left nothing half done: the store's transactions
    /// roll back, so the desk is taken all the same.
    pub(crate) fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The folder that is watched.
    pub(crate) fn watch(&self) -> MutexGuard<'_, Option<Watch>> {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Now {
        self.clock.now()
    }
}

/// Does something at the desk, off the window's thread: a use case may wait for the disk or for another one.
pub(crate) async fn at_desk<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&mut Desk, Now) -> Result<T, DeskError> + Send + 'static,
) -> Answer<T> {
    off_thread(move || {
        let shell = app.state::<Shell>();
        let now = shell.now();
        work(&mut shell.desk(), now)
    })
    .await
}

/// Runs work on a thread that may block.
pub(crate) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, DeskError> + Send + 'static,
) -> Answer<T> {
    match async_runtime::spawn_blocking(work).await {
        Ok(done) => done.map_err(|error| error.view()),
        Err(_) => Err(DeskError::new(ErrorKind::Other, "stopped", &[]).view()),
    }
}

/// As [`at_desk`]; tells the window afterwards that the record has changed.
pub(crate) async fn changing<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&mut Desk, Now) -> Result<T, DeskError> + Send + 'static,
) -> Answer<T> {
    let done = at_desk(app.clone(), work).await?;
    events::changed(&app);
    Ok(done)
}
