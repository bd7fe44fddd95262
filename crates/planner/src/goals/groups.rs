//! Which of a company's characters beat a boss together (RULES §7): the smallest group that wins often enough, as they are,
//! in gear that can be made, or some levels later.

use std::collections::BTreeMap;

use game::{
    Bank, Character, ItemCode,
    data::{ContentType, Monster},
    xp::MAX_LEVEL,
};

use super::{
    breakdown::Desk,
    company::Hands,
    cost::Costs,
    part::{Promise, Work},
    training,
};
use crate::{
    config::list,
    decision::percent,
    estimate::{self, Aim},
    notes::Rehearsals,
    parts::{
        loadout::{self, Loadout},
        opponent,
        ranking::Obstacle,
        travel,
    },
    situation::Situation,
};

/// The share of fights that a group must win: less than one alone, for whom each loss is all there is.
const MIN_WIN_RATE: f64 = 0.9;
/// So many fight together at most (RULES §7).
const MOST: u32 = 3;

/// Somebody dressed for a boss.
#[derive(Debug, Clone)]
struct Fighter {
    member: usize,
    hero: Character,
    loadout: Loadout,
}

/// Some who fight together, and what comes of it.
struct Group<'f> {
    fighters: Vec<&'f Fighter>,
    promise: Promise,
}

/// What there is to wear.
#[derive(Clone, Copy)]
enum Gear {
    /// What is worn, carried and in the bank; nothing twice.
    There,
    /// What could be made at the level as well.
    Made,
}

impl Desk<'_> {
    /// Lays out so many wins against a boss: by who wins alone, or by a group.
    pub(crate) fn beat(&mut self, monster: &Monster, fights: u32) {
        let alone = |member: usize| beats_alone(self.costs, member, monster);
        if self.free_hands().any(alone) {
            let work = |fights| Work::Beat { monster: monster.code.clone(), fights };
            return drop(self.share_out(fights, work));
        }
        let name = Work::party_name(&monster.code);
        let members = self.company.members;
        let hands: Vec<_> =
            self.free_hands().filter(|hand| !members[*hand].resting.contains(&name)).collect();
        let mut rehearsals = Rehearsals::default();
        let now = dressed(self.costs, &hands, monster, 0, Gear::There);
        let at_it = |fighter: &&Fighter| {
            let hands = &members[fighter.member].hands;
            matches!(hands, Hands::AtWork { goal: Some(goal), part } if *goal == self.goal && *part == name)
        };
        let at_it: Vec<_> = now.iter().filter(at_it).collect();
        let kept = group(self.costs, at_it, monster, &mut rehearsals);
        let all = || now.iter().collect();
        if let Some(found) = kept.or_else(|| smallest(self.costs, all(), monster, &mut rehearsals)) {
            return self.meet(monster, fights, &found, Vec::new());
        }
        if !self.outfit(&hands, monster, fights, &mut rehearsals) {
            self.grow(&hands, &now, monster, fights, &mut rehearsals);
        }
    }

    /// Has gear made in which a group wins; whether there is any.
    fn outfit(
        &mut self,
        hands: &[usize],
        monster: &Monster,
        fights: u32,
        rehearsals: &mut Rehearsals,
    ) -> bool {
        let outfitted = dressed(self.costs, hands, monster, 0, Gear::Made);
        let Some(found) = smallest(self.costs, outfitted.iter().collect(), monster, rehearsals) else {
            return false;
        };
        let mut wanted: BTreeMap<ItemCode, u32> = BTreeMap::new();
        for fighter in &found.fighters {
            let worn = &self.company.members[fighter.member].character;
            for (slot, code) in &fighter.loadout {
                if worn.worn(*slot) != Some(code) {
                    *wanted.entry(code.clone()).or_default() += 1;
                }
            }
        }
        // What cannot be made after all is no way.
        let mut desk = self.clone();
        desk.demand(&wanted);
        if desk.missing.len() > self.missing.len() {
            return false;
        }
        wanted.keys().for_each(|code| desk.hand_out(code));
        let needs = (self.parts.len()..desk.parts.len()).collect();
        *self = desk;
        self.meet(monster, fights, &found, needs);
        true
    }

    /// Has a group train to the first level at which it wins, or says why none ever will.
    fn grow(
        &mut self,
        hands: &[usize],
        now: &[Fighter],
        monster: &Monster,
        fights: u32,
        rehearsals: &mut Rehearsals,
    ) {
        let costs = self.costs;
        let at = |level: u32| dressed(costs, hands, monster, level, Gear::Made);
        let mut wins =
            |fighters: &[Fighter]| smallest(costs, fighters.iter().collect(), monster, rehearsals).is_some();
        let lowest = hands.iter().map(|hand| costs.level(*hand, None)).min().unwrap_or(1);
        let (mut below, mut level) = (lowest, MAX_LEVEL);
        if !wins(&at(level)) {
            return self.nobody_beats(now, monster, rehearsals);
        }
        while below + 1 < level {
            let middle = below.midpoint(level);
            if wins(&at(middle)) { level = middle } else { below = middle }
        }
        let later = at(level);
        let Some(found) = smallest(costs, later.iter().collect(), monster, rehearsals) else { return };
        let mut needs = Vec::new();
        for fighter in found.fighters.iter().filter(|one| costs.level(one.member, None) < level) {
            let first = self.parts.len();
            self.add_for(fighter.member, Work::Train { what: None, level });
            needs.extend(first..self.parts.len());
        }
        self.meet(monster, fights, &found, needs);
    }

    /// Parts for each of a group, which begin together.
    fn meet(&mut self, monster: &Monster, fights: u32, found: &Group<'_>, needs: Vec<usize>) {
        let members: Vec<_> = found.fighters.iter().map(|fighter| fighter.member).collect();
        let party = members.iter().map(|member| self.company.members[*member].name().clone()).collect();
        let (monster, promise) = (monster.code.clone(), found.promise);
        self.add_together(&members, &Work::Party { monster, fights, party, promise }, &needs);
    }

    fn nobody_beats(&mut self, now: &[Fighter], monster: &Monster, rehearsals: &mut Rehearsals) {
        let what = format!("beat {}", monster.code);
        let best = strongest(now.iter().collect(), MOST);
        if best.is_empty() {
            let obstacle = self.free_hands().find_map(|hand| way(self.costs, hand, monster).err());
            let nobody =
                || Obstacle::new("nobody is free to work for it", "Stop what one of the characters does");
            let Obstacle { why, unblock } = obstacle.unwrap_or_else(nobody);
            return self.miss(&what, why, unblock);
        }
        let names = list(best.iter().map(|fighter| fighter.hero.name.as_str()), "and");
        let won = percent(odds(self.costs, &best, monster, rehearsals).0);
        let wanted = percent(MIN_WIN_RATE);
        let why = format!(
            "{names} would win {won} of such fights, {wanted} are wanted, and no level and no gear that can be made is enough"
        );
        self.miss(&what, why, "More characters, or gear that others have made".to_owned());
    }
}

/// Whether a member wins all but always without help, as it is.
fn beats_alone(costs: &Costs<'_>, member: usize, monster: &Monster) -> bool {
    let character = &costs.company.members[member].character;
    let is_beaten = |situation: &Situation<'_>| {
        opponent::is_beaten(situation, monster, &mut Rehearsals::default()).is_ok()
    };
    costs.look(character, is_beaten)
}

/// What stands in a member's way to a boss, if anything does.
fn way(costs: &Costs<'_>, member: usize, monster: &Monster) -> Result<(), Obstacle> {
    let character = &costs.company.members[member].character;
    let code = monster.code.as_str();
    costs.look(character, |situation| travel::to_content(situation, &ContentType::Monster, code).map(drop))
}

/// Those who can get to a boss, at a level or their own, if that is higher, and dressed for it; the highest level first.
fn dressed(costs: &Costs<'_>, hands: &[usize], monster: &Monster, level: u32, gear: Gear) -> Vec<Fighter> {
    let mut order = hands.to_vec();
    order.sort_by_key(|hand| std::cmp::Reverse(costs.level(*hand, None)));
    let mut bank = costs.company.bank.cloned().unwrap_or_default();
    let mut fighters = Vec::new();
    for member in order {
        let own = &costs.company.members[member].character;
        let character = training::at(own, None, level.max(own.combat.level));
        let dress = |situation: &Situation<'_>| {
            travel::to_content(situation, &ContentType::Monster, monster.code.as_str()).ok()?;
            let loadout = loadout::quick(situation, monster, Aim::Xp);
            Some((loadout::dressed(situation, &loadout), loadout))
        };
        let found = match gear {
            Gear::There => costs.look_with(&character, Some(&bank), &[], dress),
            Gear::Made => costs.look_outfitted(&character, dress),
        };
        if let Some((hero, loadout)) = found {
            take(&mut bank, &character, &loadout);
            fighters.push(Fighter { member, hero, loadout });
        }
    }
    fighters
}

/// Takes out of the bank what somebody puts on and does not carry.
fn take(bank: &mut Bank, character: &Character, loadout: &Loadout) {
    let mut put_on: BTreeMap<&ItemCode, u32> = BTreeMap::new();
    for (_, code) in loadout.iter().filter(|(slot, code)| character.worn(**slot) != Some(code)) {
        *put_on.entry(code).or_default() += 1;
    }
    for (code, wanted) in put_on {
        if let Some(held) = bank.items.get_mut(code) {
            *held = held.saturating_sub(wanted.saturating_sub(character.inventory.count(code)));
        }
    }
}

/// The group of these, if they win often enough.
fn group<'f>(
    costs: &Costs<'_>,
    fighters: Vec<&'f Fighter>,
    monster: &Monster,
    rehearsals: &mut Rehearsals,
) -> Option<Group<'f>> {
    if fighters.len() < 2 {
        return None;
    }
    let (won, seconds) = odds(costs, &fighters, monster, rehearsals);
    let promise = Promise { seconds: whole(seconds), won_percent: whole(100.0 * won) };
    opponent::is_safe(won, MIN_WIN_RATE).then_some(Group { fighters, promise })
}

/// Of the smallest groups that win often enough, the one that takes the least time. Where the strongest do not win, nobody
/// looks at the others.
fn smallest<'f>(
    costs: &Costs<'_>,
    fighters: Vec<&'f Fighter>,
    monster: &Monster,
    rehearsals: &mut Rehearsals,
) -> Option<Group<'f>> {
    for size in 2..=MOST {
        let strongest = strongest(fighters.clone(), size);
        if strongest.len() < size as usize || group(costs, strongest, monster, rehearsals).is_none() {
            continue;
        }
        let sets = (0..1_u32 << fighters.len()).filter(|set| set.count_ones() == size);
        let of = |set: u32| {
            let own = fighters.iter().enumerate().filter(move |(place, _)| set >> place & 1 == 1);
            own.map(|(_, fighter)| *fighter).collect()
        };
        let groups = sets.filter_map(|set| group(costs, of(set), monster, rehearsals));
        return groups.min_by_key(|group| group.promise.seconds);
    }
    None
}

/// The first of those who are dressed: the highest level comes first.
fn strongest(mut fighters: Vec<&Fighter>, size: u32) -> Vec<&Fighter> {
    fighters.truncate(size as usize);
    fighters
}

/// The share of fights that a group wins, and the seconds of one with the rest that it costs.
fn odds(
    costs: &Costs<'_>,
    fighters: &[&Fighter],
    monster: &Monster,
    rehearsals: &mut Rehearsals,
) -> (f64, f64) {
    let Some((first, rest)) = fighters.split_first() else { return (0.0, 0.0) };
    let rest: Vec<_> = rest.iter().map(|fighter| fighter.hero.clone()).collect();
    let odds = rehearsals.odds_beside(&first.hero, &rest, monster, costs.company.data);
    let haste = fighters.iter().map(|fighter| fighter.hero.stats.haste).max().unwrap_or_default();
    let seconds = estimate::fight_seconds(haste, first.hero.max_hp, odds.mean_turns, odds.mean_hp_lost);
    (odds.win_rate, seconds)
}

fn whole(number: f64) -> u32 {
    u32::try_from(super::whole(number)).unwrap_or(0)
}
