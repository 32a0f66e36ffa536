//! Who reports: a registered name or alias in the sheet, else in the file's name. What only resembles one is asked about.

use crate::draft::{About, Choice, Context, Found, Known, Question, Why};
use crate::grid::Place;
use crate::mail::MailHint;

use super::dictionary::means;
use super::page::Page;
use super::terms::{Field, Term};
use super::text::fold;

/// How like a known name an unknown one must be to be proposed.
const ALIKE: f64 = 0.75;

/// The registered names as they are compared: folded, without legal forms.
#[derive(Debug)]
pub(crate) struct Register<'a> {
    known: &'a [Known],
    phrases: Vec<(String, usize)>,
    mail: Option<&'a MailHint>,
}

/// Who a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    /// One distributor on the register, by its index.
    One(usize),
    /// Several.
    Several(Vec<usize>),
    /// None.
    Nobody,
}

impl<'a> Register<'a> {
    /// The register of a context.
    pub(crate) fn of(context: &'a Context) -> Self {
        let names = |known: &Known| [vec![known.name.clone()], known.aliases.clone()].concat();
        let all = context.register.iter().enumerate();
        let mut phrases: Vec<_> = all
            .flat_map(|(at, known)| names(known).into_iter().map(move |name| (company(&name), at)))
            .filter(|(phrase, _)| phrase.chars().count() > 1)
            .collect();
        phrases.sort();
        phrases.dedup();
        Self { known: &context.register, phrases, mail: context.mail.as_ref() }
    }

    /// The distributor of an index.
    pub(crate) fn known(&self, at: usize) -> Option<&'a Known> {
        self.known.get(at)
    }

    /// Whom a whole text names: the text is a name or an alias.
    pub(crate) fn exactly(&self, text: &str) -> Option<usize> {
        let name = company(text);
        let mut found: Vec<usize> =
            self.phrases.iter().filter(|(phrase, _)| *phrase == name).map(|(_, at)| *at).collect();
        found.dedup();
        if found.len() == 1 { found.pop() } else { None }
    }

    /// Whom a text names among other words.
    pub(crate) fn within(&self, text: &str) -> Named {
        if let Some(at) = self.exactly(text) {
            return Named::One(at);
        }
        let padded = format!(" {} ", company(text));
        let stands = |phrase: &str| match phrase.is_ascii() {
            true => padded.contains(&format!(" {phrase} ")),
            false => phrase.chars().count() > 3 && padded.contains(phrase),
        };
        let mut found: Vec<(&str, usize)> = self
            .phrases
            .iter()
            .filter(|(phrase, _)| stands(phrase))
            .map(|(phrase, at)| (phrase.as_str(), *at))
            .collect();
        // A name inside a longer name that was found too is no second distributor.
        let longer = found.clone();
        found.retain(|(phrase, at)| {
            !longer.iter().any(|(other, of)| of != at && other.len() > phrase.len() && other.contains(phrase))
        });
        let mut indices: Vec<usize> = found.into_iter().map(|(_, at)| at).collect();
        indices.sort_unstable();
        indices.dedup();
        match indices.as_slice() {
            [] => Named::Nobody,
            [one] => Named::One(*one),
            _ => Named::Several(indices),
        }
    }

    /// Whom a text names that is meant to be a company's name: a registered name is in it, or a part of it is an alias.
    /// `PT Sumber Makmur Sejahtera` is not `Sumber Makmur`.
    pub(crate) fn as_name(&self, text: &str) -> Named {
        let found = self.within(text);
        let Named::One(at) = found else { return found };
        let padded = format!(" {} ", company(text));
        let full =
            self.known(at).map(|known| company(&known.name)).filter(|name| padded.contains(&format!(" {name} ")));
        let parts = text.split(['/', '|', '(', ')', ',', ':', ';', '\n']).flat_map(|part| part.split(" - "));
        let whole = parts.into_iter().any(|part| self.exactly(part) == Some(at));
        if full.is_some() || whole { Named::One(at) } else { Named::Nobody }
    }

    /// The names most like a text, likeliest first.
    pub(crate) fn like(&self, text: &str) -> Vec<Choice> {
        let name = company(text);
        let mut near: Vec<(f64, usize)> = self
            .phrases
            .iter()
            .map(|(phrase, at)| (strsim::jaro_winkler(phrase, &name).max(strsim::sorensen_dice(phrase, &name)), *at))
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut choices = Vec::new();
        for known in near.into_iter().filter_map(|(_, at)| self.known(at)) {
            let choice = Choice::Distributor(known.name.clone());
            if !choices.contains(&choice) && choices.len() < 3 {
                choices.push(choice);
            }
        }
        choices
    }

    /// The question about a text that names nobody on the register.
    pub(crate) fn ask(&self, text: &str, place: Option<Place>) -> Question {
        let choices = self.like(text);
        let why = if choices.is_empty() { Why::NotSaid } else { Why::Resembles };
        Question { about: About::Distributor, why, text: text.to_owned(), place, choices }
    }

    fn choose(&self, why: Why, text: &str, place: Option<Place>, of: &[usize]) -> Question {
        let names = of.iter().filter_map(|at| self.known(*at)).map(|known| Choice::Distributor(known.name.clone()));
        Question { about: About::Distributor, why, text: text.to_owned(), place, choices: names.collect() }
    }

    /// The distributor that a text names, or the question about it.
    pub(crate) fn settle_text(&self, text: &str) -> Result<Found<usize>, Question> {
        match self.as_name(text) {
            Named::One(at) => Ok(Found { value: at, place: None }),
            Named::Several(of) => Err(self.choose(Why::Several, text, None, &of)),
            Named::Nobody => Err(self.ask(text, None)),
        }
    }

    /// The distributor of a page: a labelled cell, the title, a cover, the file's name, in that order.
    pub(crate) fn settle(
        &self,
        page: &Page<'_>,
        title_end: u32,
        covers: &[String],
        file: &str,
    ) -> Result<Found<usize>, Question> {
        let in_file = self.around(file);
        if let Some((text, place)) = labelled(page) {
            return match self.as_name(&text) {
                Named::One(at) => self.agree(Found { value: at, place: Some(place) }, &in_file, &text),
                Named::Several(of) => Err(self.choose(Why::Several, &text, Some(place), &of)),
                Named::Nobody => Err(self.ask(&text, Some(place))),
            };
        }
        let mut found: Vec<(usize, Place, &str)> = Vec::new();
        let mut stranger = None;
        for entry in page.entries.iter().filter(|entry| entry.place.row < title_end && !entry.text.is_empty()) {
            let is_company = is_company(entry.text);
            match if is_company { self.as_name(entry.text) } else { self.within(entry.text) } {
                Named::One(at) => found.push((at, entry.place, entry.text)),
                Named::Several(of) => return Err(self.choose(Why::Several, entry.text, Some(entry.place), &of)),
                Named::Nobody if is_company => stranger = stranger.or(Some((entry.text, entry.place))),
                Named::Nobody => {}
            }
        }
        if let Some((at, place, text)) = found.first().copied() {
            let mut of: Vec<usize> = found.iter().map(|(at, ..)| *at).collect();
            of.sort_unstable();
            of.dedup();
            if of.len() > 1 {
                return Err(self.choose(Why::Several, text, Some(place), &of));
            }
            return self.agree(Found { value: at, place: Some(place) }, &in_file, text);
        }
        if let Some((text, place)) = stranger {
            return Err(self.ask(text, Some(place)));
        }
        let mut of: Vec<usize> = Vec::new();
        for text in covers {
            if let Named::One(at) = self.within(text) {
                of.push(at);
            }
        }
        of.sort_unstable();
        of.dedup();
        match (of.as_slice(), in_file) {
            ([at], named) => self.agree(Found { value: *at, place: None }, &named, file),
            (_, Named::One(at)) => Ok(Found { value: at, place: None }),
            (_, Named::Several(of)) => Err(self.choose(Why::Several, file, None, &of)),
            (_, Named::Nobody) => Err(self.ask_by_sender(file)),
        }
    }

    /// Whom the file's name names, else the subject of the e-mail that carried it, else its sender by a registered name.
    fn around(&self, file: &str) -> Named {
        let texts = [Some(spaced(stem(file))), self.mail.map(|mail| mail.subject.clone())];
        let named = texts.into_iter().flatten().map(|text| self.within(&text)).find(|named| *named != Named::Nobody);
        let sender = || self.exactly(&self.mail?.sender).map(Named::One);
        named.or_else(sender).unwrap_or(Named::Nobody)
    }

    /// Nothing says who: what resembles the file's name or the sender of its e-mail is proposed.
    fn ask_by_sender(&self, file: &str) -> Question {
        let mut choices = self.like(stem(file));
        let mut text = file;
        if let Some(mail) = self.mail.filter(|_| choices.is_empty()) {
            choices = self.of_sender(mail);
            text = if choices.is_empty() { file } else { &mail.address };
        }
        let why = if choices.is_empty() { Why::NotSaid } else { Why::Resembles };
        Question { about: About::Distributor, why, text: text.to_owned(), place: None, choices }
    }

    /// Those whose names stand in a sender's name or in the name of its host: `rina@majubersama.co.id`.
    fn of_sender(&self, mail: &MailHint) -> Vec<Choice> {
        let host = mail.address.rsplit_once('@').map_or("", |(_, host)| host).to_lowercase();
        let stands = |phrase: &str| {
            let joined = phrase.replace(' ', "");
            joined.chars().count() > 4 && host.split('.').any(|part| part.replace('-', "").contains(&joined))
        };
        let by_host = self.phrases.iter().filter(|(phrase, _)| stands(phrase)).map(|(_, at)| *at);
        let by_name = match self.within(&mail.sender) {
            Named::One(at) => vec![at],
            Named::Several(of) => of,
            Named::Nobody => Vec::new(),
        };
        let mut found: Vec<usize> = by_name.into_iter().chain(by_host).collect();
        found.sort_unstable();
        found.dedup();
        let names = found.into_iter().filter_map(|at| self.known(at));
        names.map(|known| Choice::Distributor(known.name.clone())).take(3).collect()
    }

    /// The sheet's distributor, unless the file's name names another.
    fn agree(&self, found: Found<usize>, in_file: &Named, text: &str) -> Result<Found<usize>, Question> {
        match in_file {
            Named::One(at) if *at != found.value => {
                Err(self.choose(Why::Disagree, text, found.place, &[found.value, *at]))
            }
            _ => Ok(found),
        }
    }
}

/// A name as it is compared: folded, without legal forms: `PT. CAHAYA NUSANTARA DISTRIBUSI` is `cahaya nusantara distribusi`.
fn company(name: &str) -> String {
    let folded = fold(name);
    let kept: Vec<&str> = folded.split(' ').filter(|word| !means(word, Term::LegalForm)).collect();
    if kept.is_empty() { folded } else { kept.join(" ") }
}

/// Whether a text is a company's name by its legal form.
pub(super) fn is_company(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let first = words.first().is_some_and(|word| matches!(*word, "pt" | "cv" | "ud"));
    let behind = words.iter().any(|word| matches!(*word, "bhd" | "pte" | "inc" | "tnhh" | "ltd" | "corp" | "llc"));
    words.len() > 1 && words.len() <= 12 && (first || behind || folded.starts_with("บริษัท") && folded.contains("จำกัด"))
}

/// The text beside or behind a label such as `Distributor:`.
fn labelled(page: &Page<'_>) -> Option<(String, Place)> {
    page.entries.iter().take(80).find_map(|entry| {
        if entry.label.field() == Some(Field::Distributor) {
            let beside = page.right_of(entry.place).next()?;
            let said =
                !beside.text.is_empty() && !beside.label.is_known() && beside.place.column - entry.place.column <= 4;
            return said.then(|| (beside.text.to_owned(), beside.place));
        }
        let (head, tail) = entry.text.split_once([':', '：'])?;
        let is_label = super::labels::Label::read(head).field() == Some(Field::Distributor) && !tail.trim().is_empty();
        is_label.then(|| (tail.trim().to_owned(), entry.place))
    })
}

/// A file's name without its extension.
pub(crate) fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// `AngkorStar` as two words.
fn spaced(name: &str) -> String {
    let mut text = String::new();
    let mut small = false;
    for c in name.chars() {
        if small && c.is_uppercase() {
            text.push(' ');
        }
        small = c.is_lowercase();
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context() -> Context {
        let known = |name: &str, aliases: &[&str]| Known {
            name: name.to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            country: "ID".to_owned(),
            currency: "IDR".to_owned(),
            locale: "id-ID".to_owned(),
        };
        Context {
            register: vec![
                known("PT Maju Bersama", &["MB Jaya"]),
                known("บริษัท สยามทดสอบ จำกัด", &["Siam Test"]),
                known("Công ty TNHH Thương Mại Hòa Bình", &["Hòa Bình"]),
            ],
            today: "2026-11-02".to_owned(),
            file_name: "x.xlsx".to_owned(),
            mail: None,
            own: Vec::new(),
        }
    }

    fn check(text: &str, named: Named) {
        let context = context();
        assert_eq!(Register::of(&context).within(text), named, "{text}");
    }

    #[test]
    fn names_are_found_without_legal_forms_accents_or_case() {
        for (text, at) in [
            ("PT. MAJU BERSAMA", 0),
            ("Laporan MB Jaya - Oktober", 0),
            ("บริษัท สยามทดสอบ จำกัด (มหาชน)", 1),
            ("NPP Hoà Bình - BÁO CÁO THÁNG", 2),
            ("CONG TY TNHH THUONG MAI HOA BINH", 2),
        ] {
            check(text, Named::One(at));
        }
        check("Maju", Named::Nobody);
        let context = context();
        let register = Register::of(&context);
        assert_eq!(register.as_name("PT MB Jaya Sejahtera"), Named::Nobody);
        assert_eq!(register.as_name("MB Jaya (Surabaya)"), Named::One(0));
        check("Maju Bersama / Siam Test", Named::Several(vec![0, 1]));
    }

    #[test]
    fn a_sender_is_proposed_and_a_subject_is_taken() {
        let mail = |sender: &str, address: &str, subject: &str| {
            let [sender, address, subject] = [sender, address, subject].map(str::to_owned);
            Context { mail: Some(MailHint { sender, address, subject }), ..context() }
        };
        let sheet = crate::grid::Sheet::default();
        let settle = |context: &Context| Register::of(context).settle(&Page::of(&sheet), 0, &[], "report.xlsx");
        let by_subject = mail("Ana", "ana@example.com", "Laporan MB Jaya Oktober");
        assert_eq!(settle(&by_subject).map(|found| found.value), Ok(0));
        let by_name = mail("PT. Maju Bersama", "admin@example.com", "Laporan");
        assert_eq!(settle(&by_name).map(|found| found.value), Ok(0));
        let by_host = settle(&mail("Rina", "rina@maju-bersama.co.id", "Laporan")).map_err(|question| question.choices);
        assert_eq!(by_host.err(), Some(vec![Choice::Distributor("PT Maju Bersama".to_owned())]));
    }

    #[test]
    fn a_misspelt_name_is_proposed_not_taken() {
        let context = context();
        let question = Register::of(&context).ask("PT Maju Bersamma", None);
        assert_eq!(
            (question.why, question.choices),
            (Why::Resembles, vec![Choice::Distributor("PT Maju Bersama".to_owned())])
        );
    }
}
