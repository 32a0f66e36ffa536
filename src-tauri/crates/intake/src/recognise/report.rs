//! A sheet's drafts: all that it states, put together by who and when.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use playbook::measure::{RemarkKind, ReportKind};
use playbook::period::Period;

use crate::draft::{About, Choice, Context, Draft, Found, Kind, Layout, Question, Why};

use super::claims::Claim;
use super::dates::{order_in, order_of};
use super::dictionary::found_in;
use super::finding::{Area, Finding, Findings, Group, Said};
use super::kind::{self, KindSaid};
use super::page::{Entry, Page};
use super::periods::{self, Clock};
use super::terms::{Heading, Term};
use super::text::fold;
use super::units::{self, SheetUnit};
use super::values::{Setting, point_of};
use super::who::{Named, Register};
use super::{columns, form, inline, layout, lines, lists, long, measures, table, when};

/// What the rest of the file says to a sheet.
pub(crate) struct Around<'c> {
    /// The register.
    pub(crate) register: &'c Register<'c>,
    /// The context.
    pub(crate) context: &'c Context,
    /// Texts of covers: sheets that are no report.
    pub(crate) covers: &'c [String],
    /// Today.
    pub(crate) today: NaiveDate,
}

/// The drafts of a sheet; none when it is no report.
pub(crate) fn drafts(page: &Page<'_>, around: &Around<'_>) -> Vec<Draft> {
    if let Some(draft) = lines::find(page).and_then(|list| list_draft(page, &list, around)) {
        return vec![draft];
    }
    let findings = find(page, around.register);
    let title_end = findings.first_row.unwrap_or(0).min(20);
    // A label with its number is no title, be it a target's.
    let is_title = |entry: &&Entry<'_>| {
        let is_label = || page.right_of(entry.place).next().is_some_and(Entry::is_number);
        entry.place.row < title_end && !entry.text.is_empty() && !is_label()
    };
    let titles: Vec<&str> = page.entries.iter().filter(is_title).map(|entry| entry.text).collect();
    let sheet = page.sheet.name.as_deref();
    let subject = around.context.mail.as_ref().map(|mail| mail.subject.as_str());
    let names: Vec<&str> = sheet.into_iter().chain([around.context.file_name.as_str()]).chain(subject).collect();
    let kind = kind::settle(&findings, &titles, &names);
    if !is_report(&findings, &titles, &names, kind) || !findings.has_actual && plans(&titles, sheet) {
        return Vec::new();
    }
    let sheet = SheetReading { page, around, title_end, kind, names, unit: units::declared(page) };
    sheet.drafts(&findings)
}

/// The draft of a raw list of sales.
fn list_draft(page: &Page<'_>, list: &lines::List, around: &Around<'_>) -> Option<Draft> {
    let sheet = page.sheet;
    let who = match list.distributors(sheet).as_slice() {
        [] => around.register.settle(page, list.header, around.covers, &around.context.file_name),
        [one] => around.register.settle_text(one),
        [first, ..] => Err(around.register.ask(first, None)),
    };
    let mut questions = Vec::new();
    let who = who.map_err(|question| questions.push(question)).ok();
    let known = who.as_ref().and_then(|who| around.register.known(who.value));
    let unit = units::declared(page);
    let currency = units::currency(&unit, &list.marks(sheet), known.map(|known| known.currency.as_str()));
    let currency = currency.map_err(|question| questions.push(question)).ok();
    let prior = lines::Prior {
        order: known.and_then(|known| order_of(&known.locale)),
        point: known.and_then(|known| point_of(&known.locale)),
        scale: unit.scale,
        currency: currency.as_ref().map(|found| found.value.as_str()),
    };
    let sums = list.sum(sheet, prior)?;
    questions.extend(sums.questions);
    Some(Draft {
        sheet: sheet.name.clone(),
        kind: Some(Kind::Lines),
        distributor: known.zip(who).map(|(known, who)| Found { value: known.name.clone(), place: who.place }),
        period: sums.period,
        currency,
        measures: BTreeMap::new(),
        remarks: Vec::new(),
        lines: Some(sums.lines),
        questions,
        template: false,
        layout: layout::of(page, &[(list.header, list.header)]),
    })
}

/// All that a page states.
fn find<'a>(page: &Page<'a>, register: &Register<'_>) -> Findings<'a> {
    let mut findings = Findings::default();
    let tables = table::tables(page, register);
    findings.has_actual = tables.iter().any(|table| table.heads.values().any(table::Head::is_actual));
    let mut taken: Vec<Area> =
        tables.iter().filter_map(|table| long::read_table(page, table, register, &mut findings)).collect();
    for table in tables.iter().filter(|table| table.has_figures_across()) {
        taken.push(columns::read_table(page, table, register, &mut findings));
    }
    taken.extend(lists::read_lists(page, &tables, &mut findings));
    form::read_labels(page, &tables, &taken, &mut findings);
    inline::read_inline(page, &taken, &mut findings);
    let headers: Vec<(u32, u32)> = tables.iter().map(|table| (table.top, table.bottom)).collect();
    findings.layout = layout::of(page, &headers);
    findings
}

/// A report states two things, or one under a report's title. A price list or a sheet of instructions is none.
fn is_report(findings: &Findings<'_>, titles: &[&str], names: &[&str], kind: KindSaid) -> bool {
    let stated = findings.figures.len() + findings.remarks.len();
    let is_none = |text: &&str| !found_in(&fold(text), |term| (term == Term::NoReport).then_some(())).is_empty();
    let titled = kind::said(titles).or(kind::said(names)).is_some();
    let told = findings.figures.len() > 2 || titled || !titles.iter().chain(names).any(is_none);
    let enough = findings.figures.len() > 1 || titled && stated > 0 || !findings.groups.is_empty();
    enough && told && kind != KindSaid::Nothing
}

/// Whether a sheet calls itself a plan, or is named a forecast.
fn plans(titles: &[&str], sheet: Option<&str>) -> bool {
    let heads = |term| (term == Term::Heading(Heading::Forecast)).then_some(());
    let forecast = sheet.is_some_and(|name| !found_in(&fold(name), heads).is_empty());
    forecast || titles.iter().copied().chain(sheet).any(table::says_plan)
}

struct SheetReading<'s, 'a> {
    page: &'s Page<'a>,
    around: &'s Around<'s>,
    title_end: u32,
    kind: KindSaid,
    names: Vec<&'s str>,
    unit: SheetUnit,
}

/// Who and when, or the questions about them.
type Who = Result<Found<usize>, Question>;
type WhenSaid = Result<Found<Period>, Question>;

impl SheetReading<'_, '_> {
    fn drafts(&self, findings: &Findings<'_>) -> Vec<Draft> {
        let own_who =
            self.around.register.settle(self.page, self.title_end, self.around.covers, &self.around.context.file_name);
        let whole = |group: Option<usize>| group.is_none();
        if findings.groups.is_empty() {
            let figures: Vec<&Finding<'_>> = findings.figures.iter().filter(|finding| whole(finding.group)).collect();
            let said: Vec<&Said> = findings.remarks.iter().collect();
            let when = self.when(&own_who, None, findings);
            return vec![self.draft(own_who, when, &figures, &said, &findings.layout)];
        }
        // Rows and columns about the same distributor and period are one report.
        let mut parts: Vec<(Who, WhenSaid, Vec<usize>)> = Vec::new();
        for (at, group) in findings.groups.iter().enumerate() {
            let who = self.group_who(group, &own_who);
            let when = self.when(&who, Some(group), findings);
            let same = |part: &&mut (Who, WhenSaid, Vec<usize>)| {
                let who_same = part.0.as_ref().ok().zip(who.as_ref().ok()).is_some_and(|(a, b)| a.value == b.value);
                let when_same = part.1.as_ref().ok().zip(when.as_ref().ok()).is_some_and(|(a, b)| a.value == b.value);
                who_same && when_same
            };
            match parts.iter_mut().find(same) {
                Some((.., groups)) => groups.push(at),
                None => parts.push((who, when, vec![at])),
            }
        }
        let drafts = parts.into_iter().map(|(who, when, groups)| {
            let within = |group: Option<usize>| group.is_some_and(|group| groups.contains(&group));
            let figures: Vec<&Finding<'_>> = findings.figures.iter().filter(|finding| within(finding.group)).collect();
            let said: Vec<&Said> = findings.remarks.iter().filter(|said| within(said.group)).collect();
            self.draft(who, when, &figures, &said, &findings.layout)
        });
        let asks_figure = |draft: &Draft| draft.questions.iter().any(|q| matches!(q.about, About::Measure(_)));
        // Columns of months to come hold plans, and rows without a figure hold nothing.
        let future =
            |draft: &Draft| draft.questions.iter().any(|q| q.why == Why::Implausible && q.about == About::Period);
        drafts.filter(|draft| (!draft.measures.is_empty() || asks_figure(draft)) && !future(draft)).collect()
    }

    fn group_who(&self, group: &Group, own: &Who) -> Who {
        let Some((text, place)) = &group.who else { return own.clone() };
        match self.around.register.as_name(text) {
            Named::One(at) => Ok(Found { value: at, place: Some(*place) }),
            _ => Err(self.around.register.ask(text, Some(*place))),
        }
    }

    fn when(&self, who: &Who, group: Option<&Group>, findings: &Findings<'_>) -> WhenSaid {
        let known = who.as_ref().ok().and_then(|who| self.around.register.known(who.value));
        let groups = findings.groups.iter().filter_map(|group| group.when.as_ref());
        let claims: Vec<Claim> = groups.flat_map(|when| when::of_group(when).claims).collect();
        let days = claims.iter().filter_map(|claim| if let Claim::Day(day) = claim { Some(*day) } else { None });
        let by_year = claims.iter().any(|claim| matches!(claim, Claim::Week { number: 7.., .. }));
        let order = order_in(days).or_else(|| known.and_then(|known| order_of(&known.locale)));
        let clock = Clock {
            today: self.around.today,
            order,
            year: when::year(self.page, self.title_end, &self.names),
            by_year,
        };
        let kind = match self.kind {
            KindSaid::Sure(kind) => kind,
            _ => ReportKind::Monthly,
        };
        if let Some(said) = group.and_then(|group| group.when.as_ref()) {
            return periods::settle(&clock, kind, &[when::of_group(said)], &[]);
        }
        let cells = when::of_cells(self.page, self.title_end);
        periods::settle(
            &clock,
            kind,
            &cells,
            &when::of_names(
                self.page.sheet.name.as_deref(),
                &self.around.context.file_name,
                self.around.context.mail.as_ref().map(|mail| mail.subject.as_str()),
            ),
        )
    }

    /// A report about days to come is rather a plan: asked about.
    fn not_to_come(&self, found: Found<Period>) -> WhenSaid {
        // A report comes near its period's end.
        let early = match found.value {
            Period::Week(_) => Days::new(3),
            _ => Days::new(20),
        };
        if found.value.first_day() + early <= self.around.today {
            return Ok(found);
        }
        let (place, choices) = (found.place, vec![Choice::Period(found.value)]);
        Err(Question { about: About::Period, why: Why::Implausible, text: found.value.to_string(), place, choices })
    }

    fn draft(&self, who: Who, when: WhenSaid, figures: &[&Finding<'_>], said: &[&Said], layout: &Layout) -> Draft {
        let mut questions = Vec::new();
        let kind = if let KindSaid::Sure(kind) = self.kind { Some(kind) } else { None };
        let who = who.map_err(|question| questions.push(question)).ok();
        if kind.is_none() {
            let choices = [Kind::Weekly, Kind::Monthly].map(Choice::Kind).to_vec();
            questions.push(Question {
                about: About::Kind,
                why: Why::Several,
                text: String::new(),
                place: None,
                choices,
            });
        }
        let when = when.and_then(|found| self.not_to_come(found));
        let period = when.map_err(|question| questions.push(question)).ok().filter(|_| kind.is_some());
        let known = who.as_ref().and_then(|who| self.around.register.known(who.value));
        let marks = units::marks(figures);
        let currency = units::currency(&self.unit, &marks, known.map(|known| known.currency.as_str()));
        let setting = Setting {
            point: self.page.point(),
            locale: known.filter(|_| !self.page.points_disagree()).and_then(|known| point_of(&known.locale)),
            scale: self.unit.scale,
            scales_differ: self.unit.scales_differ,
            currency: currency.as_ref().ok().map(|found| found.value.as_str()),
        };
        let (measures, open) = measures::settle(figures, kind, &setting);
        let currency = match currency {
            Ok(currency) => Some(currency),
            Err(_) if kind == Some(ReportKind::Weekly) => None,
            Err(question) => {
                questions.push(question);
                None
            }
        };
        questions.extend(open);
        let of_kind = |remark: RemarkKind| kind.is_none_or(|kind| remark.report() == kind);
        Draft {
            sheet: self.page.sheet.name.clone(),
            kind: kind.map(|kind| match kind {
                ReportKind::Weekly => Kind::Weekly,
                ReportKind::Monthly => Kind::Monthly,
            }),
            distributor: known.zip(who).map(|(known, who)| Found { value: known.name.clone(), place: who.place }),
            period,
            currency,
            measures,
            remarks: said.iter().map(|said| said.remark.clone()).filter(|remark| of_kind(remark.kind)).collect(),
            lines: None,
            questions,
            template: false,
            layout: layout.clone(),
        }
    }
}
