//! Planning an import of partners: which drafts are one office, and whether the directory has it already.
//!
//! Two entries are one office if they have the same name and share an address, or share a phone, e-mail or site and
//! are not known to be in different cities. An entry with nothing but a name goes to the only partner of that name.
//! In doubt there are two partners: a person can see that, but could not see that two offices were mixed.

use super::details::{self, Detail};
use super::merge::Growing;
use super::{Place, Plan, Refused, Stated, key};
use crate::core::id::{Counters, PartnerId};
use crate::core::partner::{Partner, PartnerKind};
use crate::core::world::World;
use std::collections::{BTreeMap, HashMap};

/// A partner as one row or card has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartnerDraft {
    pub place: Place,
    /// Never empty: a reader refuses what has no name.
    pub name: String,
    pub kind: Option<Stated<PartnerKind>>,
    pub city: Option<Stated<String>>,
    pub addresses: Vec<String>,
    pub languages: Vec<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub sites: Vec<String>,
    pub services: Vec<String>,
    pub serves: Vec<String>,
    pub people: Vec<String>,
    /// What has no field of its own; one entry may have several lines.
    pub notes: Vec<String>,
}

impl PartnerDraft {
    fn city_key(&self) -> String {
        self.city.as_ref().map(|city| key::words(&city.value)).unwrap_or_default()
    }
}

/// Plans the import of `drafts`. New partners take their identities from `counters`.
pub fn plan_partners(
    world: &World,
    drafts: &[PartnerDraft],
    mut refused: Vec<Refused>,
    counters: &mut Counters,
) -> Plan<Partner> {
    let mut directory = Directory::new(world);
    let mut touched = BTreeMap::new();
    for draft in in_order(drafts) {
        let slot = directory.find(draft).unwrap_or_else(|| directory.open(draft));
        directory.absorb(slot, draft);
        let first = touched.entry(slot).or_insert(draft.place);
        *first = draft.place.min(*first);
    }
    refused.sort_by_key(|refused| refused.place);
    directory.into_plan(world, touched, refused, counters)
}

/// The drafts that say most about where they belong come first, so that those that say less find them.
fn in_order(drafts: &[PartnerDraft]) -> Vec<&PartnerDraft> {
    let mut order: Vec<&PartnerDraft> = drafts.iter().collect();
    order.sort_by_key(|draft| {
        let says = match (details::of_draft(draft).next(), &draft.city) {
            (Some(_), Some(_)) => 0,
            (Some(_), None) => 1,
            (None, _) => 2,
        };
        (says, draft.place)
    });
    order
}

/// The partners there are and those to come, found by name and detail.
struct Directory {
    slots: Vec<Growing>,
    /// The normalised city of each slot.
    cities: Vec<String>,
    by_name: HashMap<String, Vec<usize>>,
    /// Those of whom nothing is known but name and city when they are put in.
    bare: HashMap<String, Vec<usize>>,
    by_detail: HashMap<(String, Detail), Vec<usize>>,
}

impl Directory {
    fn new(world: &World) -> Self {
        let mut directory = Self {
            slots: Vec::new(),
            cities: Vec::new(),
            by_name: HashMap::new(),
            bare: HashMap::new(),
            by_detail: HashMap::new(),
        };
        for partner in world.partners() {
            directory.insert(partner.clone());
        }
        directory
    }

    fn insert(&mut self, partner: Partner) -> usize {
        let slot = self.slots.len();
        let name = key::words(&partner.name);
        self.index_details(slot, &name, details::of_partner(&partner));
        if details::of_partner(&partner).next().is_none() {
            self.bare.entry(name.clone()).or_default().push(slot);
        }
        self.by_name.entry(name).or_default().push(slot);
        self.cities.push(key::words(&partner.city));
        self.slots.push(Growing::new(partner));
        slot
    }

    /// A partner to come; it gets its identity when all are known, so that they are numbered as the files have them.
    fn open(&mut self, draft: &PartnerDraft) -> usize {
        self.insert(Partner::new(PartnerId(0), draft.name.clone()))
    }

    fn index_details(&mut self, slot: usize, name: &str, details: impl Iterator<Item = Detail>) {
        for detail in details {
            let slots = self.by_detail.entry((name.to_owned(), detail)).or_default();
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
    }

    fn absorb(&mut self, slot: usize, draft: &PartnerDraft) {
        let Some(growing) = self.slots.get_mut(slot) else { return };
        growing.absorb(draft);
        if let Some(city) = self.cities.get_mut(slot)
            && city.is_empty()
        {
            *city = draft.city_key();
        }
        let name = key::words(&draft.name);
        if let Some(bare) = self.bare.get_mut(&name)
            && details::of_draft(draft).next().is_some()
        {
            bare.retain(|other| *other != slot);
        }
        self.index_details(slot, &name, details::of_draft(draft));
    }

    /// The partner that `draft` speaks of: one that holds all of it already before one that only could.
    fn find(&self, draft: &PartnerDraft) -> Option<usize> {
        let candidates = self.candidates(draft);
        let holds = |slot: &&usize| self.slots.get(**slot).is_some_and(|growing| growing.holds(draft));
        candidates.iter().find(holds).or(candidates.first()).copied()
    }

    fn candidates(&self, draft: &PartnerDraft) -> Vec<usize> {
        let name = key::words(&draft.name);
        let city = draft.city_key();
        let mut found = Vec::new();
        let mut says_where = false;
        for detail in details::of_draft(draft) {
            says_where = true;
            let anywhere = detail.is_place();
            let slots = self.by_detail.get(&(name.clone(), detail)).into_iter().flatten();
            for slot in slots.filter(|slot| anywhere || self.may_be_in(**slot, &city)) {
                if !found.contains(slot) {
                    found.push(*slot);
                }
            }
        }
        if !found.is_empty() {
            return found;
        }
        if says_where {
            return only(self.in_city(self.bare.get(&name), &city)).into_iter().collect();
        }
        let namesakes = || self.in_city(self.by_name.get(&name), &city);
        let holding = namesakes().find(|slot| self.slots.get(*slot).is_some_and(|growing| growing.holds(draft)));
        holding.or_else(|| only(namesakes())).into_iter().collect()
    }

    fn in_city<'a>(&'a self, slots: Option<&'a Vec<usize>>, city: &'a str) -> impl Iterator<Item = usize> + 'a {
        slots.into_iter().flatten().copied().filter(move |slot| self.may_be_in(*slot, city))
    }

    /// Whether the partner is in `city` as far as is known.
    fn may_be_in(&self, slot: usize, city: &str) -> bool {
        self.cities.get(slot).is_some_and(|known| city.is_empty() || known.is_empty() || known == city)
    }

    fn into_plan(
        self,
        world: &World,
        mut touched: BTreeMap<usize, Place>,
        refused: Vec<Refused>,
        counters: &mut Counters,
    ) -> Plan<Partner> {
        let mut plan = Plan { new: Vec::new(), changed: Vec::new(), same: 0, refused };
        let mut new = Vec::new();
        for (slot, growing) in self.slots.into_iter().enumerate() {
            let Some(first) = touched.remove(&slot) else { continue };
            let after = growing.into_partner();
            match world.partner(after.id) {
                None => new.push((first, after)),
                Some(before) if *before == after => plan.same += 1,
                Some(before) => plan.changed.push((before.clone(), after)),
            }
        }
        new.sort_by_key(|(first, _)| *first);
        plan.new = new.into_iter().map(|(_, partner)| Partner { id: counters.partner(), ..partner }).collect();
        plan
    }
}

/// The only one, if there is exactly one.
fn only(mut slots: impl Iterator<Item = usize>) -> Option<usize> {
    let first = slots.next()?;
    slots.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests;
