//! How the program begins: the demo, the first run, unlocking and locking.

use crate::clinic::{Clinic, NOW, PASSPHRASE};
use crate::tty::{Setup, Tty};

/// The labels of the queue's rows, from the top.
fn labels(text: &str) -> Vec<&'static str> {
    const LABELS: [&str; 5] = ["escalate", "act now", "coming", "later", "waiting"];
    let start = |line: &str| line.chars().take(15).collect::<String>();
    let label = |line: &str| LABELS.into_iter().find(|label| start(line).contains(label));
    text.lines().filter_map(label).collect()
}

#[test]
fn the_demo_opens_on_an_ordered_queue_and_says_so_on_every_frame() {
    let home = tempfile::tempdir().unwrap();
    let mut tty = Tty::run(&Setup { size: (120, 40), ..Setup::at(home.path()) }, &["--now", NOW, "demo"]);
    tty.see("Deadlines");
    let text = tty.text();
    let seen = labels(&text);
    assert!(seen.len() > 8 && seen[0] == "escalate", "{text}");
    assert!(seen.is_sorted_by_key(|label| *label != "escalate"), "what escalates leads: {text}");
    // The queue has the keys: j moves its cursor.
    let selected = |text: &str| text.lines().position(|line| line.contains("> "));
    let at = selected(&text);
    tty.keys("j");
    tty.wait("the cursor to move", |screen| selected(&screen.contents()) > at);
    for (keys, shown) in [
        ("?", "in every list"),
        (":", "Every command"),
        ("ctrl-p", "Find a case"),
        ("w", "Why it stands"),
        ("n", "Note what happened"),
        ("t", "Timeline R-"),
    ] {
        tty.keys(keys);
        tty.see(shown);
        assert!(tty.text().lines().next().unwrap().contains("DEMO"), "{}", tty.text());
        tty.keys("esc");
        tty.see_no(shown);
    }
    // Locked it is a demo still, and says how to get back in and how to leave.
    tty.keys("!");
    tty.see("its passphrase is demo");
    assert!(tty.text().lines().next().unwrap().contains("DEMO"), "{}", tty.text());
    tty.see("ctrl-q leave");
    tty.keys("'demo' enter");
    tty.see("escalate");
    tty.keys("q");
    let (status, _) = tty.ended();
    assert_eq!(status.exit_code(), 0);
    tty.is_put_back();
}

#[test]
fn the_first_run_makes_a_vault_and_the_next_unlocks_it() {
    let home = tempfile::tempdir().unwrap();
    let vault = home.path().join("vault");
    let args = ["--vault", vault.to_str().unwrap(), "--now", NOW];
    let mut tty = Tty::run(&Setup::at(home.path()), &args);
    tty.see("A new vault");
    tty.keys("'short' enter");
    tty.see("15");
    tty.keys(&format!("'{PASSPHRASE}' enter '{PASSPHRASE}!' enter"));
    tty.see("not the same");
    tty.keys(&format!("'{PASSPHRASE}' enter '{PASSPHRASE}' enter"));
    tty.see("nothing here yet");
    assert!(!tty.written().windows(8).any(|bytes| bytes == &PASSPHRASE.as_bytes()[..8]), "the passphrase is on screen");
    tty.keys("A 'R-014' tab 'asylum' ctrl-s");
    tty.see("Added case R-014");
    tty.keys("q");
    assert_eq!(tty.ended().0.exit_code(), 0);

    let mut tty = Tty::run(&Setup::at(home.path()), &args);
    tty.see("Unlock the vault");
    tty.keys("'not this one at all' enter");
    tty.see("That is not the passphrase");
    assert!(!tty.text().contains("R-014"));
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see("R-014");
}

#[test]
fn locking_forgets_what_was_open_and_unlocking_brings_it_back() {
    let clinic = Clinic::after("case add R-014 --need asylum\n");
    let mut tty = clinic.open(&[]);
    tty.see("R-014");
    tty.keys("!");
    tty.see("Unlock the vault");
    assert!(!tty.text().contains("R-014"), "{}", tty.text());
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see("R-014");
    // In the middle of a form too.
    tty.keys("1 n");
    tty.see("Note what happened");
    tty.keys("f12");
    tty.see("Unlock the vault");
    tty.keys("ctrl-q");
    assert_eq!(tty.ended().0.exit_code(), 0);
    tty.is_put_back();
}

#[test]
fn a_vault_that_is_open_elsewhere_is_not_opened_twice() {
    let clinic = Clinic::after("case add R-014 --need asylum\n");
    let tty = clinic.open(&[]);
    tty.see("R-014");
    let mut other = clinic.open(&[]);
    other.see("in use by process");
    other.ended();
    other.is_put_back();
    assert!(clinic.run(&["cases"]).contains("R-014"), "reading works beside a screen");
}
