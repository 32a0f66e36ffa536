//! A register as CSV: `name,aliases,country,currency,locale`, and more columns where they are known.

use playbook::number::Quantity;
use playbook::period::Quarter;
use words::Value;

use crate::error::{DeskError, ErrorKind};
use crate::view::{DistributorCard, Problem, Severity};
use crate::words;

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entered {
    /// Its row, counted from 1 as a spreadsheet shows it.
    pub(crate) row: u64,
    /// What it says.
    pub(crate) card: DistributorCard,
    /// Its targets.
    pub(crate) targets: Vec<EnteredTarget>,
}

/// A cell below a heading such as `target revenue 2026-Q3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EnteredTarget {
    pub(crate) kpi: String,
    pub(crate) quarter: Quarter,
    pub(crate) value: Quantity,
}

impl Entered {
    /// The problem that kept the row out.
    pub(crate) fn problem(&self, file: &str, error: &DeskError) -> Problem {
        problem(file, self.row, &error.message, &error.hint)
    }
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Name,
    Aliases,
    Country,
    Currency,
    Locale,
    Place,
    Contact,
    Territory,
    Products,
    Start,
    Target(String, Quarter),
}

/// The rows of a register, and what is wrong with those that can't be taken.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<(Vec<Entered>, Vec<Problem>), DeskError> {
    let refused = |key: &str| DeskError::new(ErrorKind::Invalid, key, &[("file", file.into())]);
    let text = std::str::from_utf8(bytes).map_err(|_| refused("register-encoding"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|d| first.bytes().filter(|b| b == d).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| refused("register-header"))?.clone();
    let columns: Vec<Option<Column>> = headers.iter().map(column).collect();
    for needed in [Column::Name, Column::Country, Column::Currency] {
        if !columns.contains(&Some(needed)) {
            return Err(refused("register-header"));
        }
    }
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let Ok(record) = record else {
            problems.push(problem(file, 0, &words().say("register-row-broken", &[]), ""));
            continue;
        };
        let row = record.position().map_or(0, csv::Position::line);
        if record.iter().any(|cell| !cell.is_empty()) {
            rows.push(entered(file, row, &columns, &record, &mut problems));
        }
    }
    Ok((rows, problems))
}

fn entered(
    file: &str,
    row: u64,
    columns: &[Option<Column>],
    record: &csv::StringRecord,
    problems: &mut Vec<Problem>,
) -> Entered {
    let mut entered = Entered { row, card: blank(), targets: Vec::new() };
    for (column, cell) in columns.iter().zip(record).filter(|(_, cell)| !cell.is_empty()) {
        let card = &mut entered.card;
        match column {
            Some(Column::Name) => cell.clone_into(&mut card.name),
            Some(Column::Aliases) => card.aliases = cell.split('|').map(|alias| alias.trim().to_owned()).collect(),
            Some(Column::Country) => cell.clone_into(&mut card.country),
            Some(Column::Currency) => cell.clone_into(&mut card.currency),
            Some(Column::Locale) => cell.clone_into(&mut card.locale),
            Some(Column::Place) => cell.clone_into(&mut card.place),
            Some(Column::Contact) => cell.clone_into(&mut card.contact),
            Some(Column::Territory) => cell.clone_into(&mut card.territory),
            Some(Column::Products) => cell.clone_into(&mut card.products),
            Some(Column::Start) => cell.clone_into(&mut card.start),
            Some(Column::Target(kpi, quarter)) => match cell.parse() {
                Ok(value) => entered.targets.push(EnteredTarget { kpi: kpi.clone(), quarter: *quarter, value }),
                Err(_) => {
                    let values = [("text", cell.into()), ("kpi", Value::from(kpi.as_str()))];
                    let message = words().say("register-target", &values);
                    problems.push(problem(file, row, &message, &words().say("register-target-hint", &[])));
                }
            },
            None => {}
        }
    }
    entered
}

fn blank() -> DistributorCard {
    DistributorCard {
        id: String::new(),
        name: String::new(),
        aliases: Vec::new(),
        country: String::new(),
        currency: String::new(),
        locale: String::new(),
        place: String::new(),
        contact: String::new(),
        territory: String::new(),
        products: String::new(),
        start: String::new(),
    }
}

/// A heading, whatever its case and spacing; an unknown one is left out.
fn column(heading: &str) -> Option<Column> {
    let words: Vec<String> = heading
        .to_lowercase()
        .split(|c: char| c.is_whitespace() || matches!(c, '_' | ':'))
        .map(str::to_owned)
        .collect();
    if let [target, kpi, quarter] = words.as_slice()
        && target == "target"
    {
        return Some(Column::Target(kpi.clone(), quarter.to_uppercase().parse().ok()?));
    }
    match words.join(" ").as_str() {
        "name" | "distributor" | "company" => Some(Column::Name),
        "aliases" | "alias" | "other names" => Some(Column::Aliases),
        "country" | "region" => Some(Column::Country),
        "currency" => Some(Column::Currency),
        "locale" | "language" => Some(Column::Locale),
        "place" | "city" => Some(Column::Place),
        "contact" => Some(Column::Contact),
        "territory" => Some(Column::Territory),
        "products" | "product line" => Some(Column::Products),
        "start" | "start date" | "since" => Some(Column::Start),
        _ => None,
    }
}

fn problem(file: &str, row: u64, message: &str, hint: &str) -> Problem {
    let values = [("file", file.into()), ("row", Value::from(row.to_string()))];
    Problem {
        severity: Severity::Stops,
        place: words().say("register-row", &values),
        message: message.to_owned(),
        hint: hint.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str) -> Vec<Entered> {
        let (rows, problems) = read("register.csv", text.as_bytes()).expect("a register");
        assert_eq!(problems, []);
        rows
    }

    #[test]
    fn columns_are_found_whatever_their_order_case_and_delimiter() {
        let rows =
            check("\u{feff}Currency;NAME;country;Aliases;Start date\nIDR;PT Contoh;ID;Contoh | CTH;2025-01-06\n;;;;\n");
        assert_eq!(rows.len(), 1);
        let card = &rows[0].card;
        assert_eq!(
            (card.name.as_str(), card.currency.as_str(), card.start.as_str()),
            ("PT Contoh", "IDR", "2025-01-06")
        );
        assert_eq!((card.aliases.clone(), rows[0].row), (vec!["Contoh".to_owned(), "CTH".to_owned()], 2));
    }

    #[test]
    fn a_target_stands_below_its_kpi_and_quarter() {
        let rows = check("name,country,currency,target revenue 2026-Q3\nA,SG,SGD,290000\nB,SG,SGD,\n");
        let of: Vec<_> =
            rows.iter().map(|row| row.targets.iter().map(|t| t.value.to_string()).collect::<Vec<_>>()).collect();
        assert_eq!(of, [vec!["290000".to_owned()], vec![]]);
    }

    #[test]
    fn what_is_no_register_is_refused_and_a_bad_cell_is_a_problem() {
        assert!(read("r.csv", b"a,b,c\n1,2,3\n").is_err());
        assert!(read("r.csv", &[0xff, 0xfe, b'n']).is_err());
        let text = "name,country,currency,target revenue 2026-Q3\nA,SG,SGD,290k\n";
        let (rows, problems) = read("r.csv", text.as_bytes()).expect("a register");
        assert_eq!((rows.len(), problems.len(), problems[0].place.as_str()), (1, 1, "r.csv, row 2"));
    }
}
