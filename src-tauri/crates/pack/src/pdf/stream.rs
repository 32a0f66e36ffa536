//! A page's content stream.

use std::fmt::Write as _;

use super::font::Fonts;
use super::hex;
use super::structure::{self, Path};
use crate::page::{Go, Item, Page, Part, Pen, Place, Tone, a4};
use crate::shape::{Cluster, Run};

/// What a page's marked content belongs to, by its number on that page.
pub(super) type Marked<'a> = Vec<&'a Path>;

/// The operators that draw a page, each piece of it marked as the part that it is.
pub(super) fn content<'a>(page: &'a Page, fonts: &mut Fonts) -> (Vec<u8>, Marked<'a>) {
    let mut out = String::new();
    let mut marked: Marked<'_> = Vec::new();
    let mut open: Option<Option<&Path>> = None;
    for item in &page.items {
        let part = match item {
            Item::Glyphs { part: Part::Of(path), .. } => Some(path.as_ref()),
            Item::Glyphs { .. } | Item::Outline { .. } => None,
        };
        if open != Some(part) {
            out.push_str(if open.is_some() { "EMC\n" } else { "" });
            begin(&mut out, part, &mut marked);
            open = Some(part);
        }
        match item {
            Item::Glyphs { at, run, .. } => glyphs(&mut out, *at, run, fonts),
            Item::Outline { steps, fill, pen } => outline(&mut out, steps, *fill, *pen),
        }
    }
    out.push_str(if open.is_some() { "EMC\n" } else { "" });
    (out.into_bytes(), marked)
}

fn begin<'a>(out: &mut String, part: Option<&'a Path>, marked: &mut Marked<'a>) {
    match part.and_then(|path| Some((path, path.last()?))) {
        Some((path, (role, _))) => {
            let _ = writeln!(out, "/{} <</MCID {}>> BDC", structure::name(*role), marked.len());
            marked.push(path);
        }
        None => out.push_str("/Artifact BMC\n"),
    }
}

/// A number of points: three decimals are a thousandth of a hair.
fn number(value: f32) -> String {
    let mut text = format!("{value:.3}");
    while text.ends_with('0') {
        text.pop();
    }
    if text.ends_with('.') {
        text.pop();
    }
    if text == "-0" { "0".to_owned() } else { text }
}

fn place(at: Place) -> String {
    format!("{} {}", number(at.x), number(a4::HEIGHT - at.y))
}

fn colour(tone: Tone, grey: &str, rgb: &str) -> String {
    let operands = tone.operands();
    let operator = if operands.contains(' ') { rgb } else { grey };
    format!("{operands} {operator} ")
}

fn outline(out: &mut String, steps: &[Go], fill: Option<Tone>, pen: Option<Pen>) {
    if let Some(tone) = fill {
        out.push_str(&colour(tone, "g", "rg"));
    }
    if let Some(pen) = pen {
        out.push_str(&colour(pen.tone, "G", "RG"));
        let dash = pen.dash.map_or(String::from("[] 0"), |(on, off)| format!("[{} {}] 0", number(on), number(off)));
        let _ = write!(out, "{} w {dash} d ", number(pen.width));
    }
    for step in steps {
        let _ = match step {
            Go::Move(to) => write!(out, "{} m ", place(*to)),
            Go::Line(to) => write!(out, "{} l ", place(*to)),
            Go::Curve(a, b, to) => write!(out, "{} {} {} c ", place(*a), place(*b), place(*to)),
            Go::Close => write!(out, "h "),
        };
    }
    out.push_str(match (fill, pen) {
        (Some(_), Some(_)) => "B\n",
        (Some(_), None) => "f\n",
        (None, Some(_)) => "S\n",
        (None, None) => "n\n",
    });
}

fn glyphs(out: &mut String, at: Place, run: &Run, fonts: &mut Fonts) {
    let _ = write!(out, "BT {}/F{} {} Tf ", colour(run.tone, "g", "rg"), run.face, number(run.size));
    if run.bolden > 0.0 {
        let _ = write!(out, "{}{} w [] 0 d 2 Tr ", colour(run.tone, "G", "RG"), number(run.size * run.bolden));
    }
    for word in run.clusters.chunk_by(|a, b| is_space(a) == is_space(b)) {
        if word.iter().all(|cluster| fonts.speaks(run, cluster)) {
            show(out, at, run, word, fonts);
        } else {
            let said: String = word.iter().map(|cluster| cluster.text.as_str()).collect();
            let _ = write!(out, "/Span <</ActualText <{}>>> BDC ", hex(&said));
            show(out, at, run, word, fonts);
            out.push_str("EMC ");
        }
    }
    out.push_str(if run.bolden > 0.0 { "0 Tr ET\n" } else { "ET\n" });
}

fn is_space(cluster: &Cluster) -> bool {
    cluster.text.chars().all(char::is_whitespace)
}

/// Shows glyphs: one matrix a baseline, and a correction wherever the font's own advance does not lead to the next one.
fn show(out: &mut String, at: Place, run: &Run, clusters: &[Cluster], fonts: &Fonts) {
    let mut glyphs = clusters.iter().flat_map(|cluster| &cluster.glyphs).peekable();
    while let Some(first) = glyphs.peek().copied() {
        let start = Place { x: at.x + first.x, y: at.y + first.y };
        let _ = write!(out, "1 0 0 1 {} Tm [<", place(start));
        let mut pen = first.x;
        while let Some(glyph) = glyphs.next_if(|glyph| (glyph.y - first.y).abs() < 0.001) {
            let off = ((pen - glyph.x) * 1000.0 / run.size).round();
            if off.abs() >= 1.0 {
                let _ = write!(out, ">{}<", number(off));
                pen -= off * run.size / 1000.0;
            }
            let (id, advance) = fonts.glyph(run.face, glyph.id);
            let _ = write!(out, "{id:04X}");
            pen += advance * run.size / 1000.0;
        }
        out.push_str(">] TJ ");
    }
}
