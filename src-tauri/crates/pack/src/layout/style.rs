//! The type of the paper: few sizes, three weights.

use crate::page::{MM, Tone};
use crate::shape::{Style, Weight};

pub(crate) const BODY: Style = Style::new(8.75, 12.5);
pub(crate) const SOFT: Style = BODY.tone(Tone::Soft);
pub(crate) const STRONG: Style = BODY.weight(Weight::Strong);
pub(crate) const SMALL: Style = Style::new(7.25, 10.0).tone(Tone::Soft);
pub(crate) const H1: Style = Style::new(18.0, 23.0).weight(Weight::Strong).spacing(-0.012);
pub(crate) const H2: Style = Style::new(10.5, 14.0).weight(Weight::Strong);
pub(crate) const VERDICT: Style = Style::new(13.0, 18.0).weight(Weight::Strong);
pub(crate) const FIGURE: Style = Style::new(22.0, 26.0).weight(Weight::Strong).spacing(-0.02);
pub(crate) const FIGURE_UNIT: Style = Style::new(10.5, 26.0).tone(Tone::Unit);
pub(crate) const CELL: Style = Style::new(8.25, 11.5);
pub(crate) const NAME: Style = CELL.weight(Weight::Medium);
pub(crate) const CELL_STRONG: Style = CELL.weight(Weight::Strong);
pub(crate) const CELL_SOFT: Style = CELL.tone(Tone::Soft);
pub(crate) const UNIT: Style = CELL.tone(Tone::Unit);
pub(crate) const HEADING: Style = Style::new(7.25, 9.5).tone(Tone::Soft);
pub(crate) const GROUP: Style = Style::new(7.25, 11.5).weight(Weight::Strong);
pub(crate) const GROUP_NOTE: Style = Style::new(7.25, 11.5).tone(Tone::Soft);
pub(crate) const GATE: Style = Style::new(6.5, 8.0).tone(Tone::Soft);

/// A hairline.
pub(crate) const HAIR: f32 = 0.4;
/// The line under a heading.
pub(crate) const FIRM: f32 = 0.8;
/// The room above a section.
pub(crate) const SECTION: f32 = 7.0 * MM;
