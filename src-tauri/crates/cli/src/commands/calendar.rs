//! `calendar`: when the reports of a month are due.

use desk::period::Month;
use desk::region::Region;
use desk::{DueDate, due_dates, words};

use super::Stopped;
use crate::output::{Align, Output, table};

/// Shows the due dates of a month in a region.
pub(crate) fn show(output: Output, region: &Region, month: Month) -> Result<(), Stopped> {
    let dates = due_dates(region, month)?;
    let words = words();
    output.show(&dates, || {
        let heading = desk::format::period(words, month.into());
        let title = words.say("cli-due-of", &[("month", heading.into()), ("region", dates.region.as_str().into())]);
        let head = ["cli-column-report", "cli-column-due", "", "cli-column-moved-by"];
        let mut rows = vec![head.map(|key| if key.is_empty() { String::new() } else { words.say(key, &[]) }).to_vec()];
        let mut dated: Vec<&DueDate> = dates.weekly.iter().chain(&dates.monthly).collect();
        dated.sort_by(|a, b| a.due.cmp(&b.due));
        rows.extend(dated.iter().map(|due| row(due)));
        let mut text = format!("{title}\n\n{}", table(&[Align::Left; 4], &rows));
        if dated.iter().any(|due| !due.holidays_known) {
            text.push_str(&format!("\n{}\n", words.say("cli-holidays-unknown", &[])));
        }
        text
    })?;
    Ok(())
}

fn row(due: &DueDate) -> Vec<String> {
    let holiday = |moved: &desk::MovedBy| {
        let name = format!("{} {}", moved.date, moved.name);
        match moved.certainty {
            "estimated" => words().say("cli-estimated", &[("name", name.into())]),
            _ => name,
        }
    };
    let moved: Vec<_> = due.moved_by.iter().map(holiday).collect();
    vec![due.title.clone(), due.due_in_words.clone(), due.due.clone(), moved.join(", ")]
}
