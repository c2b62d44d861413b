//! Nobody is there: after a while the screen goes blank, and a while later it is locked. The clock goes on while the
//! machine sleeps, and nothing that sets the time of day touches it.

use super::input::Input;
use crate::core::unattended::Unattended;
use std::io;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// How long without a key until the screen goes blank, and until it is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub blank: Duration,
    pub lock: Duration,
}

/// What this session alone is to do, in seconds; the clinic's setting counts where it says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    pub blank: Option<u16>,
    pub lock: Option<u16>,
}

impl Asked {
    /// What counts in a vault whose clinic has set this, or nothing. Whatever is said, it is never off.
    pub fn limits(self, clinic: Option<Unattended>) -> Limits {
        let clinic = clinic.unwrap_or_default();
        let seconds = |asked: Option<u16>, set: u16| {
            Duration::from_secs(asked.unwrap_or(set).clamp(Unattended::LEAST, Unattended::MOST).into())
        };
        Limits { blank: seconds(self.blank, clinic.blank_after), lock: seconds(self.lock, clinic.lock_after) }
    }
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing before this moment.
    Later(Duration),
    /// Blank, and lock at this moment.
    Blank(Duration),
    Lock,
}

/// When a key was pressed last. Moments count from when the machine was started.
#[derive(Debug, Clone, Copy)]
pub struct Watch {
    limits: Limits,
    touched: Duration,
}

impl Watch {
    /// Somebody is there at this moment.
    pub fn new(limits: Limits, now: Duration) -> Self {
        Self { limits, touched: now }
    }

    /// Takes other limits from now on. Returns whether they differ from those of before.
    pub fn limit(&mut self, limits: Limits) -> bool {
        std::mem::replace(&mut self.limits, limits) != limits
    }

    /// A key was pressed.
    pub fn touch(&mut self, now: Duration) {
        self.touched = now;
    }

    /// What is due at this moment.
    pub fn due(&self, now: Duration) -> Due {
        let (blank, lock) = (self.touched + self.limits.blank, self.touched + self.limits.lock);
        match () {
            () if now >= lock => Due::Lock,
            () if now >= blank => Due::Blank(lock),
            () => Due::Later(blank.min(lock)),
        }
    }
}

/// The time since the machine was started, sleep included where the system counts it.
pub fn now() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    #[cfg(target_os = "linux")]
    let clock = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    let clock = ClockId::Monotonic;
    let now = clock_gettime(clock);
    Duration::new(u64::try_from(now.tv_sec).unwrap_or(0), u32::try_from(now.tv_nsec).unwrap_or(0))
}

/// Rings once at a moment, also when the machine wakes after it; until then it costs nothing.
pub struct Alarm {
    #[cfg(target_os = "linux")]
    timer: std::sync::Arc<rustix::fd::OwnedFd>,
    #[cfg(not(target_os = "linux"))]
    set: Sender<Duration>,
}

#[cfg(target_os = "linux")]
impl Alarm {
    /// An alarm that is not set.
    ///
    /// # Errors
    /// The system has no more timers.
    pub fn new(tell: Sender<Input>) -> io::Result<Self> {
        use rustix::time::{TimerfdClockId, TimerfdFlags, timerfd_create};
        let timer = std::sync::Arc::new(timerfd_create(TimerfdClockId::Boottime, TimerfdFlags::CLOEXEC)?);
        let rings = std::sync::Arc::clone(&timer);
        std::thread::spawn(move || {
            let mut times = [0; 8];
            while matches!(rustix::io::read(&*rings, &mut times), Ok(_) | Err(rustix::io::Errno::INTR)) {
                if tell.send(Input::Alarm).is_err() {
                    return;
                }
            }
        });
        Ok(Self { timer })
    }

    /// Rings at this moment instead of any set before.
    pub fn set(&self, at: Duration) {
        use rustix::time::{Itimerspec, TimerfdTimerFlags, Timespec, timerfd_settime};
        let spec = |at: Duration| Timespec {
            tv_sec: i64::try_from(at.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: at.subsec_nanos().into(),
        };
        let once = Itimerspec { it_interval: spec(Duration::ZERO), it_value: spec(at) };
        // It can fail only for a moment out of range.
        drop(timerfd_settime(&*self.timer, TimerfdTimerFlags::ABSTIME, &once));
    }
}

#[cfg(not(target_os = "linux"))]
impl Alarm {
    /// An alarm that is not set.
    ///
    /// # Errors
    /// None here.
    pub fn new(tell: Sender<Input>) -> io::Result<Self> {
        let (set, inbox) = std::sync::mpsc::channel::<Duration>();
        std::thread::spawn(move || {
            let mut at = None;
            loop {
                let next = match at {
                    None => inbox.recv().map_err(|_| std::sync::mpsc::RecvTimeoutError::Disconnected),
                    Some(at) => inbox.recv_timeout(Duration::saturating_sub(at, now())),
                };
                match next {
                    Ok(moment) => at = Some(moment),
                    Err(std::sync::mpsc::RecvTimeoutError::Timeout) if tell.send(Input::Alarm).is_ok() => at = None,
                    Err(_) => return,
                }
            }
        });
        Ok(Self { set })
    }

    /// Rings at this moment instead of any set before.
    pub fn set(&self, at: Duration) {
        drop(self.set.send(at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn blank_comes_first_then_the_lock_and_any_key_puts_both_off() {
        let mut watch = Watch::new(Limits { blank: s(60), lock: s(180) }, s(1_000));
        assert_eq!(watch.due(s(1_000)), Due::Later(s(1_060)));
        assert_eq!(watch.due(s(1_059)), Due::Later(s(1_060)));
        assert_eq!(watch.due(s(1_060)), Due::Blank(s(1_180)));
        assert_eq!(watch.due(s(1_179)), Due::Blank(s(1_180)));
        assert_eq!(watch.due(s(1_180)), Due::Lock);
        // Asleep for a night.
        assert_eq!(watch.due(s(40_000)), Due::Lock);
        watch.touch(s(1_100));
        assert_eq!(watch.due(s(1_101)), Due::Later(s(1_160)));
    }

    #[test]
    fn a_lock_before_the_blank_screen_locks() {
        let watch = Watch::new(Limits { blank: s(300), lock: s(30) }, s(0));
        assert_eq!(watch.due(s(29)), Due::Later(s(30)));
        assert_eq!(watch.due(s(30)), Due::Lock);
    }

    #[test]
    fn the_clinic_sets_the_limits_and_a_session_may_ask_for_others_but_never_for_none() {
        let limits = |blank, lock| Limits { blank: s(blank), lock: s(lock) };
        let (nothing, clinic) = (Asked::default(), Unattended { blank_after: 90, lock_after: 240 });
        assert_eq!(nothing.limits(None), limits(60, 180));
        assert_eq!(nothing.limits(Some(clinic)), limits(90, 240));
        assert_eq!(Asked { blank: Some(45), lock: None }.limits(Some(clinic)), limits(45, 240));
        assert_eq!(Asked { blank: None, lock: Some(300) }.limits(Some(clinic)), limits(90, 300));
        // Whatever a record or an option says.
        assert_eq!(nothing.limits(Some(Unattended { blank_after: 0, lock_after: u16::MAX })), limits(30, 900));
        assert_eq!(Asked { blank: Some(0), lock: Some(u16::MAX) }.limits(None), limits(30, 900));
    }

    #[test]
    fn other_limits_count_from_the_last_key() {
        let mut watch = Watch::new(Limits { blank: s(60), lock: s(180) }, s(1_000));
        assert!(!watch.limit(Limits { blank: s(60), lock: s(180) }));
        assert!(watch.limit(Limits { blank: s(30), lock: s(90) }));
        assert_eq!(watch.due(s(1_029)), Due::Later(s(1_030)));
        assert_eq!(watch.due(s(1_030)), Due::Blank(s(1_090)));
        assert_eq!(watch.due(s(1_090)), Due::Lock);
    }

    #[test]
    fn the_alarm_rings_once_for_a_moment_that_is_over() {
        let (tell, inbox) = std::sync::mpsc::channel();
        let alarm = Alarm::new(tell).unwrap();
        alarm.set(Duration::from_nanos(1));
        assert!(matches!(inbox.recv(), Ok(Input::Alarm)));
        alarm.set(now() + s(10_000));
        assert!(inbox.try_recv().is_err());
    }
}
