//! The terminal: in, out, and the loop that goes round.

mod copies;
mod draft;
mod glance;
mod guard;
mod handover;
mod idle;
mod input;
mod keys;
mod legend;
mod recovery;
mod screen;
mod secret;
pub mod session;
mod signals;
mod unlock;

pub use copies::failed as copy_failed;
pub use draft::Draft;
pub use guard::Guard;
pub use handover::Handover;
pub use idle::Asked;
pub use screen::{Failure, Options, open, resume};
pub use unlock::{Opened, Start};
