//! A sentence with pictures in it: words and pictures set side by side, line after line.

use super::sketch::Sketch;
use crate::picture::Picture;
use crate::shape::{Shaper, Span, Style};

/// A part of the sentence.
pub(crate) enum Piece {
    /// Words, which may be broken between.
    Text(String),
    /// A picture this wide and high, this far below the baseline, that stays with the word behind it.
    Picture(Picture, (f32, f32), f32),
    /// Room.
    Gap(f32),
}

/// Sets the pieces in lines no wider than `width`.
pub(crate) fn set(shaper: &mut Shaper, pieces: &[Piece], style: Style, width: f32) -> Sketch {
    let mut sketch = Sketch::default();
    let space = shaper.width("a b", style) - shaper.width("ab", style);
    let (mut x, mut y) = (0.0, 0.0);
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Gap(gap) => x += gap,
            Piece::Picture(picture, (wide, high), below) => {
                let beside = match pieces.get(index + 1) {
                    Some(Piece::Text(text)) => shaper.width(text.split(' ').next().unwrap_or_default(), style),
                    _ => 0.0,
                };
                if x > 0.0 && x + wide + space + beside > width {
                    (x, y) = (0.0, y + style.line);
                }
                let top = y + style.baseline() + below - high;
                sketch.picture(shaper, picture, (x, top), (*wide, *high));
                x += wide + space;
            }
            Piece::Text(text) => {
                for line in words(shaper, text, style, (x, width), space) {
                    let (text, start, fresh) = line;
                    y += if fresh { style.line } else { 0.0 };
                    for shaped in shaper.lines(&[Span { text: &text, style }], None) {
                        sketch.line(&shaped, start, y + style.baseline());
                        x = start + shaped.width + space;
                    }
                }
            }
        }
    }
    sketch.height = y + style.line;
    sketch
}

/// A text's lines: the words of each, where it starts, and whether it is a new line.
fn words(
    shaper: &mut Shaper,
    text: &str,
    style: Style,
    (x, width): (f32, f32),
    space: f32,
) -> Vec<(String, f32, bool)> {
    let mut lines = vec![(String::new(), x, false)];
    let mut pen = x;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = shaper.width(word, style);
        if pen > 0.0 && pen + wide > width {
            lines.push((String::new(), 0.0, true));
            pen = 0.0;
        }
        if let Some((line, ..)) = lines.last_mut() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
        pen += wide + space;
    }
    lines
}
