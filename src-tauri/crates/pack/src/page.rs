//! A page as a display list, in points from its top left corner.

use std::rc::Rc;

use crate::picture::Ink;
use crate::shape::Run;

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// A4 and its margins.
pub(crate) mod a4 {
    use super::MM;

    pub(crate) const WIDTH: f32 = 210.0 * MM;
    pub(crate) const HEIGHT: f32 = 297.0 * MM;
    pub(crate) const LEFT: f32 = 18.0 * MM;
    pub(crate) const TOP: f32 = 25.0 * MM;
    pub(crate) const BOTTOM: f32 = HEIGHT - 20.0 * MM;
    pub(crate) const TEXT: f32 = WIDTH - 2.0 * LEFT;
}

/// An ink of the paper: black first, greys, and two colours as a third signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tone {
    Black,
    Soft,
    Unit,
    Muted,
    Pen,
    Hair,
    Room,
    White,
    Bar,
    Amber,
    Red,
}

/// What an ink is mixed of, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Mixed {
    Grey(f32),
    Colour { red: f32, green: f32, blue: f32 },
}

impl Tone {
    /// What it is mixed of.
    pub(crate) const fn mixed(self) -> Mixed {
        match self {
            Self::Black => Mixed::Grey(0.067),
            Self::Soft | Self::Bar => Mixed::Grey(0.267),
            Self::Unit => Mixed::Grey(0.333),
            Self::Muted => Mixed::Grey(0.467),
            Self::Pen => Mixed::Grey(0.6),
            Self::Hair => Mixed::Grey(0.733),
            Self::Room => Mixed::Grey(0.886),
            Self::White => Mixed::Grey(1.0),
            Self::Amber => Mixed::Colour { red: 0.478, green: 0.302, blue: 0.0 },
            Self::Red => Mixed::Colour { red: 0.561, green: 0.114, blue: 0.075 },
        }
    }

    /// What a picture's ink is on paper, where green needs no colour.
    pub(crate) const fn of(ink: Ink) -> Self {
        match ink {
            Ink::Ink | Ink::Green => Self::Black,
            Ink::Bar => Self::Bar,
            Ink::Room => Self::Room,
            Ink::Goal => Self::Muted,
            Ink::Quiet => Self::Soft,
            Ink::Paper => Self::White,
            Ink::Amber => Self::Amber,
            Ink::Red => Self::Red,
        }
    }
}

/// A place on a page or in a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// A step of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Go {
    Move(Place),
    Line(Place),
    Curve(Place, Place, Place),
    Close,
}

/// How an outline is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pen {
    pub(crate) tone: Tone,
    pub(crate) width: f32,
    pub(crate) dash: Option<(f32, f32)>,
}

/// What a piece of text is, for readers that cannot see the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// A section's headline.
    Headline,
    /// A heading within a section.
    Heading,
    Paragraph,
    /// What no one said more of.
    Other,
    Table,
    Row,
    /// The heading of a column.
    ColumnHead,
    /// The name of a row.
    RowHead,
    Cell,
}

/// The part of the content that a piece of text belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Not said yet.
    Open,
    /// No content: what repeats on every page, and letters that are drawn.
    None,
    /// From the outermost part inwards, each with a number that tells it from its like.
    Of(Rc<[(Role, usize)]>),
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    /// Glyphs on a baseline that starts here.
    Glyphs { at: Place, run: Run, part: Part },
    /// An area, an outline or both.
    Outline { steps: Vec<Go>, fill: Option<Tone>, pen: Option<Pen> },
}

impl Item {
    /// The same, further down and to the right.
    pub(crate) fn moved(self, x: f32, y: f32) -> Self {
        let by = |place: Place| Place { x: place.x + x, y: place.y + y };
        match self {
            Self::Glyphs { at, run, part } => Self::Glyphs { at: by(at), run, part },
            Self::Outline { steps, fill, pen } => {
                let steps = steps.into_iter().map(|step| match step {
                    Go::Move(to) => Go::Move(by(to)),
                    Go::Line(to) => Go::Line(by(to)),
                    Go::Curve(a, b, to) => Go::Curve(by(a), by(b), by(to)),
                    Go::Close => Go::Close,
                });
                Self::Outline { steps: steps.collect(), fill, pen }
            }
        }
    }

    /// Its top and bottom.
    pub(crate) fn extent(&self) -> (f32, f32) {
        match self {
            Self::Glyphs { at, run, .. } => (at.y - run.size, at.y + run.size * 0.3),
            Self::Outline { steps, .. } => {
                let ys = steps.iter().flat_map(|step| match step {
                    Go::Move(to) | Go::Line(to) => vec![to.y],
                    Go::Curve(a, b, to) => vec![a.y, b.y, to.y],
                    Go::Close => vec![],
                });
                ys.fold((f32::MAX, f32::MIN), |(low, high), y| (low.min(y), high.max(y)))
            }
        }
    }
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
}
