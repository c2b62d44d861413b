use super::*;

/// The problems of a file as `line:col key`, its first line being the schema.
fn problems(text: &str) -> Vec<String> {
    shown(&load(&[mine(text)]).1)
}

fn shown(problems: &[Problem]) -> Vec<String> {
    let one = |problem: &Problem| {
        let args: Vec<String> = problem.kind.args().into_iter().map(|(_, value)| value).collect();
        let Place { line, col, .. } = &problem.place;
        format!("{line}:{col} {} {}", problem.kind.message_key(), args.join(" | ")).trim_end().to_owned()
    };
    problems.iter().map(one).collect()
}

fn default_place(text: &str) -> String {
    let source = Source::built_in("default").unwrap();
    source.place(source.text.find(text).unwrap()).to_string()
}

#[test]
fn an_unknown_command_is_placed_at_the_right_side_with_a_suggestion() {
    assert_eq!(
        problems("[deadlines]\n\"c\" = \"deadline dune @\""),
        ["3:7 keymap-unknown-command-hint deadline dune @ | deadline done"]
    );
    assert_eq!(problems("[list]\n\"s\" = \"abracadabra\""), ["3:7 keymap-unknown-command abracadabra"]);
}

#[test]
fn a_known_command_with_wrong_arguments_says_why() {
    assert_eq!(
        problems("[list]\n\"s\" = \"sort sideways\""),
        ["3:7 keymap-bad-command sort sideways | unexpected argument"]
    );
}

#[test]
fn hints_are_judged_like_right_sides() {
    assert_eq!(problems("[list]\nhint = [\"sort\", \"filtre\"]"), ["3:17 keymap-unknown-command-hint filtre | filter"]);
    assert_eq!(problems("[list]\nhint = [\"sort\", 5]"), ["3:17 keymap-not-a-line hint"]);
    assert_eq!(problems("[list]\nhint = \"sort\""), ["3:1 keymap-unknown-key hint"]);
}

#[test]
fn an_unknown_key_and_a_second_spelling_are_refused() {
    assert_eq!(problems("[list]\n\"ctlr-k\" = \"sort\""), ["3:1 keymap-unknown-key ctlr-k"]);
    assert_eq!(problems("[list]\n\"g ctrl-i\" = \"sort\""), ["3:1 keymap-same-key ctrl-i | tab"]);
}

#[test]
fn a_leaf_that_hides_a_sequence_names_the_other_file() {
    let (top, jump) = (default_place("\"g g\""), default_place("\"g d\""));
    assert_eq!(
        problems("[list]\n\"g\" = \"sort\""),
        [format!("3:1 keymap-hides-longer g | g g | {top}"), format!("3:1 keymap-hides-longer g | g d | {jump}")]
    );
}

#[test]
fn a_sequence_behind_a_leaf_names_the_leaf() {
    let other = default_place("\"w\"");
    assert_eq!(problems("[list]\n\"w w\" = \"sort\""), [format!("3:1 keymap-hidden-by-shorter w w | w | {other}")]);
    assert!(problems("[list]\n\"w\" = \"nop\"\n\"w w\" = \"why\"").is_empty());
}

#[test]
fn plain_characters_are_refused_where_text_is_typed() {
    assert_eq!(problems("[form]\n\"s\" = \"form save\""), ["3:1 keymap-eats-text form | s"]);
    assert_eq!(problems("[filter]\n\"space x\" = \"cancel\""), ["3:1 keymap-eats-text filter | space x"]);
    assert!(problems("[form]\n\"f2\" = \"form save\"").is_empty());
}

#[test]
fn a_doubled_key_is_found_however_it_is_spaced() {
    assert_eq!(problems("[list]\n\"s\" = \"sort\"\n\"s\" = \"why\""), ["4:1 keymap-syntax duplicate key"]);
    assert_eq!(
        problems("[list]\n\"g g\" = \"sort\"\n\"g  g\" = \"why\""),
        ["4:1 keymap-bound-twice g g | mine.toml:3:1"]
    );
}

#[test]
fn keys_behind_altgr_are_a_warning() {
    let (keymap, problems) = load(&[mine("[list]\n\"]\" = \"pane next\"")]);
    assert_eq!(shown(&problems), ["3:1 keymap-needs-altgr ]"]);
    assert_eq!(problems.first().unwrap().severity(), Severity::Warning);
    assert!(keymap.bindings(Context::List).iter().any(|row| row.binding.keys() == "]"));
}

#[test]
fn chords_that_never_arrive_are_a_warning() {
    assert_eq!(problems("[list]\n\"ctrl-enter\" = \"open\""), ["3:1 keymap-unsendable ctrl-enter"]);
}

#[test]
fn the_lock_cannot_be_taken_away() {
    let found = problems("[confirm]\n\"f12\" = \"nop\"\n\"!\" = \"nop\"");
    assert_eq!(found, ["4:1 keymap-unreachable confirm | lock"]);
    let found = problems("[global]\n\"!\" = \"nop\"\n\"f12\" = \"blur\"");
    assert_eq!(found.len(), 4, "one for each pane: {found:?}");
    assert!(problems("[global]\n\"!\" = \"nop\"").is_empty());
}

#[test]
fn each_required_command_is_held() {
    for (context, line) in [
        ("global", "help"),
        ("list", "cancel"),
        ("global", "quit"),
        ("form", "lock"),
        ("form", "form save"),
        ("form", "cancel"),
        ("picker", "lock"),
        ("filter", "filter accept"),
        ("help", "cancel"),
        ("locked", "unlock"),
    ] {
        let keymap = Keymap::default();
        let bound = keymap.bindings(Context::from_name(context).unwrap());
        let unbind: Vec<String> = bound
            .iter()
            .filter(|row| row.binding.line().is_some_and(|bound| **bound == *line))
            .map(|row| format!("{:?} = \"nop\"", row.binding.keys()))
            .collect();
        let found = problems(&format!("[{context}]\n{}", unbind.join("\n")));
        assert!(found.iter().any(|found| found.ends_with(&format!("| {line}"))), "{context} {line}: {found:?}");
    }
}

#[test]
fn counts_take_the_digits_of_every_layer() {
    assert_eq!(problems("counts = true").len(), 4);
    let off = "[global]\n\"1\" = \"nop\"\n\"2\" = \"nop\"\n\"3\" = \"nop\"\n\"4\" = \"nop\"";
    assert!(problems(&format!("counts = true\n{off}")).is_empty());
    assert_eq!(problems(&format!("counts = true\n{off}\n\"5\" = \"sort\"")), ["8:1 keymap-digit-is-count 5"]);
}

#[test]
fn unknown_tables_settings_and_bases_are_refused() {
    assert_eq!(problems("[deadline]\n\"s\" = \"sort\""), ["2:2 keymap-unknown-context-hint deadline | deadlines"]);
    assert_eq!(problems("[banana]\n\"s\" = \"sort\""), ["2:2 keymap-unknown-context banana"]);
    assert_eq!(problems("timeout = 5"), ["2:1 keymap-setting timeout"]);
    assert_eq!(problems("counts = \"yes\""), ["2:1 keymap-setting counts"]);
    assert_eq!(problems("extends = \"vin\""), ["2:11 keymap-unknown-base-hint vin | vim"]);
    assert_eq!(problems("extends = \"cua\""), ["2:11 keymap-unknown-base cua"]);
    assert_eq!(problems("[list]\n\"s\" = 5"), ["3:7 keymap-not-a-line s"]);
}

#[test]
fn the_schema_is_asked_for_and_a_newer_one_is_refused() {
    let file = |text: &'static str| Source { file: "mine.toml".to_owned(), text: text.into() };
    let (_, missing) = load(&[file("[list]\n\"s\" = \"sort\"")]);
    assert_eq!(shown(&missing), ["1:1 keymap-schema-missing"]);
    let (_, newer) = load(&[file("schema = 2\n")]);
    assert_eq!(shown(&newer), ["1:10 keymap-schema-newer 2 | 1"]);
}

#[test]
fn every_mistake_in_the_syntax_is_placed() {
    let found = problems("[list]\n\"s\" = sort\n\"t\" = \"open\"\n\"u\" \"open\"");
    assert!(found.iter().any(|line| line.starts_with("3:")), "{found:?}");
    assert!(found.iter().any(|line| line.starts_with("5:")), "{found:?}");
    assert!(found.iter().all(|line| line.contains("keymap-syntax")), "{found:?}");
}

#[test]
fn mistakes_of_every_kind_are_named_in_one_go() {
    let found = problems(
        "[lst]\n\"ctlr-k\" = \"srt\"\n[deadlines]\n\"ctlr-j\" = \"sort\"\n\"c\" = \"deadline dune\"\n\"x\" = sort\n\
         \"ctlr-x\" = \"deadline voyd\"\n[form]\n\"s\" = \"form save\"",
    );
    let placed: Vec<&str> = found.iter().filter_map(|found| found.split(' ').nth(1)).collect();
    let lines: Vec<&str> = found.iter().filter_map(|found| found.split(':').next()).collect();
    assert_eq!(lines, ["2", "3", "3", "5", "6", "7", "8", "8", "10"], "{found:#?}");
    let context = ["keymap-unknown-context-hint", "keymap-unknown-key", "keymap-unknown-command-hint"];
    assert_eq!(placed[..3], context);
    assert_eq!(placed[3..6], ["keymap-unknown-key", "keymap-unknown-command-hint", "keymap-syntax"]);
    assert_eq!(placed[6..], ["keymap-unknown-key", "keymap-unknown-command-hint", "keymap-eats-text"]);
}

#[test]
fn columns_count_characters() {
    assert_eq!(problems("[list]\n\"ñ\" = \"sirt\""), ["3:7 keymap-unknown-command-hint sirt | sort"]);
}

#[test]
fn a_broken_file_leaves_the_layers_below_as_they_were() {
    let good = mine("[list]\n\"S\" = \"sort\"");
    let bad =
        Source { file: "bad.toml".to_owned(), text: "schema = 1\nextends = \"vim\"\n[list]\n\"T\" = \"srt\"".into() };
    let (keymap, problems) = load(&[good, bad]);
    assert_eq!(problems.first().unwrap().place.to_string(), "bad.toml:4:7");
    assert_eq!(keymap.key_for("sort", Context::List).as_deref(), Some("S"));
    assert_eq!(keymap.why("T").unwrap(), []);
    assert!(!keymap.counts());
}

proptest::proptest! {
    #[test]
    fn no_file_can_leave_a_screen_without_a_lock(
        text in r#"(\[(list|form|global|confirm|help)\]\n("(g|!|f12|q|esc|ctrl-i|g g|😀)" = ("(nop|lock|sort|x)"|7)\n){0,5}){0,3}|\PC{0,40}"#
    ) {
        let (keymap, _) = load(&[mine(&text)]);
        let shared = [Context::Global, Context::List, Context::Locked];
        for context in Context::ALL.into_iter().filter(|context| !shared.contains(context)) {
            proptest::prop_assert!(keymap.key_for("lock", context).is_some(), "{context}");
        }
    }
}
