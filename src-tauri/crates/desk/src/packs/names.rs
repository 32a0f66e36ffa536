//! What the files of packs are called.

use std::collections::BTreeSet;

use playbook::period::Quarter;
use store::{Distributor, DistributorId};
use words::Value;

use crate::files::file_name_of;
use crate::{format, words};

/// The file name of a distributor's pack, and of a closed quarter's revision: safe on every system, and no other
/// distributor's.
pub(super) fn file_name(
    register: &[Distributor],
    id: DistributorId,
    quarter: Quarter,
    revision: Option<u32>,
) -> String {
    let name = name_of(register, id, quarter);
    match revision {
        Some(revision) => {
            let values = [("name", name.into()), ("revision", Value::from(revision))];
            format!("{}.pdf", words().say("pack-file-revision", &values))
        }
        None => format!("{name}.pdf"),
    }
}

fn name_of(register: &[Distributor], id: DistributorId, quarter: Quarter) -> String {
    let mut taken = BTreeSet::new();
    let mut oldest: Vec<&Distributor> = register.iter().collect();
    oldest.sort_by_key(|held| held.id);
    for held in oldest {
        let plain = name(&held.card.name, quarter, 1);
        let free = (2..).map(|number| name(&held.card.name, quarter, number));
        let name = std::iter::once(plain).chain(free).find(|name| !taken.contains(&folded(name))).unwrap_or_default();
        if held.id == id {
            return name;
        }
        taken.insert(folded(&name));
    }
    format::quarter(words(), quarter)
}

/// Windows and macOS take names that differ in case for the same.
fn folded(name: &str) -> String {
    name.to_lowercase()
}

/// `PT Cahaya Nusantara Distribusi, Q3 2026`.
fn name(distributor: &str, quarter: Quarter, number: u32) -> String {
    let mut safe = file_name_of(distributor);
    if is_device(&safe) {
        safe = format!("_{safe}");
    }
    let quarter = format::quarter(words(), quarter);
    let values = [("name", Value::from(safe)), ("quarter", quarter.into()), ("number", i64::from(number).into())];
    words().say(if number == 1 { "pack-file" } else { "pack-file-numbered" }, &values)
}

/// Names that Windows keeps for devices, whatever follows their first full stop.
fn is_device(name: &str) -> bool {
    let stem = name.split(['.', ',']).next().unwrap_or_default().trim().to_uppercase();
    let numbered = |port: &str| stem.strip_prefix(port).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::to_card;
    use crate::sample;

    #[track_caller]
    fn check(names: &[&str], files: &[&str]) {
        let mut card = to_card(&sample::cards()[0], None).expect("a card");
        let folder = tempfile::tempdir().expect("a folder");
        let who = crate::desk::Who { person: "A".into(), device: "b".into() };
        let now = crate::Now::at(chrono::DateTime::UNIX_EPOCH.into());
        let mut desk = crate::Desk::open(folder.path(), who, folder.path(), now).expect("a desk");
        let mut ids = Vec::new();
        for name in names {
            card.name = (*name).to_owned();
            card.aliases = Vec::new();
            let what = store::What::new("entry-distributor-new").with("name", name);
            let added = desk.record(store::ActKind::Register, what, now, |writing| Ok(writing.add_distributor(&card)?));
            ids.push(added.expect("a distributor").value);
        }
        let register = desk.store.distributors().expect("a register");
        let quarter = "2026-Q3".parse().expect("a quarter");
        let found: Vec<_> = ids.iter().map(|id| file_name(&register, *id, quarter, None)).collect();
        assert_eq!(found, files);
    }

    #[test]
    fn a_pack_is_named_after_its_distributor_and_quarter() {
        check(&["PT Cahaya Nusantara Distribusi"], &["PT Cahaya Nusantara Distribusi, Q3 2026.pdf"]);
        check(&["Straits Pacific Pte Ltd 海峡太平洋"], &["Straits Pacific Pte Ltd 海峡太平洋, Q3 2026.pdf"]);
    }

    #[test]
    fn names_that_a_system_refuses_are_mended_and_never_shared() {
        check(
            &["A/B: Trading", "a b trading", "NUL", "com1.net"],
            &[
                "A B Trading, Q3 2026.pdf",
                "a b trading, Q3 2026 (2).pdf",
                "_NUL, Q3 2026.pdf",
                "_com1.net, Q3 2026.pdf",
            ],
        );
    }
}
