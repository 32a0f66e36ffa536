//! What a KPI is made of, in words: `Purchase orders / Leads`.

use playbook::kpi::{Kpi, Shape, Terms};
use words::Value;

use crate::titles::Measures;
use crate::words;

/// Its shape and its measures.
pub(super) fn made_of(kpi: &Kpi, measures: &Measures) -> String {
    let sum = |terms: &Terms| -> String {
        let titles = terms.measures().iter().map(|key| measures.title(words(), key.as_str()));
        titles.collect::<Vec<_>>().join(" + ")
    };
    let key = format!("made-of-{}", kpi.shape.key());
    let mut values: Vec<(&str, Value<'_>)> =
        ["first", "second"].into_iter().zip(kpi.shape.terms().into_iter().map(|terms| sum(terms).into())).collect();
    match &kpi.shape {
        Shape::Growth { over, .. } => {
            values.push(("base", words().say(&format!("base-{}", over.key()), &[]).into()));
        }
        Shape::Accuracy { months, .. } => values.push(("count", (*months).into())),
        Shape::OnTime(kind) => values.push(("what", words().say(&format!("report-{}", kind.key()), &[]).into())),
        Shape::Held(kind) => values.push(("what", words().say(&format!("review-{}", kind.key()), &[]).into())),
        Shape::Total(_) | Shape::Latest(_) | Shape::Ratio { .. } | Shape::Cover { .. } => {}
    }
    words().say(&key, &values)
}
