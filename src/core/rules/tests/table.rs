//! The rows of the table, their status, and what follows from an event.

use super::*;
use crate::core::deadline::Consequence;
use chrono::Datelike;
use std::collections::BTreeSet;

#[test]
fn every_row_is_whole() {
    let ids: BTreeSet<&str> = all().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids.len(), all().len(), "an identity stands twice");
    assert_eq!(all().len(), 61);
    for rule in all() {
        assert!(!rule.id.is_empty() && !rule.citation.is_empty(), "{}", rule.id);
        assert_eq!(rule.verified, day("2026-11-22"), "{}", rule.id);
        for date in [rule.in_force_from, rule.in_force_to, rule.counts_from].into_iter().flatten() {
            assert!(date.year() > 1990, "{}", rule.id);
        }
        assert!(rule.opens.is_some() || !matches!(rule.last, Last::Open), "{} says nothing", rule.id);
    }
    let one_year = find("asylum-one-year").unwrap();
    assert_eq!(one_year.consequence(false), Consequence::Right);
    assert_eq!(one_year.consequence(true), Consequence::Removal);
    assert_eq!(find("ar11-10").unwrap().consequence(true), Consequence::Administrative);
}

#[test]
fn reviews_and_memory_compute_nothing() {
    let mut listed = 0;
    for rule in all().iter().filter(|rule| rule.grade == Grade::Memory) {
        let said = compute(rule, day("2026-11-02"), MAILED).unwrap();
        assert_eq!((said.raw, said.due, said.opens, said.latest), (None, None, None, None), "{}", rule.id);
        let expected = if rule.last == Last::Review { Warning::Review } else { Warning::Unverified };
        assert_eq!(said.warnings, [expected], "{}", rule.id);
        let status = if rule.last == Last::Review { Status::Review } else { Status::Ask };
        assert_eq!(rule.status(day("2026-11-22")), status, "{}", rule.id);
        listed += 1;
    }
    assert_eq!(listed, 17);
}

#[test]
fn the_status_follows_the_dates_of_the_rule() {
    let fee = find("aaf-uscis-30").unwrap();
    assert_eq!(fee.status(day("2026-05-28")), Status::NotYet);
    assert_eq!(fee.status(day("2026-05-29")), Status::InForce);
    let over = Rule { in_force_to: Some(day("2026-06-30")), ..fee.clone() };
    assert_eq!((over.status(day("2026-06-30")), over.status(day("2026-07-01"))), (Status::InForce, Status::Over));
    assert_eq!(find("bia-appeal-10-ifr2026").unwrap().status(day("2026-11-22")), Status::Off);
    assert_eq!(find("rfe-84-mail3").unwrap().status(day("2026-11-22")), Status::Printed);
}

#[test]
fn each_event_brings_its_rules() {
    let book = RuleBook::default();
    let ids = |happened| following(&book, happened).map(|rule| rule.id.as_str()).collect::<Vec<_>>();
    assert!(ids(Happened::DecisionStated).contains(&"bia-appeal-30"));
    assert!(!ids(Happened::DecisionStated).contains(&"bia-appeal-10-ifr2026"), "it is switched off");
    assert!(ids(Happened::OrderEntered).contains(&"in-absentia-rescind-180"));
    assert!(ids(Happened::OrderEntered).contains(&"petition-for-review-30"));
    assert_eq!(ids(Happened::AddressChanged), ["eoir33-5", "ar11-10", "review-safe-address"]);
    assert!(ids(Happened::CardExpiry).contains(&"ead-renew-180"));
    assert!(ids(Happened::Arrival).contains(&"asylum-one-year"));
    assert!(ids(Happened::NoticeMailed).contains(&"rfe-84-mail3"));
    assert!(ids(Happened::NoticeReceived).contains(&"n336-30"));
    assert_eq!(ids(Happened::Detained), ["review-detention"]);
    for (happened, code) in Happened::ALL {
        let settles = [Happened::MailReturned, Happened::ProceedingsEnded, Happened::NoCard].contains(&happened);
        assert_eq!(ids(happened).is_empty(), settles, "{code}");
    }
}

#[test]
fn what_a_clinic_writes_takes_the_place_of_a_row_or_stands_after_them() {
    let own = |id: &str| Rule { citation: "the clinic's".to_owned(), ..blank(id) };
    let book = RuleBook::with(ClinicRules { rules: vec![own("ar11-10"), own("own-7")], closures: Vec::new() });
    let same = book.all().iter().zip(all()).filter(|(used, row)| used == row).count();
    assert_eq!((book.all().len(), same), (all().len() + 1, all().len() - 1));
    assert_eq!(book.all().last().map(|rule| rule.id.as_str()), Some("own-7"));
    assert_eq!(book.find("ar11-10"), Some(&own("ar11-10")));
    assert_eq!((book.find("own-7"), book.find("own-8")), (Some(&own("own-7")), None));
}

#[test]
fn only_what_goes_in_on_paper_needs_a_courier() {
    let (appeal, address) = (find("bia-appeal-30").unwrap(), find("ar11-10").unwrap());
    assert_eq!([appeal.on_paper(false), appeal.on_paper(true)], [true, false]);
    assert_eq!([address.on_paper(false), address.on_paper(true)], [false, false]);
}

#[test]
fn the_days_of_few_events_lie_ahead() {
    let ahead: Vec<_> = Happened::ALL.iter().filter(|(what, _)| what.may_lie_ahead()).map(|(_, code)| *code).collect();
    assert_eq!(ahead, ["card-expiry", "hearing-set", "child-fourteen", "no-card"]);
}

#[test]
fn what_only_has_to_be_looked_at_counts_nothing_and_keeps_its_consequence() {
    let looked_at = || all().iter().filter(|rule| rule.last == Last::Review);
    assert!(looked_at().all(|rule| rule.roll == Roll::Stays));
    let of = |consequence| looked_at().filter(|rule| rule.consequence == consequence).count();
    let each = [Consequence::Removal, Consequence::Right, Consequence::Benefit, Consequence::Administrative].map(of);
    assert_eq!(each, [5, 1, 2, 0]);
}

#[test]
fn each_paper_goes_to_the_office_of_its_row() {
    use crate::core::office::Office;
    let to = |id: &str| find(id).map(|rule| rule.received_by);
    assert_eq!(to("petition-for-review-30"), Some(Office::Appeals));
    assert_eq!(to("bia-appeal-30"), Some(Office::Board));
    assert_eq!(to("in-absentia-rescind-180"), Some(Office::Court));
    assert_eq!(to("ar11-10"), Some(Office::Uscis));
}

/// The whole table, a row a line, as it was read against the sources. A row that changes changes here too: read both. The
/// table as it is now is then in `target/rows.txt`.
#[test]
fn every_row_is_as_it_was_read() {
    let line = |rule: &Rule| {
        let Rule { id, kind, consequence, received_by, medium, roll, last, grade, enabled, .. } = rule;
        format!(
            "{id}: {last:?}, {roll:?}, {kind:?}, {consequence:?}, {received_by:?}, {medium:?}, {grade:?}, {enabled}\n"
        )
    };
    let now: String = all().iter().map(line).collect();
    if now != include_str!("rows.txt") {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/target/rows.txt"), &now).unwrap();
    }
    assert!(now == include_str!("rows.txt"), "a row has changed; the table now is in target/rows.txt");
}
