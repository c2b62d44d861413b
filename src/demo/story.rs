//! What a timeline tells: how each matter and request went, and the calls and visits in between.
//!
//! Short and neutral, as a navigator would note it: no story of persecution, no diagnosis, nobody's status.

use super::desk::Desk;
use super::folder::Folder;
use super::partners::{Helper, LEGAL};
use crate::core::calendar;
use crate::core::case::CaseStatus;
use crate::core::change::Verb;
use crate::core::deadline::{Basis, Deadline, DeadlineKind, DeadlineState};
use crate::core::event::EventKind;
use crate::core::request::{Request, RequestState};
use crate::core::step::{Step, StepKind, StepState};
use chrono::{Duration, NaiveDate};

/// Tells how the case came to the clinic.
pub fn of_intake(folder: &mut Folder, desk: &mut Desk) {
    let case = &folder.case;
    let opened = case.opened;
    let from = if case.referred_by.is_empty() { "came by themselves" } else { &case.referred_by };
    let first = format!("First visit ({from}). {}", desk.rng.pick(&FIRST_VISIT));
    let safe = case.safe_contact.as_ref().map(|contact| {
        let message = if contact.leave_message { "messages are fine" } else { "leave no message" };
        format!("Safe contact agreed: {message}; ask for {}.", contact.name_to_use)
    });
    folder.log(opened, EventKind::Visit, first);
    if let Some(text) = safe {
        folder.log(opened, EventKind::Note, text);
    }
}

const FIRST_VISIT: [&str; 5] = [
    "Talked about what brought them here and what they want to get done.",
    "Explained what the clinic can and cannot do; questions go to a lawyer.",
    "Went through the papers together; copies made of two letters.",
    "Short first talk; a longer one booked for next week.",
    "Said what matters most to them; wrote it down in their words.",
];

/// Tells how a matter became known on that day: a paper that came, or a date counted.
pub fn of_paper(folder: &mut Folder, deadline: &Deadline, day: NaiveDate, desk: &mut Desk) {
    let (title, note) = (&deadline.title, &deadline.source.note);
    match deadline.source.basis {
        Basis::AgencyNotice | Basis::CourtOrder => {
            let text = format!("{title} ({note}). {}", desk.rng.pick(&PAPER_CAME));
            folder.log(day, EventKind::Notice, text);
        }
        Basis::Statute | Basis::Regulation => {
            folder.log(day, EventKind::Note, format!("{title}: date counted from {note}."));
        }
        Basis::RepresentativeSays | Basis::PatientSays | Basis::Internal => {}
    }
}

/// Tells what was done about a matter since the day it was entered.
pub fn of_course(folder: &mut Folder, deadline: &Deadline, entered: NaiveDate, desk: &mut Desk) {
    folder.log_act(entered, Verb::AddedDeadline, &deadline.title);
    for step in &deadline.steps {
        of_step(folder, step, desk);
    }
    match &deadline.state {
        DeadlineState::Open => {}
        DeadlineState::Done { on } => {
            if deadline.kind == DeadlineKind::Appear {
                folder.log(*on, EventKind::Hearing, desk.rng.pick(&APPEARED));
            }
            folder.log_act(*on, Verb::CompletedDeadline, &deadline.title);
        }
        DeadlineState::Missed { on, .. } => {
            folder.log_act(*on, Verb::DeclaredMissed, &deadline.title);
            if let Some(acted) = &deadline.acted {
                folder.log(acted.on, EventKind::ContactOut, format!("{}: {}.", deadline.title, acted.what));
                folder.log_act(acted.on, Verb::ActedOnDeadline, &deadline.title);
            }
        }
        DeadlineState::Void { on, .. } => folder.log_act(*on, Verb::VoidedDeadline, &deadline.title),
    }
}

const PAPER_CAME: [&str; 5] = [
    "Paper brought to the clinic, copy made.",
    "Photo sent first, paper seen two days later.",
    "Read together, date marked on their calendar.",
    "Came by mail to the safe address.",
    "Passed on by the representative.",
];
const APPEARED: [&str; 5] = [
    "Went, was on time; nothing new to bring next time.",
    "Went with a neighbor. Long wait, all in order.",
    "Went; the interpreter was there. Next paper will come by mail.",
    "Went alone this time and said it felt fine.",
    "Navigator went along. Over within the hour.",
];

fn of_step(folder: &mut Folder, step: &Step, desk: &mut Desk) {
    match step.state {
        StepState::Open => {}
        StepState::Waiting { since, until } => {
            let text = format!("{}: asked, follow up on {}.", step.title, until.format("%-d %B"));
            folder.log(since, EventKind::ContactOut, text);
        }
        StepState::Done { on } => {
            let (kind, ending) = match step.kind {
                StepKind::Letter => {
                    (EventKind::Letter, desk.rng.pick(&["signed copy in the folder", "final version came", "signed"]))
                }
                StepKind::Records | StepKind::Translation | StepKind::Declaration | StepKind::Form => (
                    EventKind::Document,
                    desk.rng.pick(&["done, copy in the folder", "all pages there", "done together"]),
                ),
                StepKind::Representative | StepKind::ForensicEvaluation | StepKind::Review => (
                    EventKind::PartnerCall,
                    desk.rng.pick(&["settled by phone", "done, they wrote back", "they said yes"]),
                ),
                StepKind::Interpreter => {
                    (EventKind::ContactOut, desk.rng.pick(&["confirmed", "confirmed for that day"]))
                }
                StepKind::Payment => {
                    (EventKind::Document, desk.rng.pick(&["receipt in the folder", "waiver asked for instead"]))
                }
                StepKind::File | StepKind::Attend | StepKind::Other => {
                    (EventKind::Note, desk.rng.pick(&["done", "done, receipt kept"]))
                }
            };
            folder.log(on, kind, format!("{}: {ending}.", step.title));
        }
    }
}

/// Tells how a request to a partner went.
pub fn of_request(folder: &mut Folder, request: &Request, partner: &Helper) {
    let name = &partner.name;
    if let Some(consent) = &request.consent {
        let text = format!("Consent to {name}: {}, {}.", consent.what, consent.how);
        folder.log(consent.on, EventKind::Note, text);
    }
    let (on, text) = match &request.state {
        RequestState::Draft => return,
        RequestState::Sent { on } => (*on, format!("Asked {name}: {}.", request.what)),
        RequestState::Accepted { on } => {
            (*on, format!("{name} says yes: {}. {} is the person to call.", request.what, partner.person))
        }
        RequestState::Declined { on, reason } => (*on, format!("{name} says no: {reason}.")),
        RequestState::Done { on } => (*on, format!("{name} has done it: {}.", request.what)),
        RequestState::Withdrawn { on } => (*on, format!("Request to {name} withdrawn; the person decided otherwise.")),
    };
    folder.log(on, EventKind::Referral, text);
}

/// Fills the timeline up to `count` events with calls, visits and letters between opening and today.
pub fn fill_up(folder: &mut Folder, count: usize, desk: &mut Desk) {
    let last = match folder.case.status {
        CaseStatus::Open => desk.days.today,
        CaseStatus::Closed { on, .. } => on,
    };
    let span = (last - folder.case.opened).num_days();
    for _ in folder.events()..count {
        let day = folder.case.opened + Duration::days(desk.rng.between(0, span));
        everyday(folder, calendar::on_or_before(day).max(folder.case.opened), desk);
    }
}

/// Something that happens every day in a clinic; not the same words twice in one case while there are others.
fn everyday(folder: &mut Folder, day: NaiveDate, desk: &mut Desk) {
    let mut said = everyday_event(desk);
    for _ in 0..4 {
        if !folder.has(&said.1) {
            break;
        }
        said = everyday_event(desk);
    }
    folder.log(day, said.0, said.1);
}

fn everyday_event(desk: &mut Desk) -> (EventKind, String) {
    let (kind, text) = match desk.rng.below(100) {
        0..20 => (EventKind::ContactOut, desk.rng.pick(&CALLED)),
        20..38 => (EventKind::ContactIn, desk.rng.pick(&WAS_CALLED)),
        38..52 => (EventKind::Visit, desk.rng.pick(&VISITS)),
        52..66 => (EventKind::Support, desk.rng.pick(&SUPPORT)),
        66..78 => {
            let name = desk.directory.any(&LEGAL, &mut desk.rng).map_or_else(String::new, |partner| partner.name);
            return (EventKind::PartnerCall, format!("{name}: {}", desk.rng.pick(&PARTNERS_SAID)));
        }
        78..88 => (EventKind::Document, desk.rng.pick(&DOCUMENTS)),
        88..94 => (EventKind::Letter, desk.rng.pick(&LETTERS)),
        _ => (EventKind::Note, desk.rng.pick(&NOTES)),
    };
    (kind, text.to_owned())
}

const CALLED: [&str; 10] = [
    "Called; went through the next step together.",
    "No answer; no message left, as agreed.",
    "Left word to call back, as agreed.",
    "Sent a text with day, hour and place of the appointment.",
    "Called with a phone interpreter; ten minutes, all clear.",
    "Reminded of the papers to bring on the next visit.",
    "Called; asked to call again after work.",
    "Called to say that nothing new has come.",
    "Sent the address of the office with a map.",
    "Called to ask whether the mail still arrives.",
];
const WAS_CALLED: [&str; 8] = [
    "Called to ask what happens next.",
    "Sent a photo of a letter; asked to bring the paper.",
    "Asked for the hour of the next appointment.",
    "Called from another number; safe contact checked and kept.",
    "Asked whether a bill has to be paid before the appointment.",
    "Called to say the papers from home have arrived.",
    "Asked for an earlier visit; one was free on Thursday.",
    "Wrote that the school needs a letter.",
];
const VISITS: [&str; 7] = [
    "Came with a folder of papers; sorted and copied them together.",
    "Came after the doctor's visit; twenty minutes.",
    "Came with a family member who helps with papers.",
    "Read a letter together, line by line.",
    "Came to sign a release; explained first what it allows.",
    "Video visit; sound was good, interpreter joined late.",
    "Came without an appointment; was seen between two others.",
];
const SUPPORT: [&str; 8] = [
    "Talked about who can come along.",
    "Filled in most of the form alone this time.",
    "Called the office without help and told us after.",
    "A quiet talk after a long week; no task.",
    "Wanted to hear once more that there is time; there is.",
    "Food box picked up with social work.",
    "Bus passes handed over for two trips.",
    "Joined the Thursday group at the clinic.",
];
const PARTNERS_SAID: [&str; 7] = [
    "intake is open again next month.",
    "asked for a short summary and got it the same day.",
    "waiting list, will call back in two weeks.",
    "have the papers, nothing missing.",
    "asked which language; interpreter noted.",
    "will call the person themselves on Monday.",
    "line busy, written instead.",
];
const DOCUMENTS: [&str; 7] = [
    "Copy of the identity card made.",
    "Birth record came, to be translated.",
    "Translation came back with its certificate.",
    "Proof of address: letter from the landlord.",
    "Receipt of the agency scanned.",
    "Vaccination record printed at the front desk.",
    "Two photos taken for the form.",
];
const LETTERS: [&str; 4] = [
    "Letter to the school signed.",
    "Guidelines for the letter sent to the doctor.",
    "First draft of the letter came; passed on to be read.",
    "Letter handed over in an envelope.",
];
const NOTES: [&str; 6] = [
    "Checked the mailing address; still right.",
    "Looked through the folder before the visit: nothing open.",
    "Prefers calls on weekdays.",
    "Will be away for a week; back on Monday.",
    "Hand-over note for the days off written.",
    "Asked the front desk to print the papers in large letters.",
];
