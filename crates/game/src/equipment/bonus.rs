//! What wearing one item adds to a character sheet (RULES §8).

use crate::{character::Character, data::Item, stats::Stats};

/// The sum of an item's effects on whoever wears it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bonus {
    /// Everything but hit points and room.
    pub stats: Stats,
    /// Hit points, current and greatest.
    pub hp: i64,
    /// Items more in the inventory.
    pub inventory_space: i64,
}

impl Bonus {
    /// The bonus of an item. Effects that are no stats (a tool's, a potion's, a rune's) add nothing to the sheet.
    #[must_use]
    pub fn of(item: &Item) -> Self {
        let mut bonus = Self::default();
        for effect in &item.effects {
            match effect.code.as_str() {
                "hp" => bonus.hp += effect.value,
                "inventory_space" => bonus.inventory_space += effect.value,
                code => {
                    if let Some(stat) = bonus.stats.by_code_mut(code) {
                        *stat += effect.value;
                    }
                }
            }
        }
        bonus
    }

    /// Adds the bonus to the sheet.
    pub fn put_on(&self, character: &mut Character) {
        self.apply(character, 1);
    }

    /// Takes the bonus from the sheet.
    pub fn take_off(&self, character: &mut Character) {
        self.apply(character, -1);
    }

    fn apply(&self, character: &mut Character, times: i64) {
        character.stats.add(&self.stats, times);
        character.hp += times * self.hp;
        character.max_hp += times * self.hp;
        let room = i64::from(character.inventory.max_items) + times * self.inventory_space;
        character.inventory.max_items = u32::try_from(room.max(0)).unwrap_or(u32::MAX);
    }
}
