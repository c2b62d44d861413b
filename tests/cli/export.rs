//! `rumbo export ics` as a person runs it: what the file holds, who can read it, and how an update replaces it.

use super::house::{House, NOW, chmod};
use icalendar::{Calendar, Component};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{PermissionsExt, symlink};

/// What the caseload holds that no calendar may show unless it is asked for names.
const PRIVATE: [&str; 7] = ["Núñez", "Otay", "Asylum", "asylum", "hearing", "removal", "counted twice"];

const CASELOAD: &str = r#"case add R-014 --need asylum --name "José Núñez" --language Spanish
deadline add R-014 --title "Asylum brief" --due 2026-12-14 --consequence removal
deadline add R-014 --title "Master hearing" --at "2027-01-12 09:00" --zone America/Tijuana --place "Otay Mesa" --consequence removal
case add R-020 --need green-card
deadline add R-020 --title "Card renewal" --rule i90-6mo --trigger 2027-08-01
"#;

/// A house with a vault of two cases.
fn two_cases() -> House {
    let house = House::new();
    house.act(CASELOAD).good();
    house
}

/// An export to standard output.
fn export(house: &House, args: &[&str]) -> String {
    let said = house.run(&[&["export", "ics", "--now", NOW], args].concat());
    assert_eq!(said.code, 0, "{said:?}");
    said.out
}

/// Title, status and sequence of each entry by its UID.
fn entries(text: &str) -> BTreeMap<String, (String, String, u32)> {
    let calendar: Calendar = text.parse().unwrap();
    let entries = calendar.events().map(|event| {
        let status = event.property_value("STATUS").unwrap().to_owned();
        let title = event.get_summary().unwrap().to_owned();
        (event.get_uid().unwrap().to_owned(), (title, status, event.get_sequence().unwrap()))
    });
    entries.collect()
}

/// The titles of what stands, sorted.
fn titles(text: &str) -> Vec<String> {
    let standing = entries(text).into_values().filter(|(_, status, _)| status != "CANCELLED");
    let mut titles: Vec<String> = standing.map(|(title, _, _)| title).collect();
    titles.sort();
    titles
}

const NAMES: [&str; 4] = ["--names", "--plaintext", "--confirm", "plaintext"];

#[test]
fn a_calendar_shows_code_names_and_neutral_words() {
    let house = two_cases();
    let text = export(&house, &[]);
    assert_eq!(
        titles(&text),
        [
            "R-014: appointment, unconfirmed",
            "R-014: papers due, unconfirmed",
            "R-014: start by this day, appointment, unconfirmed",
            "R-014: start by this day, papers, unconfirmed",
            "R-020: possible from this day, renewal, unconfirmed",
        ]
    );
    for private in PRIVATE {
        assert!(!text.contains(private), "{private} in {text}");
    }
    assert!(text.contains("DTSTART;TZID=America/Tijuana:20270112T090000\r\n"));
    assert!(text.contains("DTSTART;VALUE=DATE:20261214\r\n") && text.contains("DTSTART;VALUE=DATE:20270201\r\n"));
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    assert_eq!(text.matches("BEGIN:VALARM").count(), 6);
    assert!(export(&house, &["-", "--lang", "es"]).contains("SUMMARY:R-014: cita\\, sin confirmar\r\n"));
}

#[test]
fn names_are_there_when_asked_for_and_the_warning_says_so() {
    let house = two_cases();
    let text = export(&house, &[&["--case", "r-014"], &NAMES[..]].concat());
    assert!(titles(&text).contains(&"R-014 José Núñez: Asylum brief due, unconfirmed".to_owned()));
    assert!(text.contains("LOCATION:Otay Mesa\r\n") && !text.contains("R-020"));
    for (args, said) in [(vec![], "This file is not sealed:"), (NAMES.to_vec(), "and it names people")] {
        let output = house.run(&[&["export", "ics", "--lang", "en"], &args[..]].concat());
        assert!(output.err.contains(said), "{output:?}");
    }
    // What names people takes a word, and without it nothing comes out.
    for args in [&NAMES[..1], &NAMES[..2], &["--names", "--plaintext", "--confirm", "yes"]] {
        let refused = house.run(&[&["export", "ics", "--lang", "en"], args].concat()).refused(2);
        assert!(refused.contains("--plaintext --confirm plaintext"), "{args:?}: {refused}");
    }
}

#[test]
fn what_names_people_is_sealed_unless_the_word_is_said() {
    let house = two_cases();
    let sealed = house.run(&["export", "json", "all.age"]).good().join("");
    assert!(sealed.contains("Sealed export in all.age"), "{sealed}");
    let bytes = std::fs::read(house.path("all.age")).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n") && !String::from_utf8_lossy(&bytes).contains("R-014"));
    assert!(house.path("all.identity.age").exists());
    for word in [&["--plaintext"][..], &["--plaintext", "--confirm", "yes"], &["--plaintext", "--confirm", "PLAINTEXT"]]
    {
        for what in [&["json", "plain"][..], &["csv", "cases", "plain"]] {
            let refused = house.run(&[&["export", "--lang", "en"], what, word].concat()).refused(2);
            assert!(refused.contains("Nothing was written"), "{refused}");
        }
    }
    assert!(!house.path("plain").exists());
    let said = ["--plaintext", "--confirm", "plaintext"];
    house.run(&[&["export", "json", "plain"], &said[..]].concat()).good();
    assert_eq!(std::fs::metadata(house.path("plain")).unwrap().permissions().mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(house.path("plain")).unwrap();
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["rumbo"]["what"], "export");
    assert!(lines.iter().any(|line| line["record"]["case"]["name"] == "José Núñez"));
    assert!(lines.iter().any(|line| !line["record"]["event"].is_null()) && lines.iter().all(|l| l["change"].is_null()));
    // Nothing is written over, nor through a link, and a sealed export is nothing to restore from.
    let taken = house.run(&[&["export", "csv", "partners", "plain"], &said[..]].concat()).refused(1);
    assert!(taken.contains("already"), "{taken}");
    std::os::unix::fs::symlink(house.path("elsewhere"), house.path("link")).unwrap();
    house.run(&["export", "json", "link"]).refused(1);
    assert!(!house.path("elsewhere").exists());
    let other = House::empty();
    other.run(&["restore", house.path("all.age").to_str().unwrap()]).refused(4);
    assert!(house.run(&["backup", "all.age"]).refused(1).contains("already"));
    assert_eq!(std::fs::read(house.path("all.age")).unwrap(), bytes);
    let cases = house.run(&[&["export", "csv", "cases"], &said[..]].concat()).good();
    assert!(cases[0].starts_with("code,name,need") && cases.iter().any(|row| row.starts_with("R-014,José Núñez,")));
}

#[test]
fn only_the_cases_asked_for() {
    let house = two_cases();
    let count = |args: &[&str]| entries(&export(&house, args)).len();
    assert_eq!(
        [count(&[]), count(&["--case", "R-014"]), count(&["--case", "R-020"])],
        [6, 4, 2],
        "two entries of each deadline"
    );
    assert_eq!(count(&["--case", "R-014", "--case", "R-020"]), 6);
    let refused = house.run(&["export", "ics", "--case", "R-014", "--case", "R-999"]).refused(1);
    assert!(refused.contains("R-999"), "{refused}");
}

#[test]
fn the_file_is_its_owner_s_alone() {
    let house = two_cases();
    let file = house.path("calendar.ics");
    let place = file.to_str().unwrap();
    let to = |place: &str| house.run(&["export", "ics", place, "--now", NOW, "--lang", "en"]);
    let output = to(place);
    assert!(output.err.contains("not sealed"), "{output:?}");
    assert_eq!(output.good(), [format!("5 dates written to {place}, and 1 that a calendar may drop.")]);
    let mode = || std::fs::metadata(&file).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), export(&house, &["-"]));
    // An older export is replaced, and is private again.
    chmod(&file, 0o644);
    to(place).good();
    assert_eq!(mode(), 0o600);

    let (link, mine) = (house.path("link.ics"), house.path("mine.txt"));
    house.write("mine.txt", b"mine");
    symlink(&file, &link).unwrap();
    let before = std::fs::read(&file).unwrap();
    house.act("deadline add R-014 --title Letter --due 2026-12-20 --consequence right\n").good();
    for refused in [&link, &mine, &house.path("vault"), &house.path("nowhere/calendar.ics")] {
        let said = to(refused.to_str().unwrap()).refused(1);
        assert!(!said.contains("not sealed"), "{said}");
    }
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert_eq!(std::fs::read(&mine).unwrap(), b"mine");
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn an_update_replaces_and_what_ended_cancels() {
    let house = two_cases();
    house.act("deadline add R-014 --title \"counted twice\" --due 2026-12-18 --consequence right\n").good();
    let first = entries(&export(&house, &[]));
    assert_eq!(first.len(), 8);
    house.act("undo\ndeadline postpone D1 --to 2026-12-21\ndeadline verify D2 --source \"court line\"\n").good();
    house.act("deadline void D3 --reason granted --yes\n").good();
    let text = export(&house, &[]);
    let second = entries(&text);
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    assert!(first.iter().all(|(uid, (_, _, sequence))| second[uid].2 > *sequence));
    assert_eq!(
        titles(&text),
        [
            "R-014: appointment",
            "R-014: papers due, unconfirmed",
            "R-014: start by this day, appointment",
            "R-014: start by this day, papers, unconfirmed",
        ]
    );
    assert!(text.contains("DTSTART;VALUE=DATE:20261221\r\n"), "{text}");
    for (uid, (title, status, _)) in second.iter().filter(|(_, (_, status, _))| status == "CANCELLED") {
        assert!(title.ends_with(": removed from this calendar") && first.contains_key(uid), "{title} {status}");
    }
    for private in PRIVATE {
        assert!(!text.contains(private), "{private} in {text}");
    }
    house.act("deadline done D1\ndeadline missed D2 --yes\n").good();
    let third = export(&house, &[]);
    assert!(titles(&third).is_empty() && !third.contains("VALARM"), "{third}");
    let other = two_cases();
    assert!(entries(&export(&other, &[])).keys().all(|uid| !first.contains_key(uid)));
}

#[test]
fn it_works_while_somebody_else_has_the_vault_open() {
    let house = two_cases();
    let mut holder = house.open(&["do", "-", "--now", NOW]);
    let mut lines = holder.stdin.take().unwrap();
    lines.write_all(b"deadline add R-020 --title Letter --due 2026-12-20 --consequence right\n").unwrap();
    let mut answer = String::new();
    BufReader::new(holder.stdout.as_mut().unwrap()).read_line(&mut answer).unwrap();
    assert!(answer.starts_with("ok "), "{answer}");
    // The vault is held now, and what was answered is in the export.
    house.run(&["do", "-"]).refused(3);
    assert!(titles(&export(&house, &[])).contains(&"R-020: papers due, unconfirmed".to_owned()));
    drop(lines);
    assert!(holder.wait().unwrap().success());
}
