//! What happened in an invented case, as far as its deadlines tell: the day each is counted from, and each hearing.

use super::folder::Folder;
use crate::core::case::Need;
use crate::core::deadline::{Certainty, Consequence, Deadline, DeadlineKind};
use crate::core::happening::{Happening, Known};
use crate::core::id::Counters;
use crate::core::rules::{self, Happened};
use chrono::NaiveDate;

/// Adds what the case's deadlines count from; most people without a card to renew are known to have none.
pub fn tell(folder: &mut Folder, today: NaiveDate, ids: &mut Counters) {
    let mut found: Vec<(Happened, NaiveDate)> = folder.deadlines.iter().filter_map(behind).collect();
    found.sort_unstable();
    found.dedup();
    for (what, on) in found {
        add(folder, what, Some(on), today, ids);
    }
    let renews = folder.deadlines.iter().any(|deadline| deadline.kind == DeadlineKind::Renew);
    let concerned = folder.case.needs.iter().any(|need| matches!(need, Need::GreenCard | Need::Documentation));
    if concerned && !renews && !folder.case.id.0.is_multiple_of(9) {
        add(folder, Happened::NoCard, None, today, ids);
    }
}

/// Adds something that happened, as told.
pub fn add(folder: &mut Folder, what: Happened, on: Option<NaiveDate>, today: NaiveDate, ids: &mut Counters) {
    folder.happenings.push(Happening {
        id: ids.happening(),
        case: folder.case.id,
        what,
        on,
        known: Known::Told,
        mailed: false,
        note: String::new(),
        logged: on.map_or(today, |on| on.min(today)),
        reviewed: None,
    });
}

/// What a deadline is counted from, or the hearing that it is.
fn behind(deadline: &Deadline) -> Option<(Happened, NaiveDate)> {
    if let Some(used) = &deadline.source.rule {
        let trigger = rules::find(&used.rule)?.trigger;
        let what = Happened::ALL.iter().find(|(what, _)| what.triggers().contains(&trigger))?.0;
        return (what != Happened::HearingSet).then_some((what, used.trigger));
    }
    let hearing = deadline.kind == DeadlineKind::Appear && deadline.consequence == Consequence::Removal;
    let day = deadline.due.appointment().filter(|_| hearing)?.local.date();
    (deadline.certainty != Certainty::Unknown).then_some((Happened::HearingSet, day))
}
