//! How the playbook's types cross the pipe from the reading child: as the text that they are written and read as.
//! The playbook itself has no serde.

use chrono::NaiveDate;
use playbook::measure::{BlockerCategory, MeasureKey, RemarkKind};
use playbook::number::Quantity;
use playbook::period::{Month, Period};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A value that is sent as its text and reads back equal.
pub trait Wire: Sized {
    /// Its text.
    fn to_text(&self) -> String;
    /// The value of that text.
    fn from_text(text: String) -> Option<Self>;
}

impl Wire for String {
    fn to_text(&self) -> String {
        self.clone()
    }
    fn from_text(text: String) -> Option<Self> {
        Some(text)
    }
}

macro_rules! sent_as {
    ($($type:ty: $show:expr, $read:expr;)*) => {$(
        impl Wire for $type {
            fn to_text(&self) -> String {
                $show(self)
            }
            fn from_text(text: String) -> Option<Self> {
                $read(&text)
            }
        }
    )*};
}

sent_as! {
    Quantity: ToString::to_string, |text: &str| text.parse().ok();
    Period: ToString::to_string, |text: &str| text.parse().ok();
    Month: ToString::to_string, |text: &str| text.parse().ok();
    NaiveDate: ToString::to_string, |text: &str| text.parse().ok();
    MeasureKey: ToString::to_string, |text: &str| Some(MeasureKey::new(text));
    RemarkKind: |kind: &RemarkKind| kind.key().to_owned(), RemarkKind::from_key;
    BlockerCategory: |category: &BlockerCategory| category.key().to_owned(), BlockerCategory::from_key;
}

pub(crate) fn serialize<T: Wire, S: Serializer>(value: &T, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(&value.to_text())
}

pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    T::from_text(String::deserialize(from)?).ok_or_else(|| de::Error::custom("not the text of its type"))
}

/// A value that may be absent.
pub(crate) mod maybe {
    use super::*;

    pub(crate) fn serialize<T: Wire, S: Serializer>(value: &Option<T>, out: S) -> Result<S::Ok, S::Error> {
        value.as_ref().map(Wire::to_text).serialize(out)
    }

    pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
        let Some(text) = Option::<String>::deserialize(from)? else { return Ok(None) };
        T::from_text(text).map(Some).ok_or_else(|| de::Error::custom("not the text of its type"))
    }
}

/// A map by a key that is sent as text.
pub(crate) mod map {
    use std::collections::BTreeMap;

    use super::*;

    pub(crate) fn serialize<K, V, S>(map: &BTreeMap<K, V>, out: S) -> Result<S::Ok, S::Error>
    where
        K: Wire,
        V: Serialize,
        S: Serializer,
    {
        out.collect_map(map.iter().map(|(key, value)| (key.to_text(), value)))
    }

    pub(crate) fn deserialize<'de, K, V, D>(from: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Wire + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let read = |(key, value)| {
            K::from_text(key).map(|key| (key, value)).ok_or_else(|| de::Error::custom("not the text of its type"))
        };
        BTreeMap::<String, V>::deserialize(from)?.into_iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::draft::{
        About, Choice, Discounted, Draft, Found, Kind, Layout, LayoutColumn, Lines, Off, Question, Remark, Stated, Why,
    };
    use crate::grid::Place;

    fn text<T: Wire>(text: &str) -> T {
        T::from_text(text.to_owned()).expect("the text of its type")
    }

    #[test]
    fn a_draft_reads_back_equal() {
        let place = Place { row: 6, column: 2 };
        let draft = Draft {
            sheet: Some("Okt".to_owned()),
            kind: Some(Kind::Monthly),
            distributor: Some(Found { value: "PT Sumber Makmur".to_owned(), place: None }),
            period: Some(Found { value: text("2026-10"), place: Some(place) }),
            currency: None,
            measures: BTreeMap::from([(text("revenue"), Stated { value: text("1850000000.5"), place })]),
            remarks: vec![Remark {
                kind: RemarkKind::Blocker,
                category: Some(BlockerCategory::Stock),
                text: "Kapal telat".to_owned(),
                place,
            }],
            lines: Some(Lines {
                count: 3,
                quantity: Some(text("-12")),
                amount: None,
                first: Some(text("2026-10-01")),
                last: None,
                last_month: Some(text("2026-12")),
                discounts: 2,
                discounted: vec![Discounted {
                    place,
                    day: Some(text("2026-10-01")),
                    product: "Kopi".to_owned(),
                    quantity: None,
                    amount: Some(text("900")),
                    off: Off::Money { off: text("100"), gross: text("1000") },
                }],
            }),
            questions: vec![Question {
                about: About::Measure(text("units_sold")),
                why: Why::Separator,
                text: "1.500".to_owned(),
                place: Some(place),
                choices: vec![Choice::Value(text("1500")), Choice::Period(text("2026-W41")), Choice::Kind(Kind::Lines)],
            }],
            template: true,
            layout: Layout {
                fingerprint: "00".to_owned(),
                columns: vec![LayoutColumn { header: "omzet".to_owned(), column: "C".to_owned(), key: None }],
            },
        };
        let bytes = postcard::to_stdvec(&draft).expect("in memory");
        assert_eq!(postcard::from_bytes::<Draft>(&bytes), Ok(draft));
    }

    #[test]
    fn what_is_not_the_text_of_its_type_is_refused() {
        let unreal = Found { value: "2026-13".to_owned(), place: None };
        let bytes = postcard::to_stdvec(&unreal).expect("in memory");
        assert!(postcard::from_bytes::<Found<Period>>(&bytes).is_err());
    }
}
