//! What acts: the clock and the store's own thread. Outside `store` and `cli` nothing else touches the world.

pub mod process;
pub mod swap;

use crate::app::msg::{Env, Fact};
use crate::core::change::{Commit, Seq};
use crate::core::history::History;
use crate::core::id::CaseId;
use crate::error::message;
use crate::store::{Error, Store};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

/// How many of the latest commits undo may reach after a restart.
const UNDO_REACH: Seq = 200;

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
}

/// Work for the store's thread.
#[derive(Debug)]
pub enum Job {
    Commit(Seq, Commit),
    Timeline(CaseId),
    /// The commits that undo may reach, below this head.
    History(Seq),
    /// Answers nothing more; the thread hands the store back.
    Stop,
}

/// The store on a thread of its own, so that moving and drawing never wait for a disk.
pub struct Worker<S> {
    jobs: Sender<Job>,
    thread: JoinHandle<S>,
}

impl<S: Store + Send + 'static> Worker<S> {
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

fn serve<S: Store>(mut store: S, inbox: &Receiver<Job>, tell: impl Fn(Fact)) -> S {
    while let Ok(job) = inbox.recv() {
        match job {
            Job::Stop => break,
            Job::Commit(head, commit) => tell(perform(&mut store, head, commit)),
            Job::Timeline(case) => tell(answer(store.timeline(case), |events| Fact::Timeline(case, events))),
            Job::History(head) => tell(answer(history(&mut store, head), Fact::History)),
        }
    }
    store
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
