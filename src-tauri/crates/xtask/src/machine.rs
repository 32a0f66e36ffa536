//! What the machine must have, by purpose; installed where we may, else named with the way to get it.

use std::process::Stdio;

use crate::debian;
use crate::step::{Failure, cargo, go, output, printed, program};

/// What something is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A compiler and linker for C.
    Build,
    /// Building and opening the window.
    Window,
    /// Looking into printed packs.
    Pages,
    /// Driving the real window in tests.
    Drive,
}

impl Purpose {
    pub(crate) const ALL: [Self; 4] = [Self::Build, Self::Window, Self::Pages, Self::Drive];

    fn debian(self) -> &'static [&'static str] {
        match self {
            Self::Build => &["build-essential", "pkg-config", "file"],
            Self::Window => &["libwebkit2gtk-4.1-dev", "libgtk-3-dev", "librsvg2-dev"],
            Self::Pages => &["poppler-utils", "qpdf"],
            Self::Drive => &[
                "webkit2gtk-driver",
                "xvfb",
                "xauth",
                "xdotool",
                "dbus",
                "python3-gi",
                "gir1.2-gtk-3.0",
                "fonts-dejavu-core",
            ],
        }
    }
}

/// The oldest Node that the ui's tools run on.
const NODE: (u32, u32) = (20, 19);

/// Makes sure that the machine has what the purposes need.
pub(crate) fn need(purposes: &[Purpose]) -> Result<(), Failure> {
    if debian::is_here() {
        let packages: Vec<&str> = purposes.iter().flat_map(|purpose| purpose.debian().iter().copied()).collect();
        return debian::install(&packages);
    }
    let missing: Vec<&str> = purposes.iter().filter_map(|purpose| missing(*purpose)).collect();
    if missing.is_empty() { Ok(()) } else { Err(Failure(format!("this is missing:\n  {}", missing.join("\n  ")))) }
}

#[cfg(target_os = "macos")]
fn missing(purpose: Purpose) -> Option<&'static str> {
    let (there, way) = match purpose {
        Purpose::Build => {
            (output(program("xcode-select").arg("-p")).is_some(), "the command line tools: xcode-select --install")
        }
        Purpose::Pages => (
            has("pdftotext", "-v") && has("qpdf", "--version"),
            "pdftotext and qpdf, to look into packs: brew install poppler qpdf",
        ),
        // WebKit comes with the system, and the tests that drive the window are for Linux.
        Purpose::Window | Purpose::Drive => (true, ""),
    };
    (!there).then_some(way)
}

#[cfg(windows)]
fn missing(purpose: Purpose) -> Option<&'static str> {
    // The key under which the runtime registers itself.
    let webview = r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let (there, way) = match purpose {
        Purpose::Window => (
            output(program("reg").args(["query", webview, "/v", "pv"])).is_some(),
            "the WebView2 runtime: winget install Microsoft.EdgeWebView2Runtime",
        ),
        Purpose::Pages => (
            has("pdftotext", "-v") && has("qpdf", "--version"),
            "pdftotext and qpdf, to look into packs: winget install oschwartz10612.Poppler QPDF.QPDF",
        ),
        // Rust itself came with a linker, and the tests that drive the window are for Linux.
        Purpose::Build | Purpose::Drive => (true, ""),
    };
    (!there).then_some(way)
}

#[cfg(not(any(target_os = "macos", windows)))]
fn missing(purpose: Purpose) -> Option<&'static str> {
    let (there, way) = match purpose {
        Purpose::Build => (has("cc", "--version") && has("pkg-config", "--version"), "a C compiler and pkg-config"),
        Purpose::Window => (
            output(program("pkg-config").args(["--exists", "webkit2gtk-4.1", "gtk+-3.0", "librsvg-2.0"])).is_some(),
            "WebKitGTK 4.1, GTK 3 and librsvg with their headers. \
             Fedora: dnf install webkit2gtk4.1-devel gtk3-devel librsvg2-devel; Arch: pacman -S webkit2gtk-4.1 gtk3 librsvg",
        ),
        Purpose::Pages => (has("pdftotext", "-v") && has("qpdf", "--version"), "pdftotext (poppler) and qpdf"),
        Purpose::Drive => (
            has("WebKitWebDriver", "--version") && has("Xvfb", "-help") && has("xdotool", "version"),
            "WebKitWebDriver, Xvfb, xdotool, dbus-daemon and PyGObject for GTK 3",
        ),
    };
    (!there).then_some(way)
}

/// Whether a program can be started at all.
fn has(name: &str, argument: &str) -> bool {
    program(name).arg(argument).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Makes sure of a Node that the ui's tools run on.
pub(crate) fn need_node() -> Result<(), Failure> {
    let (major, minor) = NODE;
    let way = "Get it from https://nodejs.org, then run this again";
    match output(program("node").arg("--version")) {
        Some(said) if version(&said) >= Some(NODE) => Ok(()),
        Some(said) => {
            Err(Failure(format!("Node {} is too old: {major}.{minor} or newer is needed. {way}", said.trim())))
        }
        None => Err(Failure(format!("Node is missing: {major}.{minor} or newer is needed. {way}"))),
    }
}

/// Makes sure of rustfmt and clippy, which a minimal Rust comes without.
pub(crate) fn need_checkers() -> Result<(), Failure> {
    let has = |name: &str| output(&mut cargo(&[name, "--version"])).is_some();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    if printed(program("rustup").arg("--version")).is_empty() {
        return Err(Failure(
            "rustfmt and clippy are missing: install them beside this Rust, then run this again".into(),
        ));
    }
    println!("Installing rustfmt and clippy");
    go(program("rustup").args(["component", "add", "rustfmt", "clippy"]))
}

/// `v20.19.2` as (20, 19).
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().trim_start_matches('v').split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_node_is_told_from_a_new_one() {
        for (said, new) in [("v20.18.3\n", false), ("v20.19.0\n", true), ("v22.3.0", true), ("what", false)] {
            assert_eq!(version(said) >= Some(NODE), new, "{said}");
        }
    }
}
