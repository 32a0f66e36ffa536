//! The Distributor Management Pack: content, already in words and finished numbers, laid out as pages and written as a
//! PDF; and the blank report forms that distributors fill in.
//!
//! Nothing here reads a clock, a file, a locale or the machine's fonts: the same content gives the same bytes.
#![forbid(unsafe_code)]

mod book;
pub mod content;
mod fonts;
mod layout;
mod page;
mod pdf;
pub mod picture;
mod sections;
mod shape;
pub mod template;
#[cfg(test)]
mod tests;

// The invented pack of the tests is written as its users write theirs.
#[cfg(test)]
extern crate self as pack;

use content::PackContent;
use words::Words;

/// Why a pack could not be made. Neither depends on what a user or a file says.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// A bundled font cannot be read.
    #[error("the bundled font {0} cannot be read")]
    Font(&'static str),
    /// The finished pages could not be written as a file.
    #[error("the pages could not be written as a PDF")]
    NotWritten(#[source] std::io::Error),
}

/// The pack as a PDF file: A4, PDF 1.7, fonts embedded in part. `progress` is told each page as it is written, counted
/// from 1. Equal content gives equal bytes, on any machine.
///
/// # Errors
/// [`PackError`], which no content can cause.
pub fn pdf(content: &PackContent, words: &Words, progress: &mut dyn FnMut(usize)) -> Result<Vec<u8>, PackError> {
    let book = book::set(content, words);
    let about = pdf::About {
        title: &content.running.title,
        author: &content.running.issuer,
        language: &words.language(),
        made: content.running.made,
    };
    pdf::write(&book.pages, &book.chapters, &about, progress)
}

/// How many pages the pack has.
#[must_use]
pub fn page_count(content: &PackContent, words: &Words) -> usize {
    book::set(content, words).pages.len()
}
