//! `rumbo date` and `rumbo rules` as a person runs them: no vault, exit codes, one answer for each line.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Runs rumbo in a home of its own, with nothing but these arguments and this input.
fn rumbo(home: &Path, args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rumbo"))
        .args(args)
        .args(["--lang", "en", "--now", "2026-11-22T09:00:00-05:00"])
        .env_clear()
        .env("HOME", home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let text = input.to_owned();
    // On a thread of its own: a long input and its answers would wait for each other.
    let writer = std::thread::spawn(move || {
        // A run that ends early closes the pipe.
        let _ = stdin.write_all(text.as_bytes());
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn answers(output: &Output) -> Vec<Value> {
    said(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn home() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn one_date_with_its_steps() {
    let home = home();
    let shown = rumbo(home.path(), &["date", "bia-appeal-30", "2026-11-13"], "");
    assert!(shown.status.success());
    let text = said(&shown);
    for part in ["last day: Monday 14 December 2026", "act by: Wednesday 9", "Sunday", "unconfirmed", "8 CFR 1003.38"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let output = rumbo(home.path(), &["date", "i290b-30-mail3", "2026-05-17", "--mailed", "--json"], "");
    let json = &answers(&output)[0];
    assert_eq!(
        (&json["raw"], &json["due"], &json["safe"]),
        (&"2026-06-19".into(), &"2026-06-22".into(), &"2026-06-16".into())
    );
    assert_eq!((json["steps"].as_array().unwrap().len(), &json["certainty"]), (4, &"unconfirmed".into()));
    let printed = ["date", "bia-appeal-30", "2026-11-13", "--printed", "2026-12-17", "--json"];
    let json = &answers(&rumbo(home.path(), &printed, ""))[0];
    assert_eq!((&json["due"], &json["printed"]), (&"2026-12-14".into(), &"2026-12-17".into()));
    assert_eq!(json["warnings"].as_array().unwrap().len(), 1);
}

/// Today is Sunday 22 November.
#[test]
fn a_day_may_be_said_from_today_on() {
    let home = home();
    let counted = |day: &str, printed: &str| {
        let said = rumbo(home.path(), &["date", "eoir33-5", day, "--printed", printed], "");
        assert!(said.status.success(), "{day} {printed}: {said:?}");
        said.stdout
    };
    let plain = counted("2026-11-22", "2026-11-23");
    for (today, tomorrow) in [("today", "tomorrow"), ("hoy", "mañana"), ("+0", "+1"), ("-0", "manana")] {
        assert_eq!(counted(today, tomorrow), plain, "{today} {tomorrow}");
    }
    assert_eq!(counted("-9", "+10"), counted("2026-11-13", "2026-12-02"));
}

#[test]
fn bad_input_is_named_and_ends_with_two() {
    let home = home();
    let cases: [(&[&str], i32, &str); 10] = [
        (&["date", "bia-appeal-30", "2026-02-31"], 2, "2026-02-31"),
        (&["date", "bia-appeal-30", "0000-01-01"], 2, "0000-01-01"),
        (&["date", "bia-appeal-30", "10000-01-01"], 2, "10000-01-01"),
        (&["date", "bia-appeal-30", "2026-3-2"], 2, "2026-3-2"),
        (
            &["date", "bia-appeal-30", "1/12/2026"],
            2,
            "reads differently from country to country. Write year-month-day, such as 2026-12-01",
        ),
        (&["date", "bia-appeal-30", "2999-01-01"], 2, "2999-01-01"),
        (&["date", "bia-apeal-30", "2026-03-02"], 2, "did you mean bia-appeal-30"),
        (&["date", "bia-appeal-30", "2026-03-02", "--printed", "2026-02-30"], 2, "2026-02-30"),
        (&["date", "bia-appeal-30"], 2, "TRIGGER"),
        (&["date", "bia-appeal-10-ifr2026", "2026-03-10"], 1, "vacated"),
    ];
    for (args, code, part) in cases {
        let output = rumbo(home.path(), args, "");
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0), "{args:?}: {error}");
        assert!(error.contains(part), "{args:?}: {error}");
    }
}

#[test]
fn a_batch_answers_every_line() {
    let lines = [
        r#"{"rule":"bia-appeal-30","trigger":"2026-03-02","mailed":false,"online":false}"#,
        r#"{"rule":"n400-early-90","trigger":"2022-03-01"}"#,
        r#"{"rule":"rfe-84-mail3","trigger":"2026-11-10","mailed":true}"#,
        r#"{"count":0,"unit":"days","roll":"none","trigger":"2026-11-26"}"#,
        r#"{"count":-16,"unit":"workdays","roll":"back","trigger":"2055-01-30"}"#,
        r#"{"rule":"bia-appeal-10-ifr2026","trigger":"2026-03-10"}"#,
        r#"{"rule":"bia-appeal-30","trigger":"2026-02-30"}"#,
        r#"{"rule":"bia-appeal-30","trigger":"2026-03-02","mialed":true}"#,
        r#"{"count":1,"unit":"days","roll":"fwd","trigger":"9999-12-31"}"#,
        "not a line",
        "",
        r#"{"rule":"bia-appeal-30","trigger":"2026-03-02"}"#,
    ];
    let home = home();
    let output = rumbo(home.path(), &["date", "--batch"], &(lines.join("\n") + "\n"));
    assert_eq!(output.status.code(), Some(0));
    let answers = answers(&output);
    assert_eq!(answers.len(), lines.len());
    let due: Vec<Option<&str>> = answers.iter().map(|answer| answer["due"].as_str()).collect();
    assert_eq!(due[..5], [Some("2026-04-01"), None, None, Some("2026-11-26"), Some("2055-01-07")]);
    assert_eq!(answers[1]["opens"], "2026-12-01");
    assert_eq!(answers[2]["latest"], "2027-02-05");
    assert!(!answers[2]["warnings"].as_array().unwrap().is_empty());
    for answer in &answers[5..11] {
        assert!(answer["error"].as_str().is_some_and(|why| !why.is_empty()), "{answer}");
    }
    assert_eq!(answers[11], answers[0]);
}

/// The same two thousand cases that the calendar is held against, through the program's own door.
#[test]
fn a_batch_agrees_with_two_thousand_counted_cases() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/dates/due_cases_seed11.tsv");
    let Ok(table) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    let cases: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    let lines: Vec<String> = cases
        .iter()
        .map(|case| {
            let (trigger, count, unit, roll) = (case[0], case[1], case[2], case[3]);
            format!(r#"{{"count":{count},"unit":"{unit}","roll":"{roll}","trigger":"{trigger}"}}"#)
        })
        .collect();
    let home = home();
    let answers = answers(&rumbo(home.path(), &["date", "--batch"], &lines.join("\n")));
    assert_eq!((answers.len(), cases.len()), (2_000, 2_000));
    for (answer, case) in answers.iter().zip(&cases) {
        assert_eq!((answer["raw"].as_str(), answer["due"].as_str()), (Some(case[4]), Some(case[5])), "{case:?}");
        assert!(answer["safe"].as_str() <= answer["due"].as_str(), "{answer}");
    }
}

fn written(home: &Path, text: &str) -> PathBuf {
    let path = home.join("rules.toml");
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_clinic_s_own_rules_are_used_and_marked() {
    let home = home();
    let text = "schema = 1\n\n[[disable]]\nid = \"ar11-10\"\nreason = \"the legal aid office does it\"\n\
                source = \"agreement of 3 November 2026\"\nreviewer = \"Dana Ruiz, attorney\"\nreviewed = 2026-11-20\n\n\
                [[change]]\nid = \"eoir33-5\"\ncount = 5\nunit = \"days\"\nsource = \"form of 2026\"\n\
                reviewer = \"Dana Ruiz, attorney\"\nreviewed = 2026-11-20\n";
    let path = written(home.path(), text);
    let file = path.to_str().unwrap();
    let output = rumbo(home.path(), &["rules", "--rules", file, "--json"], "");
    let rules = answers(&output);
    let find = |id: &str| rules.iter().find(|rule| rule["id"] == id).unwrap();
    assert_eq!(
        (&find("ar11-10")["status"], &find("ar11-10")["off"]),
        (&"off".into(), &"the legal aid office does it".into())
    );
    assert_eq!(find("eoir33-5")["clinic"]["reviewer"], "Dana Ruiz, attorney");
    assert_eq!(find("bia-appeal-30")["clinic"], Value::Null);
    let shown = said(&rumbo(home.path(), &["date", "eoir33-5", "2026-11-20", "--rules", file], ""));
    assert!(shown.contains("changed by the clinic") && shown.contains("Dana Ruiz"), "{shown}");
    // In the vault's folder, and beside it, it is found without being named.
    let inside = rumbo(home.path(), &["date", "ar11-10", "2026-11-02", "--vault", home.path().to_str().unwrap()], "");
    assert_eq!(inside.status.code(), Some(1));
    let beside = home.path().join("vault");
    let beside = rumbo(home.path(), &["date", "ar11-10", "2026-11-02", "--vault", beside.to_str().unwrap()], "");
    assert_eq!(beside.status.code(), Some(1));
    assert!(rumbo(home.path(), &["date", "ar11-10", "2026-11-02"], "").status.success());
}

#[test]
fn a_mistake_in_them_is_placed_and_nothing_is_counted() {
    let home = home();
    let path = written(home.path(), "schema = 1\n[[disable]]\nid = \"ar12\"\nresaon = \"x\"\n");
    let args = ["date", "ar11-10", "2026-11-02", "--rules", path.to_str().unwrap()];
    let output = rumbo(home.path(), &args, "");
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    for part in ["rules.toml:3:6: ", "rules.toml:4:1: ", "needs reviewer: the attorney"] {
        assert!(error.contains(part), "{part} is not in\n{error}");
    }
}
