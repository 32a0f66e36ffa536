//! E-mails: when they came, who sent them, and the files that they carry. Each attachment is read as a file of its own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An e-mail without its words, which are read as a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// The day on which it came, by its sender's clock.
    #[serde(with = "crate::wire::maybe")]
    pub received: Option<NaiveDate>,
    /// What it says about itself.
    pub hint: MailHint,
    /// The files that it carries, without the pictures of its signature.
    pub attachments: Vec<Attachment>,
}

/// What an e-mail says about itself: a hint of who reports, and of when.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailHint {
    /// The sender's name, as written; empty when there is none.
    pub sender: String,
    /// The sender's address; empty when there is none.
    pub address: String,
    /// Its subject.
    pub subject: String,
}

/// A file in an e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What stands between an e-mail's name and an attachment's: `mail.eml › October.xlsx`.
pub const CARRIES: &str = " › ";
