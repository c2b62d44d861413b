//! Files to core values and back: bytes in, drafts out. No file is opened here and no record is changed.

pub mod cases;
pub mod cell;
pub mod columns;
pub mod decode;
pub mod error;
pub mod ics;
pub mod json;
pub mod listing;
pub mod partners;
pub mod phone;
pub mod rulebook;
pub mod sheet;
pub mod split;
pub mod table;
pub mod text;
pub mod vcard;
