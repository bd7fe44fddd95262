//! When a raid is open (RULES §12): a party waits for it where it will be, and is done when it is over.

use game::{MonsterCode, RaidState, data::Raid};
use jiff::{SignedDuration, Unit};

use super::Target;
use crate::{
    decision::{Decision, Why},
    situation::Situation,
};

/// How soon to look again for what nobody has read yet.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_mins(1);

/// The end, when the raid that the party has fought in is over.
pub(super) fn over(situation: &Situation<'_>, target: &Target<'_>) -> Result<(), Decision> {
    let has_fought = situation.tally.fights > 0;
    match (target.raid, state(situation, target)) {
        (Some(raid), Some(state)) if has_fought && !is_open(situation, state) => {
            let fights = situation.tally.fights;
            Err(Decision::done(format!("{} is over; fights in it: {fights}", raid.code)))
        }
        _ => Ok(()),
    }
}

/// The wait for the raid to open, if it is one and has not.
pub(super) fn until_open(situation: &Situation<'_>, target: &Target<'_>) -> Option<Decision> {
    let raid = target.raid?;
    let (until, text) = match state(situation, target) {
        Some(state) if is_open(situation, state) => return None,
        Some(RaidState { next_start_at, .. }) => {
            // Our clock has it some milliseconds sooner or later than the game's.
            let opens = next_start_at.round(Unit::Minute).unwrap_or(*next_start_at).strftime("%a %H:%M UTC");
            (*next_start_at, format!("Waiting for {}, which opens on {opens}", raid.code))
        }
        None => return Some(wait_to_hear(situation, &raid.monster)),
    };
    Some(Decision::Wait { until, why: Why::new(text) })
}

/// The raid whose boss a monster is, as far as anybody has read of it.
pub(super) fn raid_of<'a>(situation: &Situation<'a>, monster: &MonsterCode) -> Option<&'a Raid> {
    let told = situation.view.raids.iter().map(|state| &state.raid);
    told.chain(&situation.data.raids).find(|raid| raid.monster == *monster)
}

/// The wait for somebody to read how the raids stand.
pub(super) fn wait_to_hear(situation: &Situation<'_>, monster: &MonsterCode) -> Decision {
    let until = situation.now.saturating_add(LOOK_AGAIN).unwrap_or(situation.now);
    Decision::Wait { until, why: Why::new(format!("Waiting to hear when the raid of {monster} opens")) }
}

fn state<'a>(situation: &Situation<'a>, target: &Target<'_>) -> Option<&'a RaidState> {
    let raid = target.raid?;
    situation.view.raids.iter().find(|state| state.raid.code == raid.code)
}

/// What has just opened by its timetable may not have been read since.
fn is_open(situation: &Situation<'_>, state: &RaidState) -> bool {
    state.open.is_some() || state.next_start_at <= situation.now
}
