//! What happens in the sample: who owes what by when, what came late, what was agreed and held.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use pack::template::{self, Filled, Template, TemplateError};
use playbook::cadence::due;
use playbook::calendar::Calendar;
use playbook::measure::ReportKind;
use playbook::period::{FiscalYear, Month, Period, Quarter, Week};

use words::Words;

use super::distributors::{DISTRIBUTORS, SampleDistributor, Sends};
use super::figures::{self, Figures};
use super::sheets::Plan;
use super::{SampleError, TODAY};
use crate::view::DistributorCard;

/// A report that came, and when.
pub(super) struct Expected {
    pub(super) kind: ReportKind,
    pub(super) period: Period,
    pub(super) received: NaiveDate,
}

/// A target that was agreed: distributor, KPI, quarter, value.
pub(crate) struct Agreed {
    pub(crate) distributor: &'static str,
    pub(crate) kpi: &'static str,
    pub(crate) quarter: Quarter,
    pub(crate) value: String,
}

/// A review that was held.
pub(crate) struct Held {
    pub(crate) distributor: &'static str,
    pub(crate) period: Period,
    pub(crate) on: NaiveDate,
}

const YEAR: i32 = 2026;

/// The distributors, as a manager would enter them.
pub(crate) fn cards() -> Vec<DistributorCard> {
    let card = |from: &SampleDistributor| DistributorCard {
        id: String::new(),
        name: from.name.to_owned(),
        aliases: from.aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        country: from.country.to_owned(),
        currency: from.currency.to_owned(),
        locale: from.locale.to_owned(),
        place: from.place.to_owned(),
        contact: from.contact.to_owned(),
        territory: from.territory.to_owned(),
        products: from.products.to_owned(),
        start: from.start.to_owned(),
    };
    DISTRIBUTORS.iter().map(card).collect()
}

/// What was agreed for the three quarters that have reports, and for the running one.
pub(crate) fn agreed() -> Vec<Agreed> {
    let quarters = || (1..=4).filter_map(|number| FiscalYear::CALENDAR.quarter(YEAR, number));
    let started = |from: &SampleDistributor, quarter: Quarter| start(from) <= quarter.last_day();
    DISTRIBUTORS
        .iter()
        .flat_map(|from| quarters().filter(move |quarter| started(from, *quarter)).map(move |quarter| (from, quarter)))
        .flat_map(|(from, quarter)| {
            let agreed = move |(kpi, value)| Agreed { distributor: from.name, kpi, quarter, value };
            figures::targets(from, quarter).into_iter().map(agreed)
        })
        .collect()
}

/// The monthly reviews and the QBRs that were held.
pub(crate) fn reviews() -> Vec<Held> {
    let mut held = Vec::new();
    for from in &DISTRIBUTORS {
        let months = months().filter(|month| start(from) <= month.first_day());
        for month in months.filter(|month| !from.not_reviewed.contains(&month.to_string().as_str())) {
            let on = working(month.next().first_day() + Days::new(9 + u64::from(month.number()) % 3));
            held.push(Held { distributor: from.name, period: month.into(), on });
        }
        for quarter in (1..=2).filter_map(|number| FiscalYear::CALENDAR.quarter(YEAR, number)) {
            let on = working(quarter.next().first_day() + Days::new(13));
            held.push(Held { distributor: from.name, period: quarter.into(), on });
        }
    }
    held.retain(|review| review.on <= TODAY && starts_before(review));
    held
}

/// Nobody meets on a weekend.
fn working(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}

fn starts_before(review: &Held) -> bool {
    let from = DISTRIBUTORS.iter().find(|from| from.name == review.distributor);
    from.is_some_and(|from| start(from) <= review.period.first_day())
}

/// The reports that came by the sample's day.
pub(super) fn expected(from: &SampleDistributor) -> Result<Vec<Expected>, SampleError> {
    let region = from.country.parse().map_err(|_| SampleError::Country)?;
    let calendar = Calendar::shipped(&region).map_err(|_| SampleError::Country)?;
    let weeks = (1..=53).filter_map(|week| Week::new(YEAR, week)).map(|week| (ReportKind::Weekly, Period::Week(week)));
    let reports = weeks.chain(months().map(|month| (ReportKind::Monthly, Period::Month(month))));
    let came = reports.filter(|(kind, period)| {
        start(from) <= period.first_day() && !from.missing.contains(&(*kind, period.to_string().as_str()))
    });
    Ok(came
        .filter_map(|(kind, period)| {
            let due = due(kind, period, &calendar)?.date;
            Some(Expected { kind, period, received: received(from, kind, period, due) })
        })
        .filter(|report| report.received <= TODAY)
        .collect())
}

fn received(from: &SampleDistributor, kind: ReportKind, period: Period, due: NaiveDate) -> NaiveDate {
    let late = from.late.iter().find(|(of, which, _)| *of == kind && *which == period.to_string());
    if let Some((_, _, days)) = late {
        return due + Days::new(*days);
    }
    let early = [0, 0, 1, 0, 2][(period.last_day().ordinal() as usize + from.name.len()) % 5];
    (due - Days::new(early)).max(period.last_day() - Days::new(1))
}

/// What they planned for a month, as their own sheets show it.
pub(super) fn planned(from: &SampleDistributor, period: Period) -> Plan {
    let Period::Month(month) = period else { return Vec::new() };
    let third = |value: &str| value.parse::<u64>().map(|value| (value / 3).to_string()).unwrap_or_default();
    figures::targets(from, FiscalYear::CALENDAR.quarter_of(month))
        .into_iter()
        .filter_map(|(kpi, value)| match kpi {
            "revenue" => Some(("revenue", third(&value))),
            "sales-volume" => Some(("units_sold", third(&value))),
            _ => None,
        })
        .collect()
}

/// Luzon's August has more orders than quotes.
pub(super) fn contradicts(from: &SampleDistributor, period: Period) -> bool {
    from.short == "LPDI" && period.to_string() == "2026-08"
}

/// Tropika's July was corrected on 20 August.
pub(super) fn corrected_on(from: &SampleDistributor, period: Period) -> Option<NaiveDate> {
    (from.short == "TWT" && period.to_string() == "2026-07").then(|| NaiveDate::from_ymd_opt(YEAR, 8, 20)).flatten()
}

/// What they call the file.
pub(super) fn file_name(from: &SampleDistributor, expected: &Expected) -> String {
    let (short, period) = (from.short, expected.period);
    let sends = match expected.kind {
        ReportKind::Weekly => from.weekly,
        ReportKind::Monthly => from.monthly,
    };
    match (sends, expected.kind) {
        (Sends::Template, ReportKind::Weekly) => format!("Weekly update {period} {short}.xlsx"),
        (Sends::Template, ReportKind::Monthly) => format!("Monthly summary {period} {short}.xlsx"),
        (Sends::Indonesian, ReportKind::Weekly) => format!("Laporan Mingguan {period} {short}.xlsx"),
        (Sends::Indonesian, ReportKind::Monthly) => format!("Lap Bulanan {period} {short}.xlsx"),
        (Sends::English, _) => format!("{short} report {period}.xlsx"),
        (Sends::Text, _) => format!("{short} {period}.csv"),
    }
}

/// Our own template, filled in.
pub(super) fn template(
    from: &SampleDistributor,
    expected: &Expected,
    figures: &Figures,
    words: &Words,
) -> Result<Vec<u8>, TemplateError> {
    let measures = figures.measures.iter().filter_map(|(key, value)| Some((key.clone(), value.parse().ok()?)));
    let remarks = figures.remarks.iter().map(|(kind, category, text)| (*kind, *category, (*text).to_owned()));
    let filled = Filled { measures: measures.collect(), remarks: remarks.collect() };
    let Expected { kind, period, .. } = *expected;
    template::write(
        &Template { kind, distributor: from.name, period, currency: from.currency, own: &[], filled },
        words,
    )
}

fn start(from: &SampleDistributor) -> NaiveDate {
    from.start.parse().unwrap_or(NaiveDate::MIN)
}

fn months() -> impl Iterator<Item = Month> {
    (1..=12).filter_map(|month| Month::new(YEAR, month))
}
