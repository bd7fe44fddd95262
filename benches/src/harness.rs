//! Measuring a subject beside its floor, and the table of what came of it.
//!
//! Both run in turns on one thread, and what is counted is the processor time of that thread: neither other programs nor
//! a slow quarter of an hour of the machine favour one of them.

mod table;

use std::{fs, time::Duration};

pub(crate) use table::{Row, Table, Target};

/// Turns of each; the median of them counts.
const ROUNDS: usize = 11;
/// Least processor time of a turn. The kernel counts in steps of up to 4 ms.
const TURN: Duration = Duration::from_millis(200);

/// How fast a subject and its floor are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// What the subject does in a second.
    pub(crate) subject: f64,
    /// What the floor does in a second.
    pub(crate) floor: f64,
    /// How fast the subject is beside its floor: the median over the turns, the least and the most.
    pub(crate) ratio: [f64; 3],
}

/// Runs the two in turns. Each call of either does some work and says how much.
pub(crate) fn pace(mut subject: impl FnMut() -> u64, mut floor: impl FnMut() -> u64) -> Pace {
    subject();
    floor();
    let turns: Vec<_> = (0..ROUNDS).map(|_| (turn(&mut subject), turn(&mut floor))).collect();
    let sorted = |figure: fn(&(f64, f64)) -> f64| {
        let mut figures: Vec<_> = turns.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures
    };
    let ratios = sorted(|(subject, floor)| subject / floor);
    Pace {
        subject: sorted(|(subject, _)| *subject)[ROUNDS / 2],
        floor: sorted(|(_, floor)| *floor)[ROUNDS / 2],
        ratio: [ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]],
    }
}

/// What is done in a second of processor time.
fn turn(work: &mut impl FnMut() -> u64) -> f64 {
    let begun = processor_time();
    let mut done = 0;
    loop {
        done += work();
        let spent = processor_time() - begun;
        if spent >= TURN {
            return done as f64 / spent.as_secs_f64();
        }
    }
}

/// The processor time that this thread has used. Linux tells it in nanoseconds, first in this file.
fn processor_time() -> Duration {
    let text = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells it");
    let nanoseconds = text.split(' ').next().and_then(|word| word.parse().ok());
    Duration::from_nanos(nanoseconds.expect("a number of nanoseconds"))
}
