//! As much of the WebDriver protocol as the tests need, blocking. <https://www.w3.org/TR/webdriver2/>

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{Desktop, Error, Result, machine};

/// The protocol's name of an element's reference.
pub(crate) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long the application may take to close.
const CLOSING: Duration = Duration::from_secs(5);

/// How long one request may take, in seconds.
const REQUEST: u64 = 60;

/// A running driver with one session: one window.
pub(crate) struct Driver {
    process: Child,
    session: String,
}

impl Driver {
    /// Starts the driver on the desktop, and through it the application.
    pub(crate) fn start(desktop: &Desktop, binary: &str, arguments: &[&str]) -> Result<Self> {
        // The port is free when we ask; the driver takes it a moment later.
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .map_err(machine("a free port"))?
            .port();
        let process = desktop
            .command("WebKitWebDriver")
            .args([&format!("--port={port}"), "--host=127.0.0.1"])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(machine("WebKitWebDriver could not be started; `cargo xtask test e2e` installs it"))?;
        let mut driver = Self { process, session: String::new() };
        let base = format!("http://127.0.0.1:{port}");
        driver.wait_for_status(&base)?;
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "webkitgtk:browserOptions": {"binary": binary, "args": arguments},
        }}});
        let made = request("a session", minreq::post(format!("{base}/session")), Some(&wanted))?;
        let id = made["sessionId"].as_str().unwrap_or_default();
        driver.session = format!("{base}/session/{id}");
        Ok(driver)
    }

    fn wait_for_status(&self, base: &str) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            match request("its status", minreq::get(format!("{base}/status")), None) {
                Ok(_) => return Ok(()),
                Err(error) if Instant::now() > deadline => return Err(error),
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Asks for something of the session.
    pub(crate) fn get(&self, path: &str) -> Result<Value> {
        request(path, minreq::get(format!("{}/{path}", self.session)), None)
    }

    /// Tells the session to do something.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        request(path, minreq::post(format!("{}/{path}", self.session)), Some(body))
    }

    /// Runs a function body in the page; elements travel both ways by reference.
    pub(crate) fn script(&self, body: &str, arguments: &Value) -> Result<Value> {
        self.post("execute/sync", &json!({"script": body, "args": arguments}))
    }

    /// Runs a function body whose last argument is called with the answer.
    pub(crate) fn script_until_called(&self, body: &str, arguments: &Value) -> Result<Value> {
        self.post("execute/async", &json!({"script": body, "args": arguments}))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let application = self.children();
        if !self.session.is_empty() {
            // Closes the window; the application may have ended by itself.
            drop(request("the end", minreq::delete(&self.session), None));
        }
        // It holds the record until it is gone. Told to close on a busy machine it may not have heard of it before the
        // driver's answer: then it is ended.
        let deadline = Instant::now() + CLOSING;
        while application.iter().any(|process| is_running(process)) && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(20));
        }
        for process in application.iter().filter(|process| is_running(process)) {
            drop(Command::new("kill").arg(process).status());
        }
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

impl Driver {
    /// The processes that the driver started: the application.
    fn children(&self) -> Vec<String> {
        let id = self.process.id();
        let listed = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        listed.split_whitespace().map(str::to_owned).collect()
    }
}

/// Whether a process has not ended; one that only waits to be seen off has.
fn is_running(process: &str) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'))
}

fn request(what: &str, request: minreq::Request, body: Option<&Value>) -> Result<Value> {
    let request = request.with_timeout(REQUEST);
    let request = match body {
        Some(body) => request.with_header("Content-Type", "application/json").with_body(body.to_string()),
        None => request,
    };
    let response = request.send().map_err(|source| Error::Wire { what: what.to_owned(), source })?;
    let refused = |message: String| Error::Refused { what: what.to_owned(), message };
    let mut answer: Value = serde_json::from_slice(response.as_bytes()).map_err(|error| refused(error.to_string()))?;
    let value = answer["value"].take();
    if response.status_code == 200 {
        return Ok(value);
    }
    Err(refused(format!("{} {}", value["error"].as_str().unwrap_or("?"), value["message"].as_str().unwrap_or(""))))
}
