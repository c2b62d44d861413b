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
