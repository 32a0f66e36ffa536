//! The same figures as the record's, as files that the peer loads.

use std::fmt::Write as _;
use std::path::Path;

use playbook::measure::ReportKind;
use playbook::period::{FiscalYear, Period};

use super::people::{COUNT, Person, periods};
use crate::run::Failure;

pub(crate) fn write(folder: &Path) -> Result<(), Failure> {
    let mut people = "person,name,revenue,units,met\n".to_owned();
    let mut reports = "report,person,kind,quarter,place,revision,received,due\n".to_owned();
    let mut measures = "report,key,value\n".to_owned();
    let mut number = 0_u64;
    for person in (0..COUNT).map(Person) {
        let agreed = person.agreed();
        let met = u8::from(person.met());
        writeln!(people, "{},{},{},{},{met}", person.0, person.name(), agreed.revenue, agreed.units)?;
        for handed in periods().into_iter().flat_map(|period| person.hands(period)) {
            number += 1;
            let (quarter, place) = placed(handed.period);
            let kind = if handed.kind == ReportKind::Weekly { "weekly" } else { "monthly" };
            let (received, due) = (handed.received, handed.due);
            writeln!(reports, "{number},{},{kind},{quarter},{place},{},{received},{due}", person.0, handed.revision)?;
            for (key, value) in handed.values {
                writeln!(measures, "{number},{key},{value}")?;
            }
        }
    }
    for (name, text) in [("people.csv", people), ("reports.csv", reports), ("measures.csv", measures)] {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// The quarter of a period, and its place in it, counted from 1.
fn placed(period: Period) -> (String, usize) {
    let quarter = FiscalYear::CALENDAR.quarter_of(period);
    let (weeks, months) = (quarter.weeks(), quarter.months());
    let place = match period {
        Period::Week(week) => weeks.iter().position(|other| *other == week),
        Period::Month(month) => months.iter().position(|other| *other == month),
        Period::Quarter(_) => None,
    };
    (quarter.to_string(), place.map_or(0, |at| at + 1))
}
