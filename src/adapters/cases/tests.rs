#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::core::case::{Interpreter, Need, Representation};
use crate::core::import::Reason;
use chrono::NaiveDate;

fn read(text: &str) -> CaseDrafts {
    read_cases(&[Source { name: "cases.csv", bytes: text.as_bytes() }], &[], &mut |_, _| ()).unwrap()
}

fn reasons(text: &str) -> Vec<(u32, Reason)> {
    read(text).refused.into_iter().map(|refused| (refused.place.line, refused.reason)).collect()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

#[test]
fn a_row_becomes_a_case() {
    let read = read(
        "code,need,name,language,interpreter,representative,representative phone,referred by,screened,next action,owner,next on,arrived,opened,notes,Town\n\
         R-014,Green Card; asylum,Ana Ejemplo,K'iche',phone,Dana Ruiz,(617) 555-0123,Dr. Lee,yes,call court,Sam,2026-11-02,3/4/2026,3/14/2026,quiet voice,Lynn\n",
    );
    assert_eq!(read.refused, []);
    let case = read.drafts.first().unwrap();
    assert_eq!(case.needs, [Need::GreenCard, Need::Asylum]);
    assert_eq!(case.interpreter.as_ref().unwrap().value, Interpreter::Phone);
    let next = &case.next_action.as_ref().unwrap().value;
    assert_eq!((next.what.as_str(), next.owner.as_str(), next.on), ("call court", "Sam", day(11, 2)));
    assert_eq!((case.arrived.as_ref().unwrap().value, case.opened.as_ref().unwrap().value), (day(3, 4), day(3, 14)));
    let representation = &case.representation.as_ref().unwrap().value;
    assert!(matches!(representation, Representation::Named(named) if named.phone == "(617) 555-0123"));
    assert_eq!(case.notes, ["quiet voice", "Town: Lynn"]);
}

#[test]
fn what_cannot_be_a_case_is_refused_with_its_line() {
    let text = "código;necesidad;llegada\n;asylum;\nR-1;refugee;\nR-2;asylum;3/4/2026\nR-3;asylum;soon\nR-4;;\n";
    let expected = [
        (2, Reason::NoCode),
        (3, Reason::UnknownNeed { found: "refugee".into() }),
        (4, Reason::AmbiguousDate { column: "llegada".into(), found: "3/4/2026".into() }),
        (5, Reason::BadDate { column: "llegada".into(), found: "soon".into() }),
    ];
    assert_eq!(reasons(text), expected);
    assert_eq!(read(text).drafts.len(), 1);
}

#[test]
fn what_is_half_said_goes_to_the_notes() {
    let read = read(
        "code,need,interpreter,attorney,attorney phone,next action,owner\nR-1,asylum,maybe,,555-0100,call court,Sam\n\
         R-2,asylum,sí,none,555-0101,,\n",
    );
    let [first, second] = read.drafts.as_slice() else { unreachable!("two rows") };
    assert_eq!((&first.interpreter, &first.representation, &first.next_action), (&None, &None, &None));
    assert_eq!(
        first.notes,
        ["interpreter: maybe", "attorney phone: 555-0100", "next action: call court", "owner: Sam"]
    );
    assert_eq!(second.interpreter.as_ref().unwrap().value, Interpreter::Any);
    assert_eq!(second.representation.as_ref().unwrap().value, Representation::Nobody);
    assert_eq!(second.notes, ["attorney phone: 555-0101"]);
}

#[test]
fn a_table_without_codes_is_refused_as_a_whole() {
    let source = Source { name: "x.csv", bytes: b"need,name\nasylum,Ana\n" };
    let error = read_cases(&[source], &[], &mut |_, _| ()).unwrap_err();
    assert!(matches!(error, ImportError::NoKeyColumn { fields, .. } if fields == ["code"]));
    let told = [("code".to_owned(), "name".to_owned())];
    assert_eq!(read_cases(&[source], &told, &mut |_, _| ()).unwrap().drafts.first().unwrap().code, "Ana");
}
