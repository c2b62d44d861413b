//! What was acknowledged was on the disk before it was said.

use super::house::House;
use std::io::Write;
use std::process::{Command, Stdio};

/// Of a trace with the paths of files, the calls that write, sync or answer, in order.
#[derive(Debug, PartialEq, Eq)]
enum Call {
    Journal,
    Sync,
    Answer,
}

fn call(line: &str) -> Option<Call> {
    let journal = line.contains("/journal/");
    let name = line.split('(').next().unwrap_or_default().split_whitespace().last().unwrap_or_default();
    match name {
        "write" | "pwrite64" | "writev" | "pwritev" | "pwritev2" if journal => Some(Call::Journal),
        "fdatasync" | "fsync" if journal => Some(Call::Sync),
        "write" if line.contains("\"ok ") => Some(Call::Answer),
        _ => None,
    }
}

#[test]
fn each_commit_is_synced_between_its_writing_and_its_answer() {
    let house = House::new();
    let lines = (0..5).map(|n| format!("case add R-{n} --need asylum\n")).collect::<Vec<_>>().concat();
    let trace = house.path("trace");
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-e", "trace=write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync", "-o"]).arg(&trace);
    command.arg(env!("CARGO_BIN_EXE_rumbo")).args(["do", "-", "--vault"]).arg(house.vault());
    command.arg("--passphrase-file").arg(house.path("passphrase"));
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let Ok(mut child) = started else {
        eprintln!("skipped: strace is not here");
        return;
    };
    drop(child.stdin.take().unwrap().write_all(lines.as_bytes()));
    let output = child.wait_with_output().unwrap();
    if String::from_utf8_lossy(&output.stderr).contains("Operation not permitted") {
        eprintln!("skipped: strace may not trace here");
        return;
    }
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "ok 1\nok 2\nok 3\nok 4\nok 5\n");
    let traced = std::fs::read_to_string(trace).unwrap();
    let calls: Vec<Call> = traced.lines().filter_map(call).collect();
    let answers = calls.iter().filter(|call| **call == Call::Answer).count();
    assert_eq!(answers, 5, "{traced}");
    for before in calls.split(|call| *call == Call::Answer).take(answers) {
        assert!(before.contains(&Call::Journal), "an answer without a commit: {calls:?}");
        assert_eq!(before.last(), Some(&Call::Sync), "written and not synced before the answer: {calls:?}");
    }
}
