//! Backups that open again, and demo vaults that are kept.

use super::house::{House, NOW, PASSPHRASE, chmod, column};
use std::io::{BufRead, BufReader, Write};

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

/// The vault's own folder of backups is filled by the day's first change, and tried without a trace.
#[test]
fn a_vault_keeps_backups_of_its_own_and_they_are_tried() {
    let house = House::demo(3, 20);
    let none = house.run(&["restore", "--drill"]).refused(1);
    assert!(none.contains("no backup in") && none.contains("rumbo backup"), "{none}");
    house.act("case add N-001 --need asylum\n").good();
    house.act("case add N-002 --need asylum\n").good();
    let own = || {
        let folder = std::fs::read_dir(house.vault().join("backups")).unwrap();
        let mut names: Vec<String> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let first = own();
    assert_eq!(first.len(), 2, "one a day, and what opens it beside it: {first:?}");
    assert!(first[0].starts_with("2026-11-22-0") && first[0].contains(".age"), "{first:?}");
    let said = house.run(&["backup", "--now", NOW]).good().join("\n");
    assert!(said.contains("read back and compared") && said.contains("lost with it"), "{said}");
    assert_eq!(own().len(), 2, "the last of the day stays: {:?}", own());
    let later = ["--now", "2026-11-24T09:00:00-05:00"];
    house.feed(&[&["do", "-"], &later[..]].concat(), b"case add N-003 --need asylum\n").good();
    assert_eq!(own().len(), 4);
    let before = own();
    let drilled = house.run(&["restore", "--drill"]).good().join("\n");
    assert!(drilled.contains("23 cases") && drilled.contains("Last change: Tue 24 Nov 2026, 09:00"), "{drilled}");
    assert!(house.run(&["restore", "--drill", "--lang", "es"]).good().join("").contains("23 casos"));
    assert_eq!(own(), before);
    house.write("passphrase", b"another passphrase\n");
    house.run(&["restore", "--drill"]).refused(3);
}

#[test]
fn a_copy_goes_to_a_folder_under_a_name_of_its_own() {
    let house = House::new();
    house.act("case add R-001 --need asylum\n").good();
    std::fs::create_dir(house.path("stick")).unwrap();
    let said = house.run(&["backup", "stick", "--now", NOW]).good().join("\n");
    assert!(said.contains("same disk"), "{said}");
    let copy = house.path("stick/rumbo-2026-11-22-000001.age");
    assert!(copy.exists() && house.path("stick/rumbo-2026-11-22-000001.identity.age").exists());
    let other = House::empty();
    other.run(&["restore", copy.to_str().unwrap()]).good();
    assert_eq!(column(&other.run(&["cases", "--json"]).json(), "code"), ["R-001"]);
}

/// With the program that others use, where it is here: with the passphrase by way of the file beside the copy.
#[test]
fn stock_age_opens_a_copy() {
    let house = House::new();
    house.act("case add R-001 --need asylum --name 'José Núñez'\n").good();
    house.run(&["backup", "copy.age"]).good();
    if std::process::Command::new("age").arg("--version").output().is_err() {
        eprintln!("skipped: age is not here");
        return;
    }
    // age asks for a passphrase at a terminal only, so script(1) gives it one.
    let asked = "age -d -o key copy.identity.age";
    let mut command = std::process::Command::new("script");
    command.args(["-qec", asked, "/dev/null"]).current_dir(house.path("")).stdin(std::process::Stdio::piped());
    let Ok(mut child) = command.stdout(std::process::Stdio::piped()).spawn() else {
        eprintln!("skipped: script is not here");
        return;
    };
    let mut typed = child.stdin.take().unwrap();
    std::thread::sleep(std::time::Duration::from_secs(1));
    writeln!(typed, "{PASSPHRASE}").unwrap();
    let said = child.wait_with_output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
    let mut command = std::process::Command::new("age");
    let opened = command.args(["-d", "-i", "key", "copy.age"]).current_dir(house.path("")).output().unwrap();
    let text = String::from_utf8(opened.stdout).unwrap();
    assert!(text.contains("José Núñez") && text.starts_with("{\"rumbo\":{\"what\":\"backup\""), "{text}");
}

/// A copy that is being written when the process is killed leaves the old one or the new one, and nothing in the way.
#[test]
fn a_killed_copy_leaves_the_old_or_the_new() {
    let house = House::demo(3, 60);
    house.run(&["backup", "copy.age"]).good();
    let mut good = 0;
    for n in 0..12 {
        house.act(&format!("case add K-{n:03} --need asylum\n")).good();
        let mut child = house.open(&["backup", "copy.age"]);
        std::thread::sleep(std::time::Duration::from_millis(n * 12));
        child.kill().unwrap();
        child.wait().unwrap();
        let drilled = house.run(&["restore", "--drill", "copy.age"]).good().join("");
        good += usize::from(drilled.contains("restores whole"));
    }
    assert_eq!(good, 12);
    house.run(&["backup", "copy.age"]).good();
    let hidden = std::fs::read_dir(house.path("")).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(hidden.filter(|name| name.to_string_lossy().starts_with('.')).count(), 0);
}

/// What is on the disk stays as it was where there is no room for a copy.
#[test]
fn a_disk_without_room_leaves_the_old_copy() {
    let house = House::new();
    house.act("case add R-001 --need asylum\n").good();
    house.run(&["backup", "copy.age"]).good();
    let before = std::fs::read(house.path("copy.age")).unwrap();
    let note = "a long note ".repeat(1_000);
    let lines = (0..60).map(|n| format!("event log R-001 note \"{n} {note}\"\n")).collect::<Vec<_>>().concat();
    house.act(&lines).good();
    let script = "trap '' XFSZ; ulimit -f 800; exec \"$0\" backup copy.age --vault vault --passphrase-file passphrase";
    let mut command = std::process::Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_rumbo")]).current_dir(house.path(""));
    let said = command.env("HOME", house.path("")).output().unwrap();
    assert_eq!(said.status.code(), Some(1), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(std::fs::read(house.path("copy.age")).unwrap(), before);
    house.run(&["backup", "copy.age"]).good();
    assert_ne!(std::fs::read(house.path("copy.age")).unwrap(), before);
}

#[test]
fn a_copy_is_made_beside_an_open_vault_and_takes_the_place_of_an_older_one_only() {
    let house = House::new();
    let copy = house.path("copy.rumbo");
    let copy = copy.to_str().unwrap();
    let mut open = house.open(&["do", "-"]);
    let mut input = open.stdin.take().unwrap();
    let mut answers = BufReader::new(open.stdout.take().unwrap()).lines();
    for (line, answer) in [("case add R-001 --need asylum", "ok 1"), ("case add R-002 --need asylum", "ok 2")] {
        writeln!(input, "{line}").unwrap();
        assert_eq!(answers.next().unwrap().unwrap(), answer);
        house.run(&["backup", copy]).good();
    }
    drop(input);
    assert!(open.wait().unwrap().success());
    // Another vault's copy, and one that has more than the vault, stay.
    let bytes = std::fs::read(copy).unwrap();
    let stranger = House::new();
    let said = stranger.run(&["backup", copy]).refused(1);
    assert!(said.contains("copy of another vault") && said.contains("another file"), "{said}");
    let said = stranger.run(&["backup", copy, "--lang", "es"]).refused(1);
    assert!(said.contains("es una copia de otra bóveda"), "{said}");
    let older = House::empty();
    older.run(&["restore", copy]).good();
    house.act("case add R-003 --need asylum\n").good();
    house.run(&["backup", copy]).good();
    let newer = std::fs::read(copy).unwrap();
    assert_ne!(newer, bytes);
    let said = older.run(&["backup", copy]).refused(1);
    assert!(said.contains("up to change 3") && said.contains("now at change 2"), "{said}");
    assert_eq!(std::fs::read(copy).unwrap(), newer);
}

#[test]
fn what_is_no_copy_is_said_in_spanish_too() {
    let house = House::empty();
    let letter = house.write("letter", b"a letter");
    let said = house.run(&["restore", &letter, "--lang", "es"]).refused(4);
    assert!(said.contains("Esta copia no sirve: ") && !said.contains("bóveda está dañada"), "{said}");
    let said = house.run(&["restore", "nowhere", "--lang", "es"]).refused(1);
    assert!(said.contains("no hay nada con ese nombre") && !said.contains("os error"), "{said}");
}

/// What was acknowledged before is in the folder that was moved; nothing goes on to the one that took its place.
#[test]
fn a_vault_that_is_moved_while_it_is_open_takes_no_more_changes() {
    let house = House::new();
    let other = House::new();
    let mut open = house.open(&["do", "-"]);
    let mut input = open.stdin.take().unwrap();
    let mut answers = BufReader::new(open.stdout.take().unwrap()).lines();
    writeln!(input, "case add R-001 --need asylum").unwrap();
    assert_eq!(answers.next().unwrap().unwrap(), "ok 1");
    std::fs::rename(house.vault(), house.path("gone")).unwrap();
    std::fs::rename(other.vault(), house.vault()).unwrap();
    for number in [2, 3] {
        writeln!(input, "case add R-00{number} --need asylum").unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(answer.starts_with(&format!("error {number}: Not saved. Another program moved")), "{answer}");
        assert!(!answer.contains("What you typed"), "{answer}");
    }
    drop(input);
    let output = open.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("moved, replaced or changed") && !said.contains("damaged"), "{said}");
    assert!(house.run(&["cases", "--json"]).json().is_empty());
    std::fs::rename(house.vault(), other.vault()).unwrap();
    std::fs::rename(house.path("gone"), house.vault()).unwrap();
    assert_eq!(column(&house.run(&["cases", "--json"]).json(), "code"), ["R-001"]);
}

#[test]
fn what_only_makes_the_next_opening_slower_is_said_to_be_no_loss() {
    let house = House::new();
    std::fs::create_dir(house.vault().join("checkpoint.new")).unwrap();
    let said = house.act("case add R-001 --need asylum\n");
    assert!(said.err.contains("All that was acknowledged is saved."), "{said:?}");
    assert_eq!(said.good(), ["ok 1"]);
    assert_eq!(column(&house.run(&["cases", "--json"]).json(), "code"), ["R-001"]);
}

#[test]
fn a_reader_says_when_nobody_can_tell_whether_more_was_saved() {
    let house = House::new();
    house.act("case add R-001 --need asylum\n").good();
    assert_eq!(house.run(&["cases"]).err, "");
    for file in ["head", "checkpoint"] {
        std::fs::remove_file(house.vault().join(file)).unwrap();
    }
    let said = house.run(&["cases", "--json"]);
    assert!(said.err.contains("whole up to change 1; whether there were later ones cannot be told"), "{said:?}");
    assert_eq!(column(&said.json(), "code"), ["R-001"]);
}
