use std::sync::Arc;

use super::*;

#[test]
fn a_file_lies_over_the_keymap_it_extends() {
    let keymap = over_default("extends = \"vim\"\n[list]\n\"m\" = \"nop\"\n\"v\" = \"mark toggle\"");
    assert!(keymap.counts());
    assert_eq!(keymap.key_for("mark toggle", Context::Deadlines).as_deref(), Some("v"));
    assert_eq!(keymap.key_for("mark range", Context::Deadlines), None);
    assert_eq!(keymap.key_for("palette", Context::Deadlines).as_deref(), Some("space space"));
}

#[test]
fn the_last_file_wins() {
    let second = Source { file: "second.toml".to_owned(), text: "schema = 1\n[list]\n\"S\" = \"why\"".into() };
    let (keymap, problems) = load(&[mine("[list]\n\"S\" = \"sort\""), second]);
    assert_eq!(problems, []);
    assert_eq!(keymap.key_for("why", Context::List).as_deref(), Some("S"));
    assert_eq!(keymap.key_for("sort", Context::List).as_deref(), Some("s"));
}

#[test]
fn a_key_can_be_taken_away_in_one_pane_only() {
    let keymap = over_default("[partners]\n\"w\" = \"nop\"");
    assert_eq!(keymap.key_for("why", Context::Partners), None);
    assert_eq!(keymap.key_for("why", Context::Deadlines).as_deref(), Some("w"));
}

#[test]
fn hints_follow_the_keys_and_come_from_near_to_far() {
    let keymap = over_default("[deadlines]\n\"c\" = \"nop\"\n\"f2\" = \"deadline done @\"\n\"w\" = \"nop\"");
    let hints = keymap.hints(Context::Deadlines);
    assert_eq!(hints.first(), Some(&("f2".to_owned(), Arc::from("deadline done @"))));
    assert_eq!(hints.last(), Some(&("?".to_owned(), Arc::from("help"))));
    assert!(hints.iter().all(|(_, line)| **line != *"why"));
}

#[test]
fn a_file_can_choose_its_own_hints() {
    let keymap = over_default("[deadlines]\nhint = [\"sort\", \"sort\", \"why\"]");
    let lines: Vec<_> = keymap.hints(Context::Deadlines).into_iter().map(|(_, line)| line.to_string()).collect();
    assert_eq!(lines, ["sort", "why", "filter", "find", "help"]);
}

#[test]
fn the_help_screen_marks_what_another_file_replaced() {
    let keymap = over_default("[deadlines]\n\"s\" = \"why\"\n\"f2\" = \"sort\"");
    let rows = keymap.bindings(Context::Deadlines);
    let replaced = |keys: &str| {
        let row = rows.iter().find(|row| row.binding.keys() == keys).unwrap();
        row.replaced.and_then(Binding::line).map(ToString::to_string)
    };
    assert_eq!(replaced("s"), Some("sort".to_owned()));
    assert_eq!(replaced("f2"), None);
    assert_eq!(replaced("c"), None, "a nearer table of the same file replaces nothing");
    assert_eq!(rows.first().unwrap().binding.context(), Context::Deadlines);
    assert_eq!(rows.last().unwrap().binding.context(), Context::Global);
}

#[test]
fn why_names_the_winner_and_what_it_hid() {
    let keymap = over_default("[deadlines]\n\"s\" = \"why\"");
    let meanings = keymap.why("s").unwrap();
    let of = |context| meanings.iter().find(|why| why.context == context).unwrap();
    let deadlines = of(Context::Deadlines);
    assert_eq!(deadlines.winner.unwrap().place().to_string(), "mine.toml:3:1");
    let hid: Vec<_> = deadlines.hid.iter().map(|binding| (binding.context(), &*binding.source.file)).collect();
    assert_eq!(hid, [(Context::List, "default.toml")]);
    assert_eq!(of(Context::Caseload).winner.unwrap().line().map(|line| &**line), Some("sort"));
    assert!(of(Context::Caseload).hid.is_empty());
}

#[test]
fn why_explains_the_beginning_of_a_sequence_and_a_key_taken_away() {
    let keymap = Keymap::default();
    let timeline = keymap.why("g").unwrap().into_iter().find(|why| why.context == Context::Timeline).unwrap();
    assert_eq!(timeline.winner, None);
    assert_eq!(timeline.begins.len(), 2);
    let keymap = over_default("[list]\n\"s\" = \"nop\"");
    let meanings = keymap.why("s").unwrap();
    let list = meanings.iter().find(|why| why.context == Context::List).unwrap();
    assert_eq!(list.winner.unwrap().line(), None);
    assert_eq!(list.hid.len(), 1);
}

#[test]
fn why_reads_a_second_spelling_and_refuses_what_is_no_key() {
    let keymap = Keymap::default();
    assert_eq!(keymap.why("ctrl-i").unwrap(), keymap.why("tab").unwrap());
    assert!(!keymap.why("tab").unwrap().is_empty());
    assert_eq!(keymap.why("ctlr-x"), Err(Kind::UnknownKey { key: "ctlr-x".to_owned() }));
}
