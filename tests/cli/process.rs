//! What the process keeps to itself: files of its owner alone, no socket, no core, and one writer at a time.

use super::house::{House, NOW};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Everything below a folder, the folder first.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    let mut at = 0;
    while let Some(path) = found.get(at).cloned() {
        at += 1;
        if path.is_dir() {
            found.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    found
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

/// `rumbo` in a shell that lets everybody do everything with new files.
fn loose(house: &House, args: &str) {
    let program = env!("CARGO_BIN_EXE_rumbo");
    let shell = format!("umask 000; exec {program} {args} --vault vault --passphrase-file passphrase --now {NOW}");
    let mut command = Command::new("sh");
    command.args(["-c", &shell]).current_dir(house.vault().parent().unwrap()).env("HOME", house.path("home"));
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{args}: {output:?}");
}

#[test]
fn files_are_their_owner_s_alone_whatever_the_umask() {
    let house = House::empty();
    loose(&house, "init --insecure-test-kdf");
    house.write("lines", b"case add R-1 --need asylum\nevent log R-1 note \"a note\"\n");
    loose(&house, "do lines");
    // The timelines' own store as well.
    loose(&house, "timeline R-1");
    loose(&house, "backup copy.rumbo");
    loose(&house, "export ics dates.ics");
    let mut looked_at = 0;
    for path in below(&house.vault()) {
        let (usual, found) = (if path.is_dir() { 0o700 } else { 0o600 }, mode(&path));
        // What lies in a closed folder may have been made by a library; nobody else gets there.
        assert!(found == usual || path.starts_with(house.vault().join("state")), "{found:o} {}", path.display());
        looked_at += 1;
    }
    assert!(looked_at > 6, "{looked_at}");
    for copy in ["copy.rumbo", "dates.ics"] {
        assert_eq!(mode(&house.path(copy)), 0o600, "{copy}");
    }
}

#[test]
fn a_vault_that_others_can_write_to_is_refused_whichever_folder_it_is() {
    let house = House::new();
    house.act("case add R-1 --need asylum\n").good();
    for folder in ["", "journal", "state"] {
        let folder = house.vault().join(folder);
        fs::create_dir_all(&folder).unwrap();
        let before = mode(&folder);
        for bits in [0o720, 0o702] {
            fs::set_permissions(&folder, fs::Permissions::from_mode(bits)).unwrap();
            for args in [&["cases"][..], &["do", "/dev/null"]] {
                let said = house.run(args).refused(1);
                assert!(said.contains("others may write to it"), "{said}");
            }
        }
        fs::set_permissions(&folder, fs::Permissions::from_mode(before)).unwrap();
        house.run(&["cases"]).good();
    }
    let (journal, moved) = (house.vault().join("journal"), house.path("elsewhere"));
    fs::rename(&journal, &moved).unwrap();
    std::os::unix::fs::symlink(&moved, &journal).unwrap();
    let said = house.run(&["cases"]).refused(1);
    assert!(said.contains("is a link"), "{said}");
}

/// The calls of a run that `strace` writes down; `None` where it is not here or may not trace.
fn traced(house: &House, calls: &str, args: &[&str]) -> Option<String> {
    let trace = house.path("trace");
    let mut command = Command::new("strace");
    command.current_dir(house.path("."));
    command.args(["-f", "-e", &format!("trace={calls}"), "-o"]).arg(&trace);
    command.arg(env!("CARGO_BIN_EXE_rumbo")).args(args).arg("--vault").arg(house.vault());
    command.arg("--passphrase-file").arg(house.path("passphrase")).stdin(Stdio::null()).stderr(Stdio::piped());
    let Ok(output) = command.output() else {
        eprintln!("SKIPPED: strace is not here");
        return None;
    };
    if String::from_utf8_lossy(&output.stderr).contains("Operation not permitted") {
        eprintln!("SKIPPED: strace may not trace here");
        return None;
    }
    Some(fs::read_to_string(trace).unwrap())
}

#[test]
fn no_socket_is_opened_and_the_process_closes_itself_off_first() {
    let house = House::empty();
    house.write("lines", b"case add R-1 --need asylum\nevent log R-1 note \"a note\"\n");
    let init = ["init", "--insecure-test-kdf"];
    for args in [&init[..], &["do", "lines"], &["queue", "--json"], &["timeline", "R-1"], &["backup", "copy.rumbo"]] {
        let Some(trace) = traced(&house, "%network,prctl,prlimit64,openat", args) else { return };
        let opened = trace
            .lines()
            .filter(|line| ["socket", "connect", "bind"].iter().any(|call| line.contains(&format!("{call}("))));
        assert_eq!(opened.collect::<Vec<_>>(), Vec::<&str>::new(), "{args:?}");
        let at = |what: &str| trace.lines().position(|line| line.contains(what));
        let closed = at("prctl(PR_SET_DUMPABLE, SUID_DUMP_DISABLE").unwrap_or_else(|| panic!("{args:?}: {trace}"));
        let no_core = at("RLIMIT_CORE, {rlim_cur=0, rlim_max=0}").unwrap_or_else(|| panic!("{args:?}: {trace}"));
        let passphrase = at("/passphrase\"").unwrap();
        assert!(closed < passphrase && no_core < passphrase, "{args:?}: {trace}");
    }
}

#[test]
fn a_second_writer_is_refused_before_it_asks_for_anything() {
    let house = House::new();
    let mut holder = house.open(&["do", "-"]);
    // It holds the vault once it has answered.
    let mut input = holder.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, b"case add R-1 --need asylum\n").unwrap();
    let mut answers = std::io::BufReader::new(holder.stdout.take().unwrap());
    let mut answer = String::new();
    std::io::BufRead::read_line(&mut answers, &mut answer).unwrap();
    assert_eq!(answer, "ok 1\n");
    // The passphrase is not even looked for: there is none.
    let begun = std::time::Instant::now();
    let other = house
        .bare(&["do", "/dev/null", "--passphrase-file", "/nowhere", "--vault"])
        .arg(house.vault())
        .output()
        .unwrap();
    println!("refused after {} ms", begun.elapsed().as_millis());
    let said = String::from_utf8(other.stderr).unwrap();
    assert_eq!(other.status.code(), Some(3), "{said}");
    assert!(said.contains(&format!("in use by process {}", holder.id())), "{said}");
    // Who only reads is not kept waiting.
    for args in [&["queue"][..], &["cases"], &["partners"], &["timeline", "R-1"], &["export", "ics"], &["forecast"]] {
        house.run(args).good();
    }
    // Killed, it leaves nothing that blocks.
    holder.kill().unwrap();
    holder.wait().unwrap();
    house.act("case add R-2 --need asylum\n").good();
}
