//! The forecast of a session: made when it is first looked at after a change, and kept until the next.

use super::App;
use crate::core::forecast::{Forecast, Help, help};
use std::sync::OnceLock;

/// What was foreseen since the last change.
#[derive(Debug, Default)]
pub struct Foresight {
    forecast: OnceLock<Forecast>,
    helps: OnceLock<Vec<Vec<Help>>>,
}

impl App {
    /// What the hours lead to.
    pub fn forecast(&self) -> &Forecast {
        let make = || Forecast::of(&self.world, &self.ranking, &self.moves, self.moment, &self.practice);
        self.foresight.forecast.get_or_init(make)
    }

    /// What would help each matter that cannot be met, in the order of the forecast.
    pub fn helps(&self) -> &[Vec<Help>] {
        let make = || help(&self.world, &self.ranking, &self.moves, self.moment, &self.practice, self.forecast());
        self.foresight.helps.get_or_init(make)
    }
}
