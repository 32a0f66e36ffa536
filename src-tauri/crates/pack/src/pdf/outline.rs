//! The outline: a line a section.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::{Chapter, text};

/// Adds the outline; gives its root.
pub(super) fn add(document: &mut Document, chapters: &[Chapter], pages: &[ObjectId]) -> ObjectId {
    let root = document.new_object_id();
    let known: Vec<_> = chapters.iter().filter_map(|chapter| Some((chapter, *pages.get(chapter.page)?))).collect();
    let ids: Vec<ObjectId> = known.iter().map(|_| document.new_object_id()).collect();
    for (index, (chapter, page)) in known.iter().enumerate() {
        let there = vec![Object::Reference(*page), "Fit".into()];
        let mut item = dictionary! { "Title" => text(&chapter.title), "Parent" => root, "Dest" => there };
        if let Some(next) = ids.get(index + 1) {
            item.set("Next", *next);
        }
        if let Some(previous) = index.checked_sub(1).and_then(|before| ids.get(before)) {
            item.set("Prev", *previous);
        }
        document.objects.insert(ids[index], item.into());
    }
    let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let mut outline = dictionary! { "Type" => "Outlines", "Count" => count };
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        outline.set("First", *first);
        outline.set("Last", *last);
    }
    document.objects.insert(root, outline.into());
    root
}
