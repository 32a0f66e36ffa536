//! Pictures: charts computed once, drawn by the window as SVG and by the pack as PDF.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A small drawing. Lengths are in hundredths of a point, y grows downwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// What it shows, in words, for those who can't see it.
    pub label: String,
    /// What is drawn, back to front.
    pub strokes: Vec<Stroke>,
}

/// A piece of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "draw")]
pub enum Stroke {
    /// A straight line.
    Line {
        /// Start.
        x1: i32,
        /// Start.
        y1: i32,
        /// End.
        x2: i32,
        /// End.
        y2: i32,
        /// Thickness.
        width: i32,
        /// Its ink.
        ink: Ink,
        /// Whether it is dashed.
        dashed: bool,
    },
    /// A rectangle.
    Rect {
        /// Left.
        x: i32,
        /// Top.
        y: i32,
        /// Width.
        width: i32,
        /// Height.
        height: i32,
        /// Its ink.
        ink: Ink,
        /// Whether only its border is drawn.
        hollow: bool,
    },
    /// A line through points: x and y in turn.
    Path {
        /// The points.
        points: Vec<i32>,
        /// Thickness.
        width: i32,
        /// Its ink.
        ink: Ink,
        /// Whether it is closed and filled.
        filled: bool,
    },
    /// A disc.
    Circle {
        /// Centre.
        x: i32,
        /// Centre.
        y: i32,
        /// Radius.
        radius: i32,
        /// Its ink.
        ink: Ink,
        /// Whether only its border is drawn.
        hollow: bool,
    },
    /// A label.
    Text {
        /// Where it starts, ends or is centred.
        x: i32,
        /// Its base line.
        y: i32,
        /// The words.
        text: String,
        /// Type size.
        size: i32,
        /// How it sits on x.
        anchor: Anchor,
        /// Its ink.
        ink: Ink,
    },
}

/// What a stroke means; window and paper each have a colour for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    /// The thing itself.
    Series,
    /// Earlier, other, planned.
    Soft,
    /// The room a bar could fill.
    Track,
    /// The target.
    Goal,
    /// What the gate asks.
    Gate,
    /// Needs attention.
    Amber,
    /// Failed.
    Red,
    /// Words.
    Text,
    /// Captions.
    Quiet,
}

/// How text sits on its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// It starts there.
    Start,
    /// It is centred.
    Middle,
    /// It ends there.
    End,
}
