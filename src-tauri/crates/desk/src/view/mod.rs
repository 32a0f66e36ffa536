//! Views: the only types that cross to the window. Every number is already worded (text and unit); integers are small
//! enough for JavaScript and serve only to draw or to sort.

mod batch;
mod compliance;
mod distributor;
mod evidence;
mod exclusivity;
mod governance;
mod import;
mod improvement;
mod inbox;
mod launch;
mod money;
mod month;
mod packs;
mod parts;
mod picture;
mod playbook;
mod portfolio;
mod profiles;
mod reviews;
mod targets;
mod today;
mod workspace;

pub use batch::*;
pub use compliance::*;
pub use distributor::*;
pub use evidence::*;
pub use exclusivity::*;
pub use governance::*;
pub use import::*;
pub use improvement::*;
pub use inbox::*;
pub use launch::*;
pub use money::*;
pub use month::*;
pub use packs::*;
pub use parts::*;
pub use picture::*;
pub use playbook::*;
pub use portfolio::*;
pub use profiles::*;
pub use reviews::*;
pub use targets::*;
pub use today::*;
pub use workspace::*;
