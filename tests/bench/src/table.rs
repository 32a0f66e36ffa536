//! The table of figures.

use std::time::Duration;

use crate::run::Figures;

/// A line of the table.
pub(crate) struct Row {
    what: String,
    figures: Figures,
    against: Option<(&'static str, Figures)>,
    /// The most CPU, as a multiple of what it is measured against.
    ratio: Option<f64>,
    /// The most that any of its processes may hold.
    memory: Option<u64>,
    /// The longest wait.
    wait: Option<Duration>,
}

impl Row {
    /// What others are measured against.
    pub(crate) fn floor(what: &str, figures: Figures) -> Self {
        Self { what: what.to_owned(), figures, against: None, ratio: None, memory: None, wait: None }
    }

    /// Something that is waited for, and how long one may wait.
    pub(crate) fn waited(what: &str, wall: Duration, most: Duration) -> Self {
        Self { wait: Some(most), ..Self::floor(what, Figures { wall, cpu: Duration::ZERO, peak_bytes: 0 }) }
    }

    /// The same with a goal for its CPU.
    pub(crate) fn within(self, ratio: f64) -> Self {
        Self { ratio: Some(ratio), ..self }
    }

    /// The same with a goal for its memory.
    pub(crate) fn holding(self, memory: u64) -> Self {
        Self { memory: Some(memory), ..self }
    }

    /// Something measured against a floor or a peer.
    pub(crate) fn against(what: &str, figures: Figures, name: &'static str, other: Figures) -> Self {
        Self { against: Some((name, other)), ..Self::floor(what, figures) }
    }
}

/// Prints the table: median of five runs after one to warm up.
pub(crate) fn print(rows: &[Row]) {
    println!("{:<56} {:>8} {:>8} {:>8}  {:<24} goal", "what", "wall s", "CPU s", "MB", "ratio of CPU");
    for row in rows {
        let Figures { wall, cpu, peak_bytes } = row.figures;
        let cpu_text = if cpu.is_zero() { "-".to_owned() } else { format!("{:.3}", cpu.as_secs_f64()) };
        let peak = if peak_bytes == 0 { "-".to_owned() } else { peak_bytes.div_ceil(1_000_000).to_string() };
        let (ratio, goal) = (ratio(row), goals(row));
        println!("{:<56} {:>8.3} {cpu_text:>8} {peak:>8}  {ratio:<24} {goal}", row.what, wall.as_secs_f64());
    }
}

/// Each goal, and whether it is met.
fn goals(row: &Row) -> String {
    let said = |goal: String, met: bool| format!("{goal}: {}", if met { "met" } else { "NOT MET" });
    let ratio = row.ratio.map(|most| said(format!("<= {most} x"), times(row).is_some_and(|times| times <= most)));
    let memory = row.memory.map(|most| said(format!("<= {} MB", most / 1_000_000), row.figures.peak_bytes <= most));
    let wait = row.wait.map(|most| said(format!("<= {:.3} s", most.as_secs_f64()), row.figures.wall <= most));
    [ratio, memory, wait].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn ratio(row: &Row) -> String {
    match (&row.against, times(row)) {
        (Some((name, _)), Some(times)) => format!("{times:.2} x {name}"),
        _ => String::new(),
    }
}

/// The CPU of a row as a multiple of what it is measured against.
fn times(row: &Row) -> Option<f64> {
    let (_, other) = row.against.as_ref()?;
    let of = |figures: &Figures| if figures.cpu.is_zero() { figures.wall } else { figures.cpu };
    let floor = of(other).max(Duration::from_micros(1)).as_secs_f64();
    Some(of(&row.figures).as_secs_f64() / floor)
}
