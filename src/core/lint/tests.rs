use super::*;
use proptest::prelude::*;

fn kinds(text: &str) -> Vec<Sensitive> {
    find(text).into_iter().map(|found| found.what).collect()
}

#[test]
fn a_numbers_in_their_usual_spellings() {
    for text in [
        "A012345678",
        "A12345678",
        "a012345678",
        "A-012345678",
        "A 012 345 678",
        "A012-345-678",
        "A 12 345 678",
        "A#012345678",
        "A# 012-345-678",
        "(A-012-345-678)",
        "her number is A 012345678.",
        "A-Number: 012-345-678",
        "a number is 012345678",
        "Alien number 012 345 678",
        "alien registration no. A 12345678",
        "USCIS# 012-345-678",
        "número A: 012345678",
        "número de extranjero 012 345 678",
        "A\u{2011}012\u{2011}345\u{2011}678",
        "A\u{a0}012345678",
        "file A012345678, hearing on 3 Nov",
    ] {
        assert_eq!(kinds(text), [Sensitive::ANumber], "{text}");
    }
}

#[test]
fn social_security_numbers() {
    for text in [
        "123-45-6789",
        "SSN 123456789",
        "SSN: 123 45 6789",
        "social security number is 123-45-6789",
        "Seguro social: 123456789",
        "ITIN 912-78-1234",
        "(123\u{2013}45\u{2013}6789)",
    ] {
        assert_eq!(kinds(text), [Sensitive::SocialSecurity], "{text}");
    }
}

#[test]
fn what_only_looks_alike() {
    for text in [
        "call 555-0142",
        "(602) 555-0142 or 602-555-0142, ext 12",
        "+52 664 555 0142",
        "llamar a 2222-3333",
        "Llamar a 55501428 o a 555 014 288",
        "A 2222-3333 después de las 9",
        "A 20261103 fue la audiencia",
        "2026-11-03, 03/11/2026, 11-03-2026",
        "EAC2190012345, IOE0912345678, MSC 21 900 12345, WAC-21-900-12345",
        "receipt LIN2190012345A",
        "bia-appeal-30, asylum-1-year",
        "form I-589, I-94 12345678901",
        "D7, P12, R-014, T3, C-014",
        "room A 12, suite A-1234567",
        "A0123456789 has ten digits",
        "A1234567 has seven",
        "000-12-3456, 123-00-4567, 123-45-0000, 666-12-3456",
        "1-123-45-6789, 123-45-67890, 0123-45-6789",
        "case no. 1:26-cv-01234",
        "DATA 12345678",
        "BA012345678",
        "zip 85004-1234",
        "a las 9:00, a 10 días",
        "",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn each_is_found_where_it_stands() {
    let text = "ñ A012345678 y 123-45-6789";
    let found = find(text);
    assert_eq!(found.iter().map(|found| &text[found.at.clone()]).collect::<Vec<_>>(), ["A012345678", "123-45-6789"]);
}

#[test]
fn a_typed_number_has_one_spelling() {
    for (typed, read) in [
        ("A012345678", Some("A012345678")),
        (" a-012-345-678 ", Some("A012345678")),
        ("12 345 678", Some("A12345678")),
        ("A# 012345678", Some("A012345678")),
        ("A0123456789", None),
        ("A1234567", None),
        ("A012345678 x", None),
        ("A01234567B", None),
        ("", None),
        ("A", None),
    ] {
        assert_eq!(a_number(typed).as_deref(), read, "{typed:?}");
    }
}

/// The groups of a number, parted.
fn grouped(digits: &str, sizes: &[usize], separator: &str) -> String {
    let mut at = 0;
    let groups: Vec<&str> = sizes.iter().map(|size| (at += size, &digits[at - size..at]).1).collect();
    groups.join(separator)
}

proptest! {
    /// However an A-number is spelt, in whatever text, it is found.
    #[test]
    fn every_spelling_is_found(
        digits in "[0-9]{8,9}",
        letter in "A[-#]?|A# ?|a-?",
        separator in prop::sample::select(vec!["", "-", " ", ".", "\u{2011}"]),
        before in "([a-zñ,;:(]{0,12} )?",
        after in "( [a-zñ,;:)]{0,12})?",
    ) {
        // Apart from its letter, eight digits may be a day.
        prop_assume!(digits.len() == 9 || !letter.ends_with(' ') || !separator.is_empty());
        let sizes: &[usize] = match (separator, digits.len()) {
            ("", 8) => &[8],
            ("", _) => &[9],
            (_, 8) => &[2, 3, 3],
            _ => &[3, 3, 3],
        };
        let number = format!("{letter}{}", grouped(&digits, sizes, separator));
        let text = format!("{before}{number}{after}");
        prop_assert_eq!(first(&text), Some(Sensitive::ANumber), "{}", text);
        prop_assert_eq!(a_number(&number), Some(format!("A{digits}")));
    }

    #[test]
    fn every_social_security_number_is_found(
        area in 1_u32..900, group in 1_u32..100, serial in 1_u32..10_000, before in "[a-z,;:( ]{0,9}",
    ) {
        prop_assume!(area != 666);
        let text = format!("{before} {area:03}-{group:02}-{serial:04}.");
        prop_assert_eq!(first(&text), Some(Sensitive::SocialSecurity), "{}", text);
    }

    /// No alarm for phone numbers, days, receipts and the numbers of records, in words of either language.
    #[test]
    fn no_false_alarm(
        words in prop::collection::vec(
            prop::sample::select(vec!["call", "llamar a", "Llame a", "on", "el", "receipt", "A", "a", "at", "hearing", "y", "recibo"]), 1..4),
        number in prop_oneof![
            "\\+?1? ?\\([2-9][0-9]{2}\\) [2-9][0-9]{2}-[0-9]{4}",
            "[2-9][0-9]{2}[-. ][2-9][0-9]{2}[-. ][0-9]{4}",
            "\\+52 [0-9]{3} [0-9]{3} [0-9]{4}",
            "\\+52 [0-9]{2} [0-9]{4} [0-9]{4}",
            "[0-9]{4}-[0-9]{4}",
            "20[0-9]{2}-(0[1-9]|1[0-2])-[0-2][0-9]",
            "(0?[1-9]|1[0-2])/[0-2]?[0-9]/20[0-9]{2}",
            "[B-Z]{3}[0-9]{10}",
            "[B-Z]{3}-[0-9]{2}-[0-9]{3}-[0-9]{5}",
            "[DPRCT]-?[0-9]{1,4}",
            "[a-z]{3,8}-[a-z]{3,8}-[0-9]{1,3}",
            "[0-9]{5}(-[0-9]{4})?",
        ],
    ) {
        let text = format!("{} {number}", words.join(" "));
        prop_assert_eq!(find(&text), vec![], "{}", text);
    }

    /// Any text at all, and any cut of it: no panic, and every place lies in the text.
    #[test]
    fn any_text(text in "\\PC{0,60}") {
        for found in find(&text) {
            prop_assert!(text.get(found.at.clone()).is_some_and(|found| !found.is_empty()));
        }
    }
}
