//! One card to one draft of a partner. The card's person names the partner; the organisation is kept in the notes.

use super::Card;
use super::property::Property;
use crate::adapters::cell::one_line;
use crate::adapters::phone;
use crate::adapters::text::{CUT, LINE_MAX, TEXT_MAX, clean_line, clean_text};
use crate::core::import::{PartnerDraft, Place, Reason, Stated};
use crate::core::search::fold;

/// Reads one card. What has no field stands in the notes under the property's name.
///
/// # Errors
/// [`Reason::NoName`] if nothing in it could be called a name, [`Reason::TooLong`].
pub fn draft(card: &Card, place: Place) -> Result<PartnerDraft, Reason> {
    let mut draft = PartnerDraft { place, ..PartnerDraft::default() };
    for property in &card.properties {
        let max = if has_field(property) { LINE_MAX } else { TEXT_MAX };
        if property.embedded().is_none() && property.text().chars().count() > max {
            return Err(Reason::TooLong { column: property.name.clone() });
        }
        field(&mut draft, card, property);
    }
    draft.name = name(card, &draft).ok_or(Reason::NoName)?;
    names_not_used(&mut draft, card);
    let found: Vec<String> = draft.addresses.iter().flat_map(|text| phone::find(text)).map(str::to_owned).collect();
    draft.phones.extend(found);
    Ok(draft)
}

fn has_field(property: &Property) -> bool {
    matches!(property.name.as_str(), "FN" | "N" | "ORG" | "TEL" | "EMAIL" | "URL" | "ADR" | "LANG")
}

fn field(draft: &mut PartnerDraft, card: &Card, property: &Property) {
    let text = one_line(&property.text());
    let list = match property.name.as_str() {
        // Read for the name.
        "FN" | "N" | "ORG" | "VERSION" => return,
        "TEL" => &mut draft.phones,
        "EMAIL" => &mut draft.emails,
        "URL" => &mut draft.sites,
        "LANG" => &mut draft.languages,
        "ADR" => {
            address(draft, card, property);
            return;
        }
        "NOTE" => {
            draft.notes.push(clean_text(&property.text()).trim().to_owned());
            return;
        }
        _ => {
            draft.notes.extend(note(property));
            return;
        }
    };
    if !text.is_empty() {
        list.push(text.clone());
        draft.notes.extend(said_about(card, property, &text));
    }
}

fn address(draft: &mut PartnerDraft, card: &Card, property: &Property) {
    let parts: Vec<String> = property.components().iter().map(|part| one_line(part)).collect();
    let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
    let state_and_code =
        [part(4), part(5)].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    let mut pieces = vec![part(0), part(1), part(2), part(3), state_and_code];
    pieces.extend(parts.iter().skip(6).cloned());
    pieces.retain(|piece| !piece.is_empty());
    let text = pieces.join(", ");
    if text.is_empty() {
        return;
    }
    if draft.city.is_none() && !part(3).is_empty() {
        draft.city = Some(Stated { value: part(3), as_written: format!("ADR: {text}") });
    }
    draft.notes.extend(said_about(card, property, &text));
    draft.notes.extend(property.param("LABEL").map(|label| clean_text(&format!("LABEL: {label}"))));
    draft.addresses.push(text);
}

/// The first thing in a card that could be called a name.
fn name(card: &Card, draft: &PartnerDraft) -> Option<String> {
    let texts = |name: &'static str| card.properties.iter().filter(move |property| property.name == name);
    let written = |name| texts(name).map(|property| one_line(&property.text())).find(|text| !text.is_empty());
    let nickname =
        || texts("NICKNAME").flat_map(Property::list).map(|name| one_line(&name)).find(|name| !name.is_empty());
    let others = [&draft.emails, &draft.phones, &draft.addresses, &draft.sites];
    written("FN")
        .or_else(|| texts("N").map(person).find(|name| !name.is_empty()))
        .or_else(|| texts("ORG").map(organisation).find(|name| !name.is_empty()))
        .or_else(nickname)
        .or_else(|| written("NAME"))
        .or_else(|| others.iter().find_map(|list| list.first().cloned()))
}

/// `Mr. John Quinlan Public Jr.` of `Public;John;Quinlan;Mr.;Jr.`
fn person(property: &Property) -> String {
    let parts = property.components();
    let in_order = [3, 1, 2, 0, 4].iter().filter_map(|at| parts.get(*at));
    in_order.map(|part| one_line(part)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn organisation(property: &Property) -> String {
    property
        .components()
        .iter()
        .map(|part| one_line(part))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Keeps the names and organisations of the card that are not in the partner's name.
fn names_not_used(draft: &mut PartnerDraft, card: &Card) {
    let name = fold(&draft.name);
    for property in &card.properties {
        let (text, parts) = match property.name.as_str() {
            "FN" => (one_line(&property.text()), vec![one_line(&property.text())]),
            "N" | "ORG" => (one_line(&property.components().join("; ")), property.components()),
            _ => continue,
        };
        if !parts.iter().all(|part| name.contains(fold(part).trim())) {
            draft.notes.push(format!("{}: {}", property.name, text.trim_end_matches([';', ' '])));
        }
    }
}

/// What is said about a value: `TEL FAX: 555-0100`, or the label of its group. Nothing for what is usual.
fn said_about(card: &Card, property: &Property, text: &str) -> Option<String> {
    const USUAL: [&str; 10] =
        ["VOICE", "PREF", "INTERNET", "POSTAL", "PARCEL", "DOM", "INTL", "MSG", "OTHER", "X-INTERNET"];
    let types = property.params.iter().filter(|(name, _)| name == "TYPE").flat_map(|(_, value)| value.split(','));
    // Some write `TYPE=HOME,TYPE=VOICE`.
    let types = types.map(|kind| kind.strip_prefix("TYPE=").unwrap_or(kind));
    let unusual = types.filter(|kind| !USUAL.iter().any(|usual| usual.eq_ignore_ascii_case(kind)));
    let mut said: Vec<String> = unusual.map(one_line).collect();
    let label = |other: &&Property| other.name == "X-ABLABEL" && other.group == property.group;
    if !property.group.is_empty() {
        said.extend(card.properties.iter().find(label).map(|label| one_line(&label.text())));
    }
    (!said.is_empty()).then(|| format!("{} {}: {text}", property.name, said.join(",")))
}

/// A property without a field, for the notes.
fn note(property: &Property) -> Option<String> {
    let mut head = property.name.clone();
    if !property.group.is_empty() {
        head.insert_str(0, &format!("{}.", property.group));
    }
    for (name, value) in &property.params {
        if !matches!(name.as_str(), "VALUE" | "ENCODING" | "CHARSET" | "PREF") {
            head.push(' ');
            head.push_str(value);
        }
    }
    let head = clean_line(&head);
    if let Some(bytes) = property.embedded() {
        return Some(format!("{head}:{CUT} {bytes} B"));
    }
    let text = clean_text(&property.text()).trim().to_owned();
    match (text.is_empty(), property.name.is_empty()) {
        (true, _) => None,
        (false, true) => Some(text),
        (false, false) => Some(format!("{head}: {text}")),
    }
}
