//! The workbook part: its sheets in order, its date base; and the relations that lead from part to part.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::draft::Refusal;
use crate::read::package::Package;
use crate::read::xml::{attribute, broken, reader};

/// A sheet as the workbook lists it.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// The id of its relation.
    pub(super) relation: String,
}

/// What the workbook part says.
#[derive(Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Named>,
    /// Days are counted from 1904 instead of 1900.
    pub(super) from_1904: bool,
}

pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<Workbook, Refusal> {
    let part = package.part(path).ok_or(Refusal::Damaged)??;
    let (mut xml, mut buffer) = (reader(part)?, Vec::new());
    let mut workbook = Workbook::default();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "workbookPr" => {
                    workbook.from_1904 = matches!(attribute(&element, "date1904").as_deref(), Some("1" | "true"));
                }
                "sheet" => workbook.sheets.push(Named {
                    name: attribute(&element, "name").unwrap_or_default().into_owned(),
                    hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
                    relation: attribute(&element, "id").unwrap_or_default().into_owned(),
                }),
                _ => {}
            },
            Event::Eof => return Ok(workbook),
            _ => {}
        }
    }
}

/// A relation to another part.
pub(super) struct Relation {
    /// The last word of its type: `worksheet`, `styles`.
    pub(super) kind: String,
    /// The part's name in the package.
    pub(super) target: String,
}

/// The relations of one part by id.
#[derive(Default)]
pub(super) struct Relations(HashMap<String, Relation>);

impl Relations {
    pub(super) fn get(&self, id: &str) -> Option<&Relation> {
        self.0.get(id)
    }

    /// The part of a kind that stands once.
    pub(super) fn target(&self, kind: &str) -> Option<String> {
        let of_kind = self.0.values().filter(|relation| relation.kind == kind);
        of_kind.map(|relation| &relation.target).min().cloned()
    }
}

/// The relations of a part; of the package itself for an empty path. Without any there are none.
pub(super) fn relations(package: &mut Package<'_>, path: &str) -> Result<Relations, Refusal> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Some(part) = package.part(&format!("{folder}/_rels/{name}.rels")) else { return Ok(Relations::default()) };
    let (mut xml, mut buffer) = (reader(part?)?, Vec::new());
    let mut relations = Relations::default();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "Relationship" => {
                let kind = attribute(&element, "Type").unwrap_or_default();
                let external = attribute(&element, "TargetMode").is_some_and(|mode| mode == "External");
                let (Some(id), Some(target)) = (attribute(&element, "Id"), attribute(&element, "Target")) else {
                    continue;
                };
                if !external {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.0.insert(id.into_owned(), Relation { kind, target: resolve(folder, &target) });
                }
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// A target as a name in the package: it may be absolute, or climb out of the part's folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_against_their_folder() {
        for (folder, target, name) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "../docProps/custom.xml", "docProps/custom.xml"),
            ("", "xl\\workbook.xml", "xl/workbook.xml"),
        ] {
            assert_eq!(resolve(folder, target), name);
        }
    }
}
