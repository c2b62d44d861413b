//! Erasing a case for good, by the built program.

use super::house::{House, NOW, column};
use std::fs;

/// A vault of the first version: the case goes and stays away, its neighbours and their undo do not.
#[test]
fn a_case_of_an_old_vault_is_erased_for_good() {
    let house = House::empty();
    let copy = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/files/schema1.copy");
    let said = house.run(&["restore", copy]);
    assert!(said.out.contains("Made a vault"), "{said:?}");
    house.act("case add R-900 --need asylum\ncase hold R-001 --reason \"a letter\" --by \"Dana Ruiz\"\n").good();
    assert!(house.act("case erase R-001 --confirm R-001\n").out.contains("legal hold"));
    house.act("case release R-001 --reason over\n").good();
    assert_eq!(house.act("case erase R-001 --confirm R-002\n").code, 1);
    let erased = house.act("case erase R-001 --confirm R-001\n");
    assert!(erased.err.contains("copies and exports"), "what remains is said: {erased:?}");
    erased.good();
    let cases = || column(&house.run(&["cases", "--json", "--now", NOW]).json(), "code").join(" ");
    assert!(!cases().contains("R-001") && cases().contains("R-900"));
    house.run(&["timeline", "R-001"]).refused(1);
    assert_eq!(house.act("undo\n").code, 1);
    house.act("undo --past-erased\n").good();
    assert!(!cases().contains("R-001") && !cases().contains("R-900"));
    house.act("redo\n").good();
    assert!(cases().contains("R-900"));
}

/// The keyring is the only way to a case: one good copy is enough, none is damage with a way out.
#[test]
fn a_lost_keyring_is_damage_and_says_what_helps() {
    let house = House::new();
    house.act("case add R-001 --need asylum\n").good();
    let backup = house.path("backup");
    house.run(&["backup", backup.to_str().unwrap()]).good();
    let [one, two] = ["keyring", "keyring.2"].map(|name| house.vault().join(name));
    fs::remove_file(one).unwrap();
    assert!(house.run(&["do", "-"]).err.contains("One copy of the keyring was bad"));
    fs::remove_file(house.vault().join("keyring")).unwrap();
    fs::remove_file(two).unwrap();
    let said = house.run(&["cases"]);
    assert!(said.code == 4 && said.err.contains("keyring") && said.err.contains("rumbo repair"), "{said:?}");
    assert!(said.out.contains("R-001"), "the checkpoint has it: {said:?}");
}

/// A case whose key could not be destroyed: every command that opens the vault to write says so until it could, and does
/// what it was asked for.
#[test]
fn an_unfinished_erasure_is_heard_and_finished_by_whoever_writes_next() {
    let house = House::new();
    house.act("case add R-001 --need asylum\ncase add R-002 --need asylum\n").good();
    let ring = || fs::read(house.vault().join("keyring")).unwrap();
    let before = ring();
    fs::create_dir(house.vault().join("keyring.new")).unwrap();
    let refused = house.act("case erase R-001 --confirm R-001\n");
    assert_eq!(refused.code, 1, "{refused:?}");
    let sentence = "A case was erased, but what keeps it readable could not be destroyed yet.";
    let sheet = house.write("cases.csv", b"code,need\nR-003,asylum\n");
    let number = ["a-number", "R-002", "--remove"];
    let import = ["import", "cases", &sheet, "--yes", "--now", NOW];
    let writing = [house.act("event log R-002 note \"came by\"\n"), house.run(&import), house.run(&number)];
    for said in &writing {
        assert_eq!(said.err.matches(sentence).count(), 1, "{said:?}");
    }
    assert_eq!(writing[0].code, 0, "it did what it was asked for: {:?}", writing[0]);
    assert!(!house.run(&["cases", "--now", NOW]).err.contains(sentence), "who only reads destroys nothing");
    assert!(ring() == before);
    fs::remove_dir(house.vault().join("keyring.new")).unwrap();
    let said = house.act("event log R-002 note \"once more\"\n");
    assert!(said.code == 0 && !said.err.contains(sentence), "{said:?}");
    assert!(ring() != before, "its key is gone");
    assert!(house.run(&["verify"]).code == 0);
}
