//! Every word that a user reads on paper, in a terminal or from a use case, in one catalogue a language.
#![forbid(unsafe_code)]

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The English catalogue: every message there is, a file a topic. A key is never renamed once a file or a stored row may
/// refer to it.
const ENGLISH: &[&str] = &[
    include_str!("../en/batch.ftl"),
    include_str!("../en/cadence.ftl"),
    include_str!("../en/cli.ftl"),
    include_str!("../en/errors.ftl"),
    include_str!("../en/evidence.ftl"),
    include_str!("../en/exclusivity.ftl"),
    include_str!("../en/figures.ftl"),
    include_str!("../en/governance.ftl"),
    include_str!("../en/import.ftl"),
    include_str!("../en/improvement.ftl"),
    include_str!("../en/inbox.ftl"),
    include_str!("../en/intake.ftl"),
    include_str!("../en/journal.ftl"),
    include_str!("../en/launch.ftl"),
    include_str!("../en/money.ftl"),
    include_str!("../en/pack.ftl"),
    include_str!("../en/packs.ftl"),
    include_str!("../en/periods.ftl"),
    include_str!("../en/playbook.ftl"),
    include_str!("../en/portfolio.ftl"),
    include_str!("../en/profiles.ftl"),
    include_str!("../en/register.ftl"),
    include_str!("../en/reviews.ftl"),
    include_str!("../en/rules.ftl"),
    include_str!("../en/scorecard.ftl"),
    include_str!("../en/shell.ftl"),
    include_str!("../en/targets.ftl"),
    include_str!("../en/templates.ftl"),
    include_str!("../en/today.ftl"),
];

/// What a message takes: text as it stands, or a whole number that may choose a plural form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Printed as it stands.
    Text(Cow<'a, str>),
    /// A count: printed without grouping, and choosing `[one]` or `*[other]`.
    Whole(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

macro_rules! whole {
    ($($number:ty),*) => {$(
        impl From<$number> for Value<'_> {
            fn from(count: $number) -> Self {
                Self::Whole(i64::from(count))
            }
        }
    )*};
}
whole!(i64, i32, u32, u16, u8);

impl From<usize> for Value<'_> {
    /// A count of things in memory always fits.
    fn from(count: usize) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// A language's messages, ready to be said.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    language: LanguageIdentifier,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Words {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self::read("en", ENGLISH)
    }

    /// What could be parsed is kept; the tests of this crate hold that it is all of it.
    fn read(tag: &str, sources: &[&str]) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language.clone()]);
        // Isolation marks are invisible characters around each value: they would end up in files and in PDF text.
        bundle.set_use_isolating(false);
        for source in sources {
            let (resource, _) = parse(source);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, language }
    }

    /// The language's BCP 47 tag: `en`.
    #[must_use]
    pub fn language(&self) -> String {
        self.language.to_string()
    }

    /// Whether there is a message of that key: for keys that come from a file or the store, such as `measure-…`.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The message of that key. A missing key or value stops a debug build, hence every test that meets it; a release
    /// says the key itself.
    #[must_use]
    pub fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no message {key} in the catalogue");
            return key.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, FluentValue::String(text.clone())),
                Value::Whole(count) => arguments.set(*name, FluentValue::from(*count)),
            }
        }
        let mut problems = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&arguments), &mut problems);
        debug_assert!(problems.is_empty(), "message {key}: {problems:?}");
        said.into_owned()
    }
}

fn parse(source: &str) -> (FluentResource, usize) {
    match FluentResource::try_new(source.to_owned()) {
        Ok(resource) => (resource, 0),
        Err((resource, problems)) => (resource, problems.len()),
    }
}

#[cfg(test)]
mod tests;
