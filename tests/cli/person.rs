//! What concerns one person: the list of all that is kept, the A-number kept apart, and texts that better have no numbers.

use super::house::{House, NOW};
use std::fs;
use std::path::Path;

const NUMBER: &str = "A099888777";
const SPOKEN: &str = "099888777";

/// A house with a case whose A-number is kept.
fn with_number() -> House {
    let house = House::new();
    house.act("case add R-014 --need asylum --name \"Marisol Quillfeather\"\n").good();
    let args = ["a-number", "R-014", "--consent", "verbal, interpreter present", "--now", NOW];
    house.feed(&args, b"a-099 888 777\n").good();
    house
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { files(&entry, found) } else { found.push(entry) }
    }
}

#[test]
fn the_number_is_shown_for_a_purpose_and_nowhere_else() {
    let house = with_number();
    let shown = house.run(&["reveal", "R-014", "--for", "court hotline", "--now", NOW]).good();
    assert_eq!(shown, [NUMBER]);
    let elsewhere: &[&[&str]] = &[
        &["cases", "--json"],
        &["cases"],
        &["queue", "--json"],
        &["timeline", "R-014"],
        &["timeline", "R-014", "--json"],
        &["what-we-hold", "R-014"],
        &["what-we-hold", "R-014", "--json"],
        &["export", "ics", "--names", "--plaintext", "--confirm", "plaintext"],
        &["audit"],
        &["audit", "--json"],
    ];
    for args in elsewhere {
        let args: Vec<&str> = args.iter().chain(&["--now", NOW]).copied().collect();
        let said = house.run(&args);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(!said.out.contains(SPOKEN) && !said.out.contains("888 777"), "{args:?}\n{}", said.out);
    }
    let undone = house.act("undo\n");
    assert!(!undone.out.contains(SPOKEN) && !undone.err.contains(SPOKEN));
    let mut all = Vec::new();
    files(&house.vault(), &mut all);
    for file in all {
        assert!(!holds(&fs::read(&file).unwrap(), SPOKEN), "{}", file.display());
    }
}

#[test]
fn each_showing_is_noted_with_its_purpose() {
    let house = with_number();
    house.run(&["reveal", "R-014", "--for", "court hotline", "--now", NOW]).good();
    let lines = house.run(&["audit", "--json", "--case", "R-014", "--now", NOW]).json();
    let shown: Vec<_> = lines.iter().filter(|line| line["deed"] == "revealed").collect();
    assert_eq!(shown.len(), 1);
    assert_eq!((&shown[0]["purpose"], &shown[0]["cases"][0]), (&"court hotline".into(), &"C1".into()));
}

#[test]
fn a_number_needs_consent_and_the_right_form_and_is_never_part_of_a_line() {
    let house = House::new();
    house.act("case add R-014 --need asylum\n").good();
    house.run(&["a-number", "R-014"]).refused(2);
    for wrong in ["A1234567\n", "0123456789\n", "R-014\n", "\n"] {
        let said = house.feed(&["a-number", "R-014", "--consent", "verbal", "--now", NOW], wrong.as_bytes());
        assert_eq!(said.code, 1, "{wrong:?}: {said:?}");
        assert!(said.err.contains("8 or 9 digits"), "{}", said.err);
    }
    let said = house.act("case a-number R-014 --number A099888777 --consent verbal\n");
    assert_eq!(said.code, 1);
    house.run(&["reveal", "R-014", "--for", "court hotline", "--now", NOW]).refused(1);
    assert_eq!(house.act("case reveal R-014 --for hotline\n").code, 1);
}

/// Each run opens the vault anew: what undo reaches is read from the journal.
#[test]
fn what_is_no_longer_kept_is_not_shown_and_comes_back_by_nothing() {
    let house = with_number();
    let reveal = ["reveal", "R-014", "--for", "court hotline", "--now", NOW];
    // Another number in its place.
    house.feed(&["a-number", "R-014", "--consent", "written", "--now", NOW], b"A011222333\n").good();
    assert_eq!(house.run(&reveal).good(), ["A011222333"]);
    house.act("undo\n").good();
    assert_eq!(house.run(&reveal).good(), [NUMBER]);
    house.act("event log R-014 note \"She takes it back.\"\n").good();
    house.run(&["a-number", "R-014", "--remove", "--now", NOW]).good();
    for (lang, sentence) in [("en", "kept no longer is not brought back"), ("es", "ya no se guarda no se recupera")] {
        let said = house.feed(&["do", "-", "--lang", lang, "--now", NOW], b"undo\n");
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.out.contains(sentence), "{said:?}");
    }
    house.act("undo --past-erased\n").good();
    for _ in 0..4 {
        house.act("undo\n");
        house.run(&reveal).refused(1);
    }
    for _ in 0..4 {
        house.act("redo\n");
        house.run(&reveal).refused(1);
    }
}

#[test]
fn erasing_the_case_erases_the_number() {
    let house = with_number();
    house.act("case erase R-014 --confirm R-014\n").good();
    house.run(&["reveal", "R-014", "--for", "court hotline", "--now", NOW]).refused(1);
    // The audit keeps that there was one, and names nobody.
    let told = house.run(&["audit", "--case", "C1", "--now", NOW]).good().join("\n");
    assert!(told.contains("kept an A-number apart") && told.contains("erased a case for good"), "{told}");
}

#[test]
fn the_list_of_what_is_kept_speaks_both_languages_and_is_noted() {
    let house = with_number();
    let line = "deadline add R-014 --kind file --consequence benefit --title \"Form for the fee\" --due 2026-12-15\n";
    house.act(line).good();
    let english = house.run(&["what-we-hold", "R-014", "--now", NOW]).good().join("\n");
    for part in [
        "Marisol Quillfeather",
        "verbal, interpreter present",
        "Form for the fee",
        "sealed copy of everything, made on",
    ] {
        assert!(english.contains(part), "{part}\n{english}");
    }
    let spanish = house.run(&["what-we-hold", "R-014", "--lang", "es", "--now", NOW]).good().join("\n");
    assert!(spanish.contains("Lo que se guarda de R-014") && spanish.contains("esta lista, hecha el"), "{spanish}");
    let data = &house.run(&["what-we-hold", "R-014", "--json", "--now", NOW]).json()[0];
    assert_eq!(data["case"], "R-014");
    assert!(data["sections"].as_array().unwrap().len() > 3);
    house.run(&["what-we-hold", "R-404", "--now", NOW]).refused(1);
}

#[test]
fn numbers_in_texts_are_refused_unless_they_are_wanted() {
    let house = House::new();
    house.act("case add R-014 --need asylum\n").good();
    for (text, what) in [("file A 012-345-678", "an A-number"), ("SSN 123-45-6789", "a social-security number")] {
        let said = house.act(&format!("case edit R-014 --notes \"{text}\"\n"));
        assert_eq!(said.code, 1);
        assert!(said.out.contains(what) && !said.out.contains("345"), "{}", said.out);
    }
    house.act("case edit R-014 --notes \"call 602-555-0142, receipt EAC2190012345\"\n").good();
    house.act("anyway case edit R-014 --notes \"file A012345678\"\n").good();
    let file = house.write("cases.csv", b"code,need,notes\nR-020,asylum,fine\nR-021,asylum,her number is A012345678\n");
    let said = house.run(&["import", "cases", &file, "--now", NOW]).good().join("\n");
    assert!(said.contains("line 3: this looks like an A-number") && !said.contains("345678"), "{said}");
}
