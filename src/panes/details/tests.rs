#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::lines;
use crate::core::id::{CaseId, DeadlineId, PartnerId, RecordId, RequestId};
use crate::core::request::{Request, RequestState};
use crate::panes::Ctx;
use crate::panes::fixture::{Fixture, date, fixture};
use crate::panes::page::text;

fn page(ctx: &Ctx<'_>, id: RecordId) -> String {
    text(&lines(ctx, id).unwrap())
}

/// The fixture with a request of its first case.
fn asked() -> Fixture {
    let mut fixture = fixture();
    let request = Request {
        id: RequestId(1),
        case: CaseId(1),
        partner: PartnerId(1),
        deadline: Some(DeadlineId(1)),
        what: "Represent at the hearing".to_owned(),
        state: RequestState::Draft,
        consent: None,
        needed_by: Some(date("2026-11-30")),
        created: date("2026-11-20"),
    };
    fixture.world.put(request.into());
    fixture
}

#[test]
fn a_case_in_full() {
    let fixture = asked();
    insta::assert_snapshot!(page(&fixture.ctx(), RecordId::Case(CaseId(1))), @r"
    # R-014 José Núñez
    need | asylum
    status | open
    next action | Tue 24 Nov ask for the letter (Ana)
    opened | Mon 2 Mar
    representative | Dana Ruiz
    phone | (555) 010-0199
    before | EOIR Boston
    language | K'iche'
    interpreter | not asked yet
    deadlines | !  Mon 14 Dec Removal hearing
     | +  Mon 4 Jan? Brief
     | -  from 20 Dec EAD filing
    requests | Q1 R-014, Órgano Legal Aid: Represent at the hearing (draft)
    ");
}

#[test]
fn a_deadline_in_full() {
    let fixture = asked();
    insta::assert_snapshot!(page(&fixture.ctx(), RecordId::Deadline(DeadlineId(1))), @r"
    # D1 Removal hearing
    case | R-014 José Núñez
    group | ! act now
    why | Letter: ask by Fri 27 Nov, usually 10 working days
    due | Monday 14 December 2026, 22:30 PST (Tue 15 Dec 01:30 EST here); Otay Mesa
    how sure | confirmed Mon 2 Nov: EOIR line
    to be confirmed again by | Mon 9 Nov
    if missed | removal
    kind | appear
    source | court order
    steps | 1. Letter (letter): open
     | 2. Go along (attend): open
    requests | Q1 R-014, Órgano Legal Aid: Represent at the hearing (draft)
    ");
}

#[test]
fn a_partner_in_full() {
    let fixture = asked();
    insta::assert_snapshot!(page(&fixture.spanish(), RecordId::Partner(PartnerId(1))), @r"
    # P1 Órgano Legal Aid
    tipo | ayuda legal
    ciudad | Boston
    teléfonos | (555) 010-0123 ext. 4
     | 555-010-0124
    idiomas | Spanish, K’iche’
    servicios | asylum, removal defense
    notas | closed on Fridays
    solicitudes | Q1 R-014, Órgano Legal Aid: Represent at the hearing (borrador)
    ");
}

#[test]
fn a_request_without_consent_says_that_it_stays_a_draft() {
    let fixture = asked();
    let page = page(&fixture.ctx(), RecordId::Request(RequestId(1)));
    assert!(page.contains("consent | not recorded: stays a draft"), "{page}");
    assert!(page.contains("needed by | Mon 30 Nov"), "{page}");
}

#[test]
fn an_address_kept_apart_is_shown_on_its_own_page_with_a_warning_and_not_in_privacy_mode() {
    let fixture = fixture();
    let id = RecordId::Case(CaseId(2));
    let open = page(&fixture.ctx(), id);
    assert!(open.contains("12 Sample Street") && open.contains("kept apart"), "{open}");
    let hidden = page(&Ctx { blur: true, ..fixture.ctx() }, id);
    assert!(!hidden.contains("Sample") && !hidden.contains("Mina"), "{hidden}");
}

#[test]
fn every_page_is_whole_in_both_languages() {
    let fixture = asked();
    for ctx in [fixture.ctx(), fixture.spanish()] {
        let cases = (1..=5).map(|n| RecordId::Case(CaseId(n)));
        let deadlines = (1..=5).map(|n| RecordId::Deadline(DeadlineId(n)));
        let others = [RecordId::Partner(PartnerId(2)), RecordId::Request(RequestId(1))];
        for id in cases.chain(deadlines).chain(others) {
            let page = page(&ctx, id);
            assert!(!page.contains(['⟨', '{']), "{page}");
        }
        assert_eq!(lines(&ctx, RecordId::Clinic), None);
        assert_eq!(lines(&ctx, RecordId::Case(CaseId(99))), None);
    }
}
