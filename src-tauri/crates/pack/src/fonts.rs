//! The bundled fonts. Nothing else is ever used: a laptop's own fonts would make its packs differ from the next one's.

/// One bundled font.
pub(crate) struct Face {
    /// Its PostScript name.
    pub(crate) name: &'static str,
    /// The whole file.
    pub(crate) bytes: &'static [u8],
}

/// The families in the order in which a character is looked for.
pub(crate) const FAMILIES: &str =
    "Noto Sans, Noto Sans Thai, Noto Sans Lao, Noto Sans Khmer, Noto Sans Myanmar, Noto Sans SC";

macro_rules! face {
    ($name:literal) => {
        Face { name: $name, bytes: include_bytes!(concat!("../fonts/", $name, ".ttf")) }
    };
}

/// Every bundled font. Chinese has one weight: heavier text is drawn with an outline.
pub(crate) static FACES: [Face; 12] = [
    face!("NotoSans-Regular"),
    face!("NotoSans-Medium"),
    face!("NotoSans-SemiBold"),
    face!("NotoSansThai-Regular"),
    face!("NotoSansThai-SemiBold"),
    face!("NotoSansLao-Regular"),
    face!("NotoSansLao-SemiBold"),
    face!("NotoSansKhmer-Regular"),
    face!("NotoSansKhmer-SemiBold"),
    face!("NotoSansMyanmar-Regular"),
    face!("NotoSansMyanmar-SemiBold"),
    face!("NotoSansSC-Regular"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use printpdf::ParsedFont;

    fn read(face: &Face) -> ParsedFont {
        ParsedFont::from_bytes(face.bytes, 0, &mut Vec::new()).expect("a bundled font")
    }

    #[test]
    fn signs_that_tables_need_are_there_in_every_weight() {
        for weight in &FACES[..3] {
            let font = read(weight);
            for sign in ['−', '₫', '₱', '–', '“', '”', 'Ế'] {
                assert!(font.lookup_glyph_index(u32::from(sign)).is_some(), "{} lacks {sign}", weight.name);
            }
        }
        assert!(read(&FACES[3]).lookup_glyph_index(u32::from('฿')).is_some());
    }

    #[test]
    fn digits_are_tabular() {
        for weight in &FACES[..3] {
            let font = read(weight);
            let width =
                |digit: char| font.lookup_glyph_index(u32::from(digit)).and_then(|glyph| font.get_glyph_width(glyph));
            assert!(('0'..='9').all(|digit| width(digit).is_some() && width(digit) == width('0')), "{}", weight.name);
        }
    }
}
