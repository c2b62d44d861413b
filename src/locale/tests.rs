#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::catalogue::{Catalogue, parse, sources};
use super::*;
use crate::core::change::{Act, Verb};
use crate::core::urgency::{Call, Reason};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Every key of a language with the names of the values it takes.
fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in sources(lang) {
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                current = line.split_whitespace().next().unwrap().to_owned();
                assert!(!keys.contains_key(&current), "{lang:?}: {current} stands twice");
                keys.insert(current.clone(), BTreeSet::new());
            }
            for part in line.split('$').skip(1) {
                let name = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
                keys.get_mut(&current).unwrap().insert(name);
            }
        }
    }
    keys
}

#[test]
fn both_catalogues_parse_without_a_problem() {
    for (lang, _) in Lang::ALL {
        for text in sources(lang) {
            assert_eq!(parse(lang, text).1, Vec::<String>::new());
        }
    }
}

#[test]
fn neither_language_lacks_a_key_or_a_value_of_the_other() {
    let (en, es) = (keys(Lang::En), keys(Lang::Es));
    assert!(en.len() > 150, "the scan found {} keys", en.len());
    assert_eq!(en, es);
    let locale = Locale::new(Lang::Es);
    for key in en.keys() {
        assert!(locale.has(key), "{key}");
    }
}

/// Every Rust file below a folder.
fn code(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            code(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_key_that_the_code_names_is_there() {
    let mut files = Vec::new();
    code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let (locale, mut named) = (Locale::new(Lang::En), 0);
    for file in files.iter().filter(|file| !file.ends_with("locale/tests.rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        for call in ["locale.t(", "locale.tn(", "Message::new(", "page.heading(", "page.pair(", "page.list("] {
            for after in text.split(call).skip(1) {
                let Some(literal) = after.trim_start().strip_prefix('"') else { continue };
                let key = literal.split('"').next().unwrap();
                assert!(locale.has(key), "{}: {key}", file.display());
                named += 1;
            }
        }
    }
    assert!(named > 100, "the scan found {named} keys");
}

#[test]
fn no_sentence_advises_or_judges() {
    const FORBIDDEN: &[&str] = &[
        "you qualify",
        "qualifies for",
        "eligible",
        "ready to file",
        "you should",
        "should file",
        "you must",
        "you need to file",
        "entitled to",
        "good case",
        "will win",
        "we recommend",
        "advise",
        "illegal",
        "alien",
        "beneficiary",
        "deserv",
        "noncompliant",
        "usted califica",
        "califica para",
        "elegible",
        "listo para presentar",
        "debería",
        "recomend",
        "ilegal",
        "merece",
        "usted debe",
        "debe presentar",
        "tiene derecho a",
        "cumple los requisitos",
        "cumple con los requisitos",
        "lista para presentar",
        "buen caso",
        "va a ganar",
    ];
    for (lang, _) in Lang::ALL {
        for text in sources(lang) {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let lower = line.to_lowercase();
                for phrase in FORBIDDEN {
                    assert!(!lower.contains(*phrase), "{lang:?}: {line:?} says {phrase:?}");
                }
            }
        }
    }
}

/// A secret, a date that was not met and what stands in a timeline have one name each, and what is to be filled in is named
/// in the language of the sentence.
#[test]
fn spanish_has_one_word_for_one_thing() {
    const OTHER_WORDS: &[&str] = &["frase de acceso", "frase de contraseña", "frases de acceso", "nombre en clave"];
    const OTHERS: &[&str] = &["suceso", "declarado vencido", "declararlo vencido", "declarar vencido"];
    const PLACES: &[&str] = &["FILE", "FOLDER", "DIR", "YEARS", "PURPOSE", "WEIGHT"];
    for text in sources(Lang::Es) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let lower = line.to_lowercase();
            for phrase in OTHER_WORDS.iter().chain(OTHERS) {
                assert!(!lower.contains(phrase), "{line:?} says {phrase:?}");
            }
            let mut words = line.split(|c: char| !c.is_ascii_alphabetic());
            assert!(!words.any(|word| PLACES.contains(&word)), "{line:?} has a place to fill in English");
        }
    }
}

#[test]
fn a_missing_key_shows_itself() {
    let locale = Locale::new(Lang::En);
    assert_eq!(locale.t("no-such-key"), "⟨no-such-key⟩");
    assert!(!locale.has("no-such-key"));
    assert!(locale.has("group-escalate"));
}

/// A file that another thread reads in between is not taken for one that was looked at already.
#[test]
fn a_sentence_is_found_while_other_threads_read_the_files() {
    const KEYS: [&str; 4] = ["arg-code", "rule-in-absentia-rescind-180", "head-nobody", "closes-verify"];
    for _ in 0..200 {
        let catalogue = Catalogue::new(Lang::Es);
        let start = std::sync::Barrier::new(8);
        std::thread::scope(|scope| {
            for at in 0..8 {
                let (catalogue, start) = (&catalogue, &start);
                scope.spawn(move || {
                    start.wait();
                    for key in KEYS.iter().cycle().skip(at % KEYS.len()).take(KEYS.len()) {
                        assert!(catalogue.file(key).is_some(), "{key}");
                    }
                });
            }
        });
    }
}

#[test]
fn every_word_and_act_is_there() {
    for (lang, _) in Lang::ALL {
        let locale = Locale::new(lang);
        assert!(!locale.words().any_missing(), "{lang:?}");
        // Every verb there is: read by number until there is none.
        let mut verbs = 0_u32;
        while let Ok(verb) = bincode::deserialize::<Verb>(&verbs.to_le_bytes()) {
            for (what, count) in [("", 1), ("x", 1), ("x", 3)] {
                let text = locale.act(&Act { count, ..Act::one(verb, what, "R-1") });
                assert!(!text.contains(['⟨', '{']), "{verb:?}: {text}");
                assert!(text.ends_with(", R-1"), "{verb:?}: {text}");
            }
            verbs += 1;
        }
        assert!(verbs > 30);
    }
}

#[test]
fn days_and_times() {
    let today = date("2026-11-22");
    let (en, es) = (Locale::new(Lang::En), Locale::new(Lang::Es));
    assert_eq!(en.day(date("2026-11-27"), today), "Fri 27 Nov");
    assert_eq!(es.day(date("2026-11-27"), today), "vie 27 nov");
    assert_eq!(en.day(date("2027-01-04"), today), "Mon 4 Jan 2027");
    assert_eq!(en.day_narrow(date("2027-01-04"), today), "Mon 4 Jan");
    assert_eq!(en.day_narrow(date("2027-10-04"), today), "4 Oct 2027");
    assert_eq!(es.day_narrow(date("2026-08-20"), today), "20 ago 2026");
    assert_eq!(en.day_long(date("2026-11-27")), "Friday 27 November 2026");
    assert_eq!(es.day_long(date("2026-03-04")), "miércoles 4 de marzo de 2026");
    let at = date("2026-12-14").and_hms_opt(8, 30, 0).unwrap();
    assert_eq!(en.date_time(at, today), "Mon 14 Dec 08:30");
    assert_eq!([1, 4, 6].map(|quarters| es.effort(quarters)), ["15 min", "1 h", "1 h 30 min"]);
}

#[test]
fn reasons_and_calls() {
    let today = date("2026-11-22");
    let (en, es) = (Locale::new(Lang::En), Locale::new(Lang::Es));
    let ask = Reason::StartBy { usual_wait: 10, start_by: date("2026-11-27"), days_left: 3 };
    assert_eq!(en.reason(ask, Some("letter"), today), "letter: ask by Fri 27 Nov, usually 10 working days");
    assert_eq!(
        es.reason(ask, Some("letter"), today),
        "letter: pedir a más tardar el vie 27 nov, suele tardar 10 días hábiles"
    );
    let late = Reason::PastDate { due: date("2026-11-20") };
    assert_eq!(en.reason(late, None, today), "past the computed date, ask today");
    let out = |short_by| Reason::OutOfReach { short_by };
    assert_eq!(en.reason(out(1), None, today), "the usual times no longer fit, by 1 working day");
    assert_eq!(es.reason(out(4), None, today), "los tiempos habituales ya no alcanzan, faltan 4 días hábiles");
    let person = Call::Representative { name: "Dana Ruiz".to_owned(), phone: "(555) 010-0199".to_owned() };
    assert_eq!(en.call(&person), "call Dana Ruiz (555) 010-0199");
    let silent = Call::OnCall { name: "Dana Ruiz".to_owned(), phone: String::new() };
    assert_eq!(en.call(&silent), "call on-call Dana Ruiz");
    assert_eq!(es.call(&Call::Nobody), "nadie a quien llamar");
}

#[test]
fn acts_are_named() {
    let (en, es) = (Locale::new(Lang::En), Locale::new(Lang::Es));
    let act = Act::one(Verb::CompletedDeadline, "I-589 filing", "R-014");
    assert_eq!(en.undid(&act), "Undid: completed I-589 filing, R-014");
    assert_eq!(es.undid(&act), "Deshecho: plazo cumplido: I-589 filing, R-014");
    assert_eq!(en.done(&act), "Completed I-589 filing, R-014");
    let many = Act { verb: Verb::CompletedDeadline, what: String::new(), case: String::new(), count: 3 };
    assert_eq!(en.done(&many), "Completed 3 deadlines");
    assert_eq!(es.done(&many), "3 plazos cumplidos");
}

#[test]
fn a_language_is_read_from_the_environment_s_form() {
    assert_eq!(Lang::from_code("es_MX.UTF-8"), Some(Lang::Es));
    assert_eq!(Lang::from_code("EN"), Some(Lang::En));
    assert_eq!(Lang::from_code("C"), None);
}
