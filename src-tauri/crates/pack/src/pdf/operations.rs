//! A page's operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, Greyscale, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point,
    Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, TextRenderingMode, WindingOrder,
};

use super::font::{self, Fonts};
use super::structure::{self, Path};
use super::utf16;
use crate::page::{Go, Item, Mixed, Page, Part, Pen, Place, Tone, a4};
use crate::shape::{Cluster, Run};

/// What a page's marked content belongs to, by its number on that page.
pub(super) type Marked<'a> = Vec<&'a Path>;

/// The operations that draw a page, each piece of it marked as the part that it is.
pub(super) fn of<'a>(page: &'a Page, fonts: &mut Fonts) -> (Vec<Op>, Marked<'a>) {
    let mut out = Vec::new();
    let mut marked: Marked<'_> = Vec::new();
    let mut open: Option<Option<&Path>> = None;
    for item in &page.items {
        let part = match item {
            Item::Glyphs { part: Part::Of(path), .. } => Some(path.as_ref()),
            Item::Glyphs { .. } | Item::Outline { .. } => None,
        };
        if open != Some(part) {
            out.extend(open.map(|_| Op::EndMarkedContent));
            out.push(begin(part, &mut marked));
            open = Some(part);
        }
        match item {
            Item::Glyphs { at, run, .. } => glyphs(&mut out, *at, run, fonts),
            Item::Outline { steps, fill, pen } => outline(&mut out, steps, *fill, *pen),
        }
    }
    out.extend(open.map(|_| Op::EndMarkedContent));
    (out, marked)
}

fn begin<'a>(part: Option<&'a Path>, marked: &mut Marked<'a>) -> Op {
    let Some((path, (role, _))) = part.and_then(|path| Some((path, path.last()?))) else {
        return Op::BeginMarkedContent { tag: "Artifact".to_owned() };
    };
    let number = i64::try_from(marked.len()).unwrap_or(i64::MAX);
    marked.push(path);
    with(structure::name(*role), "MCID", DictItem::Int(number))
}

/// Begins marked content with one property.
fn with(tag: &str, key: &str, value: DictItem) -> Op {
    let properties = DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) };
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties }
}

/// A number of points: three decimals are a thousandth of a hair.
fn points(value: f32) -> Pt {
    Pt((value * 1000.0).round() / 1000.0)
}

fn spot(at: Place) -> Point {
    Point { x: points(at.x), y: points(a4::HEIGHT - at.y) }
}

fn colour(tone: Tone) -> Color {
    match tone.mixed() {
        Mixed::Grey(grey) => Color::Greyscale(Greyscale::new(grey, None)),
        Mixed::Colour { red, green, blue } => Color::Rgb(Rgb::new(red, green, blue, None)),
    }
}

fn outline(out: &mut Vec<Op>, steps: &[Go], fill: Option<Tone>, pen: Option<Pen>) {
    let lines = lines(steps);
    if let Some(tone) = fill {
        let rings = lines.iter().map(|line| PolygonRing { points: line.points.clone() }).collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        out.extend([Op::SetFillColor { col: colour(tone) }, Op::DrawPolygon { polygon }]);
    }
    if let Some(pen) = pen {
        let dash = pen.dash.map(|(on, off)| LineDashPattern::new(0.0, &[on, off].map(|length| points(length).0)));
        out.extend([
            Op::SetOutlineColor { col: colour(pen.tone) },
            Op::SetOutlineThickness { pt: points(pen.width) },
            Op::SetLineDashPattern { dash: dash.unwrap_or_default() },
        ]);
        out.extend(lines.into_iter().map(|line| Op::DrawLine { line }));
    }
}

/// The lines of an outline, each from where it starts to where the next one does.
fn lines(steps: &[Go]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for step in steps {
        if let Go::Move(_) = step {
            lines.push(Line::default());
        }
        let Some(line) = lines.last_mut() else { continue };
        let mut go = |to: Place, bezier: bool| line.points.push(LinePoint { p: spot(to), bezier });
        match *step {
            Go::Move(to) | Go::Line(to) => go(to, false),
            Go::Curve(a, b, to) => {
                go(a, true);
                go(b, true);
                go(to, false);
            }
            Go::Close => line.is_closed = true,
        }
    }
    lines
}

fn glyphs(out: &mut Vec<Op>, at: Place, run: &Run, fonts: &mut Fonts) {
    out.extend([
        Op::StartTextSection,
        Op::SetFillColor { col: colour(run.tone) },
        Op::SetFont { font: PdfFontHandle::External(font::id(run.face)), size: points(run.size) },
    ]);
    if run.bolden > 0.0 {
        out.extend([
            Op::SetOutlineColor { col: colour(run.tone) },
            Op::SetOutlineThickness { pt: points(run.size * run.bolden) },
            Op::SetLineDashPattern { dash: LineDashPattern::default() },
            Op::SetTextRenderingMode { mode: TextRenderingMode::FillStroke },
        ]);
    }
    let mut plain: Vec<&Cluster> = Vec::new();
    for word in run.clusters.chunk_by(|a, b| is_space(a) == is_space(b)) {
        if word.iter().all(|cluster| fonts.speaks(run, cluster)) {
            plain.extend(word);
            continue;
        }
        show(out, at, run, &std::mem::take(&mut plain), fonts);
        let said: String = word.iter().map(|cluster| cluster.text.as_str()).collect();
        out.push(with("Span", "ActualText", DictItem::Bytes(utf16(&said))));
        show(out, at, run, &word.iter().collect::<Vec<_>>(), fonts);
        out.push(Op::EndMarkedContent);
    }
    show(out, at, run, &plain, fonts);
    if run.bolden > 0.0 {
        out.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
    }
    out.push(Op::EndTextSection);
}

fn is_space(cluster: &Cluster) -> bool {
    cluster.text.chars().all(char::is_whitespace)
}

/// Shows glyphs: one matrix a baseline, and a correction wherever the font's own advance does not lead to the next one.
fn show(out: &mut Vec<Op>, at: Place, run: &Run, clusters: &[&Cluster], fonts: &Fonts) {
    let mut glyphs = clusters.iter().flat_map(|cluster| &cluster.glyphs).peekable();
    while let Some(first) = glyphs.peek().copied() {
        let start = spot(Place { x: at.x + first.x, y: at.y + first.y });
        let mut pen = first.x;
        let mut shown: Vec<Codepoint> = Vec::new();
        while let Some(glyph) = glyphs.next_if(|glyph| (glyph.y - first.y).abs() < 0.001) {
            let off = ((pen - glyph.x) * 1000.0 / run.size).round();
            if let Some(before) = shown.last_mut()
                && off.abs() >= 1.0
            {
                before.offset = off;
                pen -= off * run.size / 1000.0;
            }
            shown.push(fonts.codepoint(run.face, glyph.id));
            pen += font::advance(run.face, glyph.id) * run.size / 1000.0;
        }
        out.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(start.x, start.y) });
        out.push(Op::ShowText { items: vec![TextItem::GlyphIds(shown)] });
    }
}
