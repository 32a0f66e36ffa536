//! The store: one SQLite file that holds the journal and all that was ever recorded. Domain types in and out; nobody
//! else writes SQL.
//!
//! Every change is an [`Entry`]; every row belongs to one and is only ever added. What counts now is the newest revision
//! whose entry isn't undone. The store reads no clock: every [`Moment`] comes from the caller.
#![forbid(unsafe_code)]

mod action;
mod add;
#[cfg(test)]
mod case;
mod check;
mod closed;
mod decision;
mod error;
mod facts;
mod files;
mod governance;
mod grant;
mod holiday;
mod ids;
mod journal;
mod launch;
mod migrate;
mod moment;
mod money;
mod names;
mod open;
mod plan;
mod profile;
mod qbr;
mod register;
mod report;
mod reports;
mod review;
mod rows;
mod sales;
mod seal;
mod setting;
mod settled;
mod target;
mod touched;
mod tray;
mod undo;
mod versions;
mod write;

pub use action::{ActionCard, QbrAction};
pub use check::{Damage, Health};
pub use closed::{Closed, NewClosed};
pub use decision::Decision;
pub use error::StoreError;
pub use facts::{Filed, Reach, Wanted};
pub use files::{Arrival, KnownFile, Sha256};
pub use governance::{Held, NewBand, NewPromotion, NewRequest, Tick};
pub use grant::{Grant, GrantStatus, GrantTerms, HeldGrant};
pub use holiday::HolidayChange;
pub use ids::{
    ActionId, BandId, DistributorId, EntryId, FileId, GrantId, ImportId, PlanId, ProfileId, PromotionId, ReportId,
    RequestId, TargetId,
};
pub use journal::{Act, ActKind, Author, Entry, Standing, What};
pub use moment::{Moment, NotAMoment};
pub use money::HeldRate;
pub use names::folded;
pub use open::Store;
pub use plan::{HeldPlan, NewPlan, PlanReview, PlannedAction};
pub use profile::{Label, NewProfile, Profile, Settled};
pub use qbr::{Outcomes, Qbr, QbrLine};
pub use register::{Card, Distributor, Scope, Status};
pub use report::{Added, Answer, Kind, Lines, NewReport, Remark, Report, Revision, Stated};
pub use review::Review;
pub use sales::{Off, SalesLine, SoldLine};
pub use settled::{HeldSettlement, Settlement};
pub use target::{HeldTarget, NewTarget};
pub use touched::{Place, Touched};
pub use tray::{Batch, Origin, Outcome, TrayFile, Waiting, Work};
pub use versions::HeldPlaybook;
pub use write::{Recorded, Writing};
