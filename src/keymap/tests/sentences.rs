use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use super::*;

const ENGLISH: &str = include_str!("../../locale/keymap.en.ftl");
const SPANISH: &str = include_str!("../../locale/keymap.es.ftl");

fn keys(text: &str) -> Vec<&str> {
    let mut keys: Vec<_> = text.lines().filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
    keys.sort_unstable();
    keys
}

/// One of each mistake, with and without a suggestion.
fn one_of_each() -> Vec<Kind> {
    let place = || Place { file: "mine.toml".to_owned(), line: 3, col: 1 };
    let said = || "g g".to_owned();
    let tab = Chord::parse("tab").unwrap();
    let mut kinds = vec![
        Kind::Syntax { detail: said() },
        Kind::SchemaMissing,
        Kind::SchemaNewer { found: said(), supported: SCHEMA },
        Kind::Setting { name: said() },
        Kind::NotALine { keys: said() },
        Kind::UnknownKey { key: said() },
        Kind::SameKey { key: said(), real: tab },
        Kind::BoundTwice { keys: said(), other: place() },
        Kind::BadCommand { line: said(), detail: said() },
        Kind::EatsText { context: Context::Form, keys: said() },
        Kind::HidesLonger { keys: said(), hidden: said(), other: place() },
        Kind::HiddenByShorter { keys: said(), shorter: said(), other: place() },
        Kind::DigitIsCount { keys: said() },
        Kind::Unreachable { context: Context::Form, line: "lock" },
        Kind::NeedsAltGr { key: tab },
        Kind::Unsendable { key: tab },
    ];
    for suggestion in [None, Some(said())] {
        kinds.push(Kind::UnknownBase { name: said(), suggestion: suggestion.clone() });
        kinds.push(Kind::UnknownContext { name: said(), suggestion: suggestion.clone() });
        kinds.push(Kind::UnknownCommand { line: said(), suggestion });
    }
    kinds
}

fn sentence(text: &str, key: &str, values: &[(&'static str, String)]) -> String {
    let mut bundle = FluentBundle::new(vec![LanguageIdentifier::default()]);
    bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
    bundle.set_use_isolating(false);
    let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let message = bundle.get_message(key).unwrap_or_else(|| panic!("no sentence for {key}"));
    let said = bundle.format_pattern(message.value().unwrap(), Some(&args), &mut errors).into_owned();
    assert!(errors.is_empty(), "{key}: {errors:?}");
    said
}

#[test]
fn both_languages_have_the_same_sentences() {
    assert_eq!(keys(ENGLISH), keys(SPANISH));
}

#[test]
fn every_mistake_has_a_sentence_that_uses_all_it_knows() {
    for text in [ENGLISH, SPANISH] {
        for kind in one_of_each() {
            let args = kind.args();
            let said = sentence(text, kind.message_key(), &args);
            assert!(args.iter().all(|(_, value)| said.contains(value)), "{said}");
        }
    }
}

#[test]
fn no_sentence_is_left_over() {
    let mut used: Vec<_> = one_of_each().iter().map(Kind::message_key).collect();
    used.extend([Severity::Error, Severity::Warning].map(Severity::message_key));
    used.sort_unstable();
    assert_eq!(keys(ENGLISH), used);
}
