//! Small multiples: the same drawing, four a row.

use super::section;
use crate::book::Press;
use crate::content::Trend;
use crate::layout::block::Block;
use crate::layout::sketch::Sketch;
use crate::layout::style::{BODY, HAIR, SMALL, SOFT, STRONG};
use crate::page::{MM, Tone, a4};
use crate::picture::{mark, spark};
use crate::shape::Span;

const A_ROW: usize = 4;
const BETWEEN: f32 = 6.0 * MM;
const MARK: f32 = 11.0;

/// The heading and the rows of small multiples.
pub(super) fn blocks(press: &mut Press<'_>, title: &str, trends: &[Trend]) -> Vec<Block> {
    if trends.is_empty() {
        return Vec::new();
    }
    let width = (a4::TEXT - BETWEEN * 3.0) / 4.0;
    let mut blocks = vec![section(press, title)];
    for (index, row) in trends.chunks(A_ROW).enumerate() {
        let mut sketch = Sketch::default();
        let mut x = 0.0;
        for trend in row {
            let one = multiple(press, trend, width);
            sketch.put(one, x, 0.0);
            x += width + BETWEEN;
        }
        blocks.push(Block::of(sketch).before(if index == 0 { 2.5 * MM } else { 5.0 * MM }));
    }
    blocks
}

fn multiple(press: &mut Press<'_>, trend: &Trend, width: f32) -> Sketch {
    let mut sketch = Sketch::default();
    let lines = press.shaper.lines(&[Span { text: &trend.title, style: STRONG }], Some(width - MARK - 4.0));
    let y = sketch.lines(&lines, STRONG, 0.0, 0.0);
    if let Some(judged) = trend.mark {
        sketch.picture(&mut press.shaper, &mark(judged), (width - MARK, 0.75), (MARK, MARK));
    }
    let value = if trend.latest.known { STRONG } else { SOFT };
    let unit = BODY.tone(Tone::Unit);
    let gap = if trend.latest.unit.is_empty() { "" } else { " " };
    let spans = [(trend.latest.value.as_str(), value), (gap, unit), (trend.latest.unit.as_str(), unit)];
    let spans = spans.map(|(text, style)| Span { text, style });
    let lines = press.shaper.lines(&spans, Some(width));
    let y = sketch.lines(&lines, BODY, 0.0, y) + MM;
    let high = width * 40.0 / 146.0;
    sketch.picture(&mut press.shaper, &spark(&trend.spark), (0.0, y), (width, high));
    let y = y + high + 0.6 * MM;
    sketch.rule((0.0, y), width, HAIR, Tone::Hair);
    sketch.text(&mut press.shaper, &trend.first, SMALL, (0.0, y));
    sketch.text_to(&mut press.shaper, &trend.last, SMALL, (width, y));
    sketch.told(&mut press.shaper)
}
