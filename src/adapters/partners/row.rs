//! One row of a directory to one draft. Each value of the row ends up in the draft: in its field, or in the notes
//! beside its column's title.

use super::address::addresses;
use super::fields::PartnerField as P;
use crate::adapters::cell::cells;
use crate::adapters::columns::Column;
use crate::adapters::sheet::Row;
use crate::adapters::{phone, split};
use crate::core::import::{PartnerDraft, Place, Reason, Stated};
use crate::core::partner::PartnerKind;
use crate::core::search::fold;

type Cell<'a> = crate::adapters::cell::Cell<'a, P>;

/// Reads one row.
///
/// # Errors
/// [`Reason::TooManyFields`], [`Reason::TooLong`], [`Reason::NoName`].
pub fn draft(row: &Row, columns: &[Column<P>], place: Place) -> Result<PartnerDraft, Reason> {
    let cells = cells(row, columns, |field| field == P::Notes)?;
    let mut draft = PartnerDraft { place, ..PartnerDraft::default() };
    name(&mut draft, &cells)?;
    let several_phones = cells.iter().filter(|cell| cell.is(P::Phone)).count() > 1;
    for cell in &cells {
        match cell.column.field {
            Some(P::Phone) => {
                draft.phones.extend(split::phones(&cell.text));
                if several_phones {
                    draft.notes.push(cell.note());
                }
            }
            Some(P::Email) => draft.emails.extend(split::emails(&cell.text)),
            Some(P::Site) => draft.sites.extend(split::values(&cell.text)),
            Some(P::Languages) => draft.languages.extend(split::languages(&cell.text)),
            Some(P::Services) => draft.services.extend(split::services(&cell.line())),
            Some(P::Serves) => draft.serves.extend(split::values(&cell.text)),
            Some(P::People) => draft.people.extend(split::values(&cell.text)),
            Some(P::Kind) => kind(&mut draft, cell),
            Some(P::Notes) => draft.notes.push(cell.text.clone()),
            None => draft.notes.push(cell.note()),
            // The name and the address are read across columns.
            Some(
                P::Name
                | P::Organization
                | P::FirstName
                | P::MiddleName
                | P::LastName
                | P::Street
                | P::City
                | P::State
                | P::Zip
                | P::Country
                | P::CityStateZip
                | P::County,
            ) => {}
        }
    }
    addresses(&mut draft, &cells);
    phones_in_addresses(&mut draft);
    Ok(draft)
}

/// Names the partner by its name, else the person, else the organisation; what is not used is kept.
fn name(draft: &mut PartnerDraft, cells: &[Cell<'_>]) -> Result<(), Reason> {
    let of = |field| cells.iter().filter(move |cell| cell.is(field));
    let mut named = of(P::Name).chain(of(P::Organization));
    let parts = of(P::FirstName).chain(of(P::MiddleName)).chain(of(P::LastName));
    let person = parts.map(Cell::line).collect::<Vec<_>>().join(" ");
    if of(P::Name).next().is_none() && !person.is_empty() {
        draft.name = person;
    } else {
        draft.name = named.next().map(Cell::line).ok_or(Reason::NoName)?;
        if !fold(&draft.name).contains(&fold(&person)) {
            // `Nombre` beside `Apellidos` is a first name.
            match of(P::FirstName).next() {
                Some(_) => draft.people.push(person),
                None => draft.name = format!("{} {person}", draft.name),
            }
        }
    }
    draft.notes.extend(named.filter(|cell| cell.line() != draft.name).map(Cell::note));
    Ok(())
}

fn kind(draft: &mut PartnerDraft, cell: &Cell<'_>) {
    let code = fold(&cell.text).split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join("-");
    match PartnerKind::ALL.iter().find(|(_, known)| *known == code) {
        Some((kind, _)) if draft.kind.is_none() => {
            draft.kind = Some(Stated { value: *kind, as_written: cell.note() });
        }
        _ => draft.notes.push(cell.note()),
    }
}

/// A number that stands in an address is a number to call; the address keeps it too.
fn phones_in_addresses(draft: &mut PartnerDraft) {
    let found: Vec<String> = draft.addresses.iter().flat_map(|text| phone::find(text)).map(str::to_owned).collect();
    draft.phones.extend(found);
}
