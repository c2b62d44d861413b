//! Files that are not what they are taken for: each is named, with the line where there is one, and what to do.

use super::house::{House, chmod, column};

const FIFTY_MEGABYTES: usize = 50_000_000;

/// What an import of partners says of a file that it cannot begin with.
fn refused(house: &House, file: &str) -> String {
    let said = house.run(&["import", "partners", file]).refused(2);
    assert!(said.contains(file), "{said}");
    assert!(said.len() < 3_000, "{} bytes of error", said.len());
    said
}

#[test]
fn what_cannot_be_read_is_named_with_what_to_do() {
    let house = House::new();
    let missing = house.path("nowhere.csv");
    let said = refused(&house, missing.to_str().unwrap());
    assert!(said.contains("nothing of that name") && said.contains("Check its name"), "{said}");
    let folder = house.path("folder");
    std::fs::create_dir(&folder).unwrap();
    let said = refused(&house, folder.to_str().unwrap());
    assert!(said.contains("of a folder, name the files in it"), "{said}");
    let empty = house.write("empty.csv", b"");
    assert!(refused(&house, &empty).contains("is empty"));
    let blank = house.write("blank.csv", b"\n \r\n\t\n");
    assert!(refused(&house, &blank).contains("is empty"));
    for args in [vec!["do", folder.to_str().unwrap()], vec!["do", missing.to_str().unwrap()]] {
        let said = house.run(&args).refused(2);
        assert!(said.contains("Cannot read") && said.contains("Check its name"), "{said}");
    }
    let secret = house.write("secret.csv", b"name\nAyuda\n");
    chmod(&house.path("secret.csv"), 0o000);
    if std::fs::read(&secret).is_ok() {
        eprintln!("skipped: whoever runs this may read every file");
    } else {
        assert!(refused(&house, &secret).contains("ermission denied"));
    }
}

#[test]
fn what_is_no_text_is_named_with_its_line() {
    let house = House::new();
    let workbook = house.write("book.xlsx", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\n\x01");
    let said = refused(&house, &workbook);
    assert!(said.contains("book.xlsx, line 1") && said.contains("Save it as CSV"), "{said}");
    let zeros = house.write("zeros.csv", b"name,city\nAyuda,Mesa\nPu\0ente,Tempe\n");
    assert!(refused(&house, &zeros).contains("zeros.csv, line 3"));
    let cases = house.run(&["import", "cases", &zeros]).refused(2);
    assert!(cases.contains("zeros.csv, line 3"), "{cases}");
    let noise: Vec<u8> = (0..200_000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1] | 1).collect();
    let noise = house.write("noise.csv", &noise);
    assert!(refused(&house, &noise).contains("no column says name"));
    assert!(house.run(&["partners", "--json"]).json().is_empty());
}

#[test]
fn a_line_of_fifty_megabytes_is_refused_by_its_number() {
    let house = House::new();
    let mut long = vec![b'a'; FIFTY_MEGABYTES];
    let only = house.write("only.csv", &long);
    assert!(refused(&house, &only).contains("no column says name"));
    let mut table = b"name,city\n".to_vec();
    table.append(&mut long);
    table.extend(b",Mesa\nAyuda,Mesa\n");
    let table = house.write("table.csv", &table);
    let said = house.run(&["import", "partners", &table]).good();
    assert_eq!(said[..2], ["new      Ayuda, Mesa".to_owned(), format!("refused  {table}, line 2: name: too long")]);
    let mut lines = b"case add R-1 --need asylum\nevent log R-1 note \"".to_vec();
    lines.extend(vec![b'a'; FIFTY_MEGABYTES]);
    lines.extend(b"\"\ncase add R-2 --need asylum\n");
    let lines = house.write("lines", &lines);
    let said = house.run(&["do", &lines]);
    assert_eq!(said.code, 1);
    let answers: Vec<&str> = said.out.lines().collect();
    assert_eq!((answers[0], answers[2]), ("ok 1", "ok 2"));
    assert!(answers[1].starts_with("error 2: longer than 200000 characters"), "{answers:?}");
    assert!(house.notes("R-1").is_empty());
}

#[test]
fn windows_files_and_hidden_characters_come_in_visibly() {
    let house = House::new();
    let latin = house.write("latin1.csv", b"name;city\r\nAsociaci\xF3n Nu\xF1ez;M\xE9rida\r\n\"A\xA0B\x07\";Mesa\r\n");
    house.run(&["import", "partners", &latin, "--yes"]).good();
    let partners = house.run(&["partners", "--json"]).json();
    assert_eq!(column(&partners, "name"), ["A\u{a0}B<U+0007>", "Asociación Nuñez"]);
    house.act("case add R-1 --need asylum\nevent log R-1 note \"a\0b\u{1b}[2J\u{202e}c\"\n").good();
    assert_eq!(house.notes("R-1"), ["a<U+0000>b<U+001B>[2J<U+202E>c"]);
    for args in [vec!["timeline", "R-1"], vec!["partners"], vec!["import", "partners", &latin]] {
        let out = house.run(&args).good().join("\n");
        assert!(!out.contains(|c: char| c.is_control() && c != '\n'), "{args:?}: {out:?}");
    }
}
