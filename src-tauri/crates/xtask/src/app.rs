//! `cargo xtask run`: the window, or the sample journey where there is no display.

use crate::machine::{Purpose, need, need_node};
use crate::step::{Failure, cargo, go, root};
use crate::ui;

/// Where the sample journey writes on a machine without a display.
const OUT: &str = "out";

/// Installs, builds and opens the window with these arguments; without a display, runs the sample journey.
pub(crate) fn run(arguments: &[&str]) -> Result<(), Failure> {
    if !has_display() {
        return headless();
    }
    need(&[Purpose::Build, Purpose::Window])?;
    need_node()?;
    ui::build()?;
    go(cargo(&["run", "--locked", "--package", "entrepot", "--bin", "entrepot", "--"]).args(arguments))
}

fn headless() -> Result<(), Failure> {
    let out = free_folder();
    println!("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.");
    println!("Running the sample journey on the command line instead: entrepot-cli demo ./{out}");
    need(&[Purpose::Build])?;
    go(&mut cargo(&["run", "--locked", "--package", "entrepot-cli", "--", "demo", &out]))?;
    println!("\nThe packs lie in {}", root().join(out).join("packs").display());
    Ok(())
}

/// The first name that is free: nothing that an earlier run left is touched.
fn free_folder() -> String {
    let later = (2..).map(|count| format!("{OUT}-{count}"));
    let mut names = std::iter::once(OUT.to_owned()).chain(later);
    names.find(|name| !root().join(name).exists()).unwrap_or_else(|| OUT.to_owned())
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
