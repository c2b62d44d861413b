//! Where things are on the screen, from its size alone; the loop needs it for paging, `ui` to draw.

use crate::panes::PaneId;

/// The smallest screen that is worked on; below it a polite line asks for more room.
pub const MIN: (u16, u16) = (40, 12);

/// Lines of a timeline's strip.
const STRIP: u16 = crate::panes::strip::HEIGHT;

/// The least height of a list: its frame, its headings and two rows.
const LOWEST: u16 = 5;

/// A rectangle of terminal cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub w: u16,
    pub h: u16,
}

impl Area {
    /// How many rows a bordered list with a line of headings shows in it.
    pub fn rows(self) -> usize {
        usize::from(self.h.saturating_sub(3))
    }
}

/// The screen's parts. A pane that does not fit has no cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// Program, day and today's counts.
    pub head: Area,
    pub deadlines: Area,
    pub caseload: Area,
    pub partners: Area,
    /// The whole middle, for a timeline.
    pub body: Area,
    /// What happened last, in as many lines as it needs, or the filter being typed.
    pub status: Area,
    /// The keys that matter here.
    pub hints: Area,
    /// Too small for three panes: only the focused one is shown.
    pub single: bool,
}

impl Areas {
    /// Where a pane is.
    pub fn pane(&self, id: PaneId) -> Area {
        match id {
            PaneId::Caseload => self.caseload,
            PaneId::Deadlines => self.deadlines,
            PaneId::Partners => self.partners,
        }
    }

    /// How many events of a timeline fit.
    pub fn timeline_rows(&self) -> usize {
        usize::from(timeline(self.body).events.h)
    }
}

/// The parts of a timeline inside its frame, from top to bottom; a part without room has no cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TimelineAreas {
    /// Who and what the case is.
    pub head: Area,
    /// Past and deadlines ahead, to scale.
    pub strip: Area,
    pub headings: Area,
    pub events: Area,
    /// The selected event in full.
    pub foot: Area,
}

/// Shares out the inside of a timeline's frame; on a low screen the events keep the room.
pub fn timeline(body: Area) -> TimelineAreas {
    let inside = Area {
        x: body.x + 1.min(body.w),
        y: body.y + 1.min(body.h),
        w: body.w.saturating_sub(2),
        h: body.h.saturating_sub(2),
    };
    let (head, strip, foot) = match inside.h {
        0..11 => (1, 0, 0),
        11..15 => (1, STRIP, 0),
        15..22 => (2, STRIP, 0),
        _ => (3, STRIP, 4),
    };
    let head = Area { h: head.min(inside.h), ..inside };
    let strip = Area { y: head.y + head.h, h: strip, ..inside };
    let headings = Area { y: strip.y + strip.h, h: 1.min(inside.h - head.h), ..inside };
    let foot = Area { y: inside.y + inside.h - foot, h: foot, ..inside };
    let events = Area { y: headings.y + headings.h, h: foot.y - (headings.y + headings.h), ..inside };
    TimelineAreas { head, strip, headings, events, foot }
}

/// Whether a screen is too small to work on.
pub fn too_small(width: u16, height: u16) -> bool {
    width < MIN.0 || height < MIN.1
}

/// How many lines a message may take: all that a grave one needs, and never so many that no list is left.
pub fn most_said(height: u16) -> u16 {
    height / 3 + 1
}

/// Lays the screen out. The queue has the full width; caseload and partners share what is below it. What is said in more
/// than one line takes the others from the lists, from the lower ones first.
pub fn areas(width: u16, height: u16, focus: PaneId, said: u16) -> Areas {
    let more = said.clamp(1, most_said(height)) - 1;
    let head = Area { x: 0, y: 0, w: width, h: 1.min(height) };
    let status = Area { x: 0, y: height.saturating_sub(2 + more), w: width, h: u16::from(height > 2) + more };
    let hints = Area { x: 0, y: height.saturating_sub(1), w: width, h: u16::from(height > 1) };
    let body = Area { x: 0, y: 1.min(height), w: width, h: height.saturating_sub(3 + more) };
    let single = width < 72 || height < 20;
    let mut areas = Areas { head, body, status, hints, single, ..Areas::default() };
    if single {
        match focus {
            PaneId::Deadlines => areas.deadlines = body,
            PaneId::Caseload => areas.caseload = body,
            PaneId::Partners => areas.partners = body,
        }
        return areas;
    }
    let whole = body.h + more;
    let usual = whole - (whole * 3 / 5).max(8);
    let top = body.h - usual.saturating_sub(more).max(LOWEST);
    let left = width / 2;
    let below = Area { y: body.y + top, h: body.h - top, ..body };
    areas.deadlines = Area { h: top, ..body };
    areas.caseload = Area { w: left, ..below };
    areas.partners = Area { x: left, w: width - left, ..below };
    areas
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_never_leave_the_screen_nor_overlap() {
        for width in 0..320 {
            for height in 0..110 {
                let a = areas(width, height, PaneId::Caseload, 1);
                for part in [a.head, a.deadlines, a.caseload, a.partners, a.body, a.status, a.hints] {
                    assert!(part.x + part.w <= width && part.y + part.h <= height, "{width}x{height} {part:?}");
                }
                let t = timeline(a.body);
                for part in [t.head, t.strip, t.headings, t.events, t.foot] {
                    assert!(part.y + part.h <= a.body.y + a.body.h, "{width}x{height} {part:?}");
                }
                assert!(too_small(width, height) || t.events.h >= 5, "{width}x{height}");
                if !a.single {
                    assert_eq!(a.deadlines.h + a.caseload.h, a.body.h);
                    assert_eq!(a.caseload.w + a.partners.w, width);
                    assert!(a.deadlines.rows() >= 3 && a.caseload.rows() >= 3, "{width}x{height}");
                }
            }
        }
    }

    #[test]
    fn what_is_said_in_many_lines_leaves_the_lists_in_sight() {
        for width in 0..200 {
            for height in 0..110 {
                let usual = areas(width, height, PaneId::Deadlines, 1);
                for said in [0, 2, 3, 6, 900] {
                    let a = areas(width, height, PaneId::Deadlines, said);
                    assert_eq!(a.status.h, said.clamp(1, most_said(height)) - 1 + usual.status.h, "{width}x{height}");
                    for part in [a.head, a.deadlines, a.caseload, a.partners, a.body, a.status, a.hints] {
                        assert!(part.x + part.w <= width && part.y + part.h <= height, "{width}x{height} {part:?}");
                    }
                    assert!(too_small(width, height) || a.deadlines.rows() >= 2, "{width}x{height} {said}");
                    assert!(a.single || a.caseload.rows() >= 2, "{width}x{height} {said}");
                    assert!(too_small(width, height) || a.body.y + a.body.h == a.status.y);
                }
            }
        }
    }
}
