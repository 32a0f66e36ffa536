//! One run of the application in its window.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::element::Element;
use crate::webdriver::Driver;
use crate::{Desktop, Error, Result, drag, machine};

/// How long something may take to show. Generous: the machine may be building something else.
const PATIENCE: Duration = Duration::from_secs(30);

/// Calls back once fonts are here, nothing moves and the last change is painted. Two frames: the first after a change
/// may still show what was before. What turns without end (a busy sign) is not waited for.
const SETTLED: &str = "
    const done = arguments[0];
    const moving = document.getAnimations().filter((it) => it.effect?.getComputedTiming().endTime !== Infinity);
    Promise.allSettled([document.fonts.ready, ...moving.map((it) => it.finished)])
        .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
";

/// The window's look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The application in its window; closed when dropped.
pub struct Session<'a> {
    desktop: &'a Desktop,
    driver: Driver,
}

impl<'a> Session<'a> {
    /// Starts the application on a desktop.
    ///
    /// # Errors
    /// When it was not built, or its window does not open.
    pub fn start(desktop: &'a Desktop, arguments: &[&str]) -> Result<Self> {
        let binary = binary();
        if !binary.is_file() {
            return Err(Error::Late(format!("{} is missing: build the application first", binary.display())));
        }
        Ok(Self { desktop, driver: Driver::start(desktop, &binary.to_string_lossy(), arguments)? })
    }

    /// Waits for something that the page should show.
    ///
    /// # Errors
    /// When it does not come in time; says `what`, and what the page showed instead.
    pub fn wait<T>(&self, what: &str, look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
        self.wait_within(PATIENCE, what, look)
    }

    /// As [`Session::wait`], for work that is known to take its time.
    ///
    /// # Errors
    /// When it does not come in time.
    pub fn wait_within<T>(
        &self,
        patience: Duration,
        what: &str,
        mut look: impl FnMut() -> Result<Option<T>>,
    ) -> Result<T> {
        let deadline = Instant::now() + patience;
        loop {
            // A page that changes under the question may refuse it: asked again until the time is over.
            let answer = look();
            if let Ok(Some(found)) = answer {
                return Ok(found);
            }
            if Instant::now() > deadline {
                let refusal = answer.err().map_or(String::new(), |error| format!(" ({error})"));
                let shown = self.text().unwrap_or_default();
                self.keep_picture("failed").ok();
                return Err(Error::Late(format!("not seen: {what}{refusal}. The page shows: {shown}")));
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// The first visible element of a role whose name is, begins with or holds `name`; waited for.
    ///
    /// # Errors
    /// When none shows in time.
    pub fn find(&self, role: &str, name: &str) -> Result<Element<'_>> {
        self.wait(&format!("{role} “{name}”"), || Ok(self.all(role, name)?.into_iter().next()))
    }

    /// All visible elements of a role whose name fits; not waited for.
    ///
    /// # Errors
    /// When the page does not answer.
    pub fn all(&self, role: &str, name: &str) -> Result<Vec<Element<'_>>> {
        Element::by_role(&self.driver, role, name, None)
    }

    /// The elements of a CSS selector; not waited for.
    ///
    /// # Errors
    /// When the page does not answer.
    pub fn select(&self, selector: &str) -> Result<Vec<Element<'_>>> {
        let answer = self.driver.post("elements", &json!({"using": "css selector", "value": selector}))?;
        Ok(Element::all(&self.driver, &answer))
    }

    /// Finds and clicks; tried again while something lies over it.
    ///
    /// # Errors
    /// When it does not show, or stays covered.
    pub fn click(&self, role: &str, name: &str) -> Result<()> {
        self.wait(&format!("{role} “{name}” to click"), || {
            let Some(found) = self.all(role, name)?.into_iter().next() else { return Ok(None) };
            found.click().map(Some)
        })
    }

    /// The field of a form, by its label.
    ///
    /// # Errors
    /// When it does not show in time.
    pub fn field(&self, label: &str) -> Result<Element<'_>> {
        self.find("textbox", label)
    }

    /// Opens a list by its label and chooses from it.
    ///
    /// # Errors
    /// When the list or the choice does not show in time.
    pub fn choose(&self, label: &str, choice: &str) -> Result<()> {
        self.click("combobox", &format!("{label}:"))?;
        self.click("option", choice)
    }

    /// Presses a shortcut on the window itself, as its native menu hears it: `ctrl+2`.
    ///
    /// # Errors
    /// When the window cannot be given the keyboard.
    pub fn shortcut(&self, keys: &str) -> Result<()> {
        drag::press(self.desktop, keys)
    }

    /// What the page shows as text.
    ///
    /// # Errors
    /// When the page does not answer.
    pub fn text(&self) -> Result<String> {
        let text = self.driver.script("return document.body.innerText;", &json!([]))?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page shows a text.
    ///
    /// # Errors
    /// When it does not in time.
    pub fn sees(&self, text: &str) -> Result<()> {
        self.wait(&format!("the text “{text}”"), || Ok(self.text()?.contains(text).then_some(())))
    }

    /// Waits until the page no longer shows a text.
    ///
    /// # Errors
    /// When it still does after the time.
    pub fn no_longer_sees(&self, text: &str) -> Result<()> {
        self.wait(&format!("the text “{text}” gone"), || Ok((!self.text()?.contains(text)).then_some(())))
    }

    /// Waits until a screen shows all its data: its name in the address, and the flag that the page sets once it is
    /// painted.
    ///
    /// # Errors
    /// When it does not in time.
    pub fn shows(&self, screen: &str) -> Result<()> {
        self.shows_within(PATIENCE, screen)
    }

    /// As [`Session::shows`], for work that is known to take its time.
    ///
    /// # Errors
    /// When it does not in time.
    pub fn shows_within(&self, patience: Duration, screen: &str) -> Result<()> {
        self.wait_within(patience, &format!("the screen “{screen}”, with its data"), || {
            let state = self.script("const d = document.documentElement.dataset; return [d.screen, d.ready];")?;
            Ok((state[0] == screen && state[1] == "true").then_some(()))
        })
    }

    /// Runs a function body in the page.
    ///
    /// # Errors
    /// When it throws.
    pub fn script(&self, body: &str) -> Result<Value> {
        self.driver.script(body, &json!([]))
    }

    /// Drags files from another program's window over an element; `while_over` looks at the page before they are let go.
    ///
    /// # Errors
    /// When the drop is not taken, or `while_over` fails.
    pub fn drop_files(
        &self,
        files: &[&Path],
        onto: &Element<'_>,
        while_over: impl FnOnce() -> Result<()>,
    ) -> Result<()> {
        let carried = drag::carry(self.desktop, files, onto.middle()?)?;
        while_over()?;
        carried.release(self.desktop)
    }

    /// Changes the look.
    ///
    /// # Errors
    /// When the page does not answer.
    pub fn set_theme(&self, theme: Theme) -> Result<()> {
        self.driver.script("document.documentElement.dataset.theme = arguments[0];", &json!([theme.key()])).map(drop)
    }

    /// Keeps pictures of the window, light and dark, as `tests/output/NAME-light.png` and `NAME-dark.png`.
    ///
    /// # Errors
    /// When the page does not answer or the files cannot be written.
    pub fn keep_pictures(&self, name: &str) -> Result<()> {
        self.wait("the page at rest", || {
            let ready = self.script("return document.documentElement.dataset.ready;")?;
            Ok((ready == "true").then_some(()))
        })?;
        for theme in [Theme::Dark, Theme::Light] {
            self.set_theme(theme)?;
            self.keep_picture(&format!("{name}-{}", theme.key()))?;
        }
        Ok(())
    }

    fn keep_picture(&self, name: &str) -> Result<()> {
        self.driver.script_until_called(SETTLED, &json!([]))?;
        let picture = self.driver.get("screenshot")?;
        let bytes = BASE64_STANDARD
            .decode(picture.as_str().unwrap_or_default())
            .map_err(|error| Error::Late(format!("the picture {name}: {error}")))?;
        let folder = output();
        std::fs::create_dir_all(&folder).map_err(machine("tests/output"))?;
        std::fs::write(folder.join(format!("{name}.png")), bytes).map_err(machine(name))
    }
}

/// Where pictures are kept: `tests/output`.
fn output() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../output")
}

/// The built application: `ENTREPOT_BINARY`, else the debug build beside this test's own.
fn binary() -> PathBuf {
    if let Some(named) = std::env::var_os("ENTREPOT_BINARY") {
        return named.into();
    }
    let beside = std::env::current_exe().ok().and_then(|test| Some(test.parent()?.parent()?.join("entrepot")));
    beside.unwrap_or_else(|| "entrepot".into())
}
