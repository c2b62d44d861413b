//! `rumbo audit`: what it lists, what it leaves out, and how it tells that it was tampered with.

use super::house::{House, NOW};
use serde_json::Value;
use std::fs;

/// A house with one case, in which something was done, exported and copied.
fn lived_in() -> House {
    let house = House::new();
    house.act("case add R-014 --need asylum --name \"Marisol Quillfeather\"\ncase edit R-014 --notes \"prefers mornings\"\n").good();
    house
        .run(&["export", "ics", "calendar.ics", "--names", "--plaintext", "--confirm", "plaintext", "--now", NOW])
        .good();
    house.run(&["timeline", "R-014", "--now", NOW]).good();
    house.run(&["backup", "copy.rumbo", "--now", NOW]).good();
    house
}

fn deeds(house: &House, more: &[&str]) -> Vec<String> {
    let args: Vec<&str> = ["audit", "--json", "--now", NOW].iter().chain(more).copied().collect();
    house.run(&args).json().iter().map(|line| line["deed"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn lists_what_was_done_and_names_nobody() {
    let house = lived_in();
    let told = deeds(&house, &[]);
    for deed in ["began", "unlocked", "unlocked-to-read", "changed", "exported", "viewed", "backed-up", "closed"] {
        assert!(told.iter().any(|found| found == deed), "{deed}: {told:?}");
    }
    for lang in ["en", "es"] {
        let text = house.run(&["audit", "--lang", lang, "--now", NOW]).good().join("\n");
        for word in ["Marisol", "Quillfeather", "R-014", "mornings", "⟨"] {
            assert!(!text.contains(word), "{word}\n{text}");
        }
        assert!(text.contains("C1"), "{text}");
    }
    let lines = house.run(&["audit", "--json", "--now", NOW]).json();
    let changed: Vec<&Value> = lines.iter().filter(|line| line["deed"] == "changed").collect();
    assert_eq!(changed.len(), 2);
    assert_eq!(
        (&changed[1]["verb"], &changed[1]["cases"][0], &changed[1]["change"]),
        (&"edited-case".into(), &"C1".into(), &2.into())
    );
    assert_eq!((&changed[0]["key"]["slot"], &changed[0]["key"]["kind"]), (&1.into(), &"passphrase".into()));
}

#[test]
fn narrows_to_a_case_and_to_days() {
    let house = lived_in();
    house.act("case add R-015 --need citizenship\n").good();
    let of_one = house.run(&["audit", "--json", "--case", "r-015", "--now", NOW]).json();
    assert!(of_one.iter().any(|line| line["cases"][0] == "C2"));
    assert!(!of_one.iter().any(|line| line["cases"][0] == "C1"), "{of_one:?}");
    // What left the vault as a whole concerns everybody.
    assert!(of_one.iter().any(|line| line["deed"] == "backed-up"));
    assert_eq!(house.run(&["audit", "--since", "2100-01-01", "--now", NOW]).good(), [] as [String; 0]);
    assert!(!house.run(&["audit", "--since", "2026-11-22", "--now", NOW]).good().is_empty());
    house.run(&["audit", "--case", "R-999", "--now", NOW]).refused(1);
    house.run(&["audit", "--since", "yesterday"]).refused(2);
}

#[test]
fn wrong_passphrases_are_told_at_the_next_opening() {
    let house = House::new();
    let wrong = house.write("wrong", b"not the passphrase at all\n");
    for _ in 0..2 {
        let mut command = house.bare(&["cases", "--now", NOW]);
        command.arg("--vault").arg(house.vault()).arg("--passphrase-file").arg(&wrong);
        assert_eq!(command.output().unwrap().status.code(), Some(3));
    }
    let plain = fs::read_to_string(house.vault().join("unlocks.refused")).unwrap();
    assert!(plain.contains("count 2") && !plain.contains("passphrase at all"), "{plain}");
    // Reading leaves it for whoever opens it to write.
    assert!(!house.run(&["cases", "--now", NOW]).err.contains("wrong passphrase"));
    let said = house.act("case add R-001 --need asylum\n");
    assert!(said.err.contains("2 wrong passphrases since Sun 22 Nov 14:00 UTC."), "{}", said.err);
    assert!(!house.vault().join("unlocks.refused").exists());
    let again = house.act("case add R-002 --need asylum\n");
    assert!(!again.err.contains("wrong"), "{}", again.err);
    let refused = house.run(&["audit", "--json", "--now", NOW]).json();
    let refused = refused.iter().find(|line| line["deed"] == "refused").unwrap();
    assert_eq!(refused["count"], 2);
}

#[test]
fn a_broken_chain_ends_with_4_and_says_where() {
    let house = lived_in();
    let whole = house.run(&["audit", "--verify", "--now", NOW]).good();
    assert!(whole[0].starts_with("The audit is whole: "), "{whole:?}");
    let path = house.vault().join("audit/000001.log");
    let good = fs::read(&path).unwrap();
    let mut bytes = good.clone();
    bytes[700] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let said = house.run(&["audit", "--now", NOW]);
    assert_eq!(said.code, 4, "{said:?}");
    assert!(said.err.contains("audit is damaged") && said.err.contains("page"), "{}", said.err);
    // Nobody is kept from the deadlines by it.
    house.run(&["queue", "--now", NOW]).good();
    let opened = house.act("case add R-099 --need asylum\n");
    assert_eq!(opened.code, 0);
    // It was set aside, whole as it was, and stays an alarm until somebody moves it away.
    assert!(house.vault().join("audit.damaged/000001.log").exists());
    let after = house.run(&["audit", "--now", NOW]);
    assert_eq!(after.code, 4);
    assert!(after.out.contains("begins anew") && after.err.contains("audit.damaged"), "{after:?}");
    fs::remove_dir_all(house.vault().join("audit.damaged")).unwrap();
    house.run(&["audit", "--verify", "--now", NOW]).good();
}

#[test]
fn a_repair_tells_of_the_audit_and_stands_in_it() {
    let house = lived_in();
    let before = house.run(&["audit", "--json", "--now", NOW]).json().len();
    fs::remove_file(house.vault().join("audit.head")).unwrap();
    let said = house.run(&["repair", "--yes", "--now", NOW]);
    assert!(said.err.contains("audit was damaged") && said.err.contains("audit.damaged"), "{said:?}");
    let listed = house.run(&["audit", "--now", NOW]);
    assert_eq!(listed.code, 4);
    assert!(listed.out.lines().filter(|line| line.starts_with("[set aside] ")).count() >= before, "{listed:?}");
    // Of its own backups it would fill in the change.
    fs::remove_dir_all(house.vault().join("backups")).unwrap();
    let journal = house.vault().join("journal/000001.log");
    let mut bytes = fs::read(&journal).unwrap();
    bytes[64 + 90] ^= 1;
    fs::write(&journal, bytes).unwrap();
    assert_eq!(house.run(&["repair", "--yes", "--now", NOW]).code, 0);
    let told = house.run(&["audit", "--json", "--now", NOW]);
    let mended = told.out.lines().find(|line| line.contains("\"mended\"")).unwrap_or_default().to_owned();
    assert!(mended.contains("\"lost\":[[1,1]]") && mended.contains("could not be read: 1"), "{told:?}");
    assert!(!told.out.contains("\"restored\""), "{told:?}");
}

#[test]
fn an_audit_that_was_deleted_is_missed_wherever_one_looks() {
    let house = lived_in();
    house.run(&["verify", "--now", NOW]).good();
    fs::remove_dir_all(house.vault().join("audit")).unwrap();
    fs::remove_file(house.vault().join("audit.head")).unwrap();
    let said = house.run(&["verify", "--now", NOW]);
    assert!(said.code == 4 && said.out.contains("is gone as a whole"), "{said:?}");
    let listed = house.run(&["audit", "--now", NOW]);
    assert!(listed.err.contains("gone as a whole"), "{listed:?}");
    assert!(listed.out.lines().next().unwrap().contains("an audit before this one is gone"), "{listed:?}");
    let said = house.run(&["audit", "--verify", "--lang", "es", "--now", NOW]).refused(4);
    assert!(said.contains("falta por completo"), "{said}");
    house.run(&["queue", "--now", NOW]).good();
}

#[test]
fn a_line_of_the_audit_cannot_be_forged_through_what_was_typed() {
    let house = House::new();
    house.act("case add R-014 --need asylum\n").good();
    house.feed(&["a-number", "R-014", "--consent", "signed on Monday", "--now", NOW], b"A001234567\n").good();
    let forged = "hotline\n2026-11-22 09:00:00  key 1 (passphrase), root (0)  closed the vault\u{1b}[2K";
    for name in ["ana\n2026-11-22 09:00:00  key 1 (passphrase), root  opened the vault", ""] {
        let mut command = house.command(&["reveal", "R-014", "--for", forged, "--now", NOW]);
        assert!(command.env("LOGNAME", name).env_remove("USER").output().unwrap().status.success());
    }
    let uid = std::os::unix::fs::MetadataExt::uid(&fs::metadata(house.vault()).unwrap());
    for lang in ["en", "es"] {
        let text = house.run(&["audit", "--lang", lang, "--now", NOW]).good();
        let count = house.run(&["audit", "--json", "--now", NOW]).json().len();
        assert_eq!(text.len() + 1, count, "a line an entry, and this listing's own: {text:?}");
        assert!(!text.iter().any(|line| line.chars().any(char::is_control)), "{text:?}");
        let shown: Vec<&String> = text.iter().filter(|line| line.contains("hotline")).collect();
        assert!(shown[0].contains(&format!("({uid})  ")), "{shown:?}");
        let word = if lang == "en" { "account" } else { "cuenta" };
        assert!(shown[1].contains(&format!(", {word} {uid}  ")), "{shown:?}");
    }
    for nothing in ["", "  \t "] {
        assert!(house.run(&["reveal", "R-014", "--for", nothing]).refused(1).contains("--for PURPOSE"));
    }
}
