//! A block: what is placed on a page as one, with the rules of where a page may end.

use std::rc::Rc;

use super::sketch::Sketch;
use crate::page::Item;

/// A sketch on its way to a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Block {
    pub(crate) sketch: Sketch,
    /// The room above, left out at the top of a page.
    pub(crate) before: f32,
    /// Whether the next block must start on the same page.
    pub(crate) keep: bool,
    /// What is repeated above when this block starts a page: a table's headings.
    pub(crate) repeat: Option<Rc<Sketch>>,
}

/// The room above what goes on over the page.
const AGAIN: f32 = 3.0;

impl Block {
    pub(crate) fn of(sketch: Sketch) -> Self {
        Self { sketch, ..Self::default() }
    }

    pub(crate) fn before(self, before: f32) -> Self {
        Self { before, ..self }
    }

    pub(crate) fn keep(self) -> Self {
        Self { keep: true, ..self }
    }

    pub(crate) fn height(&self) -> f32 {
        self.sketch.height
    }

    /// Cuts it where no line of text is cut, at most `room` down; `None` when it cannot be cut there.
    pub(crate) fn split(self, room: f32) -> Option<(Self, Self)> {
        let extents: Vec<_> = self.sketch.items.iter().map(Item::extent).collect();
        let cut = extents
            .iter()
            .map(|(_, bottom)| *bottom)
            .filter(|cut| *cut <= room && *cut > 0.0)
            .filter(|cut| !extents.iter().any(|(top, bottom)| top < cut && bottom > cut))
            .fold(0.0_f32, f32::max);
        if cut <= 0.0 {
            return None;
        }
        let (upper, lower): (Vec<_>, Vec<_>) = self.sketch.items.into_iter().partition(|item| item.extent().1 <= cut);
        let top = lower.iter().map(|item| item.extent().0).fold(f32::MAX, f32::min);
        if lower.is_empty() {
            return None;
        }
        let below = lower.into_iter().map(|item| item.moved(0.0, AGAIN - top)).collect();
        let rest = Sketch { items: below, height: self.sketch.height + AGAIN - top };
        let first = Self {
            sketch: Sketch { items: upper, height: cut },
            before: self.before,
            keep: false,
            repeat: self.repeat.clone(),
        };
        Some((first, Self { sketch: rest, before: 0.0, keep: self.keep, repeat: self.repeat }))
    }
}
