//! The structure tree: headings, paragraphs and tables, for readers that cannot see the page.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::page::Role;

/// Where a part stands, from the outermost inwards.
pub(super) type Path = [(Role, usize)];

/// A role's standard structure type.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Headline => "H1",
        Role::Heading => "H2",
        Role::Paragraph | Role::Other => "P",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
    }
}

/// What an element holds, in the order of reading.
enum Kid {
    /// Another element, by its place in [`Structure::elements`].
    Element(usize),
    /// Marked content of a page.
    Content { page: ObjectId, mark: i64 },
}

struct Element {
    role: Role,
    parent: Option<usize>,
    kids: Vec<Kid>,
}

/// The tree while pages are written.
#[derive(Default)]
pub(super) struct Structure {
    elements: Vec<Element>,
    known: BTreeMap<Vec<(Role, usize)>, usize>,
    /// By page: the element that each marked content belongs to.
    pages: Vec<Vec<usize>>,
}

impl Structure {
    /// Takes in a page's marked content.
    pub(super) fn page(&mut self, page: ObjectId, marked: &[&Path]) {
        let mut owners = Vec::new();
        for (mark, path) in (0_i64..).zip(marked) {
            if let Some(element) = self.element(path) {
                self.elements[element].kids.push(Kid::Content { page, mark });
                owners.push(element);
            }
        }
        self.pages.push(owners);
    }

    fn element(&mut self, path: &Path) -> Option<usize> {
        if let Some(known) = self.known.get(path) {
            return Some(*known);
        }
        let (last, above) = path.split_last()?;
        let parent = self.element(above);
        let index = self.elements.len();
        self.elements.push(Element { role: last.0, parent, kids: Vec::new() });
        if let Some(parent) = parent {
            self.elements[parent].kids.push(Kid::Element(index));
        }
        self.known.insert(path.to_vec(), index);
        Some(index)
    }

    /// Writes the tree; gives its root.
    pub(super) fn embed(&self, document: &mut Document) -> ObjectId {
        let root = document.new_object_id();
        let whole = document.new_object_id();
        let ids: Vec<ObjectId> = self.elements.iter().map(|_| document.new_object_id()).collect();
        let mut top = Vec::new();
        for (element, id) in self.elements.iter().zip(&ids) {
            let parent = element.parent.map_or(whole, |parent| ids[parent]);
            if element.parent.is_none() {
                top.push(Object::Reference(*id));
            }
            document.objects.insert(*id, self.describe(element, parent, &ids).into());
        }
        let owners =
            |owners: &Vec<usize>| owners.iter().map(|owner| Object::Reference(ids[*owner])).collect::<Vec<_>>();
        let numbers =
            (0_i64..).zip(&self.pages).flat_map(|(page, its)| [Object::Integer(page), Object::Array(owners(its))]);
        let numbers: Vec<Object> = numbers.collect();
        let parents = document.add_object(dictionary! { "Nums" => numbers });
        let body = dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => top };
        document.objects.insert(whole, body.into());
        let next = i64::try_from(self.pages.len()).unwrap_or(i64::MAX);
        let tree = dictionary! {
            "Type" => "StructTreeRoot", "K" => whole, "ParentTree" => parents, "ParentTreeNextKey" => next,
        };
        document.objects.insert(root, tree.into());
        root
    }

    fn describe(&self, element: &Element, parent: ObjectId, ids: &[ObjectId]) -> Dictionary {
        let kid = |kid: &Kid| match kid {
            Kid::Element(index) => Object::Reference(ids[*index]),
            Kid::Content { page, mark } => dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => *mark }.into(),
        };
        let kids: Vec<Object> = element.kids.iter().map(kid).collect();
        let mut described =
            dictionary! { "Type" => "StructElem", "S" => name(element.role), "P" => parent, "K" => kids };
        let scope = match element.role {
            Role::ColumnHead => "Column",
            Role::RowHead => "Row",
            _ => return described,
        };
        described.set("A", dictionary! { "O" => "Table", "Scope" => scope });
        described
    }
}
