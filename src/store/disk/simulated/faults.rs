//! What goes wrong on a simulated disk, and when.

use std::io::{self, ErrorKind};

/// What a call does to the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Read,
    /// Needs room.
    Grow,
    /// Needs none.
    Change,
    Sync,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The power goes: this call and every later one fails, until the power is cut and comes back.
    PowerOff,
    /// This one call fails.
    Error,
    /// From here on every call fails.
    Errors,
    /// From here on there is no room left.
    Full,
}

/// When what goes wrong.
#[derive(Debug, Default)]
pub struct Plan {
    fault: Option<(Fault, u64)>,
    happened: bool,
    /// Calls so far.
    pub calls: u64,
}

impl Plan {
    pub fn arm(&mut self, fault: Fault, after: u64) {
        (self.fault, self.happened) = (Some((fault, after)), false);
    }

    pub fn disarm(&mut self) -> bool {
        self.fault = None;
        std::mem::take(&mut self.happened)
    }

    pub fn call(&mut self, call: Call) -> io::Result<()> {
        self.calls += 1;
        let Some((fault, left)) = &mut self.fault else { return Ok(()) };
        if *left > 0 {
            *left -= 1;
            return Ok(());
        }
        let error = match fault {
            Fault::Full if call == Call::Grow => ErrorKind::StorageFull.into(),
            Fault::Full => return Ok(()),
            Fault::PowerOff | Fault::Errors => io::Error::other("the simulated disk does not answer"),
            Fault::Error => {
                self.fault = None;
                io::Error::other("the simulated disk had an error")
            }
        };
        self.happened = true;
        Err(error)
    }
}
