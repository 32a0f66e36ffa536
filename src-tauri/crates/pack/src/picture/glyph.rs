//! Marks, discs and the gate's triangle: status is always letter, shape and ink together.

use super::{Ink, Picture, Shape, Spot, Step, Stroke, line, spot};

/// A judgement's mark. The letter and the shape differ, so that it reads without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Green: G in a circle.
    Green,
    /// Amber: A in a filled diamond.
    Amber,
    /// Red: R in a filled square.
    Red,
    /// Provisional: P in a dashed circle.
    Provisional,
    /// Does not apply: a dash.
    NotApplicable,
    /// On time: T in a circle.
    OnTime,
    /// Corrected: C in a circle.
    Corrected,
    /// Late: L in a filled diamond.
    Late,
    /// Missing: M in a filled square.
    Missing,
    /// Not yet due: D in a dashed circle.
    NotYetDue,
    /// A condition that is met: a tick in a circle.
    Met,
    /// A condition that is not met: a cross in a filled square.
    NotMet,
}

/// Where a grant stands: a disc that fills as exclusivity is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Disc {
    /// A quarter: not exclusive yet.
    Launch,
    /// Half: renewed quarter by quarter.
    Conditional,
    /// Full.
    Scale,
    /// Struck through.
    Lapsed,
}

/// The mark, 16 x 16.
#[must_use]
pub fn mark(mark: Mark) -> Picture {
    let shapes = match mark {
        Mark::Green => vec![ring(Ink::Green, None), letter("G", Ink::Green)],
        Mark::OnTime => vec![ring(Ink::Green, None), letter("T", Ink::Green)],
        Mark::Corrected => vec![ring(Ink::Green, None), letter("C", Ink::Green)],
        Mark::Provisional => vec![ring(Ink::Quiet, Some((220, 213))), letter("P", Ink::Quiet)],
        Mark::NotYetDue => vec![ring(Ink::Quiet, Some((220, 213))), letter("D", Ink::Quiet)],
        Mark::Amber => vec![diamond(Ink::Amber), letter("A", Ink::Paper)],
        Mark::Late => vec![diamond(Ink::Amber), letter("L", Ink::Paper)],
        Mark::Red => vec![square(), letter("R", Ink::Paper)],
        Mark::Missing => vec![square(), letter("M", Ink::Paper)],
        Mark::NotApplicable => vec![line(spot(450, 800), spot(1150, 800), Stroke::solid(Ink::Quiet, 120))],
        Mark::Met => vec![ring(Ink::Green, None), tick()],
        Mark::NotMet => {
            let cross = Stroke::solid(Ink::Paper, 150);
            vec![square(), line(spot(530, 530), spot(1070, 1070), cross), line(spot(1070, 530), spot(530, 1070), cross)]
        }
    };
    Picture { width: 1600, height: 1600, shapes }
}

/// The disc, 14 x 14.
#[must_use]
pub fn disc(disc: Disc) -> Picture {
    let centre = spot(700, 700);
    let rim = Some(Stroke::solid(Ink::Ink, 120));
    let outline = |fill| Shape::Circle { at: centre, radius: 600, fill, stroke: rim };
    let shapes = match disc {
        Disc::Launch => vec![outline(None), wedge(&[ARC[0]])],
        Disc::Conditional => vec![outline(None), wedge(&ARC)],
        Disc::Scale => vec![outline(Some(Ink::Ink))],
        Disc::Lapsed => vec![outline(None), line(spot(276, 1124), spot(1124, 276), Stroke::solid(Ink::Ink, 120))],
    };
    Picture { width: 1400, height: 1400, shapes }
}

/// The gate's triangle as it stands in a sentence, 8 x 6.
#[must_use]
pub fn gate() -> Picture {
    Picture { width: 800, height: 600, shapes: vec![triangle(spot(400, 150))] }
}

/// The gate's triangle by its tip.
pub(super) fn triangle(tip: Spot) -> Shape {
    let steps = vec![
        Step::Move(tip),
        Step::Line(spot(tip.x + 300, tip.y + 400)),
        Step::Line(spot(tip.x - 300, tip.y + 400)),
        Step::Close,
    ];
    Shape::Path { steps, fill: Some(Ink::Paper), stroke: Some(Stroke::solid(Ink::Quiet, 75)) }
}

/// A right half of the disc's circle as two curves (0.5523 of the radius approximates a quarter circle within 0.03 %).
const ARC: [Step; 2] = [
    Step::Curve(spot(1031, 100), spot(1300, 369), spot(1300, 700)),
    Step::Curve(spot(1300, 1031), spot(1031, 1300), spot(700, 1300)),
];

fn wedge(arc: &[Step]) -> Shape {
    let mut steps = vec![Step::Move(spot(700, 700)), Step::Line(spot(700, 100))];
    steps.extend_from_slice(arc);
    steps.push(Step::Close);
    Shape::Path { steps, fill: Some(Ink::Ink), stroke: None }
}

fn ring(ink: Ink, dash: Option<(i32, i32)>) -> Shape {
    Shape::Circle { at: spot(800, 800), radius: 690, fill: None, stroke: Some(Stroke { ink, width: 110, dash }) }
}

fn diamond(ink: Ink) -> Shape {
    let steps = vec![
        Step::Move(spot(800, 20)),
        Step::Line(spot(1580, 800)),
        Step::Line(spot(800, 1580)),
        Step::Line(spot(20, 800)),
        Step::Close,
    ];
    Shape::Path { steps, fill: Some(ink), stroke: None }
}

fn square() -> Shape {
    Shape::Rect { at: spot(100, 100), width: 1400, height: 1400, round: 200, fill: Some(Ink::Red), stroke: None }
}

fn tick() -> Shape {
    let steps = vec![Step::Move(spot(500, 820)), Step::Line(spot(710, 1030)), Step::Line(spot(1100, 620))];
    Shape::Path { steps, fill: None, stroke: Some(Stroke::solid(Ink::Green, 150)) }
}

fn letter(text: &str, ink: Ink) -> Shape {
    Shape::Letter { at: spot(800, 1120), size: 900, ink, text: text.to_owned() }
}
