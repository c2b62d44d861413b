//! One row of a caseload to one draft.

use super::dates::{self, NoDate, Order};
use super::fields::CaseField as C;
use crate::adapters::cell::{Cell, cells};
use crate::adapters::columns::Column;
use crate::adapters::sheet::Row;
use crate::core::case::{Interpreter, Need, NextAction, Representation, Representative};
use crate::core::import::{CaseDraft, Place, Reason, Stated};
use crate::core::search::fold;
use chrono::NaiveDate;

type Cells<'a> = [Cell<'a, C>];

/// Reads one row of a file whose dates are in `order`.
///
/// # Errors
/// No code, a need that is no code, a date that is none or could be two, a row that does not fit.
pub fn draft(row: &Row, columns: &[Column<C>], order: Order, place: Place) -> Result<CaseDraft, Reason> {
    let cells = cells(row, columns, |field| field == C::Notes)?;
    let mut draft = CaseDraft { place, ..CaseDraft::default() };
    let mut extra = Vec::new();
    draft.code = first(&cells, C::Code).map(Cell::line).ok_or(Reason::NoCode)?;
    draft.needs = needs(&cells)?;
    draft.name = text(&cells, C::Name);
    draft.language = text(&cells, C::Language);
    draft.referred_by = text(&cells, C::ReferredBy);
    draft.screened = text(&cells, C::Screened);
    draft.interpreter = stated(&cells, C::Interpreter, interpreter, &mut extra);
    draft.opened = date(&cells, C::Opened, order)?;
    draft.arrived = date(&cells, C::Arrived, order)?;
    draft.representation = representation(&cells, &mut extra);
    draft.next_action = next_action(&cells, order, &mut extra)?;
    draft.notes = notes(&cells);
    draft.notes.append(&mut extra);
    Ok(draft)
}

fn first<'a>(cells: &'a Cells<'a>, field: C) -> Option<&'a Cell<'a, C>> {
    cells.iter().find(|cell| cell.is(field))
}

fn text(cells: &Cells<'_>, field: C) -> Option<Stated<String>> {
    first(cells, field).map(|cell| Stated { value: cell.line(), as_written: cell.note() })
}

/// A value with a code; what is no code goes to the notes.
fn stated<T>(
    cells: &Cells<'_>,
    field: C,
    read: impl Fn(&str) -> Option<T>,
    extra: &mut Vec<String>,
) -> Option<Stated<T>> {
    let cell = first(cells, field)?;
    let value = read(&cell.text);
    if value.is_none() {
        extra.push(cell.note());
    }
    value.map(|value| Stated { value, as_written: cell.note() })
}

/// Every code in the columns of needs, in their order.
fn needs(cells: &Cells<'_>) -> Result<Vec<Need>, Reason> {
    let codes = cells.iter().filter(|cell| cell.is(C::Need)).flat_map(|cell| cell.text.split([';', ',', '|', '\n']));
    codes.map(str::trim).filter(|code| !code.is_empty()).map(need).collect()
}

fn need(found: &str) -> Result<Need, Reason> {
    let known = Need::ALL.iter().chain(&Need::SPANISH).find(|(_, known)| *known == code(found));
    known.map(|(need, _)| *need).ok_or_else(|| Reason::UnknownNeed { found: found.to_owned() })
}

/// `Green Card` as the code `green-card`.
fn code(text: &str) -> String {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn interpreter(found: &str) -> Option<Interpreter> {
    let code = code(found);
    match code.as_str() {
        "yes" | "si" | "needed" | "y" => Some(Interpreter::Any),
        "none" | "not-needed" | "n" => Some(Interpreter::NotNeeded),
        _ => Interpreter::ALL.iter().find(|(_, known)| *known == code).map(|(interpreter, _)| *interpreter),
    }
}

fn date(cells: &Cells<'_>, field: C, order: Order) -> Result<Option<Stated<NaiveDate>>, Reason> {
    first(cells, field).map(|cell| read_date(cell, order)).transpose()
}

fn read_date(cell: &Cell<'_, C>, order: Order) -> Result<Stated<NaiveDate>, Reason> {
    let (column, found) = (cell.column.title.text.clone(), cell.text.clone());
    match dates::read(&cell.text, order) {
        Ok(value) => Ok(Stated { value, as_written: cell.note() }),
        Err(NoDate::Bad) => Err(Reason::BadDate { column, found }),
        Err(NoDate::Ambiguous) => Err(Reason::AmbiguousDate { column, found }),
    }
}

/// The cells of these fields as one note.
fn joined(cells: &Cells<'_>, fields: &[C]) -> Vec<String> {
    fields.iter().flat_map(|field| cells.iter().filter(|cell| cell.is(*field))).map(Cell::note).collect()
}

/// A representative needs a name; a phone without one goes to the notes.
fn representation(cells: &Cells<'_>, extra: &mut Vec<String>) -> Option<Stated<Representation>> {
    const FIELDS: [C; 3] = [C::Representative, C::RepresentativePhone, C::Before];
    let line = |field| first(cells, field).map(Cell::line).unwrap_or_default();
    let said = joined(cells, &FIELDS);
    let name = line(C::Representative);
    if name.is_empty() {
        extra.extend(said);
        return None;
    }
    let value = match code(&name).as_str() {
        "none" | "nobody" | "no" | "pro-se" | "ninguno" | "ninguna" | "nadie" => {
            extra.extend(joined(cells, &FIELDS[1..]));
            Representation::Nobody
        }
        _ => {
            Representation::Named(Representative { name, phone: line(C::RepresentativePhone), before: line(C::Before) })
        }
    };
    Some(Stated { value, as_written: said.join("\n") })
}

/// A next action needs to say what and when; one of the two alone goes to the notes.
fn next_action(cells: &Cells<'_>, order: Order, extra: &mut Vec<String>) -> Result<Option<Stated<NextAction>>, Reason> {
    let said = joined(cells, &[C::NextAction, C::NextOwner, C::NextOn]);
    let (Some(what), Some(on)) = (first(cells, C::NextAction), date(cells, C::NextOn, order)?) else {
        extra.extend(said);
        return Ok(None);
    };
    let owner = first(cells, C::NextOwner).map(Cell::line).unwrap_or_default();
    let value = NextAction { what: what.line(), owner, on: on.value };
    Ok(Some(Stated { value, as_written: said.join("\n") }))
}

/// Notes, columns without a field, and what stands in a second column of a field that holds one value.
fn notes(cells: &Cells<'_>) -> Vec<String> {
    let mut seen = Vec::new();
    let mut notes = Vec::new();
    for cell in cells {
        match cell.column.field {
            Some(C::Notes) => notes.push(cell.text.clone()),
            Some(C::Need) => {}
            Some(field) if !seen.contains(&field) => seen.push(field),
            Some(_) | None => notes.push(cell.note()),
        }
    }
    notes
}
