//! The agenda: five items against the clock.

/// The shortest review in minutes.
pub const SHORTEST: u32 = 30;
/// The longest review in minutes.
pub const LONGEST: u32 = 45;

/// An item of the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Target against actual.
    Scorecard,
    /// What was won and lost, and why.
    Outcomes,
    /// Pricing and promotion: what worked, what hurt.
    Pricing,
    /// Priorities and targets.
    NextQuarter,
    /// Actions and owners.
    Actions,
}

impl Topic {
    /// All, in the order in which they are taken.
    pub const ALL: [Self; 5] = [Self::Scorecard, Self::Outcomes, Self::Pricing, Self::NextQuarter, Self::Actions];

    /// The name in the store; the message is `qbr-topic-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Scorecard => "scorecard",
            Self::Outcomes => "outcomes",
            Self::Pricing => "pricing",
            Self::NextQuarter => "next-quarter",
            Self::Actions => "actions",
        }
    }

    /// The topic of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.key() == key)
    }
}

/// The minutes of each item. Of an agenda that holds, none is empty, and together they take 30 to 45: see [`Agenda::check`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agenda([u32; 5]);

/// Why minutes are no agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAgenda {
    /// Together they are below [`SHORTEST`].
    #[error("{0} minutes are too short")]
    TooShort(u32),
    /// Together they are above [`LONGEST`].
    #[error("{0} minutes are too long")]
    TooLong(u32),
    /// An item has no time.
    #[error("an item has no time")]
    NoTime(Topic),
    /// There are five items, no more and no fewer.
    #[error("an agenda has five items")]
    NotFive,
}

/// An item in its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// What is talked about.
    pub topic: Topic,
    /// Minutes after the beginning.
    pub starts: u32,
    /// How long it takes.
    pub minutes: u32,
}

impl Agenda {
    /// The agenda that ships: 40 minutes.
    #[must_use]
    pub fn standard() -> Self {
        Self([10, 8, 7, 10, 5])
    }

    /// The agenda of these minutes, in the order of [`Topic::ALL`].
    ///
    /// # Errors
    /// When they are not five, an item has no time, or they leave 30 to 45 in all.
    pub fn new(minutes: &[u32]) -> Result<Self, NotAnAgenda> {
        let agenda = Self(minutes.try_into().map_err(|_| NotAnAgenda::NotFive)?);
        agenda.check().map(|()| agenda)
    }

    /// Whether it can be held.
    ///
    /// # Errors
    /// When an item has no time, or the items leave 30 to 45 minutes in all.
    pub fn check(&self) -> Result<(), NotAnAgenda> {
        if let Some((topic, _)) = Topic::ALL.into_iter().zip(self.0).find(|(_, minutes)| *minutes == 0) {
            return Err(NotAnAgenda::NoTime(topic));
        }
        match self.total() {
            total @ ..SHORTEST => Err(NotAnAgenda::TooShort(total)),
            SHORTEST..=LONGEST => Ok(()),
            total => Err(NotAnAgenda::TooLong(total)),
        }
    }

    /// The minutes of an item.
    #[must_use]
    pub fn of(&self, topic: Topic) -> u32 {
        self.0[topic as usize]
    }

    /// Sets the minutes of an item, as they stand: whether all of them make an agenda is for [`Agenda::check`] to say.
    pub fn set(&mut self, topic: Topic, minutes: u32) {
        self.0[topic as usize] = minutes;
    }

    /// The minutes, in the order of [`Topic::ALL`].
    #[must_use]
    pub fn minutes(&self) -> [u32; 5] {
        self.0
    }

    /// All minutes.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().fold(0, |sum, minutes| sum.saturating_add(*minutes))
    }

    /// Each item with the minute in which it starts.
    #[must_use]
    pub fn slots(&self) -> [Slot; 5] {
        let mut starts = 0;
        let mut next = |(topic, minutes)| {
            let slot = Slot { topic, starts, minutes };
            starts += minutes;
            slot
        };
        let [a, b, c, d, e] = Topic::ALL;
        let [m, n, o, p, q] = self.0;
        [(a, m), (b, n), (c, o), (d, p), (e, q)].map(&mut next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agenda_takes_30_to_45_minutes_and_no_item_is_empty() {
        for (minutes, expected) in [
            ([10, 8, 7, 10, 5], Ok(40)),
            ([6, 6, 6, 6, 6], Ok(30)),
            ([9, 9, 9, 9, 9], Ok(45)),
            ([6, 6, 6, 6, 5], Err(NotAnAgenda::TooShort(29))),
            ([10, 9, 9, 9, 9], Err(NotAnAgenda::TooLong(46))),
            ([10, 10, 0, 10, 10], Err(NotAnAgenda::NoTime(Topic::Pricing))),
            ([u32::MAX, 1, 1, 1, 1], Err(NotAnAgenda::TooLong(u32::MAX))),
        ] {
            assert_eq!(Agenda::new(&minutes).map(|agenda| agenda.total()), expected, "{minutes:?}");
        }
        assert_eq!(Agenda::new(&[10, 10, 10]), Err(NotAnAgenda::NotFive));
    }

    #[test]
    fn an_item_is_set_as_it_stands_and_the_whole_is_checked() {
        let mut agenda = Agenda::standard();
        agenda.set(Topic::Pricing, 12);
        assert_eq!((agenda.of(Topic::Pricing), agenda.minutes(), agenda.check()), (12, [10, 8, 12, 10, 5], Ok(())));
        agenda.set(Topic::Actions, 6);
        assert_eq!(agenda.check(), Err(NotAnAgenda::TooLong(46)));
    }

    #[test]
    fn each_item_starts_where_the_one_before_ends() {
        let starts = Agenda::standard().slots().map(|slot| (slot.topic.key(), slot.starts, slot.minutes));
        assert_eq!(
            starts,
            [
                ("scorecard", 0, 10),
                ("outcomes", 10, 8),
                ("pricing", 18, 7),
                ("next-quarter", 25, 10),
                ("actions", 35, 5)
            ]
        );
    }
}
