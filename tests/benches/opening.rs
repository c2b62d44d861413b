//! From the accepted passphrase to the ordered queue, the key derivation left out.

use super::caseload::{self, SIZES};
use divan::{Bencher, black_box};
use rumbo::app::App;
use rumbo::core::world::World;
use rumbo::locale::Lang;
use rumbo::store::{Store, vault};

/// Budget: 20 ms for a year, 80 ms for 10,000 cases, 600 ms for 100,000; then 5, 17 and 210.
#[divan::bench(args = SIZES, sample_count = 15, sample_size = 1)]
fn to_the_ordered_queue(bencher: Bencher<'_, '_>, cases: usize) {
    let folder = caseload::folder();
    let dir = caseload::vault(folder.path(), cases);
    // The files lie in the system's memory, as after yesterday's closing; what goes away is let go outside the time.
    bencher.bench_local(|| {
        let locked = vault::open(&dir).unwrap();
        let mut vault = locked.unlock(&caseload::passphrase()).map_err(|(error, _)| error).unwrap();
        let (world, head) = vault.load().unwrap();
        (vault, App::new(world, head, caseload::env(), Lang::En))
    });
}

/// Of that, what comes after the records are there: ranking, counting, the order of each pane.
#[divan::bench(args = SIZES, sample_count = 15, sample_size = 1)]
fn of_that_ordering(bencher: Bencher<'_, '_>, cases: usize) {
    let world = caseload::world(cases);
    let fresh = || -> World { world.clone() };
    bencher.with_inputs(fresh).bench_local_values(|world| App::new(world, 1, caseload::env(), Lang::En));
    black_box(world);
}
