//! Labels: what the words of a cell name, with the unit, scale and currency beside them. `Doanh thu (triệu đồng)` is
//! revenue in millions of dong; `Units sold (ctn)` counts units.

#[cfg(test)]
mod tests;

use playbook::measure::{RemarkKind, ReportKind, Unit, measure};
use rust_decimal::Decimal;

use super::dictionary::{found_in, meanings, nearly};
use super::money::{self, Mark};
use super::terms::{Column, Field, Figure, Heading, Role, Row, Term};
use super::text::{fold, plain, without_number};

/// Longer texts are sentences.
const LONGEST: usize = 90;

/// What a label counts, as far as its words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counts {
    /// Cartons, pieces.
    Units,
    /// A currency stands beside it.
    Money,
    /// `%`
    Percent,
}

/// The words of a cell, understood as far as the dictionary goes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Label {
    /// What the whole phrase can mean.
    pub(crate) terms: Vec<Term>,
    /// What each part of `Leads / Quotes / POs` can mean, when every part is known and the whole isn't.
    pub(crate) parts: Vec<Vec<Term>>,
    /// What it counts, if said.
    pub(crate) counts: Option<Counts>,
    /// Thousands or millions, if said.
    pub(crate) scale: Option<Decimal>,
    /// Its currency, if said.
    pub(crate) currency: Option<Mark>,
    /// `Revenue (target)`: the role in brackets.
    pub(crate) role: Option<Role>,
    /// Whether brackets hold words that the dictionary doesn't know.
    pub(crate) qualified: bool,
}

impl Label {
    /// The label of a cell's text.
    pub(crate) fn read(text: &str) -> Self {
        let text = plain(text);
        if text.is_empty() || text.chars().count() > LONGEST || text.contains('\n') && text.lines().count() > 2 {
            return Self::default();
        }
        let mut label = Self::default();
        let (core, notes) = without_brackets(without_number(&text));
        for note in &notes {
            label.take_note(note);
        }
        let core = without_number(&core);
        label.terms = label.lookup(&fold(core));
        let whole = meanings(&fold(without_number(&text)));
        if !notes.is_empty() && !whole.is_empty() {
            label.terms = whole.to_vec();
            label.qualified = false;
        }
        if label.terms.iter().all(|term| matches!(term, Term::Heading(_))) {
            label.take_parts(core, &notes);
        }
        if label.terms.is_empty() && label.parts.is_empty() {
            label.terms.extend(forecast(core).or_else(|| nearly(&fold(core))));
        }
        if label.currency.is_none() {
            label.currency = money::named(&text);
        }
        if label.currency.is_some() && label.counts.is_none() {
            label.counts = Some(Counts::Money);
        }
        label
    }

    /// The meaning of a phrase, after units, currencies and words that change nothing are taken off its ends.
    fn lookup(&mut self, folded: &str) -> Vec<Term> {
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        loop {
            let known = meanings(&words.join(" "));
            if known.iter().any(|term| is_name(*term)) {
                return known.to_vec();
            }
            if words.len() < 2 {
                return known.to_vec();
            }
            let Some(rest) = self.peel(&words) else { return Vec::new() };
            words = rest;
        }
    }

    fn peel<'a>(&mut self, words: &[&'a str]) -> Option<Vec<&'a str>> {
        for length in (1..=3.min(words.len() - 1)).rev() {
            let (head, tail) = words.split_at(words.len() - length);
            if self.take_unit(&tail.join(" ")) {
                return Some(head.to_vec());
            }
            let (first, rest) = words.split_at(length);
            if meanings(&first.join(" ")).contains(&Term::Filler) {
                return Some(rest.to_vec());
            }
        }
        None
    }

    /// Whether a phrase is a unit, a scale, a currency or a filler; what it says is kept.
    fn take_unit(&mut self, phrase: &str) -> bool {
        let (rest, currency) = money::strip(phrase);
        if let Some(mark) = currency {
            self.currency = Some(mark);
        }
        if rest.is_empty() {
            return true;
        }
        let terms = meanings(&rest);
        let scale = terms.iter().find_map(|term| if let Term::Scale(scale) = term { Some(*scale) } else { None });
        if scale.is_some() {
            self.scale = scale;
        } else if terms.contains(&Term::Percent) {
            self.counts = Some(Counts::Percent);
        } else if terms.contains(&Term::Units) {
            self.counts = Some(Counts::Units);
        } else if !terms.iter().any(|term| matches!(term, Term::Filler | Term::UnitOf)) {
            return false;
        }
        true
    }

    /// What stands in brackets: a unit, a role, or a comment.
    pub(crate) fn take_note(&mut self, note: &str) {
        let folded = fold(note);
        // `(target 250,000)` says a number, not that others are in thousands.
        let numbered =
            |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) && word.bytes().any(|byte| byte > b'1');
        if folded.split(' ').any(numbered) {
            self.qualified = true;
            return;
        }
        let role =
            meanings(&folded).iter().find_map(|term| if let Term::Role(role) = term { Some(*role) } else { None });
        if let Some(mark) = money::named(note) {
            self.currency = Some(mark);
        }
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut rest = words.as_slice();
        let mut unknown = false;
        while !rest.is_empty() {
            let mut is_unit = |phrase: String| self.take_unit(&phrase) || meanings(&phrase).contains(&Term::Counted);
            let known = (1..=3.min(rest.len())).rev().find(|length| is_unit(rest[..*length].join(" ")));
            unknown |= known.is_none();
            rest = &rest[known.unwrap_or(1)..];
        }
        // A scale inside a word of a script without spaces: `ကျပ်သိန်း`.
        if self.scale.is_none() && !folded.is_ascii() {
            self.scale = found_in(&folded, |term| if let Term::Scale(scale) = term { Some(scale) } else { None })
                .into_iter()
                .next();
        }
        match role {
            _ if self.counts == Some(Counts::Percent) => {}
            Some(Role::Unit | Role::Number | Role::Item) | None => self.qualified |= unknown && self.scale.is_none(),
            Some(role) => self.role = Some(role),
        }
    }

    fn take_parts(&mut self, core: &str, notes: &[String]) {
        let split = |text: &str| -> Vec<Vec<Term>> {
            let parts = text.split(['/', '|', ':', ';', ',', '+']).flat_map(|part| part.split(" - "));
            parts.map(|part| Self::default().lookup(&fold(without_number(part)))).collect()
        };
        let mut parts = split(core);
        if self.terms.is_empty() && parts.len() > 1 && parts.iter().all(|terms| !terms.is_empty()) {
            let in_all = |term: &&Term| is_name(**term) && parts.iter().all(|part| part.contains(term));
            let shared: Vec<Term> = parts[0].iter().filter(in_all).copied().collect();
            // `Opportunities - Discovery`: the heading says under what the figure stands.
            let heading = |terms: &Vec<Term>| terms.iter().any(|term| matches!(term, Term::Heading(_)));
            let under: Vec<Vec<Term>> = parts.iter().filter(|terms| !heading(terms)).cloned().collect();
            match (shared.is_empty(), under.as_slice()) {
                (false, _) => self.terms = shared,
                (true, [one]) => self.terms.clone_from(one),
                (true, []) => self.parts = parts,
                (true, _) => self.parts = under,
            }
            return;
        }
        if let [note] = notes {
            parts = split(note);
            // `Opportunity (Discovery)`: the heading, then what stands under it.
            if let ([one], false) = (parts.as_slice(), self.terms.is_empty()) {
                let named = one.iter().any(|term| matches!(term, Term::Figure(Figure::Measure(_))));
                if named {
                    self.terms.clone_from(one);
                    self.qualified = false;
                }
                return;
            }
            if parts.len() > 1 && parts.iter().all(|terms| !terms.is_empty()) {
                self.parts = parts;
            }
        }
    }

    /// The figures it can name, when its unit fits them.
    pub(crate) fn figures(&self) -> Vec<Figure> {
        figures(&self.terms).into_iter().filter(|figure| self.fits(*figure)).collect()
    }

    /// `Leads / Quotes / POs`: one figure for each part; empty when a part is none.
    pub(crate) fn series(&self) -> Vec<Vec<Figure>> {
        let parts: Vec<_> = self.parts.iter().map(|terms| figures(terms)).collect();
        if parts.iter().all(|part| !part.is_empty()) { parts } else { Vec::new() }
    }

    /// Whether what it counts is what the figure counts: `Stock on hand (RM)` is no number of units.
    fn fits(&self, figure: Figure) -> bool {
        let unit = match figure {
            Figure::Measure(key) => measure(key).map(|measure| measure.unit),
            Figure::NetRevenue | Figure::GrossRevenue | Figure::Returns | Figure::InDays(_) => Some(Unit::Money),
            Figure::SellIn | Figure::Units => Some(Unit::Units),
            Figure::NewCustomers => Some(Unit::Count),
            Figure::Sales => None,
        };
        let own_role = !matches!(self.role, Some(Role::Target | Role::Share | Role::Previous | Role::Cumulative));
        let fits = match (self.counts, unit) {
            (None, _) | (_, None) => self.counts != Some(Counts::Percent) || unit.is_some(),
            (Some(Counts::Percent), Some(unit)) => unit == Unit::Fraction,
            (Some(Counts::Money), Some(unit)) => unit == Unit::Money,
            (Some(Counts::Units), Some(unit)) => matches!(unit, Unit::Units | Unit::Count),
        };
        own_role && fits
    }

    /// The list of sentences that it heads.
    pub(crate) fn remark(&self) -> Option<RemarkKind> {
        self.one(|term| if let Term::Remark(kind) = term { Some(kind) } else { None })
    }

    /// The role of a column that it heads.
    pub(crate) fn column_role(&self) -> Option<Role> {
        self.one(|term| if let Term::Role(role) = term { Some(role) } else { None })
    }

    /// Who or when.
    pub(crate) fn field(&self) -> Option<Field> {
        self.one(|term| if let Term::Field(field) = term { Some(field) } else { None })
    }

    /// The column of a raw list of sales that it heads.
    pub(crate) fn column(&self) -> Option<Column> {
        self.one(|term| if let Term::Column(column) = term { Some(column) } else { None })
    }

    /// What it says about the rows below.
    pub(crate) fn heading(&self) -> Option<Heading> {
        self.one(|term| if let Term::Heading(heading) = term { Some(heading) } else { None })
    }

    /// Whether its row sums others up.
    pub(crate) fn row(&self) -> Option<Row> {
        self.one(|term| if let Term::Row(row) = term { Some(row) } else { None })
    }

    /// The kind of report that it titles.
    pub(crate) fn title(&self) -> Option<ReportKind> {
        self.one(|term| if let Term::Title(kind) = term { Some(kind) } else { None })
    }

    fn one<T>(&self, wanted: impl Fn(Term) -> Option<T>) -> Option<T> {
        self.terms.iter().find_map(|term| wanted(*term))
    }

    /// Whether the dictionary knows it at all.
    pub(crate) fn is_known(&self) -> bool {
        !self.terms.is_empty() || !self.parts.is_empty()
    }
}

fn figures(terms: &[Term]) -> Vec<Figure> {
    terms.iter().filter_map(|term| if let Term::Figure(figure) = term { Some(*figure) } else { None }).collect()
}

/// A term that names something, as against a word inside a name.
fn is_name(term: Term) -> bool {
    matches!(
        term,
        Term::Figure(_)
            | Term::Remark(_)
            | Term::Role(_)
            | Term::Field(_)
            | Term::Column(_)
            | Term::Heading(_)
            | Term::Row(_)
            | Term::Title(_)
    )
}

/// A text outside its brackets, and what stands in them.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut core, mut notes, mut depth) = (String::new(), Vec::<String>::new(), 0usize);
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => {
                depth += 1;
                notes.push(String::new());
                core.push(' ');
            }
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            c if depth == 0 => core.push(c),
            c => notes.iter_mut().next_back().into_iter().for_each(|note| note.push(c)),
        }
    }
    if core.trim().is_empty() { (text.to_owned(), Vec::new()) } else { (core, notes) }
}

/// Any wording of a forecast for 60 or 90 days that names no other number: `Dự báo bán 60 ngày tới`.
fn forecast(core: &str) -> Option<Term> {
    let folded = fold(core);
    let numbers: Vec<&str> = folded.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let key = match numbers.as_slice() {
        ["60"] => "forecast_60_days",
        ["90"] => "forecast_90_days",
        _ => return None,
    };
    let has = |wanted: Term| !found_in(&folded, |term| (term == wanted).then_some(())).is_empty();
    let foreign = !found_in(&folded, |term| match term {
        Term::Role(Role::Target | Role::Previous | Role::Share) | Term::Row(Row::Statistic) => Some(()),
        Term::Units => Some(()),
        _ => None,
    })
    .is_empty();
    let sales = || {
        let is_sales = |term| matches!(term, Term::Figure(Figure::Sales | Figure::Measure("revenue"))).then_some(());
        has(Term::Ahead) && !found_in(&folded, is_sales).is_empty()
    };
    let ahead = has(Term::Heading(Heading::Forecast)) || sales();
    (ahead && has(Term::Days) && !foreign).then_some(Term::Figure(Figure::Measure(key)))
}
