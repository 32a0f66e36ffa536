//! A draft with its answers applied: exactly what confirming it would store.

use std::collections::BTreeMap;

use intake::draft::{About, Choice, Discounted, Draft, Kind, Off, Question};
use playbook::measure::{MeasureKey, Unit, measure};
use playbook::period::Period;
use store::{Answer, Card, Lines, NewReport, Remark, SalesLine, Stated};

use super::{Answered, Drafted, File};
use crate::contract::choice_key;

/// A draft with its answers applied.
#[derive(Debug, Clone)]
pub(crate) struct Effective {
    pub(crate) kind: Option<Kind>,
    /// The registered name.
    pub(crate) distributor: Option<String>,
    pub(crate) period: Option<Period>,
    pub(crate) currency: Option<String>,
    pub(crate) measures: BTreeMap<MeasureKey, Stated>,
    pub(crate) answers: Vec<Answer>,
    /// The whole report is left out.
    pub(crate) left_out: bool,
}

impl Drafted {
    /// What the draft and its answers come to.
    pub(crate) fn effective(&self) -> Effective {
        let draft = &self.draft;
        let cell = |place: &intake::grid::Place| Some(place.to_string());
        let measures = draft.measures.iter();
        let mut effective = Effective {
            kind: draft.kind,
            distributor: draft.distributor.as_ref().map(|found| found.value.clone()),
            period: draft.period.as_ref().map(|found| found.value),
            currency: draft.currency.as_ref().map(|found| found.value.clone()),
            measures: measures
                .map(|(key, stated)| (key.clone(), Stated { value: stated.value, cell: cell(&stated.place) }))
                .collect(),
            answers: Vec::new(),
            left_out: false,
        };
        for (question, answered) in draft.questions.iter().zip(&self.answers) {
            if let Some(answered) = answered {
                effective.apply(question, answered);
            }
        }
        effective
    }

    /// Questions without an answer, with the one about a layout that changed; none where the whole report is left out.
    pub(crate) fn open_questions(&self) -> usize {
        if self.effective().left_out {
            return 0;
        }
        self.answers.iter().filter(|answer| answer.is_none()).count() + usize::from(self.asks_about_layout())
    }
}

impl Effective {
    fn apply(&mut self, question: &Question, answered: &Answered) {
        let (choice, cell) = match answered {
            Answered::LeftOut => {
                self.left_out |= !matches!(question.about, About::Measure(_) | About::Currency);
                return;
            }
            // A choice that was offered is a reading of its cell; a typed one is what a person states.
            Answered::Chosen(choice) => (choice, question.place.map(|place| place.to_string())),
            Answered::Typed(choice) => (choice, None),
            Answered::Pointed(choice, place) => (choice, Some(place.to_string())),
        };
        match (choice, &question.about) {
            (Choice::Distributor(name), _) => self.distributor = Some(name.clone()),
            (Choice::Kind(kind), _) => self.kind = Some(*kind),
            (Choice::Period(period), _) => self.period = Some(*period),
            (Choice::Currency(code), _) => self.currency = Some(code.clone()),
            (Choice::Value(value), About::Measure(key)) => {
                self.measures.insert(key.clone(), Stated { value: *value, cell });
            }
            (Choice::Value(_), _) => {}
        }
        self.answers.push(Answer {
            about: question.about.key().to_owned(),
            text: question.text.clone(),
            cell: question.place.map(|place| place.to_string()),
            choice: choice_key(choice),
        });
    }

    /// Whether the period is one of the kind: a week for a weekly update, a month for the others.
    pub(crate) fn fits(&self) -> bool {
        match (self.kind, self.period) {
            (Some(Kind::Weekly), Some(period)) => matches!(period, Period::Week(_)),
            (Some(Kind::Monthly | Kind::Lines), Some(period)) => matches!(period, Period::Month(_)),
            _ => true,
        }
    }

    /// Whether all that a stored report needs is known.
    pub(crate) fn is_whole(&self) -> bool {
        self.kind.is_some() && self.distributor.is_some() && self.period.is_some() && self.fits()
    }

    /// Whether it states money.
    pub(crate) fn has_money(&self, draft: &Draft) -> bool {
        let money = |key: &MeasureKey| measure(key.as_str()).is_some_and(|known| known.unit == Unit::Money);
        self.measures.keys().any(money) || draft.lines.as_ref().is_some_and(|lines| lines.amount.is_some())
    }

    /// The report to store, of a distributor on the register; `None` while something of it is open.
    pub(crate) fn report(
        &self,
        file: &File,
        draft: &Draft,
        distributor: store::DistributorId,
        card: &Card,
    ) -> Option<NewReport> {
        let fits = self.fits() && !self.left_out;
        let (kind, period) = (self.kind.filter(|_| fits)?, self.period?);
        // What the sheet doesn't say is the register's.
        let currency = self.currency.clone().or_else(|| self.has_money(draft).then(|| card.currency.clone()));
        Some(NewReport {
            distributor,
            kind: stored_kind(kind),
            period,
            last_month: draft
                .lines
                .as_ref()
                .and_then(|lines| lines.last_month)
                .filter(|last| Period::Month(*last) != period),
            sheet: draft.sheet.clone(),
            currency,
            received: file.received,
            measures: self.measures.clone(),
            remarks: draft
                .remarks
                .iter()
                .map(|remark| Remark {
                    kind: remark.kind,
                    category: remark.category,
                    text: remark.text.clone(),
                    cell: Some(remark.place.to_string()),
                })
                .collect(),
            lines: draft.lines.as_ref().map(|lines| Lines {
                count: lines.count,
                quantity: lines.quantity,
                amount: lines.amount,
                first: lines.first,
                last: lines.last,
                discounts: lines.discounts,
                discounted: lines.discounted.iter().map(sold).collect(),
            }),
            answers: self.answers.clone(),
        })
    }
}

/// A row that carries a discount, as it is stored.
fn sold(row: &Discounted) -> SalesLine {
    SalesLine {
        cell: row.place.to_string(),
        day: row.day,
        product: row.product.clone(),
        quantity: row.quantity,
        amount: row.amount,
        off: match &row.off {
            Off::Share(share) => store::Off::Share(*share),
            Off::Money { off, gross } => store::Off::Money { off: *off, gross: *gross },
            Off::Open(text) => store::Off::Open(text.clone()),
        },
    }
}

/// The store's name of a kind.
pub(crate) fn stored_kind(kind: Kind) -> store::Kind {
    match kind {
        Kind::Weekly => store::Kind::Weekly,
        Kind::Monthly => store::Kind::Monthly,
        Kind::Lines => store::Kind::Lines,
    }
}
