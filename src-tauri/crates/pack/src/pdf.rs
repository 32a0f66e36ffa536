//! Pages as a PDF file. Everything that could differ between two runs (object order, ids, dates) comes from the content.
//!
//! The objects are written by `lopdf` directly: what a page needs is few operators, and a drawing library above it would
//! choose ids, fonts and metadata of its own, which then had to be undone.

mod font;
mod outline;
mod stream;
mod structure;

use std::fmt::Write as _;

use chrono::NaiveDateTime;
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::PackError;
use crate::page::{Page, a4};
use font::Fonts;
use structure::Structure;

/// A line of the outline.
pub(crate) struct Chapter {
    pub(crate) title: String,
    /// Counted from zero.
    pub(crate) page: usize,
}

/// What a PDF says of itself.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) language: &'a str,
    pub(crate) made: NaiveDateTime,
}

/// Writes pages as a PDF 1.7 file.
pub(crate) fn write(
    pages: &[Page],
    chapters: &[Chapter],
    about: &About<'_>,
    progress: &mut dyn FnMut(usize),
) -> Result<Vec<u8>, PackError> {
    let mut document = Document::with_version("1.7");
    let mut fonts = Fonts::collect(pages);
    let tree = document.new_object_id();
    let resources = document.new_object_id();
    let mut hash = Sha256::new();
    let mut kids = Vec::new();
    let mut structure = Structure::default();
    for (number, page) in pages.iter().enumerate() {
        let (content, marked) = stream::content(page, &mut fonts);
        hash.update(&content);
        let content = document.add_object(Stream::new(dictionary! {}, content));
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => resources,
            "StructParents" => i64::try_from(number).unwrap_or(i64::MAX), "Tabs" => "S",
            "MediaBox" => vec![0.into(), 0.into(), Object::Real(a4::WIDTH), Object::Real(a4::HEIGHT)],
        });
        kids.push(page);
        structure.page(page, &marked);
        progress(number + 1);
    }
    let dictionary = fonts.embed(&mut document)?;
    document.objects.insert(resources, dictionary! { "Font" => dictionary }.into());
    let references: Vec<Object> = kids.iter().map(|page| Object::Reference(*page)).collect();
    let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => references, "Count" => count }.into());
    let outline = outline::add(&mut document, chapters, &kids);
    let structure = structure.embed(&mut document);
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => tree, "Outlines" => outline, "PageMode" => "UseOutlines",
        "Lang" => Object::string_literal(about.language),
        "StructTreeRoot" => structure, "MarkInfo" => dictionary! { "Marked" => true },
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    let info = info(about);
    for (_, value) in &info {
        hash.update(value.as_str().unwrap_or_default());
    }
    let info = document.add_object(info);
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    let id = Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    document.compress();
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    document.save_with_options(&mut bytes, options).map_err(PackError::NotWritten)?;
    Ok(bytes)
}

fn info(about: &About<'_>) -> Dictionary {
    let made = about.made.format("D:%Y%m%d%H%M%SZ").to_string();
    dictionary! {
        "Title" => text(about.title),
        "Author" => text(about.author),
        "Creator" => Object::string_literal("Entrepot"),
        "Producer" => Object::string_literal("Entrepot"),
        "CreationDate" => Object::string_literal(made.clone()),
        "ModDate" => Object::string_literal(made),
    }
}

/// A text string in any script: UTF-16 with its mark.
fn text(text: &str) -> Object {
    let bytes = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// The same, as it stands in a content stream.
fn hex(text: &str) -> String {
    let mut digits = String::from("FEFF");
    for unit in text.encode_utf16() {
        let _ = write!(digits, "{unit:04X}");
    }
    digits
}
