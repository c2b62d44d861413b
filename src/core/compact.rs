//! Dates and moments as small integers in the vault, where a year of caseload is read in milliseconds, and as ISO 8601
//! has them in a format that a person can read, such as the JSON of a backup.
//!
//! Used through `#[serde(with = "…")]`; what other programs read (listings, CSV) is written by hand elsewhere.

/// A plain date as days since 1 January of year 1.
pub mod date {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// Writes the day number.
    ///
    /// # Errors
    /// What the format refuses to write.
    pub fn serialize<S: Serializer>(date: &NaiveDate, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() { date.serialize(s) } else { s.serialize_i32(date.num_days_from_ce()) }
    }

    /// Reads the day number.
    ///
    /// # Errors
    /// What the format cannot read, or a value outside the calendar.
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<NaiveDate, D::Error> {
        if d.is_human_readable() {
            return NaiveDate::deserialize(d);
        }
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
        if s.is_human_readable() { date.serialize(s) } else { date.map(|d| d.num_days_from_ce()).serialize(s) }
    }

    /// Reads the day number, if any.
    ///
    /// # Errors
    /// What the format cannot read, or a value outside the calendar.
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Option<NaiveDate>, D::Error> {
        if d.is_human_readable() {
            return Option::deserialize(d);
        }
        Option::<i32>::deserialize(d)?
            .map(|n| NaiveDate::from_num_days_from_ce_opt(n).ok_or_else(|| D::Error::custom("day out of range")))
            .transpose()
    }
}

/// A local date and time, to the second, without a zone.
pub mod local {
    use chrono::{DateTime, NaiveDateTime};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// Writes seconds as if the clock showed UTC.
    ///
    /// # Errors
    /// What the format refuses to write.
    pub fn serialize<S: Serializer>(at: &NaiveDateTime, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() { at.serialize(s) } else { s.serialize_i64(at.and_utc().timestamp()) }
    }

    /// Reads what [`serialize`] wrote.
    ///
    /// # Errors
    /// What the format cannot read, or a value outside the calendar.
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<NaiveDateTime, D::Error> {
        if d.is_human_readable() {
            return NaiveDateTime::deserialize(d);
        }
        let n = i64::deserialize(d)?;
        DateTime::from_timestamp(n, 0).map(|t| t.naive_utc()).ok_or_else(|| D::Error::custom("time out of range"))
    }
}

/// A moment, to the millisecond.
pub mod moment {
    use chrono::{DateTime, SecondsFormat, Utc, serde::ts_milliseconds};
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes milliseconds, or RFC 3339.
    ///
    /// # Errors
    /// What the format refuses to write.
    pub fn serialize<S: Serializer>(at: &DateTime<Utc>, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() {
            return s.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Millis, true));
        }
        ts_milliseconds::serialize(at, s)
    }

    /// Reads what [`serialize`] wrote.
    ///
    /// # Errors
    /// What the format cannot read, or a value outside the calendar.
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<DateTime<Utc>, D::Error> {
        if d.is_human_readable() { DateTime::deserialize(d) } else { ts_milliseconds::deserialize(d) }
    }
}
