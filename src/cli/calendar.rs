//! `rumbo export ics`: dates for a calendar. It is never sealed, which is said each time.

use super::session::{app, reader};
use super::{Run, print};
use crate::adapters::ics::{self, Calendar, Event, Standing};
use crate::app::App;
use crate::core::agenda::{self, Entry, Part, Says};
use crate::core::audit;
use crate::core::deadline::Deadline;
use crate::core::id::{CaseId, DeadlineId};
use crate::core::record::Record;
use crate::error::{Error, Kind, from_store};
use crate::store::Store;
use crate::store::outside;
use crate::store::vault::Reader;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Deadlines and days to start by for a calendar; of every case, or of those named.
///
/// # Errors
/// No such case, the vault cannot be read, or the file cannot be written.
pub fn ics(run: &Run, file: Option<&Path>, names: bool, codes: &[String]) -> Result<(), Error> {
    let mut reader = reader(run)?;
    let app = app(run, &mut reader)?;
    let cases = chosen(run, &app, codes)?;
    let gone = gone(run, &app, &mut reader)?;
    let asked = |deadline: &&Deadline| cases.is_empty() || cases.contains(&deadline.case);
    let deadlines = app.world.deadlines().chain(gone.values()).filter(asked);
    let entries = deadlines.flat_map(|deadline| agenda::entries(deadline, app.ranking.get(deadline.id)));
    let events: Vec<Event> = entries.map(|entry| event(&app, &reader, &entry, names)).collect();
    let over = events.iter().filter(|event| event.standing == Standing::Cancelled).count();
    let count = events.len() - over;
    let text = ics::write(&Calendar { made: app.moment.now, sequence: app.head, events });
    let what = if names { audit::Export::CalendarWithNames } else { audit::Export::Calendar };
    super::session::noted(run, &mut reader, audit::Deed::Exported { what, cases: cases.into_iter().collect() });
    let sealed = run.locale.t(if names { "export-not-sealed-names" } else { "export-not-sealed" });
    let Some(file) = file.filter(|file| *file != Path::new("-")) else {
        say!("rumbo: {sealed}");
        return print(text.as_bytes());
    };
    outside::replace(file, text.as_bytes(), ics::is_own).map_err(|error| from_store(&error, &run.locale))?;
    say!("rumbo: {sealed}");
    let place = file.display().to_string();
    let values = [("count", count.into()), ("over", over.into()), ("place", place.into())];
    print(format!("{}\n", run.locale.tn("export-written", &values)).as_bytes())
}

fn chosen(run: &Run, app: &App, codes: &[String]) -> Result<BTreeSet<CaseId>, Error> {
    let find = |code: &String| {
        let case = app.world.case_by_code(code).map(|case| case.id);
        case.ok_or_else(|| run.refuse(Kind::Refused, "refused-no-case", &[("code", code)]))
    };
    codes.iter().map(find).collect()
}

/// Deadlines that were taken back, as they were: a calendar may still have them. The journal is read for them only
/// where a number is missing.
fn gone(run: &Run, app: &App, reader: &mut Reader) -> Result<BTreeMap<DeadlineId, Deadline>, Error> {
    let mut gone = BTreeMap::new();
    let given = app.world.counters().deadline().0 - 1;
    if usize::try_from(given).is_ok_and(|given| given == app.world.deadlines().len()) {
        return Ok(gone);
    }
    let commits = reader.since(0).map_err(|error| from_store(&error, &run.locale))?;
    for change in commits.iter().flat_map(|(_, commit)| &commit.changes) {
        if let (Some(Record::Deadline(deadline)), None) = (change.before(), change.after())
            && app.world.deadline(deadline.id).is_none()
        {
            gone.insert(deadline.id, deadline.as_ref().clone());
        }
    }
    Ok(gone)
}

fn event(app: &App, reader: &Reader, entry: &Entry<'_>, names: bool) -> Event {
    let deadline = entry.deadline;
    let part = Part::ALL.iter().find(|(part, _)| *part == entry.part).map_or("", |(_, code)| code);
    let standing = match entry.says {
        Says::Over => Standing::Cancelled,
        _ if deadline.is_confirmed() => Standing::Confirmed,
        _ => Standing::Unconfirmed,
    };
    let place = deadline.due.appointment().filter(|_| names && entry.says == Says::Appointment);
    Event {
        uid: reader.outside_name(&format!("calendar {} {part}", deadline.id)),
        when: entry.when,
        summary: app.locale.agenda_title(entry, app.world.case(deadline.case), names),
        place: place.map_or_else(String::new, |appointment| appointment.place.clone()),
        standing,
        remind: entry.remind.clone(),
    }
}
