//! `rumbo audit`: who opened the vault, looked at what, changed what, and what left it; proven line by line.

use super::session::{app, reader, run_dir};
use super::{Run, print};
use crate::adapters::text::mark_line;
use crate::commands::args::DayArg;
use crate::core::audit::{Deed, Line};
use crate::core::id::CaseId;
use crate::error::{Error, Kind, from_store};
use crate::panes::audit;
use crate::store::audit::{Audited, set_aside};

/// What of the audit is asked for.
pub struct Asked<'a> {
    pub json: bool,
    /// From this day on, in the clinic's zone.
    pub since: Option<DayArg>,
    /// Code name or number.
    pub case: Option<&'a str>,
    /// Only whether it is whole.
    pub verify: bool,
}

/// Lists the audit, and proves it.
///
/// # Errors
/// No such case; the audit is damaged, after what comes before the damage; an older one was damaged and is set aside.
pub fn list(run: &Run, asked: &Asked<'_>) -> Result<(), Error> {
    let mut reader = reader(run)?;
    let app = app(run, &mut reader)?;
    let case = asked.case.map(|case| find(run, &app, case)).transpose()?;
    let zone = app.clinic.zone;
    let since = asked.since.map(|day| day.on(app.moment.today));
    let (mut out, mut count) = (String::new(), 0_u64);
    let wanted = |line: &Line| {
        since.is_none_or(|since| line.entry.at.with_timezone(&zone).date_naive() >= since)
            && case.is_none_or(|case| line.entry.deed.is_of_all() || line.entry.deed.cases().contains(&case))
    };
    let mut is_after_loss = false;
    let mut list = |line: Line| {
        if !line.is_aside {
            count += 1;
            is_after_loss |= matches!(line.entry.deed, Deed::BeganAfterLoss { .. });
        }
        if !asked.verify && wanted(&line) {
            let text = if asked.json {
                audit::json(&run.locale, zone, &line).to_string()
            } else {
                audit::text(&run.locale, zone, &shown(line))
            };
            out.push_str(&text);
            out.push('\n');
        }
    };
    reader.each_line_aside(&mut list).map_err(|error| from_store(&error, &run.locale))?;
    let read = reader.each_line(&mut list);
    print(out.as_bytes())?;
    read.map_err(|error| from_store(&error, &run.locale))?;
    let aside = set_aside(&run_dir(run)?).map_err(|error| from_store(&error, &run.locale))?;
    if !aside.is_empty() {
        let error = run.refuse(Kind::Damaged, "audit-aside", &[("kept", &aside.join(", "))]);
        return Err(error.hint(run.locale.t("audit-aside-hint")));
    }
    if asked.verify {
        let count = count.to_string();
        if is_after_loss {
            let error = run.refuse(Kind::Damaged, "audit-after-loss", &[]);
            return Err(error.hint(run.locale.tn("audit-after-loss-hint", &[("count", count.into())])));
        }
        return print(format!("{}\n", run.locale.tn("audit-whole", &[("count", count.into())])).as_bytes());
    }
    Ok(())
}

/// The line with what came from outside made harmless: the name of an account, and the words of who asked for a number.
pub(super) fn shown(mut line: Line) -> Line {
    line.who.user = mark_line(&line.who.user);
    if let Deed::Revealed { purpose, .. } = &mut line.entry.deed {
        *purpose = mark_line(purpose);
    }
    line
}

/// A case by its code name, or by its number, which also erased ones keep.
fn find(run: &Run, app: &crate::app::App, case: &str) -> Result<CaseId, Error> {
    let known = app.world.case_by_code(case).map(|case| case.id);
    let numbered = || case.parse().ok().filter(|id| *id < app.world.counters().case());
    known.or_else(numbered).ok_or_else(|| run.refuse(Kind::Refused, "refused-no-case", &[("code", case)]))
}
