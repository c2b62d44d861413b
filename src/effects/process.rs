//! What the process keeps to itself.

#[cfg(target_os = "linux")]
use rustix::process::{DumpableBehavior, set_dumpable_behavior};
use rustix::process::{Resource, Rlimit, setrlimit};

/// Keeps this process's memory from the person's other programs, and from the disk when it breaks down. The first thing
/// that the program does; where the system does not know of it, nothing is lost but this.
pub fn close_off() {
    #[cfg(target_os = "linux")]
    {
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
        // Run again through /proc/self/exe, it would be called "exe".
        let _ = rustix::thread::set_name(c"rumbo");
    }
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// The number of the account that the program runs under.
pub fn user() -> u32 {
    rustix::process::getuid().as_raw()
}
