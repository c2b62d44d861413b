//! The memory of a process, as its parent or root can read it.

use std::fs::File;
use std::os::unix::fs::FileExt;

/// The memory of a process that can be read, piece by piece; `None` where the system does not let us.
pub fn memory(id: u32) -> Option<Vec<Vec<u8>>> {
    let maps = std::fs::read_to_string(format!("/proc/{id}/maps")).ok()?;
    let memory = File::open(format!("/proc/{id}/mem")).ok()?;
    let mut pieces = Vec::new();
    for line in maps.lines() {
        let mut parts = line.split_whitespace();
        let (from, to) = parts.next()?.split_once('-')?;
        if !parts.next()?.starts_with('r') || line.ends_with("[vvar]") || line.contains("vvar") {
            continue;
        }
        let (from, to) = (u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?);
        let mut bytes = vec![0; usize::try_from(to - from).ok()?];
        // A page that cannot be read is left as zeros.
        for (at, page) in bytes.chunks_mut(4096).enumerate() {
            drop(memory.read_at(page, from + 4096 * at as u64));
        }
        pieces.push(bytes);
    }
    Some(pieces)
}
