//! A session with planted names, and then every file that it could have left searched for them. On the way: no socket.

use super::chance::Chance;
use super::house::{House, NOW};
use super::needles::Needles;
use super::trace;
use std::fmt::Write;

/// How many names are planted.
const NAMES: usize = 200;

/// Names that no dictionary, no library and no other file has, each of twelve letters or more.
pub fn names() -> Vec<String> {
    const PARTS: [&str; 16] = [
        "quil", "vex", "zor", "thra", "mib", "plon", "wug", "drel", "fnar", "jux", "kelb", "ospi", "grun", "yath",
        "blim", "sneq",
    ];
    let mut chance = Chance(42);
    let mut names = std::collections::BTreeSet::new();
    while names.len() < NAMES {
        let mut name: String = (0..4).map(|_| PARTS[chance.below(PARTS.len())]).collect();
        name[..1].make_ascii_uppercase();
        if name.len() >= 12 {
            names.insert(name);
        }
    }
    names.into_iter().collect()
}

/// Lines that plant names: cases and their representatives, titles, places, steps, notes, partners.
fn lines(names: &[String]) -> String {
    let mut lines = String::new();
    for (n, group) in names[..180].chunks(9).enumerate() {
        let [name, lawyer, title, place, step, note, partner, edited, reason] = group else { unreachable!() };
        writeln!(lines, "case add P-{n} --need asylum --name \"{name}\" --representative \"{lawyer}\"").unwrap();
        writeln!(
            lines,
            "deadline add P-{n} --title \"{title}\" --at \"2027-01-21 08:30\" --place \"{place}\" --consequence removal"
        )
        .unwrap();
        let deadline = n + 1;
        writeln!(lines, "step add D{deadline} \"{step}\" --kind letter").unwrap();
        writeln!(lines, "event log P-{n} note \"{note} and {}\"", "padding ".repeat(n * 40)).unwrap();
        writeln!(lines, "partner add \"{partner}\" --city Lynn").unwrap();
        writeln!(lines, "case edit P-{n} --notes \"{edited}\"").unwrap();
        writeln!(lines, "case hold P-{n} --reason \"{reason}\" --by \"{lawyer}\"").unwrap();
        writeln!(lines, "case release P-{n} --reason \"{reason}\"").unwrap();
    }
    lines.push_str("undo\nredo\ncase erase P-3 --confirm P-3\n");
    lines
}

/// A run that must end well and open no socket.
fn quiet(house: &House, args: &[&str], input: &str) -> String {
    let run = trace::run(house, "trace=network", args, input);
    assert_eq!(
        run.code,
        Some(0),
        "{args:?}: {}{}",
        run.out.lines().filter(|l| l.starts_with("error")).collect::<String>(),
        run.err
    );
    let opened: Vec<&str> =
        run.calls.lines().filter(|line| line.contains("socket(") || line.contains("connect(")).collect();
    assert_eq!(opened, Vec::<&str>::new(), "{args:?} opened a socket");
    run.out
}

#[test]
fn no_planted_name_is_left_in_any_file_and_no_socket_is_opened() {
    if !trace::is_here() {
        return;
    }
    let house = trace::furnished();
    let names = names();
    quiet(&house, &["init", "--insecure-test-kdf"], "");
    quiet(&house, &["do", "-", "--now", NOW], &lines(&names));
    // What is plain by nature or by wish: the file that is brought in, and the exports.
    let table = format!(
        "name,city,notes\n{}",
        names[180..].iter().map(|name| format!("{name},Lynn,x\n")).collect::<Vec<_>>().concat()
    );
    let (list, plain) = (house.path("plain/list.csv"), house.path("plain"));
    std::fs::create_dir(&plain).unwrap();
    std::fs::write(&list, table).unwrap();
    quiet(&house, &["import", "partners", list.to_str().unwrap(), "--yes"], "");
    // The names are there to be found: who may read, reads them.
    let mut shown = quiet(&house, &["cases", "--json"], "") + &quiet(&house, &["partners", "--json"], "");
    shown += &quiet(&house, &["queue", "--json", "--now", NOW], "");
    for n in (0..20).filter(|n| *n != 3) {
        shown += &quiet(&house, &["timeline", &format!("P-{n}"), "--json"], "");
    }
    let told = names.iter().filter(|name| shown.contains(*name)).count();
    assert!(told > 150, "{told} of the names are in the vault");
    let ics = house.path("plain/dates.ics");
    quiet(&house, &["export", "ics", ics.to_str().unwrap(), "--now", NOW], "");
    // What is sealed, is sealed wherever it goes.
    quiet(&house, &["export", "json", house.path("all.age").to_str().unwrap()], "");
    let copy = house.path("copy");
    quiet(&house, &["backup", copy.to_str().unwrap()], "");
    // Killed with work under way: nothing is tidied up.
    let run = trace::run(&house, "inject=fdatasync:signal=KILL:when=9", &["do", "-", "--now", NOW], &again(&names));
    assert!(run.happened, "{}{}", run.out, run.err);
    // What the test itself wrote.
    let own = ["passphrase", "input", "calls", "plain"].map(|name| house.path(name));
    let needles = Needles::new(&names);
    let (found, files, bytes) = needles.found_below(house.path("").as_path(), &own);
    assert!(files > 6, "{files}");
    assert_eq!(found, Vec::<String>::new());
    // The search would have found them.
    assert!(needles.found_below(&plain, &[]).0.len() >= 20);
    let said = house.run(&["cases"]).good();
    assert!(said.len() > 15);
    trace::report(&format!(
        "{NAMES} planted names, {told} of them shown again: 0 found in {files} files, {bytes} bytes; no socket"
    ));
}

/// More changes with the same names.
fn again(names: &[String]) -> String {
    names[..20].iter().map(|name| format!("event log P-1 note \"{name}\"\n")).collect::<Vec<_>>().concat()
}
