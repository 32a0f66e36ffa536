//! The app's own templates: found by the visible form code, wherever a re-save or a copy moved it, and read without
//! any mapping.

use chrono::{Datelike, NaiveDate};
use playbook::form::{Field, Form, States};
use playbook::measure::{BlockerCategory, RemarkKind, ReportKind};
use playbook::period::{Month, Period, Week};

use crate::draft::{About, Choice, Context, Draft, Found, Kind, Layout, Question, Remark, Stated, Why};
use crate::grid::{Cell, Place, Sheet, Value};

use super::category;
use super::dictionary::means;
use super::finding::{Content, Finding};
use super::numbers::Point;
use super::terms::Term;
use super::text::{fold, without_mark};
use super::values::{Outcome, Setting, point_of};
use super::who::{Named, Register};

/// The form code may have been moved that far.
const ROWS: u32 = 60;
/// The form code may have been moved that far.
const COLUMNS: u32 = 30;

/// The draft of a sheet that is a filled template.
pub(crate) fn draft(sheet: &Sheet, register: &Register<'_>, context: &Context) -> Option<Draft> {
    let (form, code) = find(sheet)?;
    let mut filled = Filled { sheet, register, context, code, draft: blank(sheet, &form), locale: None };
    for field in &form.fields {
        filled.read(field, form.kind);
    }
    filled.finish(form.kind)
}

/// Whether a sheet is one of the forms, filled or blank: it says nothing else.
pub(crate) fn is_form(sheet: &Sheet) -> bool {
    find(sheet).is_some()
}

/// The form and the place of its code: the cell of the form, else the first that holds a form code.
fn find(sheet: &Sheet) -> Option<(Form, Place)> {
    let near = sheet.cells.iter().take_while(|cell| cell.place.row < ROWS).filter(|cell| cell.place.column < COLUMNS);
    near.filter_map(|cell| match &cell.value {
        Value::Text(text) => Form::from_code(text).map(|form| (form, cell.place)),
        _ => None,
    })
    .next()
}

fn blank(sheet: &Sheet, form: &Form) -> Draft {
    Draft {
        sheet: sheet.name.clone(),
        kind: Some(match form.kind {
            ReportKind::Weekly => Kind::Weekly,
            ReportKind::Monthly => Kind::Monthly,
        }),
        distributor: None,
        period: None,
        currency: None,
        measures: std::collections::BTreeMap::new(),
        remarks: Vec::new(),
        lines: None,
        questions: Vec::new(),
        template: true,
        layout: Layout { fingerprint: form.code.to_owned(), columns: Vec::new() },
    }
}

struct Filled<'a> {
    sheet: &'a Sheet,
    register: &'a Register<'a>,
    context: &'a Context,
    code: Place,
    draft: Draft,
    locale: Option<Point>,
}

impl<'a> Filled<'a> {
    /// The place of a field's value: as far from the code as on the blank form, where the code stands in C1.
    fn place(&self, field: &Field, column: i64) -> Option<Place> {
        let moved = i64::from(self.code.column) - 2;
        let row = u32::try_from(i64::from(self.code.row) + i64::from(field.row) - 1).ok()?;
        Some(Place { row, column: u32::try_from(column + moved).ok()? })
    }

    fn cell(&self, field: &Field, column: i64) -> Option<&'a Cell> {
        let cell = self.sheet.at(self.place(field, column)?)?;
        let blank = matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
        (!blank).then_some(cell)
    }

    fn ask(&mut self, about: About, why: Why, cell: Option<&Cell>, choices: Vec<Choice>) {
        let text = cell.map(|cell| text_of(&cell.value)).unwrap_or_default();
        self.draft.questions.push(Question { about, why, text, place: cell.map(|cell| cell.place), choices });
    }

    fn read(&mut self, field: &Field, kind: ReportKind) {
        let cell = self.cell(field, 1);
        match &field.states {
            States::Distributor => self.distributor(cell),
            States::Period => self.period(cell, kind),
            States::Currency => self.currency(cell),
            States::Measure(key) => {
                let Some(cell) = cell else { return };
                let setting = Setting {
                    point: None,
                    locale: self.locale,
                    scale: None,
                    scales_differ: false,
                    currency: self.draft.currency.as_ref().map(|found| found.value.as_str()),
                };
                match setting.settle(key, &finding(cell)) {
                    Outcome::Stated(value) => {
                        self.draft.measures.insert(key.clone(), Stated { value, place: cell.place });
                    }
                    Outcome::Ask(why, choices) => self.ask(About::Measure(key.clone()), why, Some(cell), choices),
                    Outcome::Nothing => {}
                }
            }
            States::Remark(kind) => self.remark(field, *kind, cell),
        }
    }

    fn distributor(&mut self, cell: Option<&'a Cell>) {
        let Some(cell) = cell else { return self.ask(About::Distributor, Why::NotSaid, None, Vec::new()) };
        let text = text_of(&cell.value);
        match self.register.within(&text) {
            Named::One(at) => {
                let known = self.register.known(at);
                self.locale = known.and_then(|known| point_of(&known.locale));
                self.draft.distributor =
                    known.map(|known| Found { value: known.name.clone(), place: Some(cell.place) });
            }
            _ => self.draft.questions.push(self.register.ask(&text, Some(cell.place))),
        }
    }

    /// `2026-W41`; a spreadsheet program may have made a date of `2026-10`.
    fn period(&mut self, cell: Option<&'a Cell>, kind: ReportKind) {
        let Some(cell) = cell else { return self.ask(About::Period, Why::NotSaid, None, Vec::new()) };
        let text = text_of(&cell.value);
        let date = if let Value::Date(date) = &cell.value { date.parse::<NaiveDate>().ok() } else { None };
        let month = date
            .filter(|date| kind == ReportKind::Monthly && date.day() == 1)
            .map(|date| Period::Month(Month::of(date)));
        let period = month.or_else(|| text.trim().to_uppercase().parse().ok()).filter(|period| match kind {
            ReportKind::Weekly => matches!(period, Period::Week(_)),
            ReportKind::Monthly => matches!(period, Period::Month(_)),
        });
        match (period, date) {
            (Some(value), _) => self.draft.period = Some(Found { value, place: Some(cell.place) }),
            (None, Some(date)) => {
                let near = if kind == ReportKind::Weekly {
                    Period::Week(Week::of(date))
                } else {
                    Period::Month(Month::of(date))
                };
                self.ask(About::Period, Why::NotSaid, Some(cell), vec![Choice::Period(near)]);
            }
            (None, None) => self.ask(About::Period, Why::NotSaid, Some(cell), Vec::new()),
        }
    }

    fn currency(&mut self, cell: Option<&'a Cell>) {
        let Some(cell) = cell else { return };
        let text = text_of(&cell.value).trim().to_uppercase();
        if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            self.draft.currency = Some(Found { value: text, place: Some(cell.place) });
        } else {
            self.ask(About::Currency, Why::NotSaid, Some(cell), Vec::new());
        }
    }

    fn remark(&mut self, field: &Field, kind: RemarkKind, cell: Option<&'a Cell>) {
        let Some(cell) = cell else { return };
        let text = text_of(&cell.value);
        let folded = fold(&text);
        if folded.is_empty() || means(&folded, Term::Zero) || means(&folded, Term::Absent) {
            return;
        }
        let beside = self.cell(field, 2).map(|cell| text_of(&cell.value));
        let chosen = beside.as_deref().and_then(|text| BlockerCategory::from_key(&fold(text)));
        let category =
            (kind == RemarkKind::Blocker).then(|| chosen.or_else(|| category::of(&text, beside.as_deref()))).flatten();
        self.draft.remarks.push(Remark { kind, category, text: without_mark(&text).to_owned(), place: cell.place });
    }

    /// A blank form is no report. A monthly form without a currency is in the register's.
    fn finish(mut self, kind: ReportKind) -> Option<Draft> {
        let asked = |about: &About| self.draft.questions.iter().any(|question| question.about == *about);
        let stated = self.draft.questions.iter().any(|question| matches!(question.about, About::Measure(_)));
        if self.draft.measures.is_empty() && self.draft.remarks.is_empty() && !stated {
            return None;
        }
        if self.draft.currency.is_none() && !asked(&About::Currency) {
            let name = self.draft.distributor.as_ref().map(|found| &found.value);
            let known = self.context.register.iter().find(|known| Some(&known.name) == name);
            match known {
                Some(known) => self.draft.currency = Some(Found { value: known.currency.clone(), place: None }),
                None if kind == ReportKind::Monthly => self.ask(About::Currency, Why::NotSaid, None, Vec::new()),
                None => {}
            }
        }
        Some(self.draft)
    }
}

fn finding(cell: &Cell) -> Finding<'_> {
    Finding {
        figures: Vec::new(),
        content: Content::Cell(&cell.value),
        place: cell.place,
        format: cell.format.as_deref(),
        scale: None,
        currency: None,
        counts: None,
        qualified: false,
        group: None,
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Number(text) | Value::Date(text) | Value::Error(text) | Value::Formula(text) => {
            text.trim().to_owned()
        }
        Value::Bool(_) => String::new(),
    }
}
