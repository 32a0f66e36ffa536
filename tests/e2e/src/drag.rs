//! A real drop: another program's window from which files are dragged, and a pointer that drags them.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use crate::{Desktop, Error, Result, machine};

/// The program that files are dragged from.
const SOURCE: &str = include_str!("drag_source.py");

/// Where its window stands: beside the application's, on the wider display.
const FROM: (i64, i64) = (1480, 400);

/// Files in the hand: the button is down and the pointer is over the window.
pub(crate) struct Carried {
    source: Child,
}

/// Takes files and carries them to a point of the display.
pub(crate) fn carry(desktop: &Desktop, files: &[&Path], to: (i64, i64)) -> Result<Carried> {
    let mut source = desktop
        .command("/usr/bin/python3")
        .args(["-c", SOURCE, &FROM.0.to_string(), &FROM.1.to_string()])
        .args(files)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(machine("the window to drag from"))?;
    let mut line = String::new();
    if let Some(out) = source.stdout.take() {
        BufReader::new(out).read_line(&mut line).map_err(machine("the window to drag from"))?;
    }
    let carried = Carried { source };
    if line.trim() != "ready" {
        return Err(Error::Late("the window to drag from did not open".into()));
    }
    let mut steps = Steps::new();
    steps.move_to(FROM);
    steps.say(&["mousedown", "1"]);
    // A drag begins once the pointer left its place by some pixels; targets need several moves to answer.
    for step in 1..=12 {
        steps.move_to((FROM.0 + (to.0 - FROM.0) * step / 12, FROM.1 + (to.1 - FROM.1) * step / 12));
    }
    steps.move_to((to.0 + 2, to.1 + 2));
    steps.run(desktop)?;
    Ok(carried)
}

impl Carried {
    /// Lets go, and waits until the source knows how it ended.
    pub(crate) fn release(mut self, desktop: &Desktop) -> Result<()> {
        let mut steps = Steps::new();
        steps.say(&["mouseup", "1"]);
        steps.run(desktop)?;
        let ended = self.source.wait().map_err(machine("the window to drag from"))?;
        if ended.success() { Ok(()) } else { Err(Error::Late("the drop was not taken".into())) }
    }
}

impl Drop for Carried {
    fn drop(&mut self) {
        // It ended by itself after a drop; this is for a test that failed midway.
        drop(self.source.kill());
        drop(self.source.wait());
    }
}

/// Gives the application's window the keyboard and presses keys.
pub(crate) fn press(desktop: &Desktop, keys: &str) -> Result<()> {
    // There is no window manager that would give it the keyboard.
    let mut steps = Steps::new();
    steps.say(&["search", "--onlyvisible", "--name", "^Entrepot$", "windowfocus", "--sync", "key", keys]);
    steps.run(desktop)
}

/// A chain of what the pointer and the keys do.
struct Steps(Vec<String>);

impl Steps {
    fn new() -> Self {
        Self(Vec::new())
    }

    fn say(&mut self, words: &[&str]) {
        self.0.extend(words.iter().map(|word| (*word).to_owned()));
        self.0.extend(["sleep".into(), "0.06".into()]);
    }

    fn move_to(&mut self, (x, y): (i64, i64)) {
        self.say(&["mousemove", &x.to_string(), &y.to_string()]);
    }

    fn run(self, desktop: &Desktop) -> Result<()> {
        let ended = desktop
            .command("xdotool")
            .args(self.0)
            .status()
            .map_err(machine("xdotool could not be started; `cargo xtask test e2e` installs it"))?;
        if ended.success() { Ok(()) } else { Err(Error::Late("xdotool could not move the pointer".into())) }
    }
}
