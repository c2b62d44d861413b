//! What follows from an event: which rules count from it, or ask that somebody looks at it.

use super::book::RuleBook;
use super::row::Rule;
use super::trigger::Trigger;
use serde::{Deserialize, Serialize};

/// Something that happened to a case and that a navigator logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happened {
    /// A judge stated a decision, or mailed a written one.
    DecisionStated,
    /// A notice or decision of an agency, by its own date.
    NoticeMailed,
    /// An order was entered.
    OrderEntered,
    Arrival,
    /// A notice or decision reached the person.
    NoticeReceived,
    AddressChanged,
    /// A card, permit or grant expires.
    CardExpiry,
    /// A hearing was set or moved; the trigger day of its filings is the hearing itself.
    HearingSet,
    /// The other side filed something.
    FilingReceived,
    /// The asylum office referred the case to the court.
    Referred,
    Detained,
    /// The notice to appear was served: proceedings in court begin.
    NoticeToAppear,
    /// The government moves to dismiss or to pretermit, often aloud in court.
    MotionToDismiss,
    /// The asylum application was received, complete.
    AsylumFiled,
    /// An appeal was filed.
    AppealFiled,
    ResidenceGranted,
    /// A child of the family turns fourteen.
    ChildFourteen,
    /// Mail came back, or did not reach the person: what is sent cannot be relied on.
    MailReturned,
    /// Proceedings in court are over: granted, terminated or closed.
    ProceedingsEnded,
    /// It is known that the person has no card that expires.
    NoCard,
}

impl Happened {
    /// Every kind with its code.
    pub const ALL: [(Self, &'static str); 20] = [
        (Self::DecisionStated, "decision-stated"),
        (Self::NoticeMailed, "notice-mailed"),
        (Self::OrderEntered, "order-entered"),
        (Self::Arrival, "arrival"),
        (Self::NoticeReceived, "notice-received"),
        (Self::AddressChanged, "address-changed"),
        (Self::CardExpiry, "card-expiry"),
        (Self::HearingSet, "hearing-set"),
        (Self::FilingReceived, "filing-received"),
        (Self::Referred, "referred"),
        (Self::Detained, "detained"),
        (Self::NoticeToAppear, "notice-to-appear"),
        (Self::MotionToDismiss, "motion-to-dismiss"),
        (Self::AsylumFiled, "asylum-filed"),
        (Self::AppealFiled, "appeal-filed"),
        (Self::ResidenceGranted, "residence-granted"),
        (Self::ChildFourteen, "child-fourteen"),
        (Self::MailReturned, "mail-returned"),
        (Self::ProceedingsEnded, "proceedings-ended"),
        (Self::NoCard, "no-card"),
    ];

    /// Whether its day may still be to come.
    pub fn may_lie_ahead(self) -> bool {
        matches!(self, Self::CardExpiry | Self::HearingSet | Self::ChildFourteen | Self::NoCard)
    }

    /// What it can be the trigger of.
    pub fn triggers(self) -> &'static [Trigger] {
        match self {
            Self::DecisionStated => &[Trigger::Decision, Trigger::Determination, Trigger::BondDecision],
            Self::NoticeMailed => &[
                Trigger::Notice,
                Trigger::Service,
                Trigger::BriefingSchedule,
                Trigger::FeeRejected,
                Trigger::CourtNotice,
            ],
            Self::OrderEntered => &[Trigger::FinalOrder, Trigger::Order, Trigger::VoluntaryDepartureGranted],
            Self::Arrival => &[Trigger::Arrival, Trigger::Return],
            Self::NoticeReceived => &[Trigger::DenialReceived, Trigger::CourtNotice],
            Self::AddressChanged => &[Trigger::Move, Trigger::SafeAddressChange],
            Self::CardExpiry => &[Trigger::Expiry, Trigger::ProtectionEnds],
            Self::HearingSet => &[Trigger::HearingSet, Trigger::Hearing],
            Self::FilingReceived => &[Trigger::FilingReceived, Trigger::OpposingBrief, Trigger::DismissalMotion],
            Self::Referred => &[Trigger::CourtReferral, Trigger::Referral],
            Self::Detained => &[Trigger::Detention],
            Self::NoticeToAppear => &[Trigger::CourtNotice],
            Self::MotionToDismiss => &[Trigger::DismissalMotion],
            Self::AsylumFiled => &[Trigger::AsylumReceived],
            Self::AppealFiled => &[Trigger::AppealFiled],
            Self::ResidenceGranted => &[Trigger::ResidenceGranted],
            Self::ChildFourteen => &[Trigger::Fourteenth],
            Self::MailReturned | Self::ProceedingsEnded | Self::NoCard => &[],
        }
    }
}

/// Returns the rules that count from what happened, or that ask for a review of it, in the order of the book.
///
/// Those switched off are left out. Which of them fit the case, a person says: several can follow from one order.
pub fn following(book: &RuleBook, happened: Happened) -> impl Iterator<Item = &Rule> {
    let triggers = happened.triggers();
    book.all().iter().filter(move |rule| rule.enabled && triggers.contains(&rule.trigger))
}
