//! A case's timeline: who it is, a strip to scale, the events, and the selected one in full.

use super::grid::{Grid, Look};
use super::painter::{Labels, Painter, wrap};
use crate::app::App;
use crate::app::layout::timeline as parts;
use crate::app::timeline::TimelineView;
use crate::core::case::Case;
use crate::panes::{self, strip::Strip};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the timeline in the screen's body.
pub fn draw(p: &mut Painter<'_>, app: &App, view: &TimelineView) {
    let body = app.view.areas().body;
    let case = app.world.case(view.case);
    let (title, note) = (title(app, case), note(app, view));
    p.panel(
        p.rect(body),
        Labels { title: &title, note: &note, foot: &foot_label(app, view) },
        app.view.overlays.is_empty(),
    );
    let parts = parts(body);
    let head = p.rect(parts.head);
    if let Some(case) = case {
        for (y, line) in (head.top()..head.bottom()).zip(facts(app, case)) {
            p.put(head.x + 1, y, head.width.saturating_sub(2), &line, Style::new());
        }
    }
    strip(p, p.rect(parts.strip), app, view);
    events(p, p.rect(parts.headings), p.rect(parts.events), app, view);
    whole_event(p, p.rect(parts.foot), app, view);
}

fn title(app: &App, case: Option<&Case>) -> String {
    let code = case.map_or("", |case| case.code.as_str());
    let name = case.filter(|_| !app.view.blur).map_or("", |case| case.name.as_str());
    let title = app.locale.tn("timeline-title", &[("code", code.into())]);
    if name.is_empty() { title } else { format!("{title} · {name}") }
}

/// How many events, which kinds, in which order.
fn note(app: &App, view: &TimelineView) -> String {
    let order = app.locale.t(if view.newest_first { "timeline-newest" } else { "timeline-oldest" });
    let count = app.locale.tn("timeline-count", &[("count", view.rows.len().into())]);
    if view.kinds.is_empty() {
        return format!("{count} · {order}");
    }
    let kinds: Vec<&str> = view.kinds.iter().map(|kind| app.locale.event_kind(*kind)).collect();
    let only = app.locale.tn("timeline-only", &[("kinds", kinds.join(", ").into())]);
    format!("{count} · {only} · {order}")
}

fn foot_label(app: &App, view: &TimelineView) -> String {
    let page = app.view.areas().timeline_rows();
    match view.rows.len().saturating_sub(view.offset.saturating_add(page)) {
        0 => String::new(),
        below => app.locale.tn("list-below", &[("count", below.into())]),
    }
}

/// What one has to know before calling: matter, language, representative; what is next; how to reach them safely.
fn facts(app: &App, case: &Case) -> Vec<String> {
    let locale = &app.locale;
    let mut who: Vec<String> = case.needs.iter().map(|need| locale.need(*need).to_owned()).collect();
    if !case.language.is_empty() {
        let how = locale.interpreter(case.interpreter).into();
        who.push(if case.interpreter.is_needed() {
            locale.tn("timeline-interpreter", &[("language", case.language.as_str().into()), ("how", how)])
        } else {
            case.language.clone()
        });
    }
    let phone = case.representative().map_or("", |person| person.phone.as_str());
    let name = locale.representation(&case.representation);
    who.push(locale.tn("timeline-representative", &[("name", format!("{name} {phone}").trim_end().into())]));
    let mut facts = vec![who.join(" · "), next_action(app, case)];
    if let Some(contact) = case.safe_contact.as_ref().filter(|_| !app.view.blur) {
        let message = locale.t(if contact.leave_message { "contact-message-yes" } else { "contact-message-no" });
        let words = [contact.channel.as_str(), contact.hours.as_str(), contact.name_to_use.as_str(), message.as_str()];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        facts.push(locale.tn("timeline-contact", &[("how", words.join(" · ").into())]));
    }
    facts
}

fn next_action(app: &App, case: &Case) -> String {
    if !case.is_open() {
        return app.locale.case_status(&case.status, app.moment.today);
    }
    match &case.next_action {
        None => format!("! {}", app.locale.t("case-no-next-action")),
        Some(action) => app.locale.tn(
            "timeline-next",
            &[
                ("what", action.what.as_str().into()),
                ("owner", action.owner.as_str().into()),
                ("day", app.locale.day(action.on, app.moment.today).into()),
            ],
        ),
    }
}

fn strip(p: &mut Painter<'_>, area: Rect, app: &App, view: &TimelineView) {
    let ctx = app.ctx();
    let strip = Strip::new(&ctx, view.case, &view.events, area.width.saturating_sub(2));
    for (y, line) in (area.top()..area.bottom()).zip(strip.lines(&ctx)) {
        let pieces: Vec<(&str, Style)> =
            line.iter().map(|cell| (cell.text.as_str(), p.theme.tone(cell.tone))).collect();
        p.put_all(area.x + 1, y, area.width.saturating_sub(2), &pieces);
    }
}

fn events(p: &mut Painter<'_>, headings: Rect, area: Rect, app: &App, view: &TimelineView) {
    let grid = Grid::new((panes::timeline::COLUMNS, panes::timeline::BAR), area.width, view.filter.value());
    grid.headings(p, &app.locale, headings);
    let rows = view.rows.iter().enumerate().skip(view.offset);
    for (y, (at, row)) in (area.top()..area.bottom()).zip(rows) {
        if let Some(event) = view.events.get(*row) {
            let look = Look { selected: at == view.cursor, marked: false };
            grid.row(p, Rect { y, height: 1, ..area }, &panes::timeline::row(&app.ctx(), event), look);
        }
    }
    if view.rows.is_empty() {
        let key = match (view.loaded, view.events.is_empty()) {
            (false, _) => "timeline-reading",
            (true, true) => "timeline-empty",
            (true, false) => "list-no-match",
        };
        p.put(area.x + 2, area.y, area.width.saturating_sub(3), &app.locale.t(key), p.theme.quiet());
    }
}

fn whole_event(p: &mut Painter<'_>, area: Rect, app: &App, view: &TimelineView) {
    let Some(event) = view.selected().filter(|_| area.height > 1) else { return };
    p.rule(area.x, area.y, area.width, p.theme.quiet());
    let lines = wrap(&app.locale.event_text(event), area.width.saturating_sub(2));
    for (y, line) in (area.y + 1..area.bottom()).zip(&lines) {
        p.put(area.x + 1, y, area.width.saturating_sub(2), line, Style::new());
    }
}
