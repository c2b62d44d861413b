//! Days on which an office is closed, or may be, beside weekends and holidays.
//!
//! Executive orders and Inauguration Day are not in 5 USC 6103(a): whether they lengthen a period is decided by each
//! office, often afterwards. So they are doubts, never holidays, and so is what a clinic hears of a court.

use crate::core::office::Office;
use chrono::{Datelike, NaiveDate, Weekday};

/// A closure that a clinic entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    pub on: NaiveDate,
    pub place: Place,
    /// Known to be no working day, so that periods run over it. What is not certain only warns.
    pub certain: bool,
    /// Where the clinic has it from.
    pub source: String,
}

/// Where an office is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Everywhere,
    /// Every office of the kind.
    At(Office),
    /// One court by its name. A rule does not know where a paper goes, so this can never be more than a doubt.
    Court(String),
}

/// Why a day may be closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Executive departments were closed by this executive order, some only from noon.
    Order(u16),
    /// Inauguration Day in the District of Columbia and around it, where the Board sits (6103(c)).
    Inauguration,
    /// The clinic entered it.
    Reported(Closure),
}

/// Days on which executive departments were closed by order, with the number of the order.
const ORDERS: [(i32, u32, u32, u16); 19] = [
    (2001, 12, 24, 13238),
    (2002, 12, 24, 13281),
    (2003, 12, 26, 13320),
    (2004, 6, 11, 13343),
    (2007, 1, 2, 13421),
    (2007, 12, 24, 13453),
    (2008, 12, 26, 13482),
    (2009, 12, 24, 13523),
    (2012, 12, 24, 13635),
    (2014, 12, 26, 13682),
    (2015, 12, 24, 13713),
    (2018, 12, 5, 13852),
    (2018, 12, 24, 13854),
    (2019, 12, 24, 13900),
    (2020, 12, 24, 13965),
    (2024, 12, 24, 14129),
    (2025, 1, 9, 14133),
    (2025, 12, 24, 14371),
    (2025, 12, 26, 14371),
];

/// Why an office may be closed on a day, by the law alone; `None` asks for no office in particular.
pub(super) fn doubted(day: NaiveDate, office: Option<Office>) -> Option<Doubt> {
    if office == Some(Office::Board) && is_inauguration(day) {
        return Some(Doubt::Inauguration);
    }
    let key = (day.year(), day.month(), day.day());
    ORDERS.iter().find(|(year, month, day, _)| (*year, *month, *day) == key).map(|(.., order)| Doubt::Order(*order))
}

/// 20 January of each fourth year after 1965, or the 21st where that is a Sunday (6103(c)).
fn is_inauguration(day: NaiveDate) -> bool {
    let sunday = day.pred_opt().is_some_and(|before| before.weekday() == Weekday::Sun);
    let date = (day.day() == 20 && day.weekday() != Weekday::Sun) || (day.day() == 21 && sunday);
    day.year() >= 1969 && day.year().rem_euclid(4) == 1 && day.month() == 1 && date
}

impl Closure {
    /// Whether it concerns an office; a closure of one court may concern every court.
    pub fn concerns(&self, office: Option<Office>) -> bool {
        match &self.place {
            Place::Everywhere => true,
            Place::At(there) => office == Some(*there),
            Place::Court(_) => matches!(office, Some(Office::Court | Office::Appeals)),
        }
    }

    /// Whether periods run over the day.
    pub fn is_certain(&self) -> bool {
        self.certain && !matches!(self.place, Place::Court(_))
    }
}
