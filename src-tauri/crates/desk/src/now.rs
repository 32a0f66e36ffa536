//! The clock, as a value: only the shell and the command line read it.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The manager's own day: what is late goes by this.
    pub today: NaiveDate,
    /// The instant, for the journal.
    pub utc: DateTime<Utc>,
    /// The laptop's offset from UTC, for times of day on the screen.
    pub offset: FixedOffset,
}

impl Now {
    /// The moment a clock on the wall shows.
    #[must_use]
    pub fn at(local: DateTime<FixedOffset>) -> Self {
        Self { today: local.date_naive(), utc: local.to_utc(), offset: *local.offset() }
    }

    /// The same instant, judged as if it were another day.
    #[must_use]
    pub fn on(self, today: NaiveDate) -> Self {
        Self { today, ..self }
    }
}
