//! The checkout as the structure tests read it: its sources as text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A source file.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its path from the root, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The root of the checkout.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A file of the checkout.
///
/// # Panics
/// When it cannot be read: then the test that asks for it has nothing to say.
#[must_use]
pub fn read(path: &str) -> String {
    let text = std::fs::read_to_string(root().join(path));
    text.unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The files under a folder whose names end with one of the endings, in order; what is installed or built is left out.
///
/// # Panics
/// When the folder holds none: then the rule that is tested would hold for nothing.
#[must_use]
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), folder, endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "nothing ends with {endings:?} in {folder}");
    found
}

fn collect(folder: &Path, path: &str, endings: &[&str], found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{path}/{name}");
        if entry.path().is_dir() {
            if !["node_modules", "dist", "target", "output", "bindings"].contains(&name.as_str()) {
                collect(&entry.path(), &path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending))
            && let Ok(text) = std::fs::read_to_string(entry.path())
        {
            found.push(Source { path, text });
        }
    }
}

/// What each crate of the house names in its manifest for itself, tests aside.
///
/// # Panics
/// When cargo cannot read the manifests.
#[must_use]
pub fn needed() -> BTreeMap<String, Vec<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root()).args(["metadata", "--no-deps", "--format-version", "1"]);
    let output = command.output().expect("cargo runs these tests, so it is there");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("the workspace has sound manifests");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages = list(&metadata["packages"]).into_iter().map(|package| {
        let shipped = list(&package["dependencies"]).into_iter().filter(|dependency| dependency["kind"] != "dev");
        (text(&package["name"]), shipped.map(|dependency| text(&dependency["name"])).collect())
    });
    packages.collect()
}

/// The part of a Rust source that ships: what stands before its test module.
#[must_use]
pub fn shipped(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests").map_or(text, |at| &text[..at])
}

/// The lines that are code: neither blank nor comment.
#[must_use]
pub fn lines_of_code(text: &str) -> usize {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}
