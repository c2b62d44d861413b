//! Steps that usually come before a deadline can be met, with the clinic's own lead times.
//!
//! A start to be changed, never a plan that must be followed; `locale` has the titles.

use super::case::{Case, Representation};
use super::deadline::DeadlineKind;
use super::practice::{Lead, Practice};
use super::step::{Step, StepKind, StepState};

/// One step of a template; its title is the catalogue's `template-CODE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Whether a lawyer has discussed this appointment with the person. Nobody is told a bare "attend".
    LawyerAsked,
    FindRepresentative,
    BookInterpreter,
    PlanTheDay,
    FillIn,
    HaveRead,
    SendIn,
    AskForLetter,
    HandOver,
    Pay,
}

impl Stage {
    /// Every stage with its code.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::LawyerAsked, "lawyer-asked"),
        (Self::FindRepresentative, "find-representative"),
        (Self::BookInterpreter, "book-interpreter"),
        (Self::PlanTheDay, "plan-the-day"),
        (Self::FillIn, "fill-in"),
        (Self::HaveRead, "have-read"),
        (Self::SendIn, "send-in"),
        (Self::AskForLetter, "ask-for-letter"),
        (Self::HandOver, "hand-over"),
        (Self::Pay, "pay"),
    ];

    /// The code.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(stage, _)| *stage == self).map_or("", |(_, code)| code)
    }

    /// What it asks for; gives its usual effort and wait.
    pub const fn kind(self) -> StepKind {
        match self {
            Self::LawyerAsked => StepKind::Other,
            Self::HaveRead => StepKind::Review,
            Self::FindRepresentative => StepKind::Representative,
            Self::BookInterpreter => StepKind::Interpreter,
            Self::PlanTheDay => StepKind::Attend,
            Self::FillIn => StepKind::Form,
            Self::SendIn | Self::HandOver => StepKind::File,
            Self::AskForLetter => StepKind::Letter,
            Self::Pay => StepKind::Payment,
        }
    }

    /// The step, with this clinic's lead time.
    pub fn step(self, title: String, practice: &Practice) -> Step {
        let lead = match self {
            // A question of a quarter of an hour; it keeps nothing else waiting.
            Self::LawyerAsked => Lead { wait_days: 0, effort_quarters: 1 },
            _ => practice.lead(self.kind()),
        };
        Step {
            title,
            kind: self.kind(),
            effort_quarters: lead.effort_quarters,
            wait_days: lead.wait_days,
            state: StepState::Open,
            partner: None,
        }
    }
}

/// The stages that usually lead to a deadline of this kind, for this case, in order.
pub fn stages(kind: DeadlineKind, case: &Case) -> Vec<Stage> {
    let interpreter = case.interpreter.is_needed().then_some(Stage::BookInterpreter);
    let unrepresented = !matches!(case.representation, Representation::Named(_));
    let representative = unrepresented.then_some(Stage::FindRepresentative);
    match kind {
        DeadlineKind::Appear => {
            [Some(Stage::LawyerAsked), interpreter, Some(Stage::PlanTheDay)].into_iter().flatten().collect()
        }
        DeadlineKind::File => {
            let rest = [Stage::FillIn, Stage::HaveRead, Stage::SendIn];
            representative.into_iter().chain(rest).collect()
        }
        DeadlineKind::Renew => vec![Stage::FillIn, Stage::HaveRead, Stage::SendIn],
        DeadlineKind::Notify => vec![Stage::FillIn, Stage::SendIn],
        DeadlineKind::Supply => vec![Stage::AskForLetter, Stage::HaveRead, Stage::HandOver],
        DeadlineKind::Pay => vec![Stage::Pay],
        DeadlineKind::Travel | DeadlineKind::Service => Vec::new(),
    }
}
