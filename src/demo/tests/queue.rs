//! The queue of the published year: one that a navigator can work a day with.

use super::*;
use crate::core::deadline::Deadline;
use crate::core::urgency::{Group, Moment, Ranked, Reason, rank};

struct Queue {
    world: World,
    rows: Vec<Ranked>,
}

impl Queue {
    fn of(plan: Plan) -> Self {
        let world = grow(plan).world;
        let days = Days::new(plan.now);
        let rows = rank(&world, Moment { now: days.now, today: days.today }, world.clinic().unwrap())
            .rows()
            .copied()
            .collect();
        Self { world, rows }
    }

    fn count(&self, group: Group) -> usize {
        self.rows.iter().filter(|row| row.group == group).count()
    }

    fn group_of(&self, code: &str, title: &str) -> Group {
        let case = self.world.case_by_code(code).unwrap().id;
        let is_it = |row: &&Ranked| row.case == case && self.deadline(row).title == title;
        self.rows.iter().find(is_it).unwrap().group
    }

    fn deadline(&self, row: &Ranked) -> &Deadline {
        self.world.deadline(row.id).unwrap()
    }
}

/// Every weekday's queue, each with a seed of its own; Thanksgiving is among them.
static QUEUES: LazyLock<Vec<(Plan, Queue)>> = LazyLock::new(|| {
    let plans = (1..=8).map(|day| Plan { seed: day, cases: YEAR, now: noon() + chrono::Days::new(day) });
    plans.map(|plan| (plan, Queue::of(plan))).collect()
});

#[test]
fn one_navigator_can_work_it_down_on_any_day() {
    for (plan, queue) in QUEUES.iter() {
        let within = |group, low, high| {
            let count = queue.count(group);
            assert!((low..=high).contains(&count), "{group:?} {count} with {plan:?}");
        };
        within(Group::Escalate, 4, 10);
        within(Group::ActNow, 6, 18);
        within(Group::Coming, 20, 40);
        within(Group::Waiting, 8, 40);
        within(Group::Later, 100, 220);
        let snoozed = queue.rows.iter().filter(|row| matches!(row.reason, Reason::SnoozedUntil { .. })).count();
        assert!((2..=12).contains(&snoozed), "{snoozed} snoozed with {plan:?}");
    }
}

#[test]
fn the_situations_stand_where_they_belong() {
    for (_, queue) in QUEUES.iter() {
        assert_eq!(queue.group_of("R-001", "Merits hearing"), Group::Escalate);
        assert_eq!(queue.group_of("R-002", "Treatment letter to the court"), Group::Escalate);
        assert_eq!(queue.group_of("R-007", "Master hearing"), Group::Escalate);
        let soon = [Group::ActNow, Group::Coming];
        assert!(soon.contains(&queue.group_of("R-006", "Appeal to the Board")));
        assert!(soon.contains(&queue.group_of("R-005", "Asylum application within the year")));
        assert!(soon.contains(&queue.group_of("R-012", "Answer to a request for evidence")));
        assert!(soon.contains(&queue.group_of("R-017", "Hotel money ends")));
    }
}

#[test]
fn every_escalated_matter_names_somebody_to_call() {
    for (_, queue) in QUEUES.iter() {
        assert!(queue.rows.iter().all(|row| !row.nobody_to_call), "the clinic has somebody on call");
        assert!(queue.rows.iter().any(|row| matches!(row.reason, Reason::PastDate { .. })));
    }
}
