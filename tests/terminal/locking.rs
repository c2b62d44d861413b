//! Locking: nothing is seen, nothing typed is lost, and unlocking goes back to where one was.

use crate::clinic::{Clinic, NOW, PASSPHRASE};
use crate::tty::{Setup, Tty};
use rustix::process::Signal;
use vt100::Screen;

const TWO: &str = "case add R-014 --need asylum
case add R-015 --need asylum
deadline add R-014 --title \"Letter to court\" --due 2026-12-01 --consequence removal
deadline add R-015 --title \"I-589 filing\" --due 2027-01-08 --consequence right
event log R-015 note \"She came with her sister.\"
event log R-015 visit \"First visit.\"
";

/// The screen but for the line above the keys: after unlocking it says what was changed last.
fn lines(screen: &Screen) -> Vec<String> {
    let mut lines: Vec<_> = screen.rows(0, screen.size().1.get()).map(|line| line.trim_end().to_owned()).collect();
    lines.remove(lines.len() - 2);
    lines
}

/// Locks by a key and unlocks again.
fn lock_and_unlock(tty: &mut Tty, key: &str) {
    tty.keys(key);
    tty.see("Unlock the vault");
    for readable in ["R-014", "R-015", "sister", "Quillfeather"] {
        assert!(!tty.text().contains(readable), "{}", tty.text());
    }
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see_no("Unlock the vault");
}

fn open() -> (Clinic, Tty) {
    let clinic = Clinic::after(TWO);
    let tty = clinic.open(&[]);
    tty.see("I-589 filing");
    (clinic, tty)
}

#[test]
fn a_half_typed_form_is_there_again_and_can_be_saved() {
    let (clinic, mut tty) = open();
    tty.keys("1 n");
    tty.see("Note what happened");
    tty.fill("kind", "visit");
    tty.fill("note", "Rosa Quillfeather came");
    let before = tty.look(|screen| (lines(screen), screen.cursor_position()));
    lock_and_unlock(&mut tty, "f12");
    tty.see("Rosa Quillfeather came");
    assert_eq!(tty.look(|screen| (lines(screen), screen.cursor_position())), before);
    tty.keys("' alone' ctrl-s");
    tty.see("Logged an event (visit), R-014");
    let events = clinic.run(&["timeline", "R-014", "--json"]);
    assert!(events.contains("Rosa Quillfeather came alone"), "{events}");
    tty.keys("q");
    assert_eq!(tty.ended().0.exit_code(), 0);
    tty.is_put_back();
}

/// Half a minute is the shortest that can be set, so this runs only when it is asked for.
#[test]
#[ignore = "waits for 40 seconds"]
fn left_alone_it_goes_blank_then_locks_and_the_form_is_there_again() {
    let clinic = Clinic::after(TWO);
    let mut tty = clinic.open(&["--blank-after", "30", "--lock-after", "40"]);
    tty.see("I-589 filing");
    tty.keys("1 n");
    tty.see("Note what happened");
    tty.fill("note", "Rosa Quillfeather came");
    let before = tty.look(|screen| (lines(screen), screen.cursor_position()));
    tty.wait_long("Any key shows the screen again");
    assert!(!tty.text().contains("R-014") && !tty.text().contains("Rosa"), "{}", tty.text());
    // A key shows it again and is not typed.
    tty.keys("x");
    tty.see("Rosa Quillfeather came");
    assert_eq!(tty.look(|screen| (lines(screen), screen.cursor_position())), before);
    tty.wait_long("Unlock the vault");
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see("Rosa Quillfeather came");
    assert_eq!(tty.look(|screen| (lines(screen), screen.cursor_position())), before);
    tty.keys("enter enter enter");
    tty.see("Logged an event (note), R-014");
}

#[test]
fn list_filter_marks_timeline_and_palette_are_as_they_were() {
    let (_clinic, mut tty) = open();
    for (keys, shown) in [
        ("2 /", "filter:"),
        ("'letter'", "filter: letter"),
        ("enter space", "1 marked"),
        ("1 j t", "First visit."),
        ("o", "oldest first"),
        ("j /", "filter:"),
        ("'sis'", "filter: sis"),
        ("enter ?", "in every list"),
        ("esc", "1 event "),
        (":", "Every command"),
        ("'case ad'", "/ case ad"),
    ] {
        tty.keys(keys);
        tty.see(shown);
        let before = tty.look(lines);
        lock_and_unlock(&mut tty, "f12");
        tty.wait("the same screen", |screen| lines(screen) == before);
    }
    tty.keys("esc");
    tty.see("Timeline R-015");
}

#[test]
fn the_terminal_is_put_back_after_several_locks_and_the_vault_stays_held() {
    let (clinic, mut tty) = open();
    for _ in 0..3 {
        lock_and_unlock(&mut tty, "!");
        tty.see("I-589 filing");
    }
    tty.keys("!");
    tty.see("Unlock the vault");
    let mut other = clinic.open(&[]);
    other.see("in use by process");
    assert_eq!(other.ended().0.exit_code(), 3);
    assert!(clinic.run(&["cases"]).contains("R-014"), "reading works beside a locked screen");
    tty.keys("ctrl-q");
    assert_eq!(tty.ended().0.exit_code(), 0);
    tty.is_put_back();
    // The shell's own screen was never shown between: it was left once and come back to once.
    let written = tty.written();
    let count = |bytes: &[u8]| written.windows(bytes.len()).filter(|window| *window == bytes).count();
    assert_eq!((count(b"\x1b[?1049h"), count(b"\x1b[?1049l")), (1, 1));
    assert!(!clinic.run(&["do", "/dev/null"]).contains("in use"), "the lock is let go of in the end");
}

#[test]
fn what_is_locked_is_another_program_in_the_same_process() {
    let (_clinic, mut tty) = open();
    tty.keys("!");
    tty.see("Unlock the vault");
    let name = std::fs::read_to_string(format!("/proc/{}/comm", tty.id())).unwrap_or_else(|_| "rumbo\n".to_owned());
    assert_eq!(name, "rumbo\n");
    // Ended from outside while it is locked.
    tty.signal(Signal::TERM);
    tty.ended();
    tty.is_put_back();
}

#[test]
fn the_screen_opens_no_socket_and_closes_itself_off_before_and_after_a_lock() {
    let clinic = Clinic::after(TWO);
    let (vault, trace) = (clinic.file("vault"), clinic.file("trace"));
    let calls = "trace=socket,connect,bind,listen,execve,prctl";
    let program = env!("CARGO_BIN_EXE_rumbo");
    let args = ["-f", "-e", calls, "-o", &trace, program, "--vault", &vault, "--now", NOW];
    if std::process::Command::new("strace").arg("-V").output().is_err() {
        eprintln!("SKIPPED: strace is not here");
        return;
    }
    let mut tty = Tty::program(&Setup::at(clinic.path()), "strace", &args);
    tty.see("Unlock the vault");
    tty.keys(&format!("'{PASSPHRASE}' enter"));
    tty.see("I-589 filing");
    tty.keys("f12");
    tty.see("Unlock the vault");
    tty.keys("ctrl-q");
    tty.ended();
    let trace = std::fs::read_to_string(trace).unwrap();
    let count = |what: &str| trace.lines().filter(|line| line.contains(what)).count();
    assert_eq!(["socket(", "connect(", "bind(", "listen("].map(count), [0; 4], "{trace}");
    // The program is run twice, and each time closes itself off.
    assert_eq!((count("execve("), count("PR_SET_DUMPABLE, SUID_DUMP_DISABLE")), (2, 2), "{trace}");
}

#[test]
fn suspended_it_is_locked_and_the_shell_has_the_terminal() {
    for by_key in [true, false] {
        let (_clinic, mut tty) = open();
        tty.keys("1 n");
        tty.see("Note what happened");
        tty.fill("note", "half a sentence");
        if by_key {
            // Forms take no ctrl-z; lists do.
            tty.keys("esc");
            tty.see("Esc again");
            tty.keys("esc");
            tty.see_no("Note what happened");
            tty.keys("ctrl-z");
        } else {
            tty.signal(Signal::TSTP);
        }
        tty.wait("the shell's screen", |screen| !screen.alternate_screen());
        tty.is_stopped();
        tty.is_put_back();
        tty.signal(Signal::CONT);
        tty.see("Unlock the vault");
        tty.keys(&format!("'{PASSPHRASE}' enter"));
        tty.see(if by_key { "I-589 filing" } else { "half a sentence" });
        if by_key {
            tty.keys("q");
            tty.ended();
            tty.is_put_back();
        }
    }
}

#[test]
fn a_key_pressed_before_the_lock_is_carried_out_and_none_after_it() {
    let (clinic, mut tty) = open();
    // In one write, so that the lock overtakes the answer of the disk.
    tty.send(b"2gg/letter\rc!jjj");
    tty.see("Unlock the vault");
    tty.keys(&format!("ctrl-u '{PASSPHRASE}' enter"));
    tty.see_no("Unlock the vault");
    let queue = clinic.run(&["queue"]);
    assert!(!queue.contains("Letter to court") && queue.contains("I-589 filing"), "{queue}");
}
