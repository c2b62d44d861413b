use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::*;

/// A person at the keyboard.
struct Hands {
    keymap: Keymap,
    pending: Pending,
    context: Context,
}

impl Hands {
    fn on(keymap: Keymap, context: Context) -> Self {
        Self { keymap, pending: Pending::default(), context }
    }

    fn code(&mut self, code: KeyCode, modifiers: KeyModifiers) -> Pressed {
        self.keymap.press(&mut self.pending, self.context, KeyEvent::new(code, modifiers))
    }

    fn key(&mut self, c: char) -> Pressed {
        self.code(KeyCode::Char(c), KeyModifiers::NONE)
    }

    fn ctrl(&mut self, c: char) -> Pressed {
        self.code(KeyCode::Char(c), KeyModifiers::CONTROL)
    }

    fn escape(&mut self) -> Pressed {
        self.code(KeyCode::Esc, KeyModifiers::NONE)
    }
}

fn run(line: &str) -> Pressed {
    Pressed::Run(Arc::from(line), None)
}

fn run_times(line: &str, count: u32) -> Pressed {
    Pressed::Run(Arc::from(line), Some(count))
}

#[test]
fn the_nearest_table_comes_first() {
    let mut hands = Hands::on(Keymap::default(), Context::Deadlines);
    assert_eq!(hands.key('e'), run("deadline edit @"));
    assert_eq!(hands.key('j'), run("move 1"));
    assert_eq!(hands.key('u'), run("undo"));
    assert_eq!(hands.key('d'), Pressed::Nothing);
    hands.context = Context::Caseload;
    assert_eq!(hands.key('e'), run("case edit @"));
    hands.context = Context::Confirm;
    assert_eq!(hands.key('j'), Pressed::Nothing);
    assert_eq!(hands.key('y'), run("confirm yes"));
}

#[test]
fn a_sequence_waits_and_shows_how_it_can_end() {
    let mut hands = Hands::on(Keymap::default(), Context::Timeline);
    let next = Pressed::Pending(vec![
        Continuation { keys: "d".to_owned(), line: Arc::from("timeline jump") },
        Continuation { keys: "g".to_owned(), line: Arc::from("move first") },
    ]);
    assert_eq!(hands.key('g'), next);
    assert_eq!(hands.pending.typed(), "g");
    assert_eq!(hands.key('g'), run("move first"));
    assert!(hands.pending.is_empty());
}

#[test]
fn a_sequence_ends_at_a_key_that_does_not_continue_it() {
    let mut hands = Hands::on(Keymap::default(), Context::Deadlines);
    assert!(matches!(hands.key('g'), Pressed::Pending(_)));
    assert_eq!(hands.key('c'), Pressed::Cancelled);
    assert_eq!(hands.key('c'), run("deadline done @"));
    assert!(matches!(hands.key('g'), Pressed::Pending(_)));
    assert_eq!(hands.escape(), Pressed::Cancelled);
    assert_eq!(hands.escape(), run("cancel"));
}

#[test]
fn the_lock_works_inside_a_sequence() {
    let mut hands = Hands::on(Keymap::default(), Context::Deadlines);
    hands.key('g');
    assert_eq!(hands.code(KeyCode::F(12), KeyModifiers::NONE), run("lock"));
    assert!(hands.pending.is_empty());
}

#[test]
fn a_sequence_does_not_survive_a_change_of_context() {
    let mut hands = Hands::on(Keymap::default(), Context::Deadlines);
    hands.key('g');
    hands.context = Context::Form;
    assert_eq!(hands.key('g'), Pressed::Text('g'));
}

#[test]
fn characters_are_text_where_text_is_typed() {
    for context in [Context::Form, Context::Picker, Context::Filter, Context::Locked] {
        let mut hands = Hands::on(Keymap::default(), context);
        for c in ['q', '?', '!', ' ', 'ñ', '7'] {
            assert_eq!(hands.key(c), Pressed::Text(c), "{context}");
        }
        assert_eq!(hands.code(KeyCode::Char('Ñ'), KeyModifiers::SHIFT), Pressed::Text('Ñ'));
        assert_eq!(hands.ctrl('y'), Pressed::Nothing);
        assert_eq!(hands.code(KeyCode::Backspace, KeyModifiers::NONE), Pressed::Nothing);
    }
}

#[test]
fn a_released_key_changes_nothing() {
    let mut hands = Hands::on(Keymap::default(), Context::Deadlines);
    hands.key('g');
    let mut release = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::NONE);
    release.kind = KeyEventKind::Release;
    assert_eq!(hands.keymap.press(&mut hands.pending, hands.context, release), Pressed::Nothing);
    assert_eq!(hands.pending.typed(), "g");
}

#[test]
fn digits_count_in_vim() {
    let mut hands = Hands::on(built_in("vim"), Context::Deadlines);
    assert_eq!(hands.key('1'), Pressed::Pending(vec![]));
    assert_eq!(hands.key('0'), Pressed::Pending(vec![]));
    assert_eq!(hands.pending.typed(), "10");
    assert_eq!(hands.key('j'), run_times("move 1", 10));
    assert_eq!(hands.key('j'), run("move 1"));
    hands.key('3');
    hands.key('g');
    assert_eq!(hands.pending.typed(), "3 g");
    assert_eq!(hands.key('g'), run_times("move first", 3));
    hands.key('g');
    assert_eq!(hands.key('2'), run("pane focus deadlines"));
    assert_eq!(hands.key('0'), Pressed::Nothing);
}

#[test]
fn a_count_is_dropped_by_escape_and_by_a_key_without_a_binding() {
    let mut hands = Hands::on(built_in("vim"), Context::Deadlines);
    hands.key('4');
    assert_eq!(hands.escape(), Pressed::Cancelled);
    hands.key('4');
    assert_eq!(hands.key('d'), Pressed::Cancelled);
    assert_eq!(hands.key('j'), run("move 1"));
}

#[test]
fn a_count_has_an_end() {
    let mut hands = Hands::on(built_in("vim"), Context::Deadlines);
    for _ in 0..30 {
        hands.key('9');
    }
    assert_eq!(hands.key('j'), run_times("move 1", 9_999));
}

#[test]
fn digits_are_keys_without_counts_and_text_in_a_form() {
    let mut hands = Hands::on(Keymap::default(), Context::Caseload);
    assert_eq!(hands.key('2'), run("pane focus deadlines"));
    let mut hands = Hands::on(built_in("vim"), Context::Form);
    assert_eq!(hands.key('2'), Pressed::Text('2'));
}

#[test]
fn vim_leads_with_space() {
    let mut hands = Hands::on(built_in("vim"), Context::Deadlines);
    assert!(matches!(hands.key(' '), Pressed::Pending(next) if next.len() == 4));
    assert_eq!(hands.key(' '), run("palette"));
    assert_eq!(hands.key('m'), run("mark toggle"));
}

#[test]
fn emacs_saves_and_undoes_with_its_own_keys() {
    let mut hands = Hands::on(built_in("emacs"), Context::Form);
    assert!(matches!(hands.ctrl('x'), Pressed::Pending(_)));
    assert_eq!(hands.ctrl('s'), run("form save"));
    assert_eq!(hands.ctrl('s'), Pressed::Nothing);
    hands.context = Context::Deadlines;
    assert_eq!(hands.ctrl('7'), run("undo"));
    assert_eq!(hands.ctrl('p'), run("move -1"));
    assert_eq!(hands.ctrl('d'), Pressed::Nothing);
    assert_eq!(hands.ctrl(' '), run("mark toggle"));
}
