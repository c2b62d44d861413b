//! What a locked screen comes back to: where the person was, and what lies on top, half-typed forms included. It holds
//! names, so it leaves the process only sealed.

use crate::app::App;
use crate::app::form::Form;
use crate::app::msg::Fact;
use crate::app::picker::{Item, Picker, PickerKind};
use crate::app::place::Place;
use crate::app::view::{Confirm, Overlay, Page, ViewAct};
use crate::commands::{form, offers, palette};
use crate::core::id::{CaseId, RecordId};
use serde::{Deserialize, Serialize};
use tui_input::Input;

/// What is looked at and typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Draft {
    place: Place,
    /// From the bottom up.
    on_top: Vec<OnTop>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum OnTop {
    Form(Box<Form>),
    Picker {
        kind: PickerKind,
        /// Only where they are no list of all there is.
        items: Vec<Item>,
        input: Input,
        cursor: usize,
    },
    Page {
        page: Page,
        scroll: usize,
    },
    Confirm(Confirm),
}

impl Draft {
    /// What is looked at and typed now.
    pub fn of(app: &App) -> Self {
        Self { place: app.place(), on_top: app.view.overlays.iter().map(on_top).collect() }
    }

    /// Brings it back, as far as its records are still there. Returns the case whose events have to be read.
    pub fn bring_back(self, app: &mut App) -> Option<CaseId> {
        let case = self.place.timeline();
        app.settle(Fact::Place(Box::new(self.place)));
        for one in self.on_top {
            if let Some(overlay) = overlay(one, app) {
                app.settle(Fact::View(ViewAct::Open(overlay)));
            }
        }
        case.filter(|case| app.world.case(*case).is_some())
    }
}

fn on_top(overlay: &Overlay) -> OnTop {
    match overlay {
        // What was asked for has been answered by now: a form that is still there was not taken.
        Overlay::Form(form) => OnTop::Form(Box::new(Form { submitted: false, ..(**form).clone() })),
        Overlay::Picker(picker) => OnTop::Picker {
            kind: picker.kind,
            items: match picker.kind {
                PickerKind::Offers | PickerKind::Playbook => picker.items.clone(),
                PickerKind::Find | PickerKind::Palette | PickerKind::BlindSpots => Vec::new(),
            },
            input: picker.input.clone(),
            cursor: picker.cursor,
        },
        Overlay::Page { page, scroll } => OnTop::Page { page: *page, scroll: *scroll },
        Overlay::Confirm(confirm) => OnTop::Confirm(confirm.clone()),
    }
}

/// `None` where its record is gone.
fn overlay(one: OnTop, app: &App) -> Option<Overlay> {
    Some(match one {
        OnTop::Form(mut form) => {
            form::refill(&mut form, app);
            Overlay::Form(form)
        }
        OnTop::Picker { kind, items, input, cursor } => {
            let picker = match kind {
                PickerKind::Find => palette::finder(app),
                PickerKind::Palette => palette::commands(app),
                PickerKind::BlindSpots => offers::blind_spots(app),
                PickerKind::Offers | PickerKind::Playbook => Picker::new(kind, items),
            };
            Overlay::Picker(Box::new(picker.back_at(input, cursor)))
        }
        OnTop::Page { page, scroll } => {
            let there = match page {
                Page::Help | Page::Forecast => true,
                Page::Why(id) => app.world.deadline(id).is_some(),
                Page::Details(id) => is_there(id, app),
            };
            there.then_some(Overlay::Page { page, scroll })?
        }
        OnTop::Confirm(confirm) => Overlay::Confirm(confirm),
    })
}

fn is_there(id: RecordId, app: &App) -> bool {
    app.world.record(id).is_some()
}
