//! The flow of blocks over pages.

use super::block::Block;
use super::sketch::Sketch;
use crate::page::{Page, Role, a4};

/// Pages being filled from the top down.
#[derive(Default)]
pub(crate) struct Flow {
    pub(crate) pages: Vec<Page>,
    y: f32,
    others: usize,
}

/// The room between the top and the bottom margin.
const ROOM: f32 = a4::BOTTOM - a4::TOP;

impl Flow {
    /// Starts a page; gives its number, counted from 1.
    pub(crate) fn start_page(&mut self) -> usize {
        self.pages.push(Page::default());
        self.y = a4::TOP;
        self.pages.len()
    }

    /// Places blocks one below the other.
    pub(crate) fn place(&mut self, blocks: Vec<Block>) {
        let mut waiting: Vec<Block> = Vec::new();
        for block in blocks {
            let keep = block.keep;
            let sketch = self.rest(block.sketch);
            waiting.push(Block { sketch, ..block });
            if !keep {
                self.together(std::mem::take(&mut waiting));
            }
        }
        self.together(waiting);
    }

    /// Places a sketch at the foot of a page, on the next page if this one is full.
    pub(crate) fn at_bottom(&mut self, sketch: Sketch, before: f32) {
        let sketch = self.rest(sketch);
        let top = a4::BOTTOM - sketch.height;
        if self.pages.is_empty() || self.y + before > top {
            self.start_page();
        }
        self.draw(sketch, top);
        self.y = a4::BOTTOM;
    }

    /// What nothing was said of.
    fn rest(&mut self, sketch: Sketch) -> Sketch {
        self.others += 1;
        sketch.is(&[(Role::Other, self.others)])
    }

    /// Places blocks that keep together, unless together they are longer than a page.
    fn together(&mut self, blocks: Vec<Block>) {
        let Some(first) = blocks.first() else { return };
        if self.pages.is_empty() {
            self.start_page();
        }
        let before = if self.at_top() { 0.0 } else { first.before };
        let height = blocks.iter().map(Block::height).sum::<f32>()
            + before
            + blocks.iter().skip(1).map(|block| block.before).sum::<f32>();
        if height > a4::BOTTOM - self.y && height <= ROOM && !self.at_top() {
            self.start_page();
        }
        for block in blocks {
            self.one(block);
        }
    }

    fn one(&mut self, block: Block) {
        let before = if self.at_top() { 0.0 } else { block.before };
        let room = a4::BOTTOM - self.y - before;
        if block.height() <= room {
            self.head(&block);
            self.y += if self.at_top() { 0.0 } else { before };
            let height = block.height();
            self.draw(block.sketch, self.y);
            self.y += height;
            return;
        }
        let head = block.repeat.as_ref().map_or(0.0, |head| head.height);
        if block.height() + head <= ROOM && !self.at_top() {
            self.start_page();
            self.head(&block);
            let height = block.height();
            self.draw(block.sketch, self.y);
            self.y += height;
            return;
        }
        self.in_pieces(block, before);
    }

    /// A block taller than a page is cut between its lines.
    fn in_pieces(&mut self, block: Block, before: f32) {
        let fresh = self.at_top();
        self.head(&block);
        let room = a4::BOTTOM - self.y - before;
        match block.clone().split(room) {
            Some((first, rest)) => {
                self.draw(first.sketch, self.y + before);
                self.start_page();
                self.one(rest);
            }
            None if fresh => {
                let height = block.height();
                self.draw(block.sketch, self.y);
                self.y += height;
            }
            None => {
                self.start_page();
                self.one(block);
            }
        }
    }

    /// Repeats a table's headings at the top of a page.
    fn head(&mut self, block: &Block) {
        if self.at_top()
            && let Some(head) = &block.repeat
        {
            let height = head.height;
            self.draw((**head).clone(), self.y);
            self.y += height;
        }
    }

    fn at_top(&self) -> bool {
        self.y <= a4::TOP
    }

    fn draw(&mut self, sketch: Sketch, y: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.items.extend(sketch.items.into_iter().map(|item| item.moved(a4::LEFT, y)));
        }
    }
}
