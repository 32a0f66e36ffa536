//! Pictures: lines, rectangles, circles, paths and short text in semantic inks. Computed once, here; the window draws
//! them as SVG elements and the pack as PDF operators, so that screen and paper cannot disagree.
//!
//! All lengths are whole hundredths of the picture's own unit: a drawer scales `width` x `height` to the room it has.

mod chart;
mod glyph;

pub use chart::{Bullet, Spark, bullet, days, deviation, spark};
pub use glyph::{Disc, Mark, disc, gate, mark};

/// A drawing of a known size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its width, in hundredths.
    pub width: i32,
    /// Its height, in hundredths.
    pub height: i32,
    /// What is drawn, first to last.
    pub shapes: Vec<Shape>,
}

/// A place in a picture: from the left, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// From the left edge.
    pub x: i32,
    /// From the top edge.
    pub y: i32,
}

/// What a shape is drawn with; what that looks like, light, dark or printed, is the drawer's concern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Writing, axes and goals.
    Ink,
    /// A measured length.
    Bar,
    /// The room a length could fill.
    Room,
    /// A target line behind a curve.
    Goal,
    /// A gate's outline, and what is not judged.
    Quiet,
    /// The ground: the inside of a hollow shape, or a letter on a filled one.
    Paper,
    /// Judged green.
    Green,
    /// Judged amber.
    Amber,
    /// Judged red.
    Red,
}

/// An outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// Its ink.
    pub ink: Ink,
    /// Its width.
    pub width: i32,
    /// Drawn and left out in turn; `None` is solid.
    pub dash: Option<(i32, i32)>,
}

impl Stroke {
    pub(crate) const fn solid(ink: Ink, width: i32) -> Self {
        Self { ink, width, dash: None }
    }
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Starts here.
    Move(Spot),
    /// A straight line to here.
    Line(Spot),
    /// A cubic curve by two control spots.
    Curve(Spot, Spot, Spot),
    /// Back to the start.
    Close,
}

/// One drawn thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Its top left corner.
        at: Spot,
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// The radius of its corners.
        round: i32,
        /// Its inside.
        fill: Option<Ink>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its centre.
        at: Spot,
        /// Its radius.
        radius: i32,
        /// Its inside.
        fill: Option<Ink>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A line or an area.
    Path {
        /// From step to step.
        steps: Vec<Step>,
        /// Its inside.
        fill: Option<Ink>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A letter or two, bold, centred on a baseline.
    Letter {
        /// The middle of the baseline.
        at: Spot,
        /// The size of the type.
        size: i32,
        /// Its ink.
        ink: Ink,
        /// What it says.
        text: String,
    },
}

pub(crate) const fn spot(x: i32, y: i32) -> Spot {
    Spot { x, y }
}

pub(crate) fn line(from: Spot, to: Spot, stroke: Stroke) -> Shape {
    Shape::Path { steps: vec![Step::Move(from), Step::Line(to)], fill: None, stroke: Some(stroke) }
}

pub(crate) fn filled(at: Spot, width: i32, height: i32, ink: Ink) -> Shape {
    Shape::Rect { at, width, height, round: 0, fill: Some(ink), stroke: None }
}
