//! Exports on their way out: sealed to all who can open the vault, or plain where the person said so.

use super::backup;
use super::error::Error;
use super::files::Draft;
use super::kit::Kit;
use super::reader::Reader;
use std::io::{BufWriter, Write};
use std::path::Path;

/// How an export leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrap {
    /// In the age format, like a backup.
    Sealed,
    /// Whoever gets it can read it.
    Plain,
}

/// What fills an export.
pub type Fill<'a> = &'a mut dyn FnMut(&mut Reader, &Kit, &mut dyn Write) -> Result<(), Error>;

impl Reader {
    /// Writes an export of mode 0600 as a whole to `file`, which must not be there. A sealed one has beside it what opens it,
    /// as a backup has.
    ///
    /// # Errors
    /// [`Error::Exists`], [`Error::Unsafe`] for a link, [`Error::NoKit`], what `fill` returns, the file system's; nothing
    /// is then at its place.
    pub fn export(&mut self, file: &Path, wrap: Wrap, fill: Fill<'_>) -> Result<(), Error> {
        super::outside::check_free(file)?;
        let mut draft = Draft::outside(file)?;
        let place = draft.path().to_owned();
        let mut out = BufWriter::with_capacity(1 << 16, &mut draft.file);
        self.pour(&mut out, wrap, fill)?;
        out.flush().map_err(Error::io("write", &place))?;
        drop(out);
        if wrap == Wrap::Sealed {
            let kit = self.take_kit()?;
            backup::put_beside(file, &self.maker(&kit)?.carried)?;
            self.keep_kit(kit);
        }
        draft.keep()
    }

    /// Writes an export to whatever is open already, such as standard output.
    ///
    /// # Errors
    /// [`Error::NoKit`], what `fill` returns, the file system's.
    pub fn pour(&mut self, out: &mut dyn Write, wrap: Wrap, fill: Fill<'_>) -> Result<(), Error> {
        let kit = self.take_kit()?;
        match wrap {
            Wrap::Plain => fill(self, &kit, out)?,
            Wrap::Sealed => {
                let io = |error| Error::io("write", Path::new("-"))(error);
                let mut sealing = self.maker(&kit)?.seal(out, false, self.head()).map_err(io)?;
                fill(self, &kit, &mut sealing)?;
                sealing.finish().map_err(io)?;
            }
        }
        self.keep_kit(kit);
        Ok(())
    }
}
