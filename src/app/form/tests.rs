use super::*;
use std::time::Duration;
use tui_input::Input;

fn field(arg: &str, kind: FieldKind) -> Field {
    Field::new(arg.to_owned(), kind, String::new())
}

fn form(fields: Vec<Field>) -> Form {
    Form {
        path: vec!["deadline".into(), "add".into()],
        given: vec!["R-014".into()],
        fields,
        focus: 0,
        error: None,
        about: String::new(),
        submitted: false,
        touched: false,
        leaving: false,
    }
}

#[test]
fn only_what_was_filled_becomes_part_of_the_command() {
    let mut form = form(vec![field("title", FieldKind::Text), field("due", FieldKind::Date)]);
    for c in "Letter to court".chars() {
        form.edit(InputRequest::InsertChar(c));
    }
    assert_eq!(form.words(), ["deadline", "add", "R-014", "--title=Letter to court"]);
}

#[test]
fn a_field_that_is_left_takes_the_one_value_its_words_can_mean() {
    let mut zone = field("zone", FieldKind::Text);
    zone.known = ["America/Tijuana", "America/New_York", "America/North_Dakota/New_Salem"]
        .map(|zone| Known::new(zone, ""))
        .into();
    let left = |typed: &str, many: bool| {
        let mut form = form(vec![Field { input: Input::new(typed.into()), many, ..zone.clone() }]);
        form.step(1);
        form.fields[0].value().to_owned()
    };
    assert_eq!(left("tijuana", false), "America/Tijuana");
    assert_eq!(left("york new", false), "America/New_York");
    assert_eq!(left("new", false), "new", "two could be meant");
    assert_eq!(left("nowhere", false), "nowhere");
    assert_eq!(left("", false), "");
    assert_eq!(left("America/Tijuana; york", true), "America/Tijuana; America/New_York");
}

#[test]
fn a_value_taken_away_is_said() {
    let mut notes = field("notes", FieldKind::Text);
    notes.set("old");
    notes.initial = "old".into();
    let mut form = form(vec![notes]);
    form.edit(InputRequest::DeleteLine);
    assert_eq!(form.words(), ["deadline", "add", "R-014", "--notes="]);
}

#[test]
fn what_was_typed_is_left_at_the_second_time_of_asking() {
    let mut form = form(vec![field("title", FieldKind::Text)]);
    assert!(form.leave());
    form.edit(InputRequest::InsertChar('x'));
    assert!(!form.leave());
    form.edit(InputRequest::InsertChar('y'));
    assert!(!form.leave(), "typing takes the first time back");
    assert!(form.leave());
}

#[test]
fn a_choice_walks_round_by_space_and_arrows() {
    let codes = vec!["removal".to_owned(), "right".to_owned(), "benefit".to_owned()];
    let mut form = form(vec![field("consequence", FieldKind::Choice(codes))]);
    form.letter(' ', Duration::ZERO);
    assert_eq!(form.field().map(Field::value), Some("removal"));
    form.edit(InputRequest::GoToNextChar);
    form.letter(' ', Duration::ZERO);
    assert_eq!(form.field().map(Field::value), Some("benefit"));
    form.edit(InputRequest::GoToNextChar);
    assert_eq!(form.field().map(Field::value), Some("removal"));
    form.edit(InputRequest::GoToPrevChar);
    assert_eq!(form.field().map(Field::value), Some("benefit"));
}

/// The papers of the clinic, each code with its label in Spanish.
fn papers() -> Field {
    let papers = [
        ("appointment", "cita"),
        ("fee", "aviso de pago"),
        ("hearing", "aviso de audiencia"),
        ("decision", "Decisión"),
        ("removal", "orden"),
    ];
    let mut kind = field("kind", FieldKind::Choice(papers.map(|(code, _)| code.to_owned()).into()));
    kind.known = papers.map(|(code, label)| Known::new(code, label)).into();
    kind
}

/// What stands after these letters, each so many milliseconds after the one before.
fn typed(letters: &str, apart: u64) -> String {
    let mut form = form(vec![papers()]);
    for (n, c) in (1..).zip(letters.chars()) {
        form.letter(c, Duration::from_millis(5_000 + n * apart));
    }
    form.fields[0].value().to_owned()
}

#[test]
fn letters_find_a_choice_by_the_label_that_is_shown() {
    assert_eq!(typed("a", 100), "fee", "never by the code");
    assert_eq!(typed("aviso de a", 100), "hearing", "a space belongs to the label");
    assert_eq!(typed("decisio", 100), "decision", "without accents or capitals");
    assert_eq!(typed("DECISIÓ", 100), "decision");
    assert_eq!(typed("r", 100), "", "what begins no label changes nothing");
    assert_eq!(typed("cr", 100), "appointment");
    assert_eq!(typed("ra", 100), "", "nor does a letter behind it");
    assert_eq!(typed("audiencia", 100), "fee", "only the beginning of a label counts");
}

#[test]
fn after_a_second_letters_begin_anew() {
    assert_eq!(typed("aviso", 900), "fee");
    assert_eq!(typed("ao", 1_100), "removal");
    assert_eq!(typed("aa", 1_100), "hearing", "behind the one that stands");
    assert_eq!(typed("aaa", 1_100), "fee", "and round");
    assert_eq!(typed("c ", 1_100), "fee", "a space walks again");
    // Kept over a locked screen, whose program has a clock of its own.
    let mut form = form(vec![papers()]);
    form.letter('a', Duration::from_secs(90));
    form.letter('o', Duration::from_secs(3));
    assert_eq!(form.fields[0].value(), "removal");
}

#[test]
fn the_first_letter_replaces_a_proposed_day() {
    let day = || Field::new("to".to_owned(), FieldKind::Date, "2026-11-22".to_owned());
    let after = |requests: &[InputRequest]| {
        let mut form = form(vec![day()]);
        for request in requests {
            form.edit(*request);
        }
        form.fields[0].value().to_owned()
    };
    assert_eq!(after(&[InputRequest::InsertChar('+'), InputRequest::InsertChar('3')]), "+3");
    assert_eq!(after(&[InputRequest::DeletePrevChar, InputRequest::InsertChar('3')]), "2026-11-23");
    assert_eq!(after(&[InputRequest::GoToPrevChar, InputRequest::InsertChar('1')]), "2026-11-212");
}

#[test]
fn the_right_arrow_takes_the_first_known_value() {
    let mut rule = field("rule", FieldKind::Text);
    rule.known = vec![Known::new("bia-appeal-30", "Appeal to the Board"), Known::new("appeal-stay-30", "Stay")];
    let after = |typed: &str| {
        let mut form = form(vec![Field { input: Input::new(typed.into()), ..rule.clone() }]);
        form.edit(InputRequest::GoToNextChar);
        form.fields[0].value().to_owned()
    };
    assert_eq!(after("appeal"), "bia-appeal-30");
    assert_eq!(after("stay"), "appeal-stay-30");
    assert_eq!(after(""), "");
    assert_eq!(after("nothing"), "nothing");
}

#[test]
fn a_toggle_says_what_it_became() {
    let mut form = form(vec![field("mailed", FieldKind::Toggle)]);
    form.edit(InputRequest::InsertChar(' '));
    assert_eq!(form.words().last().map(String::as_str), Some("--mailed=true"));
}
