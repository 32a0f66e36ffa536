//! The report forms that distributors fill in, as XLSX: labels in A, answers in B, hints in C, each where
//! [`playbook::form`] says, so that the filled form is read without any mapping.

use playbook::form::{Field, Form, States};
use playbook::measure::{BlockerCategory, MeasureKey, RemarkKind, ReportKind, Unit, measure};
use playbook::number::Quantity;
use playbook::period::Period;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use words::Words;

/// The custom document property, and the very hidden sheet, by which a form names itself.
pub const MARK: &str = "entrepot";

/// Why a form could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The workbook writer refused a value.
    #[error("the form could not be written: {0}")]
    Writer(#[from] XlsxError),
}

/// A form for one report of one distributor.
#[derive(Debug, Clone)]
pub struct Template<'a> {
    /// The report.
    pub kind: ReportKind,
    /// The registered name.
    pub distributor: &'a str,
    /// The week or month, `2026-W45` or `2026-10`: a form that is used again gets another one typed over it.
    pub period: Period,
    /// ISO 4217; stands on the monthly form.
    pub currency: &'a str,
    /// What is asked for beyond what ships: the title and what it counts, found again by that title.
    pub own: &'a [(String, Unit)],
    /// What is filled in already: empty for a blank form.
    pub filled: Filled,
}

/// Answers on a form.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// Numbers by measure.
    pub measures: Vec<(MeasureKey, Quantity)>,
    /// Sentences, in the order of the form; a blocker has its category.
    pub remarks: Vec<(RemarkKind, Option<BlockerCategory>, String)>,
}

/// The form as an XLSX file. The same form is always the same bytes.
///
/// # Errors
/// [`TemplateError::Writer`] when a text is longer than a cell holds (32,767 characters).
pub fn write(template: &Template<'_>, words: &Words) -> Result<Vec<u8>, TemplateError> {
    let form = Form::of(template.kind);
    let title = words.say(&format!("report-{}", template.kind.key()), &[]);
    let mut book = Workbook::new();
    book.set_properties(&properties(&form, template.distributor, &title)?);
    let sheet = book.add_worksheet();
    sheet.set_name(&title)?;
    Page { sheet, words, template, looks: Looks::new() }.write(&form, &title)?;
    let hidden = book.add_worksheet();
    hidden.set_name(MARK)?.set_very_hidden(true);
    hidden.write(0, 0, mark(&form, template.distributor))?;
    book.define_name("entrepot_form", &format!("='{title}'!$C$1"))?;
    Ok(book.save_to_buffer()?)
}

/// `form=ENTREPOT-W1|distributor=…`: what the property and the hidden sheet say. The period is left to the visible cell,
/// because people use last month's form again.
fn mark(form: &Form, distributor: &str) -> String {
    format!("form={}|distributor={}", form.code, distributor.replace(['|', '"'], " "))
}

fn properties(form: &Form, distributor: &str, title: &str) -> Result<DocProperties, XlsxError> {
    // A fixed day: the same form is the same bytes.
    let written = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let properties = DocProperties::new().set_title(title).set_creation_datetime(&written);
    Ok(properties.set_custom_property(MARK, mark(form, distributor)))
}

struct Looks {
    title: Format,
    code: Format,
    heading: Format,
    label: Format,
    hint: Format,
    fixed: Format,
    text: Format,
    whole: Format,
    decimal: Format,
}

impl Looks {
    fn new() -> Self {
        let line = Color::RGB(0x00C9_C3B6);
        let answer = || {
            Format::new()
                .set_unlocked()
                .set_border(FormatBorder::Thin)
                .set_border_color(line)
                .set_background_color("#FFFDF5")
        };
        let quiet = || Format::new().set_font_color("#68645B").set_align(FormatAlign::VerticalCenter);
        Self {
            title: Format::new().set_bold().set_font_size(16).set_font_color("#0C5561"),
            code: quiet().set_align(FormatAlign::Right),
            heading: Format::new()
                .set_bold()
                .set_font_size(12)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(line),
            label: Format::new().set_align(FormatAlign::VerticalCenter),
            hint: quiet().set_indent(1),
            fixed: Format::new().set_bold().set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter),
            text: answer().set_align(FormatAlign::Left).set_align(FormatAlign::Top).set_text_wrap(),
            whole: answer().set_num_format("#,##0").set_align(FormatAlign::Right),
            decimal: answer().set_num_format("#,##0.00").set_align(FormatAlign::Right),
        }
    }
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    words: &'a Words,
    template: &'a Template<'a>,
    looks: Looks,
}

impl Page<'_> {
    fn write(&mut self, form: &Form, title: &str) -> Result<(), XlsxError> {
        for (column, width) in (0u16..).zip([38, 46, 46]) {
            self.sheet.set_column_width(column, width)?;
        }
        self.sheet.write_with_format(0, 0, title, &self.looks.title)?;
        self.sheet.write_with_format(0, 2, form.code, &self.looks.code)?;
        let mut said = 0;
        for (index, field) in form.fields.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &form.fields[before]);
            let first = before.is_none_or(|before| before.row + 1 < field.row);
            said = if first { 0 } else { said + 1 };
            if first {
                self.heading(field)?;
            }
            self.field(field, said)?;
        }
        let last = self.own(form.fields.last().map_or(1, |field| field.row))?;
        self.sheet.protect();
        self.sheet.set_portrait().set_paper_size(9).set_print_fit_to_pages(1, 1);
        self.sheet.set_print_area(0, 0, last, 2)?;
        Ok(())
    }

    /// The manager's own measures, in a block below the form's last row; gives the last row that is used.
    fn own(&mut self, last: u32) -> Result<u32, XlsxError> {
        if self.template.own.is_empty() {
            return Ok(last);
        }
        // One row is free, one holds the heading, as between the form's own blocks.
        let (heading, first) = (last + 1, last + 2);
        for column in 0..3 {
            self.sheet.write_blank(heading, column, &self.looks.heading)?;
        }
        let title = self.words.say("template-own", &[]);
        self.sheet.write_with_format(heading, 0, title, &self.looks.heading)?;
        for (row, (title, unit)) in (first..).zip(self.template.own) {
            self.sheet.write_with_format(row, 0, title, &self.looks.label)?;
            self.sheet.write_with_format(row, 2, self.words.say(hint(*unit), &[]), &self.looks.hint)?;
            let look = if *unit == Unit::Money { &self.looks.decimal } else { &self.looks.whole };
            let rule = self.rule(*unit);
            self.sheet.add_data_validation(row, 1, row, 1, &rule)?;
            self.sheet.write_blank(row, 1, look)?;
        }
        Ok(first + u32::try_from(self.template.own.len()).unwrap_or(0))
    }

    /// A block's heading stands in the row above it; the first block has the title there.
    fn heading(&mut self, field: &Field) -> Result<(), XlsxError> {
        let words = match &field.states {
            States::Measure(_) => self.words.say("template-numbers", &[]),
            States::Remark(kind) => self.words.say(&format!("remark-{}", kind.key()), &[]),
            _ => return Ok(()),
        };
        let row = field.row - 2;
        for column in 0..3 {
            self.sheet.write_blank(row, column, &self.looks.heading)?;
        }
        self.sheet.write_with_format(row, 0, words, &self.looks.heading)?;
        if field.states == States::Remark(RemarkKind::Blocker) {
            let category = self.words.say("template-category", &[]);
            self.sheet.write_with_format(row, 2, category, &self.looks.heading)?;
        }
        Ok(())
    }

    fn field(&mut self, field: &Field, said: usize) -> Result<(), XlsxError> {
        let row = field.row - 1;
        match &field.states {
            States::Distributor => {
                self.label(row, "template-distributor", "template-distributor-hint")?;
                self.sheet.write_with_format(row, 1, self.template.distributor, &self.looks.fixed)?;
            }
            States::Period => {
                let key = format!("template-period-{}", self.template.kind.key());
                self.label(row, &key, &format!("{key}-hint"))?;
                self.sheet.write_with_format(row, 1, self.template.period.to_string(), &self.looks.text)?;
            }
            States::Currency => {
                self.label(row, "template-currency", "template-currency-hint")?;
                self.sheet.write_with_format(row, 1, self.template.currency, &self.looks.text)?;
            }
            States::Measure(key) => self.measure(row, key)?,
            States::Remark(kind) => self.remark(row, *kind, said)?,
        }
        Ok(())
    }

    fn label(&mut self, row: u32, label: &str, hint: &str) -> Result<(), XlsxError> {
        self.sheet.write_with_format(row, 0, self.words.say(label, &[]), &self.looks.label)?;
        self.sheet.write_with_format(row, 2, self.words.say(hint, &[]), &self.looks.hint)?;
        Ok(())
    }

    fn measure(&mut self, row: u32, key: &MeasureKey) -> Result<(), XlsxError> {
        let unit = measure(key.as_str()).map_or(Unit::Count, |measure| measure.unit);
        self.label(row, &format!("measure-{key}"), hint(unit))?;
        let look = if unit == Unit::Money { &self.looks.decimal } else { &self.looks.whole };
        let rule = self.rule(unit);
        self.sheet.add_data_validation(row, 1, row, 1, &rule)?;
        match self.template.filled.measures.iter().find(|(filled, _)| filled == key) {
            Some((_, value)) => write_quantity(self.sheet, row, *value, look),
            None => self.sheet.write_blank(row, 1, look).map(|_| ()),
        }
    }

    fn rule(&self, unit: Unit) -> DataValidation {
        let any = DataValidation::new();
        let rule = match unit {
            Unit::Count => any.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
            _ => any.allow_decimal_number(DataValidationRule::Between(-1e15, 1e15)),
        };
        let say = |key| self.words.say(key, &[]);
        let rule = rule.set_error_style(DataValidationErrorStyle::Stop);
        let title = rule.clone().set_error_title(say("template-error-title")).unwrap_or(rule);
        title.clone().set_error_message(say("template-error")).unwrap_or(title)
    }

    fn remark(&mut self, row: u32, kind: RemarkKind, said: usize) -> Result<(), XlsxError> {
        let mut filled = self.template.filled.remarks.iter().filter(|(of, ..)| *of == kind).skip(said);
        let (category, text) = filled.next().map_or((None, ""), |(_, category, text)| (*category, text.as_str()));
        let number = self.words.say("template-remark", &[("number", (said + 1).into())]);
        self.sheet.write_with_format(row, 0, number, &self.looks.label)?;
        self.sheet.write_with_format(row, 1, text, &self.looks.text)?;
        if kind != RemarkKind::Blocker {
            return Ok(());
        }
        let names = BlockerCategory::ALL.map(|category| self.words.say(&format!("blocker-{}", category.key()), &[]));
        let list = DataValidation::new().allow_list_strings(&names)?;
        self.sheet.add_data_validation(row, 2, row, 2, &list)?;
        let category = category.map(|category| self.words.say(&format!("blocker-{}", category.key()), &[]));
        self.sheet.write_with_format(row, 2, category.unwrap_or_default(), &self.looks.text)?;
        Ok(())
    }
}

/// How a number of that unit is filled in.
fn hint(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "template-hint-count",
        Unit::Units => "template-hint-units",
        Unit::Money => "template-hint-money",
        Unit::Fraction => "template-hint-percent",
    }
}

/// A spreadsheet holds 15 digits exactly; a longer number is written as the text it is.
fn write_quantity(sheet: &mut Worksheet, row: u32, value: Quantity, look: &Format) -> Result<(), XlsxError> {
    let text = value.to_string();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    match text.parse::<f64>() {
        Ok(number) if digits <= 15 => sheet.write_with_format(row, 1, number, look)?,
        _ => sheet.write_with_format(row, 1, text, look)?,
    };
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are periods and numbers")]
mod tests {
    use super::*;

    fn form(kind: ReportKind, period: &str) -> Template<'static> {
        let distributor = "บริษัท สยามรุ่งเรืองเทรดดิ้ง จำกัด";
        Template {
            kind,
            distributor,
            period: period.parse().unwrap(),
            currency: "THB",
            own: &[],
            filled: Filled::default(),
        }
    }

    #[test]
    fn the_same_form_is_the_same_bytes() {
        let words = Words::english();
        for template in [form(ReportKind::Weekly, "2026-W45"), form(ReportKind::Monthly, "2026-10")] {
            assert_eq!(write(&template, &words).unwrap(), write(&template, &words).unwrap());
        }
    }

    #[test]
    fn a_filled_form_differs_from_a_blank_one() {
        let words = Words::english();
        let blank = form(ReportKind::Monthly, "2026-10");
        let measures = vec![(MeasureKey::fixed("revenue"), "1850000000.5".parse().unwrap())];
        let filled = Template { filled: Filled { measures, remarks: Vec::new() }, ..blank.clone() };
        assert_ne!(write(&filled, &words).unwrap(), write(&blank, &words).unwrap());
    }
}
