//! A household: people whose matters touch each other, each with a case of their own.

use super::id::HouseholdId;
use serde::{Deserialize, Serialize};

/// A household; its members are the cases that name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    pub id: HouseholdId,
    /// A label without names, such as `H-03`.
    pub label: String,
    pub notes: String,
}
