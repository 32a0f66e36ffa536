//! How distributors, places and scripts are named.

use store::{Card, HeldGrant};
use words::Words;

use crate::view::Name;

/// A name with the language of its script, so that it is set and read out rightly.
#[must_use]
pub(crate) fn name(card: &Card) -> Name {
    Name { text: card.name.clone(), lang: language(&card.name, &card.locale) }
}

/// BCP 47 of a text: by its script where that is telling, else by the locale; `und` where nothing says.
fn language(text: &str, locale: &str) -> String {
    let script = text.chars().find_map(|c| match u32::from(c) {
        0x0E00..=0x0E7F => Some("th"),
        0x0E80..=0x0EFF => Some("lo"),
        0x1000..=0x109F => Some("my"),
        0x1780..=0x17FF => Some("km"),
        0x4E00..=0x9FFF => Some("zh"),
        _ => None,
    });
    let of_locale = locale.split('-').next().filter(|language| matches!(*language, "en" | "id" | "ms" | "vi" | "fil"));
    script.or(of_locale).unwrap_or("und").to_owned()
}

/// `Jakarta, Indonesia`; the country alone where the city is not known.
#[must_use]
pub(crate) fn place(words: &Words, card: &Card) -> String {
    let country = country(words, &card.country);
    match card.place.as_str() {
        "" => country,
        // Singapore lies in Singapore.
        place if country == place => country,
        place => words.say("place", &[("place", place.into()), ("country", country.into())]),
    }
}

/// `Indonesia`; the code where the catalogue has no name.
#[must_use]
pub(crate) fn country(words: &Words, code: &str) -> String {
    let country = code.split('-').next().unwrap_or(code);
    let key = format!("country-{country}");
    if words.knows(&key) { words.say(&key, &[]) } else { code.to_owned() }
}

/// `Malaysia, Perak`; the country alone where no state matters.
#[must_use]
pub(crate) fn region(words: &Words, code: &str) -> String {
    let country = country(words, code);
    let key = format!("state-{code}");
    if !words.knows(&key) {
        return country;
    }
    words.say("region", &[("country", country.into()), ("state", words.say(&key, &[]).into())])
}

/// `Java and Bali, Home care`; what is known of it.
#[must_use]
pub(crate) fn grant(words: &Words, territory: &str, products: &str) -> String {
    match (territory, products) {
        ("", "") => words.say("grant-whole", &[]),
        (one, "") | ("", one) => one.to_owned(),
        (territory, products) => words.say("grant", &[("territory", territory.into()), ("products", products.into())]),
    }
}

/// The same of a grant on file.
#[must_use]
pub(crate) fn held_grant(held: &HeldGrant) -> String {
    grant(crate::words(), &held.grant.territory, &held.grant.product_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_set_in_the_language_of_its_script() {
        for (text, locale, lang) in [
            ("บริษัท สยามรุ่งเรือง", "th-TH", "th"),
            ("Lanna Consumer Products", "th-TH", "und"),
            ("Straits Pacific 海峡太平洋", "en-SG", "zh"),
            ("Công ty CP Dược Phẩm Hoàng Long", "vi-VN", "vi"),
            ("PT Contoh", "", "und"),
        ] {
            assert_eq!(language(text, locale), lang, "{text}");
        }
    }
}
