#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use super::*;
use crate::adapters::decode::decode;
use crate::core::import::{Reason, plan_partners};
use crate::core::partner::Partner;
use crate::core::world::World;

fn read(text: &str) -> PartnerDrafts {
    read_with(text, &[]).unwrap()
}

fn read_with(text: &str, map: &[(&str, &str)]) -> Result<PartnerDrafts, ImportError> {
    let map: Vec<_> = map.iter().map(|(field, column)| ((*field).to_owned(), (*column).to_owned())).collect();
    read_partners(&[Source { name: "list.csv", bytes: text.as_bytes() }], &map, &mut |_, _| ())
}

fn only(text: &str) -> PartnerDraft {
    let read = read(text);
    assert!(read.refused.is_empty(), "{:?}", read.refused);
    assert_eq!(read.drafts.len(), 1);
    read.drafts.into_iter().next().unwrap()
}

fn refused(read: &PartnerDrafts) -> Vec<(u32, Reason)> {
    read.refused.iter().map(|refused| (refused.place.line, refused.reason.clone())).collect()
}

#[test]
fn a_row_of_a_directory_becomes_a_partner() {
    let draft = only(
        "organizationName,streetAddress,cityStateZip,phone,email,languages,caseTypeLimits,intakePolicy,state,immigrationCourt\n\
         Help Project,\"Hotline**, 10 Example Avenue, 1 (855) 555-0181\",\"Washington, DC 20036\",,a@help.example,\
         English/Spanish; Mam,\"Removal defense, bond\",No walk-ins,AZ,Eloy Court\n",
    );
    assert_eq!(draft.name, "Help Project");
    assert_eq!(draft.addresses, ["Hotline**, 10 Example Avenue, 1 (855) 555-0181, Washington, DC 20036"]);
    assert_eq!(draft.city.unwrap().value, "Washington");
    assert_eq!(draft.phones, ["1 (855) 555-0181"]);
    assert_eq!(draft.emails, ["a@help.example"]);
    assert_eq!(draft.languages, ["English", "Spanish", "Mam"]);
    assert_eq!(draft.services, ["Removal defense", "bond"]);
    assert_eq!(draft.serves, ["Eloy Court", "AZ"]);
    assert_eq!(draft.notes, ["intakePolicy: No walk-ins"]);
}

#[test]
fn spanish_titles_and_semicolons_are_read_too() {
    let draft = only(
        "Nombre;Apellidos;Teléfono;Correo electrónico;Ciudad;Idiomas;Notas\nAna;Ejemplo Ruiz;555-0100;a@x.example;Mérida;español y mam;pide por la tarde\n",
    );
    assert_eq!(draft.name, "Ana Ejemplo Ruiz");
    assert_eq!((draft.phones, draft.emails), (vec!["555-0100".to_owned()], vec!["a@x.example".to_owned()]));
    assert_eq!(draft.languages, ["español", "mam"]);
    assert_eq!(draft.notes, ["pide por la tarde"]);
}

#[test]
fn a_person_is_named_and_the_organisation_kept() {
    let draft = only(
        "First Name,Last Name,Company,Home City,Business City,Home Phone,Mobile Phone,Business Fax\nDana,Ruiz,Legal Aid,Mesa,Tempe,555-0100,555-0101,555-0102\n",
    );
    assert_eq!(draft.name, "Dana Ruiz");
    assert_eq!(draft.city.unwrap().value, "Mesa");
    assert_eq!(draft.addresses, ["Mesa", "Tempe"]);
    assert_eq!(draft.phones, ["555-0100", "555-0101"]);
    let notes = ["Company: Legal Aid", "Home Phone: 555-0100", "Mobile Phone: 555-0101", "Business Fax: 555-0102"];
    assert_eq!(draft.notes, notes);
}

#[test]
fn the_city_is_found_in_each_kind_of_column() {
    for (text, city) in [
        ("name,city\nA,\"Mesa, AZ\"\n", "Mesa"),
        ("name,city_state_zip\nA,\"St. Louis, MO 63101\"\n", "St. Louis"),
        ("name,Home City,Work City\nA,,Tempe\n", "Tempe"),
    ] {
        assert_eq!(only(text).city.unwrap().value, city);
    }
}

#[test]
fn a_column_can_be_told() {
    let text = "title,office\nAyuda,Room 4\n";
    let read = read_with(text, &[("name", "TITLE")]).unwrap();
    assert_eq!(read.drafts.first().unwrap().name, "Ayuda");
    assert_eq!(read.drafts.first().unwrap().notes, ["office: Room 4"]);
    let unknown = read_with(text, &[("nam", "title")]).unwrap_err();
    assert!(matches!(unknown, ImportError::UnknownField { known, .. } if known.contains(&"name")));
    let unknown = read_with(text, &[("name", "titel")]).unwrap_err();
    assert!(matches!(unknown, ImportError::UnknownColumn { known, .. } if known == ["title", "office"]));
}

#[test]
fn a_table_without_titles_is_refused_until_its_columns_are_told() {
    let text = "Ayuda,Mesa\nHelp,Tempe\n";
    let error = read_with(text, &[]).unwrap_err();
    assert!(matches!(error, ImportError::NoKeyColumn { columns, .. } if columns == ["Ayuda", "Mesa"]));
    let read = read_with(text, &[("name", "#1"), ("city", "#2")]).unwrap();
    assert_eq!(read.drafts.len(), 2);
    assert!(matches!(read_with(" \n", &[]), Err(ImportError::Empty { .. })));
}

#[test]
fn rows_that_do_not_fit_are_refused_with_their_line() {
    let read = read("name,city\n\nAyuda,Mesa,,\nShort\nSmith, Jones & Sons,Mesa\n,Tempe\n");
    assert_eq!(read.drafts.len(), 2);
    let expected = [(5, Reason::TooManyFields { found: 3, columns: 2 }), (6, Reason::NoName)];
    assert_eq!(refused(&read), expected);
}

#[test]
fn hidden_characters_are_shown() {
    assert_eq!(only("name\n\"A\u{202E}b\u{7}\"\n").name, "A<U+202E>b<U+0007>");
}

#[test]
fn what_is_no_text_is_refused_with_its_line() {
    for text in ["name\nAyuda\nA\0B\n", "BEGIN:VCARD\nFN:A\nNOTE:\0\nEND:VCARD\n"] {
        let error = read_with(text, &[]).unwrap_err();
        assert_eq!(error, ImportError::NotText { file: "list.csv".into(), line: 3 });
    }
    let utf16: Vec<u8> = "\u{feff}name\nNúñez\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let source = Source { name: "list.csv", bytes: &utf16 };
    assert_eq!(read_partners(&[source], &[], &mut |_, _| ()).unwrap().drafts.first().unwrap().name, "Núñez");
}

#[test]
fn progress_ends_at_the_whole() {
    let text = "name\n".to_owned() + &"Ayuda\n".repeat(2_000);
    let mut reports = Vec::new();
    let source = Source { name: "list.csv", bytes: text.as_bytes() };
    read_partners(&[source, source], &[], &mut |done, total| reports.push((done, total))).unwrap();
    assert!(reports.is_sorted() && reports.len() > 4);
    assert_eq!(reports.last(), Some(&(2 * text.len(), 2 * text.len())));
}

/// Every word of every cell of `text` that is not in a partner; empty if nothing was lost.
fn lost(text: &str, partners: &[Partner]) -> Vec<String> {
    let all = format!("{partners:?}").replace("\\\"", "\"").replace("\\'", "'");
    let cells = crate::adapters::sheet::rows(text).skip(1).flat_map(|row| row.cells);
    let words = cells.flat_map(|cell| cell.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let plain = |word: &String| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    words.filter(|word| !all.contains(&plain(word))).collect()
}

#[test]
fn the_files_of_the_immigration_courts_come_in_whole_and_once() {
    let mut sources = Vec::new();
    for name in
        ["eoir_pro_bono_list_AZ_CA_part.csv", "eoir_recognized_orgs_sample.csv", "ice_areas_of_responsibility.csv"]
    {
        let path = format!("{}/../shared/data/orgs/{name}", env!("CARGO_MANIFEST_DIR"));
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("skipped: {path} is not here");
            return;
        };
        sources.push((name, bytes));
    }
    let files: Vec<_> = sources.iter().map(|(name, bytes)| Source { name, bytes }).collect();
    let read = read_partners(&files, &[], &mut |_, _| ()).unwrap();
    assert_eq!(read.refused, []);
    let mut world = World::default();
    let plan = plan_partners(&world, &read.drafts, read.refused.clone(), &mut world.counters());
    let aba: Vec<_> = plan.new.iter().filter(|partner| partner.name.starts_with("ABA Commission")).collect();
    assert_eq!(aba.len(), 1);
    let aba = aba.first().unwrap();
    assert_eq!(aba.phones, ["1 (855) 641-6081"]);
    let courts = aba.serves.iter().filter(|court| court.contains("Immigration Court")).count();
    assert_eq!(courts, 4);
    for (name, bytes) in &sources {
        let none: [String; 0] = [];
        assert_eq!(lost(&decode(bytes).text, &plan.new), none, "{name}");
    }
    for partner in &plan.new {
        world.put(partner.clone().into());
    }
    let again = plan_partners(&world, &read.drafts, read.refused, &mut world.counters());
    assert_eq!((again.new.len(), again.changed.len(), again.same), (0, 0, plan.new.len()));
}
