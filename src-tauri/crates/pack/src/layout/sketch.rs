//! A sketch: things drawn from a corner of their own, to be placed later.

use std::rc::Rc;

use crate::page::{Go, Item, Part, Pen, Place, Role, Tone};
use crate::picture::{Ink, Picture, Shape, Spot, Step, Stroke};
use crate::shape::{Line, Shaper, Span, Style, Weight};

/// Things drawn from the top left corner down.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sketch {
    pub(crate) items: Vec<Item>,
    /// How far down it reaches, with its own room below.
    pub(crate) height: f32,
}

impl Sketch {
    /// Makes it reach at least this far down.
    pub(crate) fn reach(&mut self, height: f32) {
        self.height = self.height.max(height);
    }

    /// Its first baseline, if it says anything.
    pub(crate) fn baseline(&self) -> Option<f32> {
        let baselines = self.items.iter().filter_map(|item| match item {
            Item::Glyphs { at, .. } => Some(at.y),
            Item::Outline { .. } => None,
        });
        baselines.min_by(f32::total_cmp)
    }

    /// Says what its text is, where nothing narrower was said.
    pub(crate) fn is(self, path: &[(Role, usize)]) -> Self {
        self.part(&Part::Of(Rc::from(path)))
    }

    /// Says that its text, where nothing narrower was said, is a paragraph.
    pub(crate) fn told(self, shaper: &mut Shaper) -> Self {
        self.is(&[(Role::Paragraph, shaper.part())])
    }

    /// Says that its text is no content.
    pub(crate) fn aside(self) -> Self {
        self.part(&Part::None)
    }

    /// Says that all of its text is no content: it was said before.
    pub(crate) fn silent(mut self) -> Self {
        for item in &mut self.items {
            if let Item::Glyphs { part, .. } = item {
                *part = Part::None;
            }
        }
        self
    }

    fn part(mut self, said: &Part) -> Self {
        for item in &mut self.items {
            if let Item::Glyphs { part, .. } = item
                && *part == Part::Open
            {
                *part = said.clone();
            }
        }
        self
    }

    /// Places another sketch in this one.
    pub(crate) fn put(&mut self, other: Sketch, x: f32, y: f32) {
        self.items.extend(other.items.into_iter().map(|item| item.moved(x, y)));
        self.reach(y + other.height);
    }

    /// Draws lines of text from `y` down; gives the y below them.
    pub(crate) fn lines(&mut self, lines: &[Line], style: Style, x: f32, y: f32) -> f32 {
        let mut below = y;
        for line in lines {
            self.line(line, x, below + line.extra + style.baseline());
            below += style.line + 2.0 * line.extra;
        }
        self.reach(below);
        below
    }

    /// Draws one line on a baseline.
    pub(crate) fn line(&mut self, line: &Line, x: f32, baseline: f32) {
        for run in &line.runs {
            let at = Place { x: x + run.x, y: baseline };
            self.items.push(Item::Glyphs { at, run: run.clone(), part: Part::Open });
        }
    }

    /// Draws a paragraph of its own; gives the y below it.
    pub(crate) fn paragraph(
        &mut self,
        shaper: &mut Shaper,
        text: &str,
        style: Style,
        (x, y, width): (f32, f32, f32),
    ) -> f32 {
        let mut words = Self::default();
        let below = words.wrapped(shaper, text, style, (0.0, 0.0, width));
        self.put(words.told(shaper), x, y);
        y + below
    }

    /// Draws text that wraps; gives the y below it.
    pub(crate) fn wrapped(
        &mut self,
        shaper: &mut Shaper,
        text: &str,
        style: Style,
        (x, y, width): (f32, f32, f32),
    ) -> f32 {
        if text.is_empty() {
            return y;
        }
        let lines = shaper.lines(&[Span { text, style }], Some(width));
        self.lines(&lines, style, x, y)
    }

    /// Draws one line of text from `y` down; gives its width.
    pub(crate) fn text(&mut self, shaper: &mut Shaper, text: &str, style: Style, (x, y): (f32, f32)) -> f32 {
        let lines = shaper.lines(&[Span { text, style }], None);
        self.lines(&lines, style, x, y);
        lines.first().map_or(0.0, |line| line.width)
    }

    /// Draws one line of text that ends at `right`.
    pub(crate) fn text_to(&mut self, shaper: &mut Shaper, text: &str, style: Style, (right, y): (f32, f32)) {
        let width = shaper.width(text, style);
        self.text(shaper, text, style, (right - width, y));
    }

    /// Draws a level line.
    pub(crate) fn rule(&mut self, (x, y): (f32, f32), length: f32, width: f32, tone: Tone) {
        let steps = vec![Go::Move(Place { x, y }), Go::Line(Place { x: x + length, y })];
        self.items.push(Item::Outline { steps, fill: None, pen: Some(Pen { tone, width, dash: None }) });
        self.reach(y + width / 2.0);
    }

    /// Draws an upright line.
    pub(crate) fn upright(&mut self, (x, y): (f32, f32), length: f32, tone: Tone) {
        let steps = vec![Go::Move(Place { x, y }), Go::Line(Place { x, y: y + length })];
        let pen = Some(Pen { tone, width: super::style::HAIR, dash: None });
        self.items.push(Item::Outline { steps, fill: None, pen });
    }

    /// Fills a rectangle.
    pub(crate) fn bar(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), tone: Tone) {
        self.items.push(Item::Outline { steps: rectangle(x, y, width, height), fill: Some(tone), pen: None });
        self.reach(y + height);
    }

    /// Outlines a rectangle.
    pub(crate) fn frame(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), tone: Tone) {
        let pen = Some(Pen { tone, width: super::style::HAIR, dash: None });
        self.items.push(Item::Outline { steps: rectangle(x, y, width, height), fill: None, pen });
    }

    /// Draws a picture, scaled to a width and a height of its own.
    pub(crate) fn picture(
        &mut self,
        shaper: &mut Shaper,
        picture: &Picture,
        (x, y): (f32, f32),
        (width, height): (f32, f32),
    ) {
        let frame =
            Frame { x, y, across: width / length(picture.width.max(1)), down: height / length(picture.height.max(1)) };
        for shape in &picture.shapes {
            self.shape(shaper, shape, &frame);
        }
        self.reach(y + height);
    }

    fn shape(&mut self, shaper: &mut Shaper, shape: &Shape, frame: &Frame) {
        let (steps, fill, stroke) = match shape {
            Shape::Rect { at, width, height, round, fill, stroke } => {
                (rounded(frame, *at, (*width, *height), *round), *fill, *stroke)
            }
            Shape::Circle { at, radius, fill, stroke } => (circle(frame, *at, *radius), *fill, *stroke),
            Shape::Path { steps, fill, stroke } => (steps.iter().map(|step| frame.go(*step)).collect(), *fill, *stroke),
            Shape::Letter { at, size, ink, text } => return self.letter(shaper, frame, (*at, *size), *ink, text),
        };
        let pen = stroke.map(|stroke| frame.pen(stroke));
        self.items.push(Item::Outline { steps, fill: fill.map(Tone::of), pen });
    }

    fn letter(&mut self, shaper: &mut Shaper, frame: &Frame, (at, size): (Spot, i32), ink: Ink, text: &str) {
        let size = length(size) * frame.down;
        let style = Style::new(size, size).weight(Weight::Strong).tone(Tone::of(ink));
        for line in shaper.lines(&[Span { text, style }], None) {
            let at = frame.place(at);
            let mut drawn = Self::default();
            drawn.line(&line, at.x - line.width / 2.0, at.y);
            self.items.extend(drawn.aside().items);
        }
    }
}

/// Hundredths of a picture's unit as a length.
#[expect(clippy::cast_precision_loss, reason = "a picture's lengths are far below 2^24")]
fn length(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}

/// Where a picture lies, and how large.
struct Frame {
    x: f32,
    y: f32,
    across: f32,
    down: f32,
}

impl Frame {
    fn place(&self, spot: Spot) -> Place {
        Place { x: self.x + length(spot.x) * self.across, y: self.y + length(spot.y) * self.down }
    }

    fn go(&self, step: Step) -> Go {
        match step {
            Step::Move(to) => Go::Move(self.place(to)),
            Step::Line(to) => Go::Line(self.place(to)),
            Step::Curve(a, b, to) => Go::Curve(self.place(a), self.place(b), self.place(to)),
            Step::Close => Go::Close,
        }
    }

    /// Lines keep their weight where a picture is stretched: the smaller scale holds.
    fn pen(&self, stroke: Stroke) -> Pen {
        let scale = self.across.min(self.down);
        let dash = stroke.dash.map(|(on, off)| (length(on) * scale, length(off) * scale));
        Pen { tone: Tone::of(stroke.ink), width: length(stroke.width) * scale, dash }
    }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Vec<Go> {
    vec![
        Go::Move(Place { x, y }),
        Go::Line(Place { x: x + width, y }),
        Go::Line(Place { x: x + width, y: y + height }),
        Go::Line(Place { x, y: y + height }),
        Go::Close,
    ]
}

/// The part of a radius at which control points make a curve a quarter circle.
const QUARTER: f32 = 0.5523;

fn circle(frame: &Frame, at: Spot, radius: i32) -> Vec<Go> {
    let centre = frame.place(at);
    let radius = length(radius) * frame.across.min(frame.down);
    corners(centre.x - radius, centre.y - radius, 2.0 * radius, 2.0 * radius, radius)
}

fn rounded(frame: &Frame, at: Spot, (width, height): (i32, i32), round: i32) -> Vec<Go> {
    let corner = frame.place(at);
    let (width, height) = (length(width) * frame.across, length(height) * frame.down);
    if round == 0 {
        return rectangle(corner.x, corner.y, width, height);
    }
    corners(corner.x, corner.y, width, height, length(round) * frame.across.min(frame.down))
}

/// A rectangle with round corners, clockwise from its top; a circle when the corners meet.
fn corners(x: f32, y: f32, width: f32, height: f32, round: f32) -> Vec<Go> {
    let (right, bottom, pull) = (x + width, y + height, round * (1.0 - QUARTER));
    let at = |x: f32, y: f32| Place { x, y };
    vec![
        Go::Move(at(x + round, y)),
        Go::Line(at(right - round, y)),
        Go::Curve(at(right - pull, y), at(right, y + pull), at(right, y + round)),
        Go::Line(at(right, bottom - round)),
        Go::Curve(at(right, bottom - pull), at(right - pull, bottom), at(right - round, bottom)),
        Go::Line(at(x + round, bottom)),
        Go::Curve(at(x + pull, bottom), at(x, bottom - pull), at(x, bottom - round)),
        Go::Line(at(x, y + round)),
        Go::Curve(at(x, y + pull), at(x + pull, y), at(x + round, y)),
        Go::Close,
    ]
}
