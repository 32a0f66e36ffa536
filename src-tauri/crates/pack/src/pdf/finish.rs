//! The last pass over the written objects: what the file says of itself, its tags, its outline, and its bytes.

use std::io;

use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::operations::Marked;
use super::structure::Structure;
use super::{About, Chapter, outline, text};

/// Finishes a document whose pages are drawn; gives the file.
pub(super) fn finish(
    mut document: Document,
    marked: &[Marked<'_>],
    chapters: &[Chapter],
    about: &About<'_>,
) -> io::Result<Vec<u8>> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let info = info(about);
    let id = id(&document, &pages, &info);
    let mut structure = Structure::default();
    for ((number, page), marked) in (0_i64..).zip(&pages).zip(marked) {
        structure.page(*page, marked);
        let page = document.get_dictionary_mut(*page).map_err(io::Error::other)?;
        for unsaid in ["TrimBox", "CropBox", "Annots"] {
            page.remove(unsaid.as_bytes());
        }
        page.set("StructParents", number);
        page.set("Tabs", "S");
    }
    let outline = outline::add(&mut document, chapters, &pages);
    let structure = structure.embed(&mut document);
    let catalog = document.catalog_mut().map_err(io::Error::other)?;
    catalog.remove(b"PageLayout");
    catalog.set("Outlines", outline);
    catalog.set("PageMode", "UseOutlines");
    catalog.set("Lang", Object::string_literal(about.language));
    catalog.set("StructTreeRoot", structure);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(known) = document.trailer.get(b"Info").ok().and_then(|known| known.as_reference().ok()) {
        document.objects.insert(known, info.into());
    }
    document.trailer.set("ID", vec![id.clone(), id]);
    bytes(document)
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

/// What tells one file from another: a hash of its pages and of what it says of itself.
fn id(document: &Document, pages: &[ObjectId], info: &Dictionary) -> Object {
    let mut hash = Sha256::new();
    for page in pages {
        hash.update(document.get_page_content(*page));
    }
    for (_, value) in info {
        hash.update(value.as_str().unwrap_or_default());
    }
    Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal)
}

fn bytes(mut document: Document) -> io::Result<Vec<u8>> {
    "1.7".clone_into(&mut document.version);
    document.compress();
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    document.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}
