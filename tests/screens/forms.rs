//! Every form there can be, drawn in both languages: each field has a name, each choice a word.

use super::*;
use rumbo::app::form::{FieldKind, Form};
use rumbo::commands::palette;

/// The form of every command, as the palette offers them.
fn forms() -> Vec<Form> {
    let lines = palette::lines();
    let paths = lines.iter().map(|line| line.split(' ').collect::<Vec<_>>());
    paths.map(|path| form(&path, &[], &[], String::new())).filter(|form| !form.fields.is_empty()).collect()
}

fn frame(lang: Lang, form: Form) -> String {
    let mut app = world::app(lang);
    app.settle(Fact::Resized(120, 60));
    view(&mut app, ViewAct::Open(Overlay::Form(Box::new(form))));
    text(&drawn(&app, &Chrome::default()))
}

#[test]
fn every_field_has_a_name_and_every_choice_a_word() {
    let forms = forms();
    assert!(forms.len() > 25, "only {} forms", forms.len());
    let mut choices = 0;
    for (lang, _) in Lang::ALL {
        for form in &forms {
            let path = form.path.join(" ");
            let drawn = frame(lang, form.clone());
            assert!(!drawn.contains('⟨'), "{lang:?} {path}\n{drawn}");
            for (at, field) in form.fields.iter().enumerate() {
                let FieldKind::Choice(codes) = &field.kind else { continue };
                // A code of several words stands with a dash only where no word was found for it.
                for code in codes.iter().filter(|code| code.contains('-')) {
                    let mut form = Form { focus: at, ..form.clone() };
                    form.fields[at].set(code);
                    let frame = frame(lang, form);
                    assert!(!frame.contains(&format!("‹ {code} ›")), "{lang:?} {path}: {code}\n{frame}");
                    choices += 1;
                }
            }
        }
    }
    assert!(choices > 40, "only {choices} choices");
}

#[test]
fn the_field_in_focus_and_what_is_wrong_with_it_are_in_sight_on_a_low_screen() {
    for (lang, _) in Lang::ALL {
        let mut app = world::app(lang);
        app.settle(Fact::Resized(60, 14));
        let form = form(&["case", "edit"], &["R-014"], &[], String::new());
        let count = form.fields.len();
        view(&mut app, ViewAct::Open(Overlay::Form(Box::new(form))));
        for _ in 0..count {
            let arg = app.view.form().unwrap().field().unwrap().arg.clone();
            view(&mut app, ViewAct::FormRefused(Message::new("form-number"), Some(arg.clone())));
            let frame = text(&drawn(&app, &Chrome::default()));
            assert!(frame.contains("┃> "), "{arg}\n{frame}");
            assert!(frame.contains("! "), "{arg}\n{frame}");
            view(&mut app, ViewAct::FormStep(1));
        }
    }
}
