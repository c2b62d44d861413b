//! Stories: files of blocks with what is done above `---` and what comes of it below; `===` ends a block, and the next
//! goes on from there. With `RUMBO_BLESS=1` the files are written anew, to be read before they are kept.

use std::fmt::Write;
use std::path::Path;

/// Plays every file of a folder below `tests` and compares it with itself; `play` begins anew and answers line by line.
pub fn tell<T>(folder: &str, begin: impl Fn() -> T, line: impl Fn(&mut T, &str) -> Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    let mut wrong = String::new();
    for file in &files {
        let text = std::fs::read_to_string(file).unwrap();
        let played = play(&text, &mut begin(), &line);
        if std::env::var_os("RUMBO_BLESS").is_some() {
            std::fs::write(file, played).unwrap();
        } else if text != played {
            write!(wrong, "\n{}\n{}", file.display(), difference(&text, &played)).unwrap();
        }
    }
    assert!(files.len() > 3, "the stories are not here");
    assert!(wrong.is_empty(), "{wrong}\nRUMBO_BLESS=1 writes the files anew; read them before keeping them.");
}

/// The whole file with the output as it came out.
fn play<T>(text: &str, on: &mut T, run: &impl Fn(&mut T, &str) -> Vec<String>) -> String {
    let mut out = String::new();
    for (at, block) in text.split("\n===\n").enumerate() {
        let commands = block.split("\n---").next().unwrap_or_default().trim();
        let said: Vec<String> = commands
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .flat_map(|line| run(on, line))
            .collect();
        let between = if at == 0 { "" } else { "\n===\n" };
        write!(out, "{between}{commands}\n---\n").unwrap();
        for line in said {
            writeln!(out, "{line}").unwrap();
        }
    }
    out
}

/// The blocks that differ: their commands, and the lines that do, `-` as the file has them, `+` as they came out.
fn difference(file: &str, played: &str) -> String {
    let mut out = String::new();
    for (old, new) in file.split("\n===\n").zip(played.split("\n===\n")).filter(|(old, new)| old != new) {
        let (commands, new) = new.split_once("\n---\n").unwrap();
        let old = old.split_once("\n---\n").map_or("", |(_, said)| said);
        let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
        let least = old.len().min(new.len());
        let above = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let ends = old.iter().rev().zip(new.iter().rev());
        let below = ends.take(least - above).take_while(|(old, new)| old == new).count();
        commands.lines().for_each(|line| writeln!(out, "      {line}").unwrap());
        old[above..old.len() - below].iter().for_each(|line| writeln!(out, "    - {line}").unwrap());
        new[above..new.len() - below].iter().for_each(|line| writeln!(out, "    + {line}").unwrap());
    }
    out
}
