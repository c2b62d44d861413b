//! What the screen would show, as plain lines.

use rumbo::app::App;
use rumbo::app::picker::{Item, Picker, Target};
use rumbo::app::view::Overlay;
use rumbo::commands::offers;
use rumbo::core::id::RecordId;
use rumbo::core::rules::How;
use rumbo::panes::counted::Counted;
use rumbo::panes::page::Line;
use rumbo::panes::{self, PaneId, details, forecast, plain, timeline, why};
use rumbo::store::Store;

/// The lines of a question such as `queue`, `case R-014` or `why D1`; `None` if there is no such question.
pub fn answer(app: &App, store: &mut impl Store, word: &str, rest: &str) -> Option<Vec<String>> {
    let details = |id| page(details::lines(&app.ctx(), id));
    Some(match word {
        "queue" => queue(app),
        "forecast" => page(Some(forecast::lines(&app.ctx(), app.forecast(), app.helps()))),
        "cases" => table(app, PaneId::Caseload),
        "partners" => table(app, PaneId::Partners),
        "case" => details(RecordId::Case(app.world.case_by_code(rest).unwrap().id)),
        "deadline" => details(RecordId::Deadline(rest.parse().unwrap())),
        "partner" => details(RecordId::Partner(rest.parse().unwrap())),
        "request" => details(RecordId::Request(rest.parse().unwrap())),
        "date" => date(app, rest),
        "why" => page(why::lines(&app.ctx(), rest.parse().unwrap())),
        "timeline" => events(app, store, rest),
        "blindspots" => picked(&offers::blind_spots(app)),
        "offers" => app.view.overlays.last().map(offered).unwrap_or_default(),
        _ => return None,
    })
}

/// Counts by a rule, as `rumbo date` does.
fn date(app: &App, asked: &str) -> Vec<String> {
    let words: Vec<&str> = asked.split_whitespace().collect();
    let has = |flag: &str| words.contains(&flag);
    let printed = words.iter().position(|word| *word == "--printed").map(|at| words[at + 1].parse().unwrap());
    let rule = app.rules.find(words[0]).unwrap();
    let (trigger, how) = (words[1].parse().unwrap(), How { mailed: has("--mailed"), online: has("--online") });
    let Ok(said) = app.rules.count(rule, trigger, how, printed) else {
        return vec![format!("{}: {}", app.locale.rule_name(rule), app.locale.rule_off(rule))];
    };
    let courier_days = app.clinic.courier_days;
    Counted { rule: Some(rule), trigger, online: how.online, printed, said: &said, courier_days }.lines(&app.locale)
}

/// What the last act put up for choice.
fn offered(overlay: &Overlay) -> Vec<String> {
    if let Overlay::Picker(picker) = overlay { picked(picker) } else { Vec::new() }
}

/// Each row with what stands beside it and the line it runs.
fn picked(picker: &Picker) -> Vec<String> {
    let line = |item: &Item| match &item.target {
        Target::Command(line) => format!("{} ({}): {line}", item.text, item.beside),
        Target::Record(id) => format!("{}: {id}", item.text),
    };
    picker.items.iter().map(line).collect()
}

fn table(app: &App, id: PaneId) -> Vec<String> {
    let (pane, ctx) = (panes::pane(id), app.ctx());
    let rows = (pane.order)(&ctx);
    if rows.is_empty() { Vec::new() } else { plain::table(&ctx, pane, &rows, u16::MAX) }
}

/// The queue with today's line.
fn queue(app: &App) -> Vec<String> {
    let (pane, ctx) = (panes::pane(PaneId::Deadlines), app.ctx());
    let rows = (pane.order)(&ctx);
    if rows.is_empty() { Vec::new() } else { plain::with_today(&ctx, plain::table(&ctx, pane, &rows, u16::MAX)) }
}

fn events(app: &App, store: &mut impl Store, code: &str) -> Vec<String> {
    let case = app.world.case_by_code(code).unwrap().id;
    let events = store.timeline(case).unwrap();
    let ctx = app.ctx();
    let rows: Vec<_> = events.iter().map(|event| timeline::row(&ctx, event)).collect();
    plain::lines(&app.locale, timeline::COLUMNS, &rows, u16::MAX)
}

/// A page as lines: headings in brackets, the rest below them.
pub fn page(lines: Option<Vec<Line>>) -> Vec<String> {
    let lines = lines.into_iter().flatten().map(|line| match line {
        Line::Heading(text) => format!("[{text}]"),
        Line::Text(cell) => format!("  {}", cell.text),
        Line::Pair(label, cell) if label.is_empty() => format!("    {}", cell.text),
        Line::Pair(label, cell) => format!("  {label}: {}", cell.text),
    });
    lines.collect()
}
