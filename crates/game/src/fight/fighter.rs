//! One side of a fight: the numbers that decide it, and the effects it bears.

use std::sync::Arc;

use super::{
    effects::{self, Borne, Memory},
    state::{Bout, State},
};
use crate::{
    character::{Character, Slot},
    data::{GameData, Monster},
    stats::{Element, PerElement},
};

/// The slots whose items are used up in fights.
const UTILITY_SLOTS: [Slot; 2] = [Slot::Utility1, Slot::Utility2];

/// A character or a monster in a fight.
#[derive(Debug, Clone)]
pub struct Fighter {
    /// Name, for the log.
    pub name: Arc<str>,
    /// Hit points now. A raid's boss starts with what the raid has left of it (RULES §12).
    pub hp: i64,
    /// Hit points at most, during the fight.
    pub max_hp: i64,
    /// Attack per element, before any percents.
    pub attack: PerElement,
    /// Percent more damage per element, all sources together.
    pub dmg: PerElement,
    /// Percent less damage taken per element.
    pub res: PerElement,
    /// Chance of a critical turn, in percent.
    pub critical_strike: i64,
    /// Who acts first.
    pub initiative: i64,
    /// Whom a monster prefers to hit.
    pub threat: i64,
    /// What its items or its nature do at certain moments, in the order in which they do it.
    pub(super) effects: Vec<Borne>,
    /// Units left in the two utility slots.
    pub(super) utilities: [u32; 2],
    /// Hit points at most outside of fights.
    pub(super) usual_max_hp: i64,
    /// The kind of fight it gives, if it is a monster.
    pub(super) bout: Bout,
    /// What the fight has done to it.
    pub(super) state: State,
}

impl Fighter {
    /// A character with what it wears; items that are not in the data have no effects.
    #[must_use]
    pub fn character(character: &Character, data: &GameData) -> Self {
        let stats = &character.stats;
        let mut dmg = stats.dmg_element;
        for element in Element::ALL {
            dmg[element] += stats.dmg;
        }
        let mut fighter = Self {
            name: character.name.as_str().into(),
            hp: character.hp,
            max_hp: character.max_hp,
            attack: stats.attack,
            dmg,
            res: stats.res,
            critical_strike: stats.critical_strike,
            initiative: stats.initiative,
            threat: stats.threat,
            effects: Vec::new(),
            utilities: [0; 2],
            usual_max_hp: character.max_hp,
            bout: Bout::default(),
            state: State::default(),
        };
        for (slot, equipped) in &character.equipment {
            let utility = UTILITY_SLOTS.iter().position(|known| known == slot);
            if let Some(index) = utility {
                fighter.utilities[index] = equipped.quantity;
            }
            let item = data.items.get(&equipped.code);
            for effect in item.into_iter().flat_map(|item| &item.effects) {
                fighter.bear(effect.code.as_str(), effect.value, utility);
            }
        }
        fighter
    }

    /// A monster, unhurt.
    #[must_use]
    pub fn monster(monster: &Monster) -> Self {
        let mut fighter = Self {
            name: monster.name.as_str().into(),
            hp: monster.hp,
            max_hp: monster.hp,
            attack: monster.attack(),
            dmg: PerElement::default(),
            res: monster.res(),
            critical_strike: monster.critical_strike,
            initiative: monster.initiative,
            threat: 0,
            effects: Vec::new(),
            utilities: [0; 2],
            usual_max_hp: monster.hp,
            bout: Bout::from(&monster.kind),
            state: State::default(),
        };
        for effect in &monster.effects {
            fighter.bear(effect.code.as_str(), effect.value, None);
        }
        fighter
    }

    /// Whether it can still fight.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.hp > 0
    }

    /// Hit points it lost in the fight, whatever was healed: what a raid counts of its boss (RULES §12).
    #[must_use]
    pub fn damage_taken(&self) -> i64 {
        self.state.damage_taken
    }

    /// The fewest hit points it had in the fight, whatever was healed after that.
    #[must_use]
    pub fn lowest_hp(&self) -> i64 {
        self.state.lowest_hp.unwrap_or(self.hp)
    }

    /// Units it used of the first and the second utility slot.
    #[must_use]
    pub fn utilities_used(&self) -> [u32; 2] {
        self.state.utilities_used
    }

    /// Carries what the fight left over to the character: hit points, and utilities that were not used up.
    pub fn settle(&self, character: &mut Character) {
        character.hp = self.hp;
        for (slot, left) in UTILITY_SLOTS.into_iter().zip(self.utilities) {
            if left == 0 {
                character.equipment.remove(&slot);
            } else if let Some(equipped) = character.equipment.get_mut(&slot) {
                equipped.quantity = left;
            }
        }
    }

    /// Whether it has less than so many percent of its hit points.
    pub(super) fn is_below(&self, percent: i64) -> bool {
        100 * self.hp < percent * self.max_hp
    }

    /// Hit points it lacks.
    pub(super) fn missing(&self) -> i64 {
        self.max_hp - self.hp
    }

    /// Ends what lasted only for the fight.
    pub(super) fn end_fight(&mut self) {
        self.max_hp = self.usual_max_hp;
        self.hp = self.hp.min(self.max_hp);
    }

    /// Gives it an effect, at the effect's place among the others; codes that no fight knows do nothing.
    pub(super) fn bear(&mut self, code: &str, value: i64, utility: Option<usize>) {
        if let Some((rank, effect)) = effects::by_code(code) {
            let place = self.effects.partition_point(|borne| borne.rank <= rank);
            self.effects.insert(place, Borne { effect, rank, value, utility, memory: Memory::default() });
        }
    }
}
