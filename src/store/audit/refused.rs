//! Wrong passphrases: noted in a small plain file, because there is no key then, until the next opening takes them into
//! the audit. It has times and a count, nothing else.

use super::super::error::Error;
use super::super::files;
use chrono::{DateTime, SecondsFormat, Utc};
use std::path::{Path, PathBuf};

/// What its first line says.
const TITLE: &str = "rumbo: wrong passphrases";
/// The most times that are kept beside the first one; the count goes on.
const TIMES: usize = 20;
/// Bytes that are read of it; it has some hundreds.
const LIMIT: usize = 4096;

/// Wrong passphrases since the last opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub count: u32,
    pub first: DateTime<Utc>,
    pub last: DateTime<Utc>,
}

fn place(dir: &Path) -> PathBuf {
    dir.join("unlocks.refused")
}

/// Reads it as far as it makes sense: anybody who can write in the folder may have changed it.
pub fn read(dir: &Path) -> Option<Refused> {
    let (count, times) = parse(&files::read(&place(dir)).ok()??);
    let (first, last) = (times.first()?, times.last()?);
    Some(Refused { count, first: *first, last: *last })
}

fn parse(bytes: &[u8]) -> (u32, Vec<DateTime<Utc>>) {
    let text = String::from_utf8_lossy(bytes.get(..LIMIT).unwrap_or(bytes));
    let time = |line: &str| DateTime::parse_from_rfc3339(line).map(|at| at.to_utc()).ok();
    let times: Vec<DateTime<Utc>> = text.lines().filter_map(time).take(TIMES + 1).collect();
    let said = text.lines().find_map(|line| line.strip_prefix("count ")?.parse::<u32>().ok());
    let least = u32::try_from(times.len()).unwrap_or(u32::MAX);
    (said.unwrap_or(0).max(least), times)
}

/// Takes note of one more.
///
/// # Errors
/// The file system's.
pub fn note(dir: &Path, at: DateTime<Utc>) -> Result<(), Error> {
    let (count, mut times) = files::read(&place(dir))?.map(|bytes| parse(&bytes)).unwrap_or_default();
    times.push(at);
    if times.len() > TIMES {
        times.remove(1);
    }
    let mut text = format!("{TITLE}\ncount {}\n", count.saturating_add(1));
    for at in times {
        text.push_str(&at.to_rfc3339_opts(SecondsFormat::Secs, true));
        text.push('\n');
    }
    files::replace(&place(dir), text.as_bytes())
}

/// They stand in the audit now.
///
/// # Errors
/// The file system's.
pub fn clear(dir: &Path) -> Result<(), Error> {
    files::remove(&place(dir))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    #[test]
    fn counts_on_with_the_first_time_and_the_last() {
        let temp = tempfile::tempdir().unwrap();
        assert_eq!(read(temp.path()), None);
        for second in 0..500 {
            note(temp.path(), at(second)).unwrap();
        }
        assert_eq!(read(temp.path()), Some(Refused { count: 500, first: at(0), last: at(499) }));
        assert!(std::fs::metadata(place(temp.path())).unwrap().len() < 600, "it is bounded");
        clear(temp.path()).unwrap();
        assert_eq!(read(temp.path()), None);
    }

    #[test]
    fn what_somebody_else_wrote_there_does_no_harm() {
        let temp = tempfile::tempdir().unwrap();
        for bytes in [&b""[..], &[0xff; 9000], b"count 99999999999999", b"count 7\nnonsense\n\x1b[2J"] {
            std::fs::write(place(temp.path()), bytes).unwrap();
            assert_eq!(read(temp.path()), None);
        }
        std::fs::write(place(temp.path()), "count 0\n2027-01-15T08:00:00Z\nrubbish\n").unwrap();
        assert_eq!(read(temp.path()), Some(Refused { count: 1, first: at(0), last: at(0) }));
        note(temp.path(), at(9)).unwrap();
        assert_eq!(read(temp.path()), Some(Refused { count: 2, first: at(0), last: at(9) }));
    }
}
