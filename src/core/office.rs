//! The offices that papers go to.

use chrono_tz::Tz;

/// Where a paper has to arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Office {
    /// Board of Immigration Appeals.
    Board,
    /// Immigration court.
    Court,
    /// Federal court of appeals.
    Appeals,
    Uscis,
    /// Another part of the Department of Homeland Security.
    Homeland,
}

impl Office {
    /// Every office with its code.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Board, "board"),
        (Self::Court, "court"),
        (Self::Appeals, "appeals"),
        (Self::Uscis, "uscis"),
        (Self::Homeland, "homeland"),
    ];

    /// The zone whose day ends the deadline, where there is only one such office: the Board sits at Falls Church,
    /// Virginia. A court's zone is its own.
    pub fn zone(self) -> Option<Tz> {
        match self {
            Self::Board => Some(Tz::America__New_York),
            Self::Court | Self::Appeals | Self::Uscis | Self::Homeland => None,
        }
    }
}
