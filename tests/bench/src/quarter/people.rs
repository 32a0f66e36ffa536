//! The distributors, and what they report: invented, and the same on every machine.

use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use playbook::cadence::due;
use playbook::calendar::Calendar;
use playbook::measure::ReportKind;
use playbook::period::{Month, Period, Quarter, Week};

/// How many there are.
pub(crate) const COUNT: u32 = 500;
/// Their first and last month.
const MONTHS: (&str, &str) = ("2021-10", "2026-09");
/// The quarter that screens open with on the day of the run.
pub(crate) const QUARTER: &str = "2026-Q3";
/// The moment of the run: all of that quarter is settled.
pub(crate) const NOW: &str = "2026-10-20T09:40:00+08:00";

/// The regions that they are spread over, with their currencies.
const REGIONS: [(&str, &str); 10] = [
    ("SG", "SGD"),
    ("MY-14", "MYR"),
    ("TH", "THB"),
    ("VN", "VND"),
    ("ID", "IDR"),
    ("PH", "PHP"),
    ("BN", "BND"),
    ("KH", "KHR"),
    ("MM", "MMK"),
    ("LA", "LAK"),
];

/// What is agreed with each, by KPI, in ten-thousandths where it is a share.
pub(crate) struct Agreed {
    /// A year.
    pub(crate) revenue: u64,
    /// A month.
    pub(crate) units: u64,
}

/// One of them.
pub(crate) struct Person(pub(crate) u32);

/// A revision of a report.
pub(crate) struct Handed {
    pub(crate) kind: ReportKind,
    pub(crate) period: Period,
    pub(crate) received: NaiveDate,
    pub(crate) due: NaiveDate,
    pub(crate) revision: u32,
    pub(crate) values: Vec<(&'static str, u64)>,
}

/// A number below `below` that depends on nothing but its arguments.
fn any(person: u32, at: u64, what: u64, below: u64) -> u64 {
    let mut x = (u64::from(person) << 40) ^ (at << 16) ^ what;
    for _ in 0..2 {
        x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^= x >> 31;
    }
    x % below
}

fn calendars() -> &'static [Calendar] {
    static MADE: OnceLock<Vec<Calendar>> = OnceLock::new();
    MADE.get_or_init(|| {
        let regions = REGIONS.iter().filter_map(|(region, _)| region.parse().ok());
        regions.filter_map(|region| Calendar::shipped(&region).ok()).collect()
    })
}

/// Every period, in the order in which its reports come.
pub(crate) fn periods() -> Vec<Period> {
    let month = |text: &str| text.parse::<Month>().ok();
    let (Some(first), Some(last)) = (month(MONTHS.0), month(MONTHS.1)) else { return Vec::new() };
    let months: Vec<Month> =
        std::iter::successors(Some(first), |month| Some(month.next())).take_while(|month| *month <= last).collect();
    let weeks =
        std::iter::successors(months.first().and_then(|month| month.weeks().first().copied()), |week: &Week| {
            Some(week.next())
        });
    let weeks = weeks.take_while(|week| week.month() <= last).map(Period::Week);
    let mut all: Vec<Period> = months.iter().copied().map(Period::Month).chain(weeks).collect();
    all.sort_by_key(|period| (period.last_day(), matches!(period, Period::Month(_))));
    all
}

impl Person {
    fn region(&self) -> usize {
        self.0 as usize % REGIONS.len()
    }

    pub(crate) fn name(&self) -> String {
        format!("Distributor {:03} Trading", self.0)
    }

    pub(crate) fn country(&self) -> &'static str {
        REGIONS[self.region()].0
    }

    pub(crate) fn currency(&self) -> &'static str {
        REGIONS[self.region()].1
    }

    fn size(&self) -> u64 {
        20_000 + any(self.0, 0, 1, 900_000)
    }

    pub(crate) fn agreed(&self) -> Agreed {
        Agreed { revenue: self.size() * 14, units: self.size() / 45 }
    }

    /// Whether the quarter's QBR was held; monthly reviews always are.
    pub(crate) fn met(&self) -> bool {
        !self.0.is_multiple_of(3)
    }

    /// The revisions of a report; none where it never came.
    pub(crate) fn hands(&self, period: Period) -> Vec<Handed> {
        let kind = if matches!(period, Period::Week(_)) { ReportKind::Weekly } else { ReportKind::Monthly };
        let Some(due) = due(kind, period, &calendars()[self.region()]).map(|due| due.date) else { return Vec::new() };
        let at = u64::try_from(period.first_day().signed_duration_since(NaiveDate::default()).num_days()).unwrap_or(0)
            + u64::from(kind == ReportKind::Monthly);
        let luck = any(self.0, at, 2, 100);
        let days = |days: u64| due.checked_add_days(Days::new(days)).unwrap_or(due);
        let received = match luck {
            0 | 1 => return Vec::new(),
            2..=6 => days(1 + any(self.0, at, 3, 4)),
            _ => due,
        };
        let hand = |revision: u32, received: NaiveDate| Handed {
            kind,
            period,
            received,
            due,
            revision,
            values: self.values(kind, at, u64::from(revision)),
        };
        let mut handed = vec![hand(1, received)];
        if luck == 99 {
            handed.push(hand(2, days(5)));
        }
        handed
    }

    fn values(&self, kind: ReportKind, at: u64, revision: u64) -> Vec<(&'static str, u64)> {
        let some = |what: u64, below: u64| any(self.0, at, what * 8 + revision, below);
        if kind == ReportKind::Weekly {
            return vec![
                ("new_leads", some(11, 40)),
                ("meetings_held", some(12, 25)),
                ("opportunities_discovery", some(13, 50)),
                ("opportunities_proposal", 6 + some(14, 16)),
                ("opportunities_negotiation", 4 + some(15, 12)),
            ];
        }
        // A little more every year, so that most of them grow.
        let size = self.size() * (100 + at / 300) / 150;
        let revenue = size * (80 + some(21, 50)) / 100;
        let leads = 60 + some(22, 80);
        let quotes = leads * (50 + some(23, 40)) / 100;
        vec![
            ("revenue", revenue),
            ("units_sold", revenue / 43),
            ("leads", leads),
            ("quotes", quotes),
            ("purchase_orders", quotes * (20 + some(24, 50)) / 100),
            ("stock_on_hand", revenue / 40),
            ("stockouts", some(25, 6)),
            ("skus_ranged", 40 + some(26, 40)),
            ("forecast_60_days", revenue * 2),
            ("forecast_90_days", revenue * 3),
            ("orders_due", 50),
            ("orders_on_time", 40 + some(27, 10)),
            ("units_inspected", revenue / 50),
        ]
    }
}

/// A correction of the quarter's last week by the first of them, as a file.
pub(crate) fn one_more_week() -> String {
    let week = QUARTER.parse::<Quarter>().ok().and_then(|quarter| quarter.weeks().last().copied());
    let week = week.map(|week| format!("W{:02} {}", week.number(), week.year())).unwrap_or_default();
    format!(
        "{}\nPeriod;{week}\nNew leads;43\nMeetings held;16\nOpportunities in discovery;44\n\
         Opportunities in proposal;1\nOpportunities in negotiation;2\n",
        Person(0).name()
    )
}
