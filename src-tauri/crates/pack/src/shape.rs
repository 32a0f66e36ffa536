//! Shaping and line breaking: from words to positioned glyphs, each with the text it stands for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontFamily, FontWeight, LayoutContext, LineHeight, OverflowWrap, StyleProperty};

use crate::fonts::{FACES, FAMILIES};
use crate::page::Tone;

/// How heavy text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Weight {
    Regular,
    Medium,
    Strong,
}

/// How text is set. Sizes are points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) line: f32,
    pub(crate) weight: Weight,
    pub(crate) tone: Tone,
    /// Extra room between letters, in ems.
    pub(crate) spacing: f32,
}

impl Style {
    pub(crate) const fn new(size: f32, line: f32) -> Self {
        Self { size, line, weight: Weight::Regular, tone: Tone::Black, spacing: 0.0 }
    }

    pub(crate) const fn weight(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }

    pub(crate) const fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    pub(crate) const fn spacing(self, spacing: f32) -> Self {
        Self { spacing, ..self }
    }

    pub(crate) fn scaled(self, scale: f32) -> Self {
        Self { size: self.size * scale, line: self.line * scale, ..self }
    }

    /// From the top of a line to its baseline: the line's spare room lies half above and half below, as in CSS.
    pub(crate) fn baseline(&self) -> f32 {
        const ASCENT: f32 = 1.069;
        const DESCENT: f32 = 0.293;
        (self.line - self.size * (ASCENT + DESCENT)) / 2.0 + self.size * ASCENT
    }
}

/// A stretch of text in one style.
#[derive(Debug, Clone)]
pub(crate) struct Span<'a> {
    pub(crate) text: &'a str,
    pub(crate) style: Style,
}

/// A glyph, placed from the start of its run and from the baseline (down is positive).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// Glyphs that together stand for a piece of text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cluster {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) advance: f32,
}

/// Clusters in one font, size and ink.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    /// Index into [`FACES`].
    pub(crate) face: usize,
    pub(crate) size: f32,
    /// The width of an outline drawn in place of a heavier font, in ems.
    pub(crate) bolden: f32,
    pub(crate) tone: Tone,
    /// From the start of the line.
    pub(crate) x: f32,
    pub(crate) clusters: Vec<Cluster>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    /// Without the spaces at its end.
    pub(crate) width: f32,
    /// The room that it needs above and below its style's line: letters of some scripts are stacked.
    pub(crate) extra: f32,
}

/// The size at which widths are measured.
const MEASURED: f32 = 100.0;

/// Shapes text with the bundled fonts.
pub(crate) struct Shaper {
    fonts: FontContext,
    layouts: LayoutContext<usize>,
    faces: Vec<u64>,
    /// What was set before: a pack says the same words in many places, and is laid out more than once.
    set: HashMap<Asked, Vec<Line>>,
    parts: usize,
}

/// What makes two paragraphs the same: text, the styles of its spans (as bits) and the width.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Asked {
    text: String,
    spans: Vec<(usize, [u32; 3], Weight, Tone)>,
    width: Option<u32>,
}

impl Asked {
    fn of(spans: &[Span<'_>], width: Option<f32>) -> Self {
        let style = |span: &Span<'_>| {
            let Style { size, line, weight, tone, spacing } = span.style;
            (span.text.len(), [size, line, spacing].map(f32::to_bits), weight, tone)
        };
        let text = spans.iter().map(|span| span.text).collect();
        Self { text, spans: spans.iter().map(style).collect(), width: width.map(f32::to_bits) }
    }
}

impl Shaper {
    /// Reading 13 MB of fonts is done once a process.
    pub(crate) fn new() -> Self {
        static READ: OnceLock<Mutex<(FontContext, Vec<u64>)>> = OnceLock::new();
        let read = READ.get_or_init(|| Mutex::new(read_fonts())).lock().unwrap_or_else(PoisonError::into_inner);
        Self {
            fonts: read.0.clone(),
            layouts: LayoutContext::new(),
            faces: read.1.clone(),
            set: HashMap::new(),
            parts: 0,
        }
    }

    /// A number that no other part of the content has.
    pub(crate) fn part(&mut self) -> usize {
        self.parts += 1;
        self.parts
    }

    /// The lines of a paragraph no wider than `width`; a single line without one. A word that is wider than a line is
    /// broken where it has to be.
    pub(crate) fn lines(&mut self, spans: &[Span<'_>], width: Option<f32>) -> Vec<Line> {
        let asked = Asked::of(spans, width);
        if let Some(lines) = self.set.get(&asked) {
            return lines.clone();
        }
        let lines = self.break_lines(spans, width);
        self.set.insert(asked, lines.clone());
        lines
    }

    fn break_lines(&mut self, spans: &[Span<'_>], width: Option<f32>) -> Vec<Line> {
        let mut text = String::new();
        let mut ranges = Vec::new();
        for span in spans {
            let start = text.len();
            text.extend(span.text.chars().map(|c| printable(c, width.is_some())));
            ranges.push(start..text.len());
        }
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::from(FAMILIES)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        for (index, (span, range)) in spans.iter().zip(ranges).enumerate() {
            let style = span.style;
            builder.push(StyleProperty::Brush(index), range.clone());
            builder.push(StyleProperty::FontSize(style.size), range.clone());
            builder.push(StyleProperty::LineHeight(LineHeight::Absolute(style.line)), range.clone());
            builder.push(StyleProperty::LetterSpacing(style.spacing * style.size), range.clone());
            builder.push(StyleProperty::FontWeight(FontWeight::new(number(style.weight))), range);
        }
        let mut layout = builder.build(&text);
        // A hundredth more than asked: a text measured at a width must fit that width again.
        layout.break_all_lines(width.map(|width| width.max(1.0) + 0.01));
        layout.lines().map(|line| self.line(&line, spans, &text)).collect()
    }

    fn line(&self, line: &parley::Line<'_, usize>, spans: &[Span<'_>], text: &str) -> Line {
        let mut runs: Vec<Run> = Vec::new();
        let mut pen = 0.0;
        for run in line.runs() {
            let face = self.faces.iter().position(|id| *id == run.font().data.id()).unwrap_or(0);
            let mut fresh = true;
            for cluster in run.visual_clusters() {
                let style = spans.get(cluster.style().brush).map(|span| span.style);
                let tone = style.map_or(Tone::Black, |style| style.tone);
                let bolden = style.map_or(0.0, |style| bolden(face, style.weight));
                if fresh || runs.last().is_some_and(|last| last.tone != tone || last.bolden != bolden) {
                    runs.push(Run { face, size: run.font_size(), bolden, tone, x: pen, clusters: Vec::new() });
                    fresh = false;
                }
                if let Some(into) = runs.last_mut() {
                    push(into, &cluster, text, pen);
                }
                pen += cluster.advance();
            }
        }
        let width = pen - trailing_space(&runs);
        let extra = runs.iter().map(|run| stacked(run.face) * run.size).fold(0.0, f32::max);
        Line { runs, width, extra }
    }

    /// How wide a text is on one line.
    pub(crate) fn width(&mut self, text: &str, style: Style) -> f32 {
        if text.is_empty() {
            return 0.0;
        }
        // Widths grow with the size: measuring at one size lets a table try smaller ones at no cost.
        let measured = Style { size: MEASURED, line: MEASURED, tone: Tone::Black, ..style };
        let width = self.lines(&[Span { text, style: measured }], None).first().map_or(0.0, |line| line.width);
        width * style.size / MEASURED
    }
}

/// What Khmer and Burmese reach beyond a line of Latin, above and below, in ems.
fn stacked(face: usize) -> f32 {
    let name = FACES[face].name;
    if name.starts_with("NotoSansKhmer") || name.starts_with("NotoSansMyanmar") { 0.14 } else { 0.0 }
}

/// Chinese comes in one weight; heavier text is outlined.
fn bolden(face: usize, weight: Weight) -> f32 {
    match weight {
        Weight::Medium if FACES[face].name == "NotoSansSC-Regular" => 0.014,
        Weight::Strong if FACES[face].name == "NotoSansSC-Regular" => 0.034,
        _ => 0.0,
    }
}

fn read_fonts() -> (FontContext, Vec<u64>) {
    let options = CollectionOptions { shared: false, system_fonts: false };
    let mut fonts = FontContext { collection: Collection::new(options), source_cache: SourceCache::default() };
    let register = |face: &crate::fonts::Face| {
        let blob = Blob::new(Arc::new(face.bytes));
        let id = blob.id();
        fonts.collection.register_fonts(blob, None);
        id
    };
    let faces = FACES.iter().map(register).collect();
    (fonts, faces)
}

fn number(weight: Weight) -> f32 {
    match weight {
        Weight::Regular => 400.0,
        Weight::Medium => 500.0,
        Weight::Strong => 600.0,
    }
}

/// Characters that would print as nothing, or break the layout, become a space.
fn printable(character: char, paragraph: bool) -> char {
    match character {
        '\n' if paragraph => '\n',
        '\u{2028}' | '\u{2029}' => ' ',
        other if other.is_control() => ' ',
        other => other,
    }
}

fn push(run: &mut Run, cluster: &parley::Cluster<'_, usize>, text: &str, pen: f32) {
    let said = text.get(cluster.text_range()).unwrap_or_default();
    if cluster.is_hard_line_break() {
        return;
    }
    if cluster.is_ligature_continuation()
        && let Some(start) = run.clusters.last_mut()
    {
        start.text.push_str(said);
        start.advance += cluster.advance();
        return;
    }
    let mut x = pen - run.x;
    let mut glyphs = Vec::new();
    for glyph in cluster.glyphs() {
        glyphs.push(Glyph { id: u16::try_from(glyph.id).unwrap_or(0), x: x + glyph.x, y: glyph.y });
        x += glyph.advance;
    }
    run.clusters.push(Cluster { text: said.to_owned(), glyphs, advance: cluster.advance() });
}

/// The room of the spaces at a line's end: they are kept, so that a reader's words stay apart, and take no width.
fn trailing_space(runs: &[Run]) -> f32 {
    let blank = |cluster: &&Cluster| cluster.text.chars().all(char::is_whitespace);
    let clusters = runs.iter().rev().flat_map(|run| run.clusters.iter().rev());
    clusters.take_while(blank).map(|cluster| cluster.advance).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style::new(10.0, 14.0);

    fn lines(text: &str, width: f32) -> Vec<Line> {
        Shaper::new().lines(&[Span { text, style: STYLE }], Some(width))
    }

    fn said(line: &Line) -> String {
        line.runs.iter().flat_map(|run| &run.clusters).map(|cluster| cluster.text.as_str()).collect()
    }

    #[test]
    fn every_script_finds_its_font_and_no_letter_is_missing() {
        for (text, face) in [
            ("Nguyễn Thị Hường −₫₱", "NotoSans-Regular"),
            ("บริษัท", "NotoSansThai-Regular"),
            ("ບໍລິສັດ", "NotoSansLao-Regular"),
            ("ក្រុមហ៊ុន", "NotoSansKhmer-Regular"),
            ("ကုမ္ပဏီ", "NotoSansMyanmar-Regular"),
            ("上海恒达", "NotoSansSC-Regular"),
        ] {
            let line = &lines(text, 400.0)[0];
            assert_eq!(said(line), text);
            assert!(line.runs.iter().all(|run| FACES[run.face].name == face), "{text}");
            let glyphs = line.runs.iter().flat_map(|run| &run.clusters).flat_map(|cluster| &cluster.glyphs);
            assert!(glyphs.clone().count() > 0 && glyphs.clone().all(|glyph| glyph.id != 0), "{text}");
        }
    }

    #[test]
    fn thai_breaks_between_words_and_a_long_word_where_it_must() {
        let thai: Vec<String> = lines("ราคาของคู่แข่งต่ำกว่าราคาขายของเรา", 60.0).iter().map(said).collect();
        assert!(thai.len() > 1 && thai.concat() == "ราคาของคู่แข่งต่ำกว่าราคาขายของเรา", "{thai:?}");
        let long = lines("Laporan_Mingguan_W39_final_revisi.xlsx", 60.0);
        assert!(long.len() > 2 && long.iter().all(|line| line.width <= 60.1));
    }

    #[test]
    fn a_text_fits_the_width_that_was_measured_for_it() {
        for text in ["Rp 5,213.4 m", "บริษัท สยาม", "Week 27"] {
            let width = Shaper::new().width(text, STYLE);
            assert_eq!(lines(text, width).len(), 1, "{text}");
        }
    }

    #[test]
    fn control_characters_print_as_spaces() {
        assert_eq!(said(&lines("a\tb\u{7}c", 400.0)[0]), "a b c");
        assert_eq!(lines("a\nb", 400.0).len(), 2);
        assert_eq!(Shaper::new().lines(&[Span { text: "a\nb", style: STYLE }], None).len(), 1);
    }
}
