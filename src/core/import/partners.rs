//! Planning an import of partners: which drafts are one office, and whether the directory has it already.
//!
//! Two entries are one office if they have the same name and share an address, or share a phone, e-mail or site and
//! are not known to be in different cities. An entry with nothing but a name goes to the only partner of that name.
//! In doubt there are two partners: a person can see that, but could not see that two offices were mixed.

use super::keyed::{Item, Keyed, List};
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
        let slot = directory.find(&draft).unwrap_or_else(|| directory.open(&draft));
        directory.absorb(slot, &draft);
        let place = draft.draft.place;
        let first = touched.entry(slot).or_insert(place);
        *first = place.min(*first);
    }
    refused.sort_by_key(|refused| refused.place);
    directory.into_plan(world, touched, refused, counters)
}

/// The drafts that say most about where they belong come first, so that those that say less find them.
fn in_order(drafts: &[PartnerDraft]) -> Vec<Keyed<'_>> {
    let mut order: Vec<Keyed<'_>> = drafts.iter().map(Keyed::new).collect();
    order.sort_by_key(|keyed| {
        let says = match (keyed.details().next(), keyed.city.is_empty()) {
            (Some(_), false) => 0,
            (Some(_), true) => 1,
            (None, _) => 2,
        };
        (says, keyed.draft.place)
    });
    order
}

/// The partners there are and those to come.
struct Directory {
    slots: Vec<Growing>,
    by_name: HashMap<String, Namesakes>,
}

/// Where the partners of one name are.
#[derive(Default)]
struct Namesakes {
    all: Vec<usize>,
    /// Those of whom no way to reach them is known.
    bare: Vec<usize>,
    by_detail: HashMap<Item, Vec<usize>>,
}

impl Namesakes {
    fn reach(&mut self, slot: usize, detail: &Item) {
        let slots = self.by_detail.entry(detail.clone()).or_default();
        if !slots.contains(&slot) {
            slots.push(slot);
        }
    }
}

impl Directory {
    fn new(world: &World) -> Self {
        let mut directory = Self { slots: Vec::new(), by_name: HashMap::new() };
        for partner in world.partners() {
            directory.insert(key::words(&partner.name), partner.clone());
        }
        directory
    }

    fn insert(&mut self, name: String, partner: Partner) -> usize {
        let slot = self.slots.len();
        let growing = Growing::new(partner);
        let namesakes = self.by_name.entry(name).or_default();
        namesakes.all.push(slot);
        if growing.details().next().is_none() {
            namesakes.bare.push(slot);
        }
        growing.details().for_each(|detail| namesakes.reach(slot, detail));
        self.slots.push(growing);
        slot
    }

    /// A partner to come; it gets its identity when all are known, so that they are numbered as the files have them.
    fn open(&mut self, draft: &Keyed<'_>) -> usize {
        self.insert(draft.name.clone(), Partner::new(PartnerId(0), draft.draft.name.clone()))
    }

    fn absorb(&mut self, slot: usize, draft: &Keyed<'_>) {
        if let Some(growing) = self.slots.get_mut(slot) {
            growing.absorb(draft);
        }
        if let Some(namesakes) = self.by_name.get_mut(&draft.name)
            && draft.details().next().is_some()
        {
            namesakes.bare.retain(|other| *other != slot);
            draft.details().for_each(|detail| namesakes.reach(slot, detail));
        }
    }

    /// The partner that `draft` speaks of: one that holds all of it already before one that only could.
    fn find(&self, draft: &Keyed<'_>) -> Option<usize> {
        let namesakes = self.by_name.get(&draft.name)?;
        let sharing = self.sharing(namesakes, draft);
        if !sharing.is_empty() {
            return self.holding(sharing.iter().copied(), draft).or(sharing.first().copied());
        }
        if draft.details().next().is_some() {
            return only(self.in_city(&namesakes.bare, draft));
        }
        let holding = self.holding(self.in_city(&namesakes.all, draft), draft);
        holding.or_else(|| only(self.in_city(&namesakes.all, draft)))
    }

    /// Those that share a detail with `draft`: an address, or something else and no other city.
    fn sharing(&self, namesakes: &Namesakes, draft: &Keyed<'_>) -> Vec<usize> {
        let mut found = Vec::new();
        for detail in draft.details() {
            let Some(slots) = namesakes.by_detail.get(detail) else { continue };
            let anywhere = detail.list == List::Addresses;
            for slot in slots.iter().copied().filter(|slot| anywhere || self.may_be_in(*slot, draft)) {
                if !found.contains(&slot) {
                    found.push(slot);
                }
            }
        }
        found
    }

    fn holding(&self, mut slots: impl Iterator<Item = usize>, draft: &Keyed<'_>) -> Option<usize> {
        slots.find(|slot| self.slots.get(*slot).is_some_and(|growing| growing.holds(draft)))
    }

    fn in_city<'a>(&'a self, slots: &'a [usize], draft: &'a Keyed<'_>) -> impl Iterator<Item = usize> + 'a {
        slots.iter().copied().filter(|slot| self.may_be_in(*slot, draft))
    }

    fn may_be_in(&self, slot: usize, draft: &Keyed<'_>) -> bool {
        self.slots.get(slot).is_some_and(|growing| growing.may_be_in(&draft.city))
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
