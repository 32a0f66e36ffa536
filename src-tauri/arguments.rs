//! What the application may be started with.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;

/// The arguments of a start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    /// `--data DIR`: where the record lies instead of the system's place for it.
    pub data: Option<PathBuf>,
    /// `--today DATE`: the day by which lateness is judged, for tests and demonstrations.
    pub today: Option<NaiveDate>,
}

impl Arguments {
    /// Reads what follows the executable's name.
    ///
    /// # Errors
    /// One sentence that says which argument can't be taken.
    pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        use lexopt::prelude::*;
        let mut found = Self::default();
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("data") => found.data = Some(parser.value()?.into()),
                Long("today") => found.today = Some(parser.value()?.parse()?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Option<Arguments> {
        Arguments::parse(words.iter().map(OsString::from)).ok()
    }

    #[test]
    fn a_start_names_its_folder_and_its_day() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 2);
        let wanted = Arguments { data: Some("here".into()), today };
        assert_eq!(parse(&["--data", "here", "--today=2026-11-02"]), Some(wanted));
        assert_eq!(parse(&[]), Some(Arguments::default()));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for words in [&["--date", "2026-11-02"][..], &["--today", "soon"], &["file.xlsx"], &["--data"]] {
            assert_eq!(parse(words), None, "{words:?}");
        }
    }
}
