//! Evidence tokens: what a shown number is asked for by.

use std::fmt;
use std::str::FromStr;

use playbook::kpi::KpiKey;
use playbook::measure::MeasureKey;
use playbook::period::Period;
use store::{DistributorId, ReportId};

/// What a number is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A figure of a scorecard's line, of a quarter or a month: `d:ID:2026-Q3:revenue:actual`.
    Line { distributor: DistributorId, period: Period, kpi: KpiKey, figure: LineFigure },
    /// `d:ID:2026-Q3:score`.
    Score { distributor: DistributorId, period: Period },
    /// `d:ID:2026-Q3:coverage`.
    Coverage { distributor: DistributorId, period: Period },
    /// A stated value: `r:ID:revenue`.
    Stated { report: ReportId, measure: MeasureKey },
    /// A report itself: `r:ID`.
    Report { report: ReportId },
    /// A discounted line of a list of sales: `s:ID:12`.
    Sold { report: ReportId, line: u32 },
}

/// Which figure of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineFigure {
    Target,
    Actual,
    Attainment,
    Points,
}

impl LineFigure {
    const ALL: [Self; 4] = [Self::Target, Self::Actual, Self::Attainment, Self::Points];

    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Actual => "actual",
            Self::Attainment => "attainment",
            Self::Points => "points",
        }
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { distributor, period, kpi, figure } => {
                write!(f, "d:{distributor}:{period}:{kpi}:{}", figure.key())
            }
            Self::Score { distributor, period } => write!(f, "d:{distributor}:{period}:score"),
            Self::Coverage { distributor, period } => write!(f, "d:{distributor}:{period}:coverage"),
            Self::Stated { report, measure } => write!(f, "r:{report}:{measure}"),
            Self::Report { report } => write!(f, "r:{report}"),
            Self::Sold { report, line } => write!(f, "s:{report}:{line}"),
        }
    }
}

impl FromStr for Token {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = text.split(':').collect();
        let distributor = |text: &str| text.parse::<DistributorId>().map_err(drop);
        // A week has no scorecard.
        let scored = |period: &Period| !matches!(period, Period::Week(_));
        let period = |text: &str| text.parse::<Period>().ok().filter(scored).ok_or(());
        let report = |text: &str| text.parse::<ReportId>().map_err(drop);
        match parts.as_slice() {
            ["d", id, of, "score"] => Ok(Self::Score { distributor: distributor(id)?, period: period(of)? }),
            ["d", id, of, "coverage"] => Ok(Self::Coverage { distributor: distributor(id)?, period: period(of)? }),
            ["d", id, of, kpi, figure] => {
                let figure = LineFigure::ALL.into_iter().find(|known| known.key() == *figure).ok_or(())?;
                let (distributor, period) = (distributor(id)?, period(of)?);
                Ok(Self::Line { distributor, period, kpi: KpiKey::new(kpi), figure })
            }
            ["s", id, line] => Ok(Self::Sold { report: report(id)?, line: line.parse().map_err(drop)? }),
            ["r", id] => Ok(Self::Report { report: report(id)? }),
            ["r", id, measure] => Ok(Self::Stated { report: report(id)?, measure: MeasureKey::new(measure) }),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_as_written() {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        for text in [
            "d:ID:2026-Q3:score",
            "d:ID:2026-Q3:coverage",
            "d:ID:2026-Q3:revenue:actual",
            "d:ID:2026-09:revenue:actual",
            "d:ID:2026-09:score",
            "r:ID",
            "r:ID:revenue",
            "s:ID:12",
        ] {
            let text = text.replace("ID", id);
            assert_eq!(text.parse::<Token>().map(|token| token.to_string()), Ok(text));
        }
        for text in
            ["", "d", "d:x:2026-Q3:score", "d:ID:2026-W39:score", "r:1", "s:ID:x", "d:ID:2026-Q3:revenue:colour"]
        {
            assert_eq!(text.replace("ID", id).parse::<Token>(), Err(()), "{text}");
        }
    }
}
