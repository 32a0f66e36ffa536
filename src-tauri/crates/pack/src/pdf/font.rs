//! The fonts of a file: only the glyphs that are used, with the text that each stands for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use printpdf::{Codepoint, FontId, ParsedFont, PdfFont};
use subsetter::GlyphRemapper;

use crate::PackError;
use crate::fonts::FACES;
use crate::page::{Item, Page};
use crate::shape::{Cluster, Glyph, Run};

/// The fonts in use, by their index in [`FACES`].
pub(super) struct Fonts {
    used: BTreeMap<usize, Used>,
}

/// One font's glyphs.
#[derive(Default)]
struct Used {
    remapper: GlyphRemapper,
    /// What a glyph stands for: the first text it was seen with.
    said: BTreeMap<u16, String>,
}

impl Fonts {
    /// Every glyph of the pages.
    pub(super) fn collect(pages: &[Page]) -> Result<Self, PackError> {
        let mut used: BTreeMap<usize, Used> = BTreeMap::new();
        for item in pages.iter().flat_map(|page| &page.items) {
            let Item::Glyphs { run, .. } = item else { continue };
            let font = used.entry(run.face).or_default();
            for glyph in run.clusters.iter().flat_map(|cluster| &cluster.glyphs) {
                font.remapper.remap(glyph.id);
            }
        }
        match used.keys().find(|face| whole(**face).is_none()) {
            Some(face) => Err(PackError::Font(FACES[*face].name)),
            None => Ok(Self { used }),
        }
    }

    /// A glyph as the embedded font numbers it, with what it stands for: the same each time, as the file keeps the last.
    /// A glyph that stands for nothing on its own says nothing.
    pub(super) fn codepoint(&self, face: usize, glyph: u16) -> Codepoint {
        let font = self.used.get(&face);
        let number = font.and_then(|font| font.remapper.get(glyph)).unwrap_or(0);
        let said = font.and_then(|font| font.said.get(&glyph)).cloned().unwrap_or_default();
        Codepoint::with_cid(number, 0.0, said)
    }

    /// Whether a cluster's glyphs, read one by one, give its text. A glyph keeps the first text it was seen with; where
    /// another is meant, or where glyphs are not in the order of the letters, the text has to be said beside them.
    pub(super) fn speaks(&mut self, run: &Run, cluster: &Cluster) -> bool {
        let (Some(font), Some(whole)) = (self.used.get_mut(&run.face), whole(run.face)) else { return false };
        // A mark that is shifted up or far back would be read as standing on a line of its own.
        const FAR: f32 = 0.4;
        let back =
            |pair: &[Glyph]| pair[0].x + advance(run.face, pair[0].id) / 1000.0 * run.size - pair[1].x > FAR * run.size;
        if cluster.glyphs.iter().any(|glyph| glyph.y.abs() > 0.001) || cluster.glyphs.windows(2).any(back) {
            return false;
        }
        let text: String = cluster.text.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
        if let [glyph] = cluster.glyphs.as_slice() {
            return !text.is_empty() && *font.said.entry(glyph.id).or_insert_with(|| text.clone()) == text;
        }
        let letters: Vec<char> = text.chars().collect();
        let plain = letters.len() == cluster.glyphs.len()
            && letters
                .iter()
                .zip(&cluster.glyphs)
                .all(|(letter, glyph)| whole.lookup_glyph_index(u32::from(*letter)) == Some(glyph.id));
        plain
            && letters.iter().zip(&cluster.glyphs).all(|(letter, glyph)| {
                *font.said.entry(glyph.id).or_insert_with(|| letter.to_string()) == letter.to_string()
            })
    }

    /// Each font's used part, by the name that the pages call it.
    pub(super) fn embed(&self) -> Result<BTreeMap<FontId, PdfFont>, PackError> {
        self.used.iter().map(|(face, font)| Ok((id(*face), PdfFont::new(part(*face, font)?)))).collect()
    }
}

/// What pages call a font: its own name. A name that is not given would be counted up from file to file.
pub(super) fn id(face: usize) -> FontId {
    FontId(FACES[face].name.to_owned())
}

/// A glyph's advance in thousandths of an em, cut to a whole number as in the file.
pub(super) fn advance(face: usize, glyph: u16) -> f32 {
    let width = |font: &ParsedFont| {
        let width = f32::from(font.get_glyph_width(glyph)?);
        Some((width * 1000.0 / f32::from(font.units_per_em)).trunc())
    };
    whole(face).and_then(width).unwrap_or(0.0)
}

/// A whole font's letters, widths and measures, read once a process; its bytes are not kept twice.
fn whole(face: usize) -> Option<&'static ParsedFont> {
    static READ: [OnceLock<Option<ParsedFont>>; FACES.len()] = [const { OnceLock::new() }; FACES.len()];
    let read = || {
        let font = ParsedFont::from_bytes(FACES[face].bytes, 0, &mut Vec::new())?;
        Some(ParsedFont { original_bytes: Vec::new(), ..font })
    };
    READ[face].get_or_init(read).as_ref()
}

fn part(face: usize, font: &Used) -> Result<ParsedFont, PackError> {
    let bundled = &FACES[face];
    let broken = || PackError::Font(bundled.name);
    let whole = whole(face).ok_or_else(broken)?;
    let bytes = subsetter::subset(bundled.bytes, 0, &font.remapper).map_err(|_| broken())?;
    let name = format!("{}+{}", tag(font), bundled.name);
    let width = |glyph: u16| Some((font.remapper.get(glyph)?, whole.get_glyph_width(glyph)?));
    let widths = font.remapper.remapped_gids().filter_map(width).collect();
    let (letters, metrics) = (BTreeMap::new(), whole.font_metrics.clone());
    let part = ParsedFont::with_glyph_data(bytes, 0, Some(name), letters, widths, whole.units_per_em, metrics);
    // The two that are not asked for: without them the font's box and kind would be guessed.
    Ok(ParsedFont { font_type: whole.font_type, pdf_font_metrics: whole.pdf_font_metrics.clone(), ..part })
}

/// Six letters that differ between different parts of one font.
fn tag(font: &Used) -> String {
    let sum = font
        .remapper
        .remapped_gids()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, glyph| (hash ^ u64::from(glyph)).wrapping_mul(0x0000_0100_0000_01b3));
    (0..6).map(|place| char::from(b'A' + u8::try_from((sum >> (place * 8)) % 26).unwrap_or(0))).collect()
}
