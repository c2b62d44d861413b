//! What is measured: an invented year of so many cases, in memory and in a vault.

use rumbo::app::App;
use rumbo::app::msg::{Env, Fact};
use rumbo::core::world::World;
use rumbo::demo::{Plan, YEAR, fill};
use rumbo::locale::Lang;
use rumbo::store::Store;
use rumbo::store::keys::{Kdf, Passphrase};
use rumbo::store::vault::{self, Vault};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tempfile::TempDir;

/// A clinic's year, and the sizes beyond it.
pub const SIZES: [usize; 3] = [YEAR, 10_000, 100_000];

/// Monday 3 August 2026, nine in the morning in Boston.
pub fn env() -> Env {
    let now = "2026-08-03T13:00:00Z".parse().unwrap();
    Env { now, today: "2026-08-03".parse().unwrap(), interactive: true }
}

fn plan(cases: usize) -> Plan {
    Plan { seed: 1, cases, now: env().now }
}

/// The resident records; invented once for each size.
pub fn world(cases: usize) -> World {
    static INVENTED: Mutex<BTreeMap<usize, World>> = Mutex::new(BTreeMap::new());
    let mut invented = INVENTED.lock().unwrap();
    let world = invented.entry(cases).or_insert_with(|| {
        let mut world = World::default();
        for commit in fill(plan(cases)) {
            world.apply(&commit);
        }
        world
    });
    world.clone()
}

/// A session on a screen of 120 by 40, after its first commit.
pub fn app(cases: usize) -> App {
    let mut app = App::new(world(cases), 1, env(), Lang::En);
    app.settle(Fact::Resized(120, 40));
    app
}

/// The passphrase of every vault here; its key derivation is the cheap one.
pub fn passphrase() -> Passphrase {
    Passphrase::new(b"measured".to_vec())
}

/// Makes a vault below `place` and closes it in order. Returns its folder.
pub fn vault(place: &Path, cases: usize) -> PathBuf {
    let dir = place.join(format!("of-{cases}"));
    let mut vault: Vault = vault::create(&dir, &passphrase(), Kdf::Test).unwrap();
    let mut head = 0;
    for commit in fill(plan(cases)) {
        head = vault.commit(head, &commit).unwrap();
    }
    vault.close().unwrap();
    dir
}

/// A folder for vaults on the disk that the program is built on; `/tmp` may be memory.
pub fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}
