//! A session at the screen: everything is typed into forms, something stays half typed, it is locked. Then no name, no
//! number, no passphrase and no key is left in any file, nor in the memory of the locked process.

use super::house::{House, NOW, chmod};
use super::needles::Needles;
use super::plaintext::names;
use super::process::memory;
use super::sealed::Found;
use super::trace;
use super::tty::{Setup, Tty};
use std::collections::BTreeSet;

const PASSPHRASE: &str = "zwölf Kähne unter der Bramblequist";
/// What stands in a form that nobody saves.
const HALF: &str = "Ottoblivious half-typed Quarrelthwaite";
/// Cases and deadlines that are typed in.
const FEW: usize = 6;

/// Opens a form, fills it, saves it, and sees it closed.
fn fill(tty: &mut Tty, keys: &str, fields: &[(&str, &str)], said: &str) {
    tty.keys(keys);
    tty.see("ctrl-s save");
    for (label, value) in fields {
        tty.fill(label, value);
    }
    tty.keys("ctrl-s");
    tty.see_no("ctrl-s save");
    tty.see(said);
}

/// Types all the names and numbers into forms: a case and a deadline for each number, notes with the names that remain.
fn type_all(tty: &mut Tty, names: &[String], numbers: &[String]) {
    let mut names = names.iter();
    let mut next = |count: usize| names.by_ref().take(count).cloned().collect::<Vec<_>>().join(" ");
    for (n, number) in numbers.iter().enumerate() {
        let (code, name, lawyer, notes) = (format!("S-{n}"), next(1), next(1), next(4));
        let fields = [
            ("code name", code.as_str()),
            ("need", "asylum"),
            ("name", &name),
            ("representative", &lawyer),
            ("rep. phone", number),
            ("notes", &notes),
        ];
        fill(tty, "1 A", &fields, &format!("Added case {code}"));
        let (title, notes) = (next(1), next(4));
        let fields = [("what", &*title), ("due", "2026-12-15"), ("consequence", "removal"), ("notes", &notes)];
        fill(tty, "a", &fields, &format!("Added {title}"));
    }
    loop {
        let note = next(4);
        if note.is_empty() {
            return;
        }
        fill(tty, "1 n", &[("note", &note)], "Logged an event (note)");
    }
}

/// What of the needles stands in these pieces of memory.
fn found(needles: &Needles, pieces: &[Vec<u8>]) -> BTreeSet<String> {
    pieces.iter().flat_map(|piece| needles.found_in(piece)).collect()
}

#[test]
fn nothing_typed_at_the_screen_is_left_in_files_or_in_the_locked_process() {
    let house = trace::furnished();
    house.write("passphrase", PASSPHRASE.as_bytes());
    chmod(&house.path("passphrase"), 0o600);
    house.run(&["init", "--insecure-test-kdf"]).good();
    let (names, numbers) = (names(), (0..FEW).map(|n| format!("(385) 555-017{n}")).collect::<Vec<_>>());
    let (vault, temporary) = (house.vault().display().to_string(), house.path("tmp").display().to_string());
    let home = house.path("home");
    let setup = Setup { size: (180, 50), env: &[("TMPDIR", &temporary)], ..Setup::at(&home) };
    let mut tty = Tty::run(&setup, &["--vault", &vault, "--now", NOW]);
    tty.see("Unlock the vault");
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see("Caseload");
    type_all(&mut tty, &names, &numbers);
    // A filter, a search, a timeline, and a form that is not finished.
    tty.keys(&format!("1 / '{}' enter ctrl-p '{}' enter", &names[0], &names[1]));
    tty.see_no("Find");
    tty.keys("esc 1 g g t");
    tty.see("Timeline");
    tty.keys("n");
    tty.see("Note what happened");
    tty.fill("note", HALF);

    let of_vault = Found::read(&house.vault(), PASSPHRASE);
    let keys = [of_vault.own(), of_vault.of_cases(&house.vault())].concat();
    let typed: Vec<String> =
        names.iter().chain(&numbers).cloned().chain([PASSPHRASE.to_owned(), HALF.to_owned()]).collect();
    let needles = Needles::new(&typed).and_bytes(&keys);
    let Some(open) = memory(tty.id()) else {
        eprintln!("SKIPPED: the memory of another process may not be read here (root can)");
        return;
    };
    let seen = found(&needles, &open);
    drop(open);
    let texts = names.iter().filter(|name| seen.contains(&format!("{name} in UTF-8"))).count();
    let held = keys.iter().filter(|(name, _)| seen.contains(&format!("{name} in bytes"))).count();
    assert!(texts > 150 && held > keys.len() / 2, "while it is open: {texts} names, {held} keys of {}", keys.len());

    tty.keys("f12");
    tty.see("Unlock the vault");
    let locked = memory(tty.id()).unwrap();
    assert_eq!(found(&needles, &locked), BTreeSet::new(), "in the locked process");
    let looked = locked.iter().map(Vec::len).sum::<usize>();
    drop(locked);
    let (files, bytes) = clean(&house, &needles, "locked");
    // What was half typed comes back, and is given up.
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see(HALF);
    tty.keys("esc");
    tty.see("Esc again leaves it");
    tty.keys("esc");
    tty.see_no(HALF);
    tty.keys("ctrl-q");
    assert_eq!(tty.ended().0.exit_code(), 0);
    clean(&house, &needles, "left");
    // It was all saved: who may read, reads it.
    let shown = house.run(&["cases", "--json"]).good().concat() + &house.run(&["queue", "--json"]).good().concat();
    let notes: String = (0..FEW).flat_map(|n| house.notes(&format!("S-{n}"))).collect();
    let told = names.iter().chain(&numbers).filter(|name| shown.contains(*name) || notes.contains(*name)).count();
    assert!(told > names.len() - 40, "{told} were saved");
    trace::report(&format!(
        "{} names and numbers typed at the screen, {told} of them saved; open: {texts} names and {held} keys in memory; \
         locked: 0 of {} texts and {} keys in {} KiB of memory and in {files} files of {bytes} bytes",
        names.len() + numbers.len(),
        typed.len(),
        keys.len(),
        looked / 1024,
    ));
}

/// No file in the house has any of it, but for the one with the passphrase, which the test wrote. How many files and bytes.
fn clean(house: &House, needles: &Needles, when: &str) -> (usize, usize) {
    let (found, files, bytes) = needles.found_below(&house.path(""), &[house.path("passphrase")]);
    assert!(files > 6, "{when}: {files}");
    assert_eq!(found, Vec::<String>::new(), "{when}");
    (files, bytes)
}
