//! The forecast of a session. Of a clinic's year it is made when it is first looked at after a change; of more, a little
//! at a time while nothing else is to be done, so that neither a key nor a commit waits for it.

use super::App;
use crate::core::forecast::{Forecast, Help, Making, help};
use std::sync::OnceLock;

/// Rows of a queue up to which a forecast takes no longer than drawing a frame.
const AT_ONCE: usize = 1_000;

/// What was foreseen since the last change.
#[derive(Default)]
pub struct Foresight {
    making: Option<Making>,
    forecast: OnceLock<Forecast>,
    helps: OnceLock<Vec<Vec<Help>>>,
    /// How many matters could not be met before the last change; `None` where that was never known.
    before: Option<usize>,
}

/// How many matters cannot be met, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmet {
    Counted(usize),
    /// It is being counted again; so many it was before the last change.
    Counting(Option<usize>),
}

impl Foresight {
    /// What is known once something changed.
    #[must_use]
    pub fn after_a_change(&self) -> Self {
        let before = self.forecast.get().map(|forecast| forecast.unmet.len()).or(self.before);
        Self { before, ..Self::default() }
    }
}

impl App {
    /// What the hours lead to: made now, if it is not there yet.
    pub fn forecast(&self) -> &Forecast {
        let make = || Forecast::of(&self.world, &self.ranking, &self.moves, self.moment, &self.practice);
        self.foresight.forecast.get_or_init(make)
    }

    /// What would help each matter that cannot be met, in the order of the forecast.
    pub fn helps(&self) -> &[Vec<Help>] {
        let make = || help(&self.world, &self.ranking, &self.moves, self.moment, &self.practice, self.forecast());
        self.foresight.helps.get_or_init(make)
    }

    /// How many matters cannot be met, without waiting for it.
    pub fn unmet(&self) -> Unmet {
        if self.is_foreseeing() {
            return Unmet::Counting(self.foresight.before);
        }
        Unmet::Counted(self.forecast().unmet.len())
    }

    /// Whether a forecast is still to be made, a little at a time.
    pub fn is_foreseeing(&self) -> bool {
        self.ranking.len() > AT_ONCE && self.foresight.forecast.get().is_none()
    }

    /// Goes on with the forecast a little.
    pub(super) fn foresee(&mut self) {
        let begin = || Making::begin(&self.ranking, &self.moves, self.moment);
        let made = match &mut self.foresight.making {
            Some(making) => making.step(&self.world, &self.ranking, &self.practice),
            making @ None => {
                *making = Some(begin());
                None
            }
        };
        if let Some(forecast) = made {
            self.foresight.forecast.get_or_init(|| forecast);
            self.foresight.making = None;
        }
    }
}
