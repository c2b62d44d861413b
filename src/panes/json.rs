//! The rows as JSON, one object a line. Field names and codes are stable; nothing is left out of an object.
//!
//! Dates are ISO dates, moments RFC 3339. Texts are strings, empty where nothing is known; what need not be there (a
//! day, a call, a household) is `null`; lists are lists. `group`, `kind`, `need` and the like are codes and the same in
//! every language; `reason` and `call.sentence` are sentences in the language asked for.
//!
//! - **queue**: `id`, `case` (code), `title`, `kind`, `consequence`, `due` (null if postponed without a date), `due_kind`
//!   (`day`, `at`, `from`, `unset`), `due_at`, `time`, `zone`, `place` (of an appointment), `ask_on`, `certainty`, `safe`,
//!   `start_by`, `slack_days` (working days, negative once it no longer fits), `group` (`escalate`, `act_now`, `coming`,
//!   `later`, `waiting`), `urgency`, `reason_code` (such as `start_by`), `reason`, `call` (`who`: `representative`,
//!   `on_call`, `nobody`; `name`, `phone`, `sentence`), `next_step`, `steps_open`, `snoozed_until`, `accompany`, `fits_today`, `moved` (`way`: `up`,
//!   `down`; `until`, `reason`, `by`). With `--why` also `explained`, as `json::explained` writes it.
//! - **case**: `id`, `code`, `name`, `needs`, `status` (`open`, `closed`), `opened`, `closed`, `closing_reason`, `household`,
//!   `representation` (`state`: `unknown`, `nobody`, `named`; `name`, `phone`, `before`), `language`, `interpreter`,
//!   `safe_contact` (`channel`, `hours`, `leave_message`, `name_to_use`), `address`, `address_kept_apart` (then `address` is
//!   null), `referred_by`, `screened`, `next_action` (`what`, `owner`, `on`), `arrived`, `next_deadline`, `next_due`, `group`,
//!   `hold` (`since`, `by`, `reason`), `notes`.
//! - **case for review**: `case` (code), `closed`, `since` (the day the clinic's period ended), `held`.
//! - **partner**: `id`, `name`, `kind`, `city`, `languages`, `phones`, `emails`, `sites`, `addresses`, `services`, `serves`,
//!   `people`, `verified`, `notes`.
//! - **blind spot**: `case` (code), `missing` (such as `next-hearing`), `text` (the sentence), `closes` (the command that closes it).
//! - **event**: `id`, `case` (code), `at`, `kind`, `text` (exactly the note), `act` (the sentence for what rumbo noted itself, or null;
//!   `text` is then the title, and the details on the lines below it).

use super::{Ctx, caseload, deadlines, due};
use crate::core::blindspots::Missing;
use crate::core::case::{Case, CaseStatus, Interpreter, Need, Representation};
use crate::core::deadline::{Certainty, Consequence, Deadline, DeadlineKind, Due};
use crate::core::event::{Event, EventKind};
use crate::core::partner::{Partner, PartnerKind};
use crate::core::pin::{self, Way};
use crate::core::retention::Past;
use crate::core::urgency::{Call, Group, Ranked, Reason};
use chrono::SecondsFormat;
use serde_json::{Value, json};

/// The code of a value in its enumeration's list.
pub(super) fn code<T: PartialEq>(codes: &[(T, &'static str)], value: &T) -> &'static str {
    codes.iter().find(|(known, _)| known == value).map_or("", |(_, code)| code)
}

/// One blind spot, with its sentence and the command that closes it.
pub fn blind_spot(case: &Case, missing: &Missing, text: &str, closes: &str) -> Value {
    let kind = match missing {
        Missing::NobodyToCall { .. } => "nobody-to-call",
        Missing::Review { .. } => "review",
        Missing::AppealOpen { .. } => "appeal",
        Missing::NextHearing => "next-hearing",
        Missing::Unverified { .. } => "unverified",
        Missing::AsylumDate { .. } => "asylum-date",
        Missing::Fourteen { .. } => "fourteen",
        Missing::CardExpiry => "card-expiry",
        Missing::NextAction => "next-action",
    };
    json!({ "case": case.code, "missing": kind, "text": text, "closes": closes })
}

/// The day it is due; none where it was postponed without a date.
pub(super) fn due_day(due: &Due) -> Option<chrono::NaiveDate> {
    match due {
        Due::Day(_) | Due::At(_) | Due::From(_) => Some(due.date()),
        Due::Unset { .. } => None,
    }
}

/// One line of the queue.
pub fn deadline(ctx: &Ctx<'_>, deadline: &Deadline, ranked: &Ranked) -> Value {
    let appointment = deadline.due.appointment();
    let (due_kind, due_day, ask_on) = match &deadline.due {
        Due::Day(day) => ("day", Some(*day), None),
        Due::At(appointment) => ("at", Some(appointment.local.date()), None),
        Due::From(day) => ("from", Some(*day), None),
        Due::Unset { ask_on } => ("unset", None, Some(*ask_on)),
    };
    json!({
        "id": deadline.id.to_string(),
        "case": ctx.world.case(deadline.case).map(|case| &case.code),
        "title": deadline.title,
        "kind": code(&DeadlineKind::ALL, &deadline.kind),
        "consequence": code(&Consequence::ALL, &deadline.consequence),
        "due": due_day,
        "due_kind": due_kind,
        "due_at": appointment.and_then(due::instant).map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        "time": appointment.map(|appointment| appointment.local.format("%H:%M").to_string()),
        "zone": appointment.map(|appointment| appointment.zone.name()),
        "place": appointment.map(|appointment| &appointment.place),
        "ask_on": ask_on,
        "certainty": certainty_code(&deadline.certainty),
        "safe": ranked.safe,
        "start_by": ranked.start_by,
        "slack_days": ranked.slack_days,
        "group": code(&Group::ALL, &ranked.group),
        "urgency": ranked.urgency,
        "reason_code": reason_code(&ranked.reason),
        "reason": deadlines::reason(ctx, ranked),
        "call": deadlines::call(ctx, ranked).map(|call| call_line(ctx, &call)),
        "next_step": deadline.open_steps().next().map(|step| &step.title),
        "steps_open": deadline.open_steps().count(),
        "snoozed_until": deadline.snoozed_until,
        "accompany": deadline.accompany,
        "fits_today": ctx.today.fits(deadline.id),
        "moved": pin::of(ctx.world, ranked, ctx.moment.today).map(|pin| json!({
            "way": code(&Way::ALL, &pin.way),
            "until": pin.until,
            "reason": pin.reason,
            "by": pin.by,
        })),
    })
}

pub(super) fn call_line(ctx: &Ctx<'_>, call: &Call) -> Value {
    let (who, name, phone) = match call {
        Call::Representative { name, phone } => ("representative", name.as_str(), phone.as_str()),
        Call::OnCall { name, phone } => ("on_call", name.as_str(), phone.as_str()),
        Call::Nobody => ("nobody", "", ""),
    };
    json!({ "who": who, "name": name, "phone": phone, "sentence": ctx.locale.call(call) })
}

/// The stable code of a reason.
pub fn reason_code(reason: &Reason) -> &'static str {
    match reason {
        Reason::Missed { .. } => "missed",
        Reason::PastDate { .. } => "past_date",
        Reason::OutOfReach { .. } => "out_of_reach",
        Reason::StartToday => "start_today",
        Reason::StartBy { .. } => "start_by",
        Reason::FollowUp { .. } => "follow_up",
        Reason::WaitingUntil { .. } => "waiting_until",
        Reason::SnoozedUntil { .. } => "snoozed_until",
        Reason::NoDate { .. } => "no_date",
        Reason::OpensOn { .. } => "opens_on",
    }
}

/// The stable code of how sure a date is.
pub(super) fn certainty_code(certainty: &Certainty) -> &'static str {
    match certainty {
        Certainty::Verified { .. } => "verified",
        Certainty::Noticed => "noticed",
        Certainty::Reported => "reported",
        Certainty::Computed => "computed",
        Certainty::Unknown => "unknown",
    }
}

/// One line of the caseload. An address that is kept apart from the household's is not listed.
pub fn case(ctx: &Ctx<'_>, case: &Case) -> Value {
    let (status, closed, closing_reason) = match &case.status {
        CaseStatus::Open => ("open", None, ""),
        CaseStatus::Closed { on, reason } => ("closed", Some(*on), reason.as_str()),
    };
    let next = caseload::next(ctx, case.id);
    let due =
        next.and_then(|ranked| ctx.world.deadline(ranked.id)).filter(|next| !matches!(next.due, Due::Unset { .. }));
    let kept_apart = case.address.as_ref().is_some_and(|address| address.kept_apart);
    json!({
        "id": case.id.to_string(),
        "code": case.code,
        "name": caseload::name(ctx, case),
        "needs": case.needs.iter().map(|need| code(&Need::ALL, need)).collect::<Vec<_>>(),
        "status": status,
        "opened": case.opened,
        "closed": closed,
        "closing_reason": closing_reason,
        "household": case.household.and_then(|id| ctx.world.household(id)).map(|household| &household.label),
        "representation": representation(&case.representation),
        "language": case.language,
        "interpreter": code(&Interpreter::ALL, &case.interpreter),
        "safe_contact": case.safe_contact.as_ref().map(|contact| json!({
            "channel": contact.channel,
            "hours": contact.hours,
            "leave_message": contact.leave_message,
            "name_to_use": if ctx.blur { "" } else { contact.name_to_use.as_str() },
        })),
        "address": case.address.as_ref().filter(|address| !address.kept_apart).map(|address| &address.text),
        "address_kept_apart": kept_apart,
        "referred_by": case.referred_by,
        "screened": case.screened,
        "next_action": case.next_action.as_ref().map(|action| json!({
            "what": action.what,
            "owner": action.owner,
            "on": action.on,
        })),
        "arrived": case.arrived,
        "next_deadline": next.map(|ranked| ranked.id.to_string()),
        "next_due": due.filter(|next| !matches!(next.due, Due::Unset { .. })).map(|next| next.due.date()),
        "group": next.map(|ranked| code(&Group::ALL, &ranked.group)),
        "hold": ctx.world.hold(case.id).map(|hold| json!({ "since": hold.since, "by": hold.by, "reason": hold.reason })),
        "notes": case.notes,
    })
}

/// A closed case that is past the clinic's period.
pub fn past(past: &Past<'_>) -> Value {
    json!({ "case": past.case.code, "closed": past.closed, "since": past.since, "held": past.held })
}

fn representation(representation: &Representation) -> Value {
    let (state, name, phone, before) = match representation {
        Representation::Unknown => ("unknown", "", "", ""),
        Representation::Nobody => ("nobody", "", "", ""),
        Representation::Named(person) => ("named", person.name.as_str(), person.phone.as_str(), person.before.as_str()),
    };
    json!({ "state": state, "name": name, "phone": phone, "before": before })
}

/// One line of the partner directory; everything as it was written.
pub fn partner(partner: &Partner) -> Value {
    json!({
        "id": partner.id.to_string(),
        "name": partner.name,
        "kind": code(&PartnerKind::ALL, &partner.kind),
        "city": partner.city,
        "languages": partner.languages,
        "phones": partner.phones,
        "emails": partner.emails,
        "sites": partner.sites,
        "addresses": partner.addresses,
        "services": partner.services,
        "serves": partner.serves,
        "people": partner.people,
        "verified": partner.verified,
        "notes": partner.notes,
    })
}

/// One line of a timeline.
pub fn event(ctx: &Ctx<'_>, event: &Event) -> Value {
    json!({
        "id": event.id.to_string(),
        "case": ctx.world.case(event.case).map(|case| &case.code),
        "at": event.at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        "kind": code(&EventKind::ALL, &event.kind),
        "text": event.text,
        "act": event.act.map(|_| ctx.locale.event_text(event)),
    })
}
