//! Situations of households: 3, 7 and 12.

use super::{finish, keep, make, member, next};
use crate::core::calendar;
use crate::core::case::{Address, Interpreter, Need, SafeContact};
use crate::core::change::Change;
use crate::core::deadline::{Basis, Certainty, Consequence, Deadline, DeadlineKind, DeadlineState, Due, Medium};
use crate::core::event::EventKind;
use crate::core::id::HouseholdId;
use crate::core::step::{StepKind, StepState};
use crate::demo::chains::{Counted, Site, What};
use crate::demo::dated::{self, Dated};
use crate::demo::desk::Desk;
use crate::demo::folder::Folder;
use crate::demo::names::Tongue;
use crate::demo::people::{self, Kin};
use crate::demo::phones::Area;
use crate::demo::story;
use chrono::{Days, NaiveDate, Weekday};

const MEETING: What = What {
    title: "Meeting of both with the representative",
    kind: DeadlineKind::Appear,
    consequence: Consequence::Benefit,
    medium: Medium::InPerson,
    steps: &[(StepKind::Interpreter, "Book one interpreter for both"), (StepKind::Attend, "Meet")],
};

/// 3. A couple: letters from her care team, his card to renew, one interpreter in the room.
pub(super) fn couple(desk: &mut Desk) -> Vec<Change> {
    const REQUEST: What = What {
        title: "Medical deferred action request",
        kind: DeadlineKind::File,
        consequence: Consequence::Right,
        medium: Medium::Paper,
        steps: &[
            (StepKind::Letter, "Ask the care team for a letter"),
            (StepKind::Form, "Fill in the request, copy identity papers"),
            (StepKind::Review, "Have the representative read the request"),
            (StepKind::File, "Send the request, check that it arrived"),
        ],
    };
    const CARD: What = What {
        title: "Green card renewal",
        kind: DeadlineKind::Renew,
        consequence: Consequence::Administrative,
        medium: Medium::Online,
        steps: &[
            (StepKind::Interpreter, "Book an interpreter for the form"),
            (StepKind::Form, "Fill in the form together"),
            (StepKind::Payment, "Pay the fee or ask to waive it"),
            (StepKind::File, "Send the form"),
        ],
    };
    const RULE: Counted = Counted { rule: "i90-6mo", trigger: "expiry printed on the card", mailed: false };
    let (household, record) = desk.household("One interpreter for both; book the visits together.");
    let kin = Kin::speaking(Tongue::named("Spanish"), desk);
    let representative = people::named(desk);
    let together = dated::visit(Site::Clinic, desk.days.business_ahead(17), 10, 0);

    let mut her = member(Need::MedicalDeferredAction, &kin, 80, desk);
    story::of_intake(&mut her, desk);
    let due = dated::set(
        Basis::RepresentativeSays,
        "asked for by the representative",
        desk.days.business_ahead(40),
        Medium::Paper,
    );
    let request = make(&REQUEST, due, &her, desk);
    let asked = desk.days.business_ago(9);
    keep(request, asked, &mut her, desk);
    her.log(asked, EventKind::Support, "Came between two treatments; the visit was kept short.");
    next("Guidelines for the letter to the care team", desk.days.business_ahead(1), &mut her, desk);

    let mut his = member(Need::GreenCard, &kin, 80, desk);
    "José Núñez".clone_into(&mut his.case.name);
    story::of_intake(&mut his, desk);
    if let Some(dated) = dated::by_rule(&RULE, desk.days.ahead(200), CARD.medium, None) {
        let card = make(&CARD, dated, &his, desk);
        keep(card, asked, &mut his, desk);
    }
    next("Book the interpreter for both", desk.days.business_ahead(2), &mut his, desk);

    let mut changes = vec![record];
    for mut folder in [her, his] {
        folder.case.household = Some(household);
        folder.case.representation = representative.clone();
        folder.case.interpreter = Interpreter::InPerson;
        let source = dated::plain(Basis::Internal, "agreed with both and the representative");
        let dated = Dated { due: together.clone(), source, certainty: Certainty::Reported, safe: together.date() };
        let meeting = make(&MEETING, dated, &folder, desk);
        keep(meeting, asked, &mut folder, desk);
        changes.extend(finish(folder, 14, desk));
    }
    changes
}

/// 7. A family that moved on Friday; one member's address is kept apart from the others'.
pub(super) fn moved_on_friday(desk: &mut Desk) -> Vec<Change> {
    const COURT: What = What {
        title: "New address to the court",
        kind: DeadlineKind::Notify,
        consequence: Consequence::Removal,
        medium: Medium::InPerson,
        steps: &[
            (StepKind::Form, "Fill in the form with the person"),
            (StepKind::File, "Hand the form in, keep a copy"),
        ],
    };
    const AGENCY: What = What {
        title: "New address to USCIS",
        kind: DeadlineKind::Notify,
        consequence: Consequence::Administrative,
        medium: Medium::Online,
        steps: &[(StepKind::File, "Send the form online, keep the receipt")],
    };
    const COURT_RULE: Counted = Counted { rule: "eoir33-5", trigger: "move", mailed: false };
    const AGENCY_RULE: Counted = Counted { rule: "ar11-10", trigger: "move", mailed: false };
    const NEEDS: [Need; 4] = [Need::Asylum, Need::Asylum, Need::Documentation, Need::Documentation];
    let (household, record) = desk.household("Four people. One address is kept apart: never put it on a shared paper.");
    let kin = Kin::speaking(Tongue::named("Mam"), desk);
    let moved = desk.days.last(Weekday::Fri);
    let mut changes = vec![record];
    for (need, kept_apart) in NEEDS.into_iter().zip([false, true, false, false]) {
        let mut folder = member(need, &kin, 110, desk);
        story::of_intake(&mut folder, desk);
        folder.case.household = Some(household);
        let text = if kept_apart {
            "care of the post office, box 55, Malden, MA"
        } else {
            "88 Larkspur Way, apt. 3, Chelsea, MA"
        };
        folder.case.address = Some(Address { text: text.to_owned(), kept_apart });
        let told = if kept_apart {
            "Moved on Friday; wants the new address kept apart."
        } else {
            "Moved on Friday with the others."
        };
        folder.log(moved, EventKind::ContactIn, told);
        for (what, rule) in [(&COURT, COURT_RULE), (&AGENCY, AGENCY_RULE)] {
            if let Some(mut dated) = dated::by_rule(&rule, moved, what.medium, None) {
                format!("moved on Friday, {}, told", moved.format("%-d %B")).clone_into(&mut dated.source.note);
                let mut deadline = make(what, dated, &folder, desk);
                if !kept_apart && desk.days.today > moved + Days::new(5) {
                    handed_in(&mut deadline, moved + Days::new(4));
                }
                keep(deadline, moved, &mut folder, desk);
            }
        }
        next("New address to court and agency", desk.days.business_ahead(1), &mut folder, desk);
        changes.extend(finish(folder, 10, desk));
    }
    changes
}

/// The others' forms are in by Tuesday; the one that is kept apart takes longer.
fn handed_in(deadline: &mut Deadline, tuesday: NaiveDate) {
    let on = calendar::on_or_before(tuesday);
    for step in &mut deadline.steps {
        step.state = StepState::Done { on };
    }
    deadline.state = DeadlineState::Done { on };
}

/// 12. A mother and child in Tijuana: hearing postponed without a date, two time zones, hotel money until Thursday.
pub(super) fn mother_and_child(desk: &mut Desk) -> Vec<Change> {
    let (household, record) = desk.household("In Tijuana. Call before 4 pm there, which is 7 pm in Boston.");
    let kin = Kin::speaking(Tongue::named("Spanish"), desk);
    let mother = mother(household, &kin, desk);
    let child = child(household, &kin, desk);
    let mut changes = vec![record];
    changes.extend(finish(mother, 17, desk));
    changes.extend(finish(child, 9, desk));
    changes
}

fn mother(household: HouseholdId, kin: &Kin, desk: &mut Desk) -> Folder {
    const HEARING: What = What {
        title: "Hearing in San Diego, postponed",
        kind: DeadlineKind::Appear,
        consequence: Consequence::Removal,
        medium: Medium::InPerson,
        steps: &[(StepKind::Other, "Ask the court's line for the new date"), (StepKind::Attend, "Be in court")],
    };
    const VIDEO: What = What {
        title: "Video talk with the lawyers in Boston",
        kind: DeadlineKind::Appear,
        consequence: Consequence::Right,
        medium: Medium::Online,
        steps: &[
            (StepKind::Interpreter, "Book an interpreter for the call"),
            (StepKind::Attend, "Call from the clinic's room"),
        ],
    };
    const HOTEL: What = What {
        title: "Hotel money ends",
        kind: DeadlineKind::Pay,
        consequence: Consequence::Benefit,
        medium: Medium::Online,
        steps: &[
            (StepKind::Payment, "Ask the fund for two more weeks"),
            (StepKind::Other, "Tell the hotel before noon"),
        ],
    };
    let mut folder = in_tijuana(Need::Asylum, household, kin, desk);
    let ask_on = desk.days.business_ahead(6);
    let source = dated::plain(Basis::AgencyNotice, "postponed without a new date, notice seen");
    let unset = Dated { due: Due::Unset { ask_on }, source, certainty: Certainty::Unknown, safe: ask_on };
    let hearing = make(&HEARING, unset, &folder, desk);
    let postponed = desk.days.business_ago(8);
    keep(hearing, postponed, &mut folder, desk);
    let video = appointment(&VIDEO, Site::Clinic, desk.days.business_ahead(12), 16, &folder, desk);
    keep(video, desk.days.business_ago(3), &mut folder, desk);
    let money = dated::set(Basis::Internal, "told by the fund", desk.days.next(Weekday::Thu), HOTEL.medium);
    let hotel = make(&HOTEL, money, &folder, desk);
    keep(hotel, desk.days.business_ago(6), &mut folder, desk);
    folder.log(postponed, EventKind::Hearing, "La audiencia se pospuso; todavía no hay fecha nueva.");
    folder.log(desk.days.business_ago(6), EventKind::Support, "El fondo paga el hotel hasta el jueves.");
    folder.log(
        desk.days.business_ago(3),
        EventKind::ContactOut,
        "Llamada a las 15:00 de allá, 18:00 de aquí. Están bien.",
    );
    next("Ask the fund for two more weeks", desk.days.business_ahead(0), &mut folder, desk);
    folder
}

fn child(household: HouseholdId, kin: &Kin, desk: &mut Desk) -> Folder {
    const VISIT: What = What {
        title: "Check-up at the clinic in Tijuana",
        kind: DeadlineKind::Appear,
        consequence: Consequence::Administrative,
        medium: Medium::InPerson,
        steps: &[(StepKind::Records, "Ask for the vaccination card"), (StepKind::Attend, "Go to the check-up")],
    };
    let mut folder = in_tijuana(Need::FamilyReunification, household, kin, desk);
    let visit = appointment(&VISIT, Site::Tijuana, desk.days.business_ahead(34), 9, &folder, desk);
    keep(visit, desk.days.business_ago(5), &mut folder, desk);
    folder.log(desk.days.business_ago(5), EventKind::Document, "Copia del acta de nacimiento recibida por mensaje.");
    next("Ask for the vaccination card", desk.days.business_ahead(3), &mut folder, desk);
    folder
}

fn in_tijuana(need: Need, household: HouseholdId, kin: &Kin, desk: &mut Desk) -> Folder {
    let mut folder = member(need, kin, 45, desk);
    folder.case.household = Some(household);
    folder.case.interpreter = Interpreter::Phone;
    folder.case.address = Some(Address { text: "Hotel Las Gaviotas, hab. 12, Tijuana".to_owned(), kept_apart: false });
    folder.case.safe_contact = Some(SafeContact {
        channel: format!("{}, text first", desk.phones.next(Area::Tijuana)),
        hours: "9 to 16, Tijuana time".to_owned(),
        leave_message: false,
        name_to_use: "the hotel's front desk".to_owned(),
    });
    story::of_intake(&mut folder, desk);
    folder
}

fn appointment(what: &What, site: Site, day: NaiveDate, hour: u32, folder: &Folder, desk: &mut Desk) -> Deadline {
    let source = dated::plain(Basis::Internal, "agreed by phone with both sides");
    let dated = Dated { due: dated::visit(site, day, hour, 0), source, certainty: Certainty::Reported, safe: day };
    make(what, dated, folder, desk)
}
