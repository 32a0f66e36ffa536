//! Cell formats: of each style, what its number format makes of a value.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::draft::Refusal;
use crate::read::format::{self, Format};
use crate::read::package::Package;
use crate::read::xml::{attribute, broken, reader};

/// The formats by style number.
pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<Vec<Format>, Refusal> {
    let Some(part) = package.part(path) else { return Ok(Vec::new()) };
    let (mut xml, mut buffer) = (reader(part?)?, Vec::new());
    let mut codes: HashMap<u32, String> = HashMap::new();
    let (mut formats, mut in_cells) = (Vec::new(), false);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) | Event::Empty(element) => {
                let id = || attribute(&element, "numFmtId").and_then(|id| id.trim().parse::<u32>().ok());
                match element.local_name().as_ref() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (id(), attribute(&element, "formatCode")) {
                            codes.insert(id, code.into_owned());
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => formats.push(match id() {
                        Some(id) => match codes.get(&id) {
                            Some(code) => format::of(code),
                            None => format::built_in(id),
                        },
                        None => Format::default(),
                    }),
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
