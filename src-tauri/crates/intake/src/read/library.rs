//! The formats that a library reads: .xlsb, .xls and .ods. It panics on some broken files, which is caught here, and
//! aborts on others, which is why reading has a process of its own.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb,
};

use crate::draft::Refusal;
use crate::grid::{Cell, Grid, Merged, Place, Sheet, Value};
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::format::{date, iso_date};
use crate::read::number::from_float;
use crate::read::package::Package;
use crate::read::text::cell_text;

/// Reads a binary workbook of the newer kind. Cached errors of formulas are not given: they come as formulas whose
/// value was not kept, and so are asked about too.
pub(super) fn xlsb(bytes: &[u8], limits: &Limits) -> Result<Grid, Refusal> {
    Package::open(bytes)?.check(limits)?;
    guarded(|| {
        let mut budget = Budget::new(limits);
        let mut book = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
            calamine::XlsbError::Password => Refusal::Encrypted,
            _ => Refusal::Damaged,
        })?;
        let from_1904 = book.has_1904_epoch();
        let mut grid = Grid::default();
        for listed in worksheets(book.sheets_metadata()) {
            let mut cells = Cells::default();
            let mut reader = book.worksheet_cells_reader(&listed.name).map_err(|_| Refusal::Damaged)?;
            while let Some(cell) = reader.next_cell().map_err(|_| Refusal::Damaged)? {
                cells.add(&mut budget, place(cell.get_position()), from_ref(cell.get_value(), from_1904))?;
            }
            drop(reader);
            let mut reader = book.worksheet_cells_reader(&listed.name).map_err(|_| Refusal::Damaged)?;
            let mut formulas = Vec::new();
            while let Ok(Some(cell)) = reader.next_formula() {
                formulas.push((place(cell.get_position()), cell.get_value().clone()));
            }
            drop(reader);
            let cells = cells.with_unkept(formulas, &mut budget)?;
            grid.sheets.push(Sheet { name: Some(listed.name), hidden: listed.hidden, cells, ..Sheet::default() });
        }
        Ok(grid)
    })
}

/// Reads a binary workbook of the older kind.
pub(super) fn xls(bytes: &[u8], limits: &Limits) -> Result<Grid, Refusal> {
    guarded(|| {
        let book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => Refusal::Encrypted,
            _ => Refusal::Damaged,
        })?;
        let from_1904 = book.has_1904_epoch();
        ranges(book, limits, from_1904, |book, name| {
            let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
            merged.iter().map(|range| Merged { first: place(range.start), last: place(range.end) }).collect()
        })
    })
}

/// Reads an OpenDocument workbook.
pub(super) fn ods(bytes: &[u8], limits: &Limits) -> Result<Grid, Refusal> {
    Package::open(bytes)?.check(limits)?;
    guarded(|| {
        let book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
            OdsError::Password => Refusal::Encrypted,
            _ => Refusal::Damaged,
        })?;
        ranges(book, limits, false, |_, _| Vec::new())
    })
}

/// Whatever panics inside was given a broken file.
fn guarded(read: impl FnOnce() -> Result<Grid, Refusal>) -> Result<Grid, Refusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Refusal::Damaged))
}

struct Listed {
    name: String,
    hidden: bool,
}

fn worksheets(listed: &[calamine::Sheet]) -> Vec<Listed> {
    let sheets = listed.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(|sheet| Listed { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible }).collect()
}

/// The sheets of a workbook that the library holds as a whole.
fn ranges<'a, R: Reader<Cursor<&'a [u8]>>>(
    mut book: R,
    limits: &Limits,
    from_1904: bool,
    merged: impl Fn(&R, &str) -> Vec<Merged>,
) -> Result<Grid, Refusal> {
    let mut budget = Budget::new(limits);
    let mut grid = Grid::default();
    for listed in worksheets(book.sheets_metadata()) {
        let range = book.worksheet_range(&listed.name).map_err(|_| Refusal::Damaged)?;
        let mut cells = Cells::default();
        for (at, value) in used(&range) {
            cells.add(&mut budget, at, from_data(value, from_1904))?;
        }
        let formulas = book.worksheet_formula(&listed.name).unwrap_or_default();
        let formulas = used(&formulas).filter(|(_, formula)| !formula.is_empty());
        let cells = cells.with_unkept(formulas.map(|(at, formula)| (at, formula.clone())), &mut budget)?;
        let merged = merged(&book, &listed.name);
        grid.sheets.push(Sheet { name: Some(listed.name), hidden: listed.hidden, cells, merged, ..Sheet::default() });
    }
    Ok(grid)
}

/// The cells of a range with their places on the sheet.
fn used<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = (Place, &T)> {
    let (row, column) = range.start().unwrap_or_default();
    range.used_cells().map(move |(down, right, value)| {
        let at = |first: u32, further: usize| first.saturating_add(u32::try_from(further).unwrap_or(u32::MAX));
        (Place { row: at(row, down), column: at(column, right) }, value)
    })
}

fn place((row, column): (u32, u32)) -> Place {
    Place { row, column }
}

/// A sheet's cells as they come.
#[derive(Default)]
struct Cells {
    cells: Vec<Cell>,
    /// Where a blank text was kept: a formula's value may rightly be one.
    blank: Vec<Place>,
}

impl Cells {
    fn add(&mut self, budget: &mut Budget, place: Place, value: Option<Value>) -> Result<(), Refusal> {
        let Some(value) = value else {
            budget.text(size_of::<Place>())?;
            self.blank.push(place);
            return Ok(());
        };
        budget.cell(place, value.text().map_or(0, str::len))?;
        if self.cells.last().is_some_and(|last| last.place >= place) {
            return Err(Refusal::Damaged);
        }
        self.cells.push(Cell { place, value, format: None });
        Ok(())
    }

    /// The cells with the formulas whose value was not kept.
    fn with_unkept(
        mut self,
        formulas: impl IntoIterator<Item = (Place, String)>,
        budget: &mut Budget,
    ) -> Result<Vec<Cell>, Refusal> {
        let valued = self.cells.len();
        self.blank.sort_unstable();
        for (place, formula) in formulas {
            let kept = self.cells[..valued].binary_search_by_key(&place, |cell| cell.place).is_ok();
            if !kept && self.blank.binary_search(&place).is_err() {
                budget.cell(place, formula.len())?;
                self.cells.push(Cell { place, value: Value::Formula(formula), format: None });
            }
        }
        self.cells.sort_by_key(|cell| cell.place);
        self.cells.dedup_by_key(|cell| cell.place);
        Ok(self.cells)
    }
}

fn from_data(data: &Data, from_1904: bool) -> Option<Value> {
    match data {
        Data::Int(value) => Some(Value::Number(value.to_string())),
        Data::Float(value) => number(*value),
        Data::String(text) => words(text),
        Data::Bool(value) => Some(Value::Bool(*value)),
        Data::DateTime(value) => moment(*value, from_1904),
        Data::DateTimeIso(text) => iso(text),
        Data::DurationIso(text) => words(text),
        Data::Error(error) => Some(Value::Error(error.to_string())),
        Data::Empty => None,
    }
}

fn from_ref(data: &DataRef<'_>, from_1904: bool) -> Option<Value> {
    match data {
        DataRef::SharedString(text) => words(text),
        other => from_data(&Data::from(other.clone()), from_1904),
    }
}

fn number(value: f64) -> Option<Value> {
    Some(from_float(value).map_or_else(|| Value::Error("#NUM!".to_owned()), Value::Number))
}

/// A date-formatted number: a day, or (a time of day, a duration) the number that it is.
fn moment(value: ExcelDateTime, from_1904: bool) -> Option<Value> {
    let day = value.is_datetime().then(|| date(value.as_f64(), from_1904)).flatten();
    day.map_or_else(|| number(value.as_f64()), |day| Some(Value::Date(day.to_string())))
}

fn words(text: &str) -> Option<Value> {
    cell_text(text).map(|text| Value::Text(text.into_owned()))
}

fn iso(text: &str) -> Option<Value> {
    iso_date(text).map(|day| Value::Date(day.to_string())).or_else(|| words(text))
}
