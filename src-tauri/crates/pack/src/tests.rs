//! What holds for whole packs.

use std::collections::BTreeMap;

use lopdf::{Document, Object};
use words::Words;

use crate::book;
use crate::content::PackContent;
use crate::page::{Item, Page, a4};

#[path = "../tests/sample/mod.rs"]
mod sample;

fn pages(content: &PackContent) -> Vec<Page> {
    book::set(content, &Words::english()).pages
}

fn printed(content: &PackContent) -> Vec<u8> {
    crate::pdf(content, &Words::english(), &mut |_| {}).expect("bundled fonts can be read")
}

/// The text of a page, a line a baseline, left to right; runs that stand apart are set apart by two spaces.
fn text(page: &Page) -> String {
    let mut lines: BTreeMap<i32, Vec<(f32, f32, String)>> = BTreeMap::new();
    for item in &page.items {
        let Item::Glyphs { at, run, .. } = item else { continue };
        #[expect(clippy::cast_possible_truncation, reason = "tenths of points of a page")]
        let baseline = (at.y * 10.0).round() as i32;
        let said: String = run.clusters.iter().map(|cluster| cluster.text.as_str()).collect();
        let wide: f32 = run.clusters.iter().map(|cluster| cluster.advance).sum();
        lines.entry(baseline).or_default().push((at.x, at.x + wide, said));
    }
    let line = |mut runs: Vec<(f32, f32, String)>| {
        runs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut line = String::new();
        let mut end = None;
        for (start, stop, said) in runs {
            line.push_str(if end.is_some_and(|end: f32| start - end > 1.0) { "  " } else { "" });
            line.push_str(&said);
            end = Some(stop);
        }
        line
    };
    lines.into_values().map(|runs| line(runs).trim().to_owned()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_sample_says_what_it_said() {
    let mut said = String::new();
    for (index, page) in pages(&sample::pack()).iter().enumerate() {
        said += &format!("=== {}\n{}\n", index + 1, text(page));
    }
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/sample.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(kept, &said).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(kept).expect("the golden file is there");
    assert!(said == expected, "the pages differ from tests/golden/sample.txt; UPDATE=1 rewrites it");
}

#[test]
fn a_decision_is_signed_on_the_page_that_states_it() {
    let first = pages(&sample::pack()).first().map(text).unwrap_or_default();
    for said in ["against the rule", "Still owed", "name, date, signature"] {
        assert!(first.contains(said), "{said} in {first}");
    }
}

#[test]
fn equal_content_gives_equal_bytes() {
    for content in [sample::pack(), sample::hard()] {
        assert!(printed(&content) == printed(&content));
    }
}

#[test]
fn nothing_leaves_its_margins() {
    for content in [sample::pack(), sample::hard()] {
        for (number, page) in pages(&content).iter().enumerate() {
            for item in &page.items {
                let (top, bottom) = item.extent();
                assert!(top >= 0.0 && bottom <= a4::HEIGHT, "page {}: {item:?}", number + 1);
                let Item::Glyphs { at, run, .. } = item else { continue };
                let end = at.x + run.clusters.iter().map(|cluster| cluster.advance).sum::<f32>();
                let said: String = run.clusters.iter().map(|cluster| cluster.text.as_str()).collect();
                let end = if said.ends_with(' ') { end - run.size * 0.3 } else { end };
                let inside = at.x >= a4::LEFT - 0.1 && end <= a4::LEFT + a4::TEXT + 1.0;
                assert!(inside, "page {}: “{said}” from {} to {end}", number + 1, at.x);
            }
        }
    }
}

#[test]
fn a_row_taller_than_a_page_goes_on_under_the_repeated_headings() {
    let all: Vec<String> = pages(&sample::hard()).iter().map(text).collect();
    let at = |words: &str| all.iter().position(|page| page.contains(words));
    let (first, last) = (at("first words"), at("last words"));
    assert!(first.is_some() && last > first, "{first:?} {last:?}");
    let between = first.zip(last).map(|(first, last)| &all[first + 1..=last]).unwrap_or_default();
    assert!(between.iter().all(|page| page.contains("What it says")));
}

#[test]
fn a_group_that_goes_on_says_so() {
    let all: Vec<String> = pages(&sample::hard()).iter().map(text).collect();
    assert!(all.iter().any(|page| page.contains("\u{2002}continued")));
}

#[test]
fn every_page_says_whose_it_is_and_which_of_how_many() {
    let content = sample::pack();
    let all = pages(&content);
    assert_eq!(crate::page_count(&content, &Words::english()), all.len());
    for (index, page) in all.iter().enumerate() {
        let said = text(page);
        let running = &content.running;
        let number = format!("Page {} of {}", index + 1, all.len());
        for part in [&running.distributor, &running.pack, &running.foot, &number] {
            assert!(said.contains(part.as_str()), "page {}: no “{part}”", index + 1);
        }
    }
}

#[test]
fn a_page_that_proves_a_condition_is_the_page_it_names() {
    let all: Vec<String> = pages(&sample::pack()).iter().map(text).collect();
    let at = |headline: &str| all.iter().position(|page| page.contains(headline)).map(|index| index + 1);
    let compliance = at("Reporting compliance, Q3 2026").unwrap_or_default();
    assert!(all[0].contains(&format!("12 of 13 weeks, page\u{a0}{compliance}")), "{}", all[0]);
}

#[test]
fn progress_counts_the_pages() {
    let mut seen = Vec::new();
    crate::pdf(&sample::pack(), &Words::english(), &mut |page| seen.push(page)).expect("bundled fonts can be read");
    assert_eq!(seen, (1..=pages(&sample::pack()).len()).collect::<Vec<_>>());
}

#[test]
fn the_file_has_an_outline_a_language_and_fonts_that_are_embedded_and_can_be_read() {
    let bytes = printed(&sample::pack());
    let document = Document::load_mem(&bytes).expect("a PDF");
    assert_eq!(document.version, "1.7");
    let catalog = document.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).expect("a language"), b"en");
    let outline = catalog.get(b"Outlines").and_then(Object::as_reference).expect("an outline");
    let outline = document.get_dictionary(outline).expect("an outline");
    assert_eq!(outline.get(b"Count").and_then(Object::as_i64).expect("a count"), 7);
    let mut fonts = 0;
    for object in document.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0") {
            assert!(font.has(b"ToUnicode"));
            fonts += 1;
        }
        if font.has_type(b"FontDescriptor") {
            assert!(font.has(b"FontFile2"));
        }
    }
    assert!(fonts >= 8, "{fonts} fonts");
}

#[test]
fn the_file_claims_no_printing_standard() {
    let document = Document::load_mem(&printed(&sample::pack())).expect("a PDF");
    let catalog = document.catalog().expect("a catalog");
    assert!(!catalog.has(b"Metadata") && !catalog.has(b"OutputIntents"), "{catalog:?}");
    let info = document.trailer.get(b"Info").and_then(Object::as_reference).expect("a description");
    let info = document.get_dictionary(info).expect("a description");
    assert!(info.has(b"Title") && !info.has(b"GTS_PDFXVersion"), "{info:?}");
    let made = info.get(b"CreationDate").and_then(Object::as_str).expect("a date");
    assert_eq!(made, b"D:20261008014000Z");
}

#[test]
fn the_file_says_what_is_heading_paragraph_table_and_cell() {
    let bytes = printed(&sample::pack());
    let document = Document::load_mem(&bytes).expect("a PDF");
    let mut roles: BTreeMap<String, usize> = BTreeMap::new();
    for element in document.objects.values().filter_map(|object| object.as_dict().ok()) {
        if element.has_type(b"StructElem") {
            let role = element.get(b"S").and_then(Object::as_name).expect("a role");
            *roles.entry(String::from_utf8_lossy(role).into_owned()).or_default() += 1;
            assert!(element.get(b"P").is_ok_and(|parent| parent.as_reference().is_ok()));
        }
    }
    let of = |role: &str| roles.get(role).copied().unwrap_or_default();
    assert_eq!((of("Document"), of("H1"), of("Table")), (1, 7, 12), "{roles:?}");
    assert!(of("TR") > 100 && of("TH") > 100 && of("TD") > 400 && of("P") > 20, "{roles:?}");
}
