//! Fights that are only tried out, with characters that exist for no longer (RULES §7).

use game::{
    AccountName, Character, GameData, ItemCode, Refusal, RefusalCode,
    character::{Equipped, Slot, base_inventory_max_items, base_max_hp},
    data::{ItemType, Monster, MonsterType},
    equipment::Bonus,
    fight::{self, Fighter},
    xp,
};
use jiff::Timestamp;

use crate::{World, roster};

/// A character that exists for one simulation: of this level, and wearing that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stand {
    /// Combat level.
    pub level: u32,
    /// What it wears, and how many of each.
    pub equipment: Vec<(Slot, ItemCode, u32)>,
}

/// How one simulated fight went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulatedFight {
    /// Whether the characters won.
    pub win: bool,
    /// Turns of all fighters together.
    pub turns: u32,
    /// The fight in sentences.
    pub logs: Vec<String>,
    /// How each of them came out of it, in the order in which they were named.
    pub fighters: Vec<Survivor>,
}

/// How one character came out of a simulated fight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Survivor {
    /// Hit points left.
    pub final_hp: i64,
    /// Pieces left in each utility slot that was filled.
    pub utilities: [Option<u32>; 2],
}

impl World {
    /// Fights so many times against a monster, each time from the start.
    ///
    /// # Errors
    /// 451 for who is no member, 404 an unknown monster or item, 422 an item in a slot of another type, 486 several
    /// characters against who is no boss.
    pub fn simulate(
        &mut self,
        account: &AccountName,
        stands: &[Stand],
        monster: &str,
        iterations: u32,
        now: Timestamp,
    ) -> Result<Vec<SimulatedFight>, Refusal> {
        self.holder(account)?.check_member(now)?;
        let data = self.data.clone();
        let missing = || Refusal::new(RefusalCode::NotFound, format!("There is no monster {monster}."));
        let monster = data.monster(monster).ok_or_else(missing)?;
        if stands.len() > 1 && !matches!(monster.kind, MonsterType::Boss | MonsterType::RaidBoss) {
            let text = "Only boss monsters can be fought by multiple characters.";
            return Err(Refusal::new(RefusalCode::ActionInProgress, text));
        }
        let characters = (1..).zip(stands).map(|(number, stand)| self.imagined(number, stand, account, now));
        let characters = characters.collect::<Result<Vec<_>, _>>()?;
        Ok((0..iterations).map(|_| self.try_out(&characters, monster, &data)).collect())
    }

    fn try_out(&mut self, characters: &[Character], monster: &Monster, data: &GameData) -> SimulatedFight {
        let mut heroes: Vec<_> =
            characters.iter().map(|character| Fighter::character(character, data)).collect();
        let (mut foe, mut logs) = (Fighter::monster(monster), Vec::new());
        let ending = fight::run(&mut heroes, &mut foe, &mut self.state.rng, Some(&mut logs));
        let fighters = characters.iter().zip(&heroes).map(|(character, hero)| {
            let left =
                |(slot, used)| character.equipment.get(&slot).map(|worn| worn.quantity.saturating_sub(used));
            let [first, second] = hero.utilities_used();
            let utilities = [(Slot::Utility1, first), (Slot::Utility2, second)].map(left);
            Survivor { final_hp: hero.hp, utilities }
        });
        SimulatedFight { win: ending.win, turns: ending.turns, fighters: fighters.collect(), logs }
    }

    /// The character of a stand, healthy and with the base stats of its level.
    fn imagined(
        &self,
        number: u32,
        stand: &Stand,
        account: &AccountName,
        now: Timestamp,
    ) -> Result<Character, Refusal> {
        let name = format!("Character_{number}").parse().expect("letters and a number");
        let tile = roster::spawn(&self.data, &self.rules)
            .ok_or_else(|| Refusal::new(RefusalCode::NotFound, "The world has no tile to stand on."))?;
        let mut character = Character::new(name, account.clone(), String::new(), tile, now);
        character.combat = xp::at_level(stand.level);
        character.max_hp = base_max_hp(stand.level);
        character.hp = character.max_hp;
        character.inventory.max_items = base_inventory_max_items(stand.level);
        for (slot, code, quantity) in &stand.equipment {
            let missing = || Refusal::new(RefusalCode::NotFound, format!("There is no item {code}."));
            let item = self.data.items.get(code).ok_or_else(missing)?;
            if slot.item_type() != item.kind {
                let text = format!("{code} cannot be worn as {}.", slot.as_str());
                return Err(Refusal::new(RefusalCode::InvalidPayload, text));
            }
            // What a utility does, it does in the fight.
            if item.kind != ItemType::Utility {
                Bonus::of(item).put_on(&mut character);
            }
            character.equipment.insert(*slot, Equipped { code: code.clone(), quantity: *quantity });
        }
        Ok(character)
    }
}
