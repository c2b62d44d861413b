//! Situations before the agency: 4, 8 and 9.

use super::{finish, keep, make, next, person};
use crate::core::calendar;
use crate::core::case::{Need, Representation};
use crate::core::change::Change;
use crate::core::deadline::{Basis, Consequence, DeadlineKind, Medium};
use crate::core::event::EventKind;
use crate::core::request::RequestState;
use crate::core::step::{StepKind, StepState};
use crate::demo::chains::{Counted, What};
use crate::demo::dated;
use crate::demo::desk::Desk;
use crate::demo::partners::LEGAL;
use crate::demo::people;
use crate::demo::requests::{self, Ask};
use chrono::{Duration, Months};

/// 4. Arrival ten and a half months ago, three partners silent.
pub(super) fn asylum_year(desk: &mut Desk) -> Vec<Change> {
    const APPLICATION: What = What {
        title: "Asylum application within the year",
        kind: DeadlineKind::File,
        consequence: Consequence::Right,
        medium: Medium::Paper,
        steps: &[
            (StepKind::Representative, "Find a representative"),
            (StepKind::Form, "Fill in the application"),
            (StepKind::Translation, "Have translations certified"),
            (StepKind::Review, "Have a second person read it all"),
            (StepKind::File, "Send the application, check that it arrived"),
        ],
    };
    const RULE: Counted = Counted { rule: "asylum-one-year", trigger: "last arrival", mailed: false };
    let mut folder = person(Need::Asylum, "French", 60, desk);
    folder.case.representation = Representation::Nobody;
    let arrived = desk.days.today.checked_sub_months(Months::new(10)).unwrap_or(desk.days.today) - Duration::days(15);
    folder.case.arrived = Some(arrived);
    let Some(dated) = dated::by_rule(&RULE, arrived, APPLICATION.medium, None) else { return Vec::new() };
    let mut deadline = make(&APPLICATION, dated, &folder, desk);
    let partners = desk.directory.serving("Boston", &LEGAL, 3);
    let asked = desk.days.business_ago(24);
    for partner in &partners {
        let what = "Take the asylum application on";
        let ask = Ask { partner, deadline: Some(deadline.id), what, needed_by: Some(deadline.due.date()) };
        let consent = Some(requests::consent(asked, "said through the interpreter"));
        requests::add(&ask, RequestState::Sent { on: asked }, consent, asked, &mut folder, desk);
    }
    if let (Some(first), Some(partner)) = (deadline.steps.first_mut(), partners.first()) {
        first.state = StepState::Waiting { since: asked, until: desk.days.business_ago(3) };
        first.partner = Some(partner.id);
    }
    let entered = folder.case.opened;
    keep(deadline, entered, &mut folder, desk);
    folder.log(
        desk.days.business_ago(3),
        EventKind::ContactOut,
        "Wrote to all three once more. No answer from any of them.",
    );
    next("Call the three offices, then ask the legal contact", desk.days.business_ahead(0), &mut folder, desk);
    finish(folder, 15, desk)
}

/// 8. A request for evidence whose printed date is earlier than the computed one.
pub(super) fn request_for_evidence(desk: &mut Desk) -> Vec<Change> {
    const ANSWER: What = What {
        title: "Answer to a request for evidence",
        kind: DeadlineKind::File,
        consequence: Consequence::Right,
        medium: Medium::Paper,
        steps: &[
            (StepKind::Records, "Ask for the missing records"),
            (StepKind::Translation, "Have translations certified"),
            (StepKind::Review, "Have the representative read the answer"),
            (StepKind::File, "Send the answer, check that it arrived"),
        ],
    };
    const RULE: Counted = Counted { rule: "rfe-84-mail3", trigger: "request for evidence", mailed: true };
    let mut folder = person(Need::GreenCard, "Vietnamese", 140, desk);
    folder.case.representation = people::named(desk);
    let (trigger, printed) = (desk.days.business_ago(20), desk.days.business_ahead(55));
    let Some(mut dated) = dated::by_rule(&RULE, trigger, ANSWER.medium, Some(printed)) else { return Vec::new() };
    dated.source.basis = Basis::AgencyNotice;
    let deadline = make(&ANSWER, dated, &folder, desk);
    let counted = deadline.source.rule.as_ref().and_then(|rule| rule.computed).unwrap_or(printed);
    let seen = calendar::add_business(trigger, 6);
    folder.log(seen, EventKind::Notice, "Request for evidence brought in, copy made.");
    keep(deadline, seen, &mut folder, desk);
    let text = format!(
        "The paper prints {}; counted from its date it would be {}. The earlier one stands.",
        printed.format("%-d %B %Y"),
        counted.format("%-d %B %Y")
    );
    folder.log(seen, EventKind::Note, text);
    next("Ask for the missing records", desk.days.business_ahead(1), &mut folder, desk);
    finish(folder, 14, desk)
}

/// 9. A work permit that expires while the asylum clock is stopped.
pub(super) fn work_permit(desk: &mut Desk) -> Vec<Change> {
    const RENEWAL: What = What {
        title: "Work permit renewal",
        kind: DeadlineKind::Renew,
        consequence: Consequence::Benefit,
        medium: Medium::Online,
        steps: &[
            (StepKind::Review, "Ask the representative whether to file while the clock is stopped"),
            (StepKind::Form, "Fill in the form"),
            (StepKind::Payment, "Pay the fee"),
            (StepKind::File, "Send the form"),
        ],
    };
    const CLOCK: What = What {
        title: "Why the asylum clock is stopped",
        kind: DeadlineKind::Service,
        consequence: Consequence::Administrative,
        medium: Medium::Online,
        steps: &[
            (StepKind::Other, "Read the clock on the court's line"),
            (StepKind::Review, "Have the representative ask the court"),
            (StepKind::Other, "Tell the person"),
        ],
    };
    const RULE: Counted = Counted { rule: "ead-renew-180", trigger: "expiry printed on the card", mailed: false };
    let mut folder = person(Need::Documentation, "Dari", 170, desk);
    folder.case.representation = people::named(desk);
    folder.case.needs.push(Need::Asylum);
    if let Some(dated) = dated::by_rule(&RULE, desk.days.business_ahead(34), RENEWAL.medium, None) {
        let mut deadline = make(&RENEWAL, dated, &folder, desk);
        "The asylum clock reads 96 days and is stopped.".clone_into(&mut deadline.notes);
        let entered = folder.case.opened;
        keep(deadline, entered, &mut folder, desk);
    }
    let read = desk.days.business_ago(4);
    folder.log(read, EventKind::Note, "The court's line: asylum clock at 96 days, stopped.");
    folder.log(read, EventKind::ContactIn, "Asks what the employer has to be told when the card runs out.");
    let promised = dated::set(Basis::Internal, "promised to the person", desk.days.business_ahead(12), CLOCK.medium);
    let clock = make(&CLOCK, promised, &folder, desk);
    keep(clock, read, &mut folder, desk);
    next("Ask the representative about the stopped clock", desk.days.business_ahead(2), &mut folder, desk);
    finish(folder, 14, desk)
}
