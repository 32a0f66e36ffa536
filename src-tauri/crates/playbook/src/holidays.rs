//! The table of public holidays that ships: all countries of ASEAN, and the states of Malaysia.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};

use crate::region::Region;

/// Written by `data/make_holidays.py`; its first lines say from what and when.
const TABLE: &str = include_str!("../data/holidays.csv");
/// A row's `where` for the country as a whole, and for everyone in it.
const NATION: &str = "-";
const EVERYONE: &str = "*";

/// A day on which a region does not work.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// Its English name.
    pub name: String,
    /// Who rests.
    pub kind: HolidayKind,
    /// How sure the date is.
    pub certainty: Certainty,
    /// Where the date comes from.
    pub source: String,
    /// The day on which the source said so.
    pub as_of: NaiveDate,
}

/// Who rests on a holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolidayKind {
    /// Everyone.
    Public,
    /// Government offices, which companies may follow: Indonesia's joint leave.
    Government,
}

impl HolidayKind {
    /// `public` or `government`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Government => "government",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Public, Self::Government].into_iter().find(|kind| kind.key() == key)
    }
}

/// How sure a holiday's date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The source states it without reservation. Governments still change dates late.
    Confirmed,
    /// It is calculated, such as from the moon, and may move by a day.
    Estimated,
}

impl Certainty {
    /// `confirmed` or `estimated`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Estimated => "estimated",
        }
    }

    /// The certainty of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Confirmed, Self::Estimated].into_iter().find(|certainty| certainty.key() == key)
    }
}

/// A row of the table: a holiday, and whom it concerns.
struct Row {
    country: &'static str,
    places: &'static str,
    holiday: Holiday,
}

struct Table {
    rows: Vec<Row>,
    first_year: i32,
    last_year: i32,
}

/// The shipped holidays of a region, by date; `None` when the table does not know the region.
///
/// A subdivision counts in Malaysia only: elsewhere the table has the national holidays.
pub(crate) fn shipped(region: &Region) -> Option<Vec<Holiday>> {
    let of_country = || table().rows.iter().filter(|row| row.country == region.country());
    let divided = of_country().any(|row| row.places != EVERYONE);
    let place = if divided { region.subdivision().unwrap_or(NATION) } else { NATION };
    let named = |row: &Row| row.places.split('|').any(|named| named == place);
    if of_country().next().is_none() || (place != NATION && !of_country().any(named)) {
        return None;
    }
    Some(of_country().filter(|row| row.places == EVERYONE || named(row)).map(|row| row.holiday.clone()).collect())
}

/// The first and the last year of the shipped table.
#[must_use]
pub fn shipped_years() -> (i32, i32) {
    (table().first_year, table().last_year)
}

/// The countries of the shipped table, in alphabetical order.
#[must_use]
pub fn shipped_countries() -> Vec<&'static str> {
    let mut countries: Vec<_> = table().rows.iter().map(|row| row.country).collect();
    countries.dedup();
    countries
}

fn table() -> &'static Table {
    static PARSED: OnceLock<Table> = OnceLock::new();
    PARSED.get_or_init(|| parse(TABLE).expect("the shipped table is read in full by the tests"))
}

fn parse(text: &'static str) -> Option<Table> {
    let stated = |label: &str| text.lines().find_map(|line| line.strip_prefix(label)).map(str::trim);
    let (source, _) = stated("# source:")?.split_once(',')?;
    let as_of = stated("# as-of:")?.parse().ok()?;
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let rows: Vec<Row> = rows.map(|line| row(line, source, as_of)).collect::<Option<_>>()?;
    let years = || rows.iter().map(|row| row.holiday.date.year());
    Some(Table { first_year: years().min()?, last_year: years().max()?, rows })
}

fn row(line: &'static str, source: &str, as_of: NaiveDate) -> Option<Row> {
    let mut cells = line.splitn(6, ',');
    let (country, places) = (cells.next()?, cells.next()?);
    let holiday = Holiday {
        date: cells.next()?.parse().ok()?,
        kind: HolidayKind::from_key(cells.next()?)?,
        certainty: Certainty::from_key(cells.next()?)?,
        name: cells.next()?.to_owned(),
        source: source.to_owned(),
        as_of,
    };
    Some(Row { country, places, holiday })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(region: &str) -> Option<Vec<Holiday>> {
        shipped(&region.parse().expect("a literal"))
    }

    #[test]
    fn every_row_of_the_shipped_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(parse(TABLE).map(|table| table.rows.len()), Some(lines));
        assert_eq!(shipped_years(), (2024, 2030));
    }

    #[test]
    fn all_eleven_countries_have_holidays_in_each_year() {
        assert_eq!(shipped_countries(), ["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"]);
        for country in shipped_countries() {
            let dates: Vec<_> = of(country).into_iter().flatten().map(|holiday| holiday.date).collect();
            for year in 2024..=2030 {
                let count = dates.iter().filter(|date| date.year() == year).count();
                assert!(count >= 8, "{country} {year} has {count}");
            }
        }
    }

    #[test]
    fn a_region_that_the_table_does_not_know_has_no_holidays_rather_than_none() {
        for (region, known) in [("MY", true), ("MY-14", true), ("MY-17", false), ("ID-JK", true), ("DE", false)] {
            assert_eq!(of(region).is_some(), known, "{region}");
        }
    }

    #[test]
    fn states_of_malaysia_differ_from_each_other_and_from_the_nation() {
        let names = |region, day: &str| {
            let date = day.parse::<NaiveDate>().expect("a literal");
            let at = of(region).into_iter().flatten().filter(|holiday| holiday.date == date);
            at.map(|holiday| holiday.name).collect::<Vec<_>>()
        };
        assert_eq!(names("MY-14", "2024-02-01"), ["Federal Territory Day"]);
        assert!(names("MY", "2024-02-01").is_empty());
        assert_eq!(names("MY-10", "2024-01-01"), ["New Year's Day"]);
        assert!(names("MY-01", "2024-01-01").is_empty());
    }
}
