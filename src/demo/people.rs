//! What a case holds of the person: language, interpreter, safe contact, address, representative. No status, no diagnosis.

use super::desk::Desk;
use super::folder::Folder;
use super::names::{KICHE, SPOKEN, Tongue};
use super::partners::LEGAL;
use super::phones::Area;
use crate::core::case::{
    Address, Case, CaseStatus, Interpreter, NextAction, Representation, Representative, SafeContact,
};
use crate::core::deadline::Deadline;
use crate::core::step::StepKind;

/// What the members of a household share.
pub struct Kin {
    pub tongue: &'static Tongue,
    family: &'static str,
    street: String,
}

impl Kin {
    /// Invents a family of one or more.
    pub fn invent(desk: &mut Desk) -> Self {
        let tongue = Tongue::at(desk.rng.pick(&SPOKEN));
        Self::speaking(tongue, desk)
    }

    /// Invents a family that speaks this language.
    pub fn speaking(tongue: &'static Tongue, desk: &mut Desk) -> Self {
        let (family, street) = (tongue.family(&mut desk.rng), street(desk));
        Self { tongue, family, street }
    }

    /// A given name for one of them, and the whole name.
    pub fn person(&self, desk: &mut Desk) -> (&'static str, String) {
        let given = self.tongue.given(&mut desk.rng);
        (given, self.tongue.full(given, self.family))
    }
}

/// Fills in the person's part of a case.
pub fn fill(case: &mut Case, kin: &Kin, desk: &mut Desk) {
    case.language = match kin.tongue.language {
        "K'iche'" => desk.rng.pick(&KICHE).to_owned(),
        language => language.to_owned(),
    };
    case.interpreter = interpreter(kin, desk);
    let (given, name) = kin.person(desk);
    if desk.rng.chance(80) {
        case.safe_contact = Some(safe_contact(given, desk));
    }
    if desk.rng.chance(40) {
        case.name = name;
    }
    if desk.rng.chance(60) {
        case.address = Some(Address { text: kin.street.clone(), kept_apart: desk.rng.chance(2) });
    }
    case.representation = match desk.rng.below(100) {
        0..45 => named(desk),
        45..78 => Representation::Nobody,
        _ => Representation::Unknown,
    };
    desk.rng.pick(&REFERRED_BY).clone_into(&mut case.referred_by);
    desk.rng.pick(&SCREENED).clone_into(&mut case.screened);
    desk.rng.pick(&NOTES).clone_into(&mut case.notes);
}

const REFERRED_BY: [&str; 9] = [
    "primary care",
    "social work",
    "pediatrics",
    "prenatal clinic",
    "emergency department",
    "community health worker",
    "a friend",
    "school nurse",
    "came by themselves",
];
const SCREENED: [&str; 7] = [
    "income, housing, legal",
    "housing, food, legal",
    "legal, education",
    "income, family, legal",
    "legal",
    "housing, legal",
    "",
];
const NOTES: [&str; 9] = [
    "",
    "",
    "",
    "Prefers morning appointments.",
    "Works nights; call after 3 pm.",
    "Brings a sister who helps with papers.",
    "Reads large print.",
    "School-age children; not between 2 and 4 pm.",
    "Prefers to speak with a woman.",
];

fn interpreter(kin: &Kin, desk: &mut Desk) -> Interpreter {
    if kin.tongue.language == "English" {
        return Interpreter::NotNeeded;
    }
    match desk.rng.below(100) {
        0..38 => Interpreter::InPerson,
        38..56 => Interpreter::Phone,
        56..64 => Interpreter::Video,
        64..76 => Interpreter::Any,
        _ => Interpreter::NotNeeded,
    }
}

fn safe_contact(given: &str, desk: &mut Desk) -> SafeContact {
    let phone = desk.phones.next(Area::Massachusetts);
    let channel = match desk.rng.below(10) {
        0..7 => phone,
        7 => format!("{phone}, text only"),
        8 => format!("{phone}, a sister's phone"),
        _ => format!("through the clinic's front desk, {phone}"),
    };
    SafeContact {
        channel,
        hours: desk
            .rng
            .pick(&["after 5 pm", "mornings", "any time", "weekdays 12 to 1", "not on Fridays", ""])
            .to_owned(),
        leave_message: desk.rng.chance(55),
        name_to_use: given.to_owned(),
    }
}

fn street(desk: &mut Desk) -> String {
    let street =
        desk.rng.pick(&["Thimble Street", "Quince Street", "Larkspur Way", "Old Lantern Street", "Ferry Slip Road"]);
    let town = desk.rng.pick(&["Lynn", "Chelsea", "East Boston", "Brockton", "Everett", "Lawrence"]);
    format!("{} {street}, apt. {}, {town}, MA", desk.rng.between(2, 340), desk.rng.between(1, 14))
}

/// Somebody at a legal partner, as the representative.
pub fn named(desk: &mut Desk) -> Representation {
    let before = desk.rng.pick(&["Boston Immigration Court", "USCIS", "Chelmsford Immigration Court", ""]);
    match desk.directory.any(&LEGAL, &mut desk.rng) {
        Some(helper) => Representation::Named(Representative {
            name: helper.person,
            phone: helper.phone,
            before: before.to_owned(),
        }),
        None => Representation::Unknown,
    }
}

/// Makes the representation fit the matters: nobody while somebody is looked for, somebody where papers are read.
pub fn fit_representation(folder: &mut Folder, desk: &mut Desk) {
    let live = || folder.deadlines.iter().filter(|deadline| deadline.is_live());
    let looks_for_one = live().flat_map(Deadline::open_steps).any(|step| step.kind == StepKind::Representative);
    let has_one = live().flat_map(|deadline| &deadline.steps).any(|step| step.kind == StepKind::Review);
    if looks_for_one {
        folder.case.representation = Representation::Nobody;
    } else if has_one && folder.case.representative().is_none() {
        folder.case.representation = named(desk);
    }
}

/// Gives an open case its next action. Of 25, one is left without, as happens; the caseload lists those.
pub fn next_action(case: &mut Case, about: Option<&str>, desk: &mut Desk) {
    if case.status != CaseStatus::Open || desk.rng.chance(4) {
        return;
    }
    let what = match about {
        Some(title) => {
            format!("{}: {title}", desk.rng.pick(&["Call about", "Prepare", "Ask how it stands with", "Next step of"]))
        }
        None => {
            desk.rng.pick(&["Check in by phone", "Ask whether anything came by mail", "Book the next visit"]).to_owned()
        }
    };
    let owner = match desk.rng.below(10) {
        0..6 => desk.navigator,
        6..8 => "the person",
        8 => "social work",
        _ => "representative",
    };
    let on = desk.days.business_ahead(desk.rng.between(-3, 24));
    case.next_action = Some(NextAction { what, owner: owner.to_owned(), on });
}
