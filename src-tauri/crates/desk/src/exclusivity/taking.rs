//! What it takes to keep exclusivity, in words and rates.

use pack::content::{Bar, Takes as PaperTakes};
use playbook::cadence::ReportState;
use playbook::exclusivity::{Need, Pace, Takes, What, first_judged, takes};
use playbook::kpi::{Kpi, Shape};
use playbook::number::Rate;
use playbook::period::{Period, Quarter};
use playbook::rules::Playbook;
use playbook::score::{Line, Scorecard, score};
use words::Value;

use super::Judged;
use crate::format::{self, percent};
use crate::scorecard::{Scored, quarter_short};
use crate::shown::{Manner, thousandths};
use crate::titles::kpi_title;
use crate::view::{Mark, RateView, TakesView};
use crate::words;

/// Reports still owed that are named one by one; of the others only their number is said.
const NAMED: usize = 4;

/// What the quarter at hand takes, as long as it is judged, and what the next one takes once it has begun.
pub(super) fn all(scored: &Scored<'_>, judged: &Judged<'_>) -> Vec<TakesView> {
    let first = first_judged(&judged.granted.grant, &judged.rules, scored.quarter);
    let next = first_judged(&judged.granted.grant, &judged.rules, scored.quarter.next());
    let mut quarters: Vec<Quarter> = [scored.quarter].into_iter().filter(|quarter| *quarter == first).collect();
    quarters.extend(Some(next).filter(|next| scored.today >= next.first_day() || quarters.is_empty()));
    quarters.into_iter().map(|quarter| of(scored, judged, quarter)).collect()
}

/// What the next quarter takes, as paper has it; nothing where it has no target yet.
pub(crate) fn pack_takes(scored: &Scored<'_>, judged: &Judged<'_>) -> Option<PaperTakes> {
    let next = first_judged(&judged.granted.grant, &judged.rules, scored.quarter.next());
    let view = of(scored, judged, next);
    let bar = |rate: &RateView| Bar {
        label: rate.label.clone(),
        value: rate.value.clone(),
        share: String::new(),
        length: u32::try_from(rate.permille).unwrap_or(0),
    };
    (!view.rates.is_empty()).then(|| PaperTakes {
        heading: words().say("takes-paper", &[("quarter", format::quarter(words(), next).into())]),
        rates: view.rates.iter().map(bar).collect(),
        lines: view.sentences,
        strong: view.answer,
    })
}

fn of(scored: &Scored<'_>, judged: &Judged<'_>, quarter: Quarter) -> TakesView {
    let rules = judged.rules_of(scored, quarter);
    let case = scored.known.case(&rules, scored.today);
    let other = (quarter != scored.quarter).then(|| score(&case, quarter));
    let card = other.as_ref().unwrap_or(&judged.card);
    let taken = takes(&case, quarter, card);
    Telling { scored, rules: &rules, card, takes: &taken }.view()
}

struct Telling<'a> {
    scored: &'a Scored<'a>,
    rules: &'a Playbook,
    card: &'a Scorecard,
    takes: &'a Takes,
}

impl Telling<'_> {
    fn view(&self) -> TakesView {
        let main = self.main();
        let out = self.takes.out_of_reach().next();
        let open = self.takes.needs.iter().any(|need| need.what.must_still_come());
        let mut sentences: Vec<String> = self.takes.needs.iter().filter_map(|need| self.sentence(need)).collect();
        sentences.extend(self.owed());
        sentences.extend(self.ended());
        let (rates, rates_unit) = main.map(|need| self.rates(need)).unwrap_or_default();
        TakesView {
            heading: words().say("takes-heading", &[("quarter", quarter_short(self.takes.quarter).into())]),
            mark: match out {
                Some(_) => Mark::NotMet,
                None if open || !self.takes.owed.is_empty() => Mark::Provisional,
                None => Mark::Met,
            },
            answer: self.answer(out.or(main)),
            sentences,
            rates,
            rates_unit,
        }
    }

    /// The amount that is furthest away; else the first one.
    fn main(&self) -> Option<&Need> {
        let amounts = || self.takes.needs.iter().filter(|need| matches!(need.what, What::Amount { .. }));
        amounts().find(|need| need.what.must_still_come()).or_else(|| amounts().next())
    }

    fn kpi(&self, need: &Need) -> Option<(&Kpi, &Line)> {
        self.rules.kpi(&need.kpi).zip(self.card.line(&need.kpi))
    }

    fn shown(&self, need: &Need, value: &Rate, up: bool) -> (String, String) {
        let Some((kpi, line)) = self.kpi(need) else { return (String::new(), String::new()) };
        let manner = Manner::of(words(), kpi, line, self.scored.known.currency());
        // What is needed is never shown smaller than it is.
        let edges = if up { std::slice::from_ref(value) } else { &[] };
        let shown = manner.beside(value, edges);
        (shown.text, shown.unit)
    }

    fn said(&self, need: &Need, value: &Rate) -> String {
        let (text, unit) = self.shown(need, value, true);
        if unit.is_empty() { text } else { format!("{text} {unit}") }
    }

    /// The answer in a few words: `420.0 Rp m a week`, `186.6 Rp m more`, `11 of 13 at best`.
    fn answer(&self, need: Option<&Need>) -> String {
        let words = words();
        match need.map(|need| (need, &need.what)) {
            Some((_, What::Count { of, done, open, needed })) if done + open < *needed => {
                words.say("takes-at-best", &[("best", (done + open).into()), ("of", (*of).into())])
            }
            Some((need, What::Amount { remaining, pace, .. })) if !remaining.is_zero() => match &pace.needed {
                Some(rate) if !self.takes.ended => {
                    words.say("takes-a-week", &[("amount", self.said(need, rate).into())])
                }
                _ => words.say("takes-more", &[("amount", self.said(need, &(*remaining).into()).into())]),
            },
            Some((need, What::Amount { needed, .. })) => {
                words.say("takes-reached", &[("amount", self.said(need, needed).into())])
            }
            Some((need, What::Level { needed, .. })) => {
                words.say("takes-level", &[("amount", self.said(need, needed).into())])
            }
            _ => words.say("takes-nothing", &[]),
        }
    }

    fn sentence(&self, need: &Need) -> Option<String> {
        let words = words();
        let (kpi, _) = self.kpi(need)?;
        let name = kpi_title(kpi);
        match &need.what {
            What::Amount { remaining, from, pace, .. } if !remaining.is_zero() => {
                let values = [("kpi", name.into()), ("amount", Value::from(self.said(need, &(*remaining).into())))];
                Some(match &pace.needed {
                    _ if from.is_empty() => words.say("takes-amount-out", &values),
                    Some(rate) => {
                        let more = words.say("takes-amount", &[&values[..], &[("days", pace.days.into())]].concat());
                        format!("{more} {}", self.compared(pace, rate)).trim_end().to_owned()
                    }
                    None => words.say("takes-amount-missing", &values),
                })
            }
            What::Count { .. } => self.count(need, kpi),
            What::Level { needed, met, .. } if *met != Some(true) => {
                let key = if *met == Some(false) { "takes-level-out" } else { "takes-level-open" };
                let values = [("kpi", name.into()), ("amount", Value::from(self.said(need, needed)))];
                Some(words.say(key, &values))
            }
            What::NoTarget => Some(words.say("takes-no-target", &[("kpi", name.into())])),
            _ => None,
        }
    }

    /// `10 % above Q3; within reach, August was faster.`
    fn compared(&self, pace: &Pace, needed: &Rate) -> String {
        let words = words();
        let before = quarter_short(self.takes.quarter.previous());
        let above = pace.before.as_ref().and_then(|before| needed.over(before)).map(|times| &times - &Rate::one());
        let Some(above) = above else { return String::new() };
        let share = if above.is_negative() { &Rate::zero() - &above } else { above.clone() };
        let faster = pace.best.as_ref().filter(|(_, best)| best >= needed);
        let share = percent(&share, 0, &[]);
        let key = match (above.is_negative(), faster) {
            _ if share == "0" => "takes-as-fast",
            (true, _) => "takes-below",
            (false, Some(_)) => "takes-above-within",
            (false, None) => "takes-above-beyond",
        };
        let values = [
            ("percent", share.into()),
            ("quarter", Value::from(before)),
            ("best", faster.map(|(period, _)| format::period_short(words, *period)).unwrap_or_default().into()),
        ];
        words.say(key, &values)
    }

    /// How many reports or reviews may still be late, or why it is too late: with the proof.
    fn count(&self, need: &Need, kpi: &Kpi) -> Option<String> {
        let words = words();
        let What::Count { of, done, open, needed } = &need.what else { return None };
        let what = match &kpi.shape {
            Shape::OnTime(kind) => format!("takes-{}", kind.key()),
            _ => "takes-held".to_owned(),
        };
        if done + open < *needed {
            let best = need.what.best()?;
            let edges = std::slice::from_ref(&need.required);
            let values = [
                ("lost", (of - done - open).into()),
                ("of", (*of).into()),
                ("best", (done + open).into()),
                ("share", Value::from(percent(&best, 1, edges))),
                ("required", percent(&need.required, 0, &[]).into()),
            ];
            return Some(words.say(&format!("{what}-out"), &values));
        }
        let may = need.what.may_miss().filter(|_| *open > 0)?;
        let lost = of - done - open;
        let key = if may == 0 { format!("{what}-none") } else { format!("{what}-may") };
        Some(words.say(&key, &[("may", may.into()), ("of", (*of).into()), ("lost", lost.into())]))
    }

    /// `Still owed: week 40 by Mon 5 Oct, and 3 more.`
    fn owed(&self) -> Option<String> {
        let words = words();
        if self.takes.owed.is_empty() || self.scored.today < self.takes.quarter.first_day() {
            return None;
        }
        let one = |owed: &playbook::exclusivity::Owed| {
            let (key, day) = match owed.state {
                ReportState::NotYetDue => ("owed-by", owed.due),
                ReportState::Overdue { .. } => ("owed-late", owed.until),
                _ => ("owed-missing", owed.due),
            };
            let values = [
                ("report", format::period_short(words, owed.period).into()),
                ("day", Value::from(format::day_short(words, day))),
            ];
            words.say(key, &values)
        };
        let named: Vec<String> = self.takes.owed.iter().take(NAMED).map(one).collect();
        let more = self.takes.owed.len().saturating_sub(NAMED);
        let values = [("reports", named.join(", ").into()), ("more", Value::from(more))];
        Some(words.say(if more > 0 { "owed-more" } else { "owed" }, &values))
    }

    fn ended(&self) -> Option<String> {
        let waits = self.takes.ended && !self.takes.owed.is_empty();
        let key = if self.scored.today > self.takes.settles { "takes-settled" } else { "takes-ended" };
        let day = [("day", Value::from(format::long_day(words(), self.takes.settles)))];
        waits.then(|| words().say(key, &day))
    }

    fn rates(&self, need: &Need) -> (Vec<RateView>, String) {
        let What::Amount { pace, .. } = &need.what else { return Default::default() };
        let Some(needed) = pace.needed.as_ref().filter(|_| !self.takes.ended) else { return Default::default() };
        let words = words();
        let name = |period: Period| format::period_short(words, period);
        let quarter = self.takes.quarter;
        let mut rates = vec![(words.say("rate-needed", &[]), needed.clone())];
        rates.extend(pace.best.as_ref().map(|(period, rate)| (name(*period), rate.clone())));
        rates.extend(pace.so_far.as_ref().map(|rate| (name(quarter.into()), rate.clone())));
        rates.extend(pace.before.as_ref().map(|rate| (name(quarter.previous().into()), rate.clone())));
        let longest = rates.iter().map(|(_, rate)| rate.clone()).max().unwrap_or_else(Rate::one);
        let (_, unit) = self.shown(need, needed, true);
        let view = |(at, (label, rate)): (usize, (String, Rate))| RateView {
            label,
            value: self.shown(need, &rate, at == 0).0,
            permille: rate.over(&longest).as_ref().map_or(0, thousandths).max(0),
            needed: at == 0,
        };
        (rates.into_iter().enumerate().map(view).collect(), words.say("rate-unit", &[("unit", unit.into())]))
    }
}
