//! `request …`: work asked of a partner. It stays a draft until consent to that partner is recorded.

use super::args::{CaseRef, DayArg, DeadlineRef, PartnerRef, RequestRef};
use super::draft::Draft;
use super::form::ask;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::change::{Act, Verb};
use crate::core::event::EventKind;
use crate::core::request::{Consent, Request, RequestState};
use crate::panes::PaneId;
use clap::{Subcommand, ValueEnum};

/// Requests to partners.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum RequestCommand {
    /// Start a request; it stays a draft until consent is recorded
    Start {
        case: Option<CaseRef>,
        /// The partner asked, such as P7 or its whole name
        #[arg(long)]
        partner: Option<PartnerRef>,
        /// What is asked for
        #[arg(long)]
        what: Option<String>,
        /// When it is needed
        #[arg(long, allow_hyphen_values = true)]
        needed_by: Option<DayArg>,
        /// The deadline it serves
        #[arg(long)]
        deadline: Option<DeadlineRef>,
    },
    /// Record consent: the person's, to this partner
    Consent {
        request: RequestRef,
        /// Who consented
        #[arg(long)]
        who: Option<String>,
        /// What may be shared
        #[arg(long)]
        what: Option<String>,
        /// How it was given, such as written or verbal
        #[arg(long)]
        how: Option<String>,
        /// The day it was given; today if not said
        #[arg(long, allow_hyphen_values = true)]
        on: Option<DayArg>,
    },
    /// Say that it went out
    Send { request: RequestRef },
    /// Say what the partner answered, or that it ended
    Answer {
        request: RequestRef,
        /// What became of it
        #[arg(long, value_enum)]
        state: Option<Answer>,
        /// Why it was declined
        #[arg(long)]
        reason: Option<String>,
    },
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Answer {
    Accepted,
    Declined,
    Done,
    Withdrawn,
}

/// Carries out a request command.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &RequestCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        RequestCommand::Start { case, partner, what, needed_by, deadline } => {
            let (Some(case), Some(partner), Some(what)) = (case, partner, what) else {
                return Err(start_form(case.as_ref(), partner.as_ref(), app));
            };
            let (case, partner) = (case.one(app)?, partner.one(app)?);
            let deadline = deadline.as_ref().map(|deadline| deadline.one(app)).transpose()?;
            if deadline.is_some_and(|deadline| deadline.case != case.id) {
                return Err(Message::new("refused-deadline-of-other-case").into());
            }
            let mut draft = Draft::new(app, env);
            let request = Request {
                id: draft.ids.request(),
                case: case.id,
                partner: partner.id,
                deadline: deadline.map(|deadline| deadline.id),
                what: what.trim().to_owned(),
                state: RequestState::Draft,
                consent: None,
                needed_by: needed_by.map(|day| day.on(env.today)),
                created: env.today,
            };
            draft.add(request);
            draft.tell(case.id, EventKind::Referral, Verb::StartedRequest, &partner.name, what.trim());
            draft.finish(Act::one(Verb::StartedRequest, &partner.name, &case.code))
        }
        RequestCommand::Consent { request, who, what, how, on } => {
            let before = request.one(app)?;
            let (Some(who), Some(what), Some(how)) =
                (filled(who.as_ref()), filled(what.as_ref()), filled(how.as_ref()))
            else {
                let today = [("on", env.today.to_string())];
                return Err(ask(app, &["request", "consent"], &[&before.id.to_string()], &today));
            };
            let on = on.map_or(env.today, |on| on.on(env.today));
            if on > env.today {
                return Err(Message::new("refused-event-ahead").into());
            }
            let told = format!("{who}, {on}, {how}: {what}");
            let after = Request { consent: Some(Consent { who, what, how, on }), ..before.clone() };
            change(before, after, Verb::RecordedConsent, &told, app, env)
        }
        RequestCommand::Send { request } => {
            let before = request.one(app)?;
            if !before.is_open() {
                return Err(ended(before, app));
            }
            if before.consent.is_none() {
                return Err(Message::new("refused-no-consent").with("id", before.id.to_string()).into());
            }
            if before.state != RequestState::Draft {
                return Err(Message::new("refused-not-draft").with("id", before.id.to_string()).into());
            }
            let after = Request { state: RequestState::Sent { on: env.today }, ..before.clone() };
            change(before, after, Verb::SentRequest, &before.what, app, env)
        }
        RequestCommand::Answer { request, state, reason } => {
            let before = request.one(app)?;
            let Some(state) = state else {
                return Err(ask(app, &["request", "answer"], &[&before.id.to_string()], &[]));
            };
            if !before.is_open() {
                return Err(ended(before, app));
            }
            if before.state == RequestState::Draft && *state != Answer::Withdrawn {
                return Err(Message::new("refused-still-draft").with("id", before.id.to_string()).into());
            }
            let (on, reason) = (env.today, reason.as_deref().unwrap_or_default().trim());
            let (state, word) = match state {
                Answer::Accepted => (RequestState::Accepted { on }, "accepted"),
                Answer::Declined => (RequestState::Declined { on, reason: reason.to_owned() }, "declined"),
                Answer::Done => (RequestState::Done { on }, "done"),
                Answer::Withdrawn => (RequestState::Withdrawn { on }, "withdrawn"),
            };
            let told = app.locale.t(&format!("request-answer-{word}"));
            let told = if reason.is_empty() { told } else { format!("{told}; {reason}") };
            change(before, Request { state, ..before.clone() }, Verb::MovedRequest, &told, app, env)
        }
    }
}

/// A request that ended is followed by a new one, with a consent of its own.
fn ended(request: &Request, app: &App) -> Refusal {
    let state = app.locale.request_state(&request.state, app.moment.today);
    Message::new("refused-request-ended").with("id", request.id.to_string()).with("state", state).into()
}

fn filled(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The form for a new request, with what is selected already in it.
fn start_form(case: Option<&CaseRef>, partner: Option<&PartnerRef>, app: &App) -> Refusal {
    let partner = partner.cloned().or_else(|| {
        let here = app.view.timeline.is_none() && app.view.focus == PaneId::Partners;
        here.then(|| PartnerRef("@".to_owned()))
    });
    let partner = partner.and_then(|partner| partner.one(app).ok());
    let mut values = Vec::new();
    if let Some(partner) = partner {
        values.push(("partner", partner.id.to_string()));
    }
    match case.map(|case| case.one(app)) {
        Some(Ok(case)) => ask(app, &["request", "start"], &[&case.code], &values),
        Some(Err(refusal)) if partner.is_none() => refusal,
        Some(Err(_)) | None => ask(app, &["request", "start"], &[], &values),
    }
}

fn change(
    before: &Request,
    after: Request,
    verb: Verb,
    details: &str,
    app: &App,
    env: &Env,
) -> Result<Vec<Effect>, Refusal> {
    let partner = app.world.partner(before.partner).map(|partner| partner.name.clone()).unwrap_or_default();
    let code = app.world.case(before.case).map(|case| case.code.clone()).unwrap_or_default();
    let mut draft = Draft::new(app, env);
    if draft.edit(before, after) {
        draft.tell(before.case, EventKind::Referral, verb, &partner, details);
    }
    draft.finish(Act::one(verb, partner, code))
}
