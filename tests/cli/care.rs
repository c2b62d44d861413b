//! Verifying and repairing with the built program.

use super::house::House;
use std::fs;

fn house() -> House {
    let house = House::new();
    house.act("case add R-014 --need asylum\ncase add R-015 --need asylum\ncase add R-016 --need asylum\n").good();
    house
}

/// Flips a bit in the second change.
fn hurt(house: &House) {
    let file = house.vault().join("journal/000001.log");
    let mut bytes = fs::read(&file).unwrap();
    let length = u32::from_le_bytes(bytes[64..68].try_into().unwrap()) as usize;
    bytes[64 + (64 + length + 8).next_multiple_of(64) + 90] ^= 1;
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_good_vault_is_clean_and_a_repair_has_nothing_to_do() {
    let house = house();
    let said = house.run(&["verify"]).good();
    assert!(said.last().unwrap().starts_with("Clean: 3 changes"), "{said:?}");
    let sum = house.run(&["verify", "--json"]).json();
    assert_eq!(sum.last().unwrap()["clean"], true);
    assert_eq!(house.run(&["repair"]).good(), ["The vault is good: 3 changes, all of it proven."]);
}

/// The vault's own backups, gone.
fn without_backups(house: &House) {
    fs::remove_dir_all(house.vault().join("backups")).unwrap();
}

#[test]
fn what_no_backup_has_is_said_to_be_lost() {
    let house = house();
    house.act("event log R-015 note \"came with a letter\"\n").good();
    without_backups(&house);
    hurt(&house);
    let found = house.run(&["verify"]);
    assert!(found.code == 4 && found.out.contains("notes among it, is lost"), "{found:?}");
    assert!(found.out.contains("Look first for a backup elsewhere"), "{found:?}");
    house.run(&["repair", "--yes"]).good();
    assert_eq!(house.run(&["cases", "--json"]).json().len(), 3);
}

#[test]
fn a_damaged_vault_is_shown_verified_and_repaired() {
    let house = house();
    hurt(&house);
    let found = house.run(&["verify"]);
    assert!(found.code == 4 && found.out.contains("damaged: journal/000001.log, change 2"), "{found:?}");
    assert!(found.out.contains("One change that the journal no longer proves is shown from the newest"), "{found:?}");
    let shown = house.run(&["cases", "--json"]);
    assert!(shown.code == 4 && shown.out.lines().count() == 3, "{shown:?}");
    let (list, all) = (house.path("list.age"), house.path("all.age"));
    for export in
        [["export", "csv", "cases", list.to_str().unwrap()], ["export", "json", all.to_str().unwrap(), "--lang=en"]]
    {
        let said = house.run(&export);
        assert!(said.code == 4 && said.err.contains("damaged"), "{export:?}: {said:?}");
    }
    let asked = house.run(&["repair"]);
    assert!(asked.code == 4 && asked.err.contains("--yes"), "{asked:?}");
    assert!(!house.vault().join("damaged").exists());
    let repaired = house.run(&["repair", "--yes"]);
    assert!(repaired.code == 0 && repaired.out.contains("The vault is good: 3 changes"), "{repaired:?}");
    assert_eq!(fs::read_dir(house.vault().join("damaged")).unwrap().count(), 1);
    assert!(house.run(&["verify"]).good().last().unwrap().starts_with("Clean: 3 changes"));
    assert_eq!(house.run(&["cases", "--json"]).json().len(), 3);
    house.act("case add R-017 --need asylum\n").good();
}

#[test]
fn a_bad_backup_is_a_finding_and_stays() {
    let house = house();
    let folder = house.vault().join("backups");
    let own = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let place = own.into_iter().find(|path| path.to_string_lossy().ends_with("000003.age")).unwrap();
    let mut bytes = fs::read(&place).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&place, &bytes).unwrap();
    let name = place.file_name().unwrap().to_string_lossy().into_owned();
    let said = house.run(&["verify"]);
    assert!(said.code == 4 && said.out.contains(&format!("a backup is bad: backups/{name}, change 3")), "{said:?}");
    assert!(house.run(&["verify", "--lang", "es"]).out.contains(&format!("un respaldo está mal: backups/{name}")));
    let told = house.run(&["verify", "--json"]).out;
    let finding: serde_json::Value = serde_json::from_str(told.lines().next().unwrap()).unwrap();
    assert_eq!((&finding["what"], &finding["harmless"]), (&"backup".into(), &false.into()), "{finding}");
    assert!(finding["flaw"].is_string() && finding["todo"].as_str().unwrap().contains("rumbo backup"), "{finding}");
    assert_eq!(fs::read(&place).unwrap(), bytes);
    assert_eq!(house.run(&["cases", "--json"]).json().len(), 3, "the vault itself is good");
}

#[test]
fn a_damaged_vault_says_the_command_that_restores_its_newest_good_backup() {
    let house = house();
    hurt(&house);
    let asked = house.run(&["repair"]);
    let command = asked.err.lines().find_map(|line| line.split_once("beside this vault: ")).map(|(_, said)| said);
    let command = command.unwrap_or_else(|| panic!("{asked:?}")).to_owned();
    assert_eq!(asked.code, 4);
    assert!(house.run(&["cases"]).err.contains(&command), "whoever only reads is told so too");
    assert!(house.run(&["repair", "--lang", "es"]).err.contains(&command));
    let told = house.run(&["verify", "--json"]).out;
    let sum: serde_json::Value = serde_json::from_str(told.lines().last().unwrap()).unwrap();
    assert_eq!(sum["lacking"]["backup"]["command"], command.as_str());
    // Exactly as it is said.
    let passphrase = house.path("passphrase").display().to_string();
    let words: Vec<&str> = command.split(' ').skip(1).chain(["--passphrase-file", &passphrase]).collect();
    house.run_bare(&words).good();
    let restored = house.path("vault-restored").display().to_string();
    let words = ["cases", "--json", "--vault", &restored, "--passphrase-file", &passphrase];
    assert_eq!(house.run_bare(&words).json().len(), 3);
}
