//! The partner directory: who can help, in which language, and how to reach them.

use super::{Cell, Column, Ctx, Pane, PaneId, Tone, json};
use crate::core::id::RecordId;
use crate::core::partner::Partner;
use crate::core::search::fold;
use std::cmp::Ordering;

/// The directory.
pub const PANE: Pane = Pane {
    id: PaneId::Partners,
    name: "partners",
    columns: COLUMNS,
    bar: 1,
    order,
    compare,
    shows,
    row,
    haystack,
    json: line,
};

const COLUMNS: &[Column] = &[
    Column { heading: "column-partner", min: 16, grow: 4, drop: 0, right: false },
    Column { heading: "column-kind", min: 12, grow: 1, drop: 3, right: false },
    Column { heading: "column-city", min: 10, grow: 1, drop: 2, right: false },
    Column { heading: "column-languages", min: 10, grow: 2, drop: 4, right: false },
    Column { heading: "column-phone", min: 14, grow: 1, drop: 1, right: false },
    Column { heading: "column-services", min: 14, grow: 3, drop: 5, right: false },
];

/// By name as people compare it.
fn order(ctx: &Ctx<'_>) -> Vec<RecordId> {
    let mut partners: Vec<&Partner> = ctx.world.partners().collect();
    partners.sort_by_cached_key(|partner| key(partner));
    partners.into_iter().map(|partner| RecordId::Partner(partner.id)).collect()
}

fn key(partner: &Partner) -> impl Ord {
    (fold(&partner.name), partner.id)
}

fn compare(ctx: &Ctx<'_>, one: RecordId, two: RecordId) -> Ordering {
    find(ctx, one).map(key).cmp(&find(ctx, two).map(key))
}

fn shows(ctx: &Ctx<'_>, id: RecordId) -> bool {
    find(ctx, id).is_some()
}

fn find<'a>(ctx: &Ctx<'a>, id: RecordId) -> Option<&'a Partner> {
    let RecordId::Partner(id) = id else { return None };
    ctx.world.partner(id)
}

fn row(ctx: &Ctx<'_>, id: RecordId) -> Option<Vec<Cell>> {
    let partner = find(ctx, id)?;
    let plain = |text: String| Cell::new(text, Tone::Plain);
    Some(vec![
        Cell::new(partner.name.as_str(), Tone::Strong),
        Cell::new(ctx.locale.partner_kind(partner.kind), Tone::Plain),
        Cell::new(partner.city.as_str(), Tone::Plain),
        plain(partner.languages.join(", ")),
        Cell::new(partner.phones.first().map_or("", String::as_str), Tone::Plain),
        plain(partner.services.join(", ")),
    ])
}

fn haystack(ctx: &Ctx<'_>, id: RecordId, text: &mut String) {
    let Some(partner) = find(ctx, id) else { return };
    super::append(text, [partner.name.as_str(), ctx.locale.partner_kind(partner.kind), partner.city.as_str()]);
    let lists = [
        &partner.languages,
        &partner.services,
        &partner.serves,
        &partner.people,
        &partner.phones,
        &partner.emails,
        &partner.sites,
        &partner.addresses,
    ];
    super::append(text, lists.into_iter().flatten().map(String::as_str));
    super::append(text, [partner.notes.as_str()]);
}

fn line(ctx: &Ctx<'_>, id: RecordId) -> Option<serde_json::Value> {
    Some(json::partner(find(ctx, id)?))
}
