//! The TypeScript types of the window are those of the views. After changing a view, write them anew:
//! `UPDATE=1 cargo test --package desk --test bindings`, and commit them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use desk::view;
use ts_rs::{Config, ExportError, TS};

/// Where the window finds them.
const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings");

/// Every view that a command answers with, takes or tells of; each brings along the types that it is made of.
fn export(folder: &Path) -> Result<(), ExportError> {
    let config = Config::new().with_out_dir(folder).with_large_int("number");
    view::WorkspaceView::export_all(&config)?;
    view::EntryLine::export_all(&config)?;
    view::ErrorView::export_all(&config)?;
    view::DistributorCard::export_all(&config)?;
    view::TodayView::export_all(&config)?;
    view::InboxView::export_all(&config)?;
    view::PortfolioView::export_all(&config)?;
    view::ComplianceView::export_all(&config)?;
    view::DistributorView::export_all(&config)?;
    view::MonthView::export_all(&config)?;
    view::ExclusivityView::export_all(&config)?;
    view::DecisionInput::export_all(&config)?;
    view::DecisionTaken::export_all(&config)?;
    view::GrantForm::export_all(&config)?;
    view::EvidenceView::export_all(&config)?;
    view::SheetView::export_all(&config)?;
    view::ImportView::export_all(&config)?;
    view::ImportProgress::export_all(&config)?;
    view::ReviewView::export_all(&config)?;
    view::ReviewsView::export_all(&config)?;
    view::BatchView::export_all(&config)?;
    view::ProfilesView::export_all(&config)?;
    view::PacksView::export_all(&config)?;
    view::PackProgress::export_all(&config)?;
    view::ImprovementView::export_all(&config)?;
    view::PlanEntered::export_all(&config)?;
    view::LaunchView::export_all(&config)?;
    view::ChecklistView::export_all(&config)?;
    view::GovernanceView::export_all(&config)?;
    view::RequestForm::export_all(&config)?;
    view::AnswerForm::export_all(&config)?;
    view::HolidayChanged::export_all(&config)?;
    view::PlaybookView::export_all(&config)?;
    view::DraftFlaw::export_all(&config)?;
    view::SavedPlaybook::export_all(&config)?;
    view::TargetsView::export_all(&config)?;
    view::TargetChange::export_all(&config)?;
    view::TargetBlock::export_all(&config)?;
    view::RatesView::export_all(&config)?;
    view::RateBlock::export_all(&config)?;
    view::TakenView::export_all(&config)?;
    view::RollUpView::export_all(&config)
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).expect("a folder of bindings");
    let paths = entries.map(|entry| entry.expect("an entry of it").path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "ts"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a readable file").replace("\r\n", "\n"))
        })
        .collect()
}

#[test]
fn the_windows_types_are_those_of_the_views() {
    let fresh = tempfile::tempdir().expect("a temporary folder");
    export(fresh.path()).expect("types that can be written");
    let (fresh, committed) = (files(fresh.path()), Path::new(BINDINGS));
    if std::env::var_os("UPDATE").is_some() {
        for name in files(committed).keys().filter(|name| !fresh.contains_key(*name)) {
            fs::remove_file(committed.join(name)).expect("a type that is gone");
        }
        for (name, text) in &fresh {
            fs::write(committed.join(name), text).expect("a type that is written");
        }
    }
    let kept = files(committed);
    let stale: Vec<_> = kept.keys().filter(|name| !fresh.contains_key(*name)).collect();
    let changed: Vec<_> =
        fresh.iter().filter(|(name, text)| kept.get(*name) != Some(text)).map(|(name, _)| name).collect();
    assert!(
        stale.is_empty() && changed.is_empty(),
        "ui/src/bindings has drifted: changed or missing {changed:?}, no longer a type {stale:?}. \
         Write them anew: UPDATE=1 cargo test --package desk --test bindings"
    );
}
