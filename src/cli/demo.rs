//! `rumbo demo`: an invented caseload in a vault that is thrown away, or kept where the person says.

use super::session::Demo;
use super::{Run, files, print, session};
use crate::demo::{Plan, fill};
use crate::error::{Error, from_store};
use crate::store::Store;
use crate::store::folders::{self, Scratch};
use crate::store::keys::Kdf;
use crate::store::vault::{self, Vault};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zeroize::Zeroizing;

/// The passphrase of a throwaway vault; the lock screen of a demo says it.
pub(super) const PASSPHRASE: &str = "demo";

/// How the name of a throwaway folder begins, and its vault's.
const FOLDER: &str = "rumbo-demo-";
pub(super) const VAULT: &str = "vault";

/// Throws a demo's folder away when it goes, and no other.
pub(super) struct Throwaway(pub PathBuf);

impl Drop for Throwaway {
    fn drop(&mut self) {
        let name = self.0.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(FOLDER) {
            drop(folders::remove(&self.0));
        }
    }
}

/// Makes the vault and opens the screen on it.
///
/// # Errors
/// The folder is taken, or the vault cannot be made.
pub fn run(run: &Run, seed: u64, cases: u32, keep: Option<PathBuf>, no_screen: bool) -> Result<ExitCode, Error> {
    if let Some(dir) = keep {
        let passphrase = files::passphrase(run, "cli-new-passphrase")?;
        let vault = make(run, &dir, &passphrase, seed, cases)?;
        if no_screen {
            vault.close().map_err(|error| from_store(&error, &run.locale))?;
            let place = dir.display().to_string();
            let said = run.locale.tn("cli-made", &[("place", place.as_str().into())]);
            print(format!("{said}\n").as_bytes())?;
            return Ok(ExitCode::SUCCESS);
        }
        return session::screen(run, dir, Some(Demo { vault, told: None, folder: None }));
    }
    let folder = Scratch::new(FOLDER).map_err(|error| from_store(&error, &run.locale))?;
    let passphrase = Zeroizing::new(PASSPHRASE.as_bytes().to_vec());
    let dir = folder.path().join(VAULT);
    let vault = make(run, &dir, &passphrase, seed, cases)?;
    session::screen(run, dir, Some(Demo { vault, told: Some(PASSPHRASE), folder: Some(folder.path().to_owned()) }))
}

fn make(run: &Run, dir: &Path, passphrase: &Zeroizing<Vec<u8>>, seed: u64, cases: u32) -> Result<Vault, Error> {
    let store = |error| from_store(&error, &run.locale);
    let now = run.clock.env(crate::core::clinic::Clinic::default().zone).now;
    let plan = Plan { seed, cases: usize::try_from(cases).unwrap_or(usize::MAX), now };
    let mut vault = vault::create(dir, passphrase, Kdf::Test).map_err(store)?;
    let mut head = 0;
    for commit in fill(plan) {
        head = vault.commit(head, &commit).map_err(store)?;
    }
    Ok(vault)
}
