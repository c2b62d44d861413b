//! Situation 10: a collaborator who calls, worried; going along clashes with another hearing.

use super::{finish, keep, make, next, person};
use crate::core::case::Need;
use crate::core::change::Change;
use crate::core::deadline::{Basis, Certainty, Consequence, DeadlineKind, Due, Medium};
use crate::core::event::EventKind;
use crate::core::partner::PartnerKind;
use crate::core::step::StepKind;
use crate::demo::chains::{Site, What};
use crate::demo::dated::{self, Dated};
use crate::demo::desk::Desk;
use crate::demo::folder::Folder;
use crate::demo::people;

/// The navigator promised to be in two places at the same hour.
pub(super) fn clash(desk: &mut Desk) -> Vec<Change> {
    const VISIT: What = What {
        title: "First appointment at the listening room",
        kind: DeadlineKind::Appear,
        consequence: Consequence::Administrative,
        medium: Medium::InPerson,
        steps: &[(StepKind::Interpreter, "Confirm the interpreter"), (StepKind::Attend, "Go along")],
    };
    const HEARING: What = What {
        title: "Master hearing",
        kind: DeadlineKind::Appear,
        consequence: Consequence::Removal,
        medium: Medium::InPerson,
        steps: &[
            (StepKind::Review, "Confirm date and courtroom with the representative"),
            (StepKind::Attend, "Be in court"),
        ],
    };
    let day = desk.days.business_ahead(13);
    let caller = desk.directory.any(&[PartnerKind::MentalHealth], &mut desk.rng);
    let caller =
        caller.map_or_else(|| "A collaborator".to_owned(), |helper| format!("{} ({})", helper.name, helper.person));

    let mut worried_about = person(Need::Asylum, "Arabic", 95, desk);
    let visit = (dated::visit(Site::Clinic, day, 9, 30), "told by the caller", Certainty::Reported);
    going_along(&VISIT, visit, &mut worried_about, desk);
    let text = format!("{caller} called, worried; offers an appointment and asks whether somebody can go along.");
    worried_about.log(desk.days.business_ago(1), EventKind::PartnerCall, text);
    let text = "Said yes to going along. Same hour as a hearing of another person: one of the two needs somebody else.";
    worried_about.log(desk.days.business_ago(1), EventKind::Note, text);
    next("Find who can go along instead", desk.days.business_ahead(1), &mut worried_about, desk);

    let mut other = person(Need::Asylum, "Cape Verdean Creole", 160, desk);
    other.case.representation = people::named(desk);
    let hearing = (dated::visit(Site::BostonCourt, day, 9, 30), "notice of hearing, seen", Certainty::Noticed);
    going_along(&HEARING, hearing, &mut other, desk);
    next("Confirm the courtroom", desk.days.business_ahead(4), &mut other, desk);

    let mut changes = finish(worried_about, 16, desk);
    changes.extend(finish(other, 15, desk));
    changes
}

fn going_along(what: &What, visit: (Due, &str, Certainty), folder: &mut Folder, desk: &mut Desk) {
    let (due, note, certainty) = visit;
    let safe = due.date();
    let dated = Dated { due, source: dated::plain(Basis::AgencyNotice, note), certainty, safe };
    let mut deadline = make(what, dated, folder, desk);
    deadline.accompany = true;
    let entered = desk.days.business_ago(1);
    keep(deadline, entered, folder, desk);
}
