//! What stays in memory after a lock: nothing that was planted, in any encoding, and no key of the vault.

use crate::clinic::{Clinic, NOW, PASSPHRASE};
use crate::process::memory;
use crate::sealed::Found;
use crate::tty::{Setup, Tty};
use std::collections::BTreeSet;

/// Invented names of two words, each of which stands nowhere in the program.
fn planted() -> Vec<String> {
    const FIRST: [&str; 10] =
        ["Ottavia", "Brannoc", "Çelika", "Dovrë", "Eskild", "Fjölnir", "Gwyddno", "Hyacinto", "Ilmatar", "Jovañe"];
    const LAST: [&str; 20] = [
        "Quillfeather",
        "Marrowby",
        "Tesselmark",
        "Underwold",
        "Vintergrau",
        "Wexcombe",
        "Yarrowick",
        "Zandstrøm",
        "Aldergast",
        "Brindlemoor",
        "Corvantes",
        "Dusklander",
        "Emberlyne",
        "Foxgallow",
        "Grimsdotter",
        "Hollowmere",
        "Ironvale",
        "Juniperus",
        "Kestrelworth",
        "Lindqvale",
    ];
    LAST.iter().flat_map(|last| FIRST.iter().map(move |first| format!("{first} {last}"))).collect()
}

/// Which of the needles are somewhere in memory. All are looked for at once, by their first two bytes.
fn found(memory: &[Vec<u8>], needles: &[(String, Vec<u8>)]) -> BTreeSet<String> {
    let pair = |bytes: &[u8]| usize::from(u16::from_le_bytes([bytes[0], bytes[1]]));
    let mut by_start: Vec<Vec<&(String, Vec<u8>)>> = vec![Vec::new(); 1 << 16];
    for needle in needles {
        by_start[pair(&needle.1)].push(needle);
    }
    let mut found = BTreeSet::new();
    for piece in memory {
        for at in 0..piece.len().saturating_sub(1) {
            for (name, bytes) in &by_start[pair(&piece[at..])] {
                if piece[at..].starts_with(bytes) {
                    found.insert(name.clone());
                }
            }
        }
    }
    found
}

fn in_every_encoding(name: &str) -> Vec<(String, Vec<u8>)> {
    let wide = |bytes: fn(u16) -> [u8; 2]| name.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    vec![
        (name.to_owned(), name.as_bytes().to_vec()),
        (format!("{name} (UTF-16, little)"), wide(u16::to_le_bytes)),
        (format!("{name} (UTF-16, big)"), wide(u16::to_be_bytes)),
    ]
}

#[test]
fn nothing_readable_stays_in_memory_after_a_lock() {
    let names = planted();
    let lines: Vec<String> = names
        .iter()
        .enumerate()
        .map(|(at, name)| format!("case add M-{at:03} --need asylum --name \"{name}\"\n"))
        .collect();
    let clinic = Clinic::after(&lines.concat());
    let vault = clinic.file("vault");
    let mut tty = Tty::run(&Setup::at(clinic.path()), &["--vault", &vault, "--now", NOW]);
    tty.see("Unlock the vault");
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see("M-000");
    // Names on the screen, in a filter, in the finder, in a timeline and in a form.
    tty.keys("1 G g g / 'quillfeather'");
    tty.see("quillfeather");
    tty.keys("enter ctrl-p 'lindqvale'");
    tty.see("lindqvale");
    tty.keys("enter");
    tty.see_no("Find a case");
    tty.keys("1 t");
    tty.see("Timeline");
    tty.keys("n");
    tty.see("Note what happened");
    tty.fill("note", "Sigurbjörg Half-Typed came");
    let half = "Sigurbjörg Half-Typed came";

    let Some(open) = memory(tty.id()) else {
        eprintln!("SKIPPED: the memory of another process may not be read here (root can)");
        return;
    };
    let needles: Vec<_> = names.iter().chain([&half.to_owned()]).flat_map(|name| in_every_encoding(name)).collect();
    let secrets = in_every_encoding(PASSPHRASE);
    let of_vault = Found::read(vault.as_ref(), PASSPHRASE);
    let keys = [of_vault.own(), of_vault.of_cases(vault.as_ref())].concat();
    let seen = found(&open, &needles).len();
    let held = found(&open, &keys).len();
    assert!(held > names.len(), "while it is open, keys are in memory: {held}");
    assert!(
        seen > names.len() / 2 && found(&open, &needles).contains(half),
        "while it is open, names are in memory: {seen}"
    );
    drop(open);

    let begun = std::time::Instant::now();
    tty.keys("f12");
    tty.see("Unlock the vault");
    let took = begun.elapsed();
    let locked = memory(tty.id()).unwrap();
    let size: usize = locked.iter().map(Vec::len).sum();
    let left: BTreeSet<String> =
        [&needles, &secrets, &keys].into_iter().flat_map(|sought| found(&locked, sought)).collect();
    println!(
        "open: {seen} of {} planted texts and {held} keys in memory; locked after {} ms: {} of {} texts, passphrases and keys in {} KiB",
        needles.len(),
        took.as_millis(),
        left.len(),
        needles.len() + secrets.len() + keys.len(),
        size / 1024
    );
    assert!(left.is_empty(), "{left:?}");
    // Half the letters of the passphrase are not enough to keep it either.
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see(half);
}
