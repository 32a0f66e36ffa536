//! What a blocker is about, where its words make it plain.

use playbook::measure::BlockerCategory;

use super::dictionary::found_in;
use super::terms::Term;
use super::text::fold;

/// The category of a blocker: by the column beside it, by the word before its colon, else by its words if they agree.
pub(crate) fn of(text: &str, beside: Option<&str>) -> Option<BlockerCategory> {
    let of_words = |text: &str| {
        let wanted = |term| if let Term::Category(category) = term { Some(category) } else { None };
        let mut found = found_in(&fold(text), wanted);
        found.sort_unstable();
        found.dedup();
        if found.len() == 1 { found.pop() } else { None }
    };
    let said = beside.and_then(|text| BlockerCategory::from_key(&fold(text)).or_else(|| of_words(text)));
    let head = text.split_once(':').filter(|(head, _)| head.chars().count() <= 24).and_then(|(head, _)| of_words(head));
    said.or(head).or_else(|| of_words(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_given_where_the_words_make_it_plain() {
        for (text, beside, category) in [
            ("Harga: kompetitor turun 8%", None, Some(BlockerCategory::Pricing)),
            ("kompetitor bagi FOC rak", None, Some(BlockerCategory::Competitor)),
            ("Izin edar BPOM belum keluar", None, Some(BlockerCategory::Compliance)),
            ("Thiếu hàng C500", None, Some(BlockerCategory::Stock)),
            ("Price gap, competitor is cheaper", None, None),
            ("Air freight space tight", None, None),
            ("Delayed vessel", Some("Stock"), Some(BlockerCategory::Stock)),
            ("Anything", Some("Other"), Some(BlockerCategory::Other)),
        ] {
            assert_eq!(of(text, beside), category, "{text}");
        }
    }
}
