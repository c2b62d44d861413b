//! A file of a simulated disk: its bytes as programs see them, and as they stand on the disk.

use super::super::Found;
use super::faults::Call;
use super::{Disk, Node};
use fastrand::Rng;
use std::fs::TryLockError;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};

/// The smallest piece that reaches a disk as a whole.
const SECTOR: usize = 512;

/// A change of a file that is not synced yet.
#[derive(Debug)]
enum Change {
    Bytes(usize, Vec<u8>),
    Length(usize),
}

/// The bytes of a file.
#[derive(Debug, Default)]
pub struct Bytes {
    now: Vec<u8>,
    safe: Vec<u8>,
    pending: Vec<Change>,
}

fn put(bytes: &mut Vec<u8>, offset: usize, new: &[u8]) {
    if bytes.len() < offset + new.len() {
        bytes.resize(offset + new.len(), 0);
    }
    bytes[offset..offset + new.len()].copy_from_slice(new);
}

/// The pieces of `new` that fall into different sectors.
fn sectors(offset: usize, new: &[u8]) -> Vec<(usize, &[u8])> {
    let mut pieces = Vec::new();
    let (mut at, mut rest) = (offset, new);
    while !rest.is_empty() {
        let (piece, more) = rest.split_at(rest.len().min(SECTOR - at % SECTOR));
        pieces.push((at, piece));
        (at, rest) = (at + piece.len(), more);
    }
    pieces
}

impl Bytes {
    pub fn now(&self) -> &[u8] {
        &self.now
    }

    fn change(&mut self, change: Change) {
        match &change {
            Change::Bytes(offset, new) => put(&mut self.now, *offset, new),
            Change::Length(length) => self.now.resize(*length, 0),
        }
        self.pending.push(change);
    }

    fn sync(&mut self) {
        self.safe.clone_from(&self.now);
        self.pending.clear();
    }

    pub fn cut_power(&mut self, rng: &mut Rng) {
        self.settle(rng);
        self.now.clone_from(&self.safe);
    }

    /// Some of what is pending reaches the disk, and nothing of the rest ever will.
    fn settle(&mut self, rng: &mut Rng) {
        let pending = std::mem::take(&mut self.pending);
        let way = rng.u8(..4);
        let kept = rng.usize(..=pending.len());
        for (at, change) in pending.iter().enumerate() {
            let whole = match way {
                0 => false,
                1 => true,
                // In order, and the last one torn.
                2 => at < kept,
                _ => rng.bool(),
            };
            match change {
                Change::Bytes(offset, new) if whole => put(&mut self.safe, *offset, new),
                Change::Bytes(offset, new) if way == 3 || (way == 2 && at == kept) => {
                    for (offset, piece) in sectors(*offset, new) {
                        if rng.bool() {
                            put(&mut self.safe, offset, piece);
                        }
                    }
                }
                Change::Length(length) if whole => self.safe.resize(*length, 0),
                Change::Bytes(..) | Change::Length(_) => {}
            }
        }
    }

    /// Flips a bit or cuts the end off; `false` if there is nothing to spoil.
    pub fn rot(&mut self, rng: &mut Rng) -> bool {
        if self.now.is_empty() {
            return false;
        }
        if rng.u8(..4) == 0 {
            self.now.truncate(rng.usize(..self.now.len()));
        } else {
            let at = rng.usize(..self.now.len());
            self.now[at] ^= 1 << rng.u8(..8);
        }
        self.sync();
        true
    }
}

/// An open file.
#[derive(Debug)]
pub struct Handle {
    disk: Disk,
    node: u64,
    position: u64,
}

fn index(offset: u64) -> usize {
    usize::try_from(offset).unwrap()
}

impl Handle {
    pub fn new(disk: Disk, node: u64) -> Self {
        Self { disk, node, position: 0 }
    }

    fn with<T>(&self, call: Call, act: impl FnOnce(&mut Bytes) -> io::Result<T>) -> io::Result<T> {
        let state = &mut *self.disk.state();
        let allowed = state.plan.call(call);
        let Some(Node::File(bytes)) = state.nodes.get_mut(&self.node) else { return Err(ErrorKind::NotFound.into()) };
        match allowed {
            Ok(()) => act(bytes),
            Err(error) => {
                if call == Call::Sync {
                    // What was pending is lost or not, nobody knows, and no later sync writes it.
                    bytes.settle(&mut state.rng);
                }
                Err(error)
            }
        }
    }

    pub fn found(&self) -> io::Result<Found> {
        let mut state = self.disk.state();
        state.plan.call(Call::Read)?;
        state.found(self.node)
    }

    pub fn sync_all(&self) -> io::Result<()> {
        self.with(Call::Sync, |bytes| {
            bytes.sync();
            Ok(())
        })
    }

    pub fn sync_data(&self) -> io::Result<()> {
        self.sync_all()
    }

    pub fn set_len(&self, length: u64) -> io::Result<()> {
        self.with(Call::Grow, |bytes| {
            bytes.change(Change::Length(index(length)));
            Ok(())
        })
    }

    pub fn read_exact_at(&self, into: &mut [u8], offset: u64) -> io::Result<()> {
        self.with(Call::Read, |bytes| match bytes.now.get(index(offset)..index(offset) + into.len()) {
            Some(found) => {
                into.copy_from_slice(found);
                Ok(())
            }
            None => Err(ErrorKind::UnexpectedEof.into()),
        })
    }

    /// Where it fails, some of it may be written all the same. What lies inside the file needs no room.
    pub fn write_all_at(&self, new: &[u8], offset: u64) -> io::Result<()> {
        let state = &mut *self.disk.state();
        let Some(Node::File(bytes)) = state.nodes.get_mut(&self.node) else { return Err(ErrorKind::NotFound.into()) };
        let inside = index(offset) + new.len() <= bytes.now.len();
        let allowed = state.plan.call(if inside { Call::Change } else { Call::Grow });
        let written = if allowed.is_ok() { new.len() } else { state.rng.usize(..=new.len()) };
        bytes.change(Change::Bytes(index(offset), new[..written].to_vec()));
        allowed
    }

    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "nobody else has a disk in memory")]
    pub fn try_lock(&self) -> Result<(), TryLockError> {
        Ok(())
    }
}

impl Read for Handle {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let start = index(self.position);
        let read = self.with(Call::Read, |bytes| {
            let rest = bytes.now.get(start..).unwrap_or_default();
            let count = rest.len().min(into.len());
            into[..count].copy_from_slice(&rest[..count]);
            Ok(count)
        })?;
        self.position += read as u64;
        Ok(read)
    }
}

impl Write for Handle {
    fn write(&mut self, new: &[u8]) -> io::Result<usize> {
        self.write_all_at(new, self.position)?;
        self.position += new.len() as u64;
        Ok(new.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Handle {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let end = self.found()?.length;
        let (base, by) = match to {
            SeekFrom::Start(offset) => (offset, 0),
            SeekFrom::End(by) => (end, by),
            SeekFrom::Current(by) => (self.position, by),
        };
        self.position = base.checked_add_signed(by).ok_or(ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
