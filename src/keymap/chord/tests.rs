#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;

fn event(code: KeyCode, modifiers: KeyModifiers) -> Option<String> {
    Chord::from_event(KeyEvent::new(code, modifiers)).map(|chord| chord.to_string())
}

fn arrives(code: KeyCode, modifiers: KeyModifiers) -> String {
    event(code, modifiers).unwrap()
}

const NONE: KeyModifiers = KeyModifiers::NONE;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

#[test]
fn a_letter_carries_its_shift() {
    assert_eq!(arrives(KeyCode::Char('g'), NONE), "g");
    assert_eq!(arrives(KeyCode::Char('G'), SHIFT), "G");
    assert_eq!(arrives(KeyCode::Char('G'), NONE), "G");
    assert_eq!(arrives(KeyCode::Char('g'), SHIFT), "G");
    assert_eq!(arrives(KeyCode::Char('ñ'), SHIFT), "Ñ");
    assert_eq!(arrives(KeyCode::Char('?'), SHIFT), "?");
    assert_eq!(arrives(KeyCode::Char('X'), ALT | SHIFT), "alt-X");
}

#[test]
fn control_bytes_become_the_key_they_stand_for() {
    // What crossterm makes of 0x00, 0x08, 0x0A, 0x1C to 0x1F, and of extended reports of the same keys.
    assert_eq!(arrives(KeyCode::Char(' '), CTRL), "ctrl-space");
    assert_eq!(arrives(KeyCode::Char('h'), CTRL), "backspace");
    assert_eq!(arrives(KeyCode::Char('j'), CTRL), "ctrl-j");
    assert_eq!(arrives(KeyCode::Char('4'), CTRL), "ctrl-\\");
    assert_eq!(arrives(KeyCode::Char('5'), CTRL), "ctrl-]");
    assert_eq!(arrives(KeyCode::Char('6'), CTRL), "ctrl-^");
    assert_eq!(arrives(KeyCode::Char('7'), CTRL), "ctrl-_");
    assert_eq!(arrives(KeyCode::Char('/'), CTRL), "ctrl-_");
    assert_eq!(arrives(KeyCode::Char('i'), CTRL), "tab");
    assert_eq!(arrives(KeyCode::Char('m'), CTRL), "enter");
    assert_eq!(arrives(KeyCode::Char('['), CTRL), "esc");
    assert_eq!(arrives(KeyCode::Char('X'), CTRL | SHIFT), "ctrl-x");
}

#[test]
fn named_keys_keep_their_shift() {
    assert_eq!(arrives(KeyCode::BackTab, SHIFT), "shift-tab");
    assert_eq!(arrives(KeyCode::BackTab, NONE), "shift-tab");
    assert_eq!(arrives(KeyCode::Tab, SHIFT), "shift-tab");
    assert_eq!(arrives(KeyCode::Down, SHIFT), "shift-down");
    assert_eq!(arrives(KeyCode::PageUp, CTRL | ALT), "ctrl-alt-pageup");
    assert_eq!(arrives(KeyCode::F(12), NONE), "f12");
}

#[test]
fn a_release_is_no_key_and_a_repeat_is_one() {
    let kind = |kind| Chord::from_event(KeyEvent::new_with_kind(KeyCode::Down, NONE, kind));
    assert_eq!(kind(KeyEventKind::Release), None);
    assert_eq!(kind(KeyEventKind::Repeat), kind(KeyEventKind::Press));
    assert!(kind(KeyEventKind::Press).is_some());
}

#[test]
fn keys_without_a_name_are_left_alone() {
    assert_eq!(event(KeyCode::CapsLock, NONE), None);
    assert_eq!(event(KeyCode::Char('x'), KeyModifiers::SUPER), None);
}

#[test]
fn a_canonical_spelling_reads_back() {
    for text in ["g", "G", "ñ", "-", "ctrl--", "alt-<", "space", "ctrl-space", "shift-tab", "f1", "f24", "ctrl-_"] {
        assert_eq!(Chord::parse(text).map(|chord| chord.to_string()), Ok(text.to_owned()), "{text}");
    }
    for (_, name) in NAMES {
        assert_eq!(Chord::parse(name).unwrap().to_string(), name);
    }
}

#[test]
fn a_second_spelling_names_the_first() {
    let real = [
        ("ctrl-i", "tab"),
        ("ctrl-m", "enter"),
        ("ctrl-h", "backspace"),
        ("ctrl-[", "esc"),
        ("ctrl-7", "ctrl-_"),
        ("ctrl-/", "ctrl-_"),
        ("ctrl-@", "ctrl-space"),
        ("ctrl-X", "ctrl-x"),
        ("ctrl-shift-x", "ctrl-x"),
        ("shift-g", "G"),
        ("shift-space", "space"),
    ];
    for (alias, real) in real {
        assert_eq!(Chord::parse(alias), Err(BadChord::SameAs(Chord::parse(real).unwrap())), "{alias}");
    }
}

#[test]
fn what_is_no_key_is_refused() {
    for text in ["", "ctlr-k", "alt-ctrl-x", "shift-1", "f0", "f25", "escape", "ctrl-", "hyper-x", "gg"] {
        assert_eq!(Chord::parse(text), Err(BadChord::Unknown), "{text}");
    }
}

#[test]
fn a_sequence_is_split_at_spaces() {
    assert_eq!(parse_keys(" ctrl-x   O ").map(|keys| spell(&keys)), Ok("ctrl-x O".to_owned()));
    assert_eq!(parse_keys("g nowhere"), Err(("nowhere".to_owned(), BadChord::Unknown)));
    assert!(parse_keys(" ").is_err());
}

#[test]
fn only_plain_characters_are_typed() {
    let typed = |text| Chord::parse(text).unwrap().typed();
    assert_eq!(typed("ñ"), Some('ñ'));
    assert_eq!(typed("space"), Some(' '));
    assert_eq!(typed("ctrl-x"), None);
    assert_eq!(typed("alt-x"), None);
    assert_eq!(typed("enter"), None);
}

#[test]
fn chords_that_terminals_do_not_send_are_known() {
    let sendable = |text| Chord::parse(text).unwrap().is_sendable();
    for text in ["ctrl-x", "ctrl-_", "ctrl-space", "shift-tab", "alt-enter", "ctrl-left", "shift-f5", "ctrl-alt-x"] {
        assert!(sendable(text), "{text}");
    }
    for text in ["ctrl-1", "ctrl-.", "ctrl-tab", "ctrl-enter", "shift-enter", "shift-esc", "ctrl-backspace"] {
        assert!(!sendable(text), "{text}");
    }
}
