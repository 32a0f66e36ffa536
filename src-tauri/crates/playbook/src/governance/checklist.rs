//! The governance checklist of the playbook: what is looked at every month.

/// A line of the checklist. Its words are `governance-check-KEY`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChecklistItem(&'static str);

/// The checklist, in its order. Stored ticks refer to these keys: they are never renamed.
pub const CHECKLIST: [ChecklistItem; 6] = [
    ChecklistItem("approvers"),
    ChecklistItem("bands"),
    ChecklistItem("windows"),
    ChecklistItem("requests"),
    ChecklistItem("results"),
    ChecklistItem("no-resale-price"),
];

impl ChecklistItem {
    /// Its key in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.0
    }

    /// The item of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        CHECKLIST.into_iter().find(|item| item.key() == key)
    }
}
