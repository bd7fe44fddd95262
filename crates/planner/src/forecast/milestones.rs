//! What a run that begins is expected to have brought by when, told in what its own tally counts: so forecast and outcome
//! are of the same kind.

use game::{Gains, Milestone};
use jiff::SignedDuration;

use super::{Start, plays, reading::Reading};
use crate::Mind;

/// When forecast and outcome are compared, in minutes after the start. They lie closer at first, where tools and levels
/// change what an hour brings.
const MINUTES: [u16; 8] = [15, 30, 60, 120, 240, 480, 960, 1440];

/// What a mind that begins will have brought by each of some times within a day, in so many plays.
#[must_use]
pub fn milestones(mind: &Mind, start: &Start, count: u32) -> Vec<Milestone> {
    let ends = MINUTES.map(|minutes| SignedDuration::from_mins(minutes.into()));
    let plays = plays(mind, start, &ends, count);
    let reached = |place: usize| plays.iter().filter_map(move |play| play.get(place));
    let mut milestones: Vec<_> = MINUTES
        .iter()
        .enumerate()
        .map(|(place, minutes)| milestone(60 * u32::from(*minutes), mean(reached(place))))
        .collect();
    if let (Some(done), Some(last)) = (done_after(&plays), milestones.last()) {
        // Nothing comes after it: between two milestones it would seem to come bit by bit.
        let end = milestone(done, last.expected);
        let place = milestones.partition_point(|one| one.after_seconds < done);
        milestones.insert(place, end);
    }
    milestones
}

fn milestone(after_seconds: u32, expected: Gains) -> Milestone {
    Milestone { after_seconds, expected, came: None }
}

/// When the automation is done, on average, if it is in every play.
fn done_after(plays: &[Vec<Reading>]) -> Option<u32> {
    let ends: Option<Vec<u64>> = plays.iter().map(|play| play.last()?.done_after()).collect();
    let ends = ends.filter(|ends| !ends.is_empty())?;
    u32::try_from(ends.iter().sum::<u64>() / ends.len() as u64).ok()
}

fn mean<'a>(readings: impl Iterator<Item = &'a Reading>) -> Gains {
    let all: Vec<_> = readings.map(|reading| reading.gains).collect();
    Gains::mean(&all).rounded()
}
