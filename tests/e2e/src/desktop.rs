//! A desktop of our own: an X server without a window manager, a message bus and a home that nobody used before.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::{Error, Result, machine};

/// The X server, the bus and the home of one session; ended when dropped.
pub struct Desktop {
    server: Child,
    bus: Child,
    display: String,
    address: String,
    home: TempDir,
}

impl Desktop {
    /// Starts them.
    ///
    /// # Errors
    /// When Xvfb or dbus-daemon is missing or does not come up.
    pub fn start() -> Result<Self> {
        let home = tempfile::tempdir().map_err(machine("a folder for the home"))?;
        for folder in ["config", "data", "cache", "runtime"] {
            let path = home.path().join(folder);
            std::fs::create_dir(&path).map_err(machine(format!("{}", path.display())))?;
        }
        // Wider than the window, so that files can be dragged in from beside it.
        let (server, number) = first_line(Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x900x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]))?;
        let listen = format!("--address=unix:path={}", home.path().join("runtime/bus").display());
        let (bus, address) =
            first_line(Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1", &listen]))?;
        Ok(Self { server, bus, display: format!(":{number}"), address, home })
    }

    /// The home: `config`, `data`, `cache` and `runtime` are its XDG folders, and there is room for files of the test.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// A path inside the home.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// A command that sees this desktop and nothing of the one outside.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("HOME", self.home.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("XDG_RUNTIME_DIR", self.path("runtime"))
            .env("NO_AT_BRIDGE", "1")
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::null());
        command
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in [&mut self.bus, &mut self.server] {
            // Both are gone either way: a failure means that it ended by itself.
            drop(child.kill());
            drop(child.wait());
        }
    }
}

/// Starts a server that says on its first line where it listens.
fn first_line(command: &mut Command) -> Result<(Child, String)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(machine(format!("{name} could not be started; `cargo xtask test e2e` installs it")))?;
    let mut line = String::new();
    if let Some(out) = child.stdout.take() {
        BufReader::new(out).read_line(&mut line).map_err(machine(name.clone()))?;
    }
    let line = line.trim().to_owned();
    if line.is_empty() {
        drop(child.kill());
        drop(child.wait());
        return Err(Error::Late(format!("{name} ended without saying where it listens")));
    }
    Ok((child, line))
}
