//! A request in full, and requests as lines of other pages.

use super::case_name;
use crate::core::request::{Request, RequestState};
use crate::panes::Ctx;
use crate::panes::page::Page;

/// Writes everything the clinic keeps of a request.
pub fn write(page: &mut Page<'_>, ctx: &Ctx<'_>, request: &Request) {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    page.title(format!("{} {}", request.id, request.what));
    page.pair("details-case", case_name(ctx, request.case));
    page.pair("details-partner", ctx.world.partner(request.partner).map_or("", |partner| partner.name.as_str()));
    page.pair("details-status", state(ctx, request));
    let deadline = request.deadline.and_then(|id| ctx.world.deadline(id));
    page.pair("details-deadlines", deadline.map_or_else(String::new, |it| format!("{} {}", it.id, it.title)));
    page.pair("details-needed-by", request.needed_by.map_or_else(String::new, |day| locale.day(day, today)));
    let consent = match &request.consent {
        Some(consent) => locale.tn(
            "details-consent-given",
            &[
                ("who", (&consent.who).into()),
                ("what", (&consent.what).into()),
                ("how", (&consent.how).into()),
                ("day", locale.day(consent.on, today).into()),
            ],
        ),
        None => locale.t("details-consent-none"),
    };
    page.pair("details-consent", consent);
    page.pair("details-opened", locale.day(request.created, today));
}

/// The requests that belong to another record, one a line.
pub fn list(page: &mut Page<'_>, ctx: &Ctx<'_>, belongs: impl Fn(&Request) -> bool) {
    let requests = ctx.world.requests().filter(|request| belongs(request));
    let lines = requests.map(|request| {
        let code = ctx.world.case(request.case).map_or("", |case| case.code.as_str());
        let partner = ctx.world.partner(request.partner).map_or("", |partner| partner.name.as_str());
        format!("{} {code}, {partner}: {} ({})", request.id, request.what, state(ctx, request))
    });
    page.list("details-requests", lines);
}

/// Where a request stands; what has its consent is no mere draft any more.
fn state(ctx: &Ctx<'_>, request: &Request) -> String {
    match (&request.state, &request.consent) {
        (RequestState::Draft, Some(_)) => ctx.locale.t("request-consented"),
        (state, _) => ctx.locale.request_state(state, ctx.moment.today),
    }
}
