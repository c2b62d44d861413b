//! How the program ends when it is not asked politely. The terminal is put back, and nothing keeps running.

use crate::clinic::Clinic;
use crate::tty::{Setup, Tty};
use rustix::process::Signal;
use std::time::Duration;

/// The promise is one second; a slow machine is given more before a test fails.
const SOON: Duration = Duration::from_secs(5);

fn open() -> (Clinic, Tty) {
    let clinic = Clinic::after("case add R-014 --need asylum\n");
    let tty = clinic.open(&[]);
    tty.see("R-014");
    (clinic, tty)
}

fn soon(what: &str, took: Duration) {
    println!("{what}: ended after {} ms", took.as_millis());
    assert!(took < SOON, "{what} took {took:?}");
}

#[test]
fn signals_end_it_with_the_terminal_put_back() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let (clinic, mut tty) = open();
        tty.keys("1 n");
        tty.see("Note what happened");
        tty.signal(signal);
        let (status, took) = tty.ended();
        soon(&format!("{signal:?}"), took);
        assert_eq!(i64::from(status.exit_code()), i64::from(128 + signal.as_raw()), "{status:?}");
        tty.is_put_back();
        assert!(clinic.run(&["cases"]).contains("R-014"));
    }
}

#[test]
fn a_signal_before_the_vault_is_open_ends_it_too() {
    let (_clinic, mut tty) = open();
    tty.keys("!");
    tty.see("Unlock the vault");
    tty.signal(Signal::TERM);
    let (_, took) = tty.ended();
    soon("TERM while locked", took);
    tty.is_put_back();
}

#[test]
fn a_panic_in_any_thread_ends_it_with_the_terminal_put_back() {
    const INSIDE: &str = "RUMBO_TEST_PANICS";
    if std::env::var_os(INSIDE).is_some() {
        // This test again, as a program in a terminal of its own.
        let _guard = rumbo::term::Guard::take().unwrap();
        std::thread::spawn(|| panic!("on purpose")).join().unwrap_err();
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let this = std::env::current_exe().unwrap();
    let name = "ending::a_panic_in_any_thread_ends_it_with_the_terminal_put_back";
    let setup = Setup { env: &[(INSIDE, "1")], ..Setup::at(home.path()) };
    let mut tty = Tty::program(&setup, this.to_str().unwrap(), &[name, "--exact", "--nocapture"]);
    let (status, _) = tty.ended();
    assert_eq!(status.exit_code(), 101);
    assert!(tty.written().windows(8).any(|bytes| bytes == b"\x1b[?1049h"), "it never had the terminal");
    tty.is_put_back();
    tty.see("on purpose");
}

#[test]
fn a_terminal_that_dies_takes_it_along() {
    for deaf in [false, true] {
        let clinic = Clinic::after("case add R-014 --need asylum\n");
        let mut tty = clinic.open_as(&Setup { deaf, ..Setup::at(clinic.path()) }, &[]);
        tty.see("R-014");
        tty.hang_up();
        let (_, took) = tty.ended();
        soon(if deaf { "terminal gone, SIGHUP ignored" } else { "terminal gone" }, took);
        assert!(clinic.run(&["cases"]).contains("R-014"));
    }
}
