//! What stands on the screen: sizes, colours, languages, the live keymap, and text that means harm.

use crate::clinic::{Clinic, NOW};
use crate::tty::{Setup, Tty};

const ONE: &str = "case add R-014 --need asylum
clinic set --navigator Ana --on-call \"Lee Park\" --on-call-phone \"(555) 010-0111\"
deadline add R-014 --title \"Letter to court\" --due 2026-12-01 --consequence removal
deadline add R-014 --title \"I-589 filing\" --due 2027-01-08 --consequence right
";

#[test]
fn any_size_is_worked_on_and_too_small_is_said() {
    let clinic = Clinic::after(ONE);
    let mut tty = clinic.open(&[]);
    tty.see("Letter to court");
    for (cols, rows) in [(40, 12), (300, 100), (120, 40), (41, 13), (80, 24)] {
        tty.resize(cols, rows);
        tty.wait(&format!("{cols}×{rows}"), |screen| {
            screen.contents().contains("R-014") && screen.rows(0, cols).last().is_some_and(|hints| hints.contains("w "))
        });
    }
    for (cols, rows) in [(39, 12), (40, 11), (10, 3), (1, 1)] {
        tty.resize(cols, rows);
        tty.wait("a polite word", |screen| !screen.contents().contains("R-014"));
    }
    tty.resize(39, 11);
    tty.see("40 × 12");
    tty.resize(80, 24);
    tty.see("Letter to court");
    tty.keys("q");
    assert_eq!(tty.ended().0.exit_code(), 0);
}

#[test]
fn without_colour_the_selected_row_is_still_marked() {
    let clinic = Clinic::after(ONE);
    let tty = clinic.open_as(&Setup { env: &[("NO_COLOR", "1")], ..Setup::at(clinic.path()) }, &[]);
    tty.see("Letter to court");
    let (row, inverse) = tty.look(|screen| {
        let rows: Vec<String> = screen.rows(0, 80).collect();
        let row = rows.iter().position(|row| row.contains("> ") && row.contains("Letter")).expect("a marked row");
        let cell = |column| screen.cell(u16::try_from(row).unwrap(), column).unwrap();
        assert!((0..80).all(|column| cell(column).fgcolor() == vt100::Color::Default), "colours under NO_COLOR");
        // The bar goes from the marker over the code name up to what is to be done.
        let title = (0..80).find(|column| cell(*column).contents() == "L").expect("the title");
        (row, title > 10 && (1..title).all(|column| cell(column).inverse()) && !cell(title).inverse())
    });
    assert!(inverse, "row {row} looks like any other");
}

#[test]
fn what_is_pasted_is_text_and_never_a_command() {
    let clinic = Clinic::after(ONE);
    let mut tty = clinic.open(&[]);
    tty.see("Letter to court");
    tty.paste("cccq\ryD");
    tty.see("the paste was left out");
    assert!(tty.text().contains("Letter to court"));
    tty.keys("n");
    tty.see("Note what happened");
    tty.fill("kind", "visit");
    tty.keys("tab");
    tty.paste("harm\u{1b}]0;less\u{7} \u{202e}gnp.exe\nand\ton");
    tty.see("<U+202E>");
    tty.keys("ctrl-s");
    tty.see("Logged an event");
    let events = clinic.run(&["timeline", "R-014", "--json"]);
    assert!(events.contains("harm<U+001B>]0;less<U+0007> <U+202E>gnp.exe and on"), "{events}");
    let title = b"\x1b]0;less";
    assert!(!tty.written().windows(title.len()).any(|bytes| bytes == title), "the title was set by a paste");
}

#[test]
fn a_long_note_can_be_read_to_its_end_on_a_small_screen() {
    let note = format!("{}and that is the end of it", "She waits for the letter of the doctor. ".repeat(12));
    let clinic = Clinic::after(&format!("case add R-014 --need asylum\nevent log R-014 note \"{note}\"\n"));
    let mut tty = clinic.open(&[]);
    tty.see("R-014");
    tty.keys("1 enter");
    tty.see("Timeline R-014");
    tty.see("She waits");
    assert!(!tty.text().contains("that is the end of it"), "the row is long enough");
    tty.keys("enter");
    tty.wait("the end of the note", |screen| {
        let text = screen.contents().replace(|c: char| c == '┃' || c.is_whitespace(), "");
        text.contains("thatistheendofit")
    });
}

#[test]
fn the_hints_and_the_keys_are_those_of_the_live_keymap() {
    let clinic = Clinic::after(ONE);
    let own = clinic.write("own.toml", "schema = 1\nname = \"own\"\nextends = \"default\"\n[deadlines]\n\"c\" = \"nop\"\n\"z\" = \"deadline done @\"\n");
    let mut tty = clinic.open(&["--keymap", own.to_str().unwrap()]);
    tty.see("z done");
    tty.keys("c z");
    tty.see("Completed Letter to court, R-014");
    tty.keys("u");
    tty.see("Undid: completed Letter to court, R-014");

    drop(tty);
    let mut vim = clinic.open(&["--keymap", "vim"]);
    vim.see("c done");
    vim.keys("g");
    vim.see("Go to the caseload");
    vim.keys("1");
    vim.keys("Z Z");
    assert_eq!(vim.ended().0.exit_code(), 0);
    vim.is_put_back();
}

#[test]
fn a_bad_keymap_does_not_keep_anybody_out() {
    let clinic = Clinic::after(ONE);
    let own = clinic.write("own.toml", "schema = 1\nname = \"own\"\n[deadlines]\n\"c\" = \"deadline dnoe @\"\n");
    let mut tty = clinic.open(&["--keymap", own.to_str().unwrap()]);
    tty.see("own.toml:4");
    tty.keys("j k c");
    tty.see("Completed Letter to court, R-014");
}

#[test]
fn it_speaks_spanish_where_the_system_does_or_when_asked() {
    let clinic = Clinic::after(ONE);
    let env: &[(&str, &str)] = &[("LANG", "es_MX.UTF-8")];
    let mut tty = clinic.open_as(&Setup { env, ..Setup::at(clinic.path()) }, &[]);
    tty.see("Plazos");
    tty.keys("c");
    tty.see("Plazo cumplido: Letter to court, R-014");
    tty.keys("L");
    tty.see("Deadlines");
    drop(tty);
    let home = tempfile::tempdir().unwrap();
    let tty = Tty::run(&Setup::at(home.path()), &["--lang", "es", "--now", NOW, "demo", "--cases", "20"]);
    tty.see("Plazos");
    tty.see("DEMO");
}
