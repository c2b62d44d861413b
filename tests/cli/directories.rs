//! Real directories, address books and cards, where they are at hand: nothing in them is lost, nothing comes in twice.

use super::house::{House, shared};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The rows below the titles as another reader has them, each cell trimmed, none empty.
fn cells(path: &Path, titles: bool) -> Vec<Vec<String>> {
    let bytes = std::fs::read(path).unwrap();
    let delimiter = if name(path) == "rustcsv_strange.csv" { b';' } else { b',' };
    let latin1 = || bytes.iter().map(|byte| char::from(*byte)).collect();
    let mut text = std::str::from_utf8(&bytes).map_or_else(|_| latin1(), str::to_owned);
    if name(path).starts_with("ice_") {
        // That reader takes a quote behind a space for a letter.
        text = text.replace(", \"", ",\"");
    }
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(titles).flexible(true).delimiter(delimiter).escape((delimiter == b';').then_some(b'\\'));
    let rows = reader.from_reader(text.as_bytes()).into_records().map(Result::unwrap).collect::<Vec<_>>();
    let filled = |row: &csv::StringRecord| {
        row.iter().map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
    };
    rows.iter().map(filled).filter(|row| !row.is_empty()).collect()
}

/// Every text in a partner, each on its lines.
fn texts(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text}\n"),
        Value::Array(values) => values.iter().map(texts).collect(),
        Value::Object(fields) => fields.values().map(texts).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

/// Whether a partner says what stands in a cell: as it is, or, where a cell holds several values, word by word.
fn says(partner: &str, cell: &str) -> bool {
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let joins = ["and", "y", "or", ""];
    partner.contains(cell)
        || cell.split_whitespace().map(word).all(|word| joins.contains(&word.as_str()) || partner.contains(&word))
}

/// The rows that are wholly in no partner.
fn lost(rows: &[Vec<String>], partners: &[Value]) -> Vec<Vec<String>> {
    let partners: Vec<String> = partners.iter().map(texts).collect();
    let kept = |row: &&Vec<String>| partners.iter().any(|partner| row.iter().all(|cell| says(partner, cell)));
    rows.iter().filter(|row| !kept(row)).cloned().collect()
}

const NOTHING: [Vec<String>; 0] = [];

/// Imports a file twice and checks that it is there as a whole and once. Returns how many partners it made.
fn comes_in_whole(path: &Path, map: &[&str]) -> usize {
    let house = House::new();
    let file = path.to_str().unwrap();
    let run = |last: &[&str]| house.run(&[&["import", "partners", file], map, last].concat()).json().remove(0);
    let first = run(&["--yes", "--json"]);
    assert_eq!(first["refused"], Value::Array(Vec::new()), "{file}");
    let partners = house.run(&["partners", "--json"]).json();
    assert_eq!(first["new"], partners.len(), "{file}");
    let rows = cells(path, map.is_empty());
    assert_eq!(lost(&rows, &partners), NOTHING, "{file}");
    let again = run(&["--yes", "--json"]);
    assert_eq!((&again["new"], &again["changed"]), (&0.into(), &0.into()), "{file}");
    println!("{}: {} rows, {} partners, second time 0 new, 0 changed", name(path), rows.len(), partners.len());
    partners.len()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn the_directories_of_the_immigration_courts_come_in_whole_and_once() {
    let Some(folder) = shared("orgs") else { return };
    assert_eq!(comes_in_whole(&folder.join("eoir_pro_bono_list_AZ_CA_part.csv"), &[]), 12);
    assert_eq!(comes_in_whole(&folder.join("eoir_recognized_orgs_sample.csv"), &[]), 35);
    comes_in_whole(&folder.join("ice_areas_of_responsibility.csv"), &[]);
}

#[test]
fn both_lists_of_the_courts_together() {
    let Some(folder) = shared("orgs") else { return };
    let files = ["eoir_pro_bono_list_AZ_CA_part.csv", "eoir_recognized_orgs_sample.csv"].map(|name| folder.join(name));
    let [first, second] = files.each_ref().map(|path| path.to_str().unwrap());
    let house = House::new();
    let said = house.run(&["import", "partners", first, second, "--yes"]).good();
    assert_eq!(said[said.len() - 2], "applied: 47 new, 0 changed, 0 same, 0 refused");
    let again = house.run(&["import", "partners", first, second]).good();
    assert_eq!(again.last().unwrap(), "0 new, 0 changed, 47 same, 0 refused");
    let partners = house.run(&["partners", "--json"]).json();
    let aba: Vec<_> =
        partners.iter().filter(|one| one["name"].as_str().unwrap().starts_with("ABA Commission")).collect();
    assert_eq!(aba.len(), 1);
    assert_eq!(aba[0]["phones"], serde_json::json!(["1 (855) 641-6081"]));
    let courts = aba[0]["serves"].as_array().unwrap().iter().filter(|court| court.to_string().contains("Court"));
    assert_eq!(courts.count(), 4);
    for file in &files {
        assert_eq!(lost(&cells(file, true), &partners), NOTHING);
    }
}

fn csv_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(csv_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "csv") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A table that names nobody is refused with its columns; told which column is the name, it comes in as well.
#[test]
fn every_table_comes_in_or_is_refused_and_loses_nothing() {
    let Some(folder) = shared("csv") else { return };
    let (mut taken, mut refused) = (0, 0);
    for path in csv_files(&folder) {
        let house = House::new();
        let said = house.run(&["import", "partners", path.to_str().unwrap()]);
        if said.code < 2 {
            comes_in_whole(&path, &[]);
            taken += 1;
        } else {
            let said = said.refused(2);
            assert!(said.contains(&name(&path)) && said.contains("--map FIELD=COLUMN"), "{said}");
            comes_in_whole(&path, &["--map", "name=#1"]);
            refused += 1;
        }
        let cases = house.run(&["import", "cases", path.to_str().unwrap()]);
        assert!(matches!(cases.code, 0..=2) && !cases.err.contains("panicked"), "{}: {cases:?}", name(&path));
    }
    assert!(taken + refused > 20);
    println!("{taken} tables taken in, {refused} refused until told which column is the name, nothing lost");
}

/// The texts under `key` of one card as a parser read them: lists in lists taken apart, values of white space left out.
fn read_as(card: &Value, key: &str) -> Vec<String> {
    fn flatten(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::String(text) => into.extend((!text.trim().is_empty()).then(|| text.trim().to_owned())),
            Value::Array(values) => values.iter().for_each(|value| flatten(value, into)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {}
        }
    }
    let mut found = Vec::new();
    card.get(key).into_iter().for_each(|value| flatten(value, &mut found));
    found
}

/// The fields that both parsers read, with the same values: name, organisation, phones, e-mails.
fn agreed(one: &Value, other: &Value) -> Vec<(&'static str, Vec<String>)> {
    let fields = ["fn", "org", "tel", "email"].into_iter().map(|key| (key, read_as(one, key)));
    fields.filter(|(key, values)| !values.is_empty() && *values == read_as(other, key)).collect()
}

/// Whether a partner has these values.
fn has(partner: &Value, field: &str, values: &[String]) -> bool {
    let list =
        |key: &str| partner[key].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect::<Vec<_>>();
    let within = |list: Vec<&str>| values.iter().all(|value| list.contains(&value.as_str()));
    match field {
        "fn" => values == [partner["name"].as_str().unwrap()],
        "tel" => within(list("phones")),
        "email" => within(list("emails")),
        _ => values.iter().all(|value| texts(partner).contains(value)),
    }
}

#[test]
fn every_card_is_read_with_the_values_two_parsers_agree_on() {
    let Some(folder) = shared("vcard") else { return };
    let expected: serde_json::Map<String, Value> =
        serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let (mut files, mut cards, mut fields, mut values) = (0, 0, 0, 0);
    let mut unsure = Vec::new();
    for (file, parsers) in &expected {
        let house = House::new();
        let path = folder.join(file);
        let said = house.run(&["import", "partners", path.to_str().unwrap(), "--yes"]);
        assert!(said.code < 2 && !said.err.contains("panicked"), "{file}: {said:?}");
        let partners = house.run(&["partners", "--json"]).json();
        files += 1;
        let (Some(one), Some(other)) = (parsers["vobject"].as_array(), parsers["icaljs"].as_array()) else {
            unsure.push(file.as_str());
            continue;
        };
        assert_eq!(one.len(), other.len(), "{file}");
        for (one, other) in one.iter().zip(other) {
            let certain = agreed(one, other);
            let holds = |partner: &&Value| certain.iter().all(|(field, values)| has(partner, field, values));
            assert!(certain.is_empty() || partners.iter().any(|partner| holds(&partner)), "{file}: {certain:?}");
            cards += usize::from(!certain.is_empty());
            fields += certain.len();
            values += certain.iter().map(|(_, values)| values.len()).sum::<usize>();
        }
    }
    println!("{files} files imported; {cards} cards with {fields} fields ({values} values) that two parsers agree on");
    println!("one of the two parsers reads none of: {}", unsure.join(", "));
    assert!(cards >= 30 && fields >= 77, "{cards} cards, {fields} fields");
}
