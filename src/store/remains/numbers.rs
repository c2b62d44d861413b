//! A-numbers that nothing opens any more, because what opened them stood in a change that is lost. They are let go, so that
//! nobody is told that they are still kept.

use super::Remains;
use crate::core::a_number::ANumber;
use crate::core::change::Change;
use crate::store::apart::{self, Number};
use crate::store::error::{Error, Flaw};
use crate::store::keys::Keys;

impl Remains {
    /// Opens the number of a case with whichever of the keys that are still proven does.
    ///
    /// # Errors
    /// Damage, if none does; the file system's.
    pub fn open_number(&self, keys: &Keys, number: &ANumber) -> Result<Number, Error> {
        let mut found = None;
        self.replay(0, |_, commit| {
            for key in commit.changes.iter().filter_map(|change| apart::of(change, number.case)) {
                found = apart::try_key(keys, number, &key.key.0).or(found.take());
            }
            Ok(())
        })?;
        found.ok_or_else(|| Flaw::Seal.at("journal", None))
    }

    /// Takes such numbers out of the checkpoint's records, and says in `hurt` whose they were. Where the checkpoint is not
    /// needed, every number came with its key.
    pub(super) fn let_numbers_go(&mut self, keys: &Keys) -> Result<(), Error> {
        let (world, after) = self.start();
        let mut closed: Vec<ANumber> = world.a_numbers().cloned().collect();
        if after == 0 || closed.is_empty() {
            return Ok(());
        }
        self.replay(0, |_, commit| {
            closed.retain(|number| {
                let mut own = commit.changes.iter().filter_map(|change| apart::of(change, number.case));
                !own.any(|key| apart::try_key(keys, number, &key.key.0).is_some())
            });
            Ok(())
        })?;
        let code = |number: &ANumber| world.case(number.case).map(|case| case.code.clone());
        self.hurt.numbers = closed.iter().filter_map(code).collect();
        if let Some((base, _)) = &mut self.base {
            let gone = closed.into_iter().filter_map(|number| Change::of(Some(number.into()), None));
            gone.for_each(|change| base.apply_change(&change));
        }
        Ok(())
    }
}
