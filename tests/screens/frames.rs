//! The frames themselves. A changed one is looked at and taken over with `cargo insta review`.

use super::*;
use ratatui::style::Modifier;
use rumbo::ui::recovery::{Recovery, Step};
use rumbo::ui::{Locked, Purpose, Theme, locked, recovery};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

#[test]
fn every_screen_in_both_languages_at_three_sizes() {
    for (lang, code) in Lang::ALL {
        for screen in SCREENS {
            let frames = SIZES.map(|size| text(&drawn(&on(lang, size, screen), &chrome(screen.0))));
            insta::assert_snapshot!(format!("{}_{code}", screen.0), frames.join("\n"));
        }
    }
}

#[test]
fn a_begun_sequence_shows_how_it_can_go_on() {
    insta::assert_snapshot!(text(&drawn(&on(Lang::En, (80, 24), SCREENS[0]), &pending())));
}

#[test]
fn an_empty_vault_says_which_key_opens_the_first_case() {
    for (lang, words) in [
        (Lang::En, "nothing here yet: A opens the first case"),
        (Lang::Es, "todavía no hay nada: A abre el primer caso"),
    ] {
        let mut app = App::new(rumbo::core::world::World::default(), 0, world::moment(), lang);
        let chrome = Chrome { first: "A".into(), ..chrome("") };
        for pane in [PaneId::Deadlines, PaneId::Caseload] {
            app.settle(Fact::Resized(80, 24));
            view(&mut app, ViewAct::Focus(pane));
            assert!(text(&drawn(&app, &chrome)).contains(words), "{}", text(&drawn(&app, &chrome)));
        }
        view(&mut app, ViewAct::Focus(PaneId::Partners));
        assert!(text(&drawn(&app, &chrome)).contains(&app.locale.t("list-empty")));
    }
}

#[test]
fn before_the_vault_is_open() {
    let unlock = Locked {
        purpose: Purpose::Unlock,
        place: "/home/ana/.local/share/rumbo".into(),
        typed: vec![7],
        focus: 0,
        error: Some("That passphrase does not open this vault.".into()),
        busy: false,
        progress: None,
        test_kdf: true,
        demo: true,
        told: Some("demo".into()),
        hints: vec![hint("enter", "open"), hint("ctrl-q", "leave")],
    };
    let create = Locked {
        purpose: Purpose::Create,
        typed: vec![30, 3],
        focus: 1,
        error: None,
        test_kdf: false,
        demo: false,
        told: None,
        ..unlock.clone()
    };
    let busy = Locked { busy: true, error: None, ..unlock.clone() };
    for (lang, code) in Lang::ALL {
        let locale = rumbo::locale::Locale::new(lang);
        let frames: Vec<String> = [
            (&unlock, (80, 24)),
            (&create, (80, 24)),
            (&create, (40, 12)),
            (&busy, (40, 12)),
            (&unlock, (40, 10)),
            (&create, (40, 10)),
        ]
        .into_iter()
        .map(|(screen, (w, h))| {
            let mut terminal = Terminal::new(TestBackend::new(w, h)).unwrap();
            terminal.draw(|frame| locked::draw(frame, screen, Theme::Mono, &locale)).unwrap();
            text(&terminal)
        })
        .collect();
        insta::assert_snapshot!(format!("locked_{code}"), frames.join("\n"));
    }
}

#[test]
fn a_screen_too_small_says_so_and_stays_a_demo() {
    let mut app = on(Lang::En, (39, 11), SCREENS[0]);
    insta::assert_snapshot!(text(&drawn(&app, &Chrome::default())), @r"
    DEMO
    rumbo needs a screen of 40 × 12 at
    least; this one is 39 × 11.
    ");
    app.settle(Fact::Resized(12, 3));
    assert!(text(&drawn(&app, &Chrome::default())).starts_with("DEMO\n"));
}

#[test]
fn every_frame_of_a_demo_says_so() {
    for screen in SCREENS {
        for size in SIZES {
            let frame = text(&drawn(&on(Lang::Es, size, screen), &Chrome::default()));
            assert!(frame.lines().next().unwrap().contains("DEMO"), "{} {size:?}", screen.0);
        }
    }
}

#[test]
fn a_vault_with_a_test_key_says_so_on_every_size() {
    for size in SIZES {
        let mut app = on(Lang::En, size, SCREENS[0]);
        app.test_kdf = true;
        app.clinic.demo = false;
        let frame = text(&drawn(&app, &Chrome::default()));
        assert!(frame.lines().next().unwrap().contains("TEST"), "{frame}");
    }
}

#[test]
fn names_hidden_are_on_no_screen() {
    for screen in SCREENS.into_iter().filter(|(name, _)| !["picker", "filter"].contains(name)) {
        let mut app = on(Lang::En, (120, 40), screen);
        view(&mut app, ViewAct::ToggleBlur);
        let frame = text(&drawn(&app, &Chrome::default()));
        for name in ["José", "Úcles", "Marie", "Pepe"] {
            // What somebody wrote into a note is theirs to keep code names in.
            let said = frame.lines().filter(|line| !line.contains("Pepe answered"));
            assert!(said.into_iter().all(|line| !line.contains(name)), "{}: {frame}", screen.0);
        }
    }
}

#[test]
fn without_colour_no_cell_has_one_and_the_selected_row_has_its_marker() {
    let app = on(Lang::En, (120, 40), SCREENS[0]);
    let mono = drawn(&app, &Chrome { theme: Theme::Mono, ..Chrome::default() });
    let colour = drawn(&app, &Chrome::default());
    let cells = &mono.backend().buffer().content;
    assert!(cells.iter().all(|cell| cell.fg == ratatui::style::Color::Reset && cell.bg == cell.fg));
    assert_eq!(text(&mono), text(&colour));
    assert!(text(&mono).contains("┃> !! escalate"));
    assert!(cells.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)));
}

#[test]
fn letters_that_a_filter_matched_are_shown() {
    let app = on(Lang::En, (120, 40), SCREENS[2]);
    let terminal = drawn(&app, &Chrome::default());
    let buffer = terminal.backend().buffer();
    let matched = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED);
    let letters: String = buffer.content.iter().filter(matched).map(ratatui::buffer::Cell::symbol).collect();
    assert_eq!(letters, "hear");
}

#[test]
fn the_terminal_s_cursor_stands_where_the_person_is() {
    let at = |screen: usize| {
        let mut terminal = drawn(&on(Lang::En, (80, 24), SCREENS[screen]), &Chrome::default());
        let at = terminal.get_cursor_position().unwrap();
        let line = text(&terminal).lines().nth(usize::from(at.y)).unwrap().to_owned();
        (at.x, line)
    };
    let (x, line) = at(0);
    assert_eq!(line.chars().nth(usize::from(x)), Some('>'));
    let (x, line) = at(2);
    assert_eq!((usize::from(x), line.as_str()), (line.chars().count(), " filter: nunez hear"));
    let (x, line) = at(3);
    assert!(line.starts_with("┃> due"), "{line}");
    assert_eq!(line.chars().take(usize::from(x)).collect::<String>().trim_end().chars().last(), Some('1'));
}

#[test]
fn moving_the_cursor_draws_two_rows_and_the_line_about_them() {
    let mut app = on(Lang::En, (120, 40), SCREENS[0]);
    let before = drawn(&app, &chrome("")).backend().buffer().clone();
    view(&mut app, ViewAct::Move(rumbo::app::list::Step::By(1)));
    let after = drawn(&app, &chrome("")).backend().buffer().clone();
    let mut lines: Vec<u16> = before.diff(&after).into_iter().map(|(_, y, _)| y).collect();
    lines.dedup();
    assert_eq!(lines, [3, 4, 38]);
}

#[test]
fn a_recovery_key_is_shown_and_typed_back() {
    let typed = "006hz m9sm6 85755 pt3n0".into();
    let slip = "That is almost the recovery key. Of its eight groups, these have a slip: 3, 4.";
    let steps =
        [(Step::Show("006HZ-M9SM6-85755-PT3N0-GA7S8-SADPT-RF8DF-VTQQ4"), None), (Step::TypeBack(&typed), Some(slip))];
    for (lang, code) in Lang::ALL {
        let locale = rumbo::locale::Locale::new(lang);
        let mut frames = Vec::new();
        for (w, h) in SIZES {
            for (step, error) in &steps {
                let screen = Recovery { step: *step, error: *error, hints: vec![hint("ctrl-q", "leave")] };
                let mut terminal = Terminal::new(TestBackend::new(w, h)).unwrap();
                terminal.draw(|frame| recovery::draw(frame, &screen, Theme::Mono, &locale)).unwrap();
                frames.push(text(&terminal));
            }
        }
        insta::assert_snapshot!(format!("recovery_{code}"), frames.join("\n"));
    }
}

#[test]
fn the_hidden_names_of_one_case_are_seen_for_a_moment_and_no_others() {
    for size in SIZES {
        let mut app = on(Lang::En, size, SCREENS[0]);
        view(&mut app, ViewAct::ToggleBlur);
        let named = |app: &App, name: &str| {
            let frame = text(&drawn(app, &Chrome::default()));
            let lines = frame.lines().enumerate().filter(|(_, line)| line.contains(name));
            lines.map(|(at, _)| at).collect::<Vec<_>>()
        };
        view(&mut app, ViewAct::Peek(Some(CaseId(1))));
        assert_eq!(named(&app, "José"), [usize::from(size.1) - 2], "in the line above the keys alone");
        assert!(named(&app, "Marie").is_empty());
        view(&mut app, ViewAct::Peek(None));
        assert!(named(&app, "José").is_empty());
    }
}

/// What went wrong, and the passphrase of an invented vault, are never cut: not where the screen is too small for the rest.
#[test]
fn before_the_vault_is_open_a_small_screen_says_all_that_matters() {
    for (lang, _) in Lang::ALL {
        let locale = rumbo::locale::Locale::new(lang);
        for (key, purpose) in [
            ("store-wrong-passphrase", Purpose::Unlock),
            ("locked-wiped", Purpose::Unlock),
            ("locked-wiped", Purpose::Create),
            ("create-not-the-same", Purpose::Create),
        ] {
            let unlocks = purpose == Purpose::Unlock;
            let screen = Locked {
                purpose,
                place: "/home/ana/clinica/archivos/rumbo/vault".into(),
                typed: if unlocks { vec![0] } else { vec![0, 0] },
                focus: 0,
                error: Some(locale.t(key)),
                busy: false,
                progress: None,
                test_kdf: true,
                demo: unlocks,
                told: unlocks.then(|| "demo".into()),
                hints: vec![hint("enter", "open"), hint("ctrl-q", "leave")],
            };
            for (w, h) in [(80, 24), (40, 12), (40, 10)] {
                let mut terminal = Terminal::new(TestBackend::new(w, h)).unwrap();
                terminal.draw(|frame| locked::draw(frame, &screen, Theme::Mono, &locale)).unwrap();
                let frame = text(&terminal);
                let words: Vec<&str> =
                    frame.split(|c: char| c.is_whitespace() || c == '┃').filter(|w| !w.is_empty()).collect();
                let words = words.join(" ");
                let mut said = vec![locale.t(key), locale.t("locked-passphrase"), locale.t("head-test-key-letter")];
                said.extend(unlocks.then(|| locale.tn("locked-demo", &[("passphrase", "demo".into())])));
                said.extend((!unlocks).then(|| locale.t("locked-again")));
                for said in said {
                    assert!(words.contains(said.as_str()), "{said}\n{frame}");
                }
            }
        }
    }
}
