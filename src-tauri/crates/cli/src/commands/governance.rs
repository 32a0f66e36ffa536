//! `governance`: pricing and promotions of a distributor in a terminal, and what can be set of them.

use desk::period::Month;
use desk::view::{AnswerForm, BandForm, GovernanceView, PromotionForm, RequestForm, RequestRow};
use desk::{Desk, DeskError, ErrorKind, Now, words};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Stopped;
use crate::output::{Align, Output, table};

/// What is to be set: a band, a promotion, an answer; and its fields as they were given.
pub(crate) type Set<'a> = (&'a str, &'a [(String, String)]);

/// Shows a month, after setting what was asked for.
pub(crate) fn show(
    output: Output,
    desk: &mut Desk,
    name: &str,
    month: Option<Month>,
    set: Option<Set<'_>>,
    now: Now,
) -> Result<(), Stopped> {
    let id = desk.distributor_called(name)?.to_string();
    let month = month.map(|month| month.to_string()).unwrap_or_default();
    if let Some((what, fields)) = set {
        let view = desk.governance(&id, &month, now)?;
        apply(desk, &view, what, fields, now)?;
    }
    let view = desk.governance(&id, &month, now)?;
    output.show(&view, || text(&view))?;
    Ok(())
}

fn apply(
    desk: &mut Desk,
    view: &GovernanceView,
    what: &str,
    fields: &[(String, String)],
    now: Now,
) -> Result<Option<String>, DeskError> {
    match what {
        "band" => desk.save_band(&filled(&new_band(view), fields)?, now),
        "promotion" => desk.save_promotion(&filled(&new_promotion(view), fields)?, now),
        "request" => desk.ask_discount(&filled(&new_request(view), fields)?, now),
        "result" => {
            let named = fields.iter().find(|(name, _)| name == "promotion").map(|(_, value)| value.as_str());
            let of = view
                .promotions
                .iter()
                .find(|row| Some(row.name.as_str()) == named || Some(row.form.id.as_str()) == named);
            let of = of.ok_or_else(|| unknown("promotion", view.promotions.iter().map(|row| row.name.as_str())))?;
            let rest: Vec<_> = fields.iter().filter(|(name, _)| name != "promotion").cloned().collect();
            desk.save_promotion_result(&filled(&of.run, &rest)?, now)
        }
        "approve" | "refuse" => {
            let mut answer: AnswerForm = filled(&new_answer(view, what), fields)?;
            answer.request = answered(&view.requests, &answer.request)?;
            desk.answer_discount(&answer, now)
        }
        _ => {
            let item =
                fields.iter().find(|(name, _)| name == "item").map(|(_, value)| value.as_str()).unwrap_or_default();
            let off = fields.iter().any(|(name, value)| name == "ticked" && value == "no");
            desk.tick_governance(&view.id, &view.month, item, !off, now)
        }
    }
}

fn new_band(view: &GovernanceView) -> BandForm {
    BandForm {
        id: String::new(),
        distributor: view.id.clone(),
        approver: view.approver.clone(),
        maximum: String::new(),
        products: String::new(),
        asking: "free".to_owned(),
        supplier_funded: true,
        first: view.today.clone(),
        last: String::new(),
    }
}

fn new_promotion(view: &GovernanceView) -> PromotionForm {
    let empty = String::new;
    PromotionForm {
        id: empty(),
        distributor: view.id.clone(),
        name: empty(),
        kind: "season".to_owned(),
        first: empty(),
        last: empty(),
        products: empty(),
        maximum: empty(),
        units: empty(),
        revenue: empty(),
    }
}

fn new_request(view: &GovernanceView) -> RequestForm {
    RequestForm {
        distributor: view.id.clone(),
        products: String::new(),
        share: String::new(),
        reason: String::new(),
        by: String::new(),
        on: view.today.clone(),
    }
}

/// A request's number among those that were ever asked for the distributor: it stays when another is answered.
fn number(requests: &[RequestRow], row: &RequestRow) -> String {
    requests.iter().filter(|other| other.id <= row.id).count().to_string()
}

/// The id of the request that waits and is meant; the only one needs no name.
fn answered(requests: &[RequestRow], named: &str) -> Result<String, DeskError> {
    let waiting: Vec<&RequestRow> = requests.iter().filter(|row| row.waiting).collect();
    let is_meant = |row: &RequestRow| named.is_empty() || row.id == named || number(requests, row) == named;
    let meant: Vec<&RequestRow> = waiting.iter().copied().filter(|row| is_meant(row)).collect();
    match (meant.as_slice(), waiting.as_slice()) {
        ([one], _) => Ok(one.id.clone()),
        (_, []) => Err(DeskError::new(ErrorKind::Unknown, "no-request-waits", &[])),
        _ => {
            let said = |row: &&RequestRow| format!("{} ({}, {})", number(requests, row), row.share, row.asked);
            let known: Vec<String> = waiting.iter().map(said).collect();
            Err(unknown("request", known.iter().map(String::as_str)))
        }
    }
}

fn new_answer(view: &GovernanceView, outcome: &str) -> AnswerForm {
    AnswerForm {
        request: String::new(),
        outcome: outcome.to_owned(),
        by: view.approver.clone(),
        on: view.today.clone(),
        until: String::new(),
        reason: String::new(),
    }
}

/// A form with the fields that were given; its own names are those of the JSON output.
fn filled<T: Serialize + DeserializeOwned>(form: &T, fields: &[(String, String)]) -> Result<T, DeskError> {
    let unfit =
        |reason: serde_json::Error| DeskError::new(ErrorKind::Other, "store", &[("reason", reason.to_string().into())]);
    let mut value = serde_json::to_value(form).map_err(unfit)?;
    if let Value::Object(known) = &mut value {
        let names = known.keys().cloned().collect::<Vec<_>>().join(", ");
        for (name, given) in fields {
            let Some(held) = known.get_mut(name) else {
                let values = [("field", name.as_str().into()), ("fields", names.into())];
                return Err(DeskError::new(ErrorKind::Invalid, "no-field", &values));
            };
            *held = if held.is_boolean() { Value::Bool(given == "yes") } else { Value::String(given.clone()) };
        }
    }
    serde_json::from_value(value).map_err(unfit)
}

fn unknown<'a>(what: &'static str, known: impl Iterator<Item = &'a str>) -> DeskError {
    let known = known.collect::<Vec<_>>().join("; ");
    DeskError::new(ErrorKind::Invalid, &format!("which-{what}"), &[("known", known.into())])
}

fn text(view: &GovernanceView) -> String {
    let mut text = format!("{}\n{}\n", view.name.text, view.lead);
    for note in &view.notes {
        text.push_str(&format!("{note}\n"));
    }
    let mut section = |key: &str, align: &[Align], rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            text.push_str(&format!("\n{}\n{}", words().say(key, &[]), table(align, &rows)));
        }
    };
    let breach = |row: &desk::view::BreachRow| {
        let found = format!("{} {}", row.found.text, row.found.unit).trim_end().to_owned();
        vec![row.day.clone(), row.what.clone(), row.rule.clone(), row.allowed.clone(), found, row.place.clone()]
    };
    section("cli-governance-breaches", &[Align::Left; 6], view.breaches.iter().map(breach).collect());
    let promotion = |row: &desk::view::PromotionRow| {
        let result =
            |line: &desk::view::ResultLine| format!("{} {}/{} {}", line.title, line.sold, line.planned, line.reached);
        let results = row.results.iter().map(result).collect::<Vec<_>>().join(", ").trim_end().to_owned();
        vec![row.name.clone(), row.window.clone(), row.maximum.clone(), row.state.clone(), results]
    };
    section("cli-governance-promotions", &[Align::Left; 5], view.promotions.iter().map(promotion).collect());
    let request = |row: &desk::view::RequestRow| {
        let said = [&row.share, &row.products, &row.asked, &row.state, &row.reason].map(Clone::clone);
        std::iter::once(number(&view.requests, row)).chain(said).collect()
    };
    section("cli-governance-requests", &[Align::Left; 6], view.requests.iter().map(request).collect());
    let band = |row: &desk::view::BandRow| {
        vec![row.approver.clone(), row.maximum.clone(), row.asking.clone(), row.products.clone(), row.holds.clone()]
    };
    section("cli-governance-bands", &[Align::Left; 5], view.bands.iter().map(band).collect());
    let check = |row: &desk::view::CheckRow| {
        let tick = if row.ticked { "[x]" } else { "[ ]" };
        vec![tick.to_owned(), row.title.clone(), if row.ticked { row.by.clone() } else { row.shows.clone() }]
    };
    section("cli-governance-checklist", &[Align::Left; 3], view.checklist.iter().map(check).collect());
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use desk::view::Mark;

    fn request(id: &str, waiting: bool) -> RequestRow {
        let empty = String::new;
        RequestRow {
            id: id.to_owned(),
            share: "20 %".to_owned(),
            products: empty(),
            reason: empty(),
            asked: "Rina, 1 Sep".to_owned(),
            mark: Mark::Question,
            state: empty(),
            answer: empty(),
            waiting,
            may_approve: empty(),
        }
    }

    #[test]
    fn an_answer_finds_its_request_by_the_number_that_is_listed() {
        let (first, second, third) = (request("01a1", false), request("02b2", true), request("03c3", true));
        let all = [third, second.clone(), first.clone()];
        let known = "Those that wait: 3 (20 %, Rina, 1 Sep); 2 (20 %, Rina, 1 Sep)";
        for (requests, named, expected) in [
            (&all[..], "2", Ok("02b2")),
            (&all[..], "03c3", Ok("03c3")),
            (&all[..], "", Err(known)),
            (&all[..], "1", Err(known)),
            (&[second][..], "", Ok("02b2")),
            (&[first][..], "", Err("")),
        ] {
            let found = answered(requests, named).map_err(|error| error.hint);
            assert_eq!(found.as_deref().map_err(String::as_str), expected, "{named}");
        }
    }
}
