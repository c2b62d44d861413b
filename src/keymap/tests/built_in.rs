use std::collections::BTreeSet;

use super::*;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

const PANES: [Context; 4] = [Context::Caseload, Context::Deadlines, Context::Partners, Context::Timeline];

#[test]
fn the_built_in_keymaps_have_no_problem() {
    for name in built_in_names() {
        built_in(name);
    }
}

#[test]
fn the_default_stands_without_a_lint() {
    let keymap = Keymap::default();
    assert_eq!(keymap.key_for("lock", Context::Deadlines).as_deref(), Some("!"));
}

#[test]
fn contexts_are_numbered_in_their_order() {
    for (number, context) in Context::ALL.into_iter().enumerate() {
        assert_eq!(context as usize, number);
        assert_eq!(Context::from_name(context.name()), Some(context));
        assert_eq!(context.chain().first(), Some(&context));
    }
}

#[test]
fn every_pane_reaches_the_lock_help_and_the_way_out() {
    for name in built_in_names() {
        let keymap = built_in(name);
        for context in PANES {
            for line in ["lock", "help", "quit", "back", "cancel", "undo", "palette", "find"] {
                assert!(keymap.key_for(line, context).is_some(), "{name}: {context} has no key for {line}");
            }
        }
    }
}

/// A letter beside the arrows leaves nothing by a slip of the finger: only `q` and `ctrl-q` do.
#[test]
fn only_q_leaves_at_the_root() {
    for name in built_in_names() {
        let keymap = built_in(name);
        for context in PANES {
            for key in [KeyCode::Char('h'), KeyCode::Left, KeyCode::Esc] {
                let key = KeyEvent::new(key, KeyModifiers::NONE);
                let pressed = keymap.press(&mut Pending::default(), context, key);
                let leaves = matches!(&pressed, Pressed::Run(line, _) if ["back", "quit"].contains(&&**line));
                assert!(!leaves, "{name}: {context}: {pressed:?}");
            }
            let ctrl_b = KeyEvent::new(KeyCode::Char('b'), KeyModifiers::CONTROL);
            let pressed = keymap.press(&mut Pending::default(), context, ctrl_b);
            assert!(!matches!(&pressed, Pressed::Run(line, _) if **line == *"back"), "{name}: {pressed:?}");
        }
    }
}

/// The key for when there is no time to think: the same wherever a vault is open.
#[test]
fn f12_locks_in_every_context() {
    for name in built_in_names() {
        let keymap = built_in(name);
        for context in Context::ALL.into_iter().filter(|context| *context != Context::Locked) {
            let mut begun = Pending::default();
            let key = KeyEvent::new(KeyCode::F(12), KeyModifiers::NONE);
            let pressed = keymap.press(&mut begun, context, key);
            // The table of every list stands behind those of the panes.
            let locks = matches!(&pressed, Pressed::Run(line, None) if **line == *"lock");
            assert!(locks, "{name}: {context}: {pressed:?}");
        }
    }
}

/// Wherever text is typed too; where a vault is open the program locks first.
#[test]
fn ctrl_z_gives_the_shell_the_terminal_in_every_context() {
    for name in built_in_names() {
        let keymap = built_in(name);
        for context in Context::ALL {
            let key = KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL);
            let pressed = keymap.press(&mut Pending::default(), context, key);
            let suspends = matches!(&pressed, Pressed::Run(line, None) if **line == *"suspend");
            assert!(suspends, "{name}: {context}: {pressed:?}");
        }
    }
}

#[test]
fn nothing_is_bound_to_d_and_voiding_has_its_own_key() {
    for name in built_in_names() {
        let keymap = built_in(name);
        for context in PANES {
            assert_eq!(keymap.table(context).line(&[Chord::parse("d").unwrap()]), None);
        }
        assert_eq!(keymap.key_for("deadline void @", Context::Deadlines).as_deref(), Some("delete"));
    }
}

#[test]
fn enter_never_says_yes() {
    for name in built_in_names() {
        let keymap = built_in(name);
        let line = keymap.table(Context::Confirm).line(&[Chord::parse("enter").unwrap()]).cloned();
        assert_eq!(line.as_deref(), Some("confirm no"));
    }
}

#[test]
fn every_known_command_has_a_key_somewhere() {
    let keymap = Keymap::default();
    let bound: BTreeSet<String> = Context::ALL
        .iter()
        .flat_map(|context| keymap.bindings(*context))
        .filter_map(|row| row.binding.line().map(|line| line.trim_end_matches(" @").to_owned()))
        .collect();
    assert_eq!(bound, KNOWN.into_iter().map(ToOwned::to_owned).collect());
}

#[test]
fn every_hint_has_a_key() {
    for name in built_in_names() {
        let keymap = built_in(name);
        for hint in keymap.layers.iter().flat_map(|layer| &layer.hints) {
            assert!(keymap.key_for(&hint.line, hint.context).is_some(), "{name}: {} {}", hint.context, hint.line);
        }
    }
}

#[test]
fn every_line_is_a_command_of_the_real_grammar() {
    use crate::commands::parse::{self, Problem};
    let check = |line: &str| match parse::line(line) {
        Ok(_) | Err(Problem::Incomplete(_)) => Ok(()),
        Err(problem) => Err(format!("{problem:?}")),
    };
    let known = crate::commands::palette::every_line();
    for name in built_in_names() {
        let source = Source::built_in(name).unwrap();
        assert_eq!(Keymap::load(&[source], &Vocabulary { check: &check, known: &known }).1, []);
    }
}
