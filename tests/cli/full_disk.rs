//! A disk without room: a clear error, nothing acknowledged lost, and the vault opens again.

use super::house::House;
use std::process::{Command, Stdio};

const LINES: usize = 500;

/// Lines of which each takes about twelve thousand bytes.
fn lines(house: &House) -> String {
    let note = "a long note ".repeat(1_000);
    let lines = (0..LINES).map(|n| format!("event log R-014 note \"{n} {note}\"\n"));
    house.write("lines", lines.collect::<String>().as_bytes())
}

/// Checks what a run said that ran out of room, and that the vault holds everything it acknowledged.
fn check(house: &House, vault: &str, saved: usize, said: &str, code: Option<i32>) {
    let refused: Vec<&str> = said.lines().filter(|line| line.starts_with("error ")).collect();
    assert!(saved > 0 && !refused.is_empty(), "{saved} saved: {said}");
    assert!(refused[0].contains("Not saved"), "{}", refused[0]);
    assert!(matches!(code, Some(1)), "{code:?}");
    let args = ["timeline", "R-014", "--json", "--vault", vault, "--passphrase-file"];
    let mut command = house.bare(&args);
    let output = command.arg(house.path("passphrase")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found = String::from_utf8(output.stdout).unwrap().lines().count();
    assert!(found >= saved, "{saved} acknowledged, {found} there");
    println!("{saved} of {LINES} acknowledged, {found} there; then: {}", refused[0]);
}

fn saved(said: &str) -> usize {
    said.lines().filter(|line| line.starts_with("ok ")).count()
}

/// A limit on the size of files stands in for the disk where no small one can be mounted; the signal that comes with it
/// is ignored, as a real disk sends none.
#[test]
fn a_file_that_cannot_grow_is_said_and_loses_nothing() {
    let house = House::new();
    house.act("case add R-014 --need asylum\n").good();
    let file = lines(&house);
    let vault = house.vault();
    // In blocks of 512 bytes.
    let script = "trap '' XFSZ; ulimit -f 1024; exec \"$0\" do \"$1\" --vault \"$2\" --passphrase-file \"$3\"";
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_rumbo"), &file]).arg(&vault).arg(house.path("passphrase"));
    let output = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    check(&house, vault.to_str().unwrap(), saved(&said), &said, output.status.code());
    // With room again it goes on.
    house.act("event log R-014 note \"room again\"\n").good();
    assert!(house.notes("R-014").contains(&"room again".to_owned()));
}

/// A real file system of six megabytes, where the system lets somebody mount one of their own.
#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let house = House::empty();
    let file = lines(&house);
    let script = "mount -t tmpfs -o size=6m,mode=700 none \"$4\" || exit 77
        \"$0\" init --insecure-test-kdf --vault \"$4/vault\" --passphrase-file \"$3\" >&2 || exit 78
        echo 'case add R-014 --need asylum' | \"$0\" do - --vault \"$4/vault\" --passphrase-file \"$3\" >&2 || exit 79
        \"$0\" do \"$1\" --vault \"$4/vault\" --passphrase-file \"$3\"
        code=$?
        cp -r \"$4/vault\" \"$2\" && chmod -R go= \"$2\" && exit $code";
    let small = house.path("small");
    std::fs::create_dir(&small).unwrap();
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", script, env!("CARGO_BIN_EXE_rumbo"), &file]);
    command.arg(house.vault()).arg(house.path("passphrase")).arg(&small);
    let Ok(output) = command.stdin(Stdio::null()).output() else {
        eprintln!("skipped: unshare is not here");
        return;
    };
    let said = String::from_utf8(output.stdout).unwrap();
    if said.is_empty() {
        eprintln!("skipped: no file system may be mounted here: {}", String::from_utf8_lossy(&output.stderr));
        return;
    }
    let vault = house.vault();
    check(&house, vault.to_str().unwrap(), saved(&said), &said, output.status.code());
    house.act("event log R-014 note \"room again\"\n").good();
}
