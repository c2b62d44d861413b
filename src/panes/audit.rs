//! The audit as lines of text and as JSON. It names nobody: a case stands there with its number, a key with its slot.
//!
//! The JSON of a line: `page` (null for a change that is not in the chain yet), `aside` (of a chain set aside), `at`, `key` (`slot`, `kind`), `user`, `deed`
//! (such as `unlocked`), `text` (the sentence), `cases` (numbers), and where they belong to the deed `change`, `verb`, `count`,
//! `undoes`, `first`, `last`, `slot`, `purpose`, `lost`.

use crate::core::audit::{Deed, Export, Key, KeyChange, Line, Who};
use crate::core::change::Act;
use crate::core::id::CaseId;
use crate::locale::Locale;
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// Cases that are listed by their numbers; of more there is the count.
const LISTED: usize = 6;

/// A line as text, its moment in the clinic's zone.
pub fn text(locale: &Locale, zone: Tz, line: &Line) -> String {
    let at = line.entry.at.with_timezone(&zone).format("%Y-%m-%d %H:%M:%S");
    let aside = if line.is_aside { format!("{} ", locale.t("audit-of-aside")) } else { String::new() };
    format!("{aside}{at}  {}  {}", who(locale, &line.who), deed(locale, zone, &line.entry.deed))
}

/// "key 1 (passphrase), ana".
fn who(locale: &Locale, who: &Who) -> String {
    if who.slot == 0 {
        return locale.t("audit-nobody");
    }
    let named = match who.user.as_str() {
        "" => "no",
        number if number.bytes().all(|byte| byte.is_ascii_digit()) => "number",
        _ => "yes",
    };
    let values = [
        ("slot", who.slot.into()),
        ("kind", kind(who.key).into()),
        ("named", named.into()),
        ("user", who.user.as_str().into()),
    ];
    locale.tn("audit-who", &values)
}

fn kind(key: Key) -> &'static str {
    match key {
        Key::Unknown => "unknown",
        Key::Passphrase => "passphrase",
        Key::Recovery => "recovery",
        Key::Person => "person",
    }
}

fn export(what: Export) -> &'static str {
    match what {
        Export::Calendar => "calendar",
        Export::CalendarWithNames => "calendar-with-names",
        Export::Records => "records",
        Export::WhatWeHold => "what-we-hold",
    }
}

fn key_change(change: KeyChange) -> &'static str {
    match change {
        KeyChange::Passphrase => "passphrase",
        KeyChange::Recovery => "recovery",
        KeyChange::PersonAdded => "person-added",
        KeyChange::PersonRemoved => "person-removed",
        KeyChange::Rotated => "rotated",
    }
}

/// The code of a deed.
pub fn code(deed: &Deed) -> &'static str {
    match deed {
        Deed::Began { .. } => "began",
        Deed::BeganAnew { .. } => "began-anew",
        Deed::BeganAfterLoss { .. } => "began-after-loss",
        Deed::Unlocked { writes: true } => "unlocked",
        Deed::Unlocked { writes: false } => "unlocked-to-read",
        Deed::Refused { .. } => "refused",
        Deed::Locked => "locked",
        Deed::Closed => "closed",
        Deed::Viewed(_) => "viewed",
        Deed::Changed { .. } => "changed",
        Deed::Exported { .. } => "exported",
        Deed::BackedUp { .. } => "backed-up",
        Deed::Restored { .. } => "restored",
        Deed::Keys { .. } => "keys",
        Deed::Revealed { .. } => "revealed",
        Deed::Mended { .. } => "mended",
    }
}

/// What was done, as a sentence.
fn deed(locale: &Locale, zone: Tz, deed: &Deed) -> String {
    let of = cases(locale, deed.cases());
    let said = |values: &[(&str, crate::locale::Value<'_>)]| locale.tn(&format!("audit-{}", code(deed)), values);
    let number = |n: u64| n.to_string().into();
    match deed {
        Deed::Began { after } | Deed::BeganAnew { after } | Deed::BeganAfterLoss { after } => {
            said(&[("change", number(*after))])
        }
        Deed::Unlocked { .. } | Deed::Locked | Deed::Closed => said(&[]),
        Deed::Refused { count, first, last } => {
            let moment = |at: &DateTime<Utc>| locale.date_time_year(at.with_timezone(&zone).naive_local()).into();
            said(&[("count", (*count).into()), ("first", moment(first)), ("last", moment(last))])
        }
        Deed::Viewed(_) => said(&[("of", of.into())]),
        Deed::Changed { seq, verb, count, undoes, .. } => {
            let act = Act { verb: *verb, what: String::new(), case: String::new(), count: *count };
            let act = match undoes {
                Some(undone) => {
                    locale.tn("audit-took-back", &[("act", locale.act(&act).into()), ("change", number(*undone))])
                }
                None => locale.act(&act),
            };
            let text = said(&[("change", number(*seq)), ("act", act.into())]);
            if of.is_empty() { text } else { format!("{text}, {of}") }
        }
        Deed::Exported { what, cases } => {
            let of = if cases.is_empty() { locale.t("audit-all-cases") } else { of };
            said(&[("what", export(*what).into()), ("of", of.into())])
        }
        Deed::BackedUp { change } | Deed::Restored { change } => said(&[("change", number(*change))]),
        Deed::Keys { slot, change } => said(&[("what", key_change(*change).into()), ("slot", (*slot).into())]),
        Deed::Mended { lost } => {
            let lost: Vec<String> = lost.iter().map(|range| span(*range)).collect();
            let any = if lost.is_empty() { "no" } else { "yes" };
            said(&[("any", any.into()), ("lost", lost.join(", ").into())])
        }
        Deed::Revealed { purpose, .. } => said(&[("of", of.into()), ("purpose", purpose.as_str().into())]),
    }
}

/// "5" or "7–9".
fn span((first, last): (u64, u64)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn cases(locale: &Locale, cases: &[CaseId]) -> String {
    if cases.len() > LISTED {
        return locale.tn("audit-so-many-cases", &[("count", cases.len().into())]);
    }
    cases.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A line as data.
pub fn json(locale: &Locale, zone: Tz, line: &Line) -> Value {
    let moment = |at: &DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let Line { page, is_aside, who, entry } = line;
    let mut value = json!({
        "page": page,
        "aside": is_aside,
        "at": moment(&entry.at),
        "key": (who.slot > 0).then(|| json!({ "slot": who.slot, "kind": kind(who.key) })),
        "user": who.user,
        "deed": code(&entry.deed),
        "text": deed(locale, zone, &entry.deed),
        "cases": entry.deed.cases().iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    let more = match &entry.deed {
        Deed::Began { after } | Deed::BeganAnew { after } | Deed::BeganAfterLoss { after } => {
            json!({ "change": after })
        }
        Deed::Refused { count, first, last } => json!({ "count": count, "first": moment(first), "last": moment(last) }),
        Deed::Changed { seq, verb, count, undoes, .. } => {
            json!({ "change": seq, "verb": Locale::verb(*verb), "count": count, "undoes": undoes })
        }
        Deed::Exported { what, .. } => json!({ "what": export(*what) }),
        Deed::BackedUp { change } | Deed::Restored { change } => json!({ "change": change }),
        Deed::Keys { slot, change } => json!({ "what": key_change(*change), "slot": slot }),
        Deed::Mended { lost } => json!({ "lost": lost }),
        Deed::Revealed { purpose, .. } => json!({ "purpose": purpose }),
        Deed::Unlocked { .. } | Deed::Locked | Deed::Closed | Deed::Viewed(_) => json!({}),
    };
    if let (Some(fields), Some(more)) = (value.as_object_mut(), more.as_object()) {
        fields.extend(more.clone());
    }
    value
}
