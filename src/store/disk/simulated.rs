//! A disk in memory that does what the worst real one may: until a file or directory is synced, a power cut may lose any
//! part of what was done to it, in any order, sector by sector; a failed sync loses it silently; calls fail where they
//! are told to; bits rot.
//!
//! All chance comes from one seed, so that a run can be played again.

mod faults;
mod file;

pub use self::faults::Fault;
pub use self::file::Handle;

use self::faults::{Call, Plan};
use self::file::Bytes;
use super::{Found, What};
use fastrand::Rng;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

thread_local! {
    static CURRENT: RefCell<Option<Disk>> = const { RefCell::new(None) };
}

/// The disk under this thread's vaults, if it is a simulated one.
pub fn current() -> Option<Disk> {
    CURRENT.with_borrow(Clone::clone)
}

/// The thread goes back to the real disk when this is dropped.
pub struct Installed(());

impl Drop for Installed {
    fn drop(&mut self) {
        CURRENT.set(None);
    }
}

/// The directory that is there from the beginning.
pub const ROOT: &str = "/disk";

/// Names to nodes.
type Entries = BTreeMap<String, u64>;

/// A change of a directory that is not synced yet.
#[derive(Debug, Clone)]
enum Entry {
    Put(String, u64),
    Gone(String),
    /// One change: both or neither.
    Renamed(String, String, u64),
}

#[derive(Debug)]
enum Node {
    File(Bytes),
    Dir { now: Entries, safe: Entries, pending: Vec<Entry> },
}

#[derive(Debug)]
struct State {
    nodes: BTreeMap<u64, Node>,
    next: u64,
    plan: Plan,
    rng: Rng,
}

/// A simulated disk; clones are the same disk.
#[derive(Debug, Clone)]
pub struct Disk(Arc<Mutex<State>>);

const TOP: u64 = 1;

fn dir() -> Node {
    Node::Dir { now: Entries::new(), safe: Entries::new(), pending: Vec::new() }
}

fn missing<T>() -> io::Result<T> {
    Err(ErrorKind::NotFound.into())
}

fn apply(entries: &mut Entries, entry: &Entry) {
    match entry {
        Entry::Put(name, node) => drop(entries.insert(name.clone(), *node)),
        Entry::Gone(name) => drop(entries.remove(name)),
        Entry::Renamed(from, to, node) => {
            entries.remove(from);
            entries.insert(to.clone(), *node);
        }
    }
}

impl Disk {
    /// An empty disk with [`ROOT`].
    pub fn new(seed: u64) -> Self {
        let nodes = BTreeMap::from([(TOP, dir())]);
        let disk = Self(Arc::new(Mutex::new(State {
            nodes,
            next: TOP + 1,
            plan: Plan::default(),
            rng: Rng::with_seed(seed),
        })));
        disk.create_dir(Path::new(ROOT)).unwrap();
        disk.sync_dir(Path::new("/")).unwrap();
        disk
    }

    /// Puts it under this thread's vaults.
    pub fn install(&self) -> Installed {
        CURRENT.set(Some(self.clone()));
        Installed(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// What goes wrong, and after how many calls from now.
    pub fn arm(&self, fault: Fault, after: u64) {
        self.state().plan.arm(fault, after);
    }

    /// From now on nothing goes wrong; tells whether something did.
    pub fn disarm(&self) -> bool {
        self.state().plan.disarm()
    }

    /// The power goes and comes back: what was not synced is lost, kept, torn or reordered, by chance.
    pub fn cut_power(&self) {
        let state = &mut *self.state();
        state.plan.disarm();
        for node in state.nodes.values_mut() {
            match node {
                Node::File(bytes) => bytes.cut_power(&mut state.rng),
                Node::Dir { now, safe, pending } => {
                    let pending = std::mem::take(pending);
                    let kept = match state.rng.u8(..4) {
                        0 => 0,
                        1 => pending.len(),
                        _ => state.rng.usize(..=pending.len()),
                    };
                    let any_order = state.rng.bool();
                    for (at, entry) in pending.iter().enumerate() {
                        if if any_order { state.rng.bool() } else { at < kept } {
                            apply(safe, entry);
                        }
                    }
                    now.clone_from(safe);
                }
            }
        }
    }

    /// One file, chosen by chance, loses a bit or its end; returns which.
    pub fn rot(&self) -> Option<PathBuf> {
        let files = self.files(Path::new(ROOT));
        let state = &mut *self.state();
        let (path, node) = files.get(state.rng.usize(..files.len().max(1)))?;
        match state.nodes.get_mut(node) {
            Some(Node::File(bytes)) => bytes.rot(&mut state.rng).then(|| path.clone()),
            _ => None,
        }
    }

    fn files(&self, path: &Path) -> Vec<(PathBuf, u64)> {
        let state = self.state();
        let mut found = Vec::new();
        let mut open = vec![(path.to_owned(), state.resolve(path).unwrap())];
        while let Some((path, node)) = open.pop() {
            match &state.nodes[&node] {
                Node::File(_) => found.push((path, node)),
                Node::Dir { now, .. } => open.extend(now.iter().map(|(name, node)| (path.join(name), *node))),
            }
        }
        found
    }

    pub(super) fn create(&self, path: &Path) -> io::Result<Handle> {
        let mut state = self.state();
        state.call(Call::Grow)?;
        let (parent, name) = state.parent(path)?;
        if state.entries(parent)?.contains_key(&name) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let node = state.add(Node::File(Bytes::default()));
        state.change(parent, Entry::Put(name, node))?;
        Ok(Handle::new(self.clone(), node))
    }

    pub(super) fn open(&self, path: &Path) -> io::Result<Handle> {
        let mut state = self.state();
        state.call(Call::Read)?;
        let node = state.resolve(path)?;
        match state.nodes.get(&node) {
            Some(Node::File(_)) => Ok(Handle::new(self.clone(), node)),
            _ => Err(ErrorKind::IsADirectory.into()),
        }
    }

    pub(super) fn find(&self, path: &Path) -> io::Result<Found> {
        let mut state = self.state();
        state.call(Call::Read)?;
        let node = state.resolve(path)?;
        state.found(node)
    }

    pub(super) fn create_dir(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(Call::Grow)?;
        let (parent, name) = state.parent(path)?;
        if state.entries(parent)?.contains_key(&name) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let node = state.add(dir());
        state.change(parent, Entry::Put(name, node))
    }

    pub(super) fn sync_dir(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(Call::Sync)?;
        let node = state.resolve(path)?;
        match state.nodes.get_mut(&node) {
            Some(Node::Dir { safe, pending, .. }) => {
                pending.drain(..).for_each(|entry| apply(safe, &entry));
                Ok(())
            }
            _ => Err(ErrorKind::NotADirectory.into()),
        }
    }

    pub(super) fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        let mut state = self.state();
        state.call(Call::Read)?;
        let node = state.resolve(path)?;
        Ok(state.entries(node)?.keys().map(|name| path.join(name)).collect())
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(Call::Change)?;
        let ((parent, name), (other, new)) = (state.parent(from)?, state.parent(to)?);
        assert_eq!(parent, other, "the vault moves nothing between directories");
        let Some(node) = state.entries(parent)?.get(&name).copied() else { return missing() };
        state.change(parent, Entry::Renamed(name, new, node))
    }

    pub(super) fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(Call::Change)?;
        let (parent, name) = state.parent(path)?;
        if state.entries(parent)?.contains_key(&name) { state.change(parent, Entry::Gone(name)) } else { missing() }
    }
}

impl State {
    fn call(&mut self, call: Call) -> io::Result<()> {
        self.plan.call(call)
    }

    fn add(&mut self, node: Node) -> u64 {
        self.next += 1;
        self.nodes.insert(self.next, node);
        self.next
    }

    fn entries(&self, node: u64) -> io::Result<&Entries> {
        match self.nodes.get(&node) {
            Some(Node::Dir { now, .. }) => Ok(now),
            _ => Err(ErrorKind::NotADirectory.into()),
        }
    }

    fn change(&mut self, node: u64, entry: Entry) -> io::Result<()> {
        match self.nodes.get_mut(&node) {
            Some(Node::Dir { now, pending, .. }) => {
                apply(now, &entry);
                pending.push(entry);
                Ok(())
            }
            _ => Err(ErrorKind::NotADirectory.into()),
        }
    }

    fn resolve(&self, path: &Path) -> io::Result<u64> {
        let mut node = TOP;
        for part in path.components() {
            if let Component::Normal(name) = part {
                let name = name.to_str().unwrap();
                let Some(next) = self.entries(node)?.get(name) else { return missing() };
                node = *next;
            }
        }
        Ok(node)
    }

    fn parent(&self, path: &Path) -> io::Result<(u64, String)> {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        Ok((self.resolve(path.parent().unwrap())?, name))
    }

    fn found(&self, node: u64) -> io::Result<Found> {
        let (what, mode, length) = match self.nodes.get(&node) {
            Some(Node::File(bytes)) => (What::File, 0o600, bytes.now().len() as u64),
            Some(Node::Dir { .. }) => (What::Dir, 0o700, 0),
            None => return missing(),
        };
        Ok(Found { what, mode, length, id: (0, node) })
    }
}
