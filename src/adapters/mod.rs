//! Files to core values and back: bytes in, drafts out. No file is opened here and no record is changed.

pub mod decode;
pub mod error;
pub mod sheet;
pub mod text;
