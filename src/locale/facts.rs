//! Typed facts of the core to sentences: reasons, calls, states, certainty.

use super::{Locale, Value};
use crate::core::case::{CaseStatus, Representation};
use crate::core::deadline::{Certainty, DeadlineState};
use crate::core::request::RequestState;
use crate::core::step::StepState;
use crate::core::urgency::{Call, Reason};
use chrono::NaiveDate;

impl Locale {
    /// Why a row stands where it does, in few words: "letter: ask by Fri 27 Nov, usually 10 working days". `step` is its
    /// first open one.
    pub fn reason(&self, reason: Reason, step: Option<&str>, today: NaiveDate) -> String {
        let day = |date: NaiveDate| Value::from(self.day(date, today));
        let with_others =
            |key: &str, until| self.tn(key, &[("step", step.unwrap_or_default().into()), ("day", day(until))]);
        match (reason, step) {
            (Reason::Missed { on }, _) => self.tn("reason-missed", &[("day", day(on))]),
            (Reason::PastDate { .. }, _) => self.t("reason-past-date"),
            (Reason::OutOfReach { short_by }, _) => self.tn("reason-out-of-reach", &[("days", short_by.into())]),
            (Reason::StartToday, None) => self.t("reason-start-today"),
            (Reason::StartToday, Some(step)) => self.tn("reason-start-today-step", &[("step", step.into())]),
            (Reason::StartBy { usual_wait, start_by, .. }, step) => self.start_by(step, usual_wait, day(start_by)),
            (Reason::FollowUp { until }, _) => with_others("reason-follow-up", until),
            (Reason::WaitingUntil { until }, _) => with_others("reason-waiting", until),
            (Reason::SnoozedUntil { until }, _) => self.tn("reason-snoozed", &[("day", day(until))]),
            (Reason::NoDate { ask_on }, _) => self.tn("reason-no-date", &[("day", day(ask_on))]),
            (Reason::OpensOn { on }, _) => self.tn("reason-opens", &[("day", day(on))]),
        }
    }

    fn start_by(&self, step: Option<&str>, usual_wait: u16, day: Value<'_>) -> String {
        match (step, usual_wait) {
            (None, 0) => self.tn("reason-start-by", &[("day", day)]),
            (None, wait) => self.tn("reason-ask-by", &[("day", day), ("wait", wait.into())]),
            (Some(step), 0) => self.tn("reason-start-by-step", &[("step", step.into()), ("day", day)]),
            (Some(step), wait) => {
                self.tn("reason-ask-by-step", &[("step", step.into()), ("day", day), ("wait", wait.into())])
            }
        }
    }

    /// Whom to call today: "call Dana Ruiz (555) 010-0199".
    pub fn call(&self, call: &Call) -> String {
        let sentence = |key: &str, name: &str, phone: &str| {
            self.tn(key, &[("name", name.into()), ("phone", phone.into())]).trim_end().to_owned()
        };
        match call {
            Call::Representative { name, phone } => sentence("call-representative", name, phone),
            Call::OnCall { name, phone } => sentence("call-on-call", name, phone),
            Call::Nobody => self.t("call-nobody"),
        }
    }

    /// How sure a date is: "confirmed Mon 2 Nov: EOIR hotline".
    pub fn certainty(&self, certainty: &Certainty, today: NaiveDate) -> String {
        match certainty {
            Certainty::Verified { source, on } => {
                self.tn("certainty-verified", &[("source", source.into()), ("day", self.day(*on, today).into())])
            }
            Certainty::Noticed => self.t("certainty-noticed"),
            Certainty::Reported => self.t("certainty-reported"),
            Certainty::Computed => self.t("certainty-computed"),
            Certainty::Unknown => self.t("certainty-unknown"),
        }
    }

    /// How a deadline ended, if it did.
    pub fn deadline_state(&self, state: &DeadlineState, today: NaiveDate) -> String {
        let day = |date: NaiveDate| Value::from(self.day(date, today));
        match state {
            DeadlineState::Open => self.t("state-open"),
            DeadlineState::Done { on } => self.tn("state-done", &[("day", day(*on))]),
            DeadlineState::Missed { on, by } if by.is_empty() => self.tn("reason-missed", &[("day", day(*on))]),
            DeadlineState::Missed { on, by } => self.tn("state-missed", &[("day", day(*on)), ("by", by.into())]),
            DeadlineState::Void { on, reason } => {
                self.tn("state-void", &[("day", day(*on)), ("reason", reason.into())])
            }
        }
    }

    /// Where a step stands.
    pub fn step_state(&self, state: &StepState, today: NaiveDate) -> String {
        let day = |date: NaiveDate| Value::from(self.day(date, today));
        match state {
            StepState::Open => self.t("step-open"),
            StepState::Waiting { since, until } => {
                self.tn("step-waiting", &[("since", day(*since)), ("until", day(*until))])
            }
            StepState::Done { on } => self.tn("step-done", &[("day", day(*on))]),
        }
    }

    /// Where a request stands.
    pub fn request_state(&self, state: &RequestState, today: NaiveDate) -> String {
        let on = |key: &str, date: NaiveDate| self.tn(key, &[("day", self.day(date, today).into())]);
        match state {
            RequestState::Draft => self.t("request-draft"),
            RequestState::Sent { on: date } => on("request-sent", *date),
            RequestState::Accepted { on: date } => on("request-accepted", *date),
            RequestState::Declined { on: date, reason } if reason.is_empty() => on("request-declined-plain", *date),
            RequestState::Declined { on: date, reason } => {
                self.tn("request-declined", &[("day", self.day(*date, today).into()), ("reason", reason.into())])
            }
            RequestState::Done { on: date } => on("request-done", *date),
            RequestState::Withdrawn { on: date } => on("request-withdrawn", *date),
        }
    }

    /// Whether the clinic still works on a case.
    pub fn case_status(&self, status: &CaseStatus, today: NaiveDate) -> String {
        match status {
            CaseStatus::Open => self.t("case-open"),
            CaseStatus::Closed { on, reason } => {
                self.tn("case-closed", &[("day", self.day(*on, today).into()), ("reason", reason.into())])
            }
        }
    }

    /// Who speaks for the person: the name, or that nobody does or nobody asked.
    pub fn representation(&self, representation: &Representation) -> String {
        match representation {
            Representation::Unknown => self.t("representation-unknown"),
            Representation::Nobody => self.t("representation-nobody"),
            Representation::Named(person) => person.name.clone(),
        }
    }
}
