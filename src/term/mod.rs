//! The terminal: in, out, and the loop that goes round.

mod chrome;
mod guard;
pub mod legend;
mod input;
mod keys;
mod screen;
mod signals;
mod unlock;

pub use guard::Guard;
pub use screen::{Failure, Options, open};
pub use unlock::{Opened, Start};
