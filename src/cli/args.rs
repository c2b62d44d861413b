//! The command line outside the screen.

use crate::commands::args::DayArg;
use crate::core::practice::Weights;
use crate::core::unattended::Unattended;
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Keeps the deadlines of a clinic's immigration legal navigator. Not legal advice.
///
/// Without a command it opens the screen.
#[derive(Debug, Clone, Parser)]
#[command(name = "rumbo", version, max_term_width = 100)]
pub struct Args {
    /// Folder of the vault; by default in the platform's data folder
    #[arg(long, global = true, value_name = "DIR")]
    pub vault: Option<PathBuf>,
    /// File with the passphrase; its last line break is dropped
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// The moment to take for now, such as 2026-11-22T09:00:00-05:00; the only clock then seen
    #[arg(long, global = true, value_name = "RFC3339", value_parser = moment)]
    pub now: Option<DateTime<Utc>>,
    /// Language; by default the system's
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LangArg>,
    /// Keymap: default, vim, emacs, or a file of your own
    #[arg(long, global = true, value_name = "NAME|FILE")]
    pub keymap: Option<String>,
    /// The clinic's own rules and closures; by default rules.toml in the vault's folder or beside it
    #[arg(long, global = true, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Seconds without a key until the screen goes blank, from 30 to 900; by default as the clinic set it, else 60
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds())]
    pub blank_after: Option<u16>,
    /// Seconds without a key until the screen is locked, from 30 to 900; by default as the clinic set it, else 180
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds())]
    pub lock_after: Option<u16>,
    /// The open file in which a locked screen left what it was doing; no person types it
    #[arg(long, hide = true, value_name = "NUMBER")]
    pub resume: Option<i32>,
    #[command(subcommand)]
    pub command: Option<Top>,
}

/// A language by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    En,
    Es,
}

/// Never off: an open screen that nobody looks at is how most records leak.
fn seconds() -> clap::builder::RangedI64ValueParser<u16> {
    clap::value_parser!(u16).range(i64::from(Unattended::LEAST)..=i64::from(Unattended::MOST))
}

fn day(text: &str) -> Result<DayArg, String> {
    text.parse().map_err(|_| "write it like 2026-11-03, today or -7".to_owned())
}

fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.to_utc())
        .map_err(|_| "write it like 2026-11-22T09:00:00-05:00".to_owned())
}

/// What to do without the screen.
#[derive(Debug, Clone, Subcommand)]
pub enum Top {
    /// Open an invented caseload in a throwaway vault
    Demo {
        /// The same seed makes the same caseload
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// How many cases
        #[arg(long, default_value_t = 271, value_parser = clap::value_parser!(u32).range(1..=200_000))]
        cases: u32,
        /// Leave the vault in this folder, to be opened again
        #[arg(long, value_name = "DIR", requires = "passphrase_file")]
        keep: Option<PathBuf>,
        /// Make the vault and leave, without the screen
        #[arg(long, requires = "keep")]
        no_screen: bool,
    },
    /// Make a vault
    Init {
        /// Cheap key derivation, for tests and demos only; marked in the vault
        #[arg(long)]
        insecure_test_kdf: bool,
        /// Write the recovery key to this new file instead of showing it
        #[arg(long, value_name = "FILE")]
        recovery_file: Option<PathBuf>,
    },
    /// Change your passphrase; older copies still open with the old one
    Passphrase {
        /// File with the new passphrase
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Make a new recovery key in the place of the old one
    RecoveryKey {
        /// Write it to this new file instead of showing it
        #[arg(long, value_name = "FILE")]
        recovery_file: Option<PathBuf>,
    },
    /// Seal everything anew under a new key, so that secrets of before open nothing of it
    Rotate {
        /// Write the new recovery key to this new file instead of showing it
        #[arg(long, value_name = "FILE")]
        recovery_file: Option<PathBuf>,
    },
    /// Who else can open the vault, with a passphrase of their own
    Person {
        #[command(subcommand)]
        what: Person,
    },
    /// The deadline queue, most urgent first
    Queue {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
        /// By due date instead of by urgency
        #[arg(long)]
        by_due: bool,
        /// With the whole arithmetic of each row, or of one deadline such as D7
        #[arg(long, value_name = "DEADLINE", num_args = 0..=1, default_missing_value = "")]
        why: Option<String>,
    },
    /// What cannot be met with the hours that are set, and the next twelve weeks
    Forecast {
        /// As one JSON object
        #[arg(long)]
        json: bool,
    },
    /// What is missing rather than late, the gravest first
    Blindspots {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Closed cases past the clinic's period, for review; nothing is erased by itself
    Retention {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// The caseload
    Cases {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// The partner directory, or what matches a search, best first
    Partners {
        query: Vec<String>,
        /// At most so many
        #[arg(long)]
        limit: Option<usize>,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// The events of a case, oldest first
    Timeline {
        /// Code name
        case: String,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// All that is kept of a person, in plain words
    WhatWeHold {
        /// Code name
        case: String,
        /// As one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Keep the A-number of a case apart, by consent; it is typed hidden, or read from standard input
    ANumber {
        /// Code name
        case: String,
        /// How the person consented, such as "verbal, 3 Nov 2026, interpreter present"
        #[arg(long, required_unless_present = "remove", value_name = "TEXT")]
        consent: Option<String>,
        /// No longer keep it
        #[arg(long, conflicts_with = "consent")]
        remove: bool,
    },
    /// Show the A-number of a case once; it is noted in the audit with what it was for
    Reveal {
        /// Code name
        case: String,
        /// What it is needed for, such as "court hotline"
        #[arg(long = "for", value_name = "PURPOSE")]
        purpose: String,
    },
    /// Who opened the vault, looked at what and changed what, without names; exit code 4 if it is not whole
    Audit {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
        /// From this day on, such as 2026-11-03
        #[arg(long, value_name = "DATE", value_parser = day, allow_hyphen_values = true)]
        since: Option<DayArg>,
        /// Only what concerns this case, by its code name or its number
        #[arg(long, value_name = "CODE")]
        case: Option<String>,
        /// List nothing; say only whether it is whole
        #[arg(long, conflicts_with_all = ["json", "since", "case"])]
        verify: bool,
    },
    /// Bring in partners or cases from files
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Write what other programs can read; sealed in the age format unless it says otherwise
    Export {
        #[command(subcommand)]
        what: Export,
    },
    /// Run command lines from a file, or from standard input with "-"
    Do {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Write a sealed copy of the vault, which is read back and compared
    Backup {
        /// A folder or a file; without it the vault's own folder of backups
        #[arg(value_name = "FOLDER|FILE")]
        place: Option<PathBuf>,
    },
    /// Read and prove every byte of the vault; nothing is changed
    Verify {
        /// One JSON object a line; the last one is the sum
        #[arg(long)]
        json: bool,
    },
    /// Mend what can be mended; what is damaged is kept in the vault's folder "damaged"
    Repair {
        /// Write a damaged vault anew from what is proven, without asking
        #[arg(long)]
        yes: bool,
    },
    /// Make a vault from a sealed copy
    Restore {
        #[arg(required_unless_present = "drill")]
        file: Option<PathBuf>,
        /// Only try it, in a folder that goes away again; without a file the newest of the vault's own
        #[arg(long)]
        drill: bool,
        /// File with a new passphrase for the vault that is made
        #[arg(long, value_name = "FILE", conflicts_with = "drill")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Dates that follow from a trigger by a rule, with every step of the count; no vault needed
    Date {
        /// Such as bia-appeal-30; "rumbo rules" lists them
        #[arg(required_unless_present = "batch", conflicts_with = "batch")]
        rule: Option<String>,
        /// The day it counts from, such as 2026-03-02, today or -3
        #[arg(
            required_unless_present = "batch",
            conflicts_with = "batch",
            value_name = "TRIGGER",
            allow_negative_numbers = true
        )]
        trigger: Option<String>,
        /// The notice or decision came by mail
        #[arg(long, conflicts_with = "batch")]
        mailed: bool,
        /// The filing goes in electronically
        #[arg(long, conflicts_with = "batch")]
        online: bool,
        /// The due date as the paper prints it; the earlier one stands
        #[arg(long, conflicts_with = "batch", value_name = "DATE", allow_negative_numbers = true)]
        printed: Option<String>,
        /// Answer as one JSON object
        #[arg(long, conflicts_with = "batch")]
        json: bool,
        /// Answer every line of standard input, one JSON object each
        #[arg(long)]
        batch: bool,
    },
    /// Put caseloads in the order of work: one JSON object a line in and out; no vault needed
    Rank {
        /// What missing a date weighs, such as removal=100,right=40,benefit=10,administrative=2
        #[arg(long, value_name = "CONSEQUENCE=WEIGHT,...", value_parser = super::rank::weights)]
        weights: Option<Weights>,
    },
    /// Every deadline rule with its status, grade and source
    Rules {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Look into keymaps
    Keymap {
        #[command(subcommand)]
        what: KeymapTop,
    },
    /// Completions for a shell
    Completions { shell: clap_complete::Shell },
    /// The manual page
    Man,
}

/// Who else can open the vault.
#[derive(Debug, Clone, Subcommand)]
pub enum Person {
    /// Let a second person open it
    Add {
        /// A name for them, of at most 32 characters; it is sealed
        label: String,
        /// File with their passphrase
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Everything that opens it
    List,
    /// No longer let them open it
    Remove { label: String },
}

/// What to bring in.
#[derive(Debug, Clone, Subcommand)]
pub enum Import {
    /// Partners from CSV or vCard files
    Partners {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Read a field from a column by name, such as name=organizationName
        #[arg(long, value_name = "FIELD=COLUMN", value_parser = pair)]
        map: Vec<(String, String)>,
        /// Apply what the preview shows
        #[arg(long)]
        yes: bool,
        /// Answer as one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Cases from a CSV file
    Cases {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Read a field from a column by name, such as code=caseNumber
        #[arg(long, value_name = "FIELD=COLUMN", value_parser = pair)]
        map: Vec<(String, String)>,
        /// Apply what the preview shows
        #[arg(long)]
        yes: bool,
        /// Answer as one JSON object
        #[arg(long)]
        json: bool,
    },
}

/// What to write for other programs.
#[derive(Debug, Clone, Subcommand)]
pub enum Export {
    /// Deadlines and days to start by for a calendar, with code names only; never sealed
    Ics {
        /// Where to write; without it, or with "-", standard output
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        /// With names, titles and places: whoever sees the calendar can read them
        #[arg(long)]
        names: bool,
        /// Only this case, by its code name; may be given several times
        #[arg(long, value_name = "CODE")]
        case: Vec<String>,
        #[command(flatten)]
        plain: Plain,
    },
    /// Every record as it stands, one JSON object a line
    Json {
        /// Where to write; without it, or with "-", standard output
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        #[command(flatten)]
        plain: Plain,
    },
    /// Cases or partners for a spreadsheet
    Csv {
        what: Table,
        /// Where to write; without it, or with "-", standard output
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        #[command(flatten)]
        plain: Plain,
    },
}

/// What a spreadsheet may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Table {
    Cases,
    Partners,
}

/// That an export with names is not to be sealed, said twice.
#[derive(Debug, Clone, clap::Args)]
pub struct Plain {
    /// Not sealed: whoever gets the file can read it
    #[arg(long)]
    pub plaintext: bool,
    /// The word "plaintext", instead of typing it
    #[arg(long, value_name = "WORD", requires = "plaintext")]
    pub confirm: Option<String>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (field, column) = text.split_once('=').ok_or("write it like name=organizationName")?;
    Ok((field.trim().to_owned(), column.trim().to_owned()))
}

/// What to look at in keymaps.
#[derive(Debug, Clone, Subcommand)]
pub enum KeymapTop {
    /// Check a keymap file: every problem with its line and column
    Check { file: PathBuf },
    /// Every key and what it does
    Show {
        /// Only this context, such as deadlines or form
        context: Option<String>,
    },
    /// Why keys do what they do
    Why {
        /// Such as "g g" or "ctrl-p"
        keys: String,
    },
}
