//! Lists the commands that the window may call, and says clearly when the ui was not built.

use std::path::Path;
use std::process::exit;

/// Every command, by its name in Rust: one that is missing here is refused at run time.
const COMMANDS: &[&str] = &[];

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
