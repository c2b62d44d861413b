#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::*;
use crate::core::rules::{How, RuleBook, RuleError, Warning};
use chrono::NaiveDate;

const IN_HAND: How = How { mailed: false, online: false };

const VOUCHED: &str =
    "source = \"memo of 3 November 2026\"\nreviewer = \"Dana Ruiz, attorney\"\nreviewed = 2026-11-20\n";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// When these files are read.
fn today() -> NaiveDate {
    day("2026-11-22")
}

/// The book of a file that ends with who answers for its last entry.
fn book(entries: &str) -> RuleBook {
    RuleBook::with(read(&format!("schema = 1\n{entries}{VOUCHED}"), today()).unwrap())
}

/// Where a file is wrong, and how.
fn wrong(text: &str) -> Vec<(usize, usize, &'static str)> {
    read(text, today()).unwrap_err().iter().map(|problem| (problem.line, problem.column, problem.flaw.key())).collect()
}

#[test]
fn the_example_of_the_documentation_reads() {
    let source = include_str!("../rulebook.rs");
    let example: Vec<&str> = source
        .lines()
        .skip_while(|line| !line.ends_with("```toml"))
        .skip(1)
        .take_while(|line| !line.ends_with("```"))
        .map(|line| line.trim_start_matches("//!").trim())
        .collect();
    let clinic = read(&example.join("\n"), today()).unwrap();
    assert_eq!((clinic.rules.len(), clinic.closures.len()), (1, 1));
}

#[test]
fn a_rule_of_its_own_counts_and_is_marked() {
    let book = book(
        "[[rule]]\nid = \"clinic-letter-15\"\nname = { en = \"Letter\", es = \"Carta\" }\ntrigger = \"notice\"\n\
         count = 15\nunit = \"days\"\nconsequence = \"right\"\nroll = \"fwd\"\nreceived_by = \"uscis\"\n",
    );
    let rule = book.find("clinic-letter-15").unwrap();
    assert_eq!(rule.clinic.as_ref().unwrap().touch, Touch::Added);
    assert_eq!(rule.citation, "memo of 3 November 2026");
    // 13 November + 15 = Saturday 28 November, so Monday.
    let said = book.count(rule, day("2026-11-13"), IN_HAND, None).unwrap();
    assert_eq!((said.raw, said.due), (Some(day("2026-11-28")), Some(day("2026-11-30"))));
    assert_eq!(book.all().len(), rules::all().len() + 1);
}

#[test]
fn a_rule_that_opens_has_no_last_day() {
    let book = book(
        "[[rule]]\nid = \"clinic-open\"\nname = { en = \"Window\", es = \"Ventana\" }\ntrigger = \"expiry\"\n\
         counts = \"opening\"\ncount = -3\nunit = \"months\"\nconsequence = \"benefit\"\n",
    );
    let said = book.count(book.find("clinic-open").unwrap(), day("2027-05-31"), IN_HAND, None).unwrap();
    assert_eq!((said.opens, said.due), (Some(day("2027-02-28")), None));
}

#[test]
fn a_row_of_the_table_is_changed_switched_off_and_on() {
    let changed = book("[[change]]\nid = \"bia-appeal-10-ifr2026\"\nenabled = true\n");
    let rule = changed.find("bia-appeal-10-ifr2026").unwrap();
    let said = changed.count(rule, day("2026-11-02"), IN_HAND, None).unwrap();
    assert_eq!(said.due, Some(day("2026-11-12")));
    assert_eq!(rule.clinic.as_ref().unwrap().touch, Touch::Changed);
    assert_eq!(changed.all().len(), rules::all().len());

    // Somebody read the clause: the count from memory is settled.
    let read = book("[[change]]\nid = \"vd-bond-5bd\"\ncount = 5\nunit = \"workdays\"\n");
    let said = read.count(read.find("vd-bond-5bd").unwrap(), day("2026-11-20"), IN_HAND, None).unwrap();
    assert_eq!((said.due, said.warnings), (Some(day("2026-11-30")), vec![]));

    let settled = book("[[change]]\nid = \"eoir33-5\"\ncount = 5\nunit = \"days\"\n");
    let said = settled.count(settled.find("eoir33-5").unwrap(), day("2026-11-20"), IN_HAND, None).unwrap();
    assert_eq!((said.due, said.cautious), (Some(day("2026-11-25")), None));

    let off = book("[[disable]]\nid = \"ar11-10\"\nreason = \"done by the legal aid office\"\n");
    let rule = off.find("ar11-10").unwrap();
    assert_eq!(
        off.count(rule, day("2026-11-02"), IN_HAND, None),
        Err(RuleError::Disabled { id: "ar11-10".to_owned() })
    );
    assert_eq!(rule.clinic.as_ref().unwrap().reason, "done by the legal aid office");
}

#[test]
fn a_change_says_only_what_differs() {
    let changed = |id: &str, fields: &str| {
        book(&format!("[[change]]\nid = \"{id}\"\n{fields}\n")).find(id).map(|rule| (rule.last, rule.opens)).unwrap()
    };
    assert_eq!(changed("bia-appeal-30", "count = 20"), (Last::Counted(Period::Days(20)), None));
    assert_eq!(changed("bia-appeal-30", "unit = \"workdays\""), (Last::Counted(Period::BusinessDays(30)), None));
    let most = Last::AtMost(Period::Days(30));
    assert_eq!(changed("bia-appeal-30", "counts = \"maximum\"").0, most);
    // The latest that can be stays the latest that can be; what opens opens; what is advised is no legal last day.
    assert_eq!(changed("rfe-84-mail3", "count = 30").0, most);
    assert_eq!(changed("i90-6mo", "count = -5"), (Last::Open, Some(Period::Months(-5, 0))));
    let advised = Last::Advised { act: Period::Days(-130), other: None };
    assert_eq!(changed("daca-renew-150-120", "count = -130").0, advised);
}

#[test]
fn closures_warn_or_are_run_over() {
    let appeal = |entry: &str| {
        let book =
            RuleBook::with(read(&format!("schema = 1\n[[closure]]\ndate = 2026-12-14\n{entry}"), today()).unwrap());
        // 13 November + 30 = Sunday 13 December, so Monday 14.
        book.count(book.find("bia-appeal-30").unwrap(), day("2026-11-13"), IN_HAND, None).unwrap()
    };
    let certain = appeal("everywhere = true\nclass = \"closed\"\nsource = \"E.O.\"\nreviewer = \"Dana Ruiz\"\n");
    assert_eq!(certain.due, Some(day("2026-12-15")));
    assert_eq!(certain.warnings, [Warning::RanOverClosure { on: day("2026-12-14"), source: "E.O.".to_owned() }]);
    let uncertain = appeal("office = \"board\"\nclass = \"uncertain\"\nsource = \"door\"\n");
    assert_eq!(uncertain.due, Some(day("2026-12-14")));
    let [Warning::MaybeClosed { on, other, .. }] = &uncertain.warnings[..] else { unreachable!("{uncertain:?}") };
    assert_eq!((*on, *other), (day("2026-12-14"), day("2026-12-15")));
    // The Board is no court of that name.
    assert_eq!(appeal("court = \"Boston\"\nclass = \"uncertain\"\nsource = \"door\"\n").warnings, []);
}

#[test]
fn every_mistake_has_its_line_and_column() {
    assert_eq!(wrong(""), [(1, 1, "rulebook-no-schema")]);
    assert_eq!(wrong("schema = 2\n"), [(1, 10, "rulebook-newer")]);
    assert_eq!(wrong("schema = 1\nschema\n")[0], (2, 7, "rulebook-syntax"));
    assert_eq!(wrong("schema = 1\n\n[[rules]]\nid = \"x\"\n"), [(3, 3, "rulebook-unknown-table")]);
    assert_eq!(wrong("schema = 1\nrule = 3\n"), [(2, 8, "rulebook-wrong-type")]);
    let missing = wrong("schema = 1\n[[disable]]\nid = \"ar11-10\"\n");
    assert_eq!(missing.len(), 4, "source, reviewer, reviewed and reason: {missing:?}");
    assert!(missing.iter().all(|(line, _, key)| *line == 2 && *key == "rulebook-missing"), "{missing:?}");
    let change = |field: &str| wrong(&format!("schema = 1\n[[change]]\nid = \"ar11-10\"\n{VOUCHED}{field}\n"));
    assert_eq!(change("days = 3"), [(7, 1, "rulebook-unknown-field")]);
    assert_eq!(change("roll = \"sideways\""), [(7, 8, "rulebook-unknown-value")]);
    assert_eq!(change("count = \"5\"\nunit = \"days\""), [(7, 9, "rulebook-wrong-type")]);
    assert_eq!(change("count = 5\nunit = \"weeks\""), [(8, 8, "rulebook-unknown-value")]);
    assert_eq!(change("count = 0"), [(7, 9, "rulebook-zero")]);
    let asked = |id: &str| wrong(&format!("schema = 1\n[[change]]\nid = \"{id}\"\n{VOUCHED}count = 5\n"));
    // Nothing to take the unit from: it only asks; two readings with two units; years less days.
    for id in ["appeal-stay-30", "eoir33-5", "n400-early-90"] {
        assert_eq!(asked(id), [(2, 1, "rulebook-no-count")], "{id}");
    }
    let ahead = VOUCHED.replace("2026-11-20", "2030-11-20");
    let ahead = format!("schema = 1\n[[change]]\nid = \"ar11-10\"\n{ahead}");
    assert_eq!(wrong(&ahead), [(6, 12, "rulebook-ahead")]);
    assert!(read(&ahead, day("2030-11-20")).is_ok());
    assert_eq!(change("in_force_from = \"2026-01-01\""), [(7, 17, "rulebook-wrong-type")]);
    assert_eq!(change("name = { en = \"x\" }"), [(7, 8, "rulebook-wrong-type")]);
    assert_eq!(wrong(&format!("schema = 1\n[[change]]\nid = \"ar12\"\n{VOUCHED}")), [(3, 6, "rulebook-no-rule")]);
    let entry = format!("[[change]]\nid = \"ar11-10\"\n{VOUCHED}");
    assert_eq!(wrong(&format!("schema = 1\n{entry}{entry}")), [(8, 6, "rulebook-twice")]);
    let taken = "[[rule]]\nid = \"ar11-10\"\nname = { en = \"x\", es = \"x\" }\ntrigger = \"move\"\nconsequence = \"right\"\n\
                 counts = \"printed\"\n";
    assert_eq!(wrong(&format!("schema = 1\n{taken}{VOUCHED}")), [(3, 6, "rulebook-rule-exists")]);
    let spelt = taken.replace("ar11-10", "Letter 15");
    assert_eq!(wrong(&format!("schema = 1\n{spelt}{VOUCHED}")), [(3, 6, "rulebook-id")]);
    let closed = "schema = 1\n[[closure]]\ndate = 2026-12-24\nclass = \"closed\"\nsource = \"x\"\neverywhere = true\n";
    assert_eq!(wrong(closed), [(2, 1, "rulebook-missing")]);
    let nowhere = "schema = 1\n[[closure]]\ndate = 2026-12-24\nclass = \"uncertain\"\nsource = \" \"\n";
    assert_eq!(wrong(nowhere), [(2, 1, "rulebook-missing"), (5, 10, "rulebook-wrong-type")]);
}
