//! The application's side.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::protocol::{ARGUMENT, Answer, Reading, Request, Window};
use crate::draft::{Context, Refusal};
use crate::limits::Limits;

/// The longest answer: the previews of one file and its drafts are far smaller, but an e-mail's files are in it.
const ANSWER: u64 = 168 << 20;
/// How often a cancelled reading is noticed.
const GLANCE: Duration = Duration::from_millis(25);

/// Why there is no reading.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The file can't be read at all.
    #[error("the file was refused: {}", .0.key())]
    Refused(Refusal),
    /// The reading was cancelled.
    #[error("the reading was cancelled")]
    Cancelled,
    /// The program that reads could not be started.
    #[error("the reading program could not be started: {0}")]
    NotStarted(#[source] std::io::Error),
}

impl From<Refusal> for Unread {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Reads files, each in a process of its own.
#[derive(Debug, Clone)]
pub struct Reader {
    program: PathBuf,
    limits: Limits,
}

impl Reader {
    /// A reader that starts a program as its child; the program calls [`super::main_if_asked`] first in its `main`.
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        Self { program, limits: Limits::default() }
    }

    /// The same with other limits.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Reads one file and recognises its reports. `window` chooses what is shown of one sheet. A set `cancel` flag
    /// ends the reading.
    ///
    /// # Errors
    /// See [`Unread`]. A child that ran out of memory or time means too large; one that ended in any other way, damaged.
    pub fn read(
        &self,
        bytes: &[u8],
        context: &Context,
        window: Option<Window>,
        cancel: &AtomicBool,
    ) -> Result<Reading, Unread> {
        if bytes.is_empty() {
            return Err(Refusal::Empty.into());
        }
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > self.limits.file {
            return Err(Refusal::TooLarge.into());
        }
        let request = Request { context: context.clone(), limits: self.limits, window };
        let request = postcard::to_stdvec(&request).map_err(|_| Refusal::TooLarge)?;
        let mut running = Running(self.start()?);
        let (input, output, errors) =
            running.pipes().ok_or_else(|| Unread::NotStarted(std::io::ErrorKind::BrokenPipe.into()))?;
        thread::scope(|scope| {
            scope.spawn(move || send(input, &request, bytes));
            let words = scope.spawn(move || last_words(errors));
            let (sender, answers) = mpsc::channel();
            scope.spawn(move || {
                let mut answer = Vec::new();
                let whole = output.take(ANSWER).read_to_end(&mut answer).is_ok();
                // Nobody listens any more after a cancel.
                let _ = sender.send(whole.then_some(answer));
            });
            let answer = self.wait(&answers, cancel);
            if answer.is_err() {
                running.end();
            }
            let ended = running.0.wait().ok();
            let words = words.join().unwrap_or_default();
            let answer = answer?.unwrap_or_default();
            match postcard::from_bytes::<Answer>(&answer) {
                Ok(answer) if ended.is_some_and(|status| status.success()) => Ok(answer?),
                _ => Err(why_it_died(ended, &words).into()),
            }
        })
    }

    fn start(&self) -> Result<Child, Unread> {
        let mut command = Command::new(&self.program);
        command.arg(ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(windows)]
        {
            // No console window flashes up for each file.
            const CREATE_NO_WINDOW: u32 = 0x0800_0000;
            std::os::windows::process::CommandExt::creation_flags(&mut command, CREATE_NO_WINDOW);
        }
        command.spawn().map_err(Unread::NotStarted)
    }

    /// The child's answer, unless it takes too long or is cancelled.
    fn wait(&self, answers: &mpsc::Receiver<Option<Vec<u8>>>, cancel: &AtomicBool) -> Result<Option<Vec<u8>>, Unread> {
        let started = Instant::now();
        loop {
            if cancel.load(Ordering::Relaxed) {
                return Err(Unread::Cancelled);
            }
            let left = self.limits.time.saturating_sub(started.elapsed());
            match answers.recv_timeout(left.min(GLANCE)) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Timeout) if left.is_zero() => return Err(Refusal::TooLarge.into()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
            }
        }
    }
}

/// A child that never outlives its reading.
struct Running(Child);

impl Running {
    fn pipes(&mut self) -> Option<(std::process::ChildStdin, std::process::ChildStdout, std::process::ChildStderr)> {
        Some((self.0.stdin.take()?, self.0.stdout.take()?, self.0.stderr.take()?))
    }

    fn end(&mut self) {
        // It may have ended by itself in the meantime.
        let _ = self.0.kill();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
        let _ = self.0.wait();
    }
}

/// A child that ends early closes its pipe: its answer says why, not this.
fn send(mut input: impl Write, request: &[u8], bytes: &[u8]) {
    let length = u32::try_from(request.len()).unwrap_or(u32::MAX).to_le_bytes();
    for piece in [&length[..], request, bytes] {
        if input.write_all(piece).is_err() {
            return;
        }
    }
}

fn last_words(errors: impl Read) -> String {
    let mut words = Vec::new();
    // What doesn't fit is left unread; the words that matter come first.
    let _ = errors.take(1 << 16).read_to_end(&mut words);
    String::from_utf8_lossy(&words).into_owned()
}

/// Running out of memory is the file's size; anything else is its content.
fn why_it_died(ended: Option<ExitStatus>, words: &str) -> Refusal {
    if words.contains("memory allocation of") || killed_by_the_system(ended) {
        Refusal::TooLarge
    } else {
        Refusal::Damaged
    }
}

/// Linux ends the process that takes too much with signal 9.
fn killed_by_the_system(ended: Option<ExitStatus>) -> bool {
    #[cfg(unix)]
    {
        ended.and_then(|status| std::os::unix::process::ExitStatusExt::signal(&status)) == Some(9)
    }
    #[cfg(not(unix))]
    {
        let _ = ended;
        false
    }
}
