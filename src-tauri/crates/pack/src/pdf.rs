//! Pages as a PDF file. Everything that could differ between two runs (object order, ids, dates) comes from the content.
//!
//! `printpdf` writes pages and fonts. What it has no words for (the tree of tags, an outline in the order of the pages,
//! the language, an ID that is not drawn by lot) is set by one last pass over its objects.

mod finish;
mod font;
mod operations;
mod outline;
mod structure;

use std::io;

use chrono::NaiveDateTime;
use lopdf::{Object, StringFormat};
use printpdf::conformance::CustomPdfConformance;
use printpdf::{PdfConformance, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use crate::PackError;
use crate::page::{Page, a4};
use font::Fonts;

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
    let mut document = PdfDocument::new(about.title);
    // No printing standard is claimed: each would bring its metadata and a colour profile for a press.
    document.metadata.info.conformance = PdfConformance::Custom(CustomPdfConformance {
        requires_xmp_metadata: false,
        requires_icc_profile: false,
        ..CustomPdfConformance::default()
    });
    let mut fonts = Fonts::collect(pages)?;
    let mut marked = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let (ops, its) = operations::of(page, &mut fonts);
        let paper = Rect::from_wh(Pt(a4::WIDTH), Pt(a4::HEIGHT));
        document.pages.push(PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops });
        marked.push(its);
        progress(index + 1);
    }
    document.resources.fonts.map = fonts.embed()?;
    let mut warnings = Vec::new();
    let drawn = printpdf::serialize::to_lopdf_doc(&document, &PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        // Each says that something would be missing on paper.
        return Err(PackError::NotWritten(io::Error::other(warning.msg.clone())));
    }
    finish::finish(drawn, &marked, chapters, about).map_err(PackError::NotWritten)
}

/// A text in any script, as a value.
fn text(text: &str) -> Object {
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// The same, as PDF reads it: UTF-16 with its mark.
fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}
