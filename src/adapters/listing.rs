//! Cases and partners as tables for a spreadsheet. What it would take for a formula is guarded.

use crate::core::case::{Case, CaseStatus, Interpreter, Need, Representation};
use crate::core::partner::{Partner, PartnerKind};
use csv::Writer;
use std::io::Write;

/// Titles of a case's columns; an import knows them.
const CASE: [&str; 17] = [
    "code",
    "name",
    "need",
    "status",
    "opened",
    "language",
    "interpreter",
    "representative",
    "representative-phone",
    "before",
    "referred-by",
    "screened",
    "next-action",
    "next-owner",
    "next-on",
    "arrived",
    "notes",
];

/// Titles of a partner's columns.
const PARTNER: [&str; 13] = [
    "name",
    "kind",
    "city",
    "street",
    "phone",
    "email",
    "site",
    "languages",
    "services",
    "serves",
    "people",
    "verified",
    "notes",
];

/// Writes cases, one a line.
///
/// # Errors
/// What the writer says.
pub fn cases<'a>(cases: impl Iterator<Item = &'a Case>, out: impl Write) -> csv::Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(CASE)?;
    for case in cases {
        table.write_record(case_cells(case).iter().map(|cell| guarded(cell)))?;
    }
    table.flush().map_err(csv::Error::from)
}

fn case_cells(case: &Case) -> [String; 17] {
    let needs: Vec<&str> = case.needs.iter().map(|need| code(&Need::ALL, need)).collect();
    let named = match &case.representation {
        Representation::Named(named) => Some(named),
        Representation::Nobody | Representation::Unknown => None,
    };
    let next = case.next_action.as_ref();
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    [
        case.code.clone(),
        case.name.clone(),
        needs.join("; "),
        if matches!(case.status, CaseStatus::Closed { .. }) { "closed" } else { "open" }.to_owned(),
        case.opened.to_string(),
        case.language.clone(),
        code(&Interpreter::ALL, &case.interpreter).to_owned(),
        text(named.map(|named| &named.name)),
        text(named.map(|named| &named.phone)),
        text(named.map(|named| &named.before)),
        case.referred_by.clone(),
        case.screened.clone(),
        text(next.map(|next| &next.what)),
        text(next.map(|next| &next.owner)),
        next.map(|next| next.on.to_string()).unwrap_or_default(),
        case.arrived.map(|day| day.to_string()).unwrap_or_default(),
        case.notes.clone(),
    ]
}

/// Writes partners, one a line.
///
/// # Errors
/// What the writer says.
pub fn partners<'a>(partners: impl Iterator<Item = &'a Partner>, out: impl Write) -> csv::Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(PARTNER)?;
    for partner in partners {
        table.write_record(partner_cells(partner).iter().map(|cell| guarded(cell)))?;
    }
    table.flush().map_err(csv::Error::from)
}

fn partner_cells(partner: &Partner) -> [String; 13] {
    let list = |items: &[String]| items.join("; ");
    [
        partner.name.clone(),
        code(&PartnerKind::ALL, &partner.kind).to_owned(),
        partner.city.clone(),
        list(&partner.addresses),
        list(&partner.phones),
        list(&partner.emails),
        list(&partner.sites),
        list(&partner.languages),
        list(&partner.services),
        list(&partner.serves),
        list(&partner.people),
        partner.verified.map(|day| day.to_string()).unwrap_or_default(),
        partner.notes.clone(),
    ]
}

fn code<T: PartialEq>(codes: &[(T, &'static str)], value: &T) -> &'static str {
    codes.iter().find(|(known, _)| known == value).map_or("", |(_, code)| code)
}

/// A cell that no spreadsheet runs: what it would take for a formula gets an apostrophe before it, as OWASP's page on CSV
/// injection has it.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        return format!("'{cell}");
    }
    cell.to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::core::id::{CaseId, PartnerId};
    use chrono::NaiveDate;

    #[test]
    fn every_row_has_the_columns_of_the_titles_and_no_formula() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        let notes = "=HYPERLINK(\"http://x.example\")\n@second, \"line\"".to_owned();
        let case = Case { notes, ..Case::new(CaseId(1), "R-001".into(), Need::Asylum, day) };
        let mut out = Vec::new();
        cases([&case].into_iter(), &mut out).unwrap();
        let mut read = csv::Reader::from_reader(&out[..]);
        let row = read.records().next().unwrap().unwrap();
        assert_eq!(row.len(), read.headers().unwrap().len());
        assert_eq!((&row[0], &row[2], &row[4]), ("R-001", "asylum", "2026-11-02"));
        assert_eq!(&row[16], "'=HYPERLINK(\"http://x.example\")\n@second, \"line\"");
        let phones = vec!["+52 663 555 0100".into(), "305-555-0101".into()];
        let partner = Partner { phones, ..Partner::new(PartnerId(1), "-Legal Aid".into()) };
        let mut out = Vec::new();
        partners([&partner].into_iter(), &mut out).unwrap();
        let mut read = csv::Reader::from_reader(&out[..]);
        let row = read.records().next().unwrap().unwrap();
        assert_eq!((&row[0], &row[1], &row[4]), ("'-Legal Aid", "other", "'+52 663 555 0100; 305-555-0101"));
    }
}
