//! The terminal: in, out, and the loop that goes round.

mod guard;
mod input;
mod keys;
mod legend;
mod recovery;
mod screen;
pub mod session;
mod signals;
mod unlock;

pub use guard::Guard;
pub use screen::{Failure, Options, open};
pub use unlock::{Opened, Start};
