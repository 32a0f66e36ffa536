//! The real window, driven from outside as a person would: a display of its own, a fresh home, keys, clicks and real
//! drops of files. Nothing of the application is linked in; it is started as the built executable.
#![forbid(unsafe_code)]

mod desktop;
mod drag;
mod element;
mod session;
mod webdriver;

pub use desktop::Desktop;
pub use element::Element;
pub use session::{Session, Theme};

/// What went wrong while driving the window.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A program or a file of the machine could not be used.
    #[error("{what}: {source}")]
    Machine {
        /// What was tried.
        what: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The driver did not answer.
    #[error("the driver did not answer {what}: {source}")]
    Wire {
        /// What was asked.
        what: String,
        /// What the connection said.
        source: minreq::Error,
    },
    /// The driver answered, with a refusal.
    #[error("the driver refused {what}: {message}")]
    Refused {
        /// What was asked.
        what: String,
        /// Its words.
        message: String,
    },
    /// Something did not show in time.
    #[error("{0}")]
    Late(String),
}

/// A result of driving the window.
pub type Result<T> = std::result::Result<T, Error>;

/// Names what was tried when the machine refuses.
pub(crate) fn machine(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Error {
    let what = what.into();
    move |source| Error::Machine { what, source }
}
