//! A house for one test: a folder that goes away, a vault in it with the cheap test key, and the program run on it.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// The passphrase of every vault here.
pub const PASSPHRASE: &str = "correct horse battery";
/// The moment that most tests take for now: the Sunday before Thanksgiving.
pub const NOW: &str = "2026-11-22T09:00:00-05:00";

/// What a run said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The lines printed; the run must have ended well.
    pub fn good(self) -> Vec<String> {
        assert_eq!(self.code, 0, "{self:?}");
        self.out.lines().map(str::to_owned).collect()
    }

    /// The lines printed as JSON; the run must have ended well.
    pub fn json(self) -> Vec<Value> {
        self.good().iter().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// What was said of a run that ended with `code` and printed nothing.
    pub fn refused(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{self:?}");
        self.err
    }
}

/// A folder with a vault and the file of its passphrase.
pub struct House {
    folder: tempfile::TempDir,
}

impl House {
    /// A house without a vault.
    pub fn empty() -> Self {
        let house = Self { folder: tempfile::tempdir().unwrap() };
        house.write("passphrase", format!("{PASSPHRASE}\n").as_bytes());
        chmod(&house.path("passphrase"), 0o600);
        house
    }

    /// A house with an empty vault.
    pub fn new() -> Self {
        let house = Self::empty();
        house.run(&["init", "--insecure-test-kdf"]).good();
        house
    }

    /// A house with the demo's vault of `cases` cases.
    pub fn demo(seed: u32, cases: u32) -> Self {
        let house = Self::empty();
        let (seed, cases) = (seed.to_string(), cases.to_string());
        let vault = house.vault();
        let keep = vault.to_str().unwrap();
        let args = ["demo", "--seed", &seed, "--cases", &cases, "--keep", keep, "--no-screen", "--now", NOW];
        house.bare(&args).arg("--passphrase-file").arg(house.path("passphrase")).output().map(Said::of).unwrap().good();
        house
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn vault(&self) -> PathBuf {
        self.path("vault")
    }

    /// Writes a file and returns its path as an argument.
    pub fn write(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    /// The program with `args` in an environment that says nothing, and nobody at the keyboard.
    pub fn bare(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rumbo"));
        command.args(args).env_clear().env("HOME", self.folder.path()).env("PATH", std::env::var_os("PATH").unwrap());
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    /// The program on the house's vault with its passphrase.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = self.bare(args);
        command.arg("--vault").arg(self.vault()).arg("--passphrase-file").arg(self.path("passphrase"));
        command
    }

    pub fn run(&self, args: &[&str]) -> Said {
        self.command(args).output().map(Said::of).unwrap()
    }

    pub fn run_bare(&self, args: &[&str]) -> Said {
        self.bare(args).output().map(Said::of).unwrap()
    }

    /// `rumbo do -` with all of `lines` at once, at [`NOW`].
    pub fn act(&self, lines: &str) -> Said {
        self.feed(&["do", "-", "--now", NOW], lines.as_bytes())
    }

    /// A run with bytes on its standard input.
    pub fn feed(&self, args: &[&str], input: &[u8]) -> Said {
        let mut child = self.open(args);
        child.stdin.take().unwrap().write_all(input).unwrap();
        Said::of(child.wait_with_output().unwrap())
    }

    /// A run whose input and output are pipes.
    pub fn open(&self, args: &[&str]) -> Child {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// The texts of a case's events, oldest first.
    pub fn notes(&self, case: &str) -> Vec<String> {
        let events = self.run(&["timeline", case, "--json"]).json();
        events.iter().map(|event| event["text"].as_str().unwrap().to_owned()).collect()
    }
}

/// The values of one field, in order.
pub fn column<'a>(rows: &'a [Value], field: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[field].as_str().unwrap_or_default()).collect()
}

/// The folder of files that are too large or not ours to keep here, if it is there; says so if not.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(folder);
    if !path.is_dir() {
        eprintln!("skipped: ../shared/data/{folder} is not here");
        return None;
    }
    Some(path)
}

#[cfg(unix)]
pub fn chmod(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}
