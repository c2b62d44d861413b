//! Requests to partners: drafts without consent, and those that went out with it.

use super::desk::Desk;
use super::folder::Folder;
use super::partners::{Helper, LEGAL};
use super::story;
use crate::core::deadline::Deadline;
use crate::core::id::DeadlineId;
use crate::core::partner::PartnerKind;
use crate::core::request::{Consent, Request, RequestState};
use crate::core::step::{StepKind, StepState};
use chrono::NaiveDate;

/// What is asked, of whom, for what.
pub struct Ask<'a> {
    pub partner: &'a Helper,
    pub deadline: Option<DeadlineId>,
    pub what: &'a str,
    pub needed_by: Option<NaiveDate>,
}

/// A consent as it is usually given.
pub fn consent(on: NaiveDate, how: &str) -> Consent {
    Consent { who: "the person".to_owned(), what: "name, language and this matter".to_owned(), how: how.to_owned(), on }
}

/// Adds a request and its story to the folder.
pub fn add(
    ask: &Ask<'_>,
    state: RequestState,
    consent: Option<Consent>,
    created: NaiveDate,
    folder: &mut Folder,
    desk: &mut Desk,
) {
    let request = Request {
        id: desk.ids.request(),
        case: folder.case.id,
        partner: ask.partner.id,
        deadline: ask.deadline,
        what: ask.what.to_owned(),
        state,
        consent,
        needed_by: ask.needed_by,
        created,
    };
    story::of_request(folder, &request, ask.partner);
    folder.requests.push(request);
}

/// Adds the requests of an ordinary case: one for each step that waits, and sometimes one more.
pub fn usual(folder: &mut Folder, desk: &mut Desk) {
    for at in 0..folder.deadlines.len() {
        asked_and_waiting(at, folder, desk);
    }
    if desk.rng.chance(40) {
        one_more(folder, desk);
    }
}

fn asked_and_waiting(at: usize, folder: &mut Folder, desk: &mut Desk) {
    let deadline = &mut folder.deadlines[at];
    let (id, what, needed_by) = (deadline.id, deadline.title.clone(), deadline.due.date());
    let Some(step) = deadline.steps.iter_mut().find(|step| matches!(step.state, StepState::Waiting { .. })) else {
        return;
    };
    let StepState::Waiting { since, .. } = step.state else { return };
    let Some(partner) = desk.directory.any(asked_of(step.kind), &mut desk.rng) else { return };
    step.partner = Some(partner.id);

    let ask = Ask { partner: &partner, deadline: Some(id), what: &what, needed_by: Some(needed_by) };
    let consent = Some(consent(since, how(desk)));
    add(&ask, RequestState::Sent { on: since }, consent, since, folder, desk);
}

fn one_more(folder: &mut Folder, desk: &mut Desk) {
    let wanted = folder.deadlines.iter().find(|deadline| deadline.is_live()).and_then(open_ask);
    let (deadline, kind, what) = match wanted {
        Some((id, kind, what)) => (Some(id), kind, what),
        None => (None, StepKind::Representative, "Is there room for a first talk?".to_owned()),
    };
    let Some(partner) = desk.directory.any(asked_of(kind), &mut desk.rng) else { return };
    let age = (desk.days.today - folder.case.opened).num_days();
    let created = desk.days.business_ago(desk.rng.between(0, age.min(40))).max(folder.case.opened);
    let on = desk.days.business_ago(desk.rng.between(0, (desk.days.today - created).num_days())).max(created);
    let consented = Some(consent(created, how(desk)));
    let (state, consent) = match desk.rng.below(20) {
        0..6 => (RequestState::Draft, None),
        6..8 => (RequestState::Draft, consented),
        8..13 => (RequestState::Sent { on }, consented),
        13..17 => (RequestState::Accepted { on }, consented),
        17 => (RequestState::Declined { on, reason: "no room before the spring".to_owned() }, consented),
        18 => (RequestState::Done { on }, consented),
        _ => (RequestState::Withdrawn { on }, consented),
    };
    add(&Ask { partner: &partner, deadline, what: &what, needed_by: None }, state, consent, created, folder, desk);
}

fn open_ask(deadline: &Deadline) -> Option<(DeadlineId, StepKind, String)> {
    let step = deadline.open_steps().find(|step| step.kind.usual_wait() > 0)?;
    Some((deadline.id, step.kind, deadline.title.clone()))
}

fn how(desk: &mut Desk) -> &'static str {
    desk.rng.pick(&["written", "said in person", "said through the interpreter", "said by phone"])
}

/// Who is usually asked for such a step.
pub fn asked_of(kind: StepKind) -> &'static [PartnerKind] {
    match kind {
        StepKind::Representative | StepKind::Declaration | StepKind::Review | StepKind::Form => &LEGAL,
        StepKind::ForensicEvaluation => &[PartnerKind::ForensicEvaluator, PartnerKind::StudentClinic],
        StepKind::Letter => &[PartnerKind::PrimaryCare, PartnerKind::MentalHealth],
        StepKind::Interpreter => &[PartnerKind::Interpreter],
        StepKind::Translation => &[PartnerKind::Translator],
        StepKind::Records => &[PartnerKind::Consulate, PartnerKind::PublicHealth, PartnerKind::Court],
        StepKind::Payment => &[PartnerKind::Fund],
        StepKind::File | StepKind::Attend | StepKind::Other => &[PartnerKind::Advocacy, PartnerKind::SocialService],
    }
}
