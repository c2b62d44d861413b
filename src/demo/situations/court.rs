//! Situations before the immigration court: 1, 2, 5, 6 and 11.

use super::{finish, keep, make, next, person};
use crate::core::calendar;
use crate::core::case::{Address, Interpreter, Need, Representation};
use crate::core::change::Change;
use crate::core::deadline::{Basis, Certainty, Consequence, DeadlineKind, DeadlineState, Medium};
use crate::core::event::EventKind;
use crate::core::partner::PartnerKind;
use crate::core::request::RequestState;
use crate::core::rules::Happened;
use crate::core::step::{StepKind, StepState};
use crate::demo::chains::{Counted, Site, What};
use crate::demo::dated::{self, Dated};
use crate::demo::desk::Desk;
use crate::demo::happened;
use crate::demo::people;
use crate::demo::requests::{self, Ask};
use chrono::NaiveDate;

/// An appointment in court with its notice seen.
fn hearing(day: NaiveDate, hour: u32, minute: u32, certainty: Certainty) -> Dated {
    let due = dated::visit(Site::BostonCourt, day, hour, minute);
    Dated { due, source: dated::plain(Basis::AgencyNotice, "notice of hearing, seen"), certainty, safe: day }
}

/// 1. Merits hearing in nine weeks, and the forensic evaluation needs twelve.
pub(super) fn merits_hearing(desk: &mut Desk) -> Vec<Change> {
    const HEARING: What = What {
        title: "Merits hearing",
        kind: DeadlineKind::Appear,
        consequence: Consequence::Removal,
        medium: Medium::InPerson,
        steps: &[
            (StepKind::ForensicEvaluation, "Ask for a forensic evaluation"),
            (StepKind::Review, "Have the representative read the affidavit"),
            (StepKind::File, "File the evidence with the court"),
            (StepKind::Attend, "Be in court"),
        ],
    };
    let mut folder = person(Need::Asylum, "Spanish", 200, desk);
    folder.case.representation = people::named(desk);
    folder.case.interpreter = Interpreter::InPerson;
    let day = desk.days.business_ahead(63);
    let seen = Certainty::Verified { source: "notice of hearing, seen".to_owned(), on: desk.days.business_ago(3) };
    let deadline = make(&HEARING, hearing(day, 9, 0, seen), &folder, desk);
    if let Some(evaluators) = desk.directory.any(&[PartnerKind::ForensicEvaluator], &mut desk.rng) {
        let ask = Ask {
            partner: &evaluators,
            deadline: Some(deadline.id),
            what: "Forensic evaluation and affidavit for a merits hearing",
            needed_by: Some(day),
        };
        let today = desk.days.business_ago(0);
        requests::add(&ask, RequestState::Draft, None, today, &mut folder, desk);
    }
    let told = desk.days.business_ago(3);
    folder.log(told, EventKind::Notice, "Merits hearing: paper seen, date confirmed with the representative.");
    keep(deadline, told, &mut folder, desk);
    let text = "The merits hearing is set. The evaluators usually need twelve weeks; there are nine.";
    folder.log(desk.days.business_ago(2), EventKind::Note, text);
    next("Ask the representative about moving the hearing", desk.days.business_ahead(0), &mut folder, desk);
    finish(folder, 18, desk)
}

/// 2. A treatment letter from the doctor, new proceedings, eleven days.
pub(super) fn treatment_letter(desk: &mut Desk) -> Vec<Change> {
    const LETTER: What = What {
        title: "Treatment letter to the court",
        kind: DeadlineKind::Supply,
        consequence: Consequence::Removal,
        medium: Medium::Online,
        steps: &[
            (StepKind::Letter, "Ask the doctor for the treatment letter"),
            (StepKind::Review, "Have the representative read the letter"),
            (StepKind::File, "See that the representative files the letter"),
        ],
    };
    let mut folder = person(Need::DeportationDefense, "Haitian Creole", 70, desk);
    folder.case.representation = people::named(desk);
    let source = "judge's order at the first hearing, told by the representative";
    let due = calendar::on_or_before(desk.days.ahead(11));
    let mut dated = dated::set(Basis::CourtOrder, source, due, Medium::Online);
    dated.certainty = Certainty::Reported;
    let deadline = make(&LETTER, dated, &folder, desk);
    let now = desk.days.business_ago(1);
    folder.log(
        now,
        EventKind::PartnerCall,
        "The representative: new proceedings, the court wants the letter in eleven days.",
    );
    let today = desk.days.today;
    happened::add(&mut folder, Happened::NoticeToAppear, Some(now), today, &mut desk.ids);
    folder.log(now, EventKind::Letter, "Guidelines for the letter sent to the doctor; no answer yet.");
    keep(deadline, now, &mut folder, desk);
    next("Speak with the doctor in person about the letter", desk.days.business_ahead(0), &mut folder, desk);
    finish(folder, 14, desk)
}

/// 5. An oral decision eight days ago, and no lawyer.
pub(super) fn oral_decision(desk: &mut Desk) -> Vec<Change> {
    const APPEAL: What = What {
        title: "Appeal to the Board",
        kind: DeadlineKind::File,
        consequence: Consequence::Removal,
        medium: Medium::Paper,
        steps: &[
            (StepKind::Representative, "Find a representative for the appeal"),
            (StepKind::Form, "Fill in the notice of appeal"),
            (StepKind::Payment, "Pay the fee or ask to waive it"),
            (StepKind::File, "Send the appeal, check that the Board has it"),
        ],
    };
    const RULE: Counted = Counted { rule: "bia-appeal-30", trigger: "oral decision", mailed: false };
    let mut folder = person(Need::DeportationDefense, "Portuguese", 120, desk);
    folder.case.representation = Representation::Nobody;
    let (decided, told) = (desk.days.ago(8), desk.days.business_ago(1));
    folder.log(decided, EventKind::Hearing, "Decision given aloud in court; the right to appeal was kept.");
    folder.log(told, EventKind::Visit, "Came with the slip from the court. Nobody represents them now.");
    if let Some(dated) = dated::by_rule(&RULE, decided, APPEAL.medium, None) {
        let deadline = make(&APPEAL, dated, &folder, desk);
        keep(deadline, told, &mut folder, desk);
    }
    next("Call the legal contact: who can take the appeal", desk.days.business_ahead(0), &mut folder, desk);
    finish(folder, 13, desk)
}

/// 6. A missed hearing; the notice went to the old shelter.
pub(super) fn missed_hearing(desk: &mut Desk) -> Vec<Change> {
    const HEARING: What = What {
        title: "Master hearing",
        kind: DeadlineKind::Appear,
        consequence: Consequence::Removal,
        medium: Medium::InPerson,
        steps: &[(StepKind::Attend, "Be in court")],
    };
    const MOTION: What = What {
        title: "Undo the order made without the person",
        kind: DeadlineKind::File,
        consequence: Consequence::Removal,
        medium: Medium::Paper,
        steps: &[
            (StepKind::Representative, "Find a representative today"),
            (StepKind::Records, "Ask the shelter where the notice went, in writing"),
            (StepKind::Declaration, "Write down what happened that day"),
            (StepKind::Form, "Fill in motion and fee waiver"),
            (StepKind::File, "File the motion"),
        ],
    };
    const RULE: Counted = Counted { rule: "in-absentia-rescind-180", trigger: "order", mailed: false };
    let mut folder = person(Need::Asylum, "K'iche'", 150, desk);
    folder.case.representation = Representation::Nobody;
    folder.case.address =
        Some(Address { text: "with a cousin, 14 Quince Street, Lynn, MA".to_owned(), kept_apart: false });
    let (day, heard) = (desk.days.business_ago(12), desk.days.business_ago(2));
    let shelter = desk.directory.any(&[PartnerKind::Shelter], &mut desk.rng);
    let shelter = shelter.map_or_else(|| "The old shelter".to_owned(), |helper| helper.name);
    let text = format!("{shelter}: the notice of hearing came there after the move and lay in a drawer.");
    folder.log(heard, EventKind::PartnerCall, text);
    folder.log(heard, EventKind::Notice, format!("Order made in court on {}, seen.", day.format("%-d %B")));
    let today = desk.days.today;
    happened::add(&mut folder, Happened::MailReturned, Some(heard), today, &mut desk.ids);
    let mut missed = make(&HEARING, hearing(day, 8, 30, Certainty::Noticed), &folder, desk);
    missed.state = DeadlineState::Missed { on: heard, by: desk.navigator.to_owned() };
    keep(missed, heard, &mut folder, desk);
    if let Some(dated) = dated::by_rule(&RULE, day, MOTION.medium, None) {
        let motion = make(&MOTION, dated, &folder, desk);
        keep(motion, heard, &mut folder, desk);
    }
    next("Ask the shelter for a letter about the notice", desk.days.business_ahead(0), &mut folder, desk);
    finish(folder, 15, desk)
}

/// 11. A hearing not verified for 40 days, found to have moved earlier.
pub(super) fn moved_earlier(desk: &mut Desk) -> Vec<Change> {
    const HEARING: What = What {
        title: "Master hearing",
        kind: DeadlineKind::Appear,
        consequence: Consequence::Removal,
        medium: Medium::InPerson,
        steps: &[
            (StepKind::Records, "Ask for the records"),
            (StepKind::Review, "Confirm the new date with the representative"),
            (StepKind::Attend, "Be in court"),
        ],
    };
    let mut folder = person(Need::Asylum, "Tigrinya", 190, desk);
    folder.case.representation = people::named(desk);
    let (was, is) = (desk.days.business_ahead(75), desk.days.business_ahead(15));
    let verified = desk.days.ago(40);
    let certainty = Certainty::Verified { source: "notice of hearing, seen".to_owned(), on: verified };
    let mut deadline = make(&HEARING, hearing(is, 13, 0, certainty), &folder, desk);
    let asked = calendar::on_or_before(verified);
    if let Some(first) = deadline.steps.first_mut() {
        first.state = StepState::Done { on: asked };
    }
    let (was, is) = (was.format("%-d %B %Y").to_string(), is.format("%-d %B %Y").to_string());
    deadline.notes = format!("The paper has {was}. The court's line gives {is}; no paper has come yet.");
    folder.log(asked, EventKind::Notice, format!("Master hearing on {was}: paper seen."));
    keep(deadline, asked, &mut folder, desk);
    let text = format!("The court's line, asked again after 40 days: the hearing moved earlier, from {was} to {is}.");
    folder.log(desk.days.business_ago(1), EventKind::Hearing, text);
    next("Confirm the new date on paper", desk.days.business_ahead(0), &mut folder, desk);
    finish(folder, 16, desk)
}
