//! Keys: the names by which stored records refer to what a playbook holds. Never renamed.

/// A key that is a text: of what ships, known when the program was written; else from the store or a file.
macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::borrow::Cow<'static, str>);

        impl $name {
            /// A key known when the program was written.
            #[must_use]
            pub const fn fixed(key: &'static str) -> Self {
                Self(std::borrow::Cow::Borrowed(key))
            }

            /// A key from the store, a file or the window.
            #[must_use]
            pub fn new(key: &str) -> Self {
                Self(std::borrow::Cow::Owned(key.to_owned()))
            }

            /// Its text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(crate) use key;
