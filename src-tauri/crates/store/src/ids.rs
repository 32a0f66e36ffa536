//! Ids of rows: UUIDv7 by a hybrid logical clock, so that they sort in the order in which they were made.

use std::fmt;
use std::str::FromStr;

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};
use uuid::{Builder, Timestamp, Uuid};

use crate::Moment;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) Uuid);

        impl $name {
            /// The id as a number, for types that know nothing of the store.
            #[must_use]
            pub fn as_u128(self) -> u128 {
                self.0.as_u128()
            }

            /// The id of that number.
            #[must_use]
            pub fn from_u128(id: u128) -> Self {
                Self(Uuid::from_u128(id))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                <[u8; 16]>::column_result(value).map(|bytes| Self(Uuid::from_bytes(bytes)))
            }
        }
    )*};
}

ids!(
    /// An entry of the journal.
    EntryId,
    /// A distributor, whatever its card says.
    DistributorId,
    /// A file's content.
    FileId,
    /// A file as it arrived.
    ImportId,
    /// A report revision.
    ReportId,
    /// A grant; the first one of a distributor has the distributor's own.
    GrantId,
    /// A target or an amendment of one.
    TargetId,
    /// A corrective action plan.
    PlanId,
    /// An action of a quarterly review.
    ActionId,
    /// A layout that is remembered.
    ProfileId,
    /// A row of the approver matrix.
    BandId,
    /// A promotion.
    PromotionId,
    /// A request for a discount.
    RequestId
);

/// Makes ids in order: by the caller's clock, and by a counter where that clock stands still or goes back.
#[derive(Debug)]
pub(crate) struct Ids {
    millis: u64,
    count: u32,
    random: [u8; 6],
}

/// Ids within one millisecond before the logical clock runs ahead by one: 26 bits.
const COUNT: u32 = 1 << 26;

impl Ids {
    /// Ids after `last`, the newest id in the store.
    pub(crate) fn after(last: Option<EntryId>) -> Self {
        let millis = last.map_or(0, |id| {
            let [a, b, c, d, e, f, ..] = *id.0.as_bytes();
            u64::from_be_bytes([0, 0, a, b, c, d, e, f])
        });
        // Two laptops never make the same id: these bits are random for each session.
        let [.., a, b, c, d, e, f] = *Uuid::new_v7(Timestamp::from_unix_time(0, 0, 0, 0)).as_bytes();
        // The millisecond after the last id's: rows of that entry may have counted further.
        Self { millis: if last.is_some() { millis + 1 } else { 0 }, count: 0, random: [a, b, c, d, e, f] }
    }

    /// Lets the logical clock catch up with the caller's.
    pub(crate) fn advance(&mut self, now: Moment) {
        if now.millis() > self.millis {
            self.millis = now.millis();
            self.count = 0;
        }
    }

    /// The next id.
    pub(crate) fn next(&mut self) -> Uuid {
        if self.count == COUNT {
            self.millis += 1;
            self.count = 0;
        }
        let count = self.count;
        self.count += 1;
        let byte = |shift: u32| u8::try_from((count >> shift) & 0xff).unwrap_or(0);
        // 12 bits behind the version, 6 behind the variant, 8 more; the rest tells sessions apart.
        let [r0, r1, r2, r3, r4, r5] = self.random;
        let tail = [byte(22) & 0x0f, byte(14), byte(8) & 0x3f, byte(0), r0, r1, r2, r3, r4, r5];
        Builder::from_unix_timestamp_millis(self.millis, &tail).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_as_made_even_when_the_clock_goes_back() {
        let at = |text: &str| text.parse::<Moment>().expect("a literal");
        let mut ids = Ids::after(None);
        let mut made = Vec::new();
        for now in ["2026-11-02T08:00:00Z", "2026-11-02T07:00:00Z", "2026-11-02T08:00:00.001Z"] {
            ids.advance(at(now));
            made.extend((0..5000).map(|_| ids.next()));
        }
        let mut reopened = Ids::after(made.last().map(|id| EntryId(*id)));
        reopened.advance(at("2026-11-01T00:00:00Z"));
        made.push(reopened.next());
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(made.iter().all(|id| id.get_version_num() == 7));
    }

    #[test]
    fn the_counter_reaches_every_bit_in_order() {
        let mut ids = Ids::after(None);
        let mut last = ids.next();
        for count in [255, 256, 16_383, 16_384, 4_194_303, 4_194_304, COUNT - 1, COUNT] {
            ids.count = count;
            let next = ids.next();
            assert!(last < next, "{count}");
            last = next;
        }
    }
}
