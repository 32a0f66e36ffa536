//! The sections of a pack, a file each.

mod agenda;
mod compliance;
mod decision;
mod evidence;
mod governance;
mod remarks;
mod scorecard;
mod standing;
mod trends;

use crate::book::Press;
use crate::content::{Bar, Figure, Section};
use crate::layout::block::Block;
use crate::layout::flow::Flow;
use crate::layout::sketch::Sketch;
use crate::layout::style::{BODY, FIGURE, FIGURE_UNIT, FIRM, H1, H2, SECTION, SMALL, SOFT, STRONG};
use crate::page::{MM, Role, Tone, a4};

/// A section's line in the outline.
pub(crate) fn title(section: &Section) -> &str {
    match section {
        Section::Decision(decision) => &decision.headline,
        Section::Scorecard(scorecard) => &scorecard.headline,
        Section::Compliance(compliance) => &compliance.headline,
        Section::Remarks(remarks) => &remarks.headline,
        Section::Governance(governance) => &governance.headline,
        Section::Evidence(evidence) => &evidence.headline,
        Section::Agenda(agenda) => &agenda.headline,
    }
}

/// Lays a section out from the top of a page.
pub(crate) fn lay_out(section: &Section, press: &mut Press<'_>, flow: &mut Flow) {
    match section {
        Section::Decision(decision) => decision::lay_out(decision, press, flow),
        Section::Scorecard(scorecard) => scorecard::lay_out(scorecard, press, flow),
        Section::Compliance(compliance) => compliance::lay_out(compliance, press, flow),
        Section::Remarks(remarks) => remarks::lay_out(remarks, press, flow),
        Section::Governance(governance) => governance::lay_out(governance, press, flow),
        Section::Evidence(evidence) => evidence::lay_out(evidence, press, flow),
        Section::Agenda(agenda) => agenda::lay_out(agenda, press, flow),
    }
}

/// A page's head: a quiet line, and the headline.
fn head(press: &mut Press<'_>, kicker: &str, headline: &str, width: f32) -> Sketch {
    let mut sketch = Sketch::default();
    let y = sketch.paragraph(&mut press.shaper, kicker, SOFT, (0.0, 0.0, width));
    let mut large = Sketch::default();
    large.wrapped(&mut press.shaper, headline, H1, (0.0, 0.0, width));
    sketch.put(large.is(&[(Role::Headline, press.shaper.part())]), 0.0, y);
    sketch
}

/// A heading with its line; gives the sketch, as high as the line.
fn heading(press: &mut Press<'_>, title: &str, width: f32) -> Sketch {
    let mut sketch = Sketch::default();
    let y = sketch.wrapped(&mut press.shaper, title, H2, (0.0, 0.0, width)) + 1.2 * MM;
    sketch.rule((0.0, y), width, FIRM, Tone::Black);
    sketch.height = y;
    sketch.is(&[(Role::Heading, press.shaper.part())])
}

/// A heading as the first block of a section.
fn section(press: &mut Press<'_>, title: &str) -> Block {
    Block::of(heading(press, title, a4::TEXT)).before(SECTION).keep()
}

/// A large number with its unit, its label above and its note below; gives the width it took of at most `width`.
fn figure(press: &mut Press<'_>, figure: &Figure, width: f32) -> (Sketch, f32) {
    let mut sketch = Sketch::default();
    let y = sketch.paragraph(&mut press.shaper, &figure.label, SMALL, (0.0, 0.0, width));
    let value = sketch.text(&mut press.shaper, &figure.value, FIGURE, (0.0, y));
    let mut taken = value;
    if !figure.unit.is_empty() {
        let below = y + FIGURE.baseline() - FIGURE_UNIT.baseline();
        let unit = format!(" {}", figure.unit);
        taken += sketch.text(&mut press.shaper, &unit, FIGURE_UNIT, (value, below));
    }
    let below = y + FIGURE.line;
    sketch.height = below;
    sketch.paragraph(&mut press.shaper, &figure.note, SMALL, (0.0, below, width));
    let said = [&figure.label, &figure.note].map(|text| press.shaper.width(text, SMALL).min(width));
    (sketch.told(&mut press.shaper), said.into_iter().fold(taken, f32::max))
}

/// Between a value and its share.
const AFTER_VALUE: f32 = 4.0;

/// Labelled bars, one below the other. `columns` are the least widths of labels and of values.
fn bars(press: &mut Press<'_>, bars: &[Bar], columns: (f32, f32), width: f32, look: Look) -> Sketch {
    let mut sketch = Sketch::default();
    let gap = 3.0 * MM;
    let label =
        bars.iter().map(|bar| press.shaper.width(&bar.label, STRONG)).fold(columns.0, f32::max).min(width / 3.0);
    let shaper = &mut press.shaper;
    let mut said = |bar: &Bar| {
        let share = if bar.share.is_empty() { 0.0 } else { AFTER_VALUE + shaper.width(&bar.share, BODY) };
        shaper.width(&bar.value, STRONG) + share
    };
    let value = bars.iter().map(&mut said).fold(columns.1, f32::max);
    let room = width - label - value - 2.0 * gap;
    let mut y = 0.0;
    for (index, bar) in bars.iter().enumerate() {
        let mut row = Sketch::default();
        let first = look.strong_first && index == 0;
        let style = if first { STRONG } else { BODY };
        let below = row.wrapped(&mut press.shaper, &bar.label, style, (0.0, 0.0, label));
        let thousandths = i32::try_from(bar.length.min(1000)).unwrap_or(1000);
        let tone = if first { Tone::Black } else { look.tone };
        #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
        let length = room * thousandths as f32 / 1000.0;
        let top = (style.line - look.height) / 2.0;
        row.bar((label + gap, top), (length.max(0.4), look.height), tone);
        let after = label + gap + room + gap;
        if look.strong_first {
            row.text_to(&mut press.shaper, &bar.value, style, (width, 0.0));
        } else {
            let said = row.text(&mut press.shaper, &bar.value, style, (after, 0.0));
            let share = BODY.tone(Tone::Unit);
            row.text(&mut press.shaper, &bar.share, share, (after + said + AFTER_VALUE, 0.0));
        }
        sketch.put(row.told(&mut press.shaper), 0.0, y);
        y += below.max(style.line) + look.between;
    }
    sketch.height = (y - look.between).max(0.0);
    sketch
}

/// How labelled bars are drawn.
#[derive(Clone, Copy)]
struct Look {
    tone: Tone,
    height: f32,
    between: f32,
    /// Whether the first is the one that the others are compared with.
    strong_first: bool,
}
