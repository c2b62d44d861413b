//! What a rule counts from.

/// The event a period is counted from, or that a date is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// The judge's oral decision, or the day the written one was mailed or sent electronically.
    Decision,
    /// Entry of the final order; for the Board, mailing of its decision.
    FinalOrder,
    /// The judge's order, or the Board's that brings it back.
    Order,
    BriefingSchedule,
    /// The administrative record became available.
    Record,
    /// The other side's brief was served.
    OpposingBrief,
    AppealFiled,
    /// The rejection of a fee waiver.
    FeeRejected,
    /// The last arrival.
    Arrival,
    VoluntaryDepartureGranted,
    /// The move, or the notice to appear with a wrong address.
    Move,
    Hearing,
    /// The court received the other side's filing.
    FilingReceived,
    /// The complete asylum application was received.
    AsylumReceived,
    /// The date printed on a notice.
    Notice,
    /// Service of a decision; complete on mailing, so the date on it.
    Service,
    DenialReceived,
    /// Residence was granted.
    ResidenceGranted,
    /// The return from an absence of a year or more.
    Return,
    /// The card or the grant expires.
    Expiry,
    /// The first day of a registration period in its Federal Register notice.
    RegistrationStart,
    /// A certifier's signature.
    Certification,
    /// The officer's determination.
    Determination,
    /// The referral to an interview or a judge.
    Referral,
    Interview,
    /// The judge's decision on bond.
    BondDecision,
    /// Asylum or another protection was granted.
    ProtectionGranted,
    /// The day the person was born.
    Birth,
    /// A divorce, or a spouse's death.
    MarriageEnded,
    /// A visa number became available.
    VisaAvailable,
    /// The notice to appear was served.
    CourtNotice,
    /// A hearing was set or moved.
    HearingSet,
    /// The asylum office referred the case to the court.
    CourtReferral,
    /// A motion to dismiss or to pretermit, often made aloud.
    DismissalMotion,
    Detention,
    /// TPS or parole ends.
    ProtectionEnds,
    /// A child turns fourteen.
    Fourteenth,
    /// The safe address of somebody protected under VAWA, T or U changed.
    SafeAddressChange,
}

impl Trigger {
    /// Every trigger with its code.
    pub const ALL: [(Self, &'static str); 38] = [
        (Self::Decision, "decision"),
        (Self::FinalOrder, "final-order"),
        (Self::Order, "order"),
        (Self::BriefingSchedule, "briefing-schedule"),
        (Self::Record, "record"),
        (Self::OpposingBrief, "opposing-brief"),
        (Self::AppealFiled, "appeal-filed"),
        (Self::FeeRejected, "fee-rejected"),
        (Self::Arrival, "arrival"),
        (Self::VoluntaryDepartureGranted, "voluntary-departure-granted"),
        (Self::Move, "move"),
        (Self::Hearing, "hearing"),
        (Self::FilingReceived, "filing-received"),
        (Self::AsylumReceived, "asylum-received"),
        (Self::Notice, "notice"),
        (Self::Service, "service"),
        (Self::DenialReceived, "denial-received"),
        (Self::ResidenceGranted, "residence-granted"),
        (Self::Return, "return"),
        (Self::Expiry, "expiry"),
        (Self::RegistrationStart, "registration-start"),
        (Self::Certification, "certification"),
        (Self::Determination, "determination"),
        (Self::Referral, "referral"),
        (Self::Interview, "interview"),
        (Self::BondDecision, "bond-decision"),
        (Self::ProtectionGranted, "protection-granted"),
        (Self::Birth, "birth"),
        (Self::MarriageEnded, "marriage-ended"),
        (Self::VisaAvailable, "visa-available"),
        (Self::CourtNotice, "court-notice"),
        (Self::HearingSet, "hearing-set"),
        (Self::CourtReferral, "court-referral"),
        (Self::DismissalMotion, "dismissal-motion"),
        (Self::Detention, "detention"),
        (Self::ProtectionEnds, "protection-ends"),
        (Self::Fourteenth, "fourteenth"),
        (Self::SafeAddressChange, "safe-address-change"),
    ];
}
