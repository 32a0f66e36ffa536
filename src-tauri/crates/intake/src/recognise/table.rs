//! Tables: which rows are headers, and what each column's head says.

use std::collections::BTreeMap;

use playbook::measure::ReportKind;

use crate::grid::{Place, Value};

use super::across;
use super::claims::{Claim, claims};
use super::dates::year;
use super::dictionary::found_in;
use super::kind;
use super::labels::{Counts, Label};
use super::page::{Entry, Page};
use super::periods::DayIs;
use super::terms::{Field, Figure, Heading, Role, Row, Term};
use super::text::fold;
use super::who::Register;

/// How many rows a header can have.
const HEADER_ROWS: u32 = 3;
/// How far below its header a table's first number stands.
pub(super) const REACH: u32 = 4;

/// What the head of a column says, all header rows together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    /// What its cells hold, top to bottom.
    pub(crate) text: String,
    /// Where its lowest cell stands.
    pub(crate) place: Option<Place>,
    /// The lowest label, with the units of those above it where it has none.
    pub(crate) label: Label,
    /// The figures that it names.
    pub(crate) figures: Vec<Figure>,
    /// The roles that it names, top to bottom.
    pub(crate) roles: Vec<Role>,
    /// Whether it is a week, a month or a day.
    pub(crate) is_period: bool,
    /// Whether a date cell is that period.
    pub(crate) is_date: bool,
    /// Whether it names a distributor, on the register or not.
    pub(crate) is_distributor: bool,
}

impl Head {
    /// Whether its numbers aren't the period's own.
    pub(crate) fn is_beside(&self) -> bool {
        let beside = |role: &Role| {
            matches!(
                role,
                Role::Target
                    | Role::Share
                    | Role::Previous
                    | Role::Cumulative
                    | Role::Note
                    | Role::Owner
                    | Role::Number
            )
        };
        self.roles.iter().any(beside) || self.label.counts == Some(Counts::Percent) && self.figures.is_empty()
    }

    /// Whether it says outright that its numbers are the period's own.
    pub(crate) fn is_actual(&self) -> bool {
        self.roles.contains(&Role::Actual) && !self.is_beside()
    }

    /// Whether it says which of a row's numbers stands under it.
    pub(crate) fn tells_apart(&self) -> bool {
        let key = self.is_period || self.is_distributor || self.label.currency.is_some();
        key || self.is_total() || self.is_actual() || self.is_beside() || self.is(Role::Unit)
    }

    /// Whether it sums up the columns beside it.
    pub(crate) fn is_total(&self) -> bool {
        matches!(self.label.row(), Some(Row::Total | Row::Grand))
    }

    /// Whether it has that role.
    pub(crate) fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// What the days of its column are.
    pub(crate) fn day_is(&self) -> DayIs {
        match self.label.field() {
            Some(Field::WeekOf | Field::Period | Field::Date) => DayIs::First,
            Some(Field::WeekEnding) => DayIs::Last,
            _ => DayIs::Unsaid,
        }
    }
}

/// A header with its columns. Its body goes to the row before the next header.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The first header row.
    pub(crate) top: u32,
    /// The last header row.
    pub(crate) bottom: u32,
    /// The row before the next table's header; the sheet's end for the last.
    pub(crate) end: u32,
    /// The heads by column.
    pub(crate) heads: BTreeMap<u32, Head>,
    /// Whether its columns only tell units from money, and its rows name the figures: `Sales | 40 | B$ 5,000`.
    pub(crate) is_crossed: bool,
    /// Whether its sheet states figures that only months have: its weeks are parts of one.
    pub(crate) is_of_months: bool,
}

impl Table {
    /// Whether measures stand across, so that its rows are branches, distributors or periods.
    pub(crate) fn has_figures_across(&self) -> bool {
        !self.is_crossed && self.heads.values().any(|head| !head.figures.is_empty() && !head.is_beside())
    }

    /// The columns whose heads name a distributor.
    pub(crate) fn distributors(&self) -> Vec<u32> {
        self.heads.iter().filter(|(_, head)| head.is_distributor).map(|(column, _)| *column).collect()
    }

    /// Whether a column's head names a week.
    pub(crate) fn is_week(&self, column: u32) -> bool {
        let text = self.heads.get(&column).map(|head| head.text.as_str()).unwrap_or_default();
        matches!(claims(text).as_slice(), [Claim::Week { .. } | Claim::WeekOfMonth | Claim::Span(..), ..])
    }

    /// The columns whose heads name a period.
    pub(crate) fn periods(&self) -> Vec<u32> {
        self.heads.iter().filter(|(_, head)| head.is_period && !head.is_beside()).map(|(column, _)| *column).collect()
    }
}

/// The tables of a page, top to bottom.
pub(crate) fn tables(page: &Page<'_>, register: &Register<'_>) -> Vec<Table> {
    let rows = page.rows();
    let mut tables: Vec<Table> = Vec::new();
    let votes = |wanted| page.entries.iter().any(|entry| kind::vote(&entry.label.figures()) == Some(wanted));
    let is_of_months = votes(ReportKind::Monthly) && !votes(ReportKind::Weekly);
    let mut at = 0;
    while at < rows.len() {
        let top = rows[at];
        let Some(bottom) = header(page, register, top) else {
            at += 1;
            continue;
        };
        if let Some(last) = tables.last_mut() {
            last.end = top.saturating_sub(1);
        }
        let mut heads = heads(page, top, bottom);
        for column in across::named(page, register, bottom, &heads) {
            heads.entry(column).or_default().is_distributor = true;
        }
        if is_plan(page, top) {
            heads.values_mut().for_each(|head| head.roles.push(Role::Target));
        }
        beside_last_year(&mut heads);
        let is_crossed = is_crossed(page, bottom, &heads);
        tables.push(Table { top, bottom, end: u32::MAX, heads, is_crossed, is_of_months });
        at = rows.partition_point(|row| *row <= bottom);
    }
    tables
}

/// Of `Oct 2025 | Oct 2026` under one figure, the earlier is last year's.
fn beside_last_year(heads: &mut BTreeMap<u32, Head>) {
    let month = |head: &Head| match claims(&head.text).as_slice() {
        [Claim::Month { year: Some(year), month }] if !head.figures.is_empty() => Some((*year, *month)),
        _ => None,
    };
    let months: Vec<_> = heads.values().filter_map(|head| Some((head.figures.clone(), month(head)?))).collect();
    let others = heads.values().any(|head| !head.figures.is_empty() && !head.is_period);
    for head in heads.values_mut().filter(|_| others) {
        let Some((year, number)) = month(head) else { continue };
        if months.contains(&(head.figures.clone(), (year + 1, number))) {
            head.roles.push(Role::Previous);
        }
    }
}

fn is_crossed(page: &Page<'_>, bottom: u32, heads: &BTreeMap<u32, Head>) -> bool {
    let mut counted = heads.iter().filter(|(_, head)| !head.figures.is_empty()).peekable();
    let Some(first) = counted.peek().map(|(column, _)| **column) else { return false };
    let bare = counted.all(|(_, head)| head.figures == [Figure::Units]);
    let below = (1..=REACH).flat_map(|more| page.row(bottom + more)).filter(|entry| entry.place.column < first);
    bare && below.filter(|entry| !entry.label.figures().is_empty() && entry.label.row().is_none()).count() > 1
}

/// Whether the heading right above a table says that it holds a plan, or another year's numbers.
fn is_plan(page: &Page<'_>, top: u32) -> bool {
    let above =
        (1..=2).filter_map(|less| top.checked_sub(less)).map(|row| page.row(row)).find(|cells| !cells.is_empty());
    above.is_some_and(|cells| cells.len() == 1 && says_plan(cells[0].text))
}

/// Whether a heading names a plan or last year, and no actual figures. Abbreviations (`PM`, `KH`) mean too much else.
pub(crate) fn says_plan(text: &str) -> bool {
    let folded = fold(text);
    let long: Vec<&str> = folded.split(' ').filter(|word| word.chars().count() > 3).collect();
    let roles = found_in(&long.join(" "), |term| match term {
        Term::Role(role @ (Role::Target | Role::Previous | Role::Actual | Role::Share)) => Some(role),
        _ => None,
    });
    let plan = roles.iter().any(|role| matches!(role, Role::Target | Role::Previous));
    plan && !roles.contains(&Role::Actual) && !roles.contains(&Role::Share)
}

/// The last row of the header that starts at a row, if one does.
fn header(page: &Page<'_>, register: &Register<'_>, top: u32) -> Option<u32> {
    let joined = |row: u32| (0..HEADER_ROWS - 1).map(move |more| row + more);
    let candidates: Vec<u32> = joined(top).take_while(|row| is_wordy(page.row(*row))).collect();
    // The longest header whose lowest row names columns that numbers stand under.
    candidates.iter().rev().copied().find(|bottom| {
        let heads = heads(page, top, *bottom);
        let lowest_names = *bottom == top || page.row(*bottom).iter().any(names_column);
        lowest_names && top_names(page, top, *bottom) && is_header(page, register, *bottom, &heads)
    })
}

/// A header's upper rows name something too, or they are a title.
fn top_names(page: &Page<'_>, top: u32, bottom: u32) -> bool {
    (top..bottom).all(|row| {
        let cells = page.row(row);
        // `Period | 5-11 October` right above a header is no part of it.
        let periods = cells.iter().filter(|entry| is_period(entry)).count();
        let is_value = |entry: &Entry<'_>| !entry.label.is_known() || is_period(entry) && periods == 1;
        let is_labelled = cells.windows(2).any(|pair| pair[0].label.field().is_some() && is_value(&pair[1]));
        !is_labelled
            && cells.iter().any(names_column)
            && (cells.len() > 1 || page.row(bottom).len() > 3 && !is_sentence(cells))
    })
}

fn is_sentence(cells: &[Entry<'_>]) -> bool {
    cells.iter().all(|entry| !entry.label.is_known() || entry.text.chars().count() > 40)
}

fn names_column(entry: &Entry<'_>) -> bool {
    let label = &entry.label;
    let figures = !label.figures().is_empty() || label.role.is_some();
    figures
        || label.column_role().is_some()
        || label.remark().is_some()
        || is_period(entry)
        || is_year(entry)
        || label.heading().is_some()
}

/// Only words and periods: no number stands on a header row.
fn is_wordy(cells: &[Entry<'_>]) -> bool {
    let wordy = |entry: &Entry<'_>| !entry.is_number() || is_period(entry) || is_year(entry);
    cells.iter().filter(|entry| !entry.is_joint()).count() > 1 && cells.iter().all(wordy)
}

/// Whether a cell is a year, which stands above months.
fn is_year(entry: &Entry<'_>) -> bool {
    match entry.value {
        Value::Text(text) | Value::Number(text) => {
            text.trim().len() == 4 && text.trim().parse().is_ok_and(|number| year(number).is_some())
        }
        _ => false,
    }
}

/// Whether a cell alone is a week or a month: `Jul`, `W38`, a date cell.
fn is_period(entry: &Entry<'_>) -> bool {
    match entry.value {
        Value::Date(_) => true,
        Value::Text(text) if text.chars().count() <= 30 => {
            matches!(
                claims(text).as_slice(),
                [Claim::Month { .. } | Claim::Week { .. }] | [Claim::Week { .. }, Claim::Span(..)] | [Claim::Span(..)]
            )
        }
        _ => false,
    }
}

/// Whether heads are those of a table: two of them name columns, and a number stands below one.
fn is_header(page: &Page<'_>, register: &Register<'_>, bottom: u32, heads: &BTreeMap<u32, Head>) -> bool {
    let figures = heads.values().filter(|head| !head.figures.is_empty()).count();
    let roles = heads.values().filter(|head| !head.roles.is_empty() || head.is_total()).count();
    let periods = heads.values().filter(|head| head.is_period).count();
    let remarks = heads.values().filter(|head| head.label.remark().is_some()).count();
    let keys = heads.values().filter(|head| head.label.field().is_some()).count();
    let who = across::named(page, register, bottom, heads).len();
    let several = |count: usize| if count > 1 { count } else { 0 };
    let named = figures + roles + remarks + keys + several(periods) + several(who);
    let number_below = |column: u32| {
        (1..=REACH).filter_map(|more| page.at(Place { row: bottom + more, column })).any(Entry::is_number)
    };
    // `Leads | nil` is a label with its value, though numbers stand below the value.
    let own_number = |(column, head): (&u32, &Head)| !head.figures.is_empty() && number_below(*column);
    let lone_figure = figures == 1 && heads.len() > 1 && heads.iter().any(own_number);
    // Under `Item | Actual | Target`, an actual column may be blank: the plan's numbers are no reason to read them as labels' values.
    let counted = |head: &Head| {
        roles > 1 || !head.figures.is_empty() || head.is_actual() || head.is_period || head.roles.is_empty()
    };
    let numbers = heads.iter().any(|(column, head)| counted(head) && number_below(*column));
    let sentences = remarks > 0 && heads.values().any(|head| head.is(Role::Category) || head.is(Role::Number));
    (named > 1 || lone_figure) && (numbers || sentences)
}

/// The heads of the columns under header rows. A cell of an upper row reaches over its merged range, else as far as
/// the row below has words and it has none itself.
fn heads(page: &Page<'_>, top: u32, bottom: u32) -> BTreeMap<u32, Head> {
    let mut paths: BTreeMap<u32, Vec<&Entry<'_>>> = BTreeMap::new();
    for row in top..=bottom {
        let cells: Vec<&Entry<'_>> = page.row(row).iter().filter(|entry| !entry.is_joint()).collect();
        for (at, entry) in cells.iter().enumerate() {
            let column = entry.place.column;
            let next = cells.get(at + 1).map_or(column + 12, |next| next.place.column);
            let merged = page.merged(entry.place).map(|merged| merged.last.column);
            let below = |column: u32| (row + 1..=bottom).any(|row| page.at(Place { row, column }).is_some());
            let reach = (column + 1..next).take_while(|column| row < bottom && below(*column)).last();
            let last = merged.or(reach).unwrap_or(column);
            let last = if row == bottom { column } else { last.min(column + 60) };
            for column in column..=last {
                paths.entry(column).or_default().push(entry);
            }
        }
    }
    let mut heads: BTreeMap<u32, Head> = paths.into_iter().map(|(column, path)| (column, head(&path))).collect();
    for (column, head) in &mut heads {
        // `Unit` over numbers counts units; over words it is the unit of the row.
        if head.is(Role::Unit) && head.figures == [Figure::Units] {
            let counted = (1..=REACH)
                .filter_map(|more| page.at(Place { row: bottom + more, column: *column }))
                .any(Entry::is_number);
            if counted { head.roles.retain(|role| *role != Role::Unit) } else { head.figures.clear() }
        }
    }
    heads
}

fn head(path: &[&Entry<'_>]) -> Head {
    let texts: Vec<&str> = path.iter().map(|entry| entry.text).filter(|text| !text.is_empty()).collect();
    let text = texts.join(" ");
    let joined = if path.len() > 1 { Label::read(&text) } else { Label::default() };
    let lowest = path.last().map(|entry| entry.label.clone()).unwrap_or_default();
    let upper_figures = || path.iter().rev().map(|entry| entry.label.figures()).find(|figures| !figures.is_empty());
    let upper_is = |heading| path.iter().any(|entry| entry.label.heading() == Some(heading));
    let stock = upper_is(Heading::Stock) && lowest.figures().contains(&Figure::Units);
    let mut figures = match joined.figures() {
        figures if !figures.is_empty() => figures,
        _ if stock => vec![Figure::Measure("stock_on_hand")],
        _ => upper_figures().unwrap_or_default(),
    };
    let forecast = upper_is(Heading::Forecast);
    for figure in &mut figures {
        if let Figure::InDays(days) = *figure {
            let key = if days == 60 { "forecast_60_days" } else { "forecast_90_days" };
            *figure = if forecast { Figure::Measure(key) } else { *figure };
        }
    }
    let roles = |entry: &&&Entry<'_>| entry.label.column_role().or(entry.label.role);
    let mut label = lowest;
    for entry in path.iter().rev() {
        label.scale = label.scale.or(entry.label.scale);
        label.currency = label.currency.or(entry.label.currency);
        label.counts = label.counts.or(entry.label.counts);
    }
    if let Some(mark) = super::money::named(&text).filter(|_| label.currency.is_none()) {
        label.currency = Some(mark);
    }
    let period = path.iter().find(|entry| is_period(entry));
    let year_above = path.iter().filter(|entry| is_year(entry)).find_map(|entry| match entry.value {
        Value::Text(text) | Value::Number(text) => Some(text.trim()),
        _ => None,
    });
    Head {
        place: period.or(path.last()).map(|entry| entry.place),
        is_date: period.is_some_and(|entry| matches!(entry.value, Value::Date(_))),
        text: match period.map(|entry| entry.value) {
            Some(Value::Date(date)) => date.clone(),
            Some(Value::Text(text)) => year_above.map_or_else(|| text.clone(), |year| format!("{text} {year}")),
            _ => text,
        },
        is_distributor: false,
        roles: path.iter().filter_map(|entry| roles(&entry)).collect(),
        is_period: period.is_some(),
        label,
        figures,
    }
}
