//! Says who? Every shown number leads to the values that were stated, and each of those to its cell.

mod line;
mod sheet;
mod sold;
mod stated;
#[cfg(test)]
pub(crate) mod tests;

use playbook::facts::Cited;
use playbook::period::Period;

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::format::{self, figure, percent};
use crate::now::Now;
use crate::scorecard::Scored;
use crate::token::Token;
use crate::view::{EvidencePart, EvidenceView};
use crate::words;

pub(crate) use stated::Sources;

impl Desk {
    /// Where a number comes from, by what its fact holds.
    ///
    /// # Errors
    /// When there is no such number any more, or the record can't be read.
    pub fn evidence(&self, token: &str, now: Now) -> Result<EvidenceView, DeskError> {
        self.evidence_of(&known_token(token)?, now)
    }

    fn evidence_of(&self, token: &Token, now: Now) -> Result<EvidenceView, DeskError> {
        match token {
            Token::Stated { report, measure } => self.one_value(*report, measure, now),
            Token::Report { report } => self.one_report(*report, now),
            Token::Sold { report, line } => self.one_sold(*report, *line, now),
            Token::Line { distributor, period, .. }
            | Token::Score { distributor, period }
            | Token::Coverage { distributor, period } => {
                let now = self.at(now);
                let known = self.known(self.distributor_of(&distributor.to_string())?, now.today)?;
                let versions = self.versions()?;
                let scored = Scored::new(&known, &versions, *period, now.today);
                let sources = || Sources::of(self, &known, now);
                match token {
                    Token::Line { kpi, figure, .. } => line::evidence(&scored, kpi, *figure, sources()),
                    Token::Coverage { .. } => coverage(&scored),
                    _ => score(&scored, sources()),
                }
            }
        }
    }
}

/// The token of a text that came from outside.
fn known_token(text: &str) -> Result<Token, DeskError> {
    text.parse().map_err(|()| gone())
}

fn gone() -> DeskError {
    DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "number".into())])
}

/// `Score, Q3 2026`; `Score, September 2026`.
fn title(what: String, period: Period) -> String {
    let values = [("what", what.into()), ("period", format::period(words(), period).into())];
    words().say("evidence-title", &values)
}

fn score(scored: &Scored<'_>, mut sources: Sources<'_>) -> Result<EvidenceView, DeskError> {
    let shown = scored.score();
    let exact = scored.card.score.as_ref().map(|score| percent(score, 4, &[])).unwrap_or_default();
    Ok(EvidenceView {
        title: title(words().say("pack-score", &[]), scored.period),
        value: shown.text,
        exact,
        how: words().say("how-score", &[("total", scored.view().total.into())]),
        parts: sources.parts(&cited(scored))?,
    })
}

fn coverage(scored: &Scored<'_>) -> Result<EvidenceView, DeskError> {
    let shown = scored.coverage();
    let values = [
        ("known", figure(&scored.card.weight_with_data, 1, &[]).into()),
        ("applicable", figure(&scored.card.weight_applicable, 0, &[]).into()),
    ];
    Ok(EvidenceView {
        title: title(words().say("pack-coverage", &[]), scored.period),
        value: format!("{} {}", shown.text, shown.unit),
        exact: format!("{} %", percent(&scored.card.coverage, 4, &[])),
        how: words().say("how-coverage", &values),
        parts: Vec::new(),
    })
}

/// What stands behind a scorecard: each stated value once, in the order of its KPIs.
pub(crate) fn cited(scored: &Scored<'_>) -> Vec<Cited> {
    let mut all: Vec<Cited> = Vec::new();
    for (_, line) in scored.lines() {
        let of_line = line.evidence.iter().chain(line.parts.iter().flat_map(|part| &part.evidence));
        for cited in of_line.filter(|cited| cited.measure.is_some()) {
            if !all.contains(cited) {
                all.push(cited.clone());
            }
        }
    }
    all
}

impl Desk {
    fn one_value(
        &self,
        report: store::ReportId,
        measure: &playbook::measure::MeasureKey,
        now: Now,
    ) -> Result<EvidenceView, DeskError> {
        let (known, now) = self.known_of(report, now)?;
        let cited = Cited { report: report.into(), measure: Some(measure.clone()) };
        let part = Sources::of(self, &known, now).part(&cited)?.ok_or_else(gone)?;
        Ok(EvidenceView {
            title: part.title.clone(),
            value: part.value.clone(),
            exact: part.value.clone(),
            how: words().say("how-stated", &[("kind", self.report_kind(report)?.into())]),
            parts: vec![part],
        })
    }

    fn one_report(&self, report: store::ReportId, now: Now) -> Result<EvidenceView, DeskError> {
        let (known, now) = self.known_of(report, now)?;
        let mut sources = Sources::of(self, &known, now);
        let stated = sources.all_of(report)?;
        let parts: Vec<EvidencePart> = match sources.parts(&stated)? {
            none if none.is_empty() => {
                sources.part(&Cited { report: report.into(), measure: None })?.into_iter().collect()
            }
            parts => parts,
        };
        let values = [("count", stated.len().into())];
        Ok(EvidenceView {
            title: self.report_kind(report)?,
            value: parts.first().map(|part| part.received.clone()).unwrap_or_default(),
            exact: String::new(),
            how: words().say("how-report", &values),
            parts,
        })
    }

    /// Who reported it, as of now.
    fn known_of(&self, report: store::ReportId, now: Now) -> Result<(crate::judge::Known, Now), DeskError> {
        let now = self.at(now);
        let whose = self.store.report(report)?.about.distributor;
        Ok((self.known(self.distributor_of(&whose.to_string())?, now.today)?, now))
    }

    /// `Monthly summary, July 2026`.
    fn report_kind(&self, report: store::ReportId) -> Result<String, DeskError> {
        let about = self.store.report(report)?.about;
        Ok(crate::review::report_title(about.kind.key(), about.period))
    }
}
