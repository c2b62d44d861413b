//! What the README says of the command line, held against the program.

use super::house::{House, NOW};
use serde_json::Value;
use std::collections::BTreeSet;

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

/// The part of the README below a heading, up to the next heading of that rank or a higher one.
fn section(heading: &str) -> String {
    let text = readme();
    let rank = heading.split(' ').next().unwrap().len();
    let mut lines = text.lines().skip_while(|line| *line != heading);
    assert!(lines.next().is_some(), "the README has no {heading:?}");
    let ends = |line: &&str| {
        let marks = line.len() - line.trim_start_matches('#').len();
        marks > 0 && marks <= rank && line[marks..].starts_with(' ')
    };
    lines.take_while(|line| !ends(line)).collect::<Vec<_>>().join("\n")
}

/// The fields of a table of the README: what stands in backticks in its first column.
fn documented(heading: &str) -> BTreeSet<String> {
    let section = section(heading);
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let first = rows.filter_map(|row| row.split(" |").next().map(|cell| format!("`{cell}")));
    first.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The fields of the first table alone.
fn documented_first(heading: &str) -> BTreeSet<String> {
    let section = section(heading);
    let rows = section.lines().skip_while(|line| !line.starts_with("| `")).take_while(|line| line.starts_with("| `"));
    let first = rows.filter_map(|row| row[2..].split(" |").next().map(str::to_owned));
    first.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The fields of rows as they are printed, those inside others behind a dot.
fn printed(rows: &[Value]) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    for row in rows {
        for (name, value) in row.as_object().unwrap() {
            fields.insert(name.clone());
            let inner = value.as_object().into_iter().flat_map(|inner| inner.keys());
            fields.extend(inner.map(|inner| format!("{name}.{inner}")));
        }
    }
    fields
}

#[test]
fn every_field_of_every_listing_is_documented() {
    let house = House::demo(1, 271);
    let queue = house.run(&["queue", "--json", "--now", NOW]).json();
    let later = queue.iter().find(|row| row["group"] == "later").unwrap()["id"].as_str().unwrap();
    house.act(&format!("deadline pin {later} --until 2027-01-15 --reason \"she travels\"\n")).good();
    let held = "case hold R-001 --reason \"a letter\" --by \"Dana Ruiz\"\n";
    house.act(&format!("{held}clinic keep-closed 1\ncase add R-900 --need asylum\n")).good();
    house.feed(&["do", "-", "--now", "2024-01-02T12:00:00Z"], b"case close R-900 --reason moved\n").good();
    for (heading, args) in [
        ("### A line of the queue", vec!["queue"]),
        ("### A line of the blind spots", vec!["blindspots"]),
        ("### A closed case for review", vec!["retention"]),
        ("### A line of the caseload", vec!["cases"]),
        ("### A line of the partner directory", vec!["partners"]),
        ("### A line of a timeline", vec!["timeline", "R-001"]),
    ] {
        let rows = house.run(&[&args[..], &["--json", "--now", NOW]].concat()).json();
        assert!(!rows.is_empty());
        // Below the fields of a line the queue has those of its arithmetic.
        let fields: BTreeSet<String> = documented_first(heading);
        assert_eq!(fields, printed(&rows), "{heading}");
        // Nothing is left out of any line.
        let names = |row: &Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert!(rows.iter().all(|row| names(row) == names(&rows[0])), "{heading}");
    }
}

/// What a table of a field's own fields names, in its first column.
fn fields(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_arithmetic_and_the_forecast_have_the_fields_that_are_documented() {
    let house = House::demo(1, 271);
    house.act("clinic hours 2\n").good();
    let rows = house.run(&["queue", "--json", "--why", "--now", NOW]).json();
    let known = documented("### A line of the queue");
    assert!(known.contains("would_change"));
    for row in &rows {
        let missing: Vec<_> = fields(&row["explained"]).difference(&known).cloned().collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
    let one = house.run(&["queue", "--json", "--why", "D1", "--now", NOW]).json();
    assert_eq!(one.len(), 1);
    assert_eq!(Some(&one[0]), rows.iter().find(|row| row["id"] == "D1"));
    let forecast = house.run(&["forecast", "--json", "--now", NOW]).json().remove(0);
    assert_eq!(fields(&forecast), documented("### The forecast"));
    assert!(!forecast["unmet"].as_array().unwrap().is_empty());
    let text = section("### The forecast");
    let inner = ["unmet", "weeks"].into_iter().flat_map(|list| fields(&forecast[list][0]));
    let unnamed: Vec<_> = inner.filter(|field| !text.contains(&format!("`{field}`"))).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

#[test]
fn the_codes_that_are_documented_are_all_that_are_printed() {
    let house = House::demo(1, 271);
    let cases = house.run(&["cases", "--json", "--now", NOW]).json();
    let queue = house.run(&["queue", "--json", "--now", NOW]).json();
    let partners = house.run(&["partners", "--json"]).json();
    let text = readme();
    let mut codes = BTreeSet::new();
    for row in &queue {
        codes.extend(
            ["kind", "consequence", "due_kind", "certainty", "group", "reason_code"]
                .map(|field| row[field].as_str().unwrap()),
        );
    }
    codes.extend(partners.iter().map(|row| row["kind"].as_str().unwrap()));
    codes.extend(cases.iter().flat_map(|row| row["needs"].as_array().unwrap()).map(|need| need.as_str().unwrap()));
    codes.extend(cases.iter().flat_map(|row| [row["status"].as_str().unwrap(), row["interpreter"].as_str().unwrap()]));
    let missing: Vec<_> = codes.into_iter().filter(|code| !text.contains(&format!("`{code}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The lines of the README's code blocks of a section, without comments.
fn blocks(heading: &str) -> Vec<Vec<String>> {
    let section = section(heading);
    let blocks = section.split("```").skip(1).step_by(2);
    let line = |line: &str| line.split("  #").next().unwrap().trim().to_owned();
    blocks.map(|block| block.lines().map(line).filter(|line| !line.is_empty()).collect()).collect()
}

#[test]
fn every_command_line_of_the_manual_is_carried_out() {
    let house = House::new();
    let partners = (1..=7).map(|n| format!("partner add \"Partner {n}\"\n")).collect::<Vec<_>>().concat();
    house.act(&partners).good();
    let lines = blocks("## Without the screen").into_iter().find(|block| block[0].starts_with("case add")).unwrap();
    assert!(lines.len() > 8);
    let said = house.act(&lines.join("\n"));
    let answers: Vec<&str> = said.out.lines().collect();
    assert!(answers.iter().all(|answer| answer.starts_with("ok ")), "{answers:#?}");
    assert_eq!(answers.len(), lines.len());
}

#[test]
fn every_command_of_the_manual_runs() {
    let house = House::demo(1, 30);
    house.write("directory.csv", b"organizationName,city\nAyuda,Mesa\n");
    house.write("contacts.vcf", b"BEGIN:VCARD\nFN:Puente\nEND:VCARD\n");
    house.write("list.csv", b"organizationName,city\nAyuda,Mesa\n");
    house.write("caseload.csv", b"code,need\nX-001,asylum\n");
    house.write("FILE", b"case add X-002 --need asylum\n");
    let mut run = 0;
    for line in ["## Bringing in what exists", "## Without the screen"].map(blocks).concat().concat() {
        for command in line.split(" · ").filter_map(|command| command.strip_prefix("rumbo ")) {
            // What stands in brackets may be left out; a file that is written must not be there.
            let words: Vec<&str> =
                command.split(' ').filter(|word| !word.starts_with('[') && !word.ends_with(']')).collect();
            let words: Vec<&str> = words.iter().map(|word| word.split('|').next().unwrap()).collect();
            match words[0] {
                // A vault is there already; `setup` and `copies` make others. A number is typed; `person` types one.
                "init" | "a-number" | "reveal" => continue,
                "backup" => drop(house.run(&["backup", "copy"]).good()),
                "restore" => {
                    let other = House::empty();
                    let copy = house.path("copy");
                    other.run(&["restore", copy.to_str().unwrap()]).good();
                }
                "completions" | "man" => drop(house.run_bare(&words).good()),
                _ => drop(house.run(&words).good()),
            }
            run += 1;
        }
    }
    assert!(run >= 12, "{run}");
    assert_eq!(house.run(&["partners", "puente", "--json", "--limit", "1"]).json()[0]["name"], "Puente");
}

#[test]
fn every_key_of_the_manual_is_bound() {
    let house = House::empty();
    let shown = house.run_bare(&["keymap", "show"]).good();
    let bound: BTreeSet<&str> = shown.iter().filter_map(|line| line.split("  ").next()).collect();
    let keys = documented("## Keys");
    assert!(keys.len() > 35, "{keys:?}");
    let unbound: Vec<_> = keys.iter().filter(|keys| !bound.contains(keys.as_str())).collect();
    assert!(unbound.is_empty(), "{unbound:?}");
}
