//! Shared strings: the texts that cells refer to by number. The count that the part claims is not believed.

use quick_xml::events::Event;

use crate::draft::Refusal;
use crate::read::budget::Budget;
use crate::read::package::Package;
use crate::read::text::cell_text;
use crate::read::xml::{broken, push_reference, reader, unescape_excel};

/// The texts in order; a blank one is empty.
pub(super) fn read(package: &mut Package<'_>, path: &str, budget: &mut Budget) -> Result<Vec<String>, Refusal> {
    let Some(part) = package.part(path) else { return Ok(Vec::new()) };
    let (mut xml, mut buffer) = (reader(part?)?, Vec::new());
    let (mut strings, mut text) = (Vec::new(), String::new());
    let (mut inside, mut phonetic) = (false, false);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => text.clear(),
                "t" => inside = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Text(piece) if inside => text.push_str(&piece),
            Event::CData(piece) if inside => text.push_str(&piece),
            Event::GeneralRef(reference) if inside => push_reference(&reference, &mut text)?,
            Event::End(element) => match element.local_name().as_ref() {
                "si" => {
                    budget.text(text.len() + size_of::<String>())?;
                    strings.push(cell_text(unescape_excel(&text)).unwrap_or_default().into_owned());
                }
                "t" => inside = false,
                "rPh" => phonetic = false,
                _ => {}
            },
            Event::Empty(element) if element.local_name().as_ref() == "si" => strings.push(String::new()),
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}
