//! Pictures as the window takes them: the same shapes that the pack prints, with the judged colour where one is due.

use pack::picture::{Ink as PackInk, Picture as Drawn, Shape, Step};

use crate::view::{Anchor, Ink, Picture, Stroke};

/// A drawn picture for the window. `tone` is what a bar or a last point is judged to be; paper prints them in ink.
#[must_use]
pub(crate) fn picture(drawn: &Drawn, label: String, tone: Option<Ink>) -> Picture {
    let strokes = drawn.shapes.iter().filter_map(|shape| stroke(shape, tone)).collect();
    Picture { width: drawn.width, height: drawn.height, label, strokes }
}

fn stroke(shape: &Shape, tone: Option<Ink>) -> Option<Stroke> {
    Some(match shape {
        Shape::Rect { at, width, height, fill, stroke, .. } => {
            let hollow = stroke.is_some() && fill.is_none_or(|fill| fill == PackInk::Paper);
            let drawn = if hollow { stroke.map(|stroke| stroke.ink) } else { *fill };
            Stroke::Rect { x: at.x, y: at.y, width: *width, height: *height, ink: ink(drawn?, tone), hollow }
        }
        Shape::Circle { at, radius, fill, stroke } => {
            let hollow = stroke.is_some() && fill.is_none_or(|fill| fill == PackInk::Paper);
            let drawn = if hollow { stroke.map(|stroke| stroke.ink) } else { *fill };
            // The last point of a line says how it is judged now.
            let judged = if drawn == Some(PackInk::Ink) && !hollow { tone } else { None };
            Stroke::Circle { x: at.x, y: at.y, radius: *radius, ink: judged.unwrap_or(ink(drawn?, tone)), hollow }
        }
        Shape::Path { steps, fill, stroke } => path(steps, *fill, *stroke, tone)?,
        Shape::Letter { at, size, ink: of, text } => Stroke::Text {
            x: at.x,
            y: at.y,
            text: text.clone(),
            size: *size,
            anchor: Anchor::Middle,
            ink: ink(*of, tone),
        },
    })
}

fn path(
    steps: &[Step],
    fill: Option<PackInk>,
    stroke: Option<pack::picture::Stroke>,
    tone: Option<Ink>,
) -> Option<Stroke> {
    let ends = steps.iter().filter_map(|step| match step {
        Step::Move(spot) | Step::Line(spot) | Step::Curve(_, _, spot) => Some(*spot),
        Step::Close => None,
    });
    let ends: Vec<_> = ends.collect();
    if let (Some(stroke), [from, to]) = (stroke, ends.as_slice()) {
        return Some(Stroke::Line {
            x1: from.x,
            y1: from.y,
            x2: to.x,
            y2: to.y,
            width: stroke.width,
            ink: ink(stroke.ink, tone),
            dashed: stroke.dash.is_some(),
        });
    }
    // An outline that is closed comes back to where it began.
    let back = ends.first().filter(|_| steps.iter().any(|step| matches!(step, Step::Close)));
    let points = ends.iter().chain(back).flat_map(|spot| [spot.x, spot.y]).collect();
    // A filled shape on paper ground is an outline.
    let fill = fill.filter(|fill| *fill != PackInk::Paper);
    match (fill, stroke) {
        (Some(fill), _) => Some(Stroke::Path { points, width: 0, ink: ink(fill, tone), filled: true }),
        (None, Some(stroke)) => {
            Some(Stroke::Path { points, width: stroke.width, ink: ink(stroke.ink, tone), filled: false })
        }
        (None, None) => None,
    }
}

fn ink(ink: PackInk, tone: Option<Ink>) -> Ink {
    match ink {
        PackInk::Bar => tone.unwrap_or(Ink::Series),
        PackInk::Ink | PackInk::Green => Ink::Series,
        PackInk::Room => Ink::Track,
        PackInk::Goal => Ink::Goal,
        PackInk::Quiet => Ink::Gate,
        PackInk::Paper => Ink::Soft,
        PackInk::Amber => Ink::Amber,
        PackInk::Red => Ink::Red,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pack::picture::{Bullet, bullet, days};

    #[test]
    fn a_judged_bar_is_coloured_and_its_target_is_not() {
        let drawn = bullet(&Bullet { reached: Some(965), gate: None });
        let inks: Vec<_> = picture(&drawn, String::new(), Some(Ink::Amber))
            .strokes
            .iter()
            .map(|stroke| match stroke {
                Stroke::Rect { ink, .. } => *ink,
                other => panic!("{other:?} in a bullet bar"),
            })
            .collect();
        assert_eq!(inks, [Ink::Track, Ink::Amber, Ink::Series]);
    }

    #[test]
    fn a_report_in_time_is_a_hollow_dot() {
        let hollow = |offset| {
            picture(&days(Some(offset)), String::new(), None)
                .strokes
                .iter()
                .any(|stroke| matches!(stroke, Stroke::Circle { hollow: true, .. }))
        };
        assert!(hollow(-1) && hollow(0) && !hollow(2));
    }
}
