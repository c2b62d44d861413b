//! Every screen at every size that differs: none panics, and none draws outside (the buffer would).

use super::*;
use rumbo::ui::recovery::{Recovery, Step};
use rumbo::ui::{Locked, Purpose, Theme, locked, page_end, recovery};

/// Small ones one by one, then those around which the layout changes, then large ones.
const WIDTHS: [u16; 22] = [1, 2, 3, 4, 5, 7, 9, 13, 20, 30, 39, 40, 41, 55, 71, 72, 73, 80, 119, 120, 200, 500];
const HEIGHTS: [u16; 21] = [1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 13, 14, 16, 19, 20, 21, 24, 27, 40, 100, 200];

/// Each width with a few heights, and each height with a few widths.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let wide = WIDTHS.into_iter().flat_map(|w| [1, 5, 12, 24].map(|h| (w, h)));
    let high = HEIGHTS.into_iter().flat_map(|h| [1, 20, 40, 80].map(|w| (w, h)));
    wide.chain(high).chain([(500, 200)])
}

#[test]
fn no_size_of_screen_panics() {
    for screen in SCREENS {
        let mut app = on(Lang::Es, (80, 24), screen);
        for (w, h) in sizes() {
            app.settle(Fact::Resized(w, h));
            drawn(&app, &pending());
            page_end(&app, &pending());
        }
    }
}

/// Between a resize and the word of it, the app still believes in the old size.
#[test]
fn a_terminal_of_another_size_than_the_app_believes_does_not_panic() {
    for screen in SCREENS {
        let mut app = on(Lang::En, (80, 24), screen);
        for (w, h) in [(1, 1), (10, 3), (41, 12), (300, 100)] {
            let mut terminal = Terminal::new(TestBackend::new(w, h)).unwrap();
            terminal.draw(|frame| draw(frame, &app, &pending())).unwrap();
            app.settle(Fact::Resized(300, 100));
        }
    }
}

#[test]
fn no_size_panics_before_the_vault_is_open() {
    let locale = rumbo::locale::Locale::new(Lang::Es);
    for (w, h) in sizes() {
        for busy in [false, true] {
            let screen = Locked {
                progress: None,
                purpose: Purpose::Create,
                place: "/a/place".into(),
                typed: vec![0, 400],
                focus: 1,
                error: Some("no".into()),
                busy,
                test_kdf: true,
                demo: true,
                told: Some("demo".into()),
                hints: Vec::new(),
            };
            let mut terminal = Terminal::new(TestBackend::new(w, h)).unwrap();
            terminal.draw(|frame| locked::draw(frame, &screen, Theme::Color, &locale)).unwrap();
        }
        let typed = "006hz".repeat(20).into();
        for step in [Step::Show("006HZ-M9SM6-85755-PT3N0-GA7S8-SADPT-RF8DF-VTQQ4"), Step::TypeBack(&typed)] {
            let screen = Recovery { step, error: Some("no"), hints: Vec::new() };
            let mut terminal = Terminal::new(TestBackend::new(w, h)).unwrap();
            terminal.draw(|frame| recovery::draw(frame, &screen, Theme::Color, &locale)).unwrap();
        }
    }
}

/// What a person wrote may be of any length and any script.
#[test]
fn long_and_wide_texts_stay_in_their_place() {
    let mut app = world::app(Lang::En);
    for record in [RecordId::Case(CaseId(1)), RecordId::Deadline(DeadlineId(1))] {
        let mut record = app.world.record(record).unwrap();
        match &mut record {
            rumbo::core::record::Record::Case(case) => case.name = "漢字 مرحبا e\u{301}\u{301} ".repeat(40),
            rumbo::core::record::Record::Deadline(deadline) => deadline.title = "👩‍👩‍👧 ñ ".repeat(60),
            _ => {}
        }
        app.world.put(record);
    }
    for screen in SCREENS {
        screen.1(&mut app);
        for (w, h) in [(40, 12), (73, 21), (120, 40)] {
            app.settle(Fact::Resized(w, h));
            drawn(&app, &chrome(""));
        }
    }
}
