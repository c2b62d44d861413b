//! The forecast as a page: what cannot be met and what would help, then twelve weeks of load against hours.
//!
//! ```text
//! Mon 30 Nov  ##########!!! 39 h of 30 h · removal 2, right 3
//! Mon 7 Dec   #####..... 15 h of 30 h · right 1
//! ```

use super::page::{Line, Page};
use super::{Ctx, Tone, caseload};
use crate::core::deadline::Consequence;
use crate::core::forecast::{Forecast, Help, Unmet, Week};
use crate::core::practice::Practice;

/// Signs of a bar that stand for all hours of the week.
const BAR: u32 = 10;

/// The longest a bar gets beyond them.
const BEYOND: u32 = 10;

/// The page; `helps` in the order of what cannot be met.
pub fn lines(ctx: &Ctx<'_>, forecast: &Forecast, helps: &[Vec<Help>]) -> Vec<Line> {
    let locale = ctx.locale;
    let quarters = ctx.world.practice().map_or(Practice::default().day_quarters, |practice| practice.day_quarters);
    let mut page = Page::new(ctx);
    page.title(locale.tn("forecast-title", &[("hours", locale.effort(quarters).into())]));
    if forecast.unmet.is_empty() {
        page.text(locale.t("forecast-none"), Tone::Good);
    } else {
        page.text(locale.tn("forecast-count", &[("count", forecast.unmet.len().into())]), Tone::Warn);
    }
    page.heading("forecast-weeks");
    for week in &forecast.weeks {
        page.label(locale.day_narrow(week.monday, ctx.moment.today), week_line(ctx, week));
    }
    page.text(locale.t("forecast-key"), Tone::Quiet);
    for (at, unmet) in forecast.unmet.iter().enumerate() {
        matter(&mut page, ctx, unmet, helps.get(at).map_or(&[], Vec::as_slice));
    }
    page.text(locale.t("forecast-simple"), Tone::Quiet);
    page.lines()
}

/// One matter: what it is, from when on it is lost, and what would help.
fn matter(page: &mut Page<'_>, ctx: &Ctx<'_>, unmet: &Unmet, helps: &[Help]) {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    let Some(deadline) = ctx.world.deadline(unmet.id) else { return };
    page.title(format!("{}: {}", caseload::named(ctx, ctx.world.case(deadline.case)), deadline.title));
    let consequence = locale.consequence(deadline.consequence);
    let safe = [("consequence", consequence.into()), ("day", locale.day(unmet.safe, today).into())];
    page.text(locale.tn("forecast-safe", &safe), Tone::Plain);
    page.text(locale.tn("forecast-from", &[("day", locale.day(unmet.from, today).into())]), Tone::Warn);
    if helps.is_empty() {
        page.text(format!("- {}", locale.t("forecast-help-nothing")), Tone::Plain);
    }
    for help in helps {
        page.text(format!("- {}", help_line(ctx, help)), Tone::Plain);
    }
}

/// What would help, as a sentence.
pub fn help_line(ctx: &Ctx<'_>, help: &Help) -> String {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    let day = |day| locale.day(day, today);
    match help {
        Help::StartToday { step, asks: true } => locale.tn("forecast-help-ask", &[("step", step.into())]),
        Help::StartToday { step, asks: false } => locale.tn("forecast-help-start", &[("step", step.into())]),
        Help::HandOver { quarters } => {
            let effort = locale.effort(u16::try_from(*quarters).unwrap_or(u16::MAX));
            locale.tn("forecast-help-hand-over", &[("effort", effort.into())])
        }
        Help::MoreHours { quarters, until } => {
            let values = [("hours", locale.effort(*quarters).into()), ("day", day(*until).into())];
            locale.tn("forecast-help-hours", &values)
        }
        Help::Later { day: on, extension: true } => locale.tn("forecast-help-extension", &[("day", day(*on).into())]),
        Help::Later { day: on, extension: false } => locale.tn("forecast-help-later", &[("day", day(*on).into())]),
    }
}

/// The bar, the hours, and the dates of a week by what missing them costs.
fn week_line(ctx: &Ctx<'_>, week: &Week) -> String {
    let hours = |quarters: u32| format!("{} h", quarters.div_ceil(4));
    let counts = Consequence::ALL.iter().filter_map(|(consequence, _)| match week.dates(*consequence) {
        0 => None,
        count => Some(format!("{} {count}", ctx.locale.consequence(*consequence))),
    });
    let dates = counts.collect::<Vec<_>>().join(", ");
    let values = [("bar", bar(week).into()), ("load", hours(week.load).into()), ("hours", hours(week.hours).into())];
    let week = ctx.locale.tn("forecast-week", &values);
    if dates.is_empty() { week } else { format!("{week} · {dates}") }
}

/// `#` for each begun tenth of the week's hours that is taken, `.` for what is free, `!` for each tenth beyond.
fn bar(week: &Week) -> String {
    let tenths = match week.hours {
        0 if week.load > 0 => BAR + BEYOND,
        0 => 0,
        hours => (week.load * BAR).div_ceil(hours).min(BAR + BEYOND),
    };
    let signs = (0..BAR.max(tenths)).map(|at| match (at < tenths, at < BAR) {
        (true, true) => '#',
        (true, false) => '!',
        (false, _) => '.',
    });
    signs.collect()
}
