//! Lists the commands that the window may call, and says clearly when the ui was not built.

use std::path::Path;
use std::process::exit;

/// Every command, by its name in Rust: one that is missing here is refused at run time.
const COMMANDS: &[&str] = &[
    "workspace",
    "set_manager",
    "open_sample",
    "close_sample",
    "remove_sample",
    "journal",
    "undo",
    "redo",
    "save_distributor",
    "import_register",
    "today",
    "settle",
    "portfolio",
    "compliance",
    "distributor",
    "month",
    "write_template",
    "improvement",
    "agree_plan",
    "mark_plan_action",
    "review_plan",
    "launch",
    "tick_launch",
    "count_launch",
    "move_launch",
    "checklist",
    "set_checklist",
    "exclusivity",
    "decide",
    "save_grant",
    "evidence",
    "evidence_sheet",
    "governance",
    "save_band",
    "save_promotion",
    "save_promotion_result",
    "ask_discount",
    "answer_discount",
    "tick_governance",
    "import_view",
    "import_choose",
    "cancel_import",
    "review",
    "set_received",
    "answer",
    "confirm",
    "confirm_all",
    "confirm_sure",
    "skip",
    "batch",
    "export_batch",
    "undo_batch",
    "watch_folder",
    "watch_nothing",
    "profiles",
    "forget_profile",
    "trust_profile",
    "settle_otherwise",
    "packs",
    "make_packs",
    "cancel_packs",
    "pack_bytes",
    "save_pack",
    "print_pack",
    "show_pack",
    "playbook_view",
    "playbook_check",
    "playbook_save",
    "set_fiscal_year",
    "add_holiday",
    "remove_holiday",
    "targets",
    "set_targets",
    "paste_targets",
    "import_targets",
    "rates",
    "set_rates",
    "paste_rates",
    "import_rates",
    "set_reporting_currency",
    "roll_up",
    "reviews",
    "hold_review",
    "prepare_qbr",
    "save_action",
    "close_quarter",
    "closed_pack",
];

fn main() {
    println!("cargo::rerun-if-changed=src-tauri/capabilities");
    println!("cargo::rerun-if-changed=ui/dist");
    if !Path::new("ui/dist/index.html").exists() {
        println!(
            "cargo::error=ui/dist is missing: the window has no pages to show. Run `cargo xtask ui`, then build again."
        );
        exit(1);
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(why) = tauri_build::try_build(attributes) {
        println!("cargo::error=the window's manifest is not sound: {why:#}");
        exit(1);
    }
}
