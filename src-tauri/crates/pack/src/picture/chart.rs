//! Charts: a bullet bar, a spark line, a deviation bar, days from due, a plain length.

use super::glyph::triangle;
use super::{Ink, Picture, Shape, Spot, Step, Stroke, filled, line, spot};

/// An attainment drawn against its target. Lengths are thousandths of the target; the bar ends at 1200.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bullet {
    /// What was reached; `None` draws no bar.
    pub reached: Option<i32>,
    /// The gate, where it is lower than the target.
    pub gate: Option<i32>,
}

/// A line over periods. The values share one scale, whatever it is; a gap is a period without data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spark {
    /// The values, first period to last.
    pub points: Vec<Option<i32>>,
    /// The target on the same scale.
    pub goal: Option<i32>,
}

/// Where a bullet bar ends, in thousandths of the target.
const END: i64 = 1200;

/// `part` of `whole` of a length, both clamped to what a picture can show.
fn scaled(length: i32, part: i64, whole: i64) -> i32 {
    let part = part.clamp(0, whole.max(1));
    i32::try_from(i64::from(length) * part / whole.max(1)).unwrap_or(length)
}

/// The bullet bar, 76 x 14: room, bar, the target's tick and the gate's triangle.
#[must_use]
pub fn bullet(bullet: &Bullet) -> Picture {
    let at = |thousandths: i32| scaled(7600, i64::from(thousandths), END);
    let mut shapes = vec![filled(spot(0, 500), 7600, 400, Ink::Room)];
    if let Some(reached) = bullet.reached.filter(|reached| *reached > 0) {
        shapes.push(filled(spot(0, 500), at(reached), 400, Ink::Bar));
    }
    if let Some(gate) = bullet.gate.filter(|gate| (0..1000).contains(gate)) {
        shapes.push(triangle(spot(at(gate), 950)));
    }
    shapes.push(filled(spot(at(1000) - 75, 200), 150, 1000, Ink::Ink));
    Picture { width: 7600, height: 1400, shapes }
}

/// The spark line, 146 x 40. The scale runs from the lowest to the highest of values and goal.
#[must_use]
pub fn spark(spark: &Spark) -> Picture {
    let known = || spark.points.iter().flatten().copied().chain(spark.goal);
    let low = i64::from(known().min().unwrap_or(0));
    let high = i64::from(known().max().unwrap_or(0));
    let height = |value: i32| {
        if high == low { 2000 } else { 3700 - scaled(3400, i64::from(value) - low, high - low) }
    };
    let mut shapes = Vec::new();
    if let Some(goal) = spark.goal {
        let dashed = Stroke { ink: Ink::Goal, width: 75, dash: Some((200, 200)) };
        shapes.push(line(spot(0, height(goal)), spot(14600, height(goal)), dashed));
    }
    let steps = i64::try_from(spark.points.len().max(2) - 1).unwrap_or(1);
    let places: Vec<Option<Spot>> = (0_i64..)
        .zip(&spark.points)
        .map(|(step, point)| point.map(|value| spot(100 + scaled(14100, step, steps), height(value))))
        .collect();
    for run in places.split(Option::is_none) {
        shapes.extend(curve(&run.iter().flatten().copied().collect::<Vec<_>>()));
    }
    if let Some(last) = places.iter().rev().flatten().next() {
        shapes.push(Shape::Circle { at: *last, radius: 220, fill: Some(Ink::Ink), stroke: None });
    }
    Picture { width: 14600, height: 4000, shapes }
}

/// A run of known values: a line, or a small dot when its neighbours are unknown.
fn curve(run: &[Spot]) -> Option<Shape> {
    let (first, rest) = run.split_first()?;
    if rest.is_empty() {
        return Some(Shape::Circle { at: *first, radius: 100, fill: Some(Ink::Ink), stroke: None });
    }
    let steps = std::iter::once(Step::Move(*first)).chain(rest.iter().map(|place| Step::Line(*place))).collect();
    Some(Shape::Path { steps, fill: None, stroke: Some(Stroke::solid(Ink::Ink, 100)) })
}

/// A signed length from a middle axis, 200 x 18: gains are filled, losses hollow. `longest` is the largest size shown.
#[must_use]
pub fn deviation(length: i32, longest: i32) -> Picture {
    let size = scaled(9600, i64::from(length).abs(), i64::from(longest).abs());
    let mut shapes = Vec::new();
    if length > 0 {
        shapes.push(filled(spot(10000, 530), size, 740, Ink::Bar));
    } else if size > 0 {
        let stroke = Some(Stroke::solid(Ink::Ink, 100));
        let at = spot(10000 - size, 580);
        shapes.push(Shape::Rect { at, width: size, height: 640, round: 0, fill: Some(Ink::Paper), stroke });
    }
    shapes.push(line(spot(10000, 0), spot(10000, 1800), Stroke::solid(Ink::Ink, 53)));
    Picture { width: 20000, height: 1800, shapes }
}

/// Days from due to received, 104 x 14: the upright line is the due day, a hollow dot is in time, a filled one late.
/// Beyond five days early or nine days late the dot stays at the edge.
#[must_use]
pub fn days(offset: Option<i32>) -> Picture {
    const DUE: i32 = 3730;
    const DAY: i32 = 730;
    let ink = Stroke::solid(Ink::Ink, 80);
    let mut shapes = vec![line(spot(DUE, 0), spot(DUE, 1400), ink)];
    if let Some(offset) = offset {
        let at = spot(DUE + offset.clamp(-4, 8) * DAY, 700);
        if offset != 0 {
            shapes.push(line(spot(DUE, 700), at, ink));
        }
        let (fill, stroke) =
            if offset > 0 { (Ink::Ink, None) } else { (Ink::Paper, Some(Stroke::solid(Ink::Ink, 100))) };
        shapes.push(Shape::Circle { at, radius: 300, fill: Some(fill), stroke });
    }
    Picture { width: 10400, height: 1400, shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The widths of the filled rectangles in an ink.
    fn bars(picture: &Picture, ink: Ink) -> Vec<i32> {
        let width = |shape: &Shape| match shape {
            Shape::Rect { width, fill: Some(fill), .. } if *fill == ink => Some(*width),
            _ => None,
        };
        picture.shapes.iter().filter_map(width).collect()
    }

    #[test]
    fn a_bullet_bar_ends_at_a_hundred_and_twenty_percent() {
        for (reached, width) in [
            (Some(1000), vec![6333]),
            (Some(1200), vec![7600]),
            (Some(9999), vec![7600]),
            (Some(-5), vec![]),
            (None, vec![]),
        ] {
            assert_eq!(bars(&bullet(&Bullet { reached, gate: None }), Ink::Bar), width, "{reached:?}");
        }
    }

    #[test]
    fn a_spark_line_breaks_where_a_period_is_unknown() {
        let spark = spark(&Spark { points: vec![Some(1), Some(2), None, Some(4), None, Some(3)], goal: None });
        let lines = spark.shapes.iter().filter(|shape| matches!(shape, Shape::Path { .. })).count();
        let dots = spark.shapes.iter().filter(|shape| matches!(shape, Shape::Circle { .. })).count();
        assert_eq!((lines, dots), (1, 3));
    }

    #[test]
    fn no_data_draws_no_line() {
        for points in [vec![], vec![None, None]] {
            assert!(spark(&Spark { points, goal: None }).shapes.is_empty());
        }
    }

    #[test]
    fn losses_are_hollow_and_gains_are_filled() {
        assert_eq!(bars(&deviation(900, 1800), Ink::Bar), [4800]);
        assert_eq!(bars(&deviation(-900, 1800), Ink::Paper), [4800]);
        assert_eq!(bars(&deviation(0, 0), Ink::Bar), [0; 0]);
    }

    #[test]
    fn extremes_stay_in_the_picture() {
        for offset in [Some(i32::MIN), Some(i32::MAX), None] {
            let picture = days(offset);
            for shape in &picture.shapes {
                if let Shape::Circle { at, radius, .. } = shape {
                    assert!(at.x - radius >= 0 && at.x + radius <= picture.width, "{offset:?}");
                }
            }
        }
        for value in [i32::MIN, i32::MAX] {
            assert_eq!(bars(&bullet(&Bullet { reached: Some(value), gate: Some(value) }), Ink::Room), [7600]);
            assert!(
                !spark(&Spark { points: vec![Some(value), Some(0), Some(-1)], goal: Some(value) }).shapes.is_empty()
            );
            assert!(!deviation(value, value).shapes.is_empty());
        }
    }
}
