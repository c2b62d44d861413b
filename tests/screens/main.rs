//! Whole frames, as a person sees them, in both languages and at three sizes; and every size there is, without a panic.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod forms;
mod frames;
mod messages;
mod sizes;
mod world;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rumbo::app::App;
use rumbo::app::msg::{Fact, Message};
use rumbo::app::picker::{Item, Picker, PickerKind, Target};
use rumbo::app::view::{Confirm, Overlay, Page, ViewAct};
use rumbo::commands::form::form;
use rumbo::core::id::{CaseId, DeadlineId, RecordId};
use rumbo::core::pin::{Pin, Way};
use rumbo::core::practice::Practice;
use rumbo::core::step::{Step, StepKind};
use rumbo::locale::Lang;
use rumbo::panes::PaneId;
use rumbo::ui::{Chrome, HelpRow, Hint, Pending, draw};
use tui_input::InputRequest;

fn hint(keys: &str, label: &str) -> Hint {
    Hint { keys: keys.into(), label: label.into() }
}

/// What the loop hands over: a few bindings, as a keymap gives them.
fn chrome(screen: &str) -> Chrome {
    let row = |context: &str, keys: &str, label: &str, replaced: Option<&str>| HelpRow {
        context: context.into(),
        keys: keys.into(),
        label: label.into(),
        replaced: replaced.map(str::to_owned),
    };
    let hints = match screen {
        "form" => vec![hint("ctrl-s", "save"), hint("tab", "next"), hint("esc", "cancel")],
        "confirm" => vec![hint("y", "yes"), hint("n", "no")],
        "filter" | "picker" => vec![hint("enter", "take"), hint("esc", "cancel")],
        _ => vec![hint("a", "add"), hint("c", "done"), hint("w", "why"), hint("t", "timeline"), hint("?", "help")],
    };
    let help = vec![
        row("deadlines", "a", "Add a deadline: by a rule and its trigger, a plain day, or an appointment", None),
        row("deadlines", "c", "Say that it was met", Some("Mark this row, or take its mark away")),
        row("everywhere", "ctrl-p", "Find any case, deadline or partner", None),
        row("everywhere", "f12  !", "Ask for the passphrase again", None),
    ];
    Chrome { hints, help, ..Chrome::default() }
}

/// A screen to look at: how it comes about.
type Screen = (&'static str, fn(&mut App));

/// Every kind of screen there is.
const SCREENS: [Screen; 13] = [
    ("panes", |_| {}),
    ("marks", |app| {
        view(app, ViewAct::MarkToggle);
        view(app, ViewAct::MarkToggle);
    }),
    ("filter", |app| {
        view(app, ViewAct::StartFilter);
        type_in(app, "nunez hear");
    }),
    ("form", |app| {
        let values = [("title", "Letter to court".to_owned()), ("due", "2026-12-01".to_owned())];
        let form = form(&["deadline", "add"], &["R-014"], &values, "R-014".into());
        view(app, ViewAct::Open(Overlay::Form(Box::new(form))));
        view(app, ViewAct::FormRefused(Message::new("expected-day").with("value", "2026-13-01"), Some("due".into())));
    }),
    ("picker", |app| {
        let item = |id, text: &str| Item {
            target: Target::Record(RecordId::Deadline(DeadlineId(id))),
            text: text.into(),
            beside: "deadlines".into(),
        };
        let items = vec![item(1, "R-014 José Núñez Removal hearing"), item(2, "R-007 Answer to a request")];
        view(app, ViewAct::Open(Overlay::Picker(Box::new(Picker::new(PickerKind::Find, items)))));
        type_in(app, "nunez");
    }),
    ("why", |app| view(app, ViewAct::Open(Overlay::Page { page: Page::Why(DeadlineId(1)), scroll: 0 }))),
    ("details", |app| {
        view(app, ViewAct::Open(Overlay::Page { page: Page::Details(RecordId::Case(CaseId(1))), scroll: 0 }));
    }),
    ("blindspots", |app| {
        let picker = rumbo::commands::offers::blind_spots(app);
        view(app, ViewAct::Open(Overlay::Picker(Box::new(picker))));
    }),
    ("help", |app| view(app, ViewAct::Open(Overlay::Page { page: Page::Help, scroll: 0 }))),
    ("forecast", |app| {
        short_day(app);
        view(app, ViewAct::Open(Overlay::Page { page: Page::Forecast, scroll: 0 }));
    }),
    ("line", short_day),
    ("timeline", |app| {
        view(app, ViewAct::OpenTimeline(CaseId(1)));
        app.settle(Fact::Timeline(CaseId(1), world::events()));
    }),
    ("confirm", |app| {
        let question = Message::new("refused-no-case").with("code", "R-014");
        let words = vec!["deadline".into(), "void".into(), "D1".into()];
        view(app, ViewAct::Open(Overlay::Confirm(Confirm { question, words })));
    }),
];

/// Half an hour of casework a day, which is too little for two hours of work, and a row moved by hand.
fn short_day(app: &mut App) {
    app.practice = Practice { day_quarters: 2, ..Practice::default() };
    app.world.put(app.practice.clone().into());
    let mut address = app.world.deadline(DeadlineId(6)).unwrap().clone();
    address.steps = vec![Step { effort_quarters: 7, ..Step::usual("Fill in the form".into(), StepKind::Form) }];
    app.world.put(address.into());
    let (until, reason) = (world::day("2026-11-30"), "she travels on Tuesday".to_owned());
    app.world.put(Pin { deadline: DeadlineId(4), way: Way::Up, until, reason, by: "Ana".into() }.into());
    app.refresh();
}

fn view(app: &mut App, act: ViewAct) {
    app.settle(Fact::View(act));
}

fn type_in(app: &mut App, text: &str) {
    for c in text.chars() {
        view(app, ViewAct::Edit(InputRequest::InsertChar(c)));
    }
}

/// The app on that screen.
fn on(lang: Lang, (w, h): (u16, u16), screen: Screen) -> App {
    let mut app = world::app(lang);
    app.settle(Fact::Resized(w, h));
    screen.1(&mut app);
    app
}

/// What is drawn, as a terminal that keeps every cell.
fn drawn(app: &App, chrome: &Chrome) -> Terminal<TestBackend> {
    let mut terminal = Terminal::new(TestBackend::new(app.view.width, app.view.height)).unwrap();
    terminal.draw(|frame| draw(frame, app, chrome)).unwrap();
    terminal
}

/// The frame as lines of text.
fn text(terminal: &Terminal<TestBackend>) -> String {
    let buffer = terminal.backend().buffer();
    let line = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..buffer.area.height).map(|y| line(y).trim_end().to_owned() + "\n").collect()
}

/// A pending sequence, as the keymap hands it over.
fn pending() -> Chrome {
    let next = vec![hint("g", "first row"), hint("l", "find a letter"), hint("e", "last row")];
    Chrome { pending: Some(Pending { typed: "g".into(), next }), ..chrome("") }
}
