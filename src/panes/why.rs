//! The whole reasoning behind a deadline's place in the queue: the date and its source, the date to act on, the
//! working days, and the numbers that order it.

use super::page::{Line, Page};
use super::{Ctx, caseload, deadlines, due};
use crate::core::deadline::{Deadline, RuleUse};
use crate::core::id::DeadlineId;
use crate::core::pin;
use crate::core::rules::{Computed, How, Rule};
use crate::core::urgency::{Explanation, SafeBasis, StepShare, Turn, WhatIf, explain, what_if};

/// The page for a live deadline; `None` for any other.
pub fn lines(ctx: &Ctx<'_>, id: DeadlineId) -> Option<Vec<Line>> {
    let deadline = ctx.world.deadline(id)?;
    let ranked = ctx.ranking.get(id)?;
    let clinic = ctx.world.clinic().cloned().unwrap_or_default();
    let why = explain(ctx.world, ctx.moment, &clinic, id)?;
    let mut page = Page::new(ctx);
    page.title(format!("{}: {}", caseload::named(ctx, ctx.world.case(deadline.case)), deadline.title));
    let group =
        format!("{} {}: {}", deadlines::mark(why.group), ctx.locale.group(why.group), deadlines::why(ctx, ranked));
    page.text(group, deadlines::tone(why.group));
    date(&mut page, ctx, deadline);
    safe(&mut page, ctx, &why);
    days(&mut page, ctx, &why);
    place(&mut page, ctx, &why);
    turns(&mut page, ctx, id);
    Some(page.lines())
}

/// The date, on whose word it stands, and how a rule counts it.
fn date(page: &mut Page<'_>, ctx: &Ctx<'_>, deadline: &Deadline) {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    page.heading("why-date");
    page.pair("details-due", due::full(ctx, deadline));
    page.pair("details-sure", locale.certainty(&deadline.certainty, today));
    page.pair("details-source", due::source(ctx, deadline));
    page.pair("details-printed", deadline.source.printed.map_or_else(String::new, |day| locale.day(day, today)));
    if let Some(used) = &deadline.source.rule {
        rule(page, ctx, deadline, used);
    }
}

fn rule(page: &mut Page<'_>, ctx: &Ctx<'_>, deadline: &Deadline, used: &RuleUse) {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    let Some(rule) = ctx.rules.find(&used.rule) else {
        page.pair("why-rule", locale.tn("why-rule-gone", &[("rule", (&used.rule).into())]));
        return;
    };
    page.list("why-rule", [locale.rule_name(rule), locale.rule_source(rule, today)]);
    page.pair("why-rule-from", format!("{}: {}", locale.trigger(rule.trigger), locale.day(used.trigger, today)));
    let said = counted(ctx, rule, deadline, used);
    page.list("why-counted", said.steps.iter().map(|step| locale.count_step(step, today)));
    let beside = said.warnings.iter().map(|warning| locale.rule_warning(warning, today));
    page.list("why-beside", beside.chain([locale.rule_note(rule)]));
}

/// The count again, line by line. A rule that answers nothing any more shows no lines.
fn counted(ctx: &Ctx<'_>, rule: &Rule, deadline: &Deadline, used: &RuleUse) -> Computed {
    let how = How { mailed: used.mailed, online: used.online };
    ctx.rules.count(rule, used.trigger, how, deadline.source.printed).unwrap_or_default()
}

/// The date to act on: never later than the due date.
fn safe(page: &mut Page<'_>, ctx: &Ctx<'_>, why: &Explanation) {
    let day = |day| ctx.locale.day(day, ctx.moment.today);
    let values = [
        ("day", day(why.safe.date).into()),
        ("last", day(why.safe.unrolled).into()),
        ("courier", why.safe.courier_days.into()),
    ];
    let key = match why.safe.basis {
        SafeBasis::Appointment => "why-safe-appointment",
        SafeBasis::LastDay => "why-safe-last-day",
        SafeBasis::Opening => "why-safe-opening",
        SafeBasis::AskAgain => "why-safe-ask",
    };
    page.heading("why-act-on");
    page.pair("why-safe", ctx.locale.tn(key, &values));
}

/// The sum: working days until then, less what the steps take.
fn days(page: &mut Page<'_>, ctx: &Ctx<'_>, why: &Explanation) {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    let count = |days: i32| locale.tn("why-count", &[("days", days.into())]);
    page.heading("why-days");
    page.label(locale.tn("why-left", &[("from", locale.day(why.today, today).into())]), count(why.days_left));
    if why.grace_days > 0 {
        page.pair("why-grace", count(why.grace_days));
    }
    page.list("why-steps", why.steps.iter().map(|step| format!("{}: {}", step.title, share(ctx, step))));
    page.pair("why-spare", count(why.slack_days));
    page.pair("why-start-by", why.start_by.map_or_else(String::new, |day| locale.day(day, today)));
}

/// What one step takes: "30 min of work, then usually 10 working days".
fn share(ctx: &Ctx<'_>, step: &StepShare) -> String {
    let locale = ctx.locale;
    let mut parts = Vec::new();
    if let Some(until) = step.waiting_until {
        parts.push(locale.tn("why-step-with-others", &[("day", locale.day(until, ctx.moment.today).into())]));
    }
    if step.effort_quarters > 0 {
        parts.push(locale.tn("why-step-work", &[("effort", locale.effort(step.effort_quarters).into())]));
    }
    if step.wait_days > 0 {
        parts.push(locale.tn("why-step-wait", &[("days", step.wait_days.into())]));
    }
    if parts.is_empty() { locale.t("why-step-nothing") } else { parts.join(", ") }
}

/// How it was moved by hand, and what would change its place.
fn turns(page: &mut Page<'_>, ctx: &Ctx<'_>, id: DeadlineId) {
    let locale = ctx.locale;
    if let Some(pin) = ctx.ranking.get(id).and_then(|row| pin::of(ctx.world, row, ctx.moment.today)) {
        let what = deadlines::pinned(ctx, pin);
        let by = [("what", (&what).into()), ("by", (&pin.by).into())];
        page.pair("why-pin", if pin.by.is_empty() { what.clone() } else { locale.tn("why-pin-by", &by) });
    }
    let found = facts(ctx, id);
    if found.is_empty() {
        return;
    }
    let now = ctx.ranking.place(id).map_or(0, |place| place + 1);
    page.heading("why-turns");
    for fact in found {
        let group = locale.group(fact.group);
        let then = [("place", fact.place.into()), ("now", now.into()), ("group", group.into())];
        page.label(turn(ctx, &fact.turn), locale.tn("turn-then", &then));
    }
}

/// What would change a deadline's place.
pub fn facts(ctx: &Ctx<'_>, id: DeadlineId) -> Vec<WhatIf> {
    let clinic = ctx.world.clinic().cloned().unwrap_or_default();
    what_if(ctx.world, ctx.ranking, ctx.moment, &clinic, id)
}

/// One such fact in words.
pub fn turn(ctx: &Ctx<'_>, turn: &Turn) -> String {
    let locale = ctx.locale;
    match turn {
        Turn::StepDone { step } => locale.tn("turn-done", &[("step", step.into())]),
        Turn::StepAsked { step, .. } => locale.tn("turn-asked", &[("step", step.into())]),
        Turn::Earlier { day } => locale.tn("turn-earlier", &[("day", locale.day(*day, ctx.moment.today).into())]),
        Turn::Heavier { consequence } => {
            locale.tn("turn-heavier", &[("consequence", locale.consequence(*consequence).into())])
        }
    }
}

/// The numbers that make the urgency, and whom to call.
fn place(page: &mut Page<'_>, ctx: &Ctx<'_>, why: &Explanation) {
    let locale = ctx.locale;
    page.heading("why-place");
    let consequence = locale.consequence(why.consequence);
    page.label(locale.tn("why-weight", &[("consequence", consequence.into())]), why.weight.to_string());
    let said = |key: &str, number: String| locale.tn(key, &[("number", number.into())]);
    page.pair("why-root", said("why-root-said", format!("{:.2}", why.stake / f64::from(why.weight))));
    page.pair("why-hours", said("why-hours-said", format!("{:.2}", why.hours)));
    let spare = [("number", format!("{:.3}", why.fade).into()), ("days", format!("{:.1}", why.slack_exactly).into())];
    page.pair("why-fade", locale.tn("why-fade-said", &spare));
    if why.late_factor < 1.0 {
        page.pair("why-late", said("why-late-said", format!("{:.2}", why.late_factor)));
    }
    if why.lift > 0.0 {
        page.pair("why-lift", said("why-lift-said", format!("{:.0}", why.lift)));
    }
    page.pair("why-urgency", format!("{:.2}", why.urgency));
    page.pair("why-call", locale.call(&why.call));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;
    use crate::core::deadline::Due;
    use crate::core::urgency::rank;
    use crate::panes::fixture::{Fixture, date, fixture};
    use crate::panes::page::text;

    /// The fixture's world in the order of the sorter itself.
    fn ranked() -> Fixture {
        rerank(fixture())
    }

    fn rerank(mut fixture: Fixture) -> Fixture {
        let clinic = fixture.world.clinic().unwrap().clone();
        fixture.ranking = rank(&fixture.world, fixture.moment, &clinic);
        fixture
    }

    #[test]
    fn every_number_of_a_hearing_is_shown() {
        let fixture = ranked();
        insta::assert_snapshot!(text(&lines(&fixture.ctx(), DeadlineId(1)).unwrap()), @r"
        # R-014 José Núñez: Removal hearing
        + coming: Letter: ask by Fri 27 Nov, usually 10 working days
        # The date
        due | Monday 14 December 2026, 22:30 PST (Tue 15 Dec 01:30 EST here); Otay Mesa
        how sure | confirmed Mon 2 Nov: EOIR line
        source | court order
        # The date to act on
        date | Mon 14 Dec: the day of the appointment
        # Working days
        from Sun 22 Nov to then | 15 working days
        the steps left | Letter: 30 min of work, then usually 10 working days
         | Go along: 1 h of work
        whole days to spare | 4 working days
        start by | Fri 27 Nov
        # The place in the queue
        removal weighs | 100
        × √(weight ÷ 100) | 1.00 (what is grave counts for more than its share)
        ÷ hours of work left | 1.50 (a quarter hour at least)
        × for the days to spare | 0.797 (4.8 of them; half at 7.5, then falling fast)
        = urgency | 53.16
        whom to call | call Dana Ruiz (555) 010-0199
        # What would change the place
        if Letter is asked for today | place 5 (3 now), waiting
        if the date were Tue 8 Dec | place 2 (3 now), act now
        ");
    }

    #[test]
    fn a_counted_date_shows_its_rule_line_by_line() {
        let mut fixture = ranked();
        let mut appeal = fixture.world.deadline(DeadlineId(3)).unwrap().clone();
        appeal.due = Due::Day(date("2026-12-14"));
        appeal.source.rule = Some(RuleUse {
            rule: "bia-appeal-30".to_owned(),
            trigger: date("2026-11-13"),
            mailed: false,
            online: false,
            computed: Some(date("2026-12-14")),
            raw: Some(date("2026-12-13")),
        });
        fixture.world.put(appeal.into());
        let fixture = rerank(fixture);
        insta::assert_snapshot!(text(&lines(&fixture.spanish(), DeadlineId(3)).unwrap()), @r"
        # R-014 José Núñez: Brief
        - luego: empezar a más tardar el mié 9 dic
        # La fecha
        vence | lunes 14 de diciembre de 2026, hasta el fin del día en el lugar de presentación
        qué tan segura | leída en un aviso
        fuente | orden de la corte
        regla | Apelación ante la Junta (EOIR-26)
         | 8 CFR 1003.38(b)-(d), 1240.15 · cláusula leída, consultada dom 22 nov · confirmar con un abogado o representante acreditado
        cuenta desde | decisión oral, o envío de la escrita: vie 13 nov
        cálculo | 30 días después de vie 13 nov: dom 13 dic
         | cerrado (domingo): corre hasta lun 14 dic
        nota | Con el pago o la solicitud de exención. Se cuenta desde la decisión oral o desde el envío de la escrita, no desde un memorando posterior. No vale para órdenes dictadas en ausencia. Fuera de plazo solo se excusa con diligencia en circunstancias extraordinarias.
        # La fecha con la que se trabaja
        fecha | mié 9 dic: el último día hábil hasta el dom 13 dic, menos 2 días hábiles para la mensajería
        # Días hábiles
        del dom 22 nov a ese día | 12 días hábiles
        días enteros de margen | 12 días hábiles
        empezar a más tardar | mié 9 dic
        # El lugar en la cola
        derecho pesa | 40
        × √(peso ÷ 100) | 0.63 (lo grave cuenta más que en proporción)
        ÷ horas que faltan | 0.25 (un cuarto de hora como mínimo)
        × por los días de margen | 0.196 (son 12.0; la mitad a los 7.5, luego baja rápido)
        = urgencia | 19.86
        a quién llamar | llamar a Dana Ruiz (555) 010-0199
        # Lo que cambiaría el lugar
        si la fecha fuera el mar 24 nov | lugar 2 (ahora 4), actuar ya
        si no cumplirlo costara: deportación | lugar 2 (ahora 4), luego
        ");
    }

    #[test]
    fn nothing_is_missing_in_either_language() {
        let fixture = ranked();
        for ctx in [fixture.ctx(), fixture.spanish()] {
            for row in fixture.ranking.rows() {
                let page = text(&lines(&ctx, row.id).unwrap());
                assert!(!page.contains(['⟨', '{']), "{page}");
            }
            assert_eq!(lines(&ctx, DeadlineId(99)), None);
        }
    }
}
