//! Where a distributor works: a country, with its state where that decides holidays and the weekend.

use std::fmt;
use std::str::FromStr;

/// A country (ISO 3166-1 alpha-2) and, where it matters, a subdivision (ISO 3166-2, without the country).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    country: String,
    subdivision: Option<String>,
}

/// The text names no region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a region such as MY or MY-14")]
pub struct NotARegion;

impl Region {
    /// The region of a country's two letters and a subdivision of one to three letters or digits, in either case.
    ///
    /// # Errors
    /// [`NotARegion`] when either has another form. Whether holidays of it are known is another question:
    /// [`crate::calendar::Calendar::shipped`].
    pub fn new(country: &str, subdivision: Option<&str>) -> Result<Self, NotARegion> {
        let two_letters = country.len() == 2 && country.bytes().all(|b| b.is_ascii_alphabetic());
        let short = |s: &str| (1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
        if !two_letters || !subdivision.is_none_or(short) {
            return Err(NotARegion);
        }
        Ok(Self { country: country.to_ascii_uppercase(), subdivision: subdivision.map(str::to_ascii_uppercase) })
    }

    /// Two capital letters.
    #[must_use]
    pub fn country(&self) -> &str {
        &self.country
    }

    /// `14` of `MY-14`.
    #[must_use]
    pub fn subdivision(&self) -> Option<&str> {
        self.subdivision.as_deref()
    }
}

impl FromStr for Region {
    type Err = NotARegion;
    fn from_str(text: &str) -> Result<Self, NotARegion> {
        match text.trim().split_once('-') {
            Some((country, subdivision)) => Self::new(country, Some(subdivision)),
            None => Self::new(text.trim(), None),
        }
    }
}

impl fmt::Display for Region {
    /// `MY-14` or `MY`; reads back equal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.country)?;
        self.subdivision.iter().try_for_each(|subdivision| write!(f, "-{subdivision}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_reads_back_as_written() {
        for (text, read) in [("MY-14", "MY-14"), ("my", "MY"), (" ID-jk ", "ID-JK")] {
            assert_eq!(text.parse::<Region>().map(|r| r.to_string()), Ok(read.to_owned()));
        }
    }

    #[test]
    fn what_is_no_region_is_refused() {
        for text in ["", "M", "MYS", "MY-", "MY-KUALA", "MY 14", "1A", "MY-1-4"] {
            assert_eq!(text.parse::<Region>(), Err(NotARegion), "{text}");
        }
    }
}
