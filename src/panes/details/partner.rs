//! A partner in full, everything as it was written.

use super::request;
use crate::core::partner::Partner;
use crate::panes::Ctx;
use crate::panes::page::Page;

/// Writes everything the clinic keeps of a partner.
pub fn write(page: &mut Page<'_>, ctx: &Ctx<'_>, partner: &Partner) {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    page.title(format!("{} {}", partner.id, partner.name));
    page.pair("details-kind", locale.partner_kind(partner.kind));
    page.pair("details-city", partner.city.as_str());
    let lists = [
        ("details-phones", &partner.phones),
        ("details-emails", &partner.emails),
        ("details-sites", &partner.sites),
        ("details-addresses", &partner.addresses),
        ("details-people", &partner.people),
    ];
    for (key, values) in lists {
        page.list(key, values.iter().cloned());
    }
    page.pair("details-languages", partner.languages.join(", "));
    page.pair("details-services", partner.services.join(", "));
    page.pair("details-serves", partner.serves.join(", "));
    page.pair("details-verified", partner.verified.map_or_else(String::new, |day| locale.day(day, today)));
    page.pair("details-notes", partner.notes.as_str());
    request::list(page, ctx, |request| request.partner == partner.id);
}
