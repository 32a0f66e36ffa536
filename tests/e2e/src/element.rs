//! Something on the page that can be read, clicked and typed into.

use serde_json::{Value, json};

use crate::Result;
use crate::webdriver::{Driver, ELEMENT};

/// The script that finds by role and name.
const FIND: &str = include_str!("find.js");

/// An element of the page, as long as it is there.
#[derive(Clone)]
pub struct Element<'a> {
    driver: &'a Driver,
    id: String,
}

impl<'a> Element<'a> {
    /// The elements in an answer of the driver.
    pub(crate) fn all(driver: &'a Driver, answer: &Value) -> Vec<Self> {
        let ids = answer.as_array().into_iter().flatten().filter_map(|item| item[ELEMENT].as_str());
        ids.map(|id| Self { driver, id: id.to_owned() }).collect()
    }

    /// The visible elements of a role whose name fits best.
    pub(crate) fn by_role(driver: &'a Driver, role: &str, name: &str, within: Option<&Self>) -> Result<Vec<Self>> {
        let within = within.map_or(Value::Null, Self::reference);
        Ok(Self::all(driver, &driver.script(FIND, &json!([role, name, within]))?))
    }

    fn reference(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    /// The visible elements inside this one, of a role, whose name fits best.
    ///
    /// # Errors
    /// When the page does not answer.
    pub fn inside(&self, role: &str, name: &str) -> Result<Vec<Self>> {
        Self::by_role(self.driver, role, name, Some(self))
    }

    /// Its text, as shown.
    ///
    /// # Errors
    /// When it is gone.
    pub fn text(&self) -> Result<String> {
        let text = self
            .driver
            .script("return arguments[0].innerText ?? arguments[0].textContent;", &json!([self.reference()]))?;
        Ok(text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// An attribute; `None` when it has none of that name.
    ///
    /// # Errors
    /// When it is gone.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        let value =
            self.driver.script("return arguments[0].getAttribute(arguments[1]);", &json!([self.reference(), name]))?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Clicks its middle.
    ///
    /// # Errors
    /// When it is gone, or covered by something else.
    pub fn click(&self) -> Result<()> {
        self.driver.post(&format!("element/{}/click", self.id), &json!({})).map(drop)
    }

    /// Types into it.
    ///
    /// # Errors
    /// When it is gone or takes no text.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.driver.post(&format!("element/{}/value", self.id), &json!({ "text": text })).map(drop)
    }

    /// The middle of it, in pixels of the display: the page begins below the window's menu.
    pub(crate) fn middle(&self) -> Result<(i64, i64)> {
        let script = "const box = arguments[0].getBoundingClientRect();
            return [screenX + box.x + box.width / 2, screenY + outerHeight - innerHeight + box.y + box.height / 2].map(Math.round);";
        let at = self.driver.script(script, &json!([self.reference()]))?;
        Ok((at[0].as_i64().unwrap_or(0), at[1].as_i64().unwrap_or(0)))
    }
}
