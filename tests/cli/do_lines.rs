//! `rumbo do`: command lines, each durable before its `ok`, and what was refused with its line.

use super::house::{House, NOW, column};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};

#[test]
fn the_lines_of_the_manual_run() {
    let house = House::new();
    let lines = "case add R-014 --need asylum\n\
        event log R-014 note \"text\"\n\
        deadline add R-014 --title \"Letter to court\" --due 2026-12-01 --consequence removal\n\
        deadline add R-014 --rule bia-appeal-30 --trigger 2026-11-02\n\
        deadline done D1\n\
        undo\n";
    assert_eq!(house.act(lines).good(), ["ok 1", "ok 2", "ok 3", "ok 4", "ok 5", "ok 6"]);
    let queue = house.run(&["queue", "--json", "--now", NOW]).json();
    let letter = queue.iter().find(|row| row["id"] == "D1").unwrap();
    assert_eq!((&letter["title"], &letter["due"]), (&"Letter to court".into(), &"2026-12-01".into()));
    assert_eq!((&letter["case"], &letter["consequence"]), (&"R-014".into(), &"removal".into()));
    let appeal = queue.iter().find(|row| row["id"] == "D2").unwrap();
    assert_eq!((&appeal["due"], &appeal["certainty"]), (&"2026-12-02".into(), &"computed".into()));
    assert_eq!(house.notes("R-014")[0], "text");
}

#[test]
fn it_goes_on_after_a_refusal_and_names_the_line() {
    let house = House::new();
    let said = house.act(
        "# a comment\n\ncase add R-014 --need asylum\ncase add R-014 --need asylum\nno such thing\ncase add 'R-015\n\
         deadline add R-014 --due 2026-02-31 --title x\nquit\ncase add R-016 --need citizenship\n",
    );
    assert_eq!(said.code, 1);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 7, "{lines:?}");
    assert_eq!((lines[0], lines[6]), ("ok 1", "ok 2"));
    for (line, number) in lines[1..6].iter().zip(4..) {
        assert!(line.starts_with(&format!("error {number}: ")), "{line}");
    }
    assert_eq!(column(&house.run(&["cases", "--json"]).json(), "code"), ["R-014", "R-016"]);
}

#[test]
fn each_answer_is_there_before_the_next_line_is_sent() {
    let house = House::new();
    let mut child = house.open(&["do", "-"]);
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for (line, expected) in
        [("case add R-1 --need asylum\n", "ok 1"), ("nonsense\n", "error 2: "), ("case add R-2 --need other\n", "ok 2")]
    {
        input.write_all(line.as_bytes()).unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(answer.starts_with(expected), "{answer}");
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

/// What a shell would need around a text to hand it over as it is.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[test]
fn a_note_is_kept_exactly() {
    let house = House::new();
    let long = "long ".repeat(3_000) + "end";
    let notes = [
        "plain",
        "she said \"no\", then \"yes\"",
        "  spaces  inside   and around ",
        "back\\slash \\n is no line break",
        "K’iche’ and K'iche' — José Núñez, 你好, שלום, 👩‍⚕️",
        "$HOME `ls` $(ls) # no comment; --due 2026-12-01",
        "{\"json\": [1, null]}",
        &long,
    ];
    let mut lines = vec!["case add R-014 --need asylum".to_owned()];
    lines.extend(notes.iter().map(|note| format!("event log R-014 note {}", quoted(note))));
    assert_eq!(house.act(&lines.join("\n")).good().len(), notes.len() + 1);
    assert_eq!(house.notes("R-014"), notes);
}

#[test]
fn a_note_of_several_lines_is_one_line_of_json() {
    let house = House::new();
    house.act("case add R-014 --need asylum\nevent log R-014 note \"first\rsecond\"\n").good();
    assert_eq!(house.run(&["timeline", "R-014", "--json"]).good().len(), 1);
    assert_eq!(house.notes("R-014"), ["first\nsecond"]);
}

#[test]
fn a_file_is_run_like_standard_input_in_any_encoding() {
    let house = House::new();
    let file =
        house.write("lines", b"\xEF\xBB\xBFcase add R-1 --need asylum --name N\xFA\xF1ez\r\ncase add R-2 --need other");
    assert_eq!(house.run(&["do", &file]).good(), ["ok 1", "ok 2"]);
    assert_eq!(column(&house.run(&["cases", "--json"]).json(), "name")[0], "Núñez");
}

#[test]
fn undo_reaches_over_a_restart_and_takes_an_import_back_at_once() {
    let house = House::new();
    house.act("case add R-014 --need asylum\ncase add R-015 --need asylum\n").good();
    house.act("undo\n").good();
    assert_eq!(column(&house.run(&["cases", "--json"]).json(), "code"), ["R-014"]);
    house.act("redo\n").good();
    assert_eq!(house.run(&["cases", "--json"]).json().len(), 2);
    let list = house.write("list.csv", b"name,city\nAyuda,Mesa\nPuente,Tempe\n");
    house.run(&["import", "partners", &list, "--yes"]).good();
    assert_eq!(house.run(&["partners", "--json"]).json().len(), 2);
    house.act("undo\n").good();
    assert_eq!(house.run(&["partners", "--json"]).json().len(), 0);
    assert_eq!(house.act("undo\nundo\nundo\n").code, 1);
}

#[test]
fn now_is_the_only_clock() {
    let house = House::new();
    let now = "2031-03-04T22:30:00-05:00";
    let said = house.feed(&["do", "-", "--now", now], b"case add R-1 --need asylum\nevent log R-1 visit x\n");
    assert_eq!(said.good(), ["ok 1", "ok 2"]);
    let events = house.run(&["timeline", "R-1", "--json"]).json();
    assert_eq!(events[0]["at"], "2031-03-05T03:30:00Z");
    assert_eq!(house.run(&["cases", "--json"]).json()[0]["opened"], "2031-03-04");
    house.feed(&["do", "-", "--now", now], b"deadline add R-1 --title x --due +1 --consequence benefit\n").good();
    let left = |now: &str| house.run(&["queue", "--json", "--now", now]).json()[0]["slack_days"].clone();
    assert_eq!(house.run(&["queue", "--json", "--now", now]).json()[0]["due"], "2031-03-05");
    assert!(left("2031-03-03T12:00:00-05:00").as_i64() > left(now).as_i64());
}

#[test]
fn the_words_of_a_refusal_are_in_the_language_asked_for() {
    let house = House::new();
    let said = house.feed(&["do", "-", "--lang", "es"], b"timelin open\nundo\n");
    assert!(said.out.starts_with("error 1: ") && !said.out.contains("There is"), "{said:?}");
    let said: Vec<Value> = house.run(&["queue", "--json", "--lang", "es"]).json();
    assert!(said.is_empty());
}
