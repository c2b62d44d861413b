//! Parses, runs, prints the error with its hint, and sets the exit code.

use clap::Parser;
use rumbo::cli::{self, args::Args};
use std::process::ExitCode;

fn main() -> ExitCode {
    rumbo::effects::process::close_off();
    match cli::run(Args::parse()) {
        Ok(code) => code,
        Err(error) => {
            rumbo::cli::on_stderr(format_args!("rumbo: {error}\n"));
            if !error.hint.is_empty() {
                rumbo::cli::on_stderr(format_args!("       {}\n", error.hint));
            }
            ExitCode::from(error.code())
        }
    }
}
