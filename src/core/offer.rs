//! What may follow from a happening: the deadlines to take, and those that move when its day moves.

use super::calendar;
use super::deadline::{Consequence, Deadline};
use super::happening::Happening;
use super::id::CaseId;
use super::rules::{Computed, How, Last, Rule, RuleBook, Trigger, following};
use super::world::World;
use chrono::NaiveDate;

/// One deadline that may follow.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer<'a> {
    pub rule: &'a Rule,
    /// The day it falls due or opens as counted; `None` where only a printed date or a question can tell.
    pub day: Option<NaiveDate>,
    /// The day is no legal last day but the one to act by.
    pub advised: bool,
    /// It is behind us.
    pub past: bool,
    pub consequence: Consequence,
    pub counted: Option<Computed>,
}

/// Finds what may follow from a happening and was not taken yet: what can be counted first, the heaviest and then the
/// earliest first. Which of them fit the case, a person says.
pub fn offers<'a>(world: &World, book: &'a RuleBook, happening: &Happening, today: NaiveDate) -> Vec<Offer<'a>> {
    let taken = |rule: &Rule| {
        world
            .deadlines_of(happening.case)
            .filter_map(|deadline| deadline.source.rule.as_ref())
            .any(|used| used.rule == rule.id && Some(used.trigger) == happening.on)
    };
    let rules = following(book, happening.what).filter(|rule| rule.last != Last::Review && !taken(rule));
    let mut offers: Vec<Offer<'a>> = rules
        .map(|rule| {
            let how = How { mailed: happening.mailed, online: false };
            let counted = happening.on.and_then(|on| book.count(rule, on, how, None).ok());
            let due = counted.as_ref().and_then(|counted| counted.due);
            let advised = counted.as_ref().and_then(Computed::act_from).map(calendar::on_or_before);
            let opens = counted.as_ref().and_then(|counted| counted.opens);
            let past = due.or(advised).is_some_and(|day| day < today);
            let (day, advised) = (due.or(advised).or(opens), due.is_none() && advised.is_some());
            Offer { rule, day, advised, past, consequence: rule.consequence(true), counted }
        })
        .collect();
    offers.sort_by_key(|offer| (offer.day.is_none(), offer.past, std::cmp::Reverse(offer.consequence), offer.day));
    offers
}

/// The live deadlines of a case that are counted from a day by one of these triggers.
pub fn dependents<'a>(
    world: &'a World,
    book: &RuleBook,
    case: CaseId,
    triggers: &[Trigger],
    day: NaiveDate,
) -> Vec<&'a Deadline> {
    let counted = world.deadlines_of(case).filter(|deadline| deadline.is_live());
    counted
        .filter(|deadline| {
            deadline.source.rule.as_ref().is_some_and(|used| {
                used.trigger == day && book.find(&used.rule).is_some_and(|rule| triggers.contains(&rule.trigger))
            })
        })
        .collect()
}
