//! Prints what files report, as JSON, without storing anything: `--register CSV --today DATE --json FILES...`.
use std::error::Error;
use std::path::Path;

use intake::draft::{Choice, Context, Draft, Kind, Known, Question};
use intake::grid::{Grid, Place};
use playbook::measure::RemarkKind;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut register, mut today, mut files) = (Vec::new(), String::new(), Vec::new());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--register" => register = read_register(&arguments.next().ok_or("--register needs a file")?)?,
            "--today" => today = arguments.next().ok_or("--today needs a date")?,
            "--json" => {}
            file => files.push(file.to_owned()),
        }
    }
    let seen: Vec<Value> = files.iter().map(|file| inspect(file, &register, &today)).collect::<Result<_, _>>()?;
    println!("{}", serde_json::to_string_pretty(&json!({ "files": seen }))?);
    Ok(())
}

fn read_register(path: &str) -> Result<Vec<Known>, Box<dyn Error>> {
    let grid =
        intake::read::read(&std::fs::read(path)?, &intake::limits::Limits::default()).map_err(|why| why.key())?;
    let sheet = grid.sheets.first().ok_or("an empty register")?;
    let field = |row: u32, column: u32| match sheet.at(Place { row, column }).map(|cell| &cell.value) {
        Some(intake::grid::Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let rows = 1..=sheet.cells.last().map_or(0, |cell| cell.place.row);
    let known = rows.map(|row| Known {
        name: field(row, 0),
        aliases: field(row, 1).split('|').filter(|alias| !alias.is_empty()).map(str::to_owned).collect(),
        country: field(row, 2),
        currency: field(row, 3),
        locale: field(row, 4),
    });
    Ok(known.collect())
}

fn inspect(file: &str, register: &[Known], today: &str) -> Result<Value, Box<dyn Error>> {
    let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(file)?;
    let started = std::time::Instant::now();
    let grid: Grid = match intake::read::read(&bytes, &intake::limits::Limits::default()) {
        Ok(grid) => grid,
        Err(refusal) => {
            return Ok(
                json!({ "file": name, "refused": { "reason": refusal.key(), "message": refusal.key() }, "reports": [] }),
            );
        }
    };
    let read = started.elapsed();
    let context = Context { register: register.to_vec(), today: today.to_owned(), file_name: name.clone() };
    let drafts = intake::recognise::recognise(&grid, &context);
    eprintln!("{name}: read {read:?}, recognised {:?}", started.elapsed().saturating_sub(read));
    let reports: Vec<Value> = drafts.iter().map(report).collect();
    Ok(json!({ "file": name, "refused": null, "reports": reports }))
}

fn report(draft: &Draft) -> Value {
    let measures: serde_json::Map<String, Value> = draft
        .measures
        .iter()
        .map(|(key, stated)| {
            (key.to_string(), json!({ "value": stated.value.to_string(), "cell": stated.place.to_string() }))
        })
        .collect();
    let mut remarks = serde_json::Map::new();
    for kind in RemarkKind::ALL {
        let of_kind: Vec<Value> = draft
            .remarks
            .iter()
            .filter(|remark| remark.kind == kind)
            .map(|remark| {
                let mut said = json!({ "text": remark.text, "cell": remark.place.to_string() });
                if kind == RemarkKind::Blocker {
                    said["category"] = json!(remark.category.map(|category| category.key()));
                }
                said
            })
            .collect();
        if !of_kind.is_empty() {
            remarks.insert(kind.key().to_owned(), of_kind.into());
        }
    }
    let period = draft.period.as_ref().map(|found| {
        let last = draft.lines.as_ref().and_then(|lines| lines.last_month);
        last.map_or(found.value.to_string(), |last| format!("{}..{last}", found.value))
    });
    let lines = draft.lines.as_ref().map(|lines| {
        json!({
            "count": lines.count, "quantity": lines.quantity.map(|q| q.to_string()), "amount": lines.amount.map(|q| q.to_string()),
            "first": lines.first.map(|d| d.to_string()), "last": lines.last.map(|d| d.to_string()),
        })
    });
    json!({
        "sheet": draft.sheet, "kind": draft.kind.map(kind), "distributor": draft.distributor.as_ref().map(|f| &f.value),
        "period": period, "currency": draft.currency.as_ref().map(|f| &f.value), "measures": measures, "remarks": remarks,
        "lines": lines, "questions": draft.questions.iter().map(question).collect::<Vec<_>>(),
    })
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Weekly => "weekly",
        Kind::Monthly => "monthly",
        Kind::Lines => "lines",
    }
}

fn question(question: &Question) -> Value {
    let choices: Vec<String> = question
        .choices
        .iter()
        .map(|choice| match choice {
            Choice::Distributor(name) => name.clone(),
            Choice::Kind(of) => kind(*of).to_owned(),
            Choice::Period(period) => period.to_string(),
            Choice::Currency(code) => code.clone(),
            Choice::Value(value) => value.to_string(),
        })
        .collect();
    json!({
        "about": question.about.key(), "asks": format!("{:?}: {}", question.why, question.text),
        "cell": question.place.map(|place| place.to_string()), "choices": choices,
    })
}
