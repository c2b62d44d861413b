//! Who can open the vault: making one, changing the passphrase, a new recovery key, other people.

use super::args::Person;
use super::{Run, files, print, recovery, session};
use crate::effects;
use crate::error::{Error, Kind, from_store};
use crate::store;
use crate::store::keeper::{Holder, Keeper, Kind as Slot};
use crate::store::keys::{Kdf, Passphrase};
use crate::store::{strength, vault};
use std::path::Path;

/// Makes a vault. A real one gets a recovery key; one with the test key only where a file for it is named.
///
/// # Errors
/// There is one already, the passphrase is weak, the recovery key has nowhere to go, or nobody can be asked.
pub fn init(run: &Run, insecure: bool, recovery_file: Option<&Path>) -> Result<(), Error> {
    let dir = files::vault_dir(run)?;
    match vault::open(&dir) {
        Err(store::Error::Missing(_)) => vault::check_free(&dir).map_err(|error| from_store(&error, &run.locale))?,
        Err(error) => return Err(from_store(&error, &run.locale)),
        Ok(_) => return Err(from_store(&store::Error::Exists(dir.display().to_string()), &run.locale)),
    }
    let wants_recovery = !insecure || recovery_file.is_some();
    // Whoever has neither a file nor a keyboard is told so of the passphrase first; nobody types one in vain.
    if run.args.passphrase_file.is_none() {
        files::check_keyboard(run)?;
    }
    if wants_recovery {
        recovery::check_way(run, recovery_file)?;
    }
    let file = run.args.passphrase_file.as_deref();
    let passphrase = files::checked_passphrase(run, file, &|new| strong(run, insecure, new))?;
    let kept = wants_recovery.then(|| recovery::keep_new(run, recovery_file)).transpose()?;
    let kdf = if insecure { Kdf::Test } else { Kdf::Real };
    let made = vault::create_with(&dir, &passphrase, kept.as_ref().map(|kept| &kept.key), kdf);
    let made = made.map_err(|error| from_store(&error, &run.locale)).inspect_err(|_| {
        if !vault::exists(&dir) {
            kept.iter().for_each(recovery::Kept::forget);
        }
    })?;
    let mut made = made;
    made.enter(session::now(run), &effects::account());
    session::close(run, made)?;
    let place = dir.display().to_string();
    let mut said = vec![run.locale.tn("cli-made", &[("place", place.as_str().into())])];
    said.extend(kept.map(|kept| kept.said(run)));
    if insecure {
        said.push(run.locale.t("cli-test-kdf"));
    }
    print(format!("{}\n", said.join("\n")).as_bytes())
}

/// Refuses a passphrase that is easy to guess.
///
/// # Errors
/// Why it is.
pub fn check(run: &Run, passphrase: &Passphrase) -> Result<(), Error> {
    strength::check(passphrase).map_err(|weak| {
        let error = Error::new(Kind::Usage, crate::error::weak(weak).text(&run.locale));
        error.hint(run.locale.t("weak-hint"))
    })
}

/// Opens the vault to change who can open it.
fn keeper(run: &Run) -> Result<(Keeper, bool), Error> {
    let (keeper, is_test, _) = keeper_and_secret(run)?;
    Ok((keeper, is_test))
}

fn keeper_and_secret(run: &Run) -> Result<(Keeper, bool, Passphrase), Error> {
    let dir = files::vault_dir(run)?;
    let locked = vault::open(&dir).map_err(|error| from_store(&error, &run.locale))?;
    let is_test = locked.is_test_kdf();
    let secret = files::passphrase(run, "cli-present-passphrase")?;
    let keeper = locked.keep(&secret).map_err(|(error, _)| session::refused(run, &dir, &error))?;
    Ok((keeper, is_test, secret))
}

/// Notes in the audit what was changed; where that cannot be, it is said and no more.
fn noted(run: &Run, keeper: &mut Keeper, saved: &Result<bool, store::Error>) {
    if saved.is_err() {
        return;
    }
    if let Err(error) = keeper.note(session::now(run), &effects::account()) {
        say!("rumbo: {}", from_store(&store::Error::NotNoted(error.into()), &run.locale));
    }
}

/// What was done, and whether the second copy of the header still has to follow.
fn done(run: &Run, saved: Result<bool, store::Error>, said: &[String]) -> Result<(), Error> {
    let both = saved.map_err(|error| from_store(&error, &run.locale))?;
    if !both {
        say!("rumbo: {}", run.locale.t("keys-one-copy"));
    }
    print(format!("{}\n", said.join("\n")).as_bytes())
}

fn chosen(run: &Run, is_test: bool, file: Option<&Path>) -> Result<Passphrase, Error> {
    files::checked_passphrase(run, file, &|new| strong(run, is_test, new))
}

/// [`check`], but for a vault that has the cheap key derivation.
fn strong(run: &Run, is_test: bool, new: &Passphrase) -> Result<(), Error> {
    if is_test { Ok(()) } else { check(run, new) }
}

/// Changes the passphrase of whoever asks.
///
/// # Errors
/// The vault is in use or damaged, the present passphrase is wrong, the new one weak.
pub fn passphrase(run: &Run, new_file: Option<&Path>) -> Result<(), Error> {
    let (mut keeper, is_test) = keeper(run)?;
    let new = chosen(run, is_test, new_file)?;
    let saved = keeper.change_passphrase(&new);
    noted(run, &mut keeper, &saved);
    done(run, saved, &[run.locale.t("keys-passphrase-changed"), run.locale.t("keys-older-copies")])
}

/// Makes a new recovery key in the place of the old one.
///
/// # Errors
/// The vault is in use or damaged, the passphrase is wrong, the key has nowhere to go.
pub fn recovery_key(run: &Run, file: Option<&Path>) -> Result<(), Error> {
    let (mut keeper, _) = keeper(run)?;
    recovery::check_way(run, file)?;
    let kept = recovery::keep_new(run, file)?;
    // Where it fails its file stays: nobody can tell from here that it opens nothing.
    let saved = keeper.set_recovery(&kept.key);
    if saved.is_err() {
        let_go(&keeper, &kept);
    }
    noted(run, &mut keeper, &saved);
    done(run, saved, &[kept.said(run), run.locale.t("keys-recovery-changed"), run.locale.t("keys-older-copies")])
}

/// Nobody is to keep a recovery key that opens nothing.
fn let_go(keeper: &Keeper, kept: &recovery::Kept) {
    if !keeper.is_opened_by(&kept.key) {
        kept.forget();
    }
}

/// Seals everything anew under a new key, with a new recovery key.
///
/// # Errors
/// The vault is in use or damaged, the passphrase is not the vault's own, the recovery key has nowhere to go.
pub fn rotate(run: &Run, file: Option<&Path>) -> Result<(), Error> {
    let (mut keeper, _, secret) = keeper_and_secret(run)?;
    let refuse = |error| from_store(&error, &run.locale);
    keeper.dropped().map_err(refuse)?;
    recovery::check_way(run, file)?;
    let kept = recovery::keep_new(run, file)?;
    let rotated = keeper.rotate(&secret, &kept.key, &mut |_, _| {});
    if rotated.is_err() {
        let_go(&keeper, &kept);
    }
    let dropped = rotated.map_err(refuse)?;
    noted(run, &mut keeper, &Ok(true));
    let mut said = vec![kept.said(run), run.locale.t("keys-rotated")];
    said.extend(dropped.iter().map(|label| run.locale.tn("keys-dropped", &[("label", label.as_str().into())])));
    said.push(run.locale.t("keys-older-copies"));
    print(format!("{}\n", said.join("\n")).as_bytes())
}

/// Lets others open the vault, names them, or no longer lets them.
///
/// # Errors
/// The vault is in use or damaged, a passphrase is wrong or weak, no slot of that name or none free.
pub fn person(run: &Run, what: &Person) -> Result<(), Error> {
    let (mut keeper, is_test) = keeper(run)?;
    let refuse = |error| from_store(&error, &run.locale);
    match what {
        Person::Add { label, new_passphrase_file } => {
            keeper.check_new(label).map_err(refuse)?;
            let theirs = chosen(run, is_test, new_passphrase_file.as_deref())?;
            let saved = keeper.add_person(label, &theirs);
            noted(run, &mut keeper, &saved);
            done(run, saved, &[run.locale.tn("keys-person-added", &[("label", label.as_str().into())])])
        }
        Person::Remove { label } => {
            let saved = keeper.remove_person(label);
            noted(run, &mut keeper, &saved);
            let removed = run.locale.tn("keys-person-removed", &[("label", label.as_str().into())]);
            done(run, saved, &[removed, run.locale.t("keys-older-copies")])
        }
        Person::List => {
            let lines: Vec<String> = keeper.holders().map_err(refuse)?.iter().map(|held| line(run, held)).collect();
            print(format!("{}\n", lines.join("\n")).as_bytes())
        }
    }
}

fn line(run: &Run, held: &Holder) -> String {
    let kind = match held.kind {
        Slot::Passphrase => "passphrase",
        Slot::Recovery => "recovery",
        Slot::Person => "person",
    };
    let used = if held.is_self { "yes" } else { "no" };
    let values = [("kind", kind.into()), ("label", held.label.as_str().into()), ("used", used.into())];
    run.locale.tn("keys-holder", &values)
}
