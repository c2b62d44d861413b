//! The listings: their order is the screen's, their dates ISO, the demo's year the published one.

use super::house::{House, NOW, PASSPHRASE, column};
use rumbo::app::App;
use rumbo::app::msg::Env;
use rumbo::core::clinic::Clinic;
use rumbo::locale::Lang;
use rumbo::panes::PaneId;
use rumbo::store::Store;
use rumbo::store::vault;
use serde_json::Value;
use std::collections::BTreeMap;

fn listed(house: &House, what: &str) -> Vec<Value> {
    house.run(&[what, "--json", "--now", NOW]).json()
}

/// The session that the screen would start with.
fn session(house: &House) -> App {
    let passphrase = zeroize::Zeroizing::new(PASSPHRASE.as_bytes().to_vec());
    let locked = vault::open_reader(&house.vault()).map_err(|error| error.to_string()).unwrap();
    let mut reader = locked.unlock(&passphrase).map_err(|(error, _)| error.to_string()).unwrap();
    let (world, head) = reader.load().unwrap();
    let zone = world.clinic().map_or_else(|| Clinic::default().zone, |clinic| clinic.zone);
    let now = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().to_utc();
    let env = Env { now, today: now.with_timezone(&zone).date_naive(), interactive: true };
    App::new(world, head, env, Lang::En)
}

#[test]
fn the_order_is_that_of_the_panes() {
    let house = House::demo(1, 271);
    let mut app = session(&house);
    app.refresh();
    for (what, id) in [("queue", PaneId::Deadlines), ("cases", PaneId::Caseload), ("partners", PaneId::Partners)] {
        let pane: Vec<String> = app.view.pane(id).rows.iter().map(ToString::to_string).collect();
        let rows = listed(&house, what);
        assert!(pane.len() > 100);
        assert_eq!(column(&rows, "id"), pane, "{what}");
        // The table has the same rows below its titles.
        let table = house.run(&[what, "--now", NOW]).good();
        let of_rows = table.iter().filter(|line| !line.starts_with("---")).count();
        assert_eq!(of_rows, rows.len() + 1, "{what}");
    }
    let queue = listed(&house, "queue");
    let table = house.run(&["queue", "--now", NOW]).good();
    let line = table.iter().position(|line| line.starts_with("---")).unwrap();
    let fits = queue.iter().filter(|row| row["fits_today"] == true).count();
    assert!(fits > 0 && line == fits + 1, "today's line stands below what fits");
    let groups = column(&queue, "group");
    let escalated = groups.iter().filter(|group| **group == "escalate").count();
    assert!(escalated > 0 && groups[..escalated].iter().all(|group| *group == "escalate"), "escalate leads");
    let put_off = queue.iter().filter(|row| row["group"] == "waiting" || !row["snoozed_until"].is_null()).count();
    let end = &queue[queue.len() - put_off..];
    assert!(put_off > 0 && end.iter().all(|row| row["group"] == "waiting" || !row["snoozed_until"].is_null()));
    assert!(queue[..escalated].iter().all(|row| row["call"]["sentence"].as_str().is_some_and(|said| !said.is_empty())));
    let by_due = house.run(&["queue", "--json", "--by-due", "--now", NOW]).json();
    let days: Vec<&str> = by_due.iter().map(|row| row["due"].as_str().or(row["ask_on"].as_str()).unwrap()).collect();
    assert!(days.is_sorted() && by_due.len() == queue.len());
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

#[test]
fn days_are_iso_and_moments_rfc_3339() {
    let house = House::demo(1, 271);
    let check = |rows: &[Value], days: &[&str], moments: &[&str]| {
        for (fields, good) in [
            (days, &is_date as &dyn Fn(&str) -> bool),
            (moments, &|text: &str| chrono::DateTime::parse_from_rfc3339(text).is_ok()),
        ] {
            for field in fields {
                let values: Vec<&str> = rows.iter().filter_map(|row| row[*field].as_str()).collect();
                assert!(!values.is_empty(), "{field} is never there");
                assert!(values.iter().all(|value| good(value)), "{field}: {values:?}");
            }
        }
    };
    let days = ["due", "safe", "start_by", "ask_on", "snoozed_until"];
    check(&listed(&house, "queue"), &days, &["due_at"]);
    check(&listed(&house, "cases"), &["opened", "closed", "arrived", "next_due"], &[]);
    check(&listed(&house, "partners"), &["verified"], &[]);
    let events = house.run(&["timeline", "R-001", "--json", "--now", NOW]).json();
    check(&events, &[], &["at"]);
    assert!(column(&events, "at").is_sorted(), "oldest first");
    assert!(column(&events, "case").iter().all(|case| *case == "R-001"));
}

#[test]
fn the_demo_has_the_published_mix_of_needs() {
    let house = House::demo(1, 271);
    let mut mix = BTreeMap::new();
    for case in listed(&house, "cases") {
        *mix.entry(case["needs"][0].as_str().unwrap().to_owned()).or_insert(0) += 1;
    }
    let published = [
        ("asylum", 95),
        ("citizenship", 14),
        ("deportation-defense", 2),
        ("documentation", 61),
        ("family-reunification", 11),
        ("general-questions", 27),
        ("green-card", 57),
        ("medical-deferred-action", 4),
    ];
    assert_eq!(mix.into_iter().collect::<Vec<_>>(), published.map(|(need, count)| (need.to_owned(), count)));
    assert_eq!(listed(&house, "partners").len(), 200);
}

#[test]
fn the_same_seed_makes_the_same_year() {
    let [one, same, other] = [(5, 60), (5, 60), (6, 60)].map(|(seed, cases)| House::demo(seed, cases));
    for what in ["queue", "cases", "partners"] {
        assert_eq!(listed(&one, what), listed(&same, what), "{what}");
    }
    assert_ne!(listed(&one, "queue"), listed(&other, "queue"));
    assert_eq!(listed(&one, "cases").len(), 60);
    assert_eq!(listed(&House::demo(5, 1), "cases").len(), 1);
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    use std::io::Read;
    let house = House::demo(1, 271);
    let mut child = house.open(&["cases", "--json"]);
    let mut some = [0; 10];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut some).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

/// Nothing is said beside the output, never in it; data says it by itself.
#[test]
fn where_there_is_nothing_that_is_said_and_nothing_is_printed() {
    let house = House::new();
    house.act("clinic keep-closed 7\n").good();
    let said: [(&[&str], &str, &str); 8] = [
        (&["queue"], "No deadline is open.", "No hay ningún plazo abierto."),
        (&["queue", "--why"], "No deadline is open.", "No hay ningún plazo abierto."),
        (&["cases"], "There is no case yet.", "Todavía no hay ningún caso."),
        (&["partners"], "There is no partner yet.", "Todavía no hay ningún colaborador."),
        (&["partners", "zzz"], "No partner matches.", "Ningún colaborador coincide."),
        (&["blindspots"], "Nothing is missing.", "No falta nada."),
        (&["retention"], "No closed case is past the clinic’s period.", "Ningún caso cerrado ha pasado"),
        (&["keymap", "why", "z q"], "“z q” does nothing anywhere.", "«z q» no hace nada"),
    ];
    for (args, english, spanish) in said {
        for (lang, sentence) in [("en", english), ("es", spanish)] {
            let run = house.run(&[args, &["--lang", lang, "--now", NOW]].concat());
            assert_eq!((run.code, run.out.as_str()), (0, ""), "{args:?}: {run:?}");
            assert!(run.err.contains(sentence), "{args:?}: {run:?}");
        }
        if args[0] != "keymap" {
            let run = house.run(&[args, &["--json", "--now", NOW]].concat());
            assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""), "{args:?}: {run:?}");
        }
    }
}
