//! One record in full, as a page: what a row has no room for.

mod case;
mod deadline;
mod partner;
mod request;
#[cfg(test)]
mod tests;

use super::page::{Line, Page};
use super::{Ctx, caseload};
use crate::core::id::{CaseId, RecordId};

/// The page of a record; `None` if it is gone or has none.
pub fn lines(ctx: &Ctx<'_>, id: RecordId) -> Option<Vec<Line>> {
    let mut page = Page::new(ctx);
    match id {
        RecordId::Case(id) => case::write(&mut page, ctx, ctx.world.case(id)?),
        RecordId::Deadline(id) => deadline::write(&mut page, ctx, ctx.world.deadline(id)?),
        RecordId::Partner(id) => partner::write(&mut page, ctx, ctx.world.partner(id)?),
        RecordId::Request(id) => request::write(&mut page, ctx, ctx.world.request(id)?),
        RecordId::Event(_)
        | RecordId::Household(_)
        | RecordId::Clinic
        | RecordId::Happening(_)
        | RecordId::Practice
        | RecordId::Pin(_)
        | RecordId::Hold(_)
        | RecordId::Retention
        | RecordId::Unattended
        | RecordId::Erased(_)
        | RecordId::ANumber(_)
        | RecordId::NumberKey(_) => return None,
    }
    Some(page.lines())
}

/// A case by code and, unless names are hidden, by name.
fn case_name(ctx: &Ctx<'_>, id: CaseId) -> String {
    caseload::named(ctx, ctx.world.case(id))
}
