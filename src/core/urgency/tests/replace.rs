//! A queue kept in order change by change is the queue made anew.

use super::super::rank;
use super::super::standing::{Clock, Place, Standing};
use super::fixture::*;
use super::sample::*;
use crate::core::change::{Act, Change, Commit, Verb};
use crate::core::clinic::Clinic;
use crate::core::deadline::Deadline;
use crate::core::id::DeadlineId;
use crate::core::practice::Weights;
use crate::core::world::World;
use proptest::prelude::*;

fn place(matter: &Deadline) -> Place {
    Standing::of(matter, &mut Clock::new(noon(TODAY)), &Clinic::default(), Weights::default()).place()
}

/// Changes a deadline, adds it, or takes it away.
fn apply(world: &mut World, id: DeadlineId, after: Option<Deadline>) {
    let before = world.deadline(id).cloned();
    let change = match (before, after) {
        (Some(before), Some(after)) => Change::edit(before, after),
        (None, Some(after)) => Some(Change::add(after)),
        (Some(before), None) => Some(Change::remove(before)),
        (None, None) => None,
    };
    let act = Act::one(Verb::EditedDeadline, "", "");
    let changes = change.into_iter().collect();
    world.apply(&Commit { at: noon(TODAY).now, by: String::new(), act, changes, undoes: None, lost: false });
}

#[test]
fn replaced_is_ranked_anew() {
    let change = || (1_u32..20, prop::option::weighted(0.8, any_matter(0)));
    let acts = || prop::collection::vec(prop::collection::vec(change(), 1..4), 1..12);
    check("a queue kept in order", (caseload(), acts()), |(matters, acts)| {
        let reach = pairs_within_reach(day(TODAY), &matters);
        let (mut world, clinic) = (world(matters), Clinic::default());
        let mut kept = rank(&world, noon(TODAY), &clinic);
        for act in acts {
            let touched: Vec<DeadlineId> = act.iter().map(|(id, _)| DeadlineId(*id)).collect();
            for (id, after) in act {
                let id = DeadlineId(id);
                apply(&mut world, id, after.map(|matter| Deadline { id, ..matter }));
            }
            kept.replace(&world, noon(TODAY), &clinic, touched);
            let anew = rank(&world, noon(TODAY), &clinic);
            prop_assert_eq!(&kept, &anew);
            for (place, row) in anew.rows().enumerate() {
                prop_assert_eq!((kept.place(row.id), kept.get(row.id)), (Some(place), Some(row)));
                prop_assert_eq!(kept.at(place), Some(row));
            }
            prop_assert_eq!(kept.len(), anew.len());
            prop_assert_eq!(kept.work_len(), anew.rows().filter(|row| crate::core::pin::is_work(row)).count());
        }
        Ok(reach)
    });
}

#[test]
fn the_queue_is_sorted_by_its_places() {
    check("sorted by place", caseload(), |matters| {
        let ranking = rank(&world(matters.clone()), noon(TODAY), &Clinic::default());
        let mut places: Vec<(Place, u32)> = matters.iter().map(|matter| (place(matter), matter.id.0)).collect();
        places.sort_unstable();
        prop_assert_eq!(ids(&ranking), places.iter().map(|(_, id)| *id).collect::<Vec<_>>());
        for pair in places.windows(2) {
            prop_assert!(pair[0].0.prefix() <= pair[1].0.prefix(), "{:#?}", pair);
        }
        Ok(pairs_within_reach(day(TODAY), &matters))
    });
}
