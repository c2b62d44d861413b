//! The ordinary cases of the year: households, matters in every part of the queue, timelines.

use super::chains::{self, Chain};
use super::desk::Desk;
use super::folder::Folder;
use super::matters::{self, Stand};
use super::people::{self, Kin};
use super::rng::Deck;
use super::{requests, story};
use crate::core::calendar;
use crate::core::case::{CaseStatus, Need};
use crate::core::change::{Change, Verb};
use crate::core::deadline::Consequence;
use chrono::NaiveDate;

/// How many share a household, as dealt: a third of the people live in one of two to five.
const HOUSEHOLDS: [usize; 33] =
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 5];

/// Where live matters stand, as dealt: a queue that one navigator can still work down.
const STANDS: [(Stand, usize); 7] = [
    (Stand::OutOfReach, 1),
    (Stand::PastDate, 1),
    (Stand::ActNow, 4),
    (Stand::Coming, 9),
    (Stand::Waiting, 14),
    (Stand::Snoozed, 3),
    (Stand::Later, 88),
];

/// What the ordinary cases are dealt from.
pub struct Decks {
    needs: Vec<Need>,
    /// How many there were at first.
    year: usize,
    households: Deck<usize>,
    stands: Deck<Stand>,
    chains: Deck<&'static Chain>,
}

impl Decks {
    /// Shuffles what the situations left of the mix.
    pub fn new(mut needs: Vec<Need>, desk: &mut Desk) -> Self {
        desk.rng.shuffle(&mut needs);
        let stands = STANDS.iter().flat_map(|&(stand, count)| std::iter::repeat_n(stand, count)).collect();
        Self {
            year: needs.len(),
            needs,
            households: Deck::new(HOUSEHOLDS.to_vec()),
            stands: Deck::new(stands),
            chains: Deck::new(chains::all().collect()),
        }
    }

    /// The records of the next household or single person; `None` once every need is given out.
    pub fn next(&mut self, desk: &mut Desk) -> Option<Vec<Change>> {
        let size = self.households.deal(&mut desk.rng, |_| true)?.min(self.needs.len());
        let kin = Kin::invent(desk);
        let opened = self.opened(desk);
        let mut changes = Vec::new();
        let household = (size > 1).then(|| desk.household("")).map(|(id, change)| {
            changes.push(change);
            id
        });
        for need in self.needs.split_off(self.needs.len() - size) {
            let mut folder = desk.open(need, opened);
            folder.case.household = household;
            people::fill(&mut folder.case, &kin, desk);
            story::of_intake(&mut folder, desk);
            if desk.rng.chance(14) {
                self.closed(&mut folder, desk);
            } else {
                self.live(&mut folder, desk);
            }
            changes.extend(folder.into_changes(&mut desk.ids));
        }
        (size > 0).then_some(changes)
    }

    /// Cases come in over the year, the first a year ago, the last three weeks ago.
    fn opened(&self, desk: &mut Desk) -> NaiveDate {
        let left = i64::try_from(self.needs.len() * 330 / self.year.max(1)).unwrap_or(0);
        desk.days.business_ago(21 + left + desk.rng.between(0, 10))
    }

    fn live(&mut self, folder: &mut Folder, desk: &mut Desk) {
        let need = folder.case.needs.first().copied().unwrap_or(Need::Other);
        let (live, over) = match need {
            Need::GeneralQuestions => (usize::from(desk.rng.chance(40)), usize::from(desk.rng.chance(20))),
            Need::Citizenship | Need::Documentation => (1, desk.rng.below(2)),
            _ => (1 + usize::from(desk.rng.chance(25)), desk.rng.below(3)),
        };
        for _ in 0..over {
            self.matter(Stand::Over, need, folder, desk);
        }
        for _ in 0..live {
            if let Some(stand) = self.stands.deal(&mut desk.rng, |_| true) {
                self.matter(stand, need, folder, desk);
            }
        }
        people::fit_representation(folder, desk);
        requests::usual(folder, desk);
        let about = folder.deadlines.iter().find(|deadline| deadline.is_live()).map(|deadline| deadline.title.clone());
        people::next_action(&mut folder.case, about.as_deref(), desk);
        let count = 8 + desk.rng.below(18);
        story::fill_up(folder, count, desk);
    }

    fn closed(&mut self, folder: &mut Folder, desk: &mut Desk) {
        let need = folder.case.needs.first().copied().unwrap_or(Need::Other);
        self.matter(Stand::Over, need, folder, desk);
        let reason = desk.rng.pick(&[
            "goal met",
            "has a representative now",
            "moved away; papers handed over",
            "no contact after four tries",
            "decided to go on without us",
        ]);
        let last = folder.deadlines.iter().map(|deadline| deadline.due.date()).max().unwrap_or(folder.case.opened);
        let on = calendar::on_or_after(last).max(desk.days.business_ago(desk.rng.between(2, 20))).min(desk.days.today);
        folder.case.status = CaseStatus::Closed { on, reason: reason.to_owned() };
        let count = 6 + desk.rng.below(8);
        story::fill_up(folder, count, desk);
        folder.log_act(on, Verb::ClosedCase, reason);
    }

    /// Adds a matter that fits the need, trying other kinds where one cannot stand there.
    fn matter(&mut self, stand: Stand, need: Need, folder: &mut Folder, desk: &mut Desk) {
        for _ in 0..8 {
            let taken = |chain: &Chain| folder.deadlines.iter().any(|deadline| deadline.title == chain.what.title);
            let fits = |chain: &&'static Chain| chain.needs.contains(&need) && !taken(chain) && weighs(chain, stand);
            let Some(chain) = self.chains.deal(&mut desk.rng, fits) else { return };
            if matters::add(chain, stand, folder, desk) {
                return;
            }
        }
    }
}

/// Whether a matter is grave enough to be shown as escalated; the rest of the queue takes all kinds.
fn weighs(chain: &Chain, stand: Stand) -> bool {
    !matches!(stand, Stand::OutOfReach | Stand::PastDate) || chain.what.consequence >= Consequence::Right
}
