//! A small invented clinic, the same on every run.

use chrono::NaiveDate;
use rumbo::app::App;
use rumbo::app::msg::Env;
use rumbo::core::case::{Case, Interpreter, Need, NextAction, Representation, Representative, SafeContact};
use rumbo::core::clinic::{Clinic, OnCall};
use rumbo::core::deadline::{Appointment, Basis, Certainty, Consequence, Deadline, DeadlineKind, Due, Medium, Source};
use rumbo::core::event::{Event, EventKind};
use rumbo::core::id::{CaseId, DeadlineId, EventId, PartnerId};
use rumbo::core::partner::{Partner, PartnerKind};
use rumbo::core::step::{Step, StepKind, StepState};
use rumbo::core::world::World;
use rumbo::locale::Lang;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Monday 23 November 2026, nine in the morning in Boston.
pub fn moment() -> Env {
    Env { now: "2026-11-23T14:00:00Z".parse().unwrap(), today: day("2026-11-23"), interactive: true }
}

pub fn app(lang: Lang) -> App {
    App::new(world(), 1, moment(), lang)
}

fn world() -> World {
    let mut world = World::default();
    let on_call = Some(OnCall { name: "Lee Park".into(), phone: "(555) 010-0111".into() });
    let clinic =
        Clinic { name: "Clinic at the Quay".into(), navigator: "Ana".into(), on_call, demo: true, ..Clinic::default() };
    world.put(clinic.into());
    for case in cases() {
        world.put(case.into());
    }
    for deadline in deadlines() {
        world.put(deadline.into());
    }
    for (id, name, kind, city, phone, language) in PARTNERS {
        let mut partner = Partner::new(PartnerId(id), name.into());
        (partner.kind, partner.city) = (kind, city.into());
        partner.phones = vec![phone.into()];
        partner.languages = vec!["English".into(), language.into()];
        partner.services = vec!["asylum".into()];
        world.put(partner.into());
    }
    world
}

const PARTNERS: [(u32, &str, PartnerKind, &str, &str, &str); 4] = [
    (1, "Harbor Legal Aid", PartnerKind::LegalAid, "Boston", "(555) 010-0150", "Spanish"),
    (2, "Ñandú Translators", PartnerKind::Translator, "Lynn", "(555) 010-0151", "K'iche'"),
    (3, "Casa del Faro", PartnerKind::Shelter, "Tijuana", "+52 664 555 0152", "Spanish"),
    (4, "Riverside Evaluators", PartnerKind::ForensicEvaluator, "Providence", "(555) 010-0153", "Haitian Creole"),
];

fn cases() -> Vec<Case> {
    let new = |id, code: &str, name: &str, need| {
        let mut case = Case::new(CaseId(id), code.into(), need, day("2026-06-01"));
        case.name = name.into();
        case.language = "Spanish".into();
        case
    };
    let next = |what: &str, on| Some(NextAction { what: what.into(), owner: "Ana".into(), on: day(on) });
    let mut nunez = new(1, "R-014", "José Núñez", Need::Asylum);
    nunez.representation = Representation::Named(Representative {
        name: "Dana Ruiz".into(),
        phone: "(555) 010-0199".into(),
        before: "Boston Immigration Court".into(),
    });
    (nunez.language, nunez.interpreter) = ("K'iche'".into(), Interpreter::InPerson);
    nunez.next_action = next("ask the doctor for the letter", "2026-11-24");
    nunez.safe_contact = Some(SafeContact {
        channel: "(555) 010-0177".into(),
        hours: "after 5 pm".into(),
        leave_message: false,
        name_to_use: "Pepe".into(),
    });
    let mut other = new(2, "R-007", "", Need::GreenCard);
    other.representation = Representation::Nobody;
    let mut third = new(3, "R-020", "Marie-Thérèse Joseph", Need::FamilyReunification);
    third.next_action = next("call the consulate", "2026-11-30");
    vec![nunez, other, third, new(4, "R-031", "Zoila Úcles", Need::Citizenship)]
}

fn deadline(id: u32, case: u32, title: &str, consequence: Consequence, due: Due) -> Deadline {
    Deadline {
        consequence,
        medium: Medium::Online,
        source: Source::of(Basis::AgencyNotice),
        certainty: Certainty::Noticed,
        ..Deadline::new(DeadlineId(id), CaseId(case), title.into(), due)
    }
}

fn deadlines() -> Vec<Deadline> {
    let step = |title: &str, kind| Step::usual(title.into(), kind);
    let court = Appointment {
        local: day("2026-12-14").and_hms_opt(8, 30, 0).unwrap(),
        zone: chrono_tz::Tz::America__New_York,
        place: "Boston Immigration Court".into(),
    };
    let mut hearing = deadline(1, 1, "Removal hearing", Consequence::Removal, Due::At(court));
    hearing.kind = DeadlineKind::Appear;
    hearing.certainty = Certainty::Verified { source: "court's system".into(), on: day("2026-11-16") };
    hearing.steps = vec![step("Letter from the doctor", StepKind::Letter), step("Go along", StepKind::Attend)];
    let mut lost = deadline(2, 2, "Answer to a request for evidence", Consequence::Right, Due::Day(day("2026-11-20")));
    lost.steps = vec![step("Send it", StepKind::File)];
    let mut evaluation = deadline(3, 1, "Forensic evaluation", Consequence::Right, Due::Day(day("2026-12-18")));
    evaluation.steps = vec![step("Evaluation", StepKind::ForensicEvaluation)];
    let mut card = deadline(4, 3, "Work permit renewal", Consequence::Benefit, Due::Day(day("2027-03-01")));
    card.steps = vec![step("Form", StepKind::Form)];
    let mut asked = deadline(5, 4, "Certified birth record", Consequence::Administrative, Due::Day(day("2027-01-15")));
    let mut waiting = step("Records office", StepKind::Records);
    waiting.state = StepState::Waiting { since: day("2026-11-12"), until: day("2026-12-04") };
    asked.steps = vec![waiting, step("File it", StepKind::File)];
    let address = deadline(6, 4, "New address to the court", Consequence::Removal, Due::Day(day("2026-11-27")));
    let mut postponed = deadline(7, 3, "Interview", Consequence::Benefit, Due::Unset { ask_on: day("2026-12-07") });
    postponed.kind = DeadlineKind::Appear;
    vec![hearing, lost, evaluation, card, asked, address, postponed]
}

/// What happened in the first case.
pub fn events() -> Vec<Event> {
    let event = |id, at: &str, kind, text: &str| Event {
        id: EventId(id),
        case: CaseId(1),
        at: at.parse().unwrap(),
        kind,
        text: text.into(),
        act: None,
    };
    vec![
        event(1, "2026-06-01T14:00:00Z", EventKind::Visit, "First visit. Speaks K'iche', some Spanish."),
        event(2, "2026-08-12T15:30:00Z", EventKind::Notice, "Notice of hearing, seen; copy in the folder."),
        event(3, "2026-09-03T20:10:00Z", EventKind::ContactOut, "Called after five; Pepe answered."),
        event(4, "2026-09-03T20:40:00Z", EventKind::PartnerCall, "Harbor Legal Aid: who speaks for him?"),
        event(
            5,
            "2026-11-18T16:00:00Z",
            EventKind::Note,
            "The doctor needs the attorney's outline before she can write.\nAsk Dana Ruiz for it; she is in court on \
             Tuesdays and answers best before nine in the morning.",
        ),
    ]
}
