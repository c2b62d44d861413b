//! Who may use whom, how long a file may be, and where sentences may stand: read from the sources themselves.
//!
//! What is marked as a test in the sources may use what it likes; the arrows are those of the program.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What each module may use of the others. One direction; whatever is not named here is used by nobody below it.
const ARROWS: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("store", &["core"]),
    ("adapters", &["core"]),
    ("locale", &["core"]),
    // An invented year is made of plain records.
    ("demo", &["core"]),
    ("panes", &["core", "locale"]),
    // The session speaks a language: what is said is kept as it was said.
    ("app", &["core", "panes", "locale"]),
    ("commands", &["core", "app", "panes", "adapters", "locale"]),
    ("keymap", &["commands"]),
    ("ui", &["app", "panes", "core", "locale"]),
    // What an error of the store is called, and which exit code it has.
    ("error", &["app", "store", "locale"]),
    ("effects", &["core", "app", "store", "adapters", "error"]),
    // Readers of bytes for the fuzz targets, behind a feature.
    ("fuzz", ALL),
    ("term", ALL),
    ("cli", ALL),
    ("lib", ALL),
    ("main", ALL),
];

const ALL: &[&str] = &[
    "core", "store", "adapters", "locale", "demo", "panes", "app", "commands", "keymap", "ui", "error", "effects",
    "term", "cli",
];

/// Where each foreign crate that shapes data, disk or screen may be named: folders, or files without their ending.
const CRATES: &[(&str, &[&str])] = &[
    ("age", &["store/envelope"]),
    ("age_core", &["store/envelope"]),
    ("bech32", &["store/envelope"]),
    ("sled", &["store/state"]),
    ("bincode", &["store/codec"]),
    ("chacha20poly1305", &["store/seal"]),
    ("argon2", &["store/keys"]),
    ("blake3", &["store"]),
    ("getrandom", &["store"]),
    ("data_encoding", &["store/recovery"]),
    ("zxcvbn", &["store/strength"]),
    ("clap", &["commands", "cli", "main"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("ratatui", &["ui", "term"]),
    ("crossterm", &["term", "keymap", "cli"]),
    ("signal_hook", &["term"]),
    ("rpassword", &["cli"]),
    ("etcetera", &["cli"]),
    ("rustix", &["store/disk", "effects/process", "effects/swap", "term"]),
    ("fluent_bundle", &["locale"]),
    ("unic_langid", &["locale"]),
    ("fuzzy_matcher", &["core/search"]),
    ("calcard", &["adapters"]),
    ("csv", &["adapters"]),
    ("encoding_rs", &["adapters"]),
    // What a person writes by hand: keys, and a clinic's own rules. Both name line and column of a mistake.
    ("toml", &["keymap", "adapters/rulebook"]),
    ("serde_json", &["adapters", "panes", "cli", "term/handover", "store/backup", "store/kit", "store/away"]),
];

/// What the core may use beside the standard library.
const CORE_CRATES: &[&str] = &["chrono", "chrono_tz", "serde", "fuzzy_matcher", "unicode_normalization", "thiserror"];

/// The longest a file may be, in lines.
const LONGEST: usize = 500;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, by its path inside the repository.
fn files(folder: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                // What a fuzz run builds and keeps is none of the sources.
                if !entry.ends_with("fuzz/target") {
                    folders.push(entry);
                }
            } else if entry.extension().is_some_and(|ending| ending == "rs") {
                let name = entry.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read_to_string(&entry).unwrap());
            }
        }
    }
    found
}

/// The files that only tests use: those behind `#[cfg(test)]` where their module is named, and all below them.
fn of_tests(sources: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut tests = BTreeSet::new();
    for (name, text) in sources {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("mod ") && line.ends_with(';')) {
            let above = lines[..at].iter().rev().take_while(|line| line.starts_with("#["));
            if above.into_iter().any(|line| *line == "#[cfg(test)]") {
                let module = line.trim_start_matches("mod ").trim_end_matches(';');
                let folder = name.trim_end_matches("mod.rs").trim_end_matches(".rs").trim_end_matches('/');
                tests.insert(format!("{folder}/{module}"));
            }
        }
    }
    tests
}

/// The program's own sources, with what only tests use taken out and comments left out.
fn program() -> BTreeMap<String, String> {
    let sources = files("src");
    let tests = of_tests(&sources);
    let is_test = |name: &str| {
        tests
            .iter()
            .any(|test| name.strip_prefix(test.as_str()).is_some_and(|rest| rest == ".rs" || rest.starts_with('/')))
    };
    let kept = sources.into_iter().filter(|(name, _)| !is_test(name));
    kept.map(|(name, text)| {
        let end = text.find("\nmod tests {").and_then(|at| text[..at].rfind("#[cfg(test)]")).unwrap_or(text.len());
        let lines = text[..end].lines().filter(|line| !line.trim_start().starts_with("//"));
        let name = name.trim_start_matches("src/").trim_end_matches(".rs").to_owned();
        (name, lines.collect::<Vec<_>>().join("\n"))
    })
    .collect()
}

fn module(name: &str) -> &str {
    name.split('/').next().unwrap()
}

/// The words that follow `start` in a text, each up to what is no letter, digit or underscore.
fn words_after<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

/// Whether a crate is named as a path: `sled::` with nothing of a longer name before it.
fn names(text: &str, name: &str) -> bool {
    let path = format!("{name}::");
    text.match_indices(&path)
        .any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
}

#[test]
fn modules_use_only_what_is_below_them() {
    let mut wrong = BTreeSet::new();
    for (name, text) in &program() {
        let from = module(name);
        let (_, may) =
            ARROWS.iter().find(|(known, _)| *known == from).unwrap_or_else(|| panic!("no arrows for {from}"));
        for to in words_after(text, "crate::").filter(|to| ALL.contains(to)) {
            if to != from && !may.contains(&to) {
                wrong.insert(format!("{name} uses {to}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn foreign_crates_stay_where_they_belong() {
    let mut wrong = BTreeSet::new();
    for (name, text) in &program() {
        for (krate, places) in CRATES {
            let here = places
                .iter()
                .any(|place| name.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
            if !here && names(text, krate) {
                wrong.insert(format!("{name} names {krate}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What the standard library lists, also to remove it, panics where the folder cannot be closed. `tempfile` removes its
/// folders in the same way, so they are taken out of its hands.
#[test]
fn folders_are_listed_in_one_place() {
    const LISTING: &[&str] = &["read_dir(", "fs::remove_dir_all(", "TempDir", "tempdir()"];
    let mut wrong = BTreeSet::new();
    for (name, text) in &program() {
        // The readers for fuzz targets are no part of the program, nor are tests that their module names in other words.
        let other = |part: &str| part == "fuzz" || part == "tests" || part.ends_with("_tests");
        let is_here = name == "store/folders" || name.split('/').any(other);
        for call in LISTING.iter().filter(|call| !is_here && text.contains(**call)) {
            wrong.insert(format!("{name} calls {call}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_core_is_pure() {
    const IMPURE: &[&str] = &["std::fs", "std::io", "std::net", "std::process", "std::env", "std::time", "std::thread"];
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let crates: Vec<String> = dependencies
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(name, _)| name.trim().replace('-', "_")))
        .collect();
    assert!(crates.len() > 20, "the dependencies are not here");
    let mut wrong = BTreeSet::new();
    for (name, text) in program().iter().filter(|(name, _)| module(name) == "core") {
        let foreign = crates.iter().filter(|krate| !CORE_CRATES.contains(&krate.as_str()) && names(text, krate));
        wrong.extend(foreign.map(|krate| format!("{name} names {krate}")));
        let impure = IMPURE.iter().filter(|path| text.contains(*path));
        wrong.extend(impure.map(|path| format!("{name} names {path}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether a text has two words beside each other.
fn is_sentence(text: &str) -> bool {
    let word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    text.split(' ').collect::<Vec<_>>().windows(2).any(|pair| pair.iter().all(word))
}

/// Errors and reasons are for whoever maintains the program, and a citation is a name.
#[test]
fn the_core_says_no_sentence() {
    const BESIDE: [&str; 4] = ["#[error(", "reason = ", "D::Error::custom(", "citation: "];
    let mut wrong = Vec::new();
    for (name, text) in program().iter().filter(|(name, _)| module(name) == "core") {
        for line in text.lines().filter(|line| !BESIDE.iter().any(|beside| line.contains(beside))) {
            if line.split('"').skip(1).step_by(2).any(is_sentence) {
                wrong.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_is_longer_than_a_person_reads_in_one_go() {
    let mut long = Vec::new();
    for (name, text) in files("src").into_iter().chain(files("tests")) {
        let lines = text.lines().count();
        if lines > LONGEST {
            long.push(format!("{name}: {lines} lines"));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}
