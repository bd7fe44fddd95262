//! Raids, met on time (RULES §12): before one opens potions are made for it, and its party is called away from other work
//! early enough to dress, to walk there and to wait for the hour.
//!
//! The goal is never reached: after one window it waits for the next. How a party fights is the strategy's.

use std::{cmp::Reverse, collections::BTreeMap};

use game::{
    CharacterName, GameData, ItemCode, MonsterCode, RaidCode, RaidState, RaidWindow, SimpleItem,
    data::{ContentType, Craft, Item, Raid as SeasonRaid},
};
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Kind, Progress,
    breakdown::Desk,
    company::{Hands, Member},
    cost::Costs,
    part::{Call, Effort, Levels, Step, Work},
    who::{Names, Who},
};
use crate::{
    config::AnyRaid,
    parts::{
        gear, potions,
        ranking::Obstacle,
        travel::{self, seconds_to_bank},
    },
    season,
    situation::Situation,
};

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "A raid, every time it opens: potions are made before, and a party is called away from its work in time to be there, and goes back to it afterwards.";

/// Seconds for the action that is under way, the next plan, dressing and healing, before a party sets out.
const PREPARATION: f64 = 300.0;

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Raid {
    /// Which raid.
    #[schemars(with = "Option<AnyRaid>")]
    raid: Option<RaidCode>,
    /// How many go together at most.
    #[schemars(range(min = 1, max = 3))]
    party: usize,
    /// Leave after so many hours, also when the raid is still open: its rewards have a cap.
    #[schemars(range(min = 1, max = 168))]
    hours: u32,
    /// So many healing potions for each of them, made before, of the best kind that it may drink.
    #[schemars(range(min = 0, max = 100))]
    potions: u32,
    /// Only these characters go; nobody named means all.
    names: Names,
}

impl Default for Raid {
    fn default() -> Self {
        Self { raid: None, party: 3, hours: 3, potions: 50, names: Names::default() }
    }
}

impl Kind for Raid {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        let raid = self.raid.as_ref().map_or("nothing", RaidCode::as_str);
        let who = if self.party == 1 { "one".to_owned() } else { format!("up to {}", self.party) };
        format!("the raid {raid} by {who} of {}", self.names.words(Who::Everyone))
    }

    fn check(&self) -> Result<(), String> {
        self.raid.as_ref().map(drop).ok_or_else(|| "say which `raid`".to_owned())
    }

    fn check_season(&self, data: &GameData) -> Result<(), String> {
        let Some(code) = &self.raid else { return Ok(()) };
        let raid = data.raids.iter().find(|raid| raid.code == *code);
        // Of a season whose raids nobody has read, any may be.
        if raid.is_none() && !data.raids.is_empty() {
            return Err(format!("`raid`: this season has no raid {code}"));
        }
        raid.map_or(Ok(()), |raid| season::check_place(data, &ContentType::Raid, raid.code.as_str()))
            .map_err(|reason| format!("`raid`: {reason}"))
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let told = &desk.company.calendar.raids;
        match told.iter().find(|state| Some(&state.raid.code) == self.raid.as_ref()) {
            Some(state) => self.prepare(desk, state),
            None => desk.wait_for("the timetable of the raid, which nobody has read yet".to_owned(), None),
        }
        Progress { done: 0.0, wanted: 0.0 }
    }
}

impl Raid {
    /// Has potions made, and calls a party in time.
    fn prepare(&self, desk: &mut Desk<'_>, state: &RaidState) {
        let (now, raid) = (desk.company.now, &state.raid);
        let next = state.windows().find(|window| window.opens_at > now);
        let seconds = next.map(|window| desk.company.seconds_until(window.opens_at));
        desk.wait_for(format!("{} opens", raid.name), seconds);
        let Some((window, leaves_at)) = self.window(state, now) else { return };
        let mut party = Vec::new();
        let mut obstacle = Self::nobody(desk, raid);
        for (place, member) in Self::in_order(desk, raid) {
            match seconds_to_meet(desk.costs, member, raid) {
                Ok(lead) if party.len() < self.party => party.push((place, lead)),
                Ok(_) => {}
                Err(why) => obstacle = why,
            }
        }
        if party.is_empty() {
            return desk.leave_alone(raid.code.as_str(), raid.name.clone(), obstacle);
        }
        let provisions: Vec<_> = party.iter().map(|(place, _)| self.provision(desk, *place)).collect();
        have_made(desk, provisions.iter().flatten());
        let members = desk.company.members;
        let names: Vec<_> = party.iter().map(|(place, _)| members[*place].name().clone()).collect();
        for ((place, lead), provision) in party.into_iter().zip(provisions) {
            let in_seconds = desk.company.seconds_until(window.opens_at) - lead;
            let seconds = desk.company.seconds_until(leaves_at) - in_seconds;
            let (code, monster) = (raid.code.clone(), raid.monster.clone());
            let work = Work::Raid { raid: code, monster, party: names.clone(), seconds: whole(seconds) };
            let why = format!("It takes up to {} to get ready and be there when it opens", super::span(lead));
            let call = Call { occasion: raid.code.to_string(), in_seconds, why };
            desk.call(place, work, provision.into_iter().collect(), call);
        }
    }

    /// The window that is on or comes next, as long as anybody stays in it, with the time at which its party leaves.
    fn window(&self, state: &RaidState, now: Timestamp) -> Option<(RaidWindow, Timestamp)> {
        let open = state.open.as_ref();
        let open = open.map(|open| RaidWindow { opens_at: open.starts_at, closes_at: open.ends_at });
        let stay = SignedDuration::from_hours(self.hours.into());
        let until = |window: &RaidWindow| {
            let enough = window.opens_at.saturating_add(stay).unwrap_or(window.closes_at);
            window.closes_at.min(enough)
        };
        let all = open.into_iter().chain(state.windows());
        all.map(|window| (window, until(&window))).find(|(_, leaves_at)| *leaves_at > now)
    }

    /// Those who may be called, the best first: who is at it already stays, then the highest level goes.
    fn in_order<'a>(desk: &Desk<'a>, raid: &SeasonRaid) -> Vec<(usize, &'a Member)> {
        let name = Work::raid_name(&raid.code);
        let mut order: Vec<_> = desk.on_call().filter(|(_, member)| !rests(member, raid)).collect();
        order.sort_by_key(|(place, member)| {
            let is_at_it = matches!(&member.hands, Hands::AtWork { part, .. } if part.starts_with(&name));
            (Reverse(is_at_it), Reverse(member.character.combat.level), *place)
        });
        order
    }

    /// Why nobody may be called.
    fn nobody(desk: &Desk<'_>, raid: &SeasonRaid) -> Obstacle {
        match desk.on_call().find(|(_, member)| rests(member, raid)) {
            Some((_, member)) => {
                let why = format!("{} could not go on with it", member.name());
                Obstacle::new(why, "See what it says; it is tried again within the hour")
            }
            None => Obstacle::new("nobody is free to go", "Stop what one of the characters does"),
        }
    }

    /// The potion that a member takes along, and how many of it beside those that it wears.
    fn provision(&self, desk: &Desk<'_>, place: usize) -> Option<SimpleItem> {
        let character = &desk.company.members[place].character;
        let code = desk.costs.look(character, |situation| best_potion(desk, situation))?;
        let worn = potions::SLOTS.iter().filter_map(|slot| character.equipment.get(slot));
        let worn: u32 = worn.filter(|worn| worn.code == code).map(|worn| worn.quantity).sum();
        Some(SimpleItem::new(code, self.potions.saturating_sub(worn)))
    }
}

/// Whether a member could not go on with a raid, and is not called to it for a while.
fn rests(member: &Member, raid: &SeasonRaid) -> bool {
    let name = Work::raid_name(&raid.code);
    member.resting.iter().any(|part| part.starts_with(&name))
}

/// Demands what is taken along; it lies in the bank for whoever dresses for the raid.
fn have_made<'i>(desk: &mut Desk<'_>, provisions: impl Iterator<Item = &'i SimpleItem>) {
    let mut wanted: BTreeMap<ItemCode, u32> = BTreeMap::new();
    for SimpleItem { code, quantity } in provisions {
        *wanted.entry(code.clone()).or_default() += quantity;
    }
    desk.demand(&wanted);
    wanted.keys().for_each(|code| desk.hand_out(code));
}

/// Of the potions that there are, or that somebody can make, and that a character may drink, the one that gives most health
/// back.
fn best_potion(desk: &Desk<'_>, situation: &Situation<'_>) -> Option<ItemCode> {
    let can_make = |recipe: &Craft| {
        desk.concerned().any(|(_, one)| one.character.skill_level(recipe.skill) >= recipe.level)
    };
    let is_had = |item: &Item| desk.there(&item.code) > 0 || item.craft.as_ref().is_some_and(can_make);
    let restores = |item: &Item| {
        item.effects.iter().find(|effect| effect.code.as_str() == "restore").map(|effect| effect.value)
    };
    let potions = situation.data.items.values().filter(|item| gear::may_wear(situation, item));
    let restoring = potions.filter_map(|item| Some((restores(item)?, item)));
    restoring
        .filter(|(_, item)| is_had(item))
        .max_by_key(|(value, _)| *value)
        .map(|(_, item)| item.code.clone())
}

/// Seconds before its opening at which a member sets out for a raid: it goes by the bank.
fn seconds_to_meet(costs: &Costs<'_>, member: &Member, raid: &SeasonRaid) -> Result<f64, Obstacle> {
    costs.look(&member.character, |situation| {
        let trip = travel::to_content(situation, &ContentType::Raid, raid.code.as_str())?;
        let bank = situation.reach().nearest_bank(situation);
        let by_bank = bank.and_then(|bank| Some(bank.seconds + seconds_to_bank(situation, trip.to)?));
        Ok(PREPARATION + f64::from(by_bank.unwrap_or(trip.seconds).max(trip.seconds)))
    })
}

/// What it takes to be in a raid's party to its end.
pub(super) fn staying(monster: &MonsterCode, party: &[CharacterName], seconds: u32) -> Effort {
    let config = json!({"monster": monster, "with": party});
    let steps = vec![Step { strategy: "party", config, until: Vec::new() }];
    Effort { seconds: f64::from(seconds), training_seconds: 0.0, steps, levels: Levels::new() }
}

fn whole(seconds: f64) -> u32 {
    u32::try_from(super::whole(seconds)).unwrap_or(0)
}
