//! Who can open a vault: the passphrase, the recovery key, other people; and what older copies still open with.

use super::house::{House, PASSPHRASE, chmod};
use std::os::unix::fs::{PermissionsExt, symlink};

const STRONG: &str = "una lancha azul sin motor";

/// A house whose vault has the test key and a recovery key in the file `recovery`.
fn recoverable() -> House {
    let house = House::empty();
    let file = house.path("recovery");
    let said = house.run(&["init", "--insecure-test-kdf", "--recovery-file", file.to_str().unwrap()]).good();
    assert!(said[1].starts_with("The recovery key is in ") && said[2].starts_with("TEST KEY"), "{said:?}");
    house
}

/// Writes a file that only its owner reads, and returns its path.
fn secret(house: &House, name: &str, text: &str) -> String {
    let path = house.write(name, text.as_bytes());
    chmod(&house.path(name), 0o600);
    path
}

/// The exit code of a run with another secret than the house's own.
fn opens(house: &House, text: &str) -> bool {
    let file = secret(house, "other", text);
    let vault = house.vault();
    let said = house.run_bare(&["cases", "--vault", vault.to_str().unwrap(), "--passphrase-file", &file]);
    assert!(matches!(said.code, 0 | 3), "{said:?}");
    said.code == 0
}

fn key(house: &House, file: &str) -> String {
    std::fs::read_to_string(house.path(file)).unwrap()
}

#[test]
fn a_recovery_key_goes_into_a_file_of_its_own_and_opens_the_vault() {
    let house = recoverable();
    let written = key(&house, "recovery");
    let groups: Vec<&str> = written.trim_end().split('-').collect();
    assert!(groups.len() == 8 && groups.iter().all(|group| group.len() == 5), "{written}");
    assert_eq!(std::fs::metadata(house.path("recovery")).unwrap().permissions().mode() & 0o777, 0o600);
    house.act("case add R-001 --need asylum\n").good();
    assert!(opens(&house, &written));
    assert!(opens(&house, &written.to_lowercase().replace('-', " ")));
    let mut slip = written.clone();
    slip.replace_range(13..14, if slip[13..].starts_with('2') { "3" } else { "2" });
    let file = secret(&house, "slip", &slip);
    let vault = house.vault();
    let args = ["cases", "--vault", vault.to_str().unwrap(), "--passphrase-file", &file];
    let said = house.run_bare(&args).refused(3);
    assert!(said.contains("almost the recovery key") && said.contains(": 3."), "{said}");
    let said = house.run_bare(&[&args[..], &["--lang", "es"]].concat()).refused(3);
    assert!(said.contains("Es casi la clave de recuperación"), "{said}");
}

#[test]
fn a_recovery_file_takes_nobody_s_place_and_goes_through_no_link() {
    let house = House::empty();
    let letter = house.write("letter", b"a letter");
    symlink(house.path("nowhere"), house.path("link")).unwrap();
    let link = house.path("link");
    for file in [letter.as_str(), link.to_str().unwrap()] {
        house.run(&["init", "--insecure-test-kdf", "--recovery-file", file]).refused(1);
        assert!(!house.vault().exists() && !house.path("nowhere").exists());
    }
    assert_eq!(std::fs::read(house.path("letter")).unwrap(), b"a letter");
    // Where no vault comes of it, no key stays either.
    std::fs::write(house.path("vault"), b"in the way").unwrap();
    let file = house.path("recovery");
    house.run(&["init", "--insecure-test-kdf", "--recovery-file", file.to_str().unwrap()]).refused(1);
    assert!(!file.exists());
}

/// Two real derivations: the only test here that waits for them.
#[test]
fn a_real_vault_needs_a_strong_passphrase_and_a_recovery_key() {
    let house = House::empty();
    let init = |passphrase: &str, args: &[&str]| {
        secret(&house, "passphrase", passphrase);
        house.run(&[&["init"], args].concat())
    };
    let file = house.path("recovery");
    let file = ["--recovery-file", file.to_str().unwrap()];
    assert!(init("fourteen chars", &file).refused(2).contains("At least 15 characters"));
    let said = init("abcabcabcabcabcabc", &file).refused(2);
    assert!(said.contains("easy to guess: much of it is the same again and again"), "{said}");
    let said = init("abcabcabcabcabcabc", &[&file[..], &["--lang", "es"]].concat()).refused(2);
    assert!(said.contains("Es fácil de adivinar: en gran parte es lo mismo"), "{said}");
    let said = init(STRONG, &[]).refused(2);
    assert!(said.contains("no terminal to show the recovery key") && said.contains("--recovery-file FILE"), "{said}");
    assert!(!house.vault().exists() && !house.path("recovery").exists());
    let said = init(STRONG, &file).good();
    assert_eq!(said[0], format!("Made a vault at {}.", house.vault().display()));
    assert!(said.len() == 2 && said[1].starts_with("The recovery key is in "), "{said:?}");
    secret(&house, "passphrase", &key(&house, "recovery"));
    assert_eq!(house.run(&["cases", "--json"]).err, "", "no banner, and the key opens it");
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_only_older_copies() {
    let house = recoverable();
    house.act("case add R-001 --need asylum\n").good();
    let copy = house.path("copy.rumbo");
    house.run(&["backup", copy.to_str().unwrap()]).good();
    let new = secret(&house, "new", STRONG);
    let said = house.run(&["passphrase", "--new-passphrase-file", &new]).good();
    assert!(said[0].contains("is changed") && said[1].contains("still open as they did then"), "{said:?}");
    assert!(opens(&house, STRONG) && !opens(&house, PASSPHRASE) && opens(&house, &key(&house, "recovery")));
    house.run(&["passphrase", "--new-passphrase-file", &new]).refused(3);
    // The copy made before opens with what opened it then, and so does what is made of it.
    let other = House::empty();
    other.run(&["restore", copy.to_str().unwrap()]).good();
    assert!(opens(&other, PASSPHRASE) && !opens(&other, STRONG));
    // A copy made now opens with any of what opens the vault now.
    secret(&house, "passphrase", STRONG);
    house.run(&["backup", copy.to_str().unwrap()]).good();
    let third = House::empty();
    secret(&third, "passphrase", &key(&house, "recovery"));
    third.run(&["restore", copy.to_str().unwrap(), "--new-passphrase-file", &new]).good();
    assert!(opens(&third, STRONG) && !opens(&third, PASSPHRASE));
}

#[test]
fn a_backup_opens_with_the_recovery_key_and_asks_for_a_new_passphrase() {
    let house = recoverable();
    house.act("case add R-001 --need asylum\n").good();
    house.run(&["backup", "copy.age"]).good();
    let other = House::empty();
    secret(&other, "passphrase", &key(&house, "recovery"));
    let copy = house.path("copy.age");
    let copy = copy.to_str().unwrap();
    let nobody = other.run(&["restore", copy]).refused(2);
    assert!(nobody.contains("no terminal to ask"), "{nobody}");
    secret(&other, "new", STRONG);
    let new = other.path("new");
    let said = other.run(&["restore", copy, "--new-passphrase-file", new.to_str().unwrap()]).good().join("\n");
    assert!(said.contains("recovery key opens it too"), "{said}");
    assert!(opens(&other, STRONG) && opens(&other, &key(&house, "recovery")) && !opens(&other, PASSPHRASE));
    secret(&other, "passphrase", &key(&house, "recovery"));
    assert!(other.run(&["restore", "--drill", copy]).good().join("").contains("1 to 1"));
}

#[test]
fn a_forgotten_passphrase_is_replaced_with_the_recovery_key() {
    let house = recoverable();
    house.act("case add R-001 --need asylum\n").good();
    let old = key(&house, "recovery");
    secret(&house, "passphrase", &old);
    let new = secret(&house, "new", STRONG);
    house.run(&["passphrase", "--new-passphrase-file", &new]).good();
    secret(&house, "passphrase", STRONG);
    let file = house.path("second");
    let said = house.run(&["recovery-key", "--recovery-file", file.to_str().unwrap()]).good().join("\n");
    assert!(said.contains("old recovery key no longer opens this vault"), "{said}");
    assert!(opens(&house, STRONG) && opens(&house, &key(&house, "second")));
    assert!(!opens(&house, &old) && !opens(&house, PASSPHRASE));
    assert!(house.run(&["cases"]).good().join("\n").contains("R-001"));
    let said = house.run(&["recovery-key"]).refused(2);
    assert!(said.contains("--recovery-file FILE"), "{said}");
}

#[test]
fn a_second_person_comes_is_listed_and_goes() {
    let house = recoverable();
    let theirs = secret(&house, "theirs", "cuatro nubes y una silla");
    let add = ["person", "add", "Rosa", "--new-passphrase-file", &theirs];
    assert_eq!(house.run(&add).good(), ["Rosa can now open the vault with their own passphrase."]);
    assert!(house.run(&add).refused(1).contains("already"));
    let own = house.path("passphrase").display().to_string();
    assert!(
        house.run(&["person", "add", "Luz", "--new-passphrase-file", &own]).refused(1).contains("of the vault itself")
    );
    assert!(opens(&house, "cuatro nubes y una silla") && opens(&house, PASSPHRASE));
    let listed = house.run(&["person", "list"]).good();
    assert_eq!(listed, ["passphrase, used just now", "recovery key", "person: Rosa"]);
    let copy = house.path("for-rosa").to_str().unwrap().to_owned();
    house.run(&["backup", &copy]).good();
    let tried = house.run_bare(&["restore", &copy, "--drill", "--passphrase-file", &theirs]).good();
    assert!(tried[0].contains("restores whole"), "she opens copies before she ever opened the vault: {tried:?}");
    let header = std::fs::read(house.vault().join("vault.hdr")).unwrap();
    assert!(!header.windows(4).any(|part| part == b"Rosa"), "the label is sealed");
    house.run(&["person", "add", "Luz", "--new-passphrase-file", &theirs]).good();
    let full = house.run(&["person", "add", "Eva", "--new-passphrase-file", &theirs]).refused(1);
    assert!(full.contains("no room for a third") && full.contains("person remove"), "{full}");
    let said = house.run(&["person", "remove", "Rosa"]).good();
    assert!(said[0].contains("can no longer open") && said[1].contains("still open"), "{said:?}");
    assert!(house.run(&["person", "remove", "Rosa"]).refused(1).contains("Nobody is called"));
    house.run(&["person", "remove", "Luz"]).good();
    assert!(!opens(&house, "cuatro nubes y una silla") && opens(&house, PASSPHRASE));
}

#[test]
fn slots_do_not_change_while_another_holds_the_vault_or_without_its_passphrase() {
    let house = recoverable();
    let new = secret(&house, "new", STRONG);
    let before = std::fs::read(house.vault().join("vault.hdr")).unwrap();
    let mut open = house.open(&["do", "-"]);
    // It holds the lock from its first answer on.
    let mut input = open.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, b"case add R-001 --need asylum\n").unwrap();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(open.stdout.as_mut().unwrap()), &mut String::new())
        .unwrap();
    let recovery = house.path("second");
    let commands = [
        vec!["passphrase", "--new-passphrase-file", &new],
        vec!["recovery-key", "--recovery-file", recovery.to_str().unwrap()],
        vec!["person", "add", "Rosa", "--new-passphrase-file", &new],
        vec!["person", "remove", "Rosa"],
        vec!["person", "list"],
    ];
    for command in &commands {
        assert!(house.run(command).refused(3).contains("in use by process"));
    }
    drop(input);
    assert!(open.wait().unwrap().success());
    secret(&house, "passphrase", "not the passphrase");
    for command in &commands {
        assert!(house.run(command).refused(3).contains("not the passphrase"));
    }
    assert!(!recovery.exists());
    assert_eq!(std::fs::read(house.vault().join("vault.hdr")).unwrap(), before);
}

#[test]
fn one_lost_header_is_mended_and_two_are_damage() {
    let house = recoverable();
    let [first, second] = ["vault.hdr", "vault.hdr.2"].map(|name| house.vault().join(name));
    let good = std::fs::read(&first).unwrap();
    for lost in [&first, &second] {
        std::fs::write(lost, b"gone").unwrap();
        assert!(house.act("").err.contains("One copy of the header was bad"), "it is said");
        assert_eq!([&first, &second].map(|copy| std::fs::read(copy).unwrap() == good), [true, true]);
    }
    std::fs::write(&first, b"gone").unwrap();
    std::fs::write(&second, b"gone").unwrap();
    for command in [vec!["cases"], vec!["person", "list"], vec!["do", "-"]] {
        let said = house.run(&command).refused(4);
        assert!(said.contains("copies of the header are damaged") && said.contains("rumbo restore"), "{said}");
    }
}

#[test]
fn without_a_header_the_newest_backup_is_named_and_no_new_vault_offered() {
    let house = House::new();
    house.act("case add R-001 --need asylum\n").good();
    // Of one change; the vault was made on a later day than that by the clock of the machine.
    let backup = house.vault().join("backups/2026-11-22-000001.age");
    assert!(backup.exists());
    for name in ["vault.hdr", "vault.hdr.2"] {
        std::fs::remove_file(house.vault().join(name)).unwrap();
    }
    for command in [&["queue"][..], &["verify"], &["repair"], &["audit"], &["init", "--insecure-test-kdf"]] {
        let said = house.run(command).refused(4);
        assert!(said.contains("Both copies of the header are gone"), "{said}");
        assert!(said.contains(&format!("rumbo restore {} --vault", backup.display())), "{said}");
    }
    std::fs::remove_dir_all(house.vault().join("backups")).unwrap();
    let said = house.run(&["queue", "--lang", "es"]).refused(4);
    assert!(said.contains("Faltan las dos copias") && said.contains("rumbo restore ARCHIVO"), "{said}");
}

#[test]
fn where_something_else_is_no_vault_is_begun() {
    let house = House::empty();
    let letters = house.path("letters");
    std::fs::create_dir(&letters).unwrap();
    std::fs::write(letters.join("letter.txt"), b"a letter").unwrap();
    // The passphrase's file is not there: it is not even looked for.
    for place in [letters.clone(), letters.join("letter.txt")] {
        let place = place.display().to_string();
        let args = ["init", "--insecure-test-kdf", "--passphrase-file", "/nowhere/at/all", "--vault", &place];
        let said = house.run_bare(&args).refused(1);
        assert!(said.contains("already"), "{said}");
    }
}

#[test]
fn a_vault_with_the_first_header_takes_a_new_passphrase() {
    let house = House::empty();
    let copy = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/files/schema1.copy");
    house.run(&["restore", copy]).good();
    let cases = house.run(&["cases", "--json"]).good();
    let new = secret(&house, "new", STRONG);
    house.run(&["passphrase", "--new-passphrase-file", &new]).good();
    assert!(!opens(&house, PASSPHRASE));
    secret(&house, "passphrase", STRONG);
    assert_eq!(house.run(&["cases", "--json"]).good(), cases);
}

#[test]
fn a_rotated_vault_says_the_same_and_opens_only_with_what_it_was_rotated_for() {
    let house = recoverable();
    house.act("case add R-001 --need asylum\nevent log R-001 note \"a call\"\n").good();
    let theirs = secret(&house, "theirs", "cuatro nubes y una silla");
    house.run(&["person", "add", "Rosa", "--new-passphrase-file", &theirs]).good();
    let cases = house.run(&["cases", "--json"]).good();
    assert!(house.run(&["rotate"]).refused(2).contains("--recovery-file FILE"));
    let file = house.path("second");
    let said = house.run(&["rotate", "--recovery-file", file.to_str().unwrap()]).good();
    assert!(said[1].contains("sealed anew") && said[2].starts_with("Rosa can no longer"), "{said:?}");
    assert_eq!(house.run(&["cases", "--json"]).good(), cases);
    assert!(house.notes("R-001").contains(&"a call".to_owned()));
    assert!(opens(&house, PASSPHRASE) && opens(&house, &key(&house, "second")));
    assert!(!opens(&house, &key(&house, "recovery")) && !opens(&house, "cuatro nubes y una silla"));
    house.act("undo\n").good();
}
