//! KPIs that failed in the quarter at hand.

use std::cmp::Reverse;

use chrono::NaiveDate;
use playbook::attainment::Colour;
use playbook::number::Rate;
use playbook::period::Quarter;
use playbook::rules::Playbook;
use playbook::score::{Line, Status};

use crate::judge::Known;
use crate::token::{LineFigure, Token};
use crate::view::{Fact, Mark, RedRow};
use crate::{format, naming, words};

/// Rows that fit beside the rest; the portfolio shows them all.
const MOST: usize = 8;

/// The KPIs that cost the most points, the costliest first.
pub(super) fn rows(known: &[Known], playbook: &Playbook, quarter: Quarter, today: NaiveDate) -> Vec<RedRow> {
    let mut red: Vec<(Rate, RedRow)> = Vec::new();
    for known in known {
        let scorecard = known.score(playbook, quarter, today);
        let failed =
            scorecard.lines.iter().filter(|line| line.weight > 0 && line.status == Status::Settled(Colour::Red));
        red.extend(failed.filter_map(|line| row(known, playbook, quarter, line)));
    }
    red.sort_by_key(|(lost, row)| (Reverse(lost.clone()), row.name.text.clone(), row.kpi.clone()));
    red.truncate(MOST);
    red.into_iter().map(|(_, row)| row).collect()
}

fn row(known: &Known, playbook: &Playbook, quarter: Quarter, line: &Line) -> Option<(Rate, RedRow)> {
    let attained = line.attainment.as_ref()?;
    let kpi = playbook.kpi(&line.kpi)?;
    let edges = [kpi.thresholds.amber.clone(), kpi.thresholds.green.clone()];
    let (distributor, kpi_key) = (known.distributor.id, line.kpi.clone());
    let token = Token::Line { distributor, quarter, kpi: kpi_key, figure: LineFigure::Attainment };
    let row = RedRow {
        distributor: known.distributor.id.to_string(),
        name: naming::name(&known.distributor.card),
        kpi: words().say(&format!("kpi-{}", line.kpi), &[]),
        mark: Mark::Red,
        attainment: Fact {
            text: format::percent(attained, 1, &edges),
            unit: "%".to_owned(),
            evidence: Some(token.to_string()),
            provisional: false,
            sort: None,
        },
    };
    let lost = &Rate::from(line.weight) * &(&Rate::one() - attained);
    Some((lost, row))
}
