//! Marks of what was read against what is true. Each field of a truth is right, asked about, missed or wrong; what is
//! given and isn't in the truth is wrong too. A value where the truth wants a question is wrong, unless it may be computed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use rust_decimal::Decimal;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

const REMARKS: [&str; 4] = ["blockers", "priorities", "marketing", "issues"];
const LINES: [&str; 5] = ["count", "quantity", "amount", "first", "last"];
const HEADS: [&str; 4] = ["distributor", "kind", "period", "currency"];

/// How many fields ended how.
#[derive(Debug, Default)]
pub struct Marks {
    /// As the truth says, or asked about where the truth wants a question.
    pub right: u32,
    /// Left open with a question.
    pub asked: u32,
    /// Absent, and no question.
    pub missed: u32,
    /// Another value than the truth's, or one that the truth doesn't have.
    pub wrong: u32,
    /// The fields of the truth.
    pub total: u32,
    /// What was wrong or missed.
    pub notes: Vec<String>,
}

impl fmt::Display for Marks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { right, asked, missed, wrong, total, .. } = self;
        write!(f, "right {right} of {total}, asked {asked}, missed {missed}, wrong {wrong}")
    }
}

impl Marks {
    /// Adds the marks of another case.
    pub fn join(&mut self, other: Self) {
        self.right += other.right;
        self.asked += other.asked;
        self.missed += other.missed;
        self.wrong += other.wrong;
        self.total += other.total;
        self.notes.extend(other.notes);
    }

    fn right(&mut self) {
        self.total += 1;
        self.right += 1;
    }

    fn asked(&mut self) {
        self.total += 1;
        self.asked += 1;
    }

    fn missed(&mut self, what: &str) {
        self.total += 1;
        self.missed += 1;
        self.notes.push(format!("missed {what}"));
    }

    fn wrong(&mut self, what: &str, given: &Value) {
        self.total += 1;
        self.extra(what, given);
    }

    /// Wrong, and no field of the truth.
    fn extra(&mut self, what: &str, given: &Value) {
        self.wrong += 1;
        self.notes.push(format!("WRONG {what}: {given}"));
    }
}

/// The marks of a case: `truth` is its truth file, `said` what `inspect` printed.
#[must_use]
pub fn case(truth: &Value, said: &Value) -> Marks {
    let mut marks = Marks::default();
    for file in list(&truth["files"]) {
        let name = text(&file["file"]);
        let answer = list(&said["files"]).iter().find(|answer| text(&answer["file"]) == name);
        mark_file(&mut marks, &name, file, answer.unwrap_or(&Value::Null));
    }
    marks
}

fn mark_file(marks: &mut Marks, name: &str, truth: &Value, said: &Value) {
    let (expected, reports) = (list(&truth["reports"]), list(&said["reports"]));
    let refused = &said["refused"]["reason"];
    let given = |marks: &mut Marks| reports.iter().filter(|report| extra(marks, name, report)).count() > 0;
    if let Some(reason) = truth["refused"]["reason"].as_str() {
        match (refused.as_str(), given(marks)) {
            (Some(said), _) if said == reason => marks.right(),
            (None, false) => marks.missed(&format!("{name}: refused")),
            _ => marks.wrong(&format!("{name}: refused"), refused),
        }
        return;
    }
    if expected.is_empty() {
        match (given(marks), refused.is_string() || said.is_null()) {
            (true, _) => marks.wrong(&format!("{name}: no report"), &Value::Null),
            (false, true) => marks.missed(&format!("{name}: no report")),
            (false, false) => marks.right(),
        }
        return;
    }
    let pairs = pair(expected, reports);
    for (at, truth) in expected.iter().enumerate() {
        let said = pairs.get(&at).map_or(&Value::Null, |at| &reports[*at]);
        let place = format!("{name}, {} {} {}", truth["sheet"], truth["distributor"], truth["period"]);
        mark_report(marks, &place, truth, said);
    }
    let used: BTreeSet<usize> = pairs.into_values().collect();
    for (_, report) in reports.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
        extra(marks, name, report);
    }
}

/// Marks a report that isn't in the truth; whether it states anything.
fn extra(marks: &mut Marks, name: &str, report: &Value) -> bool {
    let states = |key: &str| report[key].as_object().is_some_and(|held| !held.is_empty());
    if !states("measures") && !states("remarks") && report["lines"].is_null() {
        return false;
    }
    marks.extra(&format!("{name}: a report of its own"), report);
    for _ in report["measures"].as_object().into_iter().flatten() {
        marks.extra(&format!("{name}: a measure of that report"), &Value::Null);
    }
    true
}

fn mark_report(marks: &mut Marks, place: &str, truth: &Value, said: &Value) {
    let must_ask: BTreeSet<&str> = list(&truth["must_ask"]).iter().filter_map(Value::as_str).collect();
    let asked: BTreeSet<&str> =
        list(&said["questions"]).iter().filter_map(|question| question["about"].as_str()).collect();
    let field = Field { place, asked: &asked, must_ask: &must_ask };
    for key in HEADS {
        if key == "currency" && truth[key].is_null() && !must_ask.contains(key) {
            continue;
        }
        let same = |given: &Value| text(given) == text(&truth[key]);
        field.mark(marks, key, &said[key], same, |_| false);
    }
    let measures: BTreeSet<&str> = keys(&truth["measures"]).into_iter().collect();
    let open = must_ask.iter().copied().filter(|key| !HEADS.contains(key) && !measures.contains(key));
    for key in measures.iter().copied().chain(open) {
        let given = &said["measures"][key]["value"];
        let same = |given: &Value| equal(given, &truth["measures"][key]["value"]);
        let computed = |given: &Value| equal(given, &truth["may_compute"][key]["value"]);
        field.mark(marks, key, given, same, computed);
    }
    for (key, given) in said["measures"].as_object().into_iter().flatten() {
        let known = measures.contains(key.as_str()) || must_ask.contains(key.as_str());
        if !known && !equal(&given["value"], &truth["optional"][key]["value"]) {
            marks.extra(&format!("{place}: {key}"), &given["value"]);
        }
    }
    for kind in REMARKS {
        mark_remarks(marks, place, kind, truth, said, asked.contains(kind));
    }
    mark_lines(marks, &field, truth, said);
}

/// What a field is marked by.
struct Field<'a> {
    place: &'a str,
    asked: &'a BTreeSet<&'a str>,
    must_ask: &'a BTreeSet<&'a str>,
}

impl Field<'_> {
    fn mark(
        &self,
        marks: &mut Marks,
        key: &str,
        given: &Value,
        same: impl Fn(&Value) -> bool,
        computed: impl Fn(&Value) -> bool,
    ) {
        let what = format!("{}: {key}", self.place);
        let (is_given, is_asked) = (!given.is_null() && given != "", self.asked.contains(key));
        match (self.must_ask.contains(key), is_given) {
            (true, true) if computed(given) => marks.right(),
            (true, false) if is_asked => marks.right(),
            (true, false) => marks.missed(&format!("{what} is to be asked about")),
            (true, true) => marks.wrong(&what, given),
            (false, true) if !same(given) => marks.wrong(&what, given),
            (false, _) if is_asked => marks.asked(),
            (false, true) => marks.right(),
            (false, false) => marks.missed(&what),
        }
    }
}

fn mark_remarks(marks: &mut Marks, place: &str, kind: &str, truth: &Value, said: &Value, asked: bool) {
    let mut left: Vec<&Value> = list(&said["remarks"][kind]).iter().collect();
    for item in list(&truth["remarks"][kind]) {
        let also = list(&item["alt"]).iter().map(text);
        let wanted: Vec<String> = also.chain([text(&item["text"])]).collect();
        let found = left.iter().position(|given| wanted.contains(&text(&given["text"]))).map(|at| left.remove(at));
        let what = format!("{place}: {kind} {}", item["text"]);
        match found {
            Some(_) => marks.right(),
            None if asked => marks.asked(),
            None => marks.missed(&what),
        }
        let Some(category) = item["category"].as_str() else { continue };
        match found.and_then(|found| found["category"].as_str()) {
            Some(given) if given == category => marks.right(),
            Some(given) if given != "other" => marks.wrong(&format!("{what} category"), &Value::from(given)),
            _ => marks.missed(&format!("{what} category")),
        }
    }
    for given in left {
        marks.extra(&format!("{place}: {kind}"), &given["text"]);
    }
}

fn mark_lines(marks: &mut Marks, field: &Field<'_>, truth: &Value, said: &Value) {
    if truth["lines"].is_null() {
        if !said["lines"].is_null() {
            marks.extra(&format!("{}: lines", field.place), &said["lines"]);
        }
        return;
    }
    let whole: BTreeSet<&str> =
        if field.asked.contains("lines") { LINES.into_iter().collect() } else { field.asked.clone() };
    let field = Field { asked: &whole, ..*field };
    for key in LINES {
        let wanted = &truth["lines"][key];
        let same = |given: &Value| if matches!(key, "first" | "last") { given == wanted } else { equal(given, wanted) };
        field.mark(marks, key, &said["lines"][key], same, |_| false);
    }
    for cell in keys(&truth["lines"]["discounts"]) {
        let (wanted, given) = (&truth["lines"]["discounts"][cell], &said["lines"]["discounts"][cell]);
        let what = format!("{}: discount in {cell}", field.place);
        match given.as_str() {
            Some(text) if Some(text) == wanted.as_str() => marks.right(),
            Some(text) if text.starts_with('?') => marks.asked(),
            Some(_) => marks.wrong(&what, given),
            None => marks.missed(&what),
        }
    }
}

/// Which report is meant by which truth: the likest first.
fn pair(truth: &[Value], said: &[Value]) -> BTreeMap<usize, usize> {
    let mut ranked = Vec::new();
    for (i, truth) in truth.iter().enumerate() {
        for (j, said) in said.iter().enumerate() {
            ranked.extend(closeness(truth, said).map(|close| (std::cmp::Reverse(close), i, j)));
        }
    }
    ranked.sort_unstable();
    let (mut pairs, mut used) = (BTreeMap::new(), BTreeSet::new());
    for (_, i, j) in ranked {
        if !pairs.contains_key(&i) && used.insert(j) {
            pairs.insert(i, j);
        }
    }
    pairs
}

/// How like two reports are, in thousandths; `None` when they stand on different sheets.
fn closeness(truth: &Value, said: &Value) -> Option<usize> {
    if !truth["sheet"].is_null() && text(&truth["sheet"]) != text(&said["sheet"]) {
        return None;
    }
    let mut close = 0;
    for key in ["kind", "period", "distributor"] {
        close += match (&truth[key], &said[key]) {
            (Value::Null, _) | (_, Value::Null) => 1000,
            (a, b) if text(a) == text(b) => 4000,
            _ => 0,
        };
    }
    let measures = keys(&truth["measures"]);
    for key in &measures {
        let (a, b) = (&truth["measures"][key], &said["measures"][key]);
        let value = if equal(&a["value"], &b["value"]) { 3000 } else { 0 };
        let cell = if !b.is_null() && a["cell"] == b["cell"] { 2000 } else { 0 };
        close += (value + cell) / measures.len();
    }
    let remarks = |report: &Value| -> BTreeSet<(usize, String)> {
        let all = REMARKS.into_iter().enumerate();
        all.flat_map(|(at, kind)| list(&report["remarks"][kind]).iter().map(move |item| (at, text(&item["text"]))))
            .collect()
    };
    let (wanted, given) = (remarks(truth), remarks(said));
    close += 2000 * wanted.intersection(&given).count() / wanted.len().max(1);
    let lines = LINES.iter().filter(|key| !truth["lines"].is_null() && truth["lines"][**key] == said["lines"][**key]);
    Some(close + 1000 * lines.count())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

fn equal(a: &Value, b: &Value) -> bool {
    let number =
        |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned).parse::<Decimal>().ok();
    number(a).is_some() && number(a) == number(b)
}

/// A text as it is compared: compatibility form, without case, list marks and spare spaces.
fn text(value: &Value) -> String {
    let raw = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let plain: String =
        raw.nfkc().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\u{200b}' | '\u{feff}')).collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = joined.as_str();
    loop {
        let next = without_mark(rest).trim();
        if next.len() == rest.len() {
            return rest.trim_end_matches([' ', ';']).to_owned();
        }
        rest = next;
    }
}

/// Without one bullet or number at its start.
fn without_mark(text: &str) -> &str {
    let bullet = |c: char| c.is_whitespace() || "-‐‑‒–—―•‣▪●○◦►→✓✔*>!#·".contains(c);
    let bare = text.trim_start_matches(bullet);
    if bare.len() < text.len() {
        return bare;
    }
    let opened = text.strip_prefix('(').unwrap_or(text);
    let digits = opened.bytes().take_while(u8::is_ascii_digit).count();
    let letter =
        usize::from(digits == 0 && opened.len() == text.len() && opened.starts_with(|c: char| c.is_ascii_lowercase()));
    let marks: &[char] = if letter == 1 { &['.', ')'] } else { &['.', ')', ':', '။'] };
    let behind = opened.get(digits + letter..).filter(|_| (1..=2).contains(&digits) || letter == 1);
    let tail = behind.and_then(|rest| rest.strip_prefix(marks));
    tail.filter(|tail| tail.starts_with(' ')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(truth: Value, said: Value, marks: [u32; 5]) {
        let file = |reports: Value| json!({"files": [{"file": "a.xlsx", "refused": null, "reports": reports}]});
        let found = case(&file(json!([truth])), &file(json!([said])));
        assert_eq!([found.right, found.asked, found.missed, found.wrong, found.total], marks, "{:?}", found.notes);
    }

    #[test]
    fn a_field_is_right_asked_missed_or_wrong() {
        let truth = |must_ask: Value| {
            json!({"sheet": "S", "kind": "weekly", "distributor": "A", "period": "2026-W41", "currency": null,
            "measures": {"new_leads": {"value": "5", "cell": "B2"}}, "remarks": {}, "lines": null, "must_ask": must_ask})
        };
        let said = |measures: Value, questions: Value| {
            json!({"sheet": "S", "kind": "weekly", "distributor": "A", "period": "2026-W41",
            "measures": measures, "remarks": {}, "lines": null, "questions": questions})
        };
        let five = json!({"new_leads": {"value": "5.0", "cell": "B2"}});
        check(truth(json!([])), said(five.clone(), json!([])), [4, 0, 0, 0, 4]);
        check(truth(json!([])), said(json!({}), json!([{"about": "new_leads"}])), [3, 1, 0, 0, 4]);
        check(truth(json!([])), said(json!({}), json!([])), [3, 0, 1, 0, 4]);
        check(truth(json!([])), said(json!({"new_leads": {"value": "6"}}), json!([])), [3, 0, 0, 1, 4]);
        check(
            truth(json!([])),
            said(json!({"new_leads": {"value": "5"}, "leads": {"value": "1"}}), json!([])),
            [4, 0, 0, 1, 4],
        );
        check(
            truth(json!(["meetings_held"])),
            said(five.clone(), json!([{"about": "meetings_held"}])),
            [5, 0, 0, 0, 5],
        );
        check(truth(json!(["period"])), said(five, json!([])), [3, 0, 0, 1, 4]);
    }

    #[test]
    fn a_remark_is_compared_without_its_mark() {
        for (a, b) in [
            ("1) Harga  naik ;", "harga naik"),
            ("- (2) stok", "Stok"),
            ("၁။ x", "၁။ x"),
            ("3.5% margin", "3.5% margin"),
        ] {
            assert_eq!(text(&json!(a)), text(&json!(b)));
        }
    }
}
