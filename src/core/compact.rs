//! Dates and moments as small integers in the vault: a year of caseload is read in milliseconds.
//!
//! Used through `#[serde(with = "…")]`; readable formats (JSON, CSV) are written by hand in `adapters`.

/// A plain date as days since 1 January of year 1.
pub mod date {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Writes the day number.
    ///
    /// # Errors
    /// What the format refuses to write.
    pub fn serialize<S: Serializer>(date: &NaiveDate, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_i32(date.num_days_from_ce())
    }

    /// Reads the day number.
    ///
    /// # Errors
    /// What the format cannot read, or a value outside the calendar.
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<NaiveDate, D::Error> {
        let n = i32::deserialize(d)?;
        NaiveDate::from_num_days_from_ce_opt(n).ok_or_else(|| D::Error::custom("day out of range"))
    }
}

/// A plain date that may be missing.
pub mod date_opt {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// Writes the day number, if any.
    ///
    /// # Errors
    /// What the format refuses to write.
    #[allow(clippy::ref_option, reason = "serde's `with` calls it so")]
    pub fn serialize<S: Serializer>(date: &Option<NaiveDate>, s: S) -> Result<S::Ok, S::Error> {
        date.map(|d| d.num_days_from_ce()).serialize(s)
    }

    /// Reads the day number, if any.
    ///
    /// # Errors
    /// What the format cannot read, or a value outside the calendar.
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Option<NaiveDate>, D::Error> {
        Option::<i32>::deserialize(d)?
            .map(|n| NaiveDate::from_num_days_from_ce_opt(n).ok_or_else(|| D::Error::custom("day out of range")))
            .transpose()
    }
}

/// A local date and time, to the second, without a zone.
pub mod local {
    use chrono::{DateTime, NaiveDateTime};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Writes seconds as if the clock showed UTC.
    ///
    /// # Errors
    /// What the format refuses to write.
    pub fn serialize<S: Serializer>(at: &NaiveDateTime, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_i64(at.and_utc().timestamp())
    }

    /// Reads what [`serialize`] wrote.
    ///
    /// # Errors
    /// What the format cannot read, or a value outside the calendar.
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<NaiveDateTime, D::Error> {
        let n = i64::deserialize(d)?;
        DateTime::from_timestamp(n, 0).map(|t| t.naive_utc()).ok_or_else(|| D::Error::custom("time out of range"))
    }
}
