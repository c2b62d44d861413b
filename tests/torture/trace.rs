//! The program under `strace`, which does something to one of its calls.

use super::house::{House, PASSPHRASE};
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Calls that change a disk, or answer.
pub const CHANGING: [&str; 17] = [
    "write",
    "pwrite64",
    "writev",
    "pwritev2",
    "fsync",
    "fdatasync",
    "sync_file_range",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "ftruncate",
    "fallocate",
    "mkdir",
    "chmod",
    "fchmod",
];

/// Calls that only look.
const LOOKING: [&str; 12] = [
    "read",
    "pread64",
    "readv",
    "openat",
    "close",
    "lseek",
    "fstat",
    "newfstatat",
    "statx",
    "fcntl",
    "flock",
    "getdents64",
];

/// Every call on files.
pub fn files() -> Vec<&'static str> {
    [&LOOKING[..], &CHANGING].concat()
}

/// How a traced run ended.
pub struct Run {
    /// `None` where a signal ended it.
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    /// Whether what was asked of `strace` came about.
    pub happened: bool,
    /// The calls traced, a line each.
    pub calls: String,
}

/// Whether `strace` is here and may trace; says so loudly if not.
pub fn is_here() -> bool {
    let tried = Command::new("strace").args(["-f", "-e", "trace=write", "-o", "/dev/null", "true"]).output();
    let here = tried.is_ok_and(|output| output.status.success());
    if !here {
        eprintln!(
            "SKIPPED: strace is not here, or may not trace: nothing is shown about calls that are killed or fail"
        );
    }
    here
}

/// Runs the program on the house's vault with `input`; `ask` is what `strace` is to do, such as
/// `inject=write:signal=KILL:when=3`.
pub fn run(house: &House, ask: &str, args: &[&str], input: &str) -> Run {
    // A file for the calls, one for the input: pipes would add calls and chance of their own.
    let (calls, lines) = (house.path("calls"), house.path("input"));
    std::fs::write(&lines, input).unwrap();
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", ask, "-o"]).arg(&calls).arg(env!("CARGO_BIN_EXE_rumbo")).args(args);
    command.arg("--vault").arg(house.vault()).arg("--passphrase-file").arg(house.path("passphrase"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap());
    command.env("HOME", house.path("home")).env("TMPDIR", house.path("tmp")).current_dir(house.path("home"));
    command.stdin(std::fs::File::open(&lines).unwrap()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let Output { status, stdout, stderr } = command.spawn().unwrap().wait_with_output().unwrap();
    let calls = std::fs::read(&calls).map(|calls| String::from_utf8_lossy(&calls).into_owned()).unwrap_or_default();
    Run {
        code: status.code(),
        out: String::from_utf8_lossy(&stdout).into_owned(),
        err: String::from_utf8_lossy(&stderr).into_owned(),
        happened: calls.contains("killed by SIGKILL") || calls.contains("(INJECTED)"),
        calls,
    }
}

/// How often an unharmed run makes each of these calls; those that it never makes are left out.
pub fn counts(house: &House, calls: &[&'static str], args: &[&str], input: &str) -> Vec<(&'static str, usize)> {
    // What this machine does not have is no mistake.
    let all: Vec<String> = calls.iter().map(|call| format!("?{call}")).collect();
    let run = run(house, &format!("trace={}", all.join(",")), args, input);
    assert_eq!(run.code, Some(0), "{args:?}: {}{}", run.out, run.err);
    let named = |line: &str, call: &str| {
        let name = line.split('(').next().unwrap_or_default();
        name.split_whitespace().last() == Some(call)
    };
    let count = |call: &&'static str| (*call, run.calls.lines().filter(|line| named(line, call)).count());
    calls.iter().map(count).filter(|(_, count)| *count > 0).collect()
}

/// A house with a home and a temporary folder of its own.
pub fn furnished() -> House {
    let house = House::empty();
    for folder in ["home", "tmp"] {
        std::fs::create_dir(house.path(folder)).unwrap();
    }
    house
}

/// Puts the vault of one house into another, which has none.
pub fn copy_vault(from: &House, to: &House) {
    drop(std::fs::remove_dir_all(to.vault()));
    let done = Command::new("cp").arg("-a").arg(from.vault()).arg(to.vault()).status().unwrap();
    assert!(done.success());
}

/// The passphrase as the store takes it.
pub fn passphrase() -> rumbo::store::keys::Passphrase {
    zeroize::Zeroizing::new(PASSPHRASE.as_bytes().to_vec())
}

/// Appends to a report that a person reads, and prints it.
pub fn report(text: &str) {
    println!("{text}");
    if let Some(file) = std::env::var_os("RUMBO_REPORT") {
        let file = std::fs::OpenOptions::new().create(true).append(true).open(file);
        writeln!(file.unwrap(), "{text}").unwrap();
    }
}
