//! A party: one to three characters of the account who meet where a boss is, and fight it together (RULES §7, §12).
//!
//! Each member decides for itself: it dresses, heals, goes where the party meets and shows the others that it is ready. The
//! first of them by name leads: when all are ready it sends the fight, in which the others have part without an action of
//! their own. What a member must know of the others it sees; nobody tells another one what to do.

mod battle;
mod hours;
mod members;
mod shares;

use game::{
    Action, CharacterName, GameData, ItemCode, MonsterCode,
    data::{ContentType, Monster, MonsterType, Raid},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::{AnyCharacter, AnyItem, AnyMonster},
    decision::{Decision, Stance, Why, percent},
    estimate::Aim,
    notes::{Choice, Notes, Purpose},
    parts::{
        opponent::{self, Terms},
        potions,
        travel::{self, Trip},
    },
    season,
    setbacks::Subject,
    situation::Situation,
    strategies::{Combat, Misfit, Strategy},
};
use members::Members;

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Meets up to two other characters to fight a boss together: each is told the same, they wait for each other, and the first by name leads.";

/// So many fight together at most (RULES §7).
const MOST: usize = 3;

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Party {
    /// The boss, or the boss of a raid: nothing else can be fought together.
    #[schemars(with = "Option<AnyMonster>")]
    monster: Option<MonsterCode>,
    /// Who fights beside: up to two others, who must be told the same; its own name may be among them. Nobody named means
    /// alone.
    #[schemars(with = "Vec<AnyCharacter>", length(max = MOST))]
    with: Vec<CharacterName>,
    /// The share of fights that the party must win for certain: 1 is every single one.
    #[schemars(range(min = 0, max = 1))]
    min_win_rate: f64,
    /// Whether to eat, and to take food along from the bank. If not, only rest heals.
    food: bool,
    /// Whether to put on the best gear there is in bag and bank.
    gear: bool,
    /// Whether to drink potions from bag and bank where they help the party.
    potions: bool,
    /// Whether to take what fights bring to the bank. If not, a full bag blocks.
    deposit_loot: bool,
    /// Items that never go to the bank.
    #[schemars(with = "Vec<AnyItem>")]
    keep: Vec<ItemCode>,
    /// Stop after so many fights, won or lost. Without it, a raid is fought until it is over, and any other boss without end.
    #[schemars(range(min = 1))]
    fights: Option<u64>,
}

impl Default for Party {
    fn default() -> Self {
        Self {
            monster: None,
            with: Vec::new(),
            min_win_rate: 0.9,
            food: true,
            gear: true,
            potions: true,
            deposit_loot: true,
            keep: Vec::new(),
            fights: None,
        }
    }
}

impl Strategy for Party {
    fn check(&self) -> Result<(), String> {
        Ok(())
    }

    fn check_season(&self, data: &GameData) -> Result<(), Misfit> {
        let monster = self.monster.as_ref().and_then(|code| data.monsters.get(code));
        monster.map_or(Ok(()), |monster| fights_groups(data, monster)).map_err(|reason| ("monster", reason))
    }

    fn keeps(&self) -> &[ItemCode] {
        &self.keep
    }

    fn comrades<'a>(&'a self, _notes: &'a Notes) -> &'a [CharacterName] {
        &self.with
    }

    fn decide(&self, situation: &Situation<'_>, notes: &mut Notes) -> Decision {
        let Some(bank) = shares::own(situation, &self.with) else {
            return self.plan(situation, notes).unwrap_or_else(|end| end);
        };
        let sharing = situation.with_bank(&bank);
        let decision = self.plan(&sharing, notes).unwrap_or_else(|end| end);
        situation.take_signs(sharing);
        decision
    }
}

/// What there is to say against a monster that a party is to fight.
fn fights_groups(data: &GameData, monster: &Monster) -> Result<(), String> {
    let code = &monster.code;
    match monster.kind {
        MonsterType::Boss => season::check_place(data, &ContentType::Monster, code.as_str()),
        MonsterType::RaidBoss => match data.raids.iter().find(|raid| raid.monster == *code) {
            Some(raid) => season::check_place(data, &ContentType::Raid, raid.code.as_str()),
            // Nobody has read the raids of this season yet.
            None if data.raids.is_empty() => Ok(()),
            None => Err(format!("{code} is the boss of no raid of this season; choose another one")),
        },
        _ => Err(format!("{code} is no boss, and only bosses are fought together; choose `combat` for it")),
    }
}

/// What is fought, and where.
struct Target<'a> {
    monster: &'a Monster,
    /// The raid whose boss it is.
    raid: Option<&'a Raid>,
}

impl Target<'_> {
    /// The content of the tiles on which it is fought.
    fn content(&self) -> (ContentType, &str) {
        match self.raid {
            Some(raid) => (ContentType::Raid, raid.code.as_str()),
            None => (ContentType::Monster, self.monster.code.as_str()),
        }
    }
}

impl Party {
    /// The next action, or as an error whatever ends or stops the plan.
    fn plan(&self, situation: &Situation<'_>, notes: &mut Notes) -> Result<Decision, Decision> {
        self.finished(situation)?;
        let target = self.target(situation)?;
        hours::over(situation, &target)?;
        let members = Members::of(situation, &self.with)?;
        let place = meeting_place(situation, &target)?;
        let Choice { battle, .. } = self.choose(situation, notes, &target, &members)?;
        let battle = battle.unwrap_or_default();
        let step = self.combat().prepare(situation, target.monster, &battle);
        let purpose = format!("to meet {} for {}", members.others_in_words(), target.monster.code);
        let step = step.or_else(|| place.go(&purpose));
        let (monster, party) = (target.monster.code.clone(), members.names.clone());
        let stance = Stance { monster, party, ready: step.is_none() };
        situation.show(stance.clone());
        let wait = || hours::until_open(situation, &target);
        if let Some(decision) = step.or_else(wait) {
            notes.waiting = None;
            return Ok(decision);
        }
        if let Some(decision) = members.wait(situation, notes, &stance, &place) {
            return Ok(decision);
        }
        notes.waiting = None;
        self.fight(situation, notes, &target, &members)
    }

    fn finished(&self, situation: &Situation<'_>) -> Result<(), Decision> {
        let fights = situation.tally.fights;
        if self.fights.is_some_and(|wanted| fights >= wanted) {
            return Err(Decision::done(format!("Fought {fights} times, as was asked for")));
        }
        Ok(())
    }

    fn target<'a>(&self, situation: &Situation<'a>) -> Result<Target<'a>, Decision> {
        let Some(code) = &self.monster else {
            return Err(Decision::blocked("No boss is named that the party is to fight", "Name a `monster`"));
        };
        let monster = opponent::find(situation.data, code.as_str())?;
        fights_groups(situation.data, monster)
            .map_err(|reason| Decision::blocked(format!("Cannot fight {code}: {reason}"), "Another boss"))?;
        if let Some(setback) = situation.setbacks.about(&Subject::Target(code.to_string())) {
            let text = format!("Planning without {code} for a while: {}", setback.words);
            let unblock = "Better gear, higher levels or a larger party; it is tried again within the hour";
            return Err(Decision::blocked(text, unblock));
        }
        if monster.kind != MonsterType::RaidBoss {
            return Ok(Target { monster, raid: None });
        }
        let raid = hours::raid_of(situation, code).ok_or_else(|| hours::wait_to_hear(situation, code))?;
        Ok(Target { monster, raid: Some(raid) })
    }

    /// How to dress: chosen anew when the party or a level changes, not with every piece that a comrade puts on.
    fn choose(
        &self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        target: &Target<'_>,
        members: &Members<'_>,
    ) -> Result<Choice, Decision> {
        let terms = self.terms();
        let key = format!("{self:?} {} {}", opponent::key(situation, terms), members.key());
        let holds = |choice: &Choice| {
            let battle = choice.battle.as_ref();
            battle.is_none_or(|battle| potions::suffice(situation, &battle.loadout, battle.units))
        };
        notes.choose(Purpose::Target, &key, holds, |rehearsals| {
            let battle = battle::choose(situation, target, &members.fighters(), terms, rehearsals);
            Ok(Choice::new(target.monster.code.as_str(), 0.0, Vec::new()).fought(battle))
        })
    }

    fn terms(&self) -> Terms<'_> {
        let Self { min_win_rate, gear, potions, .. } = *self;
        Terms { min_win_rate, gear, potions, aim: Aim::Xp }
    }

    /// What comes before a fight is the same for those who fight alone.
    fn combat(&self) -> Combat {
        let mut combat = Combat::part(None, self.keep.clone());
        (combat.food, combat.gear) = (self.food, self.gear);
        (combat.potions, combat.deposit_loot) = (self.potions, self.deposit_loot);
        combat
    }

    /// The fight, when all are ready: as they stand, for that is how they fight.
    fn fight(
        &self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        target: &Target<'_>,
        members: &Members<'_>,
    ) -> Result<Decision, Decision> {
        let Monster { code, level, .. } = target.monster;
        let others = members.fighters();
        let (own, data) = (&situation.character, situation.data);
        let won = notes.rehearsals().odds_beside(own, &others, target.monster, data).win_rate;
        if !opponent::is_safe(won, self.min_win_rate) {
            let text = format!(
                "Not fighting {code}: {} would win {} of such fights, {} are wanted",
                members.in_words(),
                percent(won),
                percent(self.min_win_rate)
            );
            let unblock = "Better gear, higher levels, a larger party or a lower min_win_rate";
            return Err(Decision::blocked(text, unblock));
        }
        let with =
            if others.is_empty() { String::new() } else { format!(" with {}", members.others_in_words()) };
        let text = format!(
            "Fighting {code} (level {level}) at {}{with}: {} of such fights are won",
            own.position,
            percent(won)
        );
        let why = Why::new(text).fact("fights so far", situation.tally.fights);
        let participants: Vec<_> = others.into_iter().map(|other| other.name).collect();
        let alone = participants.is_empty();
        Ok(Decision::act(if alone { Action::Fight } else { Action::MultiFight { participants } }, why))
    }
}

/// Where the party meets: of several tiles the first that there is, for all must take the same.
fn meeting_place(situation: &Situation<'_>, target: &Target<'_>) -> Result<Trip, Decision> {
    let (kind, code) = target.content();
    let tiles = situation.tiles_with(&kind, code).filter(|tile| !situation.avoids(tile));
    let first = tiles.min_by_key(|tile| tile.map_id);
    let trip = first.and_then(|tile| situation.reach().trip(situation, tile));
    let nearest = || travel::to_content(situation, &kind, code);
    trip.map_or_else(nearest, Ok).map_err(|obstacle| obstacle.blocks(&format!("get to {code}")))
}

#[cfg(test)]
mod tests;
