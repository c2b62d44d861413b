//! Pickers of what may follow: deadlines to take after a happening, windows after a missed date, blind spots to close.

use super::args::code;
use crate::app::App;
use crate::app::msg::Effect;
use crate::app::picker::{Item, Picker, PickerKind, Target};
use crate::app::view::{Overlay, ViewAct};
use crate::core::blindspots::{BlindSpot, Missing};
use crate::core::deadline::Deadline;
use crate::core::happening::Happening;
use crate::core::id::DeadlineId;
use crate::core::offer::{Offer, offers};
use crate::core::playbook::{Opening, openings};
use crate::core::rules::{Happened, Last};

/// Opens the offers once the commit on its way is durable; nothing where nothing follows.
///
/// A hearing also offers its own usual steps.
pub fn after(happening: &Happening, hearing: Option<DeadlineId>, app: &App) -> Vec<Effect> {
    let mut items = items(happening, app);
    if let Some(hearing) = hearing {
        let target = Target::Command(format!("step usual {hearing}"));
        items.push(Item { target, text: app.locale.t("offer-steps"), beside: String::new() });
    }
    if items.is_empty() { Vec::new() } else { vec![then(Picker::new(PickerKind::Offers, items))] }
}

fn then(picker: Picker) -> Effect {
    Effect::View(ViewAct::Then(Box::new(ViewAct::Open(Overlay::Picker(Box::new(picker))))))
}

/// What may follow from a happening, the whole first; `None` where nothing does.
pub fn picker(happening: &Happening, app: &App) -> Option<Picker> {
    let items = items(happening, app);
    (!items.is_empty()).then(|| Picker::new(PickerKind::Offers, items))
}

fn items(happening: &Happening, app: &App) -> Vec<Item> {
    let found = offers(&app.world, &app.rules, happening, app.moment.today);
    let countable = found.iter().filter(|offer| offer.day.is_some() && !offer.past).count();
    let mut items: Vec<Item> = found.iter().map(|offer| item(happening, offer, app)).collect();
    if countable > 1 {
        let text = app.locale.tn("offer-all", &[("count", countable.into())]);
        let target = Target::Command(format!("happened take {}", happening.id));
        items.insert(0, Item { target, text, beside: String::new() });
    }
    items
}

fn item(happening: &Happening, offer: &Offer<'_>, app: &App) -> Item {
    let name = app.locale.rule_name(offer.rule);
    let consequence = app.locale.consequence(offer.consequence);
    let code = shell_words::quote(app.world.case(happening.case).map_or("", |case| case.code.as_str()));
    let (day, line) = match offer.day {
        Some(day) => {
            let shown = app.locale.day(day, app.moment.today);
            let key = match (offer.past, offer.advised) {
                (true, _) => Some("offer-past"),
                (false, true) => Some("offer-act-by"),
                (false, false) => None,
            };
            let shown = match key {
                Some(key) => app.locale.tn(key, &[("day", shown.into())]),
                None => shown,
            };
            (shown, format!("happened take {} {}", happening.id, offer.rule.id))
        }
        // Nothing can be counted: somebody has to be asked.
        None if offer.rule.last == Last::Ask => {
            let what = app.locale.tn("offer-question", &[("rule", name.as_str().into())]).replace('"', "");
            (app.locale.t("offer-ask"), format!("case next {code} --what=\"{what}\""))
        }
        // Only the paper can say the day: the form asks for it.
        None => {
            let day = happening.on.map(|on| format!(" --trigger={on}")).unwrap_or_default();
            (app.locale.t("offer-no-day"), format!("deadline add {code} --rule={}{day}", offer.rule.id))
        }
    };
    Item { target: Target::Command(line), text: format!("{day} · {name}"), beside: consequence.to_owned() }
}

/// Opens what is open after a date was declared missed, once that is durable.
pub fn playbook(missed: &Deadline, app: &App) -> Effect {
    then(playbook_picker(missed, app))
}

/// What is open after a date was declared missed: the first call, then the windows.
pub fn playbook_picker(missed: &Deadline, app: &App) -> Picker {
    let happened: Vec<&Happening> = app.world.happenings_of(missed.case).collect();
    let case = app.world.case(missed.case);
    let case_code = shell_words::quote(case.map_or("", |case| case.code.as_str()));
    let call = match case.and_then(|case| case.representative()) {
        Some(person) => app.locale.tn(
            "playbook-call-representative",
            &[("name", person.name.as_str().into()), ("phone", person.phone.as_str().into())],
        ),
        None => match &app.clinic.on_call {
            Some(person) => app.locale.tn(
                "playbook-call-on-call",
                &[("name", person.name.as_str().into()), ("phone", person.phone.as_str().into())],
            ),
            None => app.locale.t("playbook-call-nobody"),
        },
    };
    let logged = Target::Command(format!("event log {case_code} contact-out"));
    let mut items = vec![Item { target: logged, text: call, beside: app.locale.t("playbook-log") }];
    for opening in openings(missed, &happened, &app.rules, app.moment.today) {
        items.push(match opening {
            Opening::Window { rule, trigger, last } => Item {
                target: Target::Command(format!("deadline add {case_code} --rule={} --trigger={trigger}", rule.id)),
                text: app.locale.tn(
                    "playbook-window",
                    &[
                        ("day", app.locale.day(last, app.moment.today).into()),
                        ("rule", app.locale.rule_name(rule).into()),
                        ("trigger", app.locale.day(trigger, app.moment.today).into()),
                    ],
                ),
                beside: app.locale.t("playbook-take"),
            },
            Opening::AnyTime(grounds) => {
                let text = app.locale.t(&format!("playbook-{grounds}"));
                let what = text.replace('"', "");
                Item {
                    target: Target::Command(format!("case next {case_code} --what=\"{what}\"")),
                    text,
                    beside: app.locale.t("playbook-next"),
                }
            }
        });
    }
    Picker::new(PickerKind::Playbook, items)
}

/// Every blind spot, each with the command that closes it.
pub fn blind_spots(app: &App) -> Picker {
    let spots = app.blind_spots.in_order(&app.world, &app.ranking);
    let items = spots.iter().filter_map(|spot| {
        let case = app.world.case(spot.case)?;
        let text = format!("{} · {}", case.code, app.locale.missing(&spot.missing, &app.world, app.moment.today));
        let (word, line) = closing(spot, app);
        let beside = app.locale.t(word);
        Some(Item { target: Target::Command(line), text, beside })
    });
    Picker::new(PickerKind::BlindSpots, items.collect())
}

/// The command that closes a blind spot, behind the key of the word for it.
pub fn closing(spot: &BlindSpot, app: &App) -> (&'static str, String) {
    let case = app.world.case(spot.case).map_or(String::new(), |case| shell_words::quote(&case.code).into_owned());
    match &spot.missing {
        Missing::NobodyToCall { .. } => ("closes-whom", format!("case edit {case}")),
        Missing::Review { happening } | Missing::Fourteen { happening, .. } => {
            ("closes-review", format!("happened review {happening}"))
        }
        Missing::AppealOpen { happening } => ("closes-offers", format!("happened offers {happening}")),
        Missing::NextHearing => ("closes-paper", format!("paper log {case}")),
        Missing::Unverified { deadline, .. } => ("closes-verify", format!("deadline verify {deadline}")),
        Missing::AsylumDate { arrived } => {
            ("closes-add", format!("deadline add {case} --rule=asylum-one-year --trigger={arrived}"))
        }
        Missing::CardExpiry => ("closes-log", format!("happened log {case} {}", code(Happened::CardExpiry))),
        Missing::NextAction => ("closes-next", format!("case next {case}")),
    }
}
