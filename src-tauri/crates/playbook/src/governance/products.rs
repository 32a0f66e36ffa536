//! Which products a rule is about.

use std::fmt;

use super::folded;

/// Products by name; none named means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Products(Vec<String>);

impl Products {
    /// Every product.
    #[must_use]
    pub fn all() -> Self {
        Self::default()
    }

    /// The products that a text names, between commas, semicolons or line ends; each once.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut names: Vec<String> = Vec::new();
        for name in text.split([',', ';', '\n']).map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")) {
            if !name.is_empty() && names.iter().all(|held| folded(held) != folded(&name)) {
                names.push(name);
            }
        }
        Self(names)
    }

    /// Whether no product is left out.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a product of a sales list is one of them: a name of its columns (` · ` between them) is a name here, or
    /// begins with one as whole words. `Honey Lemon` is also `Honey Lemon 20s`, not `Honey Lemonade`.
    #[must_use]
    pub fn covers(&self, product: &str) -> bool {
        self.is_all() || product.split(" · ").any(|name| self.0.iter().any(|held| begins(name, held)))
    }

    /// Whether every product of others is one of them.
    #[must_use]
    pub fn covers_all(&self, others: &Self) -> bool {
        self.is_all() || (!others.is_all() && others.0.iter().all(|name| self.covers(name)))
    }
}

fn begins(name: &str, held: &str) -> bool {
    let (name, held) = (folded(name), folded(held));
    name.strip_prefix(&held).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

impl fmt::Display for Products {
    /// `Coffee, Tea`; empty for all. Reads back equal by [`Products::of`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_covered_by_its_name_or_the_words_it_begins_with() {
        let named = Products::of("Honey Lemon; CN-3005\n honey  lemon");
        assert_eq!(named.to_string(), "Honey Lemon, CN-3005");
        for (product, covered) in [
            ("Honey Lemon", true),
            ("HONEY  lemon 20s", true),
            ("CN-3005 · Gula Aren Cair 600ml", true),
            ("A-1 · Honey Lemon 20s", true),
            ("Honey Lemonade", false),
            ("Green Honey Lemon", false),
            ("CN-30051", false),
            ("", false),
        ] {
            assert_eq!(named.covers(product), covered, "{product}");
        }
        assert!(Products::all().covers("") && Products::of(" ,; ").is_all());
    }

    #[test]
    fn all_products_are_covered_by_all_alone() {
        let (all, some, one) = (Products::all(), Products::of("Coffee, Tea"), Products::of("Coffee 20s"));
        assert!(all.covers_all(&all) && all.covers_all(&some) && some.covers_all(&one));
        assert!(!some.covers_all(&all) && !one.covers_all(&some));
    }
}
