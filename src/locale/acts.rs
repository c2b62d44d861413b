//! What a person did, as a sentence: for the status line, undo, redo and the timeline.

use super::Locale;
use crate::core::change::{Act, Verb};
use crate::core::event::Event;

/// The catalogue's key of a verb.
fn key(verb: Verb) -> &'static str {
    match verb {
        Verb::AddedCase => "act-added-case",
        Verb::EditedCase => "act-edited-case",
        Verb::ClosedCase => "act-closed-case",
        Verb::ReopenedCase => "act-reopened-case",
        Verb::AddedHousehold => "act-added-household",
        Verb::AddedDeadline => "act-added-deadline",
        Verb::EditedDeadline => "act-edited-deadline",
        Verb::CompletedDeadline => "act-completed-deadline",
        Verb::PostponedDeadline => "act-postponed-deadline",
        Verb::SnoozedDeadline => "act-snoozed-deadline",
        Verb::VoidedDeadline => "act-voided-deadline",
        Verb::DeclaredMissed => "act-declared-missed",
        Verb::ActedOnDeadline => "act-acted-on-deadline",
        Verb::VerifiedDeadline => "act-verified-deadline",
        Verb::RaisedDeadline => "act-raised-deadline",
        Verb::AddedStep => "act-added-step",
        Verb::EditedStep => "act-edited-step",
        Verb::CompletedStep => "act-completed-step",
        Verb::WaitingStep => "act-waiting-step",
        Verb::RemovedStep => "act-removed-step",
        Verb::LoggedEvent => "act-logged-event",
        Verb::LoggedPaper => "act-logged-paper",
        Verb::AddedPartner => "act-added-partner",
        Verb::EditedPartner => "act-edited-partner",
        Verb::ImportedPartners => "act-imported-partners",
        Verb::ImportedCases => "act-imported-cases",
        Verb::StartedRequest => "act-started-request",
        Verb::RecordedConsent => "act-recorded-consent",
        Verb::SentRequest => "act-sent-request",
        Verb::MovedRequest => "act-moved-request",
        Verb::SetClinic => "act-set-clinic",
        Verb::FilledDemo => "act-filled-demo",
        Verb::LoggedHappening => "act-logged-happening",
        Verb::MovedHappening => "act-moved-happening",
        Verb::ReviewedHappening => "act-reviewed-happening",
        Verb::TookDeadlines => "act-took-deadlines",
        Verb::SetPractice => "act-set-practice",
        Verb::PinnedDeadline => "act-pinned-deadline",
        Verb::PushedDeadline => "act-pushed-deadline",
        Verb::UnpinnedDeadline => "act-unpinned-deadline",
        Verb::HeldCase => "act-held-case",
        Verb::ReleasedCase => "act-released-case",
        Verb::SetRetention => "act-set-retention",
        Verb::ErasedCase => "act-erased-case",
        Verb::KeptANumber => "act-kept-a-number",
        Verb::RemovedANumber => "act-removed-a-number",
        Verb::Mended => "act-mended",
    }
}

impl Locale {
    /// The code of a verb, such as `edited-case`.
    pub fn verb(verb: Verb) -> &'static str {
        key(verb).trim_start_matches("act-")
    }

    /// What was done, in the middle of a sentence: "completed I-589 filing, R-014", "completed 3 deadlines".
    pub fn act(&self, act: &Act) -> String {
        // Each sentence of the catalogue has three forms, because the noun is needed only where no title stands.
        let form = match (act.count, act.what.is_empty()) {
            (2.., _) => "many",
            (_, true) => "plain",
            (_, false) => "named",
        };
        let done = self.tn(
            key(act.verb),
            &[("form", form.into()), ("what", act.what.as_str().into()), ("count", act.count.into())],
        );
        if act.case.is_empty() { done } else { format!("{done}, {}", act.case) }
    }

    /// What was done: "Completed I-589 filing, R-014".
    pub fn done(&self, act: &Act) -> String {
        capitalised(&self.act(act))
    }

    /// What was taken back: "Undid: completed I-589 filing, R-014".
    pub fn undid(&self, act: &Act) -> String {
        self.tn("act-undid", &[("act", self.act(act).into())])
    }

    /// What was done again: "Redid: completed I-589 filing, R-014".
    pub fn redid(&self, act: &Act) -> String {
        self.tn("act-redid", &[("act", self.act(act).into())])
    }

    /// What an event says: the note as written, or what was done to what it names, with the details. Those are kept for
    /// every language, with days as digits.
    pub fn event_text(&self, event: &Event) -> String {
        let Some(verb) = event.act else { return event.text.clone() };
        let (what, details) = event.text.split_once('\n').unwrap_or((&event.text, ""));
        let done = self.done(&Act::one(verb, what, ""));
        if details.is_empty() { done } else { format!("{done}: {}", self.readable(details)) }
    }
}

/// The text with its first letter a capital.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
