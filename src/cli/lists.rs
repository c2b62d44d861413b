//! The panes as tables and as JSON Lines, in the order of the screen.

use super::session::{app, reader};
use super::{Run, print, width};
use crate::app::App;
use crate::commands::offers;
use crate::core::audit::Deed;
use crate::core::id::RecordId;
use crate::core::retention::{Past, past};
use crate::error::{Error, Kind, from_store};
use crate::panes::{self, PaneId, plain, timeline};
use crate::store::Store;

/// The deadline queue.
///
/// # Errors
/// The vault cannot be read.
pub fn queue(run: &Run, json: bool, by_due: bool, why: Option<&str>) -> Result<(), Error> {
    let mut app = app(run, &mut reader(run)?)?;
    app.view.by_due = by_due;
    let mut rows = (panes::pane(PaneId::Deadlines).order)(&app.ctx());
    if rows.is_empty() && why.is_none_or(str::is_empty) {
        nothing(&app, "none-deadlines", json);
        return Ok(());
    }
    let Some(asked) = why else {
        if json {
            return list(&app, PaneId::Deadlines, &rows, json);
        }
        return print_lines(&plain::with_today(&app.ctx(), table(&app, PaneId::Deadlines, &rows)));
    };
    if !asked.is_empty() {
        let wanted = asked.parse().ok().map(RecordId::Deadline);
        rows.retain(|row| Some(*row) == wanted);
        if rows.is_empty() {
            return Err(run.refuse(Kind::Refused, "refused-no-deadline", &[("id", asked)]));
        }
    }
    print_lines(&if json { explained(&app, &rows) } else { reasoned(&app, &rows) })
}

/// Each row with the page behind it, as text.
fn reasoned(app: &App, rows: &[RecordId]) -> Vec<String> {
    let ctx = app.ctx();
    let table = table(app, PaneId::Deadlines, rows);
    let (headings, table) = table.split_first().map_or((Vec::new(), &[][..]), |(first, rest)| (vec![first], rest));
    let mut lines: Vec<String> = headings.into_iter().cloned().collect();
    let mut table = table.iter();
    for row in rows {
        lines.extend(table.next().cloned());
        if let RecordId::Deadline(id) = row {
            lines.extend(panes::why::lines(&ctx, *id).iter().flat_map(|page| plain::page(page, width())));
        }
    }
    lines
}

/// Each row with its arithmetic, as data.
fn explained(app: &App, rows: &[RecordId]) -> Vec<String> {
    let (ctx, pane) = (app.ctx(), panes::pane(PaneId::Deadlines));
    let one = |row: &RecordId| {
        let mut line = (pane.json)(&ctx, *row)?;
        if let (RecordId::Deadline(id), Some(fields)) = (row, line.as_object_mut()) {
            fields.insert("explained".to_owned(), panes::explained::explained(&ctx, *id)?);
        }
        Some(line.to_string())
    };
    rows.iter().filter_map(one).collect()
}

/// What cannot be met with the hours that are set, and the next twelve weeks.
///
/// # Errors
/// The vault cannot be read.
pub fn forecast(run: &Run, json: bool) -> Result<(), Error> {
    let app = app(run, &mut reader(run)?)?;
    let (ctx, forecast, helps) = (app.ctx(), app.forecast(), app.helps());
    if json {
        return print_lines(&[panes::explained::forecast(&ctx, forecast, helps).to_string()]);
    }
    print_lines(&plain::page(&panes::forecast::lines(&ctx, forecast, helps), width()))
}

/// The caseload.
///
/// # Errors
/// The vault cannot be read.
pub fn cases(run: &Run, json: bool) -> Result<(), Error> {
    let app = app(run, &mut reader(run)?)?;
    let rows = (panes::pane(PaneId::Caseload).order)(&app.ctx());
    if rows.is_empty() {
        nothing(&app, "none-cases", json);
        return Ok(());
    }
    list(&app, PaneId::Caseload, &rows, json)
}

/// The partner directory, or what matches a query.
///
/// # Errors
/// The vault cannot be read.
pub fn partners(run: &Run, query: &[String], limit: Option<usize>, json: bool) -> Result<(), Error> {
    let app = app(run, &mut reader(run)?)?;
    let pane = panes::pane(PaneId::Partners);
    let query = query.join(" ");
    let mut rows: Vec<RecordId> = if query.trim().is_empty() {
        (pane.order)(&app.ctx())
    } else {
        let mut index = panes::index(pane, &app.ctx());
        index.find(&query).into_iter().filter_map(|hit| index.key(hit.row)).collect()
    };
    if rows.is_empty() {
        nothing(&app, if query.trim().is_empty() { "none-partners" } else { "none-match" }, json);
        return Ok(());
    }
    rows.truncate(limit.unwrap_or(usize::MAX));
    list(&app, PaneId::Partners, &rows, json)
}

/// Says that there is nothing, beside the output: that stays empty, and data says it by itself.
fn nothing(app: &App, key: &str, json: bool) {
    if !json {
        say!("rumbo: {}", app.locale.t(key));
    }
}

fn list(app: &App, id: PaneId, rows: &[RecordId], json: bool) -> Result<(), Error> {
    let pane = panes::pane(id);
    let ctx = app.ctx();
    let lines: Vec<String> = if json {
        rows.iter().filter_map(|row| (pane.json)(&ctx, *row)).map(|value| value.to_string()).collect()
    } else {
        table(app, id, rows)
    };
    print_lines(&lines)
}

/// The rows of a pane as a table.
fn table(app: &App, id: PaneId, rows: &[RecordId]) -> Vec<String> {
    with_ids(rows, plain::table(&app.ctx(), panes::pane(id), rows, width().saturating_sub(ID)))
}

/// Cells that an identity takes before a row.
const ID: u16 = 7;

/// The rows, each behind the identity that commands take; the heading stays above its columns. A case has its code.
fn with_ids(rows: &[RecordId], lines: Vec<String>) -> Vec<String> {
    let named = rows.iter().all(|row| !matches!(row, RecordId::Case(_)));
    let heads = lines.len().saturating_sub(rows.len());
    let room = usize::from(ID);
    let label =
        |at: usize| at.checked_sub(heads).and_then(|at| rows.get(at)).map(ToString::to_string).unwrap_or_default();
    let id = |at: usize, line: String| if named { format!("{:<room$}{line}", label(at)) } else { line };
    lines.into_iter().enumerate().map(|(at, line)| id(at, line)).collect()
}

fn print_lines(lines: &[String]) -> Result<(), Error> {
    let mut whole = lines.join("\n");
    if !whole.is_empty() {
        whole.push('\n');
    }
    print(whole.as_bytes())
}

/// What is missing rather than late, the gravest first.
///
/// # Errors
/// The vault cannot be read.
pub fn blind_spots(run: &Run, json: bool) -> Result<(), Error> {
    let app = app(run, &mut reader(run)?)?;
    let lines = app.blind_spots.in_order(&app.world, &app.ranking).into_iter().filter_map(|spot| {
        let case = app.world.case(spot.case)?;
        let text = app.locale.missing(&spot.missing, &app.world, app.moment.today);
        let (_, closes) = offers::closing(&spot, &app);
        Some(if json {
            panes::json::blind_spot(case, &spot.missing, &text, &closes).to_string()
        } else {
            format!("{:<8} {text} ({closes})", case.code)
        })
    });
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        nothing(&app, "none-blindspots", json);
        return Ok(());
    }
    print_lines(&lines)
}

/// The closed cases past the clinic's period, the longest first; without a period, how one is set.
///
/// # Errors
/// The vault cannot be read.
pub fn retention(run: &Run, json: bool) -> Result<(), Error> {
    let app = app(run, &mut reader(run)?)?;
    let past = past(&app.world, app.moment.today);
    if json {
        return print_lines(&past.iter().map(|past| panes::json::past(past).to_string()).collect::<Vec<_>>());
    }
    if app.world.retention().is_none() {
        return print_lines(&[app.locale.t("retention-unset").clone()]);
    }
    if past.is_empty() {
        nothing(&app, "none-retention", json);
        return Ok(());
    }
    let line = |past: &Past<'_>| {
        let day = |day| app.locale.day_year(day).into();
        let held = if past.held { "yes" } else { "no" };
        let args = [("closed", day(past.closed)), ("since", day(past.since)), ("held", held.into())];
        format!("{:<8} {}", past.case.code, app.locale.tn("retention-line", &args))
    };
    print_lines(&past.iter().map(line).collect::<Vec<_>>())
}

/// The events of one case, oldest first.
///
/// # Errors
/// No such case, or the vault cannot be read.
pub fn timeline(run: &Run, code: &str, json: bool) -> Result<(), Error> {
    let mut reader = reader(run)?;
    let app = app(run, &mut reader)?;
    let Some(case) = app.world.case_by_code(code) else {
        return Err(run.refuse(Kind::Refused, "refused-no-case", &[("code", code)]));
    };
    super::session::noted(run, &mut reader, Deed::Viewed(case.id));
    let mut events = reader.timeline(case.id).map_err(|error| from_store(&error, &run.locale))?;
    if events.is_empty() {
        nothing(&app, "none-events", json);
        return Ok(());
    }
    events.sort_by_key(|event| (event.at, event.id));
    let ctx = app.ctx();
    let lines: Vec<String> = if json {
        events.iter().map(|event| panes::json::event(&ctx, event).to_string()).collect()
    } else {
        let rows: Vec<_> = events.iter().map(|event| timeline::row(&ctx, event)).collect();
        plain::lines(&app.locale, timeline::COLUMNS, &rows, width())
    };
    print_lines(&lines)
}
