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
    tty.keys("'aaaaaaaaaaaaaaaaaaaa' enter");
    tty.see("easy to guess");
    tty.keys(&format!("'{PASSPHRASE}' enter '{PASSPHRASE}' enter"));
    let key = recovery_key(&tty);
    // It leaves the screen before it is typed back, and no vault is made without it.
    tty.keys("enter");
    tty.see("from the paper");
    assert!(!tty.text().contains(&key[..23]), "{}", tty.text());
    tty.keys("'whatever it was' enter");
    tty.see("not the recovery key just shown");
    assert!(!vault.exists());
    tty.keys("esc");
    assert_eq!(recovery_key(&tty), key);
    tty.keys("enter");
    tty.see("from the paper");
    tty.keys(&format!("'{}' enter", key.to_lowercase()));
    tty.see("nothing here yet: A opens the first case");
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
    // Forgotten: the recovery key opens it where the passphrase is asked for.
    tty.keys("!");
    tty.see("Unlock the vault");
    tty.keys(&format!("'{key}' enter"));
    tty.see("R-014");
}

/// The recovery key that stands on the screen, in two lines.
fn recovery_key(tty: &Tty) -> String {
    let is_half = |word: &&str| word.trim_end_matches('-').split('-').filter(|group| group.len() == 5).count() == 4;
    let halves = |text: &str| text.split_whitespace().filter(is_half).map(str::to_owned).collect::<Vec<_>>();
    tty.wait("a recovery key", |screen| halves(&screen.contents()).len() == 2);
    halves(&tty.text()).concat()
}

#[test]
fn on_the_command_line_a_recovery_key_is_shown_once_and_typed_back() {
    let home = tempfile::tempdir().unwrap();
    let vault = home.path().join("vault");
    let file = home.path().join("passphrase");
    std::fs::write(&file, PASSPHRASE).unwrap();
    let args = ["--vault", vault.to_str().unwrap(), "--passphrase-file", file.to_str().unwrap(), "init"];
    let mut tty = Tty::run(&Setup::at(home.path()), &args);
    let key = recovery_key(&tty);
    tty.keys("enter");
    tty.see("Type it back");
    assert!(!tty.text().contains(&key[..23]), "{}", tty.text());
    let slip = if key.starts_with('7') { "8" } else { "7" };
    tty.keys(&format!("'{slip}{}' enter", &key[1..]));
    tty.see("have a slip: 1");
    assert!(!vault.exists());
    tty.keys(&format!("'{}' enter", key.replace('-', "").to_lowercase()));
    tty.see("Made a vault");
    assert_eq!(tty.ended().0.exit_code(), 0);
    assert!(vault.exists());
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

#[test]
fn a_terminal_that_cannot_draw_is_told_what_works_and_gets_no_screen() {
    let clinic = Clinic::empty();
    for (term, lang, shown) in [
        ("dumb", "en_US.UTF-8", "rumbo: This terminal cannot show the screen: TERM is “dumb”."),
        ("", "es_MX.UTF-8", "rumbo: Esta terminal no puede mostrar la pantalla: TERM no está definida."),
    ] {
        let env = [("TERM", term), ("LANG", lang)];
        let setup = Setup { size: (120, 24), env: &env, ..Setup::at(clinic.path()) };
        let mut tty = clinic.open_as(&setup, &[]);
        assert_eq!(tty.ended().0.exit_code(), 2);
        let text = tty.text();
        assert!(text.contains(shown) && text.contains("rumbo queue"), "{text}");
        assert!(!tty.written().contains(&0x1b), "nothing is drawn");
        tty.is_put_back();
    }
}
