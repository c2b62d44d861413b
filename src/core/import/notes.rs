//! Notes as lines: an entry is added once, and found again however often it is imported.

/// Whether `entry` stands in `notes`, as whole lines.
pub fn holds(notes: &str, entry: &str) -> bool {
    let entry = trim(entry);
    entry.is_empty() || format!("\n{notes}\n").contains(&format!("\n{entry}\n"))
}

/// Adds `entry` on lines of its own, unless it is there.
pub fn add(notes: &mut String, entry: &str) {
    if !holds(notes, entry) {
        append(notes, entry);
    }
}

/// Adds `entry`, which is known not to be there, on lines of its own.
pub fn append(notes: &mut String, entry: &str) {
    if !notes.is_empty() && !notes.ends_with('\n') {
        notes.push('\n');
    }
    notes.push_str(trim(entry));
}

/// An entry without the line breaks around it.
pub fn trim(entry: &str) -> &str {
    entry.trim_matches('\n')
}
