//! A grant's standing over time, as a band of stretches.

use crate::book::Press;
use crate::content::{Phase, When};
use crate::layout::sketch::Sketch;
use crate::layout::style::{HAIR, SMALL, STRONG};
use crate::page::{MM, Tone, a4};

/// The least room in which a stretch's words can stand.
const LEAST: f32 = 26.0 * MM;

/// The band.
pub(super) fn phases(press: &mut Press<'_>, phases: &[Phase]) -> Sketch {
    let mut sketch = Sketch::default();
    let top = 2.4 * MM;
    let gap = 0.6 * MM;
    let mut x = 0.0;
    for (phase, width) in phases.iter().zip(widths(phases, gap)) {
        match phase.when {
            When::Launch => sketch.bar((x, top), (width, 3.0), Tone::Hair),
            When::Past => sketch.bar((x, top), (width, 3.0), Tone::Unit),
            When::Now => sketch.bar((x, top), (width, 3.0), Tone::Black),
            When::Later => sketch.rule((x, top + HAIR / 2.0), width, HAIR, Tone::Black),
        }
        let room = width - 2.0 * MM;
        let mut words = Sketch::default();
        let y = words.paragraph(&mut press.shaper, &phase.title, STRONG, (0.0, 0.0, room));
        words.paragraph(&mut press.shaper, &phase.note, SMALL, (0.0, y, room));
        sketch.put(words, x, top + 3.0 + MM);
        x += width + gap;
    }
    sketch
}

/// In proportion to days, but wide enough for words.
fn widths(phases: &[Phase], gap: f32) -> Vec<f32> {
    let count = crate::layout::table::count(phases.len());
    let room = a4::TEXT - gap * (count - 1.0).max(0.0);
    let days: u32 = phases.iter().map(|phase| phase.days.max(1)).sum();
    #[expect(clippy::cast_precision_loss, reason = "days of a few years: far below 2^24")]
    let share = |phase: &Phase| (room * phase.days.max(1) as f32 / days as f32).max(LEAST.min(room / count));
    let wanted: Vec<f32> = phases.iter().map(share).collect();
    let sum: f32 = wanted.iter().sum();
    wanted.into_iter().map(|width| width * room / sum).collect()
}
