//! The built program in a pseudo-terminal, and a parser that sees what a person would.

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use vt100::{Parser, Screen};

/// How long anything is waited for on a slow machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often the screen is looked at meanwhile.
const GLANCE: Duration = Duration::from_millis(4);

/// How a terminal is to be.
pub struct Setup<'a> {
    pub size: (u16, u16),
    pub env: &'a [(&'a str, &'a str)],
    /// Where the program finds home and configuration.
    pub home: &'a Path,
    /// Run by a shell that ignores SIGHUP, as `nohup` would.
    pub deaf: bool,
}

impl<'a> Setup<'a> {
    /// 80 by 24, in English.
    pub fn at(home: &'a Path) -> Self {
        Self { size: (80, 24), env: &[], home, deaf: false }
    }
}

/// A program in a terminal of its own.
pub struct Tty {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    parser: Arc<Mutex<Parser>>,
    /// Everything the program ever wrote.
    written: Arc<Mutex<Vec<u8>>>,
    deaf: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    /// The terminal's settings before the program had it.
    before: String,
}

impl Tty {
    /// Runs `rumbo` with these arguments.
    pub fn run(setup: &Setup<'_>, args: &[&str]) -> Self {
        Self::program(setup, env!("CARGO_BIN_EXE_rumbo"), args)
    }

    /// Runs a program with these arguments.
    pub fn program(setup: &Setup<'_>, program: &str, args: &[&str]) -> Self {
        let (cols, rows) = setup.size;
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = if setup.deaf {
            let mut shell = CommandBuilder::new("sh");
            shell.args(["-c", "trap '' HUP; exec \"$0\" \"$@\"", program]);
            shell
        } else {
            CommandBuilder::new(program)
        };
        command.args(args);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        command.env("HOME", setup.home);
        command.env("TMPDIR", setup.home);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        setup.env.iter().for_each(|(name, value)| command.env(name, value));
        let before = settings(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let parser = Arc::new(Mutex::new(Parser::new(cells(rows), cells(cols), 0)));
        let (written, deaf) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let mut tty = Self {
            child,
            keyboard: Some(pair.master.take_writer().unwrap()),
            parser,
            written,
            deaf,
            reader: None,
            before,
            master: Some(pair.master),
        };
        tty.listen();
        tty
    }

    fn listen(&mut self) {
        let mut from = self.master.as_ref().unwrap().try_clone_reader().unwrap();
        let (parser, written, deaf) = (self.parser.clone(), self.written.clone(), self.deaf.clone());
        self.reader = Some(std::thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            let mut held = Vec::new();
            while let Ok(read @ 1..) = from.read(&mut bytes) {
                held.extend_from_slice(&bytes[..read]);
                written.lock().unwrap().extend_from_slice(&bytes[..read]);
                // A frame is seen whole or not at all, as in a terminal that knows of synchronised updates.
                if !in_frame(&held) {
                    parser.lock().unwrap().process(&held);
                    held.clear();
                }
                if deaf.load(Ordering::SeqCst) {
                    return;
                }
            }
            parser.lock().unwrap().process(&held);
        }));
    }

    /// Looks at the screen.
    pub fn look<T>(&self, at: impl FnOnce(&Screen) -> T) -> T {
        at(self.parser.lock().unwrap().screen())
    }

    /// What stands on the screen, line by line.
    pub fn text(&self) -> String {
        self.look(Screen::contents)
    }

    /// Everything the program wrote so far.
    pub fn written(&self) -> Vec<u8> {
        self.written.lock().unwrap().clone()
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    pub fn wait(&self, for_what: &str, until: impl Fn(&Screen) -> bool) {
        let begun = Instant::now();
        while !self.look(&until) {
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {for_what}:\n{}", self.text());
            std::thread::sleep(GLANCE);
        }
    }

    /// Waits until these words stand on the screen.
    #[track_caller]
    pub fn see(&self, words: &str) {
        self.wait(words, |screen| screen.contents().contains(words));
    }

    /// Waits for these words up to a minute longer than for others.
    #[track_caller]
    pub fn wait_long(&self, words: &str) {
        let begun = Instant::now();
        while !self.text().contains(words) {
            assert!(begun.elapsed() < 3 * PATIENCE, "waited in vain for {words}:\n{}", self.text());
            std::thread::sleep(10 * GLANCE);
        }
    }

    /// Waits until these words do not stand on the screen.
    #[track_caller]
    pub fn see_no(&self, words: &str) {
        self.wait(&format!("no {words}"), |screen| !screen.contents().contains(words));
    }

    /// Sends bytes as they are. What is typed after the program's end goes nowhere.
    pub fn send(&mut self, bytes: &[u8]) {
        let keyboard = self.keyboard.as_mut().unwrap();
        drop(keyboard.write_all(bytes).and_then(|()| keyboard.flush()));
    }

    /// Presses keys: chords with spaces between them, or `'text'`.
    pub fn keys(&mut self, keys: &str) {
        for (at, part) in keys.split('\'').enumerate() {
            if at % 2 == 1 {
                self.send(part.as_bytes());
            } else {
                part.split_whitespace().for_each(|chord| self.send(&bytes(chord)));
            }
        }
    }

    /// Pastes, as a terminal with bracketed paste does.
    pub fn paste(&mut self, text: &str) {
        self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    /// The line on which the terminal's cursor is.
    fn line_of_cursor(screen: &Screen) -> String {
        let (row, _) = screen.cursor_position();
        screen.rows(0, screen.size().1.get()).nth(usize::from(row)).unwrap_or_default()
    }

    /// Goes to the field of that label, empties it and types; in a choice, walks to what reads like `value`.
    #[track_caller]
    pub fn fill(&mut self, label: &str, value: &str) {
        let here = format!("> {label}");
        for _ in 0..30 {
            let line = self.look(Self::line_of_cursor);
            if line.contains(&here) {
                break;
            }
            self.keys("tab");
            self.wait("the next field", |screen| Self::line_of_cursor(screen) != line);
        }
        let line = self.look(Self::line_of_cursor);
        assert!(line.contains(&here), "no field {label}:\n{}", self.text());
        if !line.contains('‹') {
            self.keys("ctrl-u");
            self.send(value.as_bytes());
            return self.wait(value, |screen| Self::line_of_cursor(screen).contains(value));
        }
        for _ in 0..30 {
            let line = self.look(Self::line_of_cursor);
            if line.contains(&format!("‹ {value} ›")) {
                return;
            }
            self.keys("space");
            self.wait("the next choice", |screen| Self::line_of_cursor(screen) != line);
        }
        panic!("no choice {value}:\n{}", self.text());
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.parser.lock().unwrap().screen_mut().set_size(cells(rows), cells(cols));
        self.master.as_ref().unwrap().resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap().try_into().unwrap()).unwrap()
    }

    /// The program's process.
    pub fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits until the process is stopped.
    #[track_caller]
    pub fn is_stopped(&self) {
        let begun = Instant::now();
        let state = || std::fs::read_to_string(format!("/proc/{}/stat", self.id())).unwrap();
        while !state().contains(") T ") {
            assert!(begun.elapsed() < PATIENCE, "the process is not stopped");
            std::thread::sleep(GLANCE);
        }
    }

    /// Sends a signal to the program and to nothing else.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Ends the program without a word.
    pub fn kill_9(mut self) {
        self.signal(Signal::KILL);
        self.child.wait().unwrap();
    }

    /// The terminal goes away, as when its window is closed.
    pub fn hang_up(&mut self) {
        // The reader holds a copy of the terminal's end; whatever comes next lets it go.
        self.deaf.store(true, Ordering::SeqCst);
        self.keys("ctrl-l");
        self.reader.take().unwrap().join().unwrap();
        self.keyboard = None;
        self.master = None;
    }

    /// Waits for the end of the program; how it ended, and how long that took.
    #[track_caller]
    pub fn ended(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                let took = begun.elapsed();
                if let (Some(reader), true) = (self.reader.take(), self.master.is_some()) {
                    // Whatever was written last is read before the end is judged.
                    reader.join().unwrap();
                }
                return (status, took);
            }
            assert!(begun.elapsed() < PATIENCE, "the program does not end:\n{}", self.text());
            std::thread::sleep(GLANCE);
        }
    }

    /// The terminal is as the shell left it: its own screen, a cursor, no bracketed paste, its settings as before.
    #[track_caller]
    pub fn is_put_back(&self) {
        let left = self.look(|screen| (screen.alternate_screen(), screen.hide_cursor(), screen.bracketed_paste()));
        assert_eq!(left, (false, false, false), "alternate screen, hidden cursor, bracketed paste");
        assert_eq!(settings(&**self.master.as_ref().unwrap()), self.before);
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            self.signal(Signal::KILL);
            drop(self.child.wait());
        }
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// Whether a frame was begun and not ended yet.
fn in_frame(bytes: &[u8]) -> bool {
    let last = |mark: &[u8]| bytes.windows(mark.len()).rposition(|window| window == mark);
    last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
}

/// What a terminal sends for a chord.
fn bytes(chord: &str) -> Vec<u8> {
    match chord {
        "tab" => b"\t".to_vec(),
        "shift-tab" => b"\x1b[Z".to_vec(),
        "enter" => b"\r".to_vec(),
        "esc" => b"\x1b".to_vec(),
        "space" => b" ".to_vec(),
        "delete" => b"\x1b[3~".to_vec(),
        "down" => b"\x1b[B".to_vec(),
        "up" => b"\x1b[A".to_vec(),
        "f12" => b"\x1b[24~".to_vec(),
        _ => match chord.strip_prefix("ctrl-").map(str::as_bytes) {
            Some([letter]) => vec![letter & 0x1f],
            _ if chord.chars().count() == 1 => chord.as_bytes().to_vec(),
            _ => panic!("no key is called {chord}"),
        },
    }
}
