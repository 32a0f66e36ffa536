//! What the window may call, one file a screen. A command is thin: it goes to the desk and answers with a view. The list
//! of their names stands in build.rs, and their types in ui/src/api.ts.

pub(crate) mod batches;
pub(crate) mod distributor;
pub(crate) mod evidence;
pub(crate) mod exclusivity;
pub(crate) mod governance;
pub(crate) mod import;
pub(crate) mod improvement;
pub(crate) mod launch;
pub(crate) mod layouts;
pub(crate) mod money;
pub(crate) mod packs;
pub(crate) mod playbook;
pub(crate) mod portfolio;
pub(crate) mod reviews;
pub(crate) mod targets;
pub(crate) mod today;
pub(crate) mod workspace;
