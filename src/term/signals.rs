//! Signals and a terminal that dies: the program ends within a second and leaves the terminal in order.

use super::guard::restore;
use super::input::Input;
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// How long the loop has to finish what it is saving.
const GRACE: Duration = Duration::from_millis(400);

/// Watches for signals and for the end of the terminal.
///
/// # Errors
/// The system does not let us watch.
pub fn watch(tell: &Sender<Input>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP])?;
    let asked = tell.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            if signal == SIGTSTP {
                drop(asked.send(Input::Suspend));
            } else {
                end(&asked, 128 + signal);
            }
        }
    });
    let asked = tell.clone();
    thread::spawn(move || {
        if hung_up() {
            end(&asked, 128 + SIGHUP);
        }
    });
    Ok(())
}

/// Asks the loop to end; ends the process by itself where the loop cannot, because crossterm waits for ever on a
/// terminal that is gone.
fn end(asked: &Sender<Input>, code: i32) {
    drop(asked.send(Input::End(code)));
    thread::sleep(GRACE);
    restore();
    std::process::exit(code);
}

/// Waits, at no cost, until the terminal hangs up; `false` when it cannot be watched.
fn hung_up() -> bool {
    let stdin = io::stdin();
    loop {
        let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) => {
                let seen = watched.first().map_or(PollFlags::NVAL, PollFd::revents);
                if seen.intersects(PollFlags::HUP | PollFlags::ERR) {
                    return true;
                }
                if seen.contains(PollFlags::NVAL) {
                    return false;
                }
            }
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
