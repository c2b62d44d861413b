#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use super::*;
use crate::adapters::decode::decode;
use crate::core::import::{PartnerDraft, Place};
use proptest::prelude::*;
use serde_json::Value;

fn drafts(text: &str) -> Vec<Result<PartnerDraft, Reason>> {
    let place = |line| Place { file: 0, line };
    cards(text)
        .into_iter()
        .map(|read| read.map_err(|(_, reason)| reason).and_then(|card| draft(&card, place(card.line))))
        .collect()
}

fn only(body: &str) -> PartnerDraft {
    let mut drafts = drafts(&format!("BEGIN:VCARD\r\n{body}\r\nEND:VCARD\r\n"));
    assert_eq!(drafts.len(), 1);
    drafts.remove(0).unwrap()
}

#[test]
fn the_person_names_the_partner_and_the_organisation_is_kept() {
    let draft = only(
        "VERSION:3.0\nN:Ruiz;Dana;;;\nFN:Dana Ruiz\nORG:Legal Aid;Immigration\nTITLE:Attorney\n\
         item1.TEL:(617) 555-0123\nitem1.X-ABLabel:Direct line\nTEL;TYPE=WORK,FAX:617-555-0124\n\
         EMAIL;TYPE=INTERNET:dana@legal.example\nADR;TYPE=WORK:;Suite 4;1 Main St\\, Rear;Boston;MA;02118;USA\n\
         URL:https\\://legal.example\nLANG:es\nNOTE:Mondays\\nnot Fridays",
    );
    assert_eq!(draft.name, "Dana Ruiz");
    assert_eq!(draft.phones, ["(617) 555-0123", "617-555-0124"]);
    assert_eq!(draft.emails, ["dana@legal.example"]);
    assert_eq!(draft.sites, ["https://legal.example"]);
    assert_eq!(draft.languages, ["es"]);
    assert_eq!(draft.addresses, ["Suite 4, 1 Main St, Rear, Boston, MA 02118, USA"]);
    assert_eq!(draft.city.unwrap().value, "Boston");
    let notes = [
        "TITLE: Attorney",
        "TEL Direct line: (617) 555-0123",
        "item1.X-ABLABEL: Direct line",
        "TEL WORK,FAX: 617-555-0124",
        "ADR WORK: Suite 4, 1 Main St, Rear, Boston, MA 02118, USA",
        "Mondays\nnot Fridays",
        "ORG: Legal Aid; Immigration",
    ];
    assert_eq!(draft.notes, notes);
}

#[test]
fn old_cards_with_quoted_printable_are_read() {
    let draft = only(
        "VERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Jos=C3=A9\n\
         NOTE;ENCODING=QUOTED-PRINTABLE:=45l =93lunes=94 =\nno=0D=0Ael martes\nTEL;HOME:555-0100",
    );
    assert_eq!(draft.name, "José Núñez");
    assert_eq!(draft.notes, ["El “lunes” no\nel martes", "TEL HOME: 555-0100"]);
}

#[test]
fn a_card_is_named_by_what_it_has() {
    for (body, name) in [
        ("N:Ruiz;Dana;M.;Dr.;", "Dr. Dana M. Ruiz"),
        ("ORG:Legal Aid;Immigration", "Legal Aid, Immigration"),
        ("NICKNAME:,Ayuda", "Ayuda"),
        ("TEL:555-0100\nEMAIL:a@x.example", "a@x.example"),
        ("ADR:;;1 Main St;Mesa", "1 Main St, Mesa"),
    ] {
        assert_eq!(only(body).name, name);
    }
    assert_eq!(drafts("BEGIN:VCARD\nBDAY:1970-07-14\nEND:VCARD"), [Err(Reason::NoName)]);
}

#[test]
fn pictures_are_left_out_in_sight() {
    let draft =
        only("FN:A\nPHOTO;ENCODING=BASE64;JPEG:\n /9j/4AAQSkZJ\n RgABAQAA\n\nLOGO;VALUE=uri:https://x.example/a.png");
    assert_eq!(draft.notes, ["PHOTO JPEG: […] 15 B", "LOGO: https://x.example/a.png"]);
}

#[test]
fn what_is_no_card_is_refused_with_its_line() {
    let text = "hello\nthere\nBEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\n";
    let read = cards(text);
    assert_eq!(read.len(), 4);
    let refused: Vec<_> = read.into_iter().filter_map(Result::err).collect();
    assert_eq!(refused, [(1, Reason::OutsideCard), (3, Reason::UnclosedCard), (8, Reason::UnclosedCard)]);
}

#[test]
fn the_card_of_an_agent_is_kept_in_the_notes() {
    let draft = only("FN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nTEL:555-0100\nEND:VCARD\nEMAIL:a@x.example\nnot a property");
    assert_eq!((draft.name.as_str(), draft.phones.len(), draft.emails.len()), ("A", 0, 1));
    assert!(draft.notes.contains(&"AGENT: TEL:555-0100".to_owned()));
    assert!(draft.notes.contains(&"not a property".to_owned()));
}

/// The values under `key` of one card as a parser read them: lists in lists are taken apart, as are values of white space.
fn expected(card: &Value, key: &str) -> Vec<String> {
    fn flatten(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::String(text) => into.extend((!text.trim().is_empty()).then(|| text.trim().to_owned())),
            Value::Array(values) => values.iter().for_each(|value| flatten(value, into)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {}
        }
    }
    let mut found = Vec::new();
    card.get(key).into_iter().for_each(|value| flatten(value, &mut found));
    found
}

#[test]
fn cards_two_parsers_agree_on_are_read_with_those_values() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/vcard");
    let Ok(json) = std::fs::read_to_string(format!("{folder}/expected.json")) else {
        eprintln!("skipped: {folder} is not here");
        return;
    };
    let all: serde_json::Map<String, Value> = serde_json::from_str(&json).unwrap();
    let mut compared = 0;
    for (file, parsers) in &all {
        let text = decode(&std::fs::read(format!("{folder}/{file}")).unwrap()).text;
        let read = drafts(&text);
        let (Some(one), Some(other)) = (parsers["vobject"].as_array(), parsers["icaljs"].as_array()) else { continue };
        assert_eq!(read.len(), one.len(), "{file}");
        for ((one, other), draft) in one.iter().zip(other).zip(&read) {
            for key in ["fn", "org", "tel", "email"] {
                let values = expected(one, key);
                if values.is_empty() || values != expected(other, key) {
                    continue;
                }
                let draft = draft.as_ref().unwrap_or_else(|reason| panic!("{file}: {reason:?}"));
                compared += 1;
                match key {
                    "fn" => assert_eq!(values, [draft.name.as_str()], "{file}"),
                    "tel" => assert_eq!(draft.phones, values, "{file}"),
                    "email" => assert_eq!(draft.emails, values, "{file}"),
                    _ => {
                        let said = format!("{}\n{}", draft.name, draft.notes.join("\n"));
                        assert!(values.iter().all(|value| said.contains(value)), "{file}: {values:?} in {said}");
                    }
                }
            }
            // Only one of the two reads addresses.
            let Ok(draft) = draft else { continue };
            let parts =
                expected(one, "adr").into_iter().flat_map(|part| part.lines().map(str::to_owned).collect::<Vec<_>>());
            let addresses = draft.addresses.join("\n");
            assert!(
                parts.clone().all(|part| addresses.contains(&part)),
                "{file}: {:?} in {addresses}",
                parts.collect::<Vec<_>>()
            );
        }
    }
    assert!(compared > 50, "{compared}");
}

proptest! {
    #[test]
    fn no_text_makes_it_stop(text in "(BEGIN:VCARD\n|END:VCARD\n|FN:|ADR;|=|\"|\\\\|[:;,.^ \n]|QUOTED-PRINTABLE|=C3|ñ|AGENT:){0,30}") {
        drafts(&text);
    }
}
