//! What acts: the clock and the store's own thread. Outside `store` and `cli` nothing else touches the world.

pub mod process;
pub mod swap;

use crate::adapters::text::mark_line;
use crate::app::msg::{Env, Fact, Number};
use crate::core::a_number::ANumber;
use crate::core::audit::Deed;
use crate::core::change::{Commit, Seq};
use crate::core::history::History;
use crate::core::id::CaseId;
use crate::error::message;
use crate::store::apart::Apart;
use crate::store::audit::Audited;
use crate::store::{Error, Store};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How many of the latest commits undo may reach after a restart.
const UNDO_REACH: Seq = 200;

/// How long notes for the audit are gathered: what a power cut can lose of what was looked at.
const GATHER: Duration = Duration::from_secs(5);

/// How long a number is seen.
const SEEN: Duration = Duration::from_secs(20);

/// The most characters of an account's name.
const NAME: usize = 40;

/// The account that the program runs under: its number, which the system vouches for, behind the name that the session
/// gives it, which is whatever somebody set it to. The system is not asked for the name, because it may look for it over
/// a socket.
pub fn account() -> String {
    let named = ["LOGNAME", "USER"].iter().find_map(|name| std::env::var(name).ok().filter(|name| !name.is_empty()));
    labelled(named.as_deref(), process::user())
}

fn labelled(name: Option<&str>, number: u32) -> String {
    match name.map(|name| mark_line(name).chars().take(NAME).collect::<String>()) {
        Some(name) => format!("{name} ({number})"),
        None => number.to_string(),
    }
}

/// The clock: the machine's, or one that stands still where the person named a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The moment named with `--now`.
    pub fixed: Option<DateTime<Utc>>,
    /// Somebody sits at a screen.
    pub interactive: bool,
}

impl Clock {
    /// The present, and today in a zone.
    #[expect(clippy::disallowed_methods, reason = "the one place where the program reads a clock")]
    pub fn env(self, zone: Tz) -> Env {
        let now = self.fixed.unwrap_or_else(Utc::now);
        Env { now, today: now.with_timezone(&zone).date_naive(), interactive: self.interactive }
    }

    /// The time since it was first asked for, by a clock that nobody sets; nothing where the clock stands still.
    pub fn steady(self) -> Duration {
        static BEGAN: OnceLock<Instant> = OnceLock::new();
        if self.fixed.is_some() { Duration::ZERO } else { BEGAN.get_or_init(Instant::now).elapsed() }
    }
}

/// Work for the store's thread.
#[derive(Debug)]
pub enum Job {
    Commit(Seq, Commit),
    /// A commit with a number to be sealed into it.
    CommitNumber(Seq, Commit, Number),
    /// Open a number for a while, for a purpose that is noted.
    Reveal(DateTime<Utc>, ANumber, String),
    Timeline(CaseId),
    /// The commits that undo may reach, below this head.
    History(Seq),
    /// Something for the audit; written with what else happens in the next seconds.
    Note(DateTime<Utc>, Deed),
    /// Answers nothing more; the thread hands the store back.
    Stop,
}

/// The store on a thread of its own, so that moving and drawing never wait for a disk.
pub struct Worker<S> {
    jobs: Sender<Job>,
    thread: JoinHandle<S>,
}

impl<S: Store + Audited + Apart + Send + 'static> Worker<S> {
    /// Starts the thread; what it finds out goes through `tell`.
    pub fn start(store: S, tell: impl Fn(Fact) + Send + 'static) -> Self {
        let (jobs, inbox) = mpsc::channel();
        let thread = std::thread::spawn(move || serve(store, &inbox, tell));
        Self { jobs, thread }
    }

    /// Hands over a job; a thread that is gone has said why already.
    pub fn ask(&self, job: Job) {
        drop(self.jobs.send(job));
    }

    /// Finishes what was asked and hands the store back; `None` if its thread broke down.
    pub fn stop(self) -> Option<S> {
        self.ask(Job::Stop);
        self.thread.join().ok()
    }
}

fn serve<S: Store + Audited + Apart>(mut store: S, inbox: &Receiver<Job>, tell: impl Fn(Fact)) -> S {
    let mut due: Option<Instant> = None;
    let mut seen: Option<Instant> = None;
    loop {
        let next = match due.into_iter().chain(seen).min() {
            None => inbox.recv().map_err(RecvTimeoutError::from),
            Some(due) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
        };
        match next {
            Ok(Job::Stop) | Err(RecvTimeoutError::Disconnected) => return store,
            Ok(Job::Commit(head, commit)) => tell(perform(&mut store, head, commit)),
            Ok(Job::CommitNumber(head, commit, number)) => tell(perform_with(&mut store, head, commit, &number)),
            Ok(Job::Reveal(at, number, purpose)) => {
                tell(reveal(&mut store, at, &number, purpose, &tell));
                seen = Some(Instant::now() + SEEN);
            }
            Ok(Job::Timeline(case)) => tell(answer(store.timeline(case), |events| Fact::Timeline(case, events))),
            Ok(Job::History(head)) => tell(answer(history(&mut store, head), Fact::History)),
            Ok(Job::Note(at, deed)) => {
                store.note(at, deed);
                due.get_or_insert_with(|| Instant::now() + GATHER);
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
        if seen.is_some_and(|seen| seen <= Instant::now()) {
            seen = None;
            tell(Fact::Concealed);
        }
        // Also where one thing follows the other without a pause.
        if due.is_some_and(|due| due <= Instant::now()) {
            due = None;
            if let Err(error) = store.write_notes() {
                tell(Fact::Failed(message(&Error::NotNoted(error.into()))));
            }
        }
    }
}

/// Notes that a number is shown, and opens it. Where it cannot be noted it is shown all the same, and that is said: whoever
/// asks needs it now, and could read it in a copy of the vault anyway.
pub fn reveal<S: Audited + Apart>(
    store: &mut S,
    at: DateTime<Utc>,
    number: &ANumber,
    purpose: String,
    tell: &impl Fn(Fact),
) -> Fact {
    store.note(at, Deed::Revealed { case: number.case, purpose });
    if let Err(error) = store.write_notes() {
        tell(Fact::Failed(message(&Error::NotNoted(error.into()))));
    }
    answer(store.open_number(number), |opened| Fact::Revealed(number.case, Number(opened)))
}

/// Seals a number into a commit and makes it durable.
pub fn perform_with<S: Store + Apart>(store: &mut S, head: Seq, mut commit: Commit, number: &Number) -> Fact {
    match store.seal_number(&mut commit, &number.0) {
        Ok(()) => perform(store, head, commit),
        Err(error) => Fact::NotCommitted(message(&error)),
    }
}

fn answer<T>(result: Result<T, Error>, fact: impl FnOnce(T) -> Fact) -> Fact {
    match result {
        Ok(found) => fact(found),
        Err(error) => Fact::Failed(message(&error)),
    }
}

/// Makes a commit durable; the world may change only after the store said yes.
pub fn perform(store: &mut impl Store, head: Seq, commit: Commit) -> Fact {
    match store.commit(head, &commit) {
        Ok(seq) => Fact::Committed(seq, commit),
        Err(error) => Fact::NotCommitted(message(&error)),
    }
}

/// What undo may reach below `head`.
///
/// # Errors
/// What could not be read.
pub fn history(store: &mut impl Store, head: Seq) -> Result<History, Error> {
    let mut history = History::default();
    store.each_since(head.saturating_sub(UNDO_REACH), &mut |seq, commit| {
        if seq <= head {
            history.push(seq, commit);
        }
    })?;
    Ok(history)
}

#[cfg(test)]
mod tests {
    use super::labelled;

    #[test]
    fn a_name_is_only_a_label_beside_the_number() {
        assert_eq!(labelled(Some("ana"), 1000), "ana (1000)");
        assert_eq!(labelled(Some("root (0)"), 1000), "root (0) (1000)");
        assert_eq!(labelled(None, 0), "0");
        let forged = labelled(Some("root\n2026-11-26 10:00:00  key 1\u{1b}[2K"), 7);
        assert!(forged.ends_with(" (7)") && !forged.chars().any(char::is_control), "{forged}");
        assert!(labelled(Some(&"x".repeat(500)), 7).len() < 60);
    }
}
