//! The sorter alone, on a hundred thousand matters: all of them from scratch, and one that changed, beside a plain sort
//! of as many small keys.

use super::caseload;
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

/// An invented caseload with so many live matters, and no others.
static WORLD: LazyLock<World> = LazyLock::new(|| {
    let all = caseload::world(100_000);
    let mut world = World::default();
    all.cases().for_each(|case| world.put(case.clone().into()));
    let live = all.deadlines().filter(|deadline| deadline.is_live()).take(MATTERS);
    live.for_each(|deadline| world.put(deadline.clone().into()));
    assert_eq!(world.deadlines().len(), MATTERS);
    world
});

fn moment() -> Moment {
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
    let (near, far) = (moment().today + chrono::Days::new(2), moment().today + chrono::Days::new(400));
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        let before = world.deadline(id).unwrap().clone();
        let due = Due::Day(if turn % 2 == 0 { near } else { far });
        let change = Change::edit(before.clone(), Deadline { due, ..before }).unwrap();
        let act = Act::one(Verb::EditedDeadline, "", "");
        let changes = vec![change];
        world.apply(&Commit { at: moment().now, by: String::new(), act, changes, undoes: None });
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
