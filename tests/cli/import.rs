//! `rumbo import` on small directories and a caseload of our own: preview, apply, again.

use super::house::{House, NOW, column};
use serde_json::{Value, json};

fn file(name: &str) -> String {
    format!("{}/tests/cli/files/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn named<'a>(partners: &'a [Value], name: &str) -> &'a Value {
    let mut found = partners.iter().filter(|partner| partner["name"] == name);
    let first = found.next().unwrap_or_else(|| panic!("{name} is not in {partners:#?}"));
    assert!(found.next().is_none(), "{name} is there twice");
    first
}

#[test]
fn a_preview_shows_which_and_changes_nothing() {
    let house = House::new();
    let (courts, recognized) = (file("courts.csv"), file("recognized.csv"));
    let said = house.run(&["import", "partners", &courts, &recognized]).good();
    let expected = [
        "new      Sparrow Hotline for Detained People, Washington",
        "new      Proyecto Ocotillo, Phoenix",
        "new      Esperanza Ejemplo, Catholic Aid, Los Angeles",
        "new      Mujeres del Puente, Forest Grove",
        "new      Harbor Lantern, Inc., Los Angeles",
        "",
        "7 rows and cards are 5 records: those that speak of one are taken together.",
        "5 new, 0 changed, 0 same, 0 refused",
        "Nothing is changed yet: --yes applies it, as one act that one undo takes back.",
    ];
    assert_eq!(said, expected);
    assert!(house.run(&["partners", "--json"]).json().is_empty());
}

#[test]
fn the_answer_as_json_is_the_four_counts() {
    let house = House::new();
    let (courts, cards) = (file("courts.csv"), file("contacts.vcf"));
    let import = |yes: &[&str]| {
        let said = house.run(&[&["import", "partners", &courts, &cards, "--json"], yes].concat()).good();
        serde_json::from_str::<Value>(&said[0]).unwrap()
    };
    let refused = json!([{ "file": cards, "line": 31, "reason": "no name" }]);
    assert_eq!(import(&[]), json!({ "new": 6, "changed": 0, "same": 0, "refused": refused }));
    assert_eq!(import(&["--yes"])["new"], 6);
    let again = import(&["--yes"]);
    assert_eq!(again, json!({ "new": 0, "changed": 0, "same": 6, "refused": refused }));
}

#[test]
fn what_is_applied_is_said_and_what_is_refused_is_listed_again() {
    let house = House::new();
    let list =
        house.write("list.csv", b"code,need\nR-1,asylum\nJos\xc3\xa9 N\xc3\xba\xc3\xb1ez,asylum\n\"R-2, asylum\n");
    let apply = |lang: &str| house.run(&["import", "cases", &list, "--yes", "--lang", lang]).good();
    let said = apply("en");
    assert!(said[0].contains(&format!("{list}, line 3: “José Núñez” cannot be a code name")), "{said:#?}");
    assert!(said[1].contains("line 4: a quote is opened and never closed"), "{said:#?}");
    assert_eq!(said[3], "applied: 1 new, 0 changed, 0 same, 2 refused");
    assert_eq!(said.len(), 5);
    assert_eq!(apply("es")[3..], ["nada que aplicar: 0 nuevos, 0 cambiados, 1 igual, 2 rechazados"]);
    house.act("undo\n").good();
    assert_eq!(apply("es")[3], "aplicado: 1 nuevo, 0 cambiados, 0 iguales, 2 rechazados");
    assert_eq!(column(&house.run(&["cases", "--json"]).json(), "code"), ["R-1"]);
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_read_and_waiting_is_said() {
    let house = House::new();
    let pipe = house.path("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let run = house.open(&["import", "cases", pipe.to_str().unwrap()]);
    std::fs::write(&pipe, "code,need\nR-1,asylum\n").unwrap();
    let ended = run.wait_with_output().unwrap();
    assert!(String::from_utf8(ended.stdout).unwrap().starts_with("new      R-1\n"));
    assert!(String::from_utf8(ended.stderr).unwrap().contains("is a pipe"));
}

#[test]
fn one_organisation_under_several_courts_is_one_partner() {
    let house = House::new();
    house.run(&["import", "partners", &file("courts.csv"), "--yes"]).good();
    let partners = house.run(&["partners", "--json"]).json();
    assert_eq!(partners.len(), 3);
    let hotline = named(&partners, "Sparrow Hotline for Detained People");
    assert_eq!(hotline["phones"], json!(["1 (855) 555-0181"]));
    assert_eq!(hotline["serves"], json!(["Mesquite Immigration Court", "AZ", "Saguaro Immigration Court"]));
    let ocotillo = named(&partners, "Proyecto Ocotillo");
    assert_eq!(ocotillo["phones"], json!(["(520) 555-0191", "(602) 555-0108"]));
    assert_eq!(ocotillo["languages"], json!(["English", "Spanish", "Mam"]));
    let notes = ocotillo["notes"].as_str().unwrap();
    for note in ["isReferralService: false", "intakePolicy: No walk-ins; call first", "pageNumber: 4", "pageNumber: 6"]
    {
        assert!(notes.lines().any(|line| line == note), "{note} is not in {notes}");
    }
}

#[test]
fn cards_of_each_version_come_in_with_their_values() {
    let house = House::new();
    let said = house.run(&["import", "partners", &file("contacts.vcf"), "--yes"]).good();
    assert_eq!(said[0], format!("refused  {}, line 31: no name", file("contacts.vcf")));
    let partners = house.run(&["partners", "--json"]).json();
    let jose = named(&partners, "José Núñez");
    assert_eq!(jose["phones"], json!(["(617) 555-0123"]));
    assert!(jose["notes"].as_str().unwrap().contains("Ask for the second desk."));
    assert!(jose["notes"].as_str().unwrap().contains("PHOTO JPEG"));
    let kiche = named(&partners, "K’iche’ Interpreters of Ropewalk");
    assert_eq!((&kiche["city"], &kiche["phones"]), (&"New Bedford".into(), &json!(["+1 857-555-0100"])));
    assert_eq!(kiche["addresses"], json!(["7 Juniper Lane, rear, New Bedford, MA 02740, USA"]));
    let notes = kiche["notes"].as_str().unwrap();
    assert!(notes.contains("after six") && notes.contains("X-FAVOURITE: yes"), "{notes}");
    let casa = named(&partners, "Casa Folded Lines of the Border");
    assert_eq!(casa["sites"], json!(["https://casa.example"]));
}

#[test]
fn what_would_change_is_told_by_its_fields() {
    let house = House::new();
    house.run(&["import", "partners", &file("recognized.csv"), "--yes"]).good();
    let more = house.write(
        "more.csv",
        b"name,city,phone,email,kind\nmujeres del puente,Forest Grove,503-555-0109,a@puente.example,recognized-org\n\
          Puente Nuevo,Mesa,,,\n,Tempe,,,\nToo,many,,,,fields\n",
    );
    let preview = house.run(&["import", "partners", &more]).good();
    let expected = [
        "new      Puente Nuevo, Mesa".to_owned(),
        "changed  P1 Mujeres del Puente, Forest Grove: kind, addresses, e-mails".to_owned(),
        format!("refused  {more}, line 4: no name"),
        format!("refused  {more}, line 5: 6 values for 5 columns; a comma or a quote is probably not quoted"),
        String::new(),
        "1 new, 1 changed, 0 same, 2 refused".to_owned(),
    ];
    assert_eq!(preview[..6], expected);
    house.run(&["import", "partners", &more, "--yes"]).good();
    let partners = house.run(&["partners", "--json"]).json();
    let puente = named(&partners, "Mujeres del Puente");
    assert_eq!((&puente["phones"], &puente["emails"]), (&json!(["(503) 555-0109"]), &json!(["a@puente.example"])));
    assert_eq!(house.run(&["import", "partners", &more]).good()[3], "0 new, 0 changed, 2 same, 2 refused");
    house.act("undo\n").good();
    assert_eq!(house.run(&["partners", "--json"]).json().len(), 2);
}

#[test]
fn a_preview_of_a_thousand_rows_is_a_line_for_each() {
    let house = House::new();
    let rows = (0..1_000).map(|n| format!("Partner {n},Mesa,(617) 555-{n:04}\n")).collect::<Vec<_>>().concat();
    let list = house.write("list.csv", format!("name,city,phone\n{rows}").as_bytes());
    let said = house.run(&["import", "partners", &list]).good();
    assert_eq!(said.len(), 1_003);
    assert_eq!((said[0].as_str(), said[999].as_str()), ("new      Partner 0, Mesa", "new      Partner 999, Mesa"));
    assert_eq!(said[1_001], "1000 new, 0 changed, 0 same, 0 refused");
    // Nobody watches a bar where there is no terminal.
    assert_eq!(house.run(&["import", "partners", &list, "--yes"]).err, "");
}

#[test]
fn columns_can_be_told_by_name_and_by_number() {
    let house = House::new();
    let list = house.write("list.csv", b"Ayuda;Mesa;x\nPuente;Tempe;y\n");
    let said = house.run(&["import", "partners", &list]).refused(2);
    assert!(said.contains("Its columns: Ayuda, Mesa, x") && said.contains("--map FIELD=COLUMN"), "{said}");
    let told = ["--map", "name=#1", "--map", "city=#2"];
    house.run(&[&["import", "partners", &list, "--yes"][..], &told[..]].concat()).good();
    let partners = house.run(&["partners", "--json"]).json();
    assert_eq!(named(&partners, "Puente")["notes"], "#3: y");
    for (map, expected) in
        [("nam=#1", "no field nam"), ("name=#9", "its columns: #1, #2, #3"), ("name", "like name=organizationName")]
    {
        let said = house.run(&["import", "partners", &list, "--map", map]);
        assert_eq!(said.code, 2);
        assert!(said.err.to_lowercase().contains(&expected.to_lowercase()), "{map}: {}", said.err);
    }
}

#[test]
fn a_caseload_comes_in_the_same_way() {
    let house = House::new();
    let list = file("caseload.csv");
    let preview = house.run(&["import", "cases", &list, "--now", NOW]).good();
    assert_eq!(preview[..2], ["new      R-014", "new      R-015"]);
    assert!(preview[2].starts_with(&format!("refused  {list}, line 4: refugee is not a need")), "{}", preview[2]);
    assert_eq!(preview[3], format!("refused  {list}, line 5: no code name"));
    house.run(&["import", "cases", &list, "--yes", "--now", NOW]).good();
    let cases = house.run(&["cases", "--json", "--now", NOW]).json();
    let mut codes = column(&cases, "code");
    codes.sort_unstable();
    assert_eq!(codes, ["R-014", "R-015"]);
    let coded = |code: &str| cases.iter().find(|case| case["code"] == code).unwrap();
    let first = coded("R-014");
    assert_eq!((&first["language"], &first["arrived"]), (&"K'iche'".into(), &"2026-03-14".into()));
    assert_eq!(first["representation"]["phone"], "(617) 555-0142");
    assert_eq!(first["next_action"], json!({ "what": "llamar a la corte", "owner": "Sam", "on": "2026-12-01" }));
    assert_eq!(first["notes"], "barrio: La Marea");
    assert_eq!(coded("R-015")["needs"], json!(["green-card", "documentation"]));
    assert_eq!(house.run(&["import", "cases", &list]).good()[3], "0 new, 0 changed, 2 same, 2 refused");
}
