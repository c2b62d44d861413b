//! The sorter alone, on a hundred thousand matters: all of them from scratch, and one that changed, beside a plain sort
//! of as many small keys.

use super::caseload;
use chrono::Days;
use divan::Bencher;
use divan::counter::ItemsCount;
use rumbo::core::change::{Act, Change, Commit, Verb};
use rumbo::core::clinic::Clinic;
use rumbo::core::deadline::{Deadline, Due};
use rumbo::core::id::DeadlineId;
use rumbo::core::urgency::{Moment, rank};
use rumbo::core::world::World;
use std::sync::LazyLock;

/// How many live matters are ordered.
const MATTERS: usize = 100_000;

static WORLD: LazyLock<World> = LazyLock::new(|| matters(MATTERS));

/// The live matters of an invented caseload, taken again and again with other dates until there are so many.
pub fn matters(count: usize) -> World {
    let invented = caseload::world(1_000);
    let mut world = World::default();
    invented.cases().for_each(|case| world.put(case.clone().into()));
    let live: Vec<&Deadline> = invented.deadlines().filter(|deadline| deadline.is_live()).collect();
    let rounds = (0..).flat_map(|round| live.iter().map(move |deadline| (round, *deadline)));
    for (id, (round, deadline)) in (1..).zip(rounds).take(count) {
        let mut deadline = Deadline { id: DeadlineId(id), ..deadline.clone() };
        match &mut deadline.due {
            Due::Day(day) | Due::From(day) | Due::Unset { ask_on: day } => *day = *day + Days::new(round),
            Due::At(appointment) => appointment.local = appointment.local + Days::new(round),
        }
        world.put(deadline.into());
    }
    world
}

pub fn moment() -> Moment {
    let env = caseload::env();
    Moment { now: env.now, today: env.today }
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn all_from_scratch(bencher: Bencher<'_, '_>) {
    let (world, clinic) = (&*WORLD, Clinic::default());
    bencher.counter(ItemsCount::new(MATTERS)).bench_local(|| rank(world, moment(), &clinic));
}

/// A date that moves by a year and back: the longest way through the queue there is.
#[divan::bench(sample_count = 100, sample_size = 20)]
fn one_that_changed(bencher: Bencher<'_, '_>) {
    let (mut world, clinic) = (WORLD.clone(), Clinic::default());
    let mut ranking = rank(&world, moment(), &clinic);
    let id = DeadlineId(world.deadlines().nth(MATTERS / 2).unwrap().id.0);
    let (near, far) = (moment().today + Days::new(2), moment().today + Days::new(400));
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        let before = world.deadline(id).unwrap().clone();
        let due = Due::Day(if turn % 2 == 0 { near } else { far });
        let change = Change::edit(before.clone(), Deadline { due, ..before }).unwrap();
        let act = Act::one(Verb::EditedDeadline, "", "");
        let changes = vec![change];
        world.apply(&Commit { at: moment().now, by: String::new(), act, changes, undoes: None, lost: false });
        ranking.replace(&world, moment(), &clinic, [id]);
    });
}

/// What is held against both: as many pairs of numbers in no order, sorted by the standard library.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn plain_sort(bencher: Bencher<'_, '_>) {
    let mut seed = 7_u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed ^ seed >> 32
    };
    let keys: Vec<(u64, u64)> = (0..MATTERS).map(|_| (next(), next())).collect();
    bencher.counter(ItemsCount::new(MATTERS)).with_inputs(|| keys.clone()).bench_local_values(|mut keys| {
        keys.sort_unstable();
        keys
    });
}
