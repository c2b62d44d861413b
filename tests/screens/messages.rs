//! What was said last is never cut: an instruction at its end is the reason for saying it.

use super::*;
use rumbo::app::view::NoticeKind;

/// The grave ones, with values as long as they come.
fn grave() -> Vec<Message> {
    let hurt = |unread| Message::new("hurt-short").with("place", "journal/000001.log").with_number("unread", unread);
    vec![
        hurt(0),
        hurt(12),
        Message::new("refused-only-reads"),
        Message::new("notice-audit-damaged").with("place", "audit/000001").with("kept", "audit.set-aside.1"),
        Message::new("refused-held")
            .with("case", "R-014")
            .with("by", "Dana Ruiz")
            .with("reason", "asked for by a court"),
        Message::new("erased-remains"),
    ]
}

/// The words on the screen without its frames.
fn words(frame: &str) -> String {
    let words = frame.split(|c: char| c.is_whitespace() || "┃│━─┏┓┗┛┌┐└┘".contains(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_grave_message_is_whole_and_the_selected_row_stays_in_sight() {
    for (lang, _) in Lang::ALL {
        for size in [(80, 24), (80, 20), (100, 30), (40, 12)] {
            for screen in SCREENS.into_iter().filter(|(name, _)| ["panes", "timeline", "form", "why"].contains(name)) {
                for message in grave() {
                    let mut app = on(lang, size, screen);
                    view(&mut app, ViewAct::Move(rumbo::app::list::Step::Last));
                    app.settle(Fact::Failed(message.clone()));
                    let frame = text(&drawn(&app, &chrome(screen.0)));
                    let said = message.text(&app.locale);
                    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
                    assert!(words(&frame).contains(&format!("! {said}")), "{said}\n{frame}");
                    assert!(!["panes", "timeline"].contains(&screen.0) || frame.contains("┃> "), "{frame}");
                    assert!(frame.lines().count() == usize::from(size.1), "{frame}");
                    assert_eq!(app.view.notice.as_ref().unwrap().kind, NoticeKind::Refused);
                }
            }
        }
    }
}

#[test]
fn a_short_message_takes_one_line_and_the_lists_come_back() {
    let mut app = on(Lang::Es, (80, 24), SCREENS[0]);
    let usual = app.view.areas();
    app.settle(Fact::Failed(grave().remove(0)));
    assert!(app.view.areas().status.h > 1 && app.view.areas().body.h < usual.body.h);
    view(&mut app, ViewAct::Move(rumbo::app::list::Step::By(1)));
    assert_eq!(app.view.areas(), usual);
    app.settle(Fact::Failed(Message::new("refused-nothing-to-undo")));
    assert_eq!(app.view.areas(), usual);
}

#[test]
fn more_of_a_page_is_offered_only_where_there_is_more() {
    for (lang, _) in Lang::ALL {
        let offered = |size, scroll| {
            let mut app = on(lang, size, SCREENS[0]);
            view(&mut app, ViewAct::Open(Overlay::Page { page: Page::Details(RecordId::Case(CaseId(1))), scroll }));
            let more = app.locale.t("hint-move-page");
            let chrome = Chrome { hints: vec![hint("space", &more), hint("esc", "close")], ..chrome("") };
            let frame = text(&drawn(&app, &chrome));
            let last = frame.lines().last().unwrap().to_owned();
            assert!(last.contains("esc close"), "{frame}");
            last.contains(&format!("space {more}"))
        };
        assert!(offered((40, 12), 0), "a case in full is longer than that");
        assert!(!offered((40, 12), 500), "its end is in sight");
        assert!(!offered((120, 80), 0), "all of it is in sight");
    }
}
