//! Dates as tables have them. A date that could be read two ways is not guessed: a wrong one costs a right.
//!
//! `2026-03-04` is always clear. `3/4/2026` is the fourth of March or the third of April; it is read only if another
//! date of the same file shows the order, such as `3/14/2026`, and no date contradicts that. `3/3/2026` is clear.
//! Years have four digits.

use chrono::NaiveDate;

/// In which order a file writes day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    MonthFirst,
    DayFirst,
    /// No date shows it, or dates contradict each other.
    Unknown,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// Not a date of the calendar in a form that is read.
    Bad,
    /// A date in either order.
    Ambiguous,
}

/// What the dates of a file show of their order.
pub fn order<'a>(texts: impl Iterator<Item = &'a str>) -> Order {
    let (mut month_first, mut day_first) = (false, false);
    for (first, second, year) in texts.filter_map(parts) {
        let valid = |month, day| NaiveDate::from_ymd_opt(year, month, day).is_some();
        match (valid(first, second), valid(second, first)) {
            (true, false) => month_first = true,
            (false, true) => day_first = true,
            (true, true) | (false, false) => {}
        }
    }
    match (month_first, day_first) {
        (true, false) => Order::MonthFirst,
        (false, true) => Order::DayFirst,
        (true, true) | (false, false) => Order::Unknown,
    }
}

/// Reads one date of a file with this order.
///
/// # Errors
/// See [`NoDate`].
pub fn read(text: &str, order: Order) -> Result<NaiveDate, NoDate> {
    if let Ok(date) = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d") {
        return Ok(date);
    }
    let (first, second, year) = parts(text).ok_or(NoDate::Bad)?;
    let month_first = NaiveDate::from_ymd_opt(year, first, second);
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    match (month_first, day_first) {
        (Some(date), None) | (None, Some(date)) => Ok(date),
        (Some(date), Some(other)) if date == other => Ok(date),
        (Some(month_first), Some(day_first)) => match order {
            Order::MonthFirst => Ok(month_first),
            Order::DayFirst => Ok(day_first),
            Order::Unknown => Err(NoDate::Ambiguous),
        },
        (None, None) => Err(NoDate::Bad),
    }
}

/// The three numbers of `3/14/2026`.
fn parts(text: &str) -> Option<(u32, u32, i32)> {
    let mut parts = text.trim().split('/');
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let numbers = [first, second, year].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    (numbers && year.len() == 4 && parts.next().is_none())
        .then(|| Some((first.parse().ok()?, second.parse().ok()?, year.parse().ok()?)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, NoDate> {
        NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDate::Bad)
    }

    #[test]
    fn a_date_that_could_be_two_is_not_guessed() {
        assert_eq!(read("3/4/2026", Order::Unknown), Err(NoDate::Ambiguous));
        assert_eq!(read("3/4/2026", Order::MonthFirst), day(2026, 3, 4));
        assert_eq!(read("3/4/2026", Order::DayFirst), day(2026, 4, 3));
        assert_eq!(read("03/03/2026", Order::Unknown), day(2026, 3, 3));
        assert_eq!(read("14/3/2026", Order::MonthFirst), day(2026, 3, 14));
        assert_eq!(read(" 2026-03-04 ", Order::Unknown), day(2026, 3, 4));
    }

    #[test]
    fn what_is_no_date_is_bad() {
        for text in ["soon", "3/4/26", "2/30/2026", "31/31/2026", "2026-02-30", "3/4", "3/4/2026/1", "-3/4/2026", ""] {
            assert_eq!(read(text, Order::MonthFirst), Err(NoDate::Bad), "{text}");
        }
    }

    #[test]
    fn a_clear_date_shows_the_order_of_its_file() {
        assert_eq!(order(["3/4/2026", "3/14/2026"].into_iter()), Order::MonthFirst);
        assert_eq!(order(["14/3/2026", "2026-01-02"].into_iter()), Order::DayFirst);
        assert_eq!(order(["14/3/2026", "3/14/2026"].into_iter()), Order::Unknown);
        assert_eq!(order(["3/4/2026", "soon"].into_iter()), Order::Unknown);
    }
}
