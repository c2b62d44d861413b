//! What to say of a vault that is damaged, and of what a verification found.

use super::damaged;
use crate::app::msg::Message;
use crate::locale::Locale;
use crate::store::verify::{Finding, What};
use crate::store::{Gap, Hurt};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::path::Path;

/// Where and when it is said.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    pub locale: &'a Locale,
    pub zone: Tz,
    pub today: NaiveDate,
}

impl Here<'_> {
    fn moment(&self, at: DateTime<Utc>) -> String {
        self.locale.date_time(at.with_timezone(&self.zone).naive_local(), self.today)
    }

    fn say(&self, message: &Message) -> String {
        message.text(self.locale)
    }
}

/// What is wrong with a damaged vault, what it lacks, and what helps: one sentence or two a line.
pub fn hurt(hurt: &Hurt, here: Here<'_>) -> Vec<String> {
    let mut lines = vec![here.say(&damaged(&hurt.damage)), here.say(&Message::new("hurt-only-reads"))];
    lines.extend(hurt.gaps.iter().map(|gap| gap_line(gap, here)));
    if hurt.is_mixed {
        lines.push(here.say(&Message::new("hurt-mixed")));
    } else if hurt.gaps.is_empty() {
        lines.push(here.say(&Message::new("hurt-nothing-lacking").with("last", hurt.latest.to_string())));
    } else if let Some((seq, made)) = hurt.last_read {
        let last = Message::new("hurt-last-read").with("seq", seq.to_string()).with("at", here.moment(made));
        lines.push(here.say(&last));
    }
    if !hurt.cases.is_empty() {
        lines.push(here.say(&Message::new("hurt-cases").with("cases", hurt.cases.join(", "))));
    } else if hurt.lost() > 0 {
        lines.push(here.say(&Message::new("hurt-cases-unknown")));
    }
    if !hurt.numbers.is_empty() {
        lines.push(here.say(&Message::new("hurt-numbers").with("cases", hurt.numbers.join(", "))));
    }
    if let Some((place, seq, shown)) = &hurt.copy {
        let copy = Message::new("hurt-copy").with("place", place).with("seq", seq.to_string());
        lines.push(here.say(&copy.with_number("shown", *shown)));
        lines.push(here.say(&Message::new("hurt-copy-command").with("command", restoring(Path::new(place)))));
    }
    lines.push(here.say(&Message::new(if hurt.lost() > 0 { "hurt-todo-lost" } else { "hurt-todo" })));
    lines
}

/// The command that restores one of a vault's own backups into a folder beside the vault, to be typed as it stands.
pub fn restoring(backup: &Path) -> String {
    let vault = backup.parent().and_then(Path::parent).unwrap_or(backup);
    let name = vault.file_name().unwrap_or_default().to_string_lossy();
    let beside = vault.with_file_name(format!("{name}-restored"));
    let (file, beside) = (backup.to_string_lossy(), beside.to_string_lossy());
    format!("rumbo restore {} --vault {}", shell_words::quote(&file), shell_words::quote(&beside))
}

/// The same in a sentence, for the screen.
pub fn short(hurt: &Hurt) -> Message {
    Message::new("hurt-short").with("place", &hurt.damage.place).with_number("unread", hurt.unread())
}

fn gap_line(gap: &Gap, here: Here<'_>) -> String {
    let which = match gap.count() {
        1 => Message::new("hurt-change").with("first", gap.first.to_string()),
        _ => Message::new("hurt-changes").with("first", gap.first.to_string()).with("last", gap.last.to_string()),
    };
    let when = match gap.between {
        (Some(after), Some(before)) => {
            Message::new("hurt-between").with("after", here.moment(after)).with("before", here.moment(before))
        }
        (Some(after), None) => Message::new("hurt-after").with("after", here.moment(after)),
        (None, Some(before)) => Message::new("hurt-before").with("before", here.moment(before)),
        (None, None) => Message::new("hurt-some-time"),
    };
    let key = match (gap.is_covered, gap.is_told) {
        (true, true) => "hurt-gap-kept",
        (true, false) => "hurt-gap-untold",
        (false, _) => "hurt-gap-lost",
    };
    here.say(&Message::new(key).with_said("which", which).with_said("when", when).with_number("count", gap.count()))
}

/// A finding as a line: what, where, since which change.
pub fn finding(finding: &Finding, locale: &Locale) -> String {
    let mut said = Message::new("verify-finding")
        .with("what", finding.what.code())
        .with("place", &finding.place)
        .with("change", finding.seq.map_or_else(String::new, |seq| seq.to_string()))
        .with("since", if finding.seq.is_some() { "yes" } else { "no" });
    said = match finding.what {
        What::Loose(mode) => said.with("number", format!("{mode:o}")),
        What::Mended(changes) => said.with("number", changes.to_string()),
        What::Torn(bytes) => said.with("number", bytes.to_string()),
        _ => said.with("number", ""),
    };
    let flaw = finding.what.flaw().map(|flaw| Message::new("store-flaw").with("flaw", flaw.code()));
    said = match flaw {
        Some(flaw) => said.with("flawed", "yes").with_said("flaw", flaw),
        None => said.with("flawed", "no").with("flaw", ""),
    };
    said.text(locale)
}

/// What to do about a finding.
pub fn todo(finding: &Finding, locale: &Locale) -> String {
    Message::new("verify-todo").with("what", finding.what.code()).text(locale)
}
