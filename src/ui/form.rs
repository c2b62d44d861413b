//! A form: labelled fields, the one in focus, what is wrong and where, and help for it. Scrolls where it is higher than
//! the screen.

use super::painter::{Labels, Painter, centred, width, wrap};
use super::{field, words};
use crate::app::App;
use crate::app::form::{Begun, Field, FieldKind, Form, Known};
use ratatui::layout::Rect;

/// The widest it gets.
const WIDEST: u16 = 96;

/// The widest label, in cells.
const LABEL: u16 = 30;

/// One line of the form.
enum Line {
    Field(usize),
    Error(String),
}

/// All that is to be seen of a form but its help.
struct Lines {
    /// What is wrong with the whole; always in sight.
    pinned: Vec<String>,
    /// The fields, each with what is wrong with it below.
    fields: Vec<Line>,
}

/// Draws the form over `body`.
pub fn draw(p: &mut Painter<'_>, body: Rect, app: &App, form: &Form) {
    let wide = WIDEST.min(body.width);
    let room = wide.saturating_sub(4);
    let lines = lines(app, form, room);
    let help = form.field().map(|field| help(app, form, field, room)).unwrap_or_default();
    // As high as its longest help, so that it stands still while one goes through its fields.
    let longest = form.fields.iter().map(|field| usual(app, form, field, room).len()).max().unwrap_or(0);
    let high = count(lines.pinned.len() + lines.fields.len()).saturating_add(count(longest)).saturating_add(5);
    let area = centred(body, wide, high);
    p.clear(area);
    let (title, note, foot) = labels(app, form);
    let inner = p.panel(area, Labels { title: &title, note: &note, foot: &foot }, true);
    // On a low screen the help gives way to the fields.
    let helped = match inner.height {
        _ if area.height == high => count(longest) + 1,
        8.. => count(help.len()).saturating_add(1).min(inner.height / 3),
        // What is wrong comes before what could be.
        6.. if form.error.is_none() => count(help.len()).saturating_add(1).min(3),
        _ => 0,
    };
    let top = inner.y + u16::from(inner.height > 7);
    let fields = Rect { y: top, height: inner.bottom().saturating_sub(top + helped), ..inner };
    draw_lines(p, fields, app, form, &lines);
    if helped > 0 {
        let y = inner.bottom() - helped;
        p.rule(inner.x, y, inner.width, p.theme.quiet());
        for (y, line) in (y + 1..inner.bottom()).zip(&help) {
            p.put(inner.x + 1, y, room, line, p.theme.quiet());
        }
    }
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// Title with whom it is about, a note while it is being saved, and what the star means.
fn labels(app: &App, form: &Form) -> (String, String, String) {
    let mut title = words::command(&app.locale, &form.path);
    if !form.about.is_empty() {
        title = format!("{title} · {}", form.about);
    }
    let note = if form.submitted { app.locale.t("status-saving") } else { String::new() };
    let any_required = form.fields.iter().any(|field| field.required);
    let foot = if any_required { app.locale.t("form-required") } else { String::new() };
    (title, note, foot)
}

fn lines(app: &App, form: &Form, room: u16) -> Lines {
    let error = form.error.as_ref();
    let text = error.map(|error| format!("! {}", error.message.text(&app.locale))).unwrap_or_default();
    let wrapped = wrap(&text, room);
    let mut fields = Vec::new();
    for at in 0..form.fields.len() {
        fields.push(Line::Field(at));
        if error.is_some_and(|error| error.field == Some(at)) {
            fields.extend(wrapped.iter().cloned().map(Line::Error));
        }
    }
    let whole = error.is_some_and(|error| error.field.is_none());
    Lines { pinned: if whole { wrapped } else { Vec::new() }, fields }
}

/// How many lines are out of sight above, so that the field in focus is near the middle, and all that is wrong with it in
/// sight.
fn skipped(lines: &[Line], focus: usize, page: usize) -> usize {
    let at = lines.iter().position(|line| matches!(line, Line::Field(field) if *field == focus)).unwrap_or(0);
    let wrong = lines.iter().skip(at + 1).take_while(|line| matches!(line, Line::Error(_))).count();
    let middle = at.saturating_sub(page / 2).max((at + wrong + 1).saturating_sub(page));
    middle.min(at).min(lines.len().saturating_sub(page))
}

fn draw_lines(p: &mut Painter<'_>, area: Rect, app: &App, form: &Form, lines: &Lines) {
    // On the lowest screen one field is left.
    let pinned = count(lines.pinned.len()).min(area.height.saturating_sub(1));
    for (y, text) in (area.top()..area.top() + pinned).zip(&lines.pinned) {
        p.put(area.x + 2, y, area.width.saturating_sub(3), text, p.theme.error());
    }
    let area = Rect { y: area.y + pinned, height: area.height - pinned, ..area };
    draw_fields(p, area, app, form, &lines.fields);
}

fn draw_fields(p: &mut Painter<'_>, area: Rect, app: &App, form: &Form, lines: &[Line]) {
    let labels: Vec<String> = form.fields.iter().map(|field| words::label(&app.locale, &form.path, field)).collect();
    let longest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let columns = field::Columns::new(area, longest.min(LABEL).min(area.width * 2 / 5));
    let page = usize::from(area.height);
    let skipped = skipped(lines, form.focus, page);
    for (y, line) in (area.top()..area.bottom()).zip(lines.iter().skip(skipped)) {
        match line {
            Line::Error(text) => {
                p.put(area.x + 2, y, area.width.saturating_sub(3), text, p.theme.error());
            }
            Line::Field(at) => {
                if let (Some(one), Some(label)) = (form.fields.get(*at), labels.get(*at)) {
                    let focused = *at == form.focus && !form.submitted;
                    field::Drawn { app, path: &form.path, field: one, label, focused }.draw(p, &columns, y);
                }
            }
        }
    }
    for (more, y) in [(skipped > 0, area.top()), (skipped + page < lines.len(), area.bottom().saturating_sub(1))] {
        if more {
            p.put(area.right().saturating_sub(1), y, 1, if y == area.top() { "↑" } else { "↓" }, p.theme.strong());
        }
    }
}

/// How many lines the known values of a field take at most.
const KNOWN: usize = 2;

/// The help of the field in focus: what it takes, and the known values that fit what is typed.
fn help(app: &App, form: &Form, field: &Field, room: u16) -> Vec<String> {
    let mut lines = taken(app, form, field, room);
    let fit: Vec<&Known> = field.matching().filter(|_| field.is_typed()).collect();
    let mut listed = Vec::new();
    for shown in 1..=fit.len() {
        let longer = wrap(&list(app, &fit, shown), room);
        if longer.len() > KNOWN {
            break;
        }
        listed = longer;
    }
    lines.extend(listed);
    lines
}

/// The first of the known values in one line, with the number of the others.
fn list(app: &App, fit: &[&Known], shown: usize) -> String {
    let named = |known: &&Known| match known.name.as_str() {
        "" => known.value.clone(),
        name => format!("{} ({name})", known.value),
    };
    let mut pieces: Vec<String> = fit.iter().take(shown).map(named).collect();
    let more = fit.len().saturating_sub(shown);
    if more > 0 {
        pieces.push(app.locale.tn("form-known-more", &[("count", more.into())]));
    }
    pieces.join(" · ")
}

/// The lines to keep free for a field's help.
fn usual(app: &App, form: &Form, field: &Field, room: u16) -> Vec<String> {
    let mut lines = taken(app, form, field, room);
    if !field.known.is_empty() && field.is_typed() {
        lines.extend((0..KNOWN).map(|_| String::new()));
    }
    lines
}

/// What a field takes: its own sentence, how its kind is written, and the choices there are.
fn taken(app: &App, form: &Form, field: &Field, room: u16) -> Vec<String> {
    if let Some(found) = field.sensitive() {
        // More important than what the field takes.
        let what = app.locale.t(&format!("sensitive-{}", found.code()));
        return wrap(&app.locale.tn("lint-typing", &[("what", what.into())]), room);
    }
    let mut text = words::help(&app.locale, &form.path, field).unwrap_or_default();
    if !text.is_empty() && !text.ends_with('.') {
        text.push('.');
    }
    let kind = match &field.kind {
        FieldKind::Date => Some("form-date"),
        FieldKind::LocalTime => Some("form-time"),
        FieldKind::Number => Some("form-number"),
        FieldKind::Choice(_) => Some("form-choice"),
        FieldKind::Toggle => Some("form-toggle"),
        FieldKind::Text if field.many => Some("form-many"),
        FieldKind::Text | FieldKind::Hidden => None,
    };
    if let Some(kind) = kind {
        text = format!("{text} {}", app.locale.t(kind));
    }
    if field.begun == Begun::Proposed {
        text = format!("{text} {}", app.locale.t("form-proposed"));
    }
    if !field.known.is_empty() && field.is_typed() {
        text = format!("{text} {}", app.locale.t("form-known"));
    }
    if let FieldKind::Choice(codes) = &field.kind {
        let names: Vec<String> = codes.iter().map(|code| words::choice(&app.locale, &form.path, field, code)).collect();
        text = format!("{text} {}", names.join(" · "));
    }
    wrap(text.trim(), room)
}
