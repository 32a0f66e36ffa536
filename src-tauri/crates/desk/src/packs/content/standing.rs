//! The standing over time, as the window shows it.

use pack::content::{Phase, When};

use super::Shown;
use crate::exclusivity::{Judged, phases as shown_phases};
use crate::format;
use crate::view::PhaseWhen;
use crate::words;

pub(super) fn phases(shown: &Shown<'_>, judged: &Judged<'_>) -> Vec<Phase> {
    let phases = shown_phases(&shown.scored, judged, |quarter| format::quarter(words(), quarter));
    let phase = |phase: crate::view::PhaseView| Phase {
        title: phase.title,
        note: phase.notes.join("; "),
        when: match phase.when {
            PhaseWhen::Launch => When::Launch,
            PhaseWhen::Past => When::Past,
            PhaseWhen::Now => When::Now,
            PhaseWhen::Later => When::Later,
        },
        days: u32::try_from(phase.days).unwrap_or(1),
    };
    phases.into_iter().map(phase).collect()
}
