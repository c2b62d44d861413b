//! Blind spots: what is missing rather than late. A date that nobody wrote down cannot come near.

use super::case::{Case, Need};
use super::deadline::{Certainty, Consequence, Deadline, DeadlineKind};
use super::happening::Happening;
use super::id::{CaseId, DeadlineId, HappeningId};
use super::rules::{Happened, RuleBook};
use super::urgency::Ranking;
use super::world::World;
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// Something missing, the gravest kinds first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// An escalated matter and nobody to call about it.
    NobodyToCall { deadline: DeadlineId },
    /// A notice, detention, referral or motion that nobody has looked at.
    Review { happening: HappeningId },
    /// An order or decision, and nothing settled about an appeal.
    AppealOpen { happening: HappeningId },
    /// In proceedings, and no hearing ahead is known.
    NextHearing,
    /// A hearing whose date was not confirmed lately; the day by which it should have been.
    Unverified { deadline: DeadlineId, check_by: NaiveDate },
    /// An arrival is known, and the asylum date is not settled.
    AsylumDate { arrived: NaiveDate },
    /// A child turns fourteen soon.
    Fourteen { happening: HappeningId, on: NaiveDate },
    /// Whether a card expires, and when, is not known.
    CardExpiry,
    /// An open case without a next action.
    NextAction,
}

/// One blind spot of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlindSpot {
    pub case: CaseId,
    pub missing: Missing,
}

/// How many days before a child's fourteenth birthday it is time to ask; a house default.
const FOURTEEN_AHEAD: Days = Days::new(60);

/// What the blind spots of a case depend on, beside its own records.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    pub world: &'a World,
    pub ranking: &'a Ranking,
    pub book: &'a RuleBook,
    pub today: NaiveDate,
}

/// Every blind spot of the open cases. Those of a case depend on that case alone, so one that changed is looked at again
/// without the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BlindSpots {
    spots: BTreeSet<(CaseId, Missing)>,
}

impl BlindSpots {
    /// Looks at every case.
    pub fn find(sight: Sight<'_>) -> Self {
        let cases = sight.world.cases();
        Self {
            spots: cases.flat_map(|case| missing(sight, case).into_iter().map(|missing| (case.id, missing))).collect(),
        }
    }

    /// Looks again at one case, which may be gone.
    pub fn look_again(&mut self, sight: Sight<'_>, case: CaseId) {
        let first = Missing::NobodyToCall { deadline: DeadlineId(0) };
        let old: Vec<_> = self.spots.range((case, first)..).take_while(|(of, _)| *of == case).cloned().collect();
        for spot in &old {
            self.spots.remove(spot);
        }
        if let Some(case) = sight.world.case(case) {
            self.spots.extend(missing(sight, case).into_iter().map(|missing| (case.id, missing)));
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.spots.len()
    }

    /// Whether nothing is missing.
    pub fn is_empty(&self) -> bool {
        self.spots.is_empty()
    }

    /// All of them, the gravest kind first, then the most urgent case, then by code name.
    pub fn in_order(&self, world: &World, ranking: &Ranking) -> Vec<BlindSpot> {
        let urgency = |case: CaseId| {
            let places = world.deadlines_of(case).filter_map(|deadline| ranking.place(deadline.id));
            (places.min().unwrap_or(usize::MAX), world.case(case).map(|case| case.code.as_str()))
        };
        let mut spots: Vec<_> =
            self.spots.iter().map(|(case, missing)| (kind(missing), urgency(*case), missing, *case)).collect();
        spots.sort_unstable();
        spots.into_iter().map(|(_, _, missing, case)| BlindSpot { case, missing: missing.clone() }).collect()
    }
}

/// What is missing in one case. Closing a case does not take its dates away: only one without live deadlines has nothing.
fn missing(sight: Sight<'_>, case: &Case) -> Vec<Missing> {
    let deadlines: Vec<&Deadline> = sight.world.deadlines_of(case.id).collect();
    if !case.is_open() && !deadlines.iter().any(|deadline| deadline.is_live()) {
        return Vec::new();
    }
    let happenings: Vec<&Happening> = sight.world.happenings_of(case.id).collect();
    let Sight { ranking, book, today, .. } = sight;
    Look { case, deadlines: &deadlines, happenings: &happenings, ranking, book, today }.missing()
}

/// The place of a kind among the others.
fn kind(missing: &Missing) -> u8 {
    match missing {
        Missing::NobodyToCall { .. } => 0,
        Missing::Review { .. } => 1,
        Missing::AppealOpen { .. } => 2,
        Missing::NextHearing => 3,
        Missing::Unverified { .. } => 4,
        Missing::AsylumDate { .. } => 5,
        Missing::Fourteen { .. } => 6,
        Missing::CardExpiry => 7,
        Missing::NextAction => 8,
    }
}

/// What is looked at for one case.
struct Look<'a> {
    case: &'a Case,
    deadlines: &'a [&'a Deadline],
    happenings: &'a [&'a Happening],
    ranking: &'a Ranking,
    book: &'a RuleBook,
    today: NaiveDate,
}

impl Look<'_> {
    fn missing(&self) -> Vec<Missing> {
        let mut found: Vec<Missing> = self.nobody_to_call().collect();
        found.extend(self.unreviewed());
        found.extend(self.appeals());
        if self.in_proceedings() && !self.hearings().any(|hearing| hearing.due.date() >= self.today) {
            found.push(Missing::NextHearing);
        }
        found.extend(self.unverified());
        found.extend(self.asylum_date());
        found.extend(self.fourteen());
        if self.card_unknown() {
            found.push(Missing::CardExpiry);
        }
        if self.case.next_action.is_none() && self.case.is_open() {
            found.push(Missing::NextAction);
        }
        found
    }

    fn nobody_to_call(&self) -> impl Iterator<Item = Missing> {
        let ranked = self.deadlines.iter().filter_map(|deadline| self.ranking.get(deadline.id));
        let nobody = ranked.filter(|row| row.nobody_to_call);
        nobody.map(|row| Missing::NobodyToCall { deadline: row.id })
    }

    fn has(&self, what: Happened) -> bool {
        self.happenings.iter().any(|happening| happening.what == what)
    }

    /// Whether a deadline, in whatever state, is counted from what happened.
    fn taken(&self, happening: &Happening) -> bool {
        let Some(on) = happening.on else { return false };
        self.deadlines.iter().filter_map(|deadline| deadline.source.rule.as_ref()).any(|used| {
            let rule = self.book.find(&used.rule);
            used.trigger == on && rule.is_some_and(|rule| happening.what.triggers().contains(&rule.trigger))
        })
    }

    fn unreviewed(&self) -> impl Iterator<Item = Missing> {
        let open = self.happenings.iter().filter(|happening| {
            let settled = match happening.what {
                Happened::Detained
                | Happened::NoticeToAppear
                | Happened::Referred
                | Happened::MotionToDismiss
                | Happened::MailReturned => false,
                Happened::NoticeMailed | Happened::NoticeReceived | Happened::FilingReceived => self.taken(happening),
                _ => true,
            };
            happening.reviewed.is_none() && !settled
        });
        open.map(|happening| Missing::Review { happening: happening.id })
    }

    /// An order or decision, and neither a deadline counted from it nor somebody who looked at it.
    fn appeals(&self) -> impl Iterator<Item = Missing> {
        let open = self.happenings.iter().filter(|happening| {
            matches!(happening.what, Happened::DecisionStated | Happened::OrderEntered)
                && happening.reviewed.is_none()
                && !self.taken(happening)
        });
        open.map(|happening| Missing::AppealOpen { happening: happening.id })
    }

    /// Appointments on which removal hangs, without those that are over.
    fn hearings(&self) -> impl Iterator<Item = &&Deadline> {
        self.deadlines.iter().filter(|deadline| {
            deadline.kind == DeadlineKind::Appear && deadline.consequence == Consequence::Removal && deadline.is_live()
        })
    }

    /// The notice to appear, a referral, a hearing, or what the person came for says that a court is at work, and
    /// nothing says that it is over.
    fn in_proceedings(&self) -> bool {
        let begun = [Happened::NoticeToAppear, Happened::Referred, Happened::HearingSet];
        let began = self.happenings.iter().filter(|happening| begun.contains(&happening.what)).map(|h| h.id).max();
        let ended = self.happenings.iter().filter(|h| h.what == Happened::ProceedingsEnded).map(|h| h.id).max();
        match (began, ended) {
            (Some(began), Some(ended)) => began > ended,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => self.case.needs.contains(&Need::DeportationDefense) || self.hearings().next().is_some(),
        }
    }

    fn unverified(&self) -> impl Iterator<Item = Missing> {
        let shaky = self.mail_unreliable();
        let ahead = self.hearings().filter(|hearing| {
            hearing.due.appointment().is_some_and(|appointment| appointment.local.date() >= self.today)
        });
        ahead.filter_map(move |hearing| {
            let check_by = check_by(hearing, shaky, self.today)?;
            (check_by <= self.today).then_some(Missing::Unverified { deadline: hearing.id, check_by })
        })
    }

    fn mail_unreliable(&self) -> bool {
        unreliable(self.happenings)
    }

    fn asylum_date(&self) -> Option<Missing> {
        let logged = self.happenings.iter().filter(|h| h.what == Happened::Arrival).filter_map(|h| h.on).max();
        let arrived = self.case.arrived.max(logged)?;
        let settled = self.has(Happened::AsylumFiled)
            || self.deadlines.iter().filter_map(|deadline| deadline.source.rule.as_ref()).any(|used| {
                self.book.find(&used.rule).is_some_and(|rule| rule.trigger == super::rules::Trigger::Arrival)
            });
        (!settled).then_some(Missing::AsylumDate { arrived })
    }

    fn fourteen(&self) -> impl Iterator<Item = Missing> {
        let soon = self.happenings.iter().filter(|happening| happening.what == Happened::ChildFourteen);
        soon.filter(|happening| happening.reviewed.is_none()).filter_map(|happening| {
            let on = happening.on?;
            (on <= self.today + FOURTEEN_AHEAD).then_some(Missing::Fourteen { happening: happening.id, on })
        })
    }

    /// Who came for a card or for papers has one that expires, or is known to have none.
    fn card_unknown(&self) -> bool {
        let concerned = self.case.needs.iter().any(|need| matches!(need, Need::GreenCard | Need::Documentation));
        let renewal = self.deadlines.iter().any(|deadline| deadline.kind == DeadlineKind::Renew);
        concerned && !renewal && !self.has(Happened::CardExpiry) && !self.has(Happened::NoCard)
    }
}

/// Whether mail came back since the person last gave an address.
pub fn unreliable(happenings: &[&Happening]) -> bool {
    let last = |what| happenings.iter().filter(|happening| happening.what == what).map(|happening| happening.id).max();
    last(Happened::MailReturned) > last(Happened::AddressChanged)
}

/// The day by which a hearing should be confirmed again: the day it was last confirmed and the days that may pass, at
/// most 30, at most 14 in the last two months, at most 7 in the last month, at most 2 in the last week; half of it for
/// people whom mail does not reach. House defaults. A hearing never confirmed is due for it today.
///
/// `None` for what is no appointment.
pub fn check_by(hearing: &Deadline, mail_unreliable: bool, today: NaiveDate) -> Option<NaiveDate> {
    let day = hearing.due.appointment()?.local.date();
    let Certainty::Verified { on, .. } = hearing.certainty else { return Some(today) };
    let may_pass = match (day - today).num_days() {
        ..=7 => 2,
        8..=30 => 7,
        31..=60 => 14,
        _ => 30,
    };
    let may_pass = if mail_unreliable { may_pass / 2 } else { may_pass };
    on.checked_add_days(Days::new(may_pass))
}
