//! The table of figures.

use std::time::Duration;

use crate::run::Figures;

/// A line of the table.
pub(crate) struct Row {
    what: String,
    figures: Figures,
    against: Option<(&'static str, Figures)>,
}

impl Row {
    /// What others are measured against.
    pub(crate) fn floor(what: &str, figures: Figures) -> Self {
        Self { what: what.to_owned(), figures, against: None }
    }

    /// Something measured against a floor or a peer.
    pub(crate) fn against(what: &str, figures: Figures, name: &'static str, other: Figures) -> Self {
        Self { what: what.to_owned(), figures, against: Some((name, other)) }
    }
}

/// Prints the table: median of five runs after one to warm up.
pub(crate) fn print(rows: &[Row]) {
    println!("{:<44} {:>8} {:>8} {:>8}  ratio of CPU", "what", "wall s", "CPU s", "MB");
    for row in rows {
        let Figures { wall, cpu, peak_bytes } = row.figures;
        let cpu_text = if cpu.is_zero() { "-".to_owned() } else { format!("{:.3}", cpu.as_secs_f64()) };
        let peak = peak_bytes.div_ceil(1_000_000);
        println!("{:<44} {:>8.3} {cpu_text:>8} {peak:>8}  {}", row.what, wall.as_secs_f64(), ratio(row));
    }
}

fn ratio(row: &Row) -> String {
    let Some((name, other)) = &row.against else { return String::new() };
    let of = |figures: &Figures| if figures.cpu.is_zero() { figures.wall } else { figures.cpu };
    let floor = of(other).max(Duration::from_micros(1)).as_secs_f64();
    format!("{:.2} x {name}", of(&row.figures).as_secs_f64() / floor)
}
