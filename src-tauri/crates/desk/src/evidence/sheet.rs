//! The sheet that a value was stated on, read again from the bytes that were kept, its cell marked.

use std::sync::atomic::AtomicBool;

use intake::child::{SheetPreview, Window};
use intake::draft::Context;
use intake::grid::Place;
use playbook::measure::MeasureKey;
use store::{Report, ReportId};

use super::{gone, known_token};
use crate::contract::refusal;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::review::{Marked, Unreadable, place_of, sheet_view};
use crate::token::Token;
use crate::view::{Found, SheetView};
use crate::words;

impl Desk {
    /// The sheet behind a number, the cell marked; `sheet` turns to another sheet of the same file.
    ///
    /// # Errors
    /// When the number or its file is gone, or the file can't be read again.
    pub fn evidence_sheet(&self, token: &str, sheet: Option<i32>, now: Now) -> Result<SheetView, DeskError> {
        let token = known_token(token)?;
        let (report, measure) = self.stated_by(&token, now)?;
        let report = self.store.report(report)?;
        let bytes = self.store.source_bytes(report.about.file)?;
        let (marked, asked) = match token {
            Token::Sold { line, .. } => self.sold_marks(&report, line)?,
            _ => marks(&report, measure.as_ref()),
        };
        let mut sheets = self.previews(&report, &bytes, None, now)?;
        let own = sheets.iter().position(|sheet| sheet.name == report.about.sheet).unwrap_or(0);
        let chosen =
            sheet.and_then(|sheet| usize::try_from(sheet).ok()).filter(|sheet| *sheet < sheets.len()).unwrap_or(own);
        if let Some(place) = asked.filter(|place| chosen == own && !is_shown(&sheets[own], *place)) {
            sheets = self.previews(&report, &bytes, Some(Window { sheet: own, place }), now)?;
        }
        let marked = if chosen == own { marked } else { Marked::new() };
        Ok(sheet_view(&report.about.file_name, &sheets, chosen, &marked, &notes(&sheets)))
    }

    /// The report and the measure of a token; of a number that is made of several, the first.
    fn stated_by(&self, token: &Token, now: Now) -> Result<(ReportId, Option<MeasureKey>), DeskError> {
        match token {
            Token::Stated { report, measure } => Ok((*report, Some(measure.clone()))),
            Token::Report { report } | Token::Sold { report, .. } => Ok((*report, None)),
            made => {
                let first = self.evidence_of(made, now)?.parts.into_iter().next().ok_or_else(gone)?;
                match known_token(&first.token)? {
                    Token::Stated { report, measure } => Ok((report, Some(measure))),
                    Token::Report { report } => Ok((report, None)),
                    _ => Err(gone()),
                }
            }
        }
    }

    fn previews(
        &self,
        report: &Report,
        bytes: &[u8],
        window: Option<Window>,
        now: Now,
    ) -> Result<Vec<SheetPreview>, DeskError> {
        let context = Context {
            register: self.register_for_reading()?,
            today: self.at(now).today.to_string(),
            file_name: report.about.file_name.clone(),
            mail: None,
            own: Vec::new(),
        };
        let read = self.reader.read(bytes, &context, window, &AtomicBool::new(false));
        let unread = |why| DeskError {
            kind: ErrorKind::Other,
            message: refusal(words(), &report.about.file_name, &Unreadable::from(why)),
            hint: String::new(),
        };
        Ok(read.map_err(unread)?.sheets)
    }
}

/// The cell that was asked for, and the other cells of the same report.
fn marks(report: &Report, measure: Option<&MeasureKey>) -> (Marked, Option<Place>) {
    let cells = report.measures.iter().filter_map(|(key, stated)| Some((key, place_of(stated.cell.as_deref()?)?)));
    let mut marked: Marked = cells.map(|(_, place)| (place, (Found::Value, None))).collect();
    let remarks = report.remarks.iter().filter_map(|remark| place_of(remark.cell.as_deref()?));
    marked.extend(remarks.map(|place| (place, (Found::Words, None))));
    let asked = measure.and_then(|measure| place_of(report.measures.get(measure)?.cell.as_deref()?));
    marked.extend(asked.map(|place| (place, (Found::Evidence, None))));
    (marked, asked)
}

/// Whether a place is in the part of the sheet that was read.
fn is_shown(sheet: &SheetPreview, place: Place) -> bool {
    sheet.cells.binary_search_by_key(&place, |cell| cell.place).is_ok()
}

/// What the tabs say of the sheets that show nothing.
fn notes(sheets: &[SheetPreview]) -> Vec<String> {
    let note = |sheet: &SheetPreview| match (sheet.hidden, sheet.rows) {
        (true, _) => words().say("sheet-hidden", &[]),
        (false, 0) => words().say("sheet-empty", &[]),
        (false, _) => String::new(),
    };
    sheets.iter().map(note).collect()
}
