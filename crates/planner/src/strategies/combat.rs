//! Combat: one monster, or whatever pays most xp among those that are safe, with gear, healing and bank trips.

mod heal_below;

use game::{
    Action, GameData, ItemCode, MonsterCode,
    data::{ContentType, Monster},
    xp::MAX_LEVEL,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::{AnyItem, AnyMonster},
    decision::{Decision, Why, percent},
    estimate::Aim,
    notes::{Battle, Choice, Notes, Purpose},
    parts::{
        banking::{self, Keep, Room},
        events,
        gear::{self, Wish},
        healing,
        opponent::{self, Terms},
        potions, travel,
    },
    season,
    situation::Situation,
    strategies::{Misfit, Strategy},
};
use heal_below::HealBelow;

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Fights the best monster for its level, or the one you name: gear, rest, food and trips to the bank included.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Combat {
    /// What to fight. Without it, the best monster among those that are beaten safely.
    #[schemars(with = "Option<AnyMonster>")]
    monster: Option<MonsterCode>,
    /// What the best monster and the best gear are best for. Who collects an item wants that item.
    best_for: BestFor,
    /// The share of fights that must be won for certain: 1 is every single one.
    #[schemars(range(min = 0, max = 1))]
    min_win_rate: f64,
    /// Heal before a fight with fewer hit points than this share in percent; "auto" is what the fight may cost.
    heal_below: HealBelow,
    /// Whether to eat, and to take food along from the bank. If not, only rest heals.
    pub(super) food: bool,
    /// Whether to put on the best gear there is in bag and bank.
    pub(super) gear: bool,
    /// Whether to drink potions from bag and bank: where they save more time than it takes to make them again, or where only
    /// they make a fight safe.
    pub(super) potions: bool,
    /// Whether to take what fights bring to the bank. If not, a full bag blocks.
    pub(super) deposit_loot: bool,
    /// Items that never go to the bank.
    #[schemars(with = "Vec<AnyItem>")]
    keep: Vec<ItemCode>,
    /// At the bank, deposit the gold beyond this. Without it, all gold stays in the purse.
    keep_gold: Option<u64>,
    /// Stop at this level.
    #[schemars(range(min = 1, max = MAX_LEVEL))]
    until_level: Option<u32>,
    /// Stop after so many fights, won or lost.
    #[schemars(range(min = 1))]
    fights: Option<u64>,
    /// Stop after so many of an item have been gained.
    collect: Option<Collect>,
    /// Block after so many lost fights.
    #[schemars(range(min = 1))]
    max_deaths: Option<u64>,
}

/// What fights are to bring most of per hour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum BestFor {
    /// Xp.
    #[default]
    Xp,
    /// Gold.
    Gold,
}

/// So many of an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Collect {
    /// Which item.
    #[schemars(with = "AnyItem")]
    code: ItemCode,
    /// How many.
    #[schemars(range(min = 1))]
    quantity: u64,
}

impl Default for Combat {
    fn default() -> Self {
        Self {
            monster: None,
            best_for: BestFor::Xp,
            min_win_rate: 0.99,
            heal_below: HealBelow::Auto,
            food: true,
            gear: true,
            potions: true,
            deposit_loot: true,
            keep: Vec::new(),
            keep_gold: None,
            until_level: None,
            fights: None,
            collect: None,
            max_deaths: None,
        }
    }
}

impl Strategy for Combat {
    fn check(&self) -> Result<(), String> {
        Ok(())
    }

    fn check_season(&self, data: &GameData) -> Result<(), Misfit> {
        if let Some(monster) = self.monster.as_ref().and_then(|code| data.monsters.get(code)) {
            season::check_monster(data, monster).map_err(|reason| ("monster", reason))?;
        }
        match &self.collect {
            Some(Collect { code, .. }) => {
                self.drops_somewhere(code, data).map_err(|reason| ("collect.code", reason))
            }
            None => Ok(()),
        }
    }

    fn keeps(&self) -> &[ItemCode] {
        &self.keep
    }

    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision {
        self.plan(situation, notes).unwrap_or_else(|end| end)
    }
}

impl Combat {
    /// As a part of a greater plan: fights a monster, or the best one, without an end, and takes nothing of `keep` to the
    /// bank.
    pub(crate) fn part(monster: Option<MonsterCode>, keep: Vec<ItemCode>) -> Self {
        Self { monster, keep, ..Self::default() }
    }

    /// The same for an item, in the gear that brings most of it.
    pub(crate) fn after(self, code: &ItemCode) -> Self {
        Self { collect: Some(Collect { code: code.clone(), quantity: u64::MAX }), ..self }
    }

    /// Xp per hour that its best choice promises.
    pub(crate) fn promises(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<f64, Decision> {
        self.choose(situation, notes).map(|choice| choice.xp_per_hour)
    }

    /// The same without food: what is to be had must not be eaten.
    pub(crate) fn fasting(self) -> Self {
        Self { food: false, ..self }
    }

    /// The next action, or as an error whatever ends or stops the plan.
    fn plan(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<Decision, Decision> {
        self.finished(situation)?;
        self.await_event(situation)?;
        let Choice { target, alternatives, battle, .. } = self.choose(situation, notes)?;
        let battle = battle.unwrap_or_default();
        let monster = opponent::find(situation.data, &target)?;
        let decision = self
            .prepare(situation, monster, &battle)
            .or_else(|| walk_to(situation, monster))
            .unwrap_or_else(|| fight(situation, monster, &battle));
        Ok(decision.with_alternatives(&alternatives))
    }

    /// What comes before the next fight: gear, room in the bag, food, potions and hit points.
    pub(crate) fn prepare(
        &self,
        situation: &Situation<'_>,
        monster: &Monster,
        battle: &Battle,
    ) -> Option<Decision> {
        dress(situation, monster, battle, gear::put_on)
            .or_else(|| self.empty_bag(situation, banking::room(situation, &monster.drops, true)))
            .or_else(|| banking::deposit_gold(situation, self.keep_gold))
            .or_else(|| self.take_food(situation))
            .or_else(|| dress(situation, monster, battle, gear::fetch))
            .or_else(|| self.make_room_for_potions(situation, battle))
            .or_else(|| self.heal(situation, battle))
    }

    /// Whether any fight of this plan ever brings an item.
    fn drops_somewhere(&self, code: &ItemCode, data: &GameData) -> Result<(), String> {
        let drops = |monster: &Monster| monster.drops.iter().any(|drop| drop.code == *code);
        match self.monster.as_ref().and_then(|code| data.monsters.get(code)) {
            Some(monster) if drops(monster) => Ok(()),
            None if data
                .monsters
                .values()
                .any(|one| drops(one) && season::check_monster(data, one).is_ok()) =>
            {
                Ok(())
            }
            None => Err(format!("no monster that is met this season drops {code}")),
            Some(Monster { code: monster, drops, .. }) => {
                let drops: Vec<_> = drops.iter().map(|drop| drop.code.as_str()).collect();
                Err(format!("{monster} never drops {code}; it drops {}", drops.join(", ")))
            }
        }
    }

    fn finished(&self, situation: &Situation<'_>) -> Result<(), Decision> {
        let tally = situation.tally;
        let level = situation.character.combat.level;
        if self.until_level.is_some_and(|wanted| level >= wanted) {
            return Err(Decision::done(format!("Reached level {level}, as was asked for")));
        }
        if self.fights.is_some_and(|wanted| tally.fights >= wanted) {
            return Err(Decision::done(format!("Fought {} times, as was asked for", tally.fights)));
        }
        if let Some(Collect { code, quantity }) = &self.collect
            && tally.gained(code) >= *quantity
        {
            return Err(Decision::done(format!("Gained {} {code}, as was asked for", tally.gained(code))));
        }
        if self.max_deaths.is_some_and(|most| tally.deaths >= most) {
            let text =
                format!("Lost {} of {} fights, as many as `max_deaths` allows", tally.deaths, tally.fights);
            let unblock = "Better gear, an easier monster or a higher `max_deaths`";
            return Err(Decision::blocked(text, unblock));
        }
        Ok(())
    }

    /// Waits for the monster that was asked for, if only an event brings it.
    fn await_event(&self, situation: &Situation<'_>) -> Result<(), Decision> {
        let wait = |code: &MonsterCode| events::wait_for(situation, &ContentType::Monster, code.as_str());
        self.monster.as_ref().and_then(wait).map_or(Ok(()), Err)
    }

    fn choose(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<Choice, Decision> {
        let Self { min_win_rate, gear, potions, .. } = *self;
        let terms = Terms { min_win_rate, gear, potions, aim: self.aim() };
        let holds = |choice: &Choice| {
            let battle = choice.battle.as_ref();
            let wishes = battle.map_or_else(Vec::new, |battle| battle.wishes(&situation.character));
            // One of them may still be worn in another slot; with the last one that cannot be had, it is time to choose.
            (wishes.is_empty() || wishes.iter().any(|wish| gear::can_have(situation, wish)))
                && battle.is_none_or(|battle| potions::suffice(situation, &battle.loadout, battle.units))
                && travel::can_reach(situation, &ContentType::Monster, &choice.target)
        };
        let key = format!("{self:?} {}", opponent::key(situation, terms));
        notes.choose(Purpose::Target, &key, holds, |rehearsals| match &self.monster {
            Some(code) => opponent::given(situation, code, terms, rehearsals),
            None => opponent::best(situation, terms, rehearsals),
        })
    }

    /// What fights are for: the items that were asked for, or else what the best monster is best for.
    fn aim(&self) -> Aim<'_> {
        match (&self.collect, self.best_for) {
            (Some(Collect { code, .. }), _) => Aim::Item(code),
            (None, BestFor::Xp) => Aim::Xp,
            (None, BestFor::Gold) => Aim::Gold,
        }
    }

    fn empty_bag(&self, situation: &Situation<'_>, room: Room) -> Option<Decision> {
        if !self.deposit_loot {
            return (room == Room::Gone).then(|| banking::full_for_good(situation, "deposit_loot"));
        }
        let keep = Keep { codes: &self.keep, food: self.food, utilities: true, tools: false };
        banking::empty_bag(situation, room, keep)
    }

    /// Empties a bag that is too full to take potions along.
    fn make_room_for_potions(&self, situation: &Situation<'_>, battle: &Battle) -> Option<Decision> {
        let wishes = battle.wishes(&situation.character);
        let lacking = wishes.iter().any(|wish| potions::SLOTS.contains(&wish.slot));
        lacking.then(|| self.empty_bag(situation, Room::Gone)).flatten()
    }

    fn take_food(&self, situation: &Situation<'_>) -> Option<Decision> {
        if self.food { healing::provision(situation) } else { None }
    }

    fn heal(&self, situation: &Situation<'_>, battle: &Battle) -> Option<Decision> {
        let need = match self.heal_below {
            HealBelow::Auto => battle.worst_loss + 1,
            HealBelow::Percent(percent) => situation.character.max_hp * i64::from(percent) / 100,
        };
        healing::heal(situation, need, self.food)
    }
}

/// A step towards the gear for the battle: of what is not worn yet, the first that `how` can do something about.
fn dress(
    situation: &Situation<'_>,
    monster: &Monster,
    battle: &Battle,
    how: fn(&Situation<'_>, &Wish, &str) -> Option<Decision>,
) -> Option<Decision> {
    let reason = format!("it is the best there is against {}", monster.code);
    let wishes = battle.wishes(&situation.character);
    wishes.iter().find_map(|wish| how(situation, wish, &reason))
}

fn walk_to(situation: &Situation<'_>, monster: &Monster) -> Option<Decision> {
    travel::go_to(situation, &ContentType::Monster, monster.code.as_str(), "to fight")
}

fn fight(situation: &Situation<'_>, monster: &Monster, battle: &Battle) -> Decision {
    let Monster { code, level, .. } = monster;
    let won = percent(battle.win_rate);
    let at = situation.character.position;
    let why = Why::new(format!("Fighting {code} (level {level}) at {at}: {won} of such fights are won"))
        .fact("hp", format!("{} of {}", situation.character.hp, situation.character.max_hp))
        .fact("hp a fight may cost", battle.worst_loss)
        .fact("fights so far", situation.tally.fights);
    Decision::act(Action::Fight, why)
}

#[cfg(test)]
mod tests;
