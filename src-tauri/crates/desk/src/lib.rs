//! The desk: what a manager can do with Entrepot, without a window. The window and the command line call the same use
//! cases and show the same views.
#![forbid(unsafe_code)]

pub mod asking;
mod calendars;
mod compliance;
pub mod contract;
mod contradicted;
mod desk;
mod distributor;
mod drawing;
mod due_dates;
mod error;
mod evidence;
mod exclusivity;
mod files;
pub mod format;
mod gathered;
mod governance;
mod holidays;
mod improvement;
mod inbox;
mod inspect;
mod journal;
mod judge;
mod launch;
mod money;
mod month;
mod naming;
mod notes;
mod now;
pub mod packs;
mod portfolio;
mod register;
mod register_csv;
mod review;
mod reviews;
mod rules;
mod sample;
mod sample_workspace;
mod scorecard;
mod settling;
mod shown;
mod table;
mod targets;
mod templates;
mod titles;
mod today;
mod token;
mod typed;
pub mod view;
mod workspace;

use std::sync::OnceLock;

use ::words::Words;

pub use desk::{Desk, Who};
pub use due_dates::{DueDate, DueDates, MovedBy, due_dates};
pub use error::{DeskError, ErrorKind};
pub use inspect::inspect;
/// The reading child: a program that opens a desk has this allocator and calls this first in its `main`.
pub use intake::child::{Allocator, allocator, main_if_asked};
pub use money::RatesImported;
pub use now::Now;
pub use playbook::{period, region};
pub use register::Registered;
pub use review::{Progress, ReadFile, ReadFiles, ReadJob, Said};
pub use reviews::ClosedNow;
pub use sample_workspace::{SAMPLE_DAY, SampleJob, build_demo};
pub use settling::{Look, Settling, look};
pub use targets::{Imported as TargetsImported, TargetDefaults, TargetOrder};
pub use workspace::{has_record, standard_folder};

/// The words of the window and the terminal.
#[must_use]
pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(Words::english)
}
