//! Every reader of bytes that come from outside, or from a disk that may have changed them, as one function of bytes:
//! for the fuzz targets in `tests/fuzz`, and for the quick test below. Not part of the program.

use crate::adapters::table::Source;
use crate::adapters::{cases, ics, partners, rulebook};
use crate::app::App;
use crate::app::msg::Env;
use crate::cli::fuzz as lines;
use crate::commands::{decide, parse};
use crate::core::change::Commit;
use crate::core::rules::{How, RuleBook};
use crate::core::world::World;
use crate::demo::{self, Plan};
use crate::keymap::{Keymap, Source as KeymapSource, Vocabulary};
use crate::locale::Lang;
use crate::store::fuzz as vault;
use chrono::{DateTime, Days, NaiveDate, Utc};

/// A reader of bytes.
#[derive(Clone, Copy)]
pub struct Target {
    pub name: &'static str,
    /// Reads, and tells whether it was what it should be. May not panic, hang, or take memory that the bytes do not
    /// account for.
    pub read: fn(&[u8]) -> bool,
    /// Inputs that are what they should be, to begin from.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// Every reader. Each has a target of its name in `tests/fuzz`.
pub const TARGETS: &[Target] = &[
    Target { name: "frame", read: vault::frame, seeds: || vault::frames(&commits()) },
    Target { name: "segment", read: vault::segment, seeds: || vault::segments(&commits()) },
    Target { name: "batch", read: vault::batch, seeds: || vault::batches(&commits()) },
    Target { name: "record", read: vault::record, seeds: || vault::records(&commits()) },
    Target { name: "header", read: vault::header, seeds: vault::headers },
    Target { name: "keyring", read: vault::keyring, seeds: vault::keyrings },
    Target { name: "checkpoint", read: vault::checkpoint, seeds: || vault::checkpoints(&commits()) },
    Target { name: "head", read: vault::head, seeds: vault::heads },
    Target { name: "envelope", read: vault::envelope, seeds: vault::envelopes },
    Target { name: "backup_line", read: vault::backup_line, seeds: || vault::backup_lines(&commits()) },
    Target {
        name: "old_copy",
        read: vault::old_copy,
        seeds: || vec![include_bytes!("../tests/cli/files/schema1.copy").to_vec()],
    },
    Target { name: "csv_cases", read: csv_cases, seeds: || texts(&CASES) },
    Target { name: "csv_partners", read: csv_partners, seeds: || texts(&PARTNERS) },
    Target { name: "vcard", read: csv_partners, seeds: || texts(&CARDS) },
    Target { name: "keymap", read: keymap, seeds: || texts(&KEYMAPS) },
    Target { name: "rulebook", read: rules, seeds: || texts(&RULES) },
    Target { name: "line", read: line, seeds: || texts(&LINES) },
    Target { name: "date_line", read: lines::date_line, seeds: || texts(&DATES) },
    Target { name: "rank_line", read: lines::rank_line, seeds: || texts(&RANKS) },
];

/// The reader of that name.
///
/// # Panics
/// There is none.
pub fn target(name: &str) -> Target {
    *TARGETS.iter().find(|target| target.name == name).unwrap()
}

fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Days::new(20_780)
}

fn today() -> NaiveDate {
    now().date_naive()
}

/// A small invented caseload.
fn commits() -> Vec<Commit> {
    demo::fill(Plan { seed: 7, cases: 12, now: now() })
}

/// A table of cases.
fn csv_cases(bytes: &[u8]) -> bool {
    let source = [Source { name: "cases.csv", bytes }];
    cases::read_cases(&source, &[], &mut |_, _| {}).is_ok()
}

/// A table of partners, or cards.
fn csv_partners(bytes: &[u8]) -> bool {
    let _ = ics::is_own(bytes);
    let source = [Source { name: "partners", bytes }];
    partners::read_partners(&source, &[], &mut |_, _| {}).is_ok()
}

/// A keymap of one's own, over the built-in one.
fn keymap(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let source = KeymapSource { file: "own.toml".to_owned(), text: text.to_owned().into() };
    let check = |line: &str| parse::line(line).map(drop).map_err(|problem| format!("{problem:?}"));
    let (_, problems) = Keymap::load(&[source], &Vocabulary { check: &check, known: &[] });
    problems.is_empty()
}

/// A clinic's own rules; where they are good, each is counted once.
fn rules(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let Ok(clinic) = rulebook::read(text, today()) else { return false };
    let book = RuleBook::with(clinic);
    for rule in book.all() {
        let _ = book.count(rule, today(), How { mailed: false, online: false }, None);
    }
    true
}

thread_local! {
    static APP: App = {
        let mut world = World::default();
        for commit in commits() {
            world.apply(&commit);
        }
        App::new(world, 1, env(), Lang::Es)
    };
}

fn env() -> Env {
    Env { now: now(), today: today(), interactive: false }
}

/// A line of the grammar, decided on a caseload; nothing is carried out.
fn line(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    match parse::line(text) {
        Ok(command) => {
            APP.with(|app| drop(decide(&command, app, &env())));
            true
        }
        Err(problem) => {
            APP.with(|app| drop(problem.message().text(&app.locale)));
            false
        }
    }
}

const CASES: [&str; 2] = [
    include_str!("../tests/cli/files/caseload.csv"),
    "code,need,name,opened,phone,language\nR-1,asylum,\"Núñez, José\",2026-11-02,(617) 555-0142,K'iche'\n\"R-2\",\"a\"\"b\",,3/4/2026,,\n",
];

const PARTNERS: [&str; 2] = [
    include_str!("../tests/cli/files/courts.csv"),
    "name,city,phone,e-mail,languages,notes\nPuente Legal,Mesa,617-555-0101 / 617-555-0102,a@puente.example,español; portugués,\"two\nlines\"\n",
];

const CARDS: [&str; 1] = [include_str!("../tests/cli/files/contacts.vcf")];

const KEYMAPS: [&str; 3] = [
    include_str!("../keymaps/vim.toml"),
    include_str!("../keymaps/emacs.toml"),
    "schema = 1\nname = \"own\"\nextends = \"default\"\n[deadlines]\n\"ctrl-x d\" = \"deadline done @\"\n\"X\" = \"nop\"\n",
];

const RULES: [&str; 1] = ["schema = 1
[[rule]]
id = \"clinic-letter-15\"
name = { en = \"Letter to the attorney\", es = \"Carta al abogado\" }
trigger = \"notice\"
count = 15
unit = \"days\"
counts = \"last-day\"
roll = \"none\"
consequence = \"right\"
source = \"agreement with the legal aid office, 3 November 2026\"
reviewer = \"Dana Ruiz, attorney\"
reviewed = 2026-11-20
[[change]]
id = \"bia-appeal-10-ifr2026\"
enabled = true
source = \"ruling of 1 November 2026\"
reviewer = \"Dana Ruiz, attorney\"
reviewed = 2026-11-02
[[disable]]
id = \"ar11-10\"
reason = \"the legal aid office does it\"
source = \"agreement of 3 November 2026\"
reviewer = \"Dana Ruiz, attorney\"
reviewed = 2026-11-20
[[closure]]
date = 2026-12-24
court = \"Boston\"
class = \"uncertain\"
source = \"the court's page, seen 20 November 2026\"
"];

const LINES: [&str; 12] = [
    "case add R-914 --need asylum --name \"Núñez\" --language K'iche'",
    "case edit R-001 --notes 'two words'",
    "event log R-001 note \"a note\"",
    "deadline add R-001 --title \"Letter to court\" --due 2026-12-01 --consequence removal",
    "deadline add R-001 --rule bia-appeal-30 --trigger 2026-11-02 --mailed",
    "deadline add R-001 --title Hearing --at \"2026-12-21 08:30\" --place x --consequence removal",
    "deadline done D1 D2 D3",
    "deadline snooze D1 --until +3",
    "step add D1 \"treatment letter\" --kind letter",
    "happened log R-001 decision-stated --on 2026-11-02",
    "clinic weight right 50",
    "undo --past-erased",
];

const DATES: [&str; 3] = [
    r#"{"rule":"bia-appeal-30","trigger":"2026-11-02","mailed":true,"printed":"2026-12-02"}"#,
    r#"{"count":-15,"unit":"workdays","roll":"back","trigger":"2028-02-29","online":true}"#,
    r#"{"count":1,"unit":"months","roll":"fwd","trigger":"2026-01-31"}"#,
];

const RANKS: [&str; 1] = [
    r#"{"now":"2026-11-23","items":[{"id":"a","due":"2026-12-01","consequence":"removal","steps":[{"effort_hours":2,"wait_days":5},{"effort_hours":0.5,"wait_days":0}]},{"id":7,"due":"2026-11-30","consequence":"benefit","steps":[]}]}"#,
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;

    /// A change of bytes.
    #[derive(Debug, Clone)]
    enum Edit {
        Flip(Index, u8),
        Put(Index, Vec<u8>),
        Cut(Index, usize),
        Again(Index, usize),
        Stop(Index),
    }

    /// What readers of text and of numbers stumble over.
    const TOKENS: [&[u8]; 14] = [
        b"\"",
        b"\\",
        b"\r\n",
        b"\0",
        b"=",
        b"[[",
        b"--",
        b"9999-12-31",
        b"-2147483648",
        b"1e999",
        b"\xFF\xFF\xFF\xFF",
        b"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F",
        b"\xE2\x80\xAE",
        b"\xF0\x9F\x91\xA9",
    ];

    fn edit() -> impl Strategy<Value = Edit> {
        let piece = prop_oneof![
            proptest::collection::vec(any::<u8>(), 1..6),
            proptest::sample::select(&TOKENS[..]).prop_map(<[u8]>::to_vec),
        ];
        prop_oneof![
            (any::<Index>(), any::<u8>()).prop_map(|(at, bits)| Edit::Flip(at, bits)),
            (any::<Index>(), piece).prop_map(|(at, piece)| Edit::Put(at, piece)),
            (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Edit::Cut(at, length)),
            (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Edit::Again(at, length)),
            any::<Index>().prop_map(Edit::Stop),
        ]
    }

    fn edited(mut bytes: Vec<u8>, edits: &[Edit]) -> Vec<u8> {
        for edit in edits {
            if bytes.is_empty() {
                return bytes;
            }
            let length = bytes.len();
            match edit {
                Edit::Flip(at, bits) => bytes[at.index(length)] ^= bits,
                Edit::Put(at, piece) => drop(bytes.splice(at.index(length)..at.index(length), piece.iter().copied())),
                Edit::Cut(at, cut) => drop(bytes.drain(at.index(length)..length.min(at.index(length) + cut))),
                Edit::Again(at, again) => {
                    let piece = bytes[at.index(length)..length.min(at.index(length) + again)].to_vec();
                    bytes.splice(at.index(length)..at.index(length), piece);
                }
                Edit::Stop(at) => bytes.truncate(at.index(length)),
            }
        }
        bytes
    }

    #[test]
    fn every_seed_is_what_it_should_be() {
        let mut wrong = Vec::new();
        for Target { name, read, seeds } in TARGETS {
            let seeds = seeds();
            assert!(!seeds.is_empty(), "{name}");
            let refused = seeds.iter().enumerate().filter(|(_, seed)| !read(seed));
            wrong.extend(refused.map(|(at, _)| format!("{name} {at}")));
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    /// `RUMBO_FUZZ=100000 cargo test --lib fuzz` for the long run: so many inputs for each reader.
    #[test]
    fn any_bytes_are_read_or_refused() {
        let cases = std::env::var("RUMBO_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(40);
        let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
        for Target { name, read, seeds } in TARGETS {
            let seeds = seeds();
            let mut runner = proptest::test_runner::TestRunner::new(config.clone());
            let changed = (any::<Index>(), proptest::collection::vec(edit(), 0..6))
                .prop_map(|(at, edits)| edited(at.get(&seeds).clone(), &edits));
            let any = prop_oneof![4 => changed, 1 => proptest::collection::vec(any::<u8>(), 0..300)];
            let outcome = runner.run(&any, |bytes| {
                read(&bytes);
                Ok(())
            });
            outcome.unwrap_or_else(|failure| panic!("{name}: {failure}"));
        }
    }

    #[test]
    fn every_reader_has_its_fuzz_target() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        for Target { name, .. } in TARGETS {
            assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
            let text = std::fs::read_to_string(folder.join(format!("targets/{name}.rs"))).unwrap();
            assert!(text.contains(&format!("target(\"{name}\")")), "{name}");
        }
    }
}
