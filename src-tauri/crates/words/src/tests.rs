use super::*;
use playbook::kpi::{ReviewKind, defaults};
use playbook::measure::{BlockerCategory, MEASURES, RemarkKind, ReportKind};

fn shared_between_threads<T: Send + Sync>(_: &T) {}

fn keys(source: &str) -> Vec<&str> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim())
        .collect()
}

#[test]
fn every_message_parses_and_none_stands_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for source in ENGLISH {
        assert_eq!(parse(source).1, 0, "messages that cannot be parsed: {source}");
    }
    for key in ENGLISH.iter().flat_map(|source| keys(source)) {
        assert!(seen.insert(key), "{key} stands twice");
        assert!(Words::english().knows(key), "{key} has no text");
    }
    assert!(!seen.is_empty());
}

#[test]
fn every_measure_and_remark_has_a_title() {
    let words = Words::english();
    shared_between_threads(&words);
    for measure in &MEASURES {
        assert!(words.knows(&format!("measure-{}", measure.key)), "measure-{}", measure.key);
    }
    for kind in RemarkKind::ALL {
        assert!(words.knows(&format!("remark-{}", kind.key())), "remark-{}", kind.key());
    }
    for category in BlockerCategory::ALL {
        assert!(words.knows(&format!("blocker-{}", category.key())), "blocker-{}", category.key());
    }
    for kind in [ReportKind::Weekly, ReportKind::Monthly] {
        assert!(words.knows(&format!("report-{}", kind.key())), "report-{}", kind.key());
    }
}

#[test]
fn every_kpi_its_group_and_what_stands_beside_it_has_a_title() {
    let words = Words::english();
    for kpi in defaults() {
        let beside = kpi.beside.iter().map(|beside| format!("part-{}", beside.key));
        let own = [format!("kpi-{}", kpi.key), format!("group-{}", kpi.group.key())];
        for key in own.into_iter().chain(beside) {
            assert!(words.knows(&key), "{key}");
        }
    }
    for review in [ReviewKind::Monthly, ReviewKind::Quarterly] {
        assert!(words.knows(&format!("review-{}", review.key())), "review-{}", review.key());
    }
}

#[test]
fn a_count_chooses_its_plural_and_values_stand_as_given() {
    let words = Words::english();
    let say = |days: i64| words.say("late-days", &[("days", Value::Whole(days))]);
    assert_eq!((say(1), say(3)), ("Late, 1 day".to_owned(), "Late, 3 days".to_owned()));
    let page = words.say("pack-page-of", &[("page", Value::from(1_u32)), ("pages", Value::from(1400_u32))]);
    assert_eq!(page, "Page 1 of 1400");
}
