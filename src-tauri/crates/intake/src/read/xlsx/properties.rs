//! Custom document properties: a template names itself there.

use quick_xml::events::Event;

use crate::draft::Refusal;
use crate::read::package::Package;
use crate::read::xml::{attribute, broken, push_reference, reader};

/// The properties by name, in the part's order.
pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<Vec<(String, String)>, Refusal> {
    let Some(part) = package.part(path) else { return Ok(Vec::new()) };
    let (mut xml, mut buffer) = (reader(part?)?, Vec::new());
    let mut properties = Vec::new();
    let mut open: Option<(String, String)> = None;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) if element.local_name().as_ref() == "property" => {
                open = Some((attribute(&element, "name").unwrap_or_default().into_owned(), String::new()));
            }
            Event::Text(piece) => {
                if let Some((_, value)) = &mut open {
                    value.push_str(&piece);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some((_, value)) = &mut open {
                    push_reference(&reference, value)?;
                }
            }
            Event::End(element) if element.local_name().as_ref() == "property" => {
                properties.extend(open.take().map(|(name, value)| (name, value.trim().to_owned())));
            }
            Event::Eof => return Ok(properties),
            _ => {}
        }
    }
}
