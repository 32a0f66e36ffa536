//! The fonts of a file: only the glyphs that are used, with the text that each stands for.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::types::BoundingBox;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use subsetter::GlyphRemapper;

use super::hex;
use crate::PackError;
use crate::fonts::FACES;
use crate::page::{Item, Page};
use crate::shape::{Cluster, Glyph, Run};

/// The fonts in use, by their index in [`FACES`].
pub(super) struct Fonts {
    used: BTreeMap<usize, Used>,
}

/// One font's glyphs.
struct Used {
    remapper: GlyphRemapper,
    /// Thousandths of an em by glyph, in the whole font.
    advances: BTreeMap<u16, f32>,
    /// What a glyph stands for: the first text it was seen with.
    said: BTreeMap<u16, String>,
}

impl Fonts {
    /// Every glyph of the pages.
    pub(super) fn collect(pages: &[Page]) -> Self {
        let mut used: BTreeMap<usize, Used> = BTreeMap::new();
        for item in pages.iter().flat_map(|page| &page.items) {
            let Item::Glyphs { run, .. } = item else { continue };
            let font = used.entry(run.face).or_insert_with(|| Used {
                remapper: GlyphRemapper::new(),
                advances: BTreeMap::new(),
                said: BTreeMap::new(),
            });
            for glyph in run.clusters.iter().flat_map(|cluster| &cluster.glyphs) {
                font.remapper.remap(glyph.id);
                font.advances.entry(glyph.id).or_insert(0.0);
            }
        }
        for (face, font) in &mut used {
            measure(FACES[*face].bytes, &mut font.advances);
        }
        Self { used }
    }

    /// A glyph's number in the embedded font, and its advance in thousandths of an em.
    pub(super) fn glyph(&self, face: usize, glyph: u16) -> (u16, f32) {
        self.used.get(&face).map_or((0, 0.0), |font| {
            (font.remapper.get(glyph).unwrap_or(0), font.advances.get(&glyph).copied().unwrap_or(0.0))
        })
    }

    /// Whether a cluster's glyphs, read one by one, give its text. A glyph keeps the first text it was seen with; where
    /// another is meant, or where glyphs are not in the order of the letters, the text has to be said beside them.
    pub(super) fn speaks(&mut self, run: &Run, cluster: &Cluster) -> bool {
        let face = run.face;
        let Some(font) = self.used.get_mut(&face) else { return false };
        // A mark that is shifted up or far back would be read as standing on a line of its own.
        const FAR: f32 = 0.4;
        let back = |pair: &[Glyph]| {
            let advance = font.advances.get(&pair[0].id).copied().unwrap_or(0.0) / 1000.0;
            pair[0].x + advance * run.size - pair[1].x > FAR * run.size
        };
        if cluster.glyphs.iter().any(|glyph| glyph.y.abs() > 0.001) || cluster.glyphs.windows(2).any(back) {
            return false;
        }
        let text: String = cluster.text.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
        if let [glyph] = cluster.glyphs.as_slice() {
            return !text.is_empty() && *font.said.entry(glyph.id).or_insert_with(|| text.clone()) == text;
        }
        let letters: Vec<char> = text.chars().collect();
        let Ok(whole) = FontRef::new(FACES[face].bytes) else { return false };
        let charmap = whole.charmap();
        let plain = letters.len() == cluster.glyphs.len()
            && letters
                .iter()
                .zip(&cluster.glyphs)
                .all(|(letter, glyph)| charmap.map(*letter) == Some(GlyphId::from(glyph.id)));
        plain
            && letters.iter().zip(&cluster.glyphs).all(|(letter, glyph)| {
                *font.said.entry(glyph.id).or_insert_with(|| letter.to_string()) == letter.to_string()
            })
    }

    /// Embeds each font's used part; gives the resource dictionary.
    pub(super) fn embed(&self, document: &mut Document) -> Result<Dictionary, PackError> {
        let mut dictionary = Dictionary::new();
        for (face, font) in &self.used {
            let reference = embed(document, *face, font)?;
            dictionary.set(format!("F{face}"), reference);
        }
        Ok(dictionary)
    }
}

fn measure(bytes: &[u8], advances: &mut BTreeMap<u16, f32>) {
    let Ok(font) = FontRef::new(bytes) else { return };
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
    for (glyph, advance) in advances {
        *advance = metrics.advance_width(GlyphId::from(*glyph)).unwrap_or(0.0) * 1000.0 / em;
    }
}

fn embed(document: &mut Document, face: usize, font: &Used) -> Result<Object, PackError> {
    let bundled = &FACES[face];
    let broken = || PackError::Font(bundled.name);
    let part = subsetter::subset(bundled.bytes, 0, &font.remapper).map_err(|_| broken())?;
    let whole = FontRef::new(bundled.bytes).map_err(|_| broken())?;
    let name = format!("{}+{}", tag(font), bundled.name);
    let length = i64::try_from(part.len()).unwrap_or(i64::MAX);
    let file = document.add_object(Stream::new(dictionary! { "Length1" => length }, part));
    let mut descriptor = descriptor(&whole, &name);
    descriptor.set("FontFile2", file);
    let descriptor = document.add_object(descriptor);
    let widths: Vec<Object> = font
        .remapper
        .remapped_gids()
        .map(|glyph| Object::Real(font.advances.get(&glyph).copied().unwrap_or(0.0)))
        .collect();
    let descendant = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => name.as_str(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"), "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor, "CIDToGIDMap" => "Identity", "DW" => 0,
        "W" => vec![0.into(), Object::Array(widths)],
    });
    let unicode = document.add_object(Stream::new(dictionary! {}, to_unicode(font).into_bytes()));
    let composite = dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => name.as_str(), "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Reference(descendant)], "ToUnicode" => unicode,
    };
    Ok(Object::Reference(document.add_object(composite)))
}

fn descriptor(whole: &FontRef<'_>, name: &str) -> Dictionary {
    let metrics = whole.metrics(Size::unscaled(), LocationRef::default());
    let thousandths = |value: f32| Object::Real((value * 1000.0 / f32::from(metrics.units_per_em)).round());
    let bounds = metrics.bounds.unwrap_or(BoundingBox {
        x_min: 0.0,
        y_min: metrics.descent,
        x_max: 1000.0,
        y_max: metrics.ascent,
    });
    dictionary! {
        "Type" => "FontDescriptor", "FontName" => name, "Flags" => 4, "ItalicAngle" => 0,
        "FontBBox" => [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(thousandths).to_vec(),
        "Ascent" => thousandths(metrics.ascent), "Descent" => thousandths(metrics.descent),
        "CapHeight" => thousandths(metrics.cap_height.unwrap_or(metrics.ascent)), "StemV" => 80,
    }
}

/// Six letters that differ between different parts of one font.
fn tag(font: &Used) -> String {
    let sum = font
        .remapper
        .remapped_gids()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, glyph| (hash ^ u64::from(glyph)).wrapping_mul(0x0000_0100_0000_01b3));
    (0..6).map(|place| char::from(b'A' + u8::try_from((sum >> (place * 8)) % 26).unwrap_or(0))).collect()
}

fn to_unicode(font: &Used) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering \
         (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> \
         <FFFF>\nendcodespacerange\n",
    );
    let mut said: Vec<(u16, &str)> =
        font.said.iter().filter_map(|(glyph, text)| Some((font.remapper.get(*glyph)?, text.as_str()))).collect();
    said.sort_unstable();
    for part in said.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", part.len());
        for (glyph, text) in part {
            let _ = writeln!(map, "<{glyph:04X}> <{}>", &hex(text)[4..]);
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
