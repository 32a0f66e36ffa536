//! An instant, as the caller's clock gave it: the store reads none itself.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

/// An instant in UTC, to the millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<Utc>);

/// The text is no instant such as `2026-11-02T08:15:30.000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an instant such as 2026-11-02T08:15:30.000Z")]
pub struct NotAMoment;

impl Moment {
    /// Midnight UTC of a day.
    #[must_use]
    pub fn start_of(day: NaiveDate) -> Self {
        Self(day.and_time(chrono::NaiveTime::MIN).and_utc())
    }

    /// Its day in UTC.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// The instant in UTC.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// Milliseconds since 1970; an instant before that counts as 1970.
    pub(crate) fn millis(self) -> u64 {
        u64::try_from(self.0.timestamp_millis()).unwrap_or(0)
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(instant: DateTime<Utc>) -> Self {
        Self(DateTime::from_timestamp_millis(instant.timestamp_millis()).unwrap_or(instant))
    }
}

impl fmt::Display for Moment {
    /// `2026-11-02T08:15:30.000Z`; reads back equal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;
    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        DateTime::parse_from_rfc3339(text).map(|instant| Self::from(instant.to_utc())).map_err(|_| NotAMoment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back_as_written_and_is_utc() {
        for (text, written) in [
            ("2026-11-02T08:15:30.123Z", "2026-11-02T08:15:30.123Z"),
            ("2026-11-02T08:15:30.123999Z", "2026-11-02T08:15:30.123Z"),
            ("2026-11-02T08:15:30+07:00", "2026-11-02T01:15:30.000Z"),
        ] {
            assert_eq!(text.parse::<Moment>().map(|moment| moment.to_string()), Ok(written.to_owned()));
        }
        assert_eq!("2026-11-02".parse::<Moment>(), Err(NotAMoment));
    }
}
