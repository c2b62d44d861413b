//! Everything a person sees: one frame from the app and what the keymap says. Pure; reads only.
//!
//! From the bottom up: head, panes or a timeline, status and hints; forms, pickers, pages and questions over the panes;
//! how a begun key sequence can go on. Every part clips itself, so no size of screen can make one panic.

pub mod chrome;
mod confirm;
mod field;
mod form;
mod grid;
mod head;
mod hints;
pub mod locked;
mod page;
mod painter;
mod picker;
pub mod recovery;
mod revealed;
mod small;
mod status;
mod table;
pub mod theme;
mod timeline;
mod typed;
mod words;

pub use chrome::{Chrome, HelpRow, Hint, Pending};
pub use locked::{Locked, Purpose};
pub use theme::Theme;

use crate::app::App;
use crate::app::layout::{Areas, too_small};
use crate::app::view::Overlay;
use crate::panes::ALL;
use painter::Painter;
use ratatui::Frame;
use std::borrow::Cow;

/// Draws one frame.
pub fn draw(frame: &mut Frame<'_>, app: &App, chrome: &Chrome) {
    let mut p = Painter::new(frame.buffer_mut(), chrome.theme);
    if too_small(p.screen().width, p.screen().height) {
        small::draw(&mut p, app);
    } else {
        layers(&mut p, app, chrome);
    }
    if let Some(at) = p.cursor() {
        frame.set_cursor_position(at);
    }
}

/// How far the page on top can be scrolled, in lines; 0 without one. The loop hands it to the app, which cannot know it.
pub fn page_end(app: &App, chrome: &Chrome) -> usize {
    match app.view.overlays.last() {
        Some(Overlay::Page { page, .. }) => page::end(app, chrome, *page),
        Some(Overlay::Form(_) | Overlay::Picker(_) | Overlay::Confirm(_)) | None => 0,
    }
}

fn layers(p: &mut Painter<'_>, app: &App, chrome: &Chrome) {
    let areas = app.view.areas();
    head::draw(p, p.rect(areas.head), app);
    body(p, app, &areas, &chrome.first);
    status::draw(p, p.rect(areas.status), app);
    hints::draw(p, p.rect(areas.hints), &hints_of(app, chrome));
    let body = p.rect(areas.body);
    for overlay in &app.view.overlays {
        match overlay {
            Overlay::Form(form) => form::draw(p, body, app, form),
            Overlay::Picker(picker) => picker::draw(p, body, app, picker),
            Overlay::Page { page, scroll } => page::draw(p, body, app, chrome, (*page, *scroll)),
            Overlay::Confirm(confirm) => confirm::draw(p, body, app, confirm, &chrome.hints),
        }
    }
    if let Some((case, number)) = &app.view.revealed {
        revealed::draw(p, body, app, *case, number);
    }
    if let Some(pending) = &chrome.pending {
        hints::pending(p, body, app, pending);
    }
}

/// The hints; on a page whose end is in sight, without the one for more of it.
fn hints_of<'a>(app: &App, chrome: &'a Chrome) -> Cow<'a, [Hint]> {
    let scrolled = match app.view.overlays.last() {
        Some(Overlay::Page { scroll, .. }) => *scroll,
        Some(Overlay::Form(_) | Overlay::Picker(_) | Overlay::Confirm(_)) | None => {
            return Cow::Borrowed(&chrome.hints);
        }
    };
    if scrolled < page_end(app, chrome) {
        return Cow::Borrowed(&chrome.hints);
    }
    let more = app.locale.t("hint-move-page");
    Cow::Owned(chrome.hints.iter().filter(|hint| hint.label != more).cloned().collect())
}

fn body(p: &mut Painter<'_>, app: &App, areas: &Areas, first: &str) {
    if let Some(view) = &app.view.timeline {
        return timeline::draw(p, app, view);
    }
    for pane in ALL.iter().filter(|pane| areas.pane(pane.id).w > 0) {
        table::draw(p, app, pane.id, first);
    }
}
