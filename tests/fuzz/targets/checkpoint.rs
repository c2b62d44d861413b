#![no_main]

use libfuzzer_sys::fuzz_target;
use rumbo::fuzz::{Target, target};
use std::sync::LazyLock;

static TARGET: LazyLock<Target> = LazyLock::new(|| target("checkpoint"));

fuzz_target!(|bytes: &[u8]| {
    (TARGET.read)(bytes);
});
