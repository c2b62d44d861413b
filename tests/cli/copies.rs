//! Backups that open again, and demo vaults that are kept.

use super::house::{House, NOW, chmod, column};

#[test]
fn a_backup_opens_again_with_the_same_content() {
    let house = House::demo(3, 20);
    let copy = house.path("copy.rumbo");
    let said = house.run(&["backup", copy.to_str().unwrap()]).good().join("\n");
    assert!(said.contains("read back and compared"), "{said}");
    let bytes = std::fs::read(&copy).unwrap();
    for plain in [&b"R-001"[..], b"asylum", b"Thornquist"] {
        assert!(!bytes.windows(plain.len()).any(|window| window == plain), "the copy is not sealed");
    }
    let other = House::empty();
    other.run(&["restore", copy.to_str().unwrap()]).good();
    for args in [
        vec!["queue", "--json"],
        vec!["cases", "--json"],
        vec!["partners", "--json"],
        vec!["timeline", "R-001", "--json"],
    ] {
        let args = [args, vec!["--now", NOW]].concat();
        let lines = house.run(&args).good();
        assert!(!lines.is_empty());
        assert_eq!(other.run(&args).good(), lines);
    }
    // What was done before the copy can still be taken back in what was made of it.
    other.act("case add N-001 --need asylum\nundo\n").good();
    // A newer copy takes the place of an older one, but of nothing else.
    house.run(&["backup", copy.to_str().unwrap()]).good();
    let mine = house.write("mine.txt", b"not a copy");
    let taken = house.run(&["backup", &mine]).refused(1);
    assert!(taken.contains("already"), "{taken}");
    assert_eq!(std::fs::read(&mine).unwrap(), b"not a copy");
    let there = house.run(&["restore", copy.to_str().unwrap()]).refused(1);
    assert!(there.contains("already"), "{there}");
}

#[test]
fn a_backup_that_is_cut_or_changed_makes_no_vault() {
    let house = House::demo(3, 5);
    let copy = house.path("copy.rumbo");
    house.run(&["backup", copy.to_str().unwrap()]).good();
    let bytes = std::fs::read(&copy).unwrap();
    let mut changed = bytes.clone();
    let middle = bytes.len() / 2;
    changed[middle] ^= 1;
    for (name, content) in [("cut", &bytes[..middle]), ("changed", &changed[..]), ("other", &b"name,city\n"[..])] {
        let file = house.write(name, content);
        let other = House::empty();
        let said = other.run(&["restore", &file]);
        assert!(matches!(said.code, 1 | 4), "{name}: {said:?}");
        assert!(!said.err.is_empty() && !other.vault().exists(), "{name}: {said:?}");
    }
    let other = House::empty();
    other.write("passphrase", b"another passphrase\n");
    other.run(&["restore", copy.to_str().unwrap()]).refused(3);
    assert!(!other.vault().exists());
}

#[test]
fn a_demo_is_kept_where_it_was_asked_for() {
    let house = House::demo(1, 30);
    assert_eq!(house.run(&["cases", "--json"]).json().len(), 30);
    let taken = house.run_bare(&[
        "demo",
        "--keep",
        house.vault().to_str().unwrap(),
        "--no-screen",
        "--passphrase-file",
        house.path("passphrase").to_str().unwrap(),
    ]);
    assert_eq!(taken.code, 1, "{taken:?}");
    let without = house.run_bare(&["demo", "--keep", "elsewhere", "--no-screen"]);
    assert_eq!(without.code, 2);
    assert!(without.err.contains("--passphrase-file"), "{without:?}");
    chmod(&house.path("passphrase"), 0o600);
    house.run(&["do", "-"]).good();
}

/// A vault of the first schema, made when there was no other, opens with all that was in it and takes changes.
#[test]
fn a_vault_of_the_first_schema_loses_nothing() {
    let house = House::empty();
    let copy = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/files/schema1.copy");
    house.run(&["restore", copy]).good();
    let queue = house.run(&["queue", "--json", "--now", NOW]).json();
    assert_eq!(column(&queue, "title"), ["Appeal to the Board (EOIR-26)", "Card renewal", "Merits hearing"]);
    assert_eq!(column(&queue, "due"), ["2026-12-02", "2027-02-01", "2027-03-15"]);
    assert_eq!(queue[2]["zone"], "America/Los_Angeles");
    assert_eq!(queue[2]["next_step"], "Ask for the treatment letter");
    let cases = house.run(&["cases", "--json", "--now", NOW]).json();
    assert_eq!(column(&cases, "name"), ["José Núñez", ""]);
    assert!(house.notes("R-001").contains(&"text with ñ".to_owned()));
    // What was taken back in the old program can be done again in this one.
    house.act("redo\nhappened log R-001 decision-stated --on 2026-11-16\n").good();
    let queue = house.run(&["queue", "--json", "--now", NOW]).json();
    assert_eq!(column(&queue, "title"), ["Appeal to the Board (EOIR-26)", "Merits hearing"]);
}
