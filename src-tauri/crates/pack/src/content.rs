//! What a pack says: views, never rows. The desk fills these types with finished words and numbers; nothing here is
//! added up, rounded or translated again, so the paper prints what the window shows, to the digit.
//!
//! Only lengths are numbers: whole thousandths, from which pictures are drawn.

use chrono::NaiveDateTime;

use crate::picture::{Bullet, Disc, Mark, Spark};

/// A whole pack of one distributor and one quarter, in the order in which it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackContent {
    /// What stands on every page, and in the file's own description.
    pub running: Running,
    /// The sections, each starting a page.
    pub sections: Vec<Section>,
}

/// What every page carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The distributor's registered name, in its own script.
    pub distributor: String,
    /// `Distributor Management Pack, Q3 2026, revision R1`.
    pub pack: String,
    /// One quiet line on the first page, under the rule: `Indonesia, reports in IDR, distributor since 5 January 2026`.
    pub cover: String,
    /// `Data as of 8 October 2026, 09:40 UTC+8. Confidential to Halden Asia and PT Cahaya Nusantara Distribusi.`
    pub foot: String,
    /// The file's title: `PT Cahaya Nusantara Distribusi, Q3 2026`.
    pub title: String,
    /// Who issues the pack: the file's author.
    pub issuer: String,
    /// The moment that the file calls its creation (UTC): part of the content, so that equal content gives equal bytes.
    pub made: NaiveDateTime,
}

/// A part of the pack; each starts a page and stands in the outline by its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Section {
    /// What was, or is to be, decided, and against what rule.
    Decision(Box<Decision>),
    /// KPI by KPI, with trends.
    Scorecard(Box<Scorecard>),
    /// Report by report: due, received, state.
    Compliance(Box<Compliance>),
    /// What the reports say in words.
    Remarks(Remarks),
    /// Where every number comes from.
    Evidence(Evidence),
}

/// A number with its quiet unit, or a word that stands in for one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amount {
    /// `5,213.4`, `−186.6`, `12`; or `due`, `not held yet`, `–`.
    pub value: String,
    /// `Rp m`, `%`, `of 13`; may be empty.
    pub unit: String,
    /// Whether it is known: a word in place of a number, and anything provisional, prints quietly.
    pub known: bool,
}

impl Amount {
    /// A known number and its unit.
    #[must_use]
    pub fn of(value: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { value: value.into(), unit: unit.into(), known: true }
    }

    /// A word in place of a number.
    #[must_use]
    pub fn unknown(word: impl Into<String>) -> Self {
        Self { value: word.into(), unit: String::new(), known: false }
    }
}

/// A judgement: mark (letter and shape) and word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// The drawn mark.
    pub mark: Mark,
    /// `Amber`, `Late, 3 days`, `Due 15 Oct`.
    pub word: String,
}

/// A large number of a page's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is: `Score, −2.8 on Q2`.
    pub label: String,
    /// `91.8`, `12`.
    pub value: String,
    /// `%`, `of 13`; may be empty.
    pub unit: String,
    /// A quiet line below; may be empty.
    pub note: String,
}

/// Which page proves a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageOf {
    /// The first scorecard.
    Scorecard,
    /// The first compliance section.
    Compliance,
    /// The first evidence list.
    Evidence,
}

/// The decision page of one grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// `Exclusivity, Java and Bali, Home care`.
    pub kicker: String,
    /// In words: `Conditional: one of four conditions is not met`.
    pub headline: String,
    /// What the rule says.
    pub proposed: Verdict,
    /// What a person decided, or by when someone has to.
    pub decided: Decided,
    /// The rule's conditions, failed ones first.
    pub conditions: Vec<Condition>,
    /// The score (`note`: `−2.8 on Q2 (94.6)`) and the coverage (`note`: `coverage; QBR not held yet`).
    pub figures: Vec<Figure>,
    /// What moved the score against the period before, largest loss first; empty when there is nothing to compare.
    pub moves: Vec<Move>,
    /// Why there are no moves, in words; printed only when `moves` is empty.
    pub no_moves: String,
    /// The standing over time, first to last.
    pub standing: Vec<Phase>,
    /// What renewing the next quarter takes, where it is known.
    pub takes: Option<Takes>,
    /// Who signs: `For Halden Asia: name, date, signature`.
    pub signatures: Vec<String>,
}

/// What the rule proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The standing's disc.
    pub disc: Disc,
    /// `Conditional`, `Renew`.
    pub title: String,
    /// `3 of 4 conditions met. First failed quarter; two in a row lapse.`
    pub text: String,
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// Nobody yet: the text says by when, and room is left for a pen.
    Open {
        /// `Decide by Thursday, 15 October 2026.`
        text: String,
    },
    /// A decision.
    Made {
        /// `Decided by Tan Mei Lin, regional manager, 8 October 2026`.
        by: String,
        /// What was decided, with the reason as its text.
        verdict: Verdict,
    },
}

/// One condition of the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Met, not met or not yet known.
    pub result: Chip,
    /// `Weekly reports on time`.
    pub condition: String,
    /// What the rule asks for.
    pub required: Amount,
    /// What was reached.
    pub actual: Amount,
    /// Actual against required, with its sign.
    pub difference: Amount,
    /// `12 of 13 weeks`.
    pub evidence: String,
    /// The section that proves it; its page number is printed after `evidence`.
    pub page: Option<PageOf>,
}

/// What one KPI did to the score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The KPI's short title.
    pub title: String,
    /// `−1.7`.
    pub value: String,
    /// Thousandths of a point, signed: the bar's length.
    pub length: i32,
}

/// A stretch of a grant's standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// `Q3 2026, conditional`.
    pub title: String,
    /// `Score 91.8; first failed quarter`.
    pub note: String,
    /// How it is drawn.
    pub when: When,
    /// Its length in days: the width it takes.
    pub days: u32,
}

/// Where a stretch of standing lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The launch: not exclusive.
    Launch,
    /// A quarter that is over.
    Past,
    /// The quarter of this pack.
    Now,
    /// A quarter to come.
    Later,
}

/// What renewing the next quarter takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takes {
    /// `What it takes to renew Q4`.
    pub heading: String,
    /// The first words, strong: `Rp 90.0 m a selling day`.
    pub strong: String,
    /// The sentence that goes on from there.
    pub text: String,
    /// Rates to compare, the needed one first.
    pub rates: Vec<Bar>,
}

/// A labelled bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// `Needed`, `Leads`.
    pub label: String,
    /// `90.0`, `668`.
    pub value: String,
    /// A quiet share beside the value: `36.1 %`; may be empty.
    pub share: String,
    /// Thousandths of the longest bar.
    pub length: u32,
}

/// The scorecard page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// `Java and Bali, Home care`.
    pub kicker: String,
    /// `Scorecard, Q3 2026`.
    pub headline: String,
    /// Score and coverage, at the right of the head.
    pub figures: Vec<Figure>,
    /// The KPIs by group.
    pub groups: Vec<KpiGroup>,
    /// `Score: 82.6 points of the 90 that have data = 91.8`, with the sums of weights and points.
    pub total: Total,
    /// What each status means: `100 and above`, `90 to 99`.
    pub legend: Vec<Chip>,
    /// `April to September`.
    pub trends_heading: String,
    /// Small multiples, four a row.
    pub trends: Vec<Trend>,
    /// `From lead to order`.
    pub funnel_heading: String,
    /// Its stages, widest first; empty when the funnel was not reported.
    pub funnel: Vec<Bar>,
    /// What a reader must know to read the numbers rightly.
    pub notes: Vec<String>,
}

/// KPIs of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiGroup {
    /// `Commercial`.
    pub title: String,
    /// Its KPIs.
    pub rows: Vec<KpiRow>,
}

/// One KPI of the scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiRow {
    /// `Revenue against target`.
    pub title: String,
    /// Whether exclusivity hangs on it.
    pub gate: bool,
    /// What was agreed.
    pub target: Amount,
    /// What was reported.
    pub actual: Amount,
    /// The drawn attainment.
    pub bullet: Bullet,
    /// `96.5`, or `–`.
    pub attainment: String,
    /// `25`.
    pub weight: String,
    /// `24.1`, or `–`.
    pub points: String,
    /// Green, amber, red, provisional or does not apply.
    pub status: Chip,
}

/// The scorecard's last row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Total {
    /// In words.
    pub text: String,
    /// The weights that have data.
    pub weight: String,
    /// The points.
    pub points: String,
}

/// One small multiple.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// `Sales volume`.
    pub title: String,
    /// Its status now, if it is judged.
    pub mark: Option<Mark>,
    /// The latest value: `101.9`, `% of target`.
    pub latest: Amount,
    /// The line.
    pub spark: Spark,
    /// The first period: `Apr`.
    pub first: String,
    /// The last period: `Sep`.
    pub last: String,
}

/// The reporting compliance page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compliance {
    /// `Weekly updates, monthly summaries, reviews`.
    pub kicker: String,
    /// `Reporting compliance, Q3 2026`.
    pub headline: String,
    /// Up to four figures.
    pub figures: Vec<Figure>,
    /// `Weekly updates, due on the Monday after the week`.
    pub weekly: ReportLog,
    /// `Monthly summaries, due by the 5th business day`.
    pub monthly: ReportLog,
    /// The reviews of the quarter; empty leaves the table out.
    pub reviews: Vec<ReviewRow>,
}

/// A table of reports of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLog {
    /// Its heading.
    pub heading: String,
    /// A row a report.
    pub rows: Vec<ReportRow>,
    /// What rows refer to by [`ReportRow::note`]: moved due dates and their holidays.
    pub footnotes: Vec<String>,
    /// Sentences below the table that no row refers to.
    pub remarks: Vec<String>,
}

/// One report that was due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// `Week 27`, `August`.
    pub report: String,
    /// `29 Jun to 5 Jul`; empty in all rows leaves the column out.
    pub covers: String,
    /// `Mon 6 Jul`.
    pub due: String,
    /// The footnote on the due date, counted from zero.
    pub note: Option<usize>,
    /// `Thu 3 Sep`, or a word while there is none.
    pub received: Amount,
    /// Days from due to received, negative when early; `None` draws no dot.
    pub offset: Option<i32>,
    /// Its state.
    pub state: Chip,
    /// The file it came in; may be empty.
    pub file: String,
}

/// One review that was due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// `July`.
    pub review: String,
    /// `Tuesday, 11 August`, or a word.
    pub held: Amount,
    /// Its state.
    pub state: Chip,
    /// What was noted; may be empty.
    pub remarks: String,
}

/// What the reports say in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remarks {
    /// A quiet line above the headline.
    pub kicker: String,
    /// `What the reports say, Q3 2026`.
    pub headline: String,
    /// Blockers, priorities, marketing actions, issues.
    pub groups: Vec<RemarkGroup>,
}

/// Remarks of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkGroup {
    /// `Blockers`.
    pub heading: String,
    /// The remarks, first to last.
    pub rows: Vec<RemarkRow>,
}

/// One remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkRow {
    /// `Week 27`.
    pub period: String,
    /// `Stock`; may be empty.
    pub category: String,
    /// What was written, in its own language.
    pub text: String,
    /// The cell: `Laporan Mingguan W27.xlsx, B14`.
    pub source: String,
}

/// The evidence list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// `Every number of this pack, and the cell it came from`.
    pub kicker: String,
    /// `Evidence, Q3 2026`.
    pub headline: String,
    /// A group a report, first to last.
    pub groups: Vec<EvidenceGroup>,
}

/// What one report stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceGroup {
    /// The report: `Week 27, R1`.
    pub report: String,
    /// The file: `Laporan Mingguan W27.xlsx`.
    pub file: String,
    /// `received Mon 6 Jul`.
    pub received: String,
    /// `confirmed by Tan Mei Lin, 8 October 2026`.
    pub confirmed: String,
    /// Its values.
    pub rows: Vec<EvidenceRow>,
}

/// One value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The measure's title.
    pub measure: String,
    /// Every digit of it, with its unit.
    pub value: Amount,
    /// The sheet; empty for text files.
    pub sheet: String,
    /// `C14`.
    pub cell: String,
    /// What was answered or corrected; may be empty.
    pub note: String,
}
