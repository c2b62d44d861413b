//! When a matter falls due and where that comes from: a rule and its trigger, an appointment, or a day somebody set.

use super::chains::{Counted, Site};
use super::days::{Days, clock};
use crate::core::calendar;
use crate::core::clinic::Clinic;
use crate::core::deadline::{Appointment, Basis, Certainty, Due, Medium, RuleUse, Source};
use crate::core::rules::{self, How};
use chrono::{Duration, NaiveDate};

/// A due date with its source.
#[derive(Debug, Clone)]
pub struct Dated {
    pub due: Due,
    pub source: Source,
    pub certainty: Certainty,
    /// The date to act on.
    pub safe: NaiveDate,
}

/// Counts by a rule, as a navigator enters it with the paper in hand; `None` where no day can be told.
///
/// Where a period is only a maximum, the paper is made to print its last day, or `printed` if that is given.
pub fn by_rule(counted: &Counted, trigger: NaiveDate, medium: Medium, printed: Option<NaiveDate>) -> Option<Dated> {
    let rule = rules::find(counted.rule)?;
    let how = How { mailed: counted.mailed, online: medium == Medium::Online };
    let count = rules::compute(rule, trigger, how).ok()?;
    let printed = printed.or(count.latest);
    let told = match printed {
        Some(printed) => rules::compute_printed(rule, trigger, how, printed).ok()?,
        None => count.clone(),
    };
    let (due, raw) = match (told.due.or(told.raw), told.opens) {
        (Some(day), _) => (Due::Day(day), told.act_from()?),
        (None, opens) => (Due::From(opens?), opens?),
    };
    let used = RuleUse {
        rule: rule.id.clone(),
        trigger,
        mailed: how.mailed,
        online: how.online,
        computed: count.due.or(count.latest),
        raw: told.act_from(),
    };
    let note = format!("{} of {}, seen", counted.trigger, trigger.format("%-d %B %Y"));
    let certainty = if printed.is_some() { Certainty::Noticed } else { Certainty::Computed };
    let paper = medium == Medium::Paper;
    Some(Dated {
        due,
        source: Source { basis: Basis::Regulation, rule: Some(used), printed, note },
        certainty,
        safe: rules::safe(raw, Clinic::default().courier_days, paper),
    })
}

/// Counts from the trigger, of those that can be, whose safe date lies nearest to the wanted one; within a day of it.
pub fn nearest(counted: &Counted, wanted: NaiveDate, medium: Medium, days: &Days) -> Option<Dated> {
    let period = by_rule(counted, wanted, medium, None)?.due.date() - wanted;
    let from_the_past = period > Duration::zero();
    (-5..=8)
        .map(|shift| wanted - period + Duration::days(shift))
        .filter(|trigger| !from_the_past || *trigger < days.today)
        .filter_map(|trigger| by_rule(counted, trigger, medium, None))
        .min_by_key(|dated| (dated.safe - wanted).num_days().abs())
        .filter(|dated| (dated.safe - wanted).num_days().abs() <= 1)
}

/// An appointment at a place, in its own time.
pub fn visit(site: Site, day: NaiveDate, hour: u32, minute: u32) -> Due {
    let (place, zone) = site.place();
    Due::At(Appointment { local: clock(day, hour, minute), zone, place: place.to_owned() })
}

/// A day that somebody set, late enough for the courier where it goes on paper.
pub fn set(basis: Basis, note: &str, safe: NaiveDate, medium: Medium) -> Dated {
    let courier = if medium == Medium::Paper { i32::from(Clinic::default().courier_days) } else { 0 };
    let certainty = match basis {
        Basis::CourtOrder | Basis::AgencyNotice => Certainty::Noticed,
        Basis::RepresentativeSays | Basis::PatientSays => Certainty::Reported,
        Basis::Statute | Basis::Regulation | Basis::Internal => Certainty::Unknown,
    };
    Dated { due: Due::Day(calendar::add_business(safe, courier)), source: plain(basis, note), certainty, safe }
}

/// A source without a rule.
pub fn plain(basis: Basis, note: &str) -> Source {
    Source { basis, rule: None, printed: None, note: note.to_owned() }
}
