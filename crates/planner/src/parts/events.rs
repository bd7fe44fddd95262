//! What only events bring (RULES §12): whether it is there, and what to say and do when it is not.

use game::{
    ActiveEvent, GameData, ItemCode,
    data::{ContentType, Drop, Event},
};
use jiff::SignedDuration;

use crate::{
    decision::{Decision, Why},
    parts::ranking::Obstacle,
    situation::Situation,
};

/// Who waits for an event looks again after so long, if nobody has told that it came.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_mins(5);

/// Why something that only an event brings cannot be had now.
pub(crate) enum Absence<'a> {
    /// The event is on, and over before the character could be there.
    TooLate(&'a ActiveEvent),
    /// It is not on: these would bring it, at least one.
    NotOn(Vec<&'a Event>),
}

/// Why this content is not within reach, if events bring it and no other tile has it.
pub(crate) fn absence<'a>(situation: &Situation<'a>, kind: &ContentType, code: &str) -> Option<Absence<'a>> {
    if situation.data.maps.with_content(kind, code).next().is_some() {
        return None;
    }
    let on = situation.events().filter(|event| event.brings(kind, code));
    let late = on.max_by_key(|event| event.expiration);
    if let Some(event) = late {
        let reach = situation.reach().trip(situation, &event.map);
        let too_late = reach.is_some_and(|trip| !situation.lasts(event.map.map_id, trip.seconds.into()));
        return too_late.then_some(Absence::TooLate(event));
    }
    let brings = |event: &&Event| {
        event.content.as_ref().is_some_and(|content| content.kind == *kind && content.code == code)
    };
    let events: Vec<_> = situation.data.events.iter().filter(brings).collect();
    (!events.is_empty()).then_some(Absence::NotOn(events))
}

/// The decision to wait for something that only an event brings, while it is not to be had.
pub(crate) fn wait_for(situation: &Situation<'_>, kind: &ContentType, code: &str) -> Option<Decision> {
    let absence = absence(situation, kind, code)?;
    let until = match &absence {
        Absence::TooLate(event) => event.expiration,
        Absence::NotOn(_) => situation.now.checked_add(LOOK_AGAIN).unwrap_or(situation.now),
    };
    let Obstacle { why, .. } = absence.obstacle(code);
    Some(Decision::Wait { until, why: Why::new(format!("Waiting for {code}: {why}")) })
}

impl Absence<'_> {
    /// What stands in the way, in words.
    pub(crate) fn obstacle(&self, code: &str) -> Obstacle {
        match self {
            Self::TooLate(event) => Obstacle::new(
                format!("the event {} that brings it is over before one could be there", event.name),
                format!("Wait until {code} comes again"),
            ),
            Self::NotOn(events) => {
                let names: Vec<_> = events.iter().map(|event| event.name.as_str()).collect();
                let often = often(events);
                let names = names.join(" or ");
                Obstacle::new(
                    format!("it appears in the event {names}, which is not on now and comes {often}"),
                    format!("Wait for the event {names}"),
                )
            }
        }
    }
}

/// Whether an item drops from nothing that is on the map without an event.
pub(crate) fn only_events_bring(data: &GameData, code: &ItemCode) -> bool {
    let drops = |drops: &[Drop]| drops.iter().any(|drop| drop.code == *code);
    let stands = |kind, code: &str| data.maps.with_content(kind, code).next().is_some();
    let fought = data.monsters.values().filter(|one| drops(&one.drops));
    let gathered = data.resources.values().filter(|one| drops(&one.drops));
    !fought.into_iter().any(|one| stands(&ContentType::Monster, one.code.as_str()))
        && !gathered.into_iter().any(|one| stands(&ContentType::Resource, one.code.as_str()))
}

/// How often one of these events comes by itself, in words.
pub(crate) fn often(events: &[&Event]) -> String {
    // Each minute it comes with one chance in its rate.
    let per_minute: f64 = events.iter().map(|event| 1.0 / f64::from(event.rate.max(1))).sum();
    let hours = 1.0 / per_minute / 60.0;
    if hours < 1.5 { "about every hour".to_owned() } else { format!("about every {hours:.0} hours") }
}
