//! Making a vault, the passphrase and its file, and what is never asked.

use super::house::{House, PASSPHRASE, chmod};
use std::process::Stdio;

const BANNER: &str = "TEST KEY: the key derivation of this vault is cheap and protects nothing. Not for real records.";

#[test]
fn a_test_vault_says_that_it_protects_nothing() {
    let house = House::empty();
    let said = house.run(&["init", "--insecure-test-kdf"]).good();
    assert_eq!(said, [format!("Made a vault at {}.", house.vault().display()), BANNER.to_owned()]);
    let again = house.run(&["init", "--insecure-test-kdf"]).refused(1);
    assert!(again.contains("already"), "{again}");
}

#[test]
fn the_last_line_break_of_a_passphrase_file_is_dropped_and_no_other() {
    let house = House::new();
    for (content, code) in [
        (PASSPHRASE.to_owned(), 0),
        (format!("{PASSPHRASE}\r\n"), 0),
        (format!("{PASSPHRASE}\n\n"), 3),
        (format!(" {PASSPHRASE}\n"), 3),
        ("\n".to_owned(), 2),
    ] {
        house.write("passphrase", content.as_bytes());
        let said = house.run(&["cases"]);
        assert_eq!(said.code, code, "{content:?}: {said:?}");
    }
}

#[test]
fn a_passphrase_file_that_others_can_read_is_warned_about() {
    let house = House::new();
    assert_eq!(house.run(&["cases", "--json"]).err, "");
    for mode in [0o640, 0o604] {
        chmod(&house.path("passphrase"), mode);
        let said = house.run(&["cases"]);
        assert_eq!(said.code, 0);
        assert!(said.err.contains("others can read") && said.err.contains("chmod 600"), "{said:?}");
    }
}

#[test]
fn no_secret_comes_from_an_argument_or_the_environment() {
    let house = House::new();
    let vault = house.vault();
    let vault = vault.to_str().unwrap();
    for secret in ["--passphrase", "--password", "--key", "--recovery-key", "--new-passphrase"] {
        let said = house.run_bare(&["cases", "--vault", vault, secret, PASSPHRASE]);
        assert_eq!(said.code, 2, "{said:?}");
    }
    let names = ["RUMBO_PASSPHRASE", "RUMBO_PASSWORD", "PASSPHRASE", "RUMBO_PASSPHRASE_FILE", "RUMBO_KEY"];
    let mut command = house.bare(&["cases", "--vault", vault]);
    command.envs(names.map(|name| (name, PASSPHRASE))).env("RUMBO_PASSPHRASE_FILE", house.path("passphrase"));
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("--passphrase-file"));
}

/// Each of these ends by itself, although nobody is there to answer.
#[test]
fn without_a_terminal_nothing_asks() {
    let house = House::new();
    let vault = house.vault();
    let vault = vault.to_str().unwrap();
    let file = house.write("list.csv", b"name\nAyuda\n");
    for args in [
        vec!["queue"],
        vec!["cases"],
        vec!["partners"],
        vec!["timeline", "R-014"],
        vec!["do", "-"],
        vec!["backup", "copy"],
        vec!["passphrase"],
        vec!["recovery-key"],
        vec!["person", "list"],
        vec!["import", "partners", &file],
        vec!["import", "partners", &file, "--yes"],
    ] {
        let mut command = house.bare(&args);
        let said = command.args(["--vault", vault]).stdin(Stdio::null()).output().unwrap();
        let err = String::from_utf8(said.stderr).unwrap();
        assert_eq!(said.status.code(), Some(2), "{args:?}: {err}");
        assert!(err.contains("no terminal to ask") && err.contains("--passphrase-file FILE"), "{args:?}: {err}");
    }
    let screen = house.run(&[]).refused(2);
    assert!(screen.contains("needs a terminal"), "{screen}");
    let init = house.run_bare(&["init", "--vault", house.path("other").to_str().unwrap()]).refused(2);
    assert!(init.contains("no terminal to ask"), "{init}");
    assert!(!house.path("other").exists());
}

#[test]
fn the_vault_lies_in_the_data_folder_by_default() {
    let house = House::empty();
    let passphrase = house.path("passphrase");
    let said = house.run_bare(&["init", "--insecure-test-kdf", "--passphrase-file", passphrase.to_str().unwrap()]);
    let place = said.good().remove(0);
    assert!(place.contains("rumbo") && place.ends_with("vault."), "{place}");
    if cfg!(target_os = "linux") {
        assert!(house.path(".local/share/rumbo/vault").is_dir());
    }
}

#[test]
fn completions_and_the_manual_come_from_the_grammar() {
    let house = House::empty();
    for shell in ["bash", "zsh", "fish"] {
        let script = house.run_bare(&["completions", shell]).good().join("\n");
        assert!(script.contains("passphrase-file") && script.contains("insecure-test-kdf"), "{shell}");
    }
    let page = house.run_bare(&["man"]).good().join("\n");
    assert!(page.contains(".TH rumbo 1") && page.contains("passphrase\\-file"), "{page}");
}

#[test]
fn the_language_is_chosen_or_the_systems() {
    let house = House::empty();
    let said = |args: &[&str], lang: &str| {
        let output = house.command(args).env("LANG", lang).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&["cases"], "es_MX.UTF-8").contains("bóveda"));
    assert!(said(&["cases"], "C").contains("There is no vault"));
    assert!(said(&["cases", "--lang", "es"], "C").contains("bóveda"));
    assert!(said(&["cases", "--lang", "en"], "es_MX.UTF-8").contains("There is no vault"));
    assert_eq!(house.run(&["cases", "--lang", "fr"]).code, 2);
}

#[test]
fn keymaps_are_shown_checked_and_explained() {
    let house = House::empty();
    for name in ["default", "vim", "emacs"] {
        let shown = house.run_bare(&["keymap", "show", "--keymap", name]).good();
        assert!(shown.len() > 50, "{name}: {} lines", shown.len());
    }
    let bad = house.write("keys.toml", b"[deadlines]\n\"c\" = \"deadlin done\"\n");
    let said = house.run_bare(&["keymap", "check", &bad]);
    assert_eq!(said.code, 2, "{said:?}");
    let told = said.out + &said.err;
    assert!(told.contains("keys.toml:2:") && told.contains("deadlin"), "{told}");
    assert!(house.run_bare(&["keymap", "why", "g g"]).good().join("\n").contains("move"));
    let missing = house.run_bare(&["keymap", "show", "--keymap", "nowhere.toml"]).refused(2);
    assert!(missing.contains("nowhere.toml"), "{missing}");
}
