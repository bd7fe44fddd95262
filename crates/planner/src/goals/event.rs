//! What events bring, taken by whoever gains most by it for as long as they are on (RULES §12).
//!
//! The goal is never reached. Merchants are left to those who trade.

mod gain;

use std::cmp::Ordering;

use game::{
    ActiveEvent, EventCode, GameData,
    data::{self, Content, ContentType},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Kind, Progress,
    breakdown::Desk,
    company::{Company, Hands, Member},
    part::{Call, Effort, Levels, Step, Target, Work},
    who::{Names, Who},
};
use crate::{
    config::AnyEvent,
    parts::{events::often, ranking::Obstacle},
};
use gain::Gain;

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "What events bring: while one is on, whoever gains most by it goes there, and back to its work afterwards.";

/// Who has nothing to do goes, unless somebody who works for a goal gains so many times as much.
const WORTH_A_CALL: f64 = 1.25;

/// What a player may configure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Event {
    /// Which events. None named means all that bring a monster or a resource.
    #[schemars(with = "Vec<AnyEvent>")]
    events: Vec<EventCode>,
    /// What they are taken for.
    best_for: BestFor,
    /// Only these characters go; nobody named means all.
    names: Names,
}

/// What somebody gains by an event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum BestFor {
    /// Drops that only events bring.
    #[default]
    Drops,
    /// Xp, as far as it is more than the same skill earns elsewhere.
    Xp,
}

impl Kind for Event {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        let events = self.events.iter().map(EventCode::as_str).collect::<Vec<_>>().join(", ");
        let what = if events.is_empty() { "events bring" } else { "comes with " };
        format!("what {what}{events}, taken by {}", self.names.words(Who::One))
    }

    fn check_season(&self, data: &GameData) -> Result<(), String> {
        let nothing = |event: &&data::Event| self.events.contains(&event.code) && target(event).is_none();
        match data.events.iter().find(nothing) {
            Some(data::Event { code, .. }) => Err(format!(
                "`events`: {code} brings nothing to fight or to gather; who buys and sells at a merchant is told to by \
                 an automation"
            )),
            None => Ok(()),
        }
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let wanted = |event: &&data::Event| self.events.is_empty() || self.events.contains(&event.code);
        let events: Vec<_> =
            desk.company.data.events.iter().filter(wanted).filter(|one| target(one).is_some()).collect();
        desk.wait_for(next(&events), None);
        let mut called = Vec::new();
        for active in &desk.company.calendar.events {
            let event = events.iter().find(|event| event.code == active.code);
            if let Some(brings) = event.and_then(|event| target(event))
                && active.expiration > desk.company.now
            {
                called.extend(self.take(desk, active, brings, &called));
            }
        }
        Progress { done: 0.0, wanted: 0.0 }
    }
}

/// Somebody who could go.
struct Candidate {
    place: usize,
    /// Whether it is at it already.
    is_there: bool,
    gain: Gain,
    /// What the gain counts beside that of others.
    weight: f64,
}

impl Event {
    /// Calls whoever gains most by an event that is on, beside those who are called already; or says why nobody.
    fn take(
        &self,
        desk: &mut Desk<'_>,
        event: &ActiveEvent,
        brings: Target,
        called: &[usize],
    ) -> Option<usize> {
        let words = format!("{}: {brings}", event.name);
        let work = Work::Event { event: event.code.clone(), brings };
        let mut candidates = Vec::new();
        let mut obstacle = Obstacle::new("nobody is free to go", "Stop what one of the characters does");
        let is_free = |(place, member): &(usize, &Member)| !called.contains(place) && !is_in_a_raid(member);
        for (place, member) in desk.on_call().filter(is_free) {
            match gain::of(desk.costs, place, event, self.best_for) {
                _ if member.resting.contains(&work.to_string()) => {
                    let why = format!("{} could not go on with it", member.name());
                    obstacle = Obstacle::new(why, "See what it says; it is tried again within the hour");
                }
                Ok(gain) => candidates.push(Candidate::new(place, &member.hands, &work, gain)),
                Err(Obstacle { why, unblock }) => {
                    obstacle = Obstacle::new(format!("{}: {why}", member.name()), unblock);
                }
            }
        }
        candidates.sort_by(Candidate::the_better);
        while let Some(Candidate { place, gain, .. }) = candidates.pop() {
            let name = desk.company.members[place].name();
            match gain::is_safe(desk.costs, place, event) {
                Ok(()) => {
                    let others = candidates
                        .last()
                        .map(|one| (desk.company.members[one.place].name(), &one.gain.words));
                    let others = others.map(|(other, words)| format!("; for {other} it is {words}"));
                    let why = format!("It gains {}{}", gain.words, others.unwrap_or_default());
                    let occasion = event.code.to_string();
                    desk.call(place, work, Vec::new(), Call { occasion, in_seconds: 0.0, why });
                    return Some(place);
                }
                Err(Obstacle { why, unblock }) => obstacle = Obstacle::new(format!("{name}: {why}"), unblock),
            }
        }
        desk.leave_alone(event.code.as_str(), words, obstacle);
        None
    }
}

/// Whether somebody belongs to the party of a raid, which would lack it.
fn is_in_a_raid(member: &Member) -> bool {
    matches!(&member.hands, Hands::AtWork { part, .. } if part.starts_with(Work::RAID))
}

impl Candidate {
    fn new(place: usize, hands: &Hands, work: &Work, gain: Gain) -> Self {
        let is_there = matches!(hands, Hands::AtWork { part, .. } if *part == work.to_string());
        let weight = if *hands == Hands::Free { WORTH_A_CALL * gain.amount } else { gain.amount };
        Self { place, is_there, gain, weight }
    }

    /// Whoever is at it stays: another one would have to go there first.
    fn the_better(&self, other: &Self) -> Ordering {
        self.is_there.cmp(&other.is_there).then(self.weight.total_cmp(&other.weight))
    }
}

/// What it takes to stay at an event to its end.
pub(super) fn staying(company: Company<'_>, code: &EventCode, brings: &Target) -> Result<Effort, Obstacle> {
    let event = company.calendar.events.iter().find(|event| event.code == *code);
    let seconds = event.map_or(0.0, |event| company.seconds_until(event.expiration));
    if seconds <= 0.0 {
        return Err(Obstacle::new("the event is over", "Wait until it comes again"));
    }
    let (strategy, config) = match brings {
        Target::Monster(code) => ("combat", json!({"monster": code})),
        Target::Resource(code) => ("gathering", json!({"resource": code})),
    };
    let steps = vec![Step { strategy, config, until: Vec::new() }];
    Ok(Effort { seconds, training_seconds: 0.0, steps, levels: Levels::new() })
}

/// What can be taken of what an event brings, if anything.
fn target(event: &data::Event) -> Option<Target> {
    let Content { kind, code } = event.content.as_ref()?;
    match kind {
        ContentType::Monster => code.parse().ok().map(Target::Monster),
        ContentType::Resource => code.parse().ok().map(Target::Resource),
        _ => None,
    }
}

/// What comes next of these, in words.
fn next(events: &[&data::Event]) -> String {
    match events {
        [] => "an event, of which this season has none".to_owned(),
        [only] => format!("{}, which comes {}", only.name, often(events)),
        _ => format!("the next event, {}", often(events)),
    }
}
