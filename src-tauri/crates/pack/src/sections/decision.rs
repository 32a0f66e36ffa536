//! The decision page: the answer first, in words; what the rule says beside what a person decided; then the proof.

use words::Value;

use super::standing;
use super::{Look, bars, figure, head, heading, section};
use crate::book::Press;
use crate::content::{Condition, Decided, Decision, Move, Takes, Verdict};
use crate::layout::block::Block;
use crate::layout::flow::Flow;
use crate::layout::sketch::Sketch;
use crate::layout::style::{BODY, CELL, CELL_STRONG, FIRM, HAIR, SECTION, SMALL, SOFT, STRONG, VERDICT};
use crate::layout::table::{Align, Cell, Column, Row, Table};
use crate::page::{MM, Tone, a4};
use crate::picture::{Mark, deviation, disc};

/// Room above the line to sign on.
const TO_SIGN: f32 = 11.0 * MM;

pub(super) fn lay_out(decision: &Decision, press: &mut Press<'_>, flow: &mut Flow) {
    let mut blocks = vec![Block::of(head(press, &decision.kicker, &decision.headline, a4::TEXT))];
    blocks.push(Block::of(verdicts(press, decision)).before(6.0 * MM));
    if !decision.conditions.is_empty() {
        let title = press.say("pack-conditions");
        blocks.push(section(press, &title));
        blocks.extend(conditions(press, &decision.conditions).blocks(&mut press.shaper, a4::TEXT));
    }
    blocks.push(Block::of(score(press, decision)).before(SECTION));
    if !decision.standing.is_empty() {
        let title = press.say("pack-standing");
        blocks.push(section(press, &title));
        blocks.push(Block::of(standing::phases(press, &decision.standing)));
    }
    if let Some(takes) = &decision.takes {
        blocks.push(section(press, &takes.heading));
        blocks.push(Block::of(what_it_takes(press, takes)));
    }
    flow.place(blocks);
    if !decision.signatures.is_empty() {
        flow.at_bottom(signatures(press, &decision.signatures), TO_SIGN);
    }
}

fn verdicts(press: &mut Press<'_>, decision: &Decision) -> Sketch {
    let mut sketch = Sketch::default();
    let top = 3.5 * MM;
    let left = (a4::TEXT - 8.0 * MM) / 2.35;
    let divide = left + 8.0 * MM;
    let right = divide + 6.0 * MM;
    let proposes = press.say("pack-rule-proposes");
    let first = verdict(press, &proposes, &decision.proposed, left);
    let second = match &decision.decided {
        Decided::Made { by, verdict: made } => verdict(press, by, made, a4::TEXT - right),
        Decided::Open { text } => open(press, text, a4::TEXT - right),
    };
    let height = first.height.max(second.height);
    sketch.put(first, 0.0, top);
    sketch.put(second, right, top);
    sketch.upright((divide, top), height, Tone::Pen);
    sketch.rule((0.0, 0.0), a4::TEXT, FIRM, Tone::Black);
    sketch.height = height + 2.0 * top;
    sketch.rule((0.0, height + 2.0 * top), a4::TEXT, FIRM, Tone::Black);
    sketch
}

fn verdict(press: &mut Press<'_>, label: &str, verdict: &Verdict, width: f32) -> Sketch {
    const DISC: f32 = 12.0;
    let mut sketch = Sketch::default();
    let y = sketch.paragraph(&mut press.shaper, label, SMALL, (0.0, 0.0, width));
    let text = DISC + 2.0 * MM;
    let middle = y + (VERDICT.line - DISC) / 2.0;
    sketch.picture(&mut press.shaper, &disc(verdict.disc), (0.0, middle), (DISC, DISC));
    let y = sketch.paragraph(&mut press.shaper, &verdict.title, VERDICT, (text, y, width - text)).max(y + VERDICT.line);
    sketch.paragraph(&mut press.shaper, &verdict.text, BODY, (0.0, y + 0.6 * MM, width));
    sketch
}

/// Nobody decided yet: by when, and room for a pen.
fn open(press: &mut Press<'_>, text: &str, width: f32) -> Sketch {
    let mut sketch = Sketch::default();
    let label = press.say("pack-to-decide");
    let y = sketch.paragraph(&mut press.shaper, &label, SMALL, (0.0, 0.0, width));
    let y = sketch.paragraph(&mut press.shaper, text, VERDICT, (0.0, y, width)) + 7.5 * MM;
    sketch.rule((0.0, y), width, HAIR, Tone::Pen);
    let reason = press.say("pack-decision-and-reason");
    sketch.paragraph(&mut press.shaper, &reason, SMALL, (0.0, y + 0.6 * MM, width));
    sketch
}

fn conditions(press: &mut Press<'_>, conditions: &[Condition]) -> Table {
    let amount = |heading: String, width| Column::fixed(heading, width).align(Align::Amount);
    let columns = vec![
        Column::fixed(press.say("pack-result"), 20.0),
        Column::flexible(press.say("pack-condition"), 34.0),
        amount(press.say("pack-required"), 27.0),
        amount(press.say("pack-actual"), 27.0),
        amount(press.say("pack-difference"), 25.0),
        Column { flex: 0.8, ..Column::flexible(press.say("pack-evidence"), 33.0) },
    ];
    let rows = conditions.iter().map(|condition| condition_row(press, condition)).collect();
    Table { columns, rows, pad: 1.25 * MM, top: false }
}

fn condition_row(press: &Press<'_>, condition: &Condition) -> Row {
    let strong = if condition.result.mark == Mark::NotMet { CELL_STRONG } else { CELL };
    let page = condition.page.and_then(|page| press.folio.page(page));
    let page = page.map(|page| press.words.say("pack-on-page", &[("page", Value::from(page))]));
    let evidence: Vec<&str> = [condition.evidence.as_str(), page.as_deref().unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Row::Body(vec![
        Cell::Chip(condition.result.clone()),
        Cell::name(&condition.condition),
        Cell::Amount(condition.required.clone(), CELL),
        Cell::Amount(condition.actual.clone(), strong),
        Cell::Amount(condition.difference.clone(), strong),
        Cell::soft(&evidence.join(", ")),
    ])
}

/// Score and coverage on the left, what moved the score on the right.
fn score(press: &mut Press<'_>, decision: &Decision) -> Sketch {
    let mut sketch = Sketch::default();
    let left = 62.0 * MM;
    let right = left + 10.0 * MM;
    let title = press.say("pack-score");
    let under = heading(press, &title, left);
    let top = under.height + 2.0 * MM;
    sketch.put(under, 0.0, 0.0);
    let mut x = 0.0;
    for (index, one) in decision.figures.iter().enumerate() {
        let waiting = crate::layout::table::count(decision.figures.len() - index);
        let gap = 8.0 * MM;
        let (drawn, taken) = figure(press, one, (left - x - gap * (waiting - 1.0)) / waiting.min(1.6));
        sketch.put(drawn, x, top);
        x += taken + gap;
    }
    let title = press.say("pack-what-moved-it");
    let moved = heading(press, &title, a4::TEXT - right);
    sketch.put(moved, right, 0.0);
    if decision.moves.is_empty() {
        sketch.paragraph(&mut press.shaper, &decision.no_moves, SOFT, (right, top, a4::TEXT - right));
    } else {
        let moves = moves(press, &decision.moves, a4::TEXT - right);
        sketch.put(moves, right, top);
    }
    sketch
}

fn moves(press: &mut Press<'_>, moves: &[Move], width: f32) -> Sketch {
    const LINE: f32 = 13.5;
    let mut sketch = Sketch::default();
    let title = 42.0 * MM;
    let bar = width - title - 10.0 * MM;
    let longest = moves.iter().map(|one| one.length.saturating_abs()).max().unwrap_or(0);
    let mut y = 0.0;
    for one in moves {
        let mut row = Sketch::default();
        let middle = (LINE - BODY.line) / 2.0;
        let below = row.wrapped(&mut press.shaper, &one.title, BODY, (0.0, middle, title - 2.0 * MM)) + middle;
        row.picture(&mut press.shaper, &deviation(one.length, longest), (title, 0.0), (bar, below));
        row.text_to(&mut press.shaper, &one.value, BODY, (width, middle));
        sketch.put(row.told(&mut press.shaper), 0.0, y);
        y += below;
    }
    sketch
}

fn what_it_takes(press: &mut Press<'_>, takes: &Takes) -> Sketch {
    let mut sketch = Sketch::default();
    let top = 2.0 * MM;
    // The words are longer than the bars: with the wider part of the page for them, all of it stays on one page.
    let (words, gap) = (0.6 * a4::TEXT, 8.0 * MM);
    let mut y = sketch.paragraph(&mut press.shaper, &takes.strong, STRONG, (0.0, top, words));
    for line in &takes.lines {
        y = listed(press, &mut sketch, line, (y + 0.8 * MM, words));
    }
    let look = Look { tone: Tone::Hair, height: 5.5, between: 4.2, strong_first: true };
    let rates = bars(press, &takes.rates, (16.0 * MM, 9.0 * MM), a4::TEXT - words - gap, look);
    sketch.put(rates, words + gap, top);
    sketch
}

/// A line of a list: a dash, and the words beside it; gives the y below.
fn listed(press: &mut Press<'_>, sketch: &mut Sketch, text: &str, (y, width): (f32, f32)) -> f32 {
    const INDENT: f32 = 3.0 * MM;
    let mut row = Sketch::default();
    row.text(&mut press.shaper, "–", BODY, (0.0, 0.0));
    let below = row.wrapped(&mut press.shaper, text, BODY, (INDENT, 0.0, width - INDENT));
    sketch.put(row.told(&mut press.shaper), 0.0, y);
    y + below
}

fn signatures(press: &mut Press<'_>, signatures: &[String]) -> Sketch {
    let mut sketch = Sketch::default();
    let gap = 12.0 * MM;
    let count = crate::layout::table::count(signatures.len());
    let width = (a4::TEXT - gap * (count - 1.0)) / count;
    let mut x = 0.0;
    for who in signatures {
        sketch.rule((x, 0.0), width, HAIR, Tone::Black);
        sketch.paragraph(&mut press.shaper, who, SMALL, (x, 1.0 * MM, width));
        x += width + gap;
    }
    sketch.height += 4.0 * MM;
    sketch
}
