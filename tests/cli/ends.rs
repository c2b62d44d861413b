//! How a run ends: 0 done, 1 refused, 2 written wrong, 3 locked or the wrong passphrase, 4 damaged.

use super::house::House;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;

#[test]
fn each_kind_of_end_has_its_code() {
    let house = House::new();
    assert_eq!(house.act("case add R-014 --need asylum\n").code, 0);
    assert_eq!(house.act("case add R-014 --need asylum\n").code, 1);
    assert_eq!(house.run(&["timeline", "R-099"]).code, 1);
    assert_eq!(house.run(&["qeue"]).code, 2);
    assert_eq!(house.run(&["queue", "--now", "tomorrow"]).code, 2);
    assert_eq!(house.run(&["do", "no-such-file"]).code, 2);
    house.write("passphrase", b"not the passphrase\n");
    let wrong = house.run(&["queue"]).refused(3);
    assert!(wrong.contains("not the passphrase"), "{wrong}");
    assert_eq!(house.act("undo\n").code, 3);
    let nowhere = House::empty().run(&["queue"]).refused(1);
    assert!(nowhere.contains("There is no vault") && nowhere.contains("rumbo init"), "{nowhere}");
}

#[test]
fn a_second_writer_is_refused_and_told_who_writes() {
    let house = House::new();
    let mut first = house.open(&["do", "-"]);
    let mut input = first.stdin.take().unwrap();
    let mut answers = BufReader::new(first.stdout.take().unwrap());
    let mut answer = String::new();
    input.write_all(b"case add R-014 --need asylum\n").unwrap();
    answers.read_line(&mut answer).unwrap();
    assert_eq!(answer, "ok 1\n");
    let list = house.write("list.csv", b"name\nAyuda\n");
    for args in [vec!["do", "-"], vec!["import", "partners", &list, "--yes"]] {
        let said = house.run(&args).refused(3);
        let who = format!("in use by process {}", first.id());
        assert!(said.contains(&who) && said.contains("Leave the other rumbo first"), "{args:?}: {said}");
    }
    // Reading goes on beside it, and sees what is durable.
    assert_eq!(house.run(&["cases", "--json"]).json().len(), 1);
    house.run(&["queue"]).good();
    house.run(&["partners"]).good();
    house.run(&["timeline", "R-014"]).good();
    house.run(&["backup", house.path("copy").to_str().unwrap()]).good();
    assert_eq!(house.run(&["import", "partners", &list]).good()[0], "new      Ayuda");
    input.write_all(b"case add R-015 --need asylum\n").unwrap();
    drop(input);
    assert_eq!(answers.lines().map(Result::unwrap).collect::<Vec<_>>(), ["ok 2"]);
    assert!(first.wait().unwrap().success());
    assert_eq!(house.act("case add R-016 --need asylum\n").good(), ["ok 3"]);
}

/// The files of the journal.
fn journal(house: &House) -> Vec<PathBuf> {
    std::fs::read_dir(house.vault().join("journal")).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_damaged_vault_is_left_alone_and_says_so() {
    let house = House::new();
    house.act("case add R-014 --need asylum\ncase add R-015 --need asylum\ncase add R-016 --need asylum\n").good();
    let file = journal(&house).into_iter().max_by_key(|path| path.metadata().unwrap().len()).unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    // The file is longer than what is written in it.
    let written = bytes.iter().rposition(|byte| *byte != 0).unwrap();
    bytes[written / 2] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    // What a clean close left behind could hide it; a writer looks at the journal all the same.
    drop(std::fs::remove_file(house.vault().join("checkpoint")));
    std::fs::remove_dir_all(house.vault().join("backups")).unwrap();
    let said = house.act("case add R-017 --need asylum\n").refused(4);
    assert!(said.contains("damaged") && said.contains("rumbo restore FILE --vault DIR"), "{said}");
    // What is proven is shown, and nobody's script takes it for all there is.
    let read = house.run(&["cases", "--json"]);
    assert!(read.code == 4 && read.err.contains("damaged") && read.out.lines().count() == 2, "{read:?}");
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
}
