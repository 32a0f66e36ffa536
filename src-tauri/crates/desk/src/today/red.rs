//! KPIs that failed in the quarter at hand.

use chrono::NaiveDate;
use playbook::attainment::Colour;
use playbook::number::Rate;
use playbook::period::Quarter;
use playbook::rules::Playbook;
use playbook::score::{Line, Status};

use crate::inbox::{WHENEVER, place};
use crate::judge::Known;
use crate::titles::kpi_title;
use crate::token::{LineFigure, Token};
use crate::view::{Fact, InboxKind, InboxRow, Mark, RedRow};
use crate::{format, naming, words};

/// Rows that fit beside the rest; the portfolio shows them all.
pub(super) const MOST: usize = 8;

/// A KPI that failed, and the points that it cost.
pub(super) struct Failed<'a> {
    known: &'a Known,
    line: Line,
    attained: Rate,
    lost: Rate,
}

/// The KPIs that failed, the costliest first.
pub(super) fn failed<'a>(
    known: &'a [Known],
    playbook: &Playbook,
    quarter: Quarter,
    today: NaiveDate,
) -> Vec<Failed<'a>> {
    let mut failed = Vec::new();
    for known in known {
        let card = known.score(playbook, quarter, today);
        let red = card.lines.iter().filter(|line| line.weight > 0 && line.status == Status::Settled(Colour::Red));
        failed.extend(red.filter_map(|line| {
            let attained = line.attainment.clone()?;
            let lost = &Rate::from(line.weight) * &(&Rate::one() - &attained);
            Some(Failed { known, line: line.clone(), attained, lost })
        }));
    }
    failed.sort_by(|a, b| {
        b.lost.cmp(&a.lost).then_with(|| (a.known.name(), &a.line.kpi).cmp(&(b.known.name(), &b.line.kpi)))
    });
    failed
}

impl Failed<'_> {
    fn kpi(&self, playbook: &Playbook) -> String {
        playbook.kpi(&self.line.kpi).map_or_else(|| self.line.kpi.to_string(), kpi_title)
    }

    fn percent(&self, playbook: &Playbook) -> String {
        let thresholds = playbook.kpi(&self.line.kpi).map(|kpi| &kpi.thresholds);
        let edges = thresholds.map(|edges| [edges.amber.clone(), edges.green.clone()]);
        format::percent(&self.attained, 1, edges.as_ref().map_or(&[], |edges| edges.as_slice()))
    }

    /// The line of Today.
    pub(super) fn row(&self, playbook: &Playbook, quarter: Quarter) -> RedRow {
        let (distributor, kpi) = (self.known.distributor.id, self.line.kpi.clone());
        let token = Token::Line { distributor, period: quarter.into(), kpi, figure: LineFigure::Attainment };
        RedRow {
            distributor: distributor.to_string(),
            name: naming::name(&self.known.distributor.card),
            kpi: self.kpi(playbook),
            mark: Mark::Red,
            attainment: Fact {
                text: self.percent(playbook),
                unit: "%".to_owned(),
                evidence: Some(token.to_string()),
                provisional: false,
                sort: None,
            },
        }
    }

    /// The line of the inbox.
    pub(super) fn inbox(&self, playbook: &Playbook, quarter: Quarter) -> InboxRow {
        let distributor = self.known.distributor.id.to_string();
        let values = [("kpi", self.kpi(playbook).into()), ("percent", self.percent(playbook).into())];
        InboxRow {
            kind: InboxKind::Red,
            name: naming::name(&self.known.distributor.card),
            mark: Mark::Red,
            what: words().say("inbox-red", &values),
            when: format::quarter(words(), quarter),
            sort: WHENEVER,
            action: words().say("inbox-see-red", &[]),
            place: place(&distributor, ""),
            distributor,
        }
    }
}
