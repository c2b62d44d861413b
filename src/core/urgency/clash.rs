//! Appointments that the navigator cannot attend both.

use crate::core::deadline::{Appointment, Deadline, DeadlineState};
use crate::core::id::DeadlineId;
use crate::core::world::World;
use chrono::{DateTime, TimeDelta, TimeZone, Utc};

/// Appointments that begin within this time of each other clash.
const APART: TimeDelta = TimeDelta::hours(3);

/// The other open appointments on the same local day that begin within three hours of this one, by identity, where
/// the navigator goes along to at least one of the two.
pub fn clashes(world: &World, id: DeadlineId) -> Vec<DeadlineId> {
    let Some((this, at)) = world.deadline(id).and_then(open_appointment) else { return Vec::new() };
    let near = |(other, other_at): &(&Deadline, &Appointment)| {
        other.id != id
            && (this.accompany || other.accompany)
            && other_at.local.date() == at.local.date()
            && matches!((instant(at), instant(other_at)), (Some(a), Some(b)) if (a - b).abs() <= APART)
    };
    world.deadlines().filter_map(open_appointment).filter(near).map(|(other, _)| other.id).collect()
}

fn open_appointment(deadline: &Deadline) -> Option<(&Deadline, &Appointment)> {
    let open = matches!(deadline.state, DeadlineState::Open);
    deadline.due.appointment().filter(|_| open).map(|appointment| (deadline, appointment))
}

/// When it begins; the earlier of two where clocks go back. A time that clocks skip is read an hour later.
fn instant(appointment: &Appointment) -> Option<DateTime<Utc>> {
    let at = |local| appointment.zone.from_local_datetime(&local).earliest().map(|time| time.to_utc());
    at(appointment.local).or_else(|| at(appointment.local.checked_add_signed(TimeDelta::hours(1))?))
}
