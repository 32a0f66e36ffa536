//! From content to pages: sections in order, then what stands on every page.

use words::{Value, Words};

use crate::content::{PackContent, PageOf, Running, Section};
use crate::layout::flow::Flow;
use crate::layout::sketch::Sketch;
use crate::layout::style::{HAIR, SMALL};
use crate::page::{MM, Page, Tone, a4};
use crate::pdf::Chapter;
use crate::sections;
use crate::shape::Shaper;

/// The pages that other pages refer to, counted from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Folio {
    scorecard: Option<usize>,
    compliance: Option<usize>,
    evidence: Option<usize>,
}

impl Folio {
    fn note(&mut self, section: &Section, page: usize) {
        let place = match section {
            Section::Scorecard(_) => &mut self.scorecard,
            Section::Compliance(_) => &mut self.compliance,
            Section::Evidence(_) => &mut self.evidence,
            Section::Decision(_) | Section::Remarks(_) | Section::Governance(_) | Section::Agenda(_) => return,
        };
        place.get_or_insert(page);
    }

    /// The page that proves something, if the pack has that section.
    pub(crate) fn page(&self, of: PageOf) -> Option<usize> {
        match of {
            PageOf::Scorecard => self.scorecard,
            PageOf::Compliance => self.compliance,
            PageOf::Evidence => self.evidence,
        }
    }
}

/// What every section needs while it is laid out.
pub(crate) struct Press<'a> {
    pub(crate) shaper: Shaper,
    pub(crate) words: &'a Words,
    pub(crate) folio: Folio,
}

impl Press<'_> {
    /// A message without values.
    pub(crate) fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }
}

/// A finished pack.
pub(crate) struct Book {
    pub(crate) pages: Vec<Page>,
    pub(crate) chapters: Vec<Chapter>,
}

/// Lays a pack out. Pages refer to pages, so it is laid out again until those numbers stand.
pub(crate) fn set(content: &PackContent, words: &Words) -> Book {
    let mut press = Press { shaper: Shaper::new(), words, folio: Folio::default() };
    let mut book = sections(content, &mut press);
    for _ in 0..3 {
        if book.1 == press.folio {
            break;
        }
        press.folio = book.1;
        book = sections(content, &mut press);
    }
    let (mut book, _) = book;
    running(&mut book.pages, &content.running, &mut press);
    book
}

fn sections(content: &PackContent, press: &mut Press<'_>) -> (Book, Folio) {
    let mut flow = Flow::default();
    let mut folio = Folio::default();
    let mut chapters = Vec::new();
    for section in &content.sections {
        let page = flow.start_page();
        folio.note(section, page);
        chapters.push(Chapter { title: sections::title(section).to_owned(), page: page - 1 });
        sections::lay_out(section, press, &mut flow);
    }
    (Book { pages: flow.pages, chapters }, folio)
}

/// Heads and feet, once the number of pages is known.
fn running(pages: &mut [Page], running: &Running, press: &mut Press<'_>) {
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        let mut sketch = Sketch::default();
        let head = 12.0 * MM;
        let pack = press.shaper.width(&running.pack, SMALL);
        let room = a4::TEXT - pack - 6.0 * MM;
        let name = fitting(press, &running.distributor, room);
        sketch.text(&mut press.shaper, &name, SMALL, (0.0, head));
        sketch.text_to(&mut press.shaper, &running.pack, SMALL, (a4::TEXT, head));
        let rule = head + SMALL.line + 1.6 * MM;
        sketch.rule((0.0, rule), a4::TEXT, HAIR, Tone::Black);
        if index == 0 {
            sketch.text_to(&mut press.shaper, &running.cover, SMALL, (a4::TEXT, rule + 1.4 * MM));
        }
        let foot = a4::HEIGHT - 10.0 * MM - SMALL.line;
        let of = [("page", Value::from(index + 1)), ("pages", Value::from(count))];
        let number = press.words.say("pack-page-of", &of);
        let room = a4::TEXT - press.shaper.width(&number, SMALL) - 6.0 * MM;
        let lines = press.shaper.lines(&[crate::shape::Span { text: &running.foot, style: SMALL }], Some(room));
        let above = SMALL.line * crate::layout::table::count(lines.len().saturating_sub(1));
        sketch.lines(&lines, SMALL, 0.0, foot - above);
        sketch.text_to(&mut press.shaper, &number, SMALL, (a4::TEXT, foot));
        page.items.extend(sketch.aside().items.into_iter().map(|item| item.moved(a4::LEFT, 0.0)));
    }
}

/// A name that fits one line, shortened by its end where it does not.
fn fitting(press: &mut Press<'_>, name: &str, room: f32) -> String {
    if press.shaper.width(name, SMALL) <= room {
        return name.to_owned();
    }
    let mut kept: Vec<char> = name.chars().collect();
    while kept.pop().is_some() {
        let shortened: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if press.shaper.width(&shortened, SMALL) <= room {
            return shortened;
        }
    }
    String::new()
}
