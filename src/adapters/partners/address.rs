//! The addresses of a row, put together from their parts.

use super::fields::{PartnerField as P, address_group};
use crate::adapters::cell::Cell as AnyCell;
use crate::adapters::split;
use crate::core::import::{PartnerDraft, Stated};

type Cell<'a> = AnyCell<'a, P>;

/// The cells of one address of a row.
struct Address<'a> {
    group: String,
    cells: Vec<&'a Cell<'a>>,
}

impl Address<'_> {
    fn part(&self, field: P) -> Vec<String> {
        self.cells.iter().filter(|cell| cell.column.field == Some(field)).map(|cell| cell.line()).collect()
    }

    fn has_place(&self) -> bool {
        self.cells.iter().any(|cell| matches!(cell.column.field, Some(P::Street | P::City | P::Zip | P::CityStateZip)))
    }
}

/// Adds the addresses, the city and the areas that the cells of a row tell of.
///
/// A state or county without a place is an area served. Beside a column with city, state and post code in one, so is a
/// state that is not in that address: directories list an organisation under each state where it may be asked.
pub fn addresses(draft: &mut PartnerDraft, cells: &[Cell<'_>]) {
    for address in grouped(cells) {
        let mut areas = vec![address.part(P::County)];
        if address.has_place() {
            let text = text(&address);
            let apart = !address.part(P::CityStateZip).is_empty();
            if apart {
                let says = |state: &String| text.split([' ', ',']).any(|word| word.eq_ignore_ascii_case(state));
                areas.push(address.part(P::State).into_iter().filter(|state| !says(state)).collect());
            }
            city(draft, &address);
            draft.addresses.push(text);
        } else {
            areas.extend([address.part(P::State), address.part(P::Country)]);
        }
        let area = areas.concat().join(", ");
        if !area.is_empty() {
            draft.serves.push(area);
        }
    }
}

fn grouped<'a>(cells: &'a [Cell<'a>]) -> Vec<Address<'a>> {
    let mut addresses: Vec<Address<'a>> = Vec::new();
    for cell in cells {
        if !matches!(
            cell.column.field,
            Some(P::Street | P::City | P::State | P::Zip | P::Country | P::CityStateZip | P::County)
        ) {
            continue;
        }
        let group = address_group(&cell.column.title);
        match addresses.iter_mut().find(|address| address.group == group) {
            Some(address) => address.cells.push(cell),
            None => addresses.push(Address { group, cells: vec![cell] }),
        }
    }
    addresses
}

/// `1 Main St, Suite 4, Arlington, VA 22201, USA`, as far as it is known.
fn text(address: &Address<'_>) -> String {
    let combined = address.part(P::CityStateZip);
    let state = if combined.is_empty() { address.part(P::State) } else { Vec::new() };
    let state_and_zip = [state, address.part(P::Zip)].concat().join(" ");
    let mut lines = [address.part(P::Street), combined, address.part(P::City)].concat();
    lines.push(state_and_zip);
    lines.extend(address.part(P::Country));
    lines.retain(|line| !line.is_empty());
    lines.join(", ")
}

/// The first city of a row is the partner's; the others stand in their addresses.
fn city(draft: &mut PartnerDraft, address: &Address<'_>) {
    if draft.city.is_some() {
        return;
    }
    // A column of cities may hold `Mesa, AZ` after all.
    let plain = address.cells.iter().find(|cell| cell.is(P::City) && !cell.text.contains(','));
    let combined = address.cells.iter().find(|cell| cell.is(P::City) || cell.is(P::CityStateZip));
    let found = plain.map(|cell| (cell.line(), cell)).or(combined.map(|cell| (split::city(&cell.line()), cell)));
    draft.city =
        found.filter(|(city, _)| !city.is_empty()).map(|(value, cell)| Stated { value, as_written: cell.note() });
}
