//! A player who comes into the world, and what it brings along: levels, gold, gear and a little food, by the seed.
//!
//! This is the only thing about players that comes from nowhere.

use game::{
    AccountName, Character, CharacterName, GameData,
    action::EquipItem,
    character::{self, Slot},
    conditions,
    data::{Item, ItemType},
    equipment, xp,
};
use jiff::Timestamp;
use rand::{Rng, RngExt, seq::IteratorRandom};

use super::{
    Player, names,
    trade::{self, Errand},
};
use crate::World;

/// Tries to find a name that nobody has.
const TRIES: usize = 64;
/// Pieces of food to begin with.
const FOOD: u32 = 10;

impl World {
    /// Somebody comes; nobody, when no name is free or there is nothing to live by.
    pub(super) fn welcome_player(&mut self, now: Timestamp) {
        let mut dice = self.state.players.dice();
        let Some((account, name)) = (0..TRIES).find_map(|_| self.free_names(&mut dice)) else { return };
        let Some(skin) = self.rules.skins.iter().choose(&mut dice).cloned() else { return };
        if self.create_account(account.clone(), now).is_err() {
            return;
        }
        if let Ok(mut born) = self.create_character(&account, name.clone(), &skin, now) {
            endow(&mut born, &self.data, self.guide().highest_level(&self.data), &mut dice);
            self.state.characters.insert(name.clone(), born);
        }
        let trade = self.view(&account, &name, now).and_then(|view| trade::choose(&view, &mut dice));
        let Some(trade) = trade else {
            self.remove_account(&account);
            return;
        };
        let player = Player { character: name, trade, errand: Errand::Work, next_at: now, fruitless: 0 };
        self.state.players.present.insert(account, player);
    }

    /// Names for an account and its character, if nobody has them.
    fn free_names(&self, dice: &mut impl Rng) -> Option<(AccountName, CharacterName)> {
        let name = names::character(dice);
        let (account, name) = (names::account(&name).parse().ok()?, name.parse().ok()?);
        let is_free =
            !self.state.accounts.contains_key(&account) && !self.state.characters.contains_key(&name);
        is_free.then_some((account, name))
    }

    /// Takes an account away, with all that is its.
    pub(super) fn remove_account(&mut self, account: &AccountName) {
        self.state.exchange.close_all(account);
        self.state.accounts.remove(account);
        self.state.characters.retain(|_, character| character.account != *account);
    }
}

/// Gives a new character what it brings along. Low levels are more frequent than high ones.
fn endow(born: &mut Character, data: &GameData, highest: u32, dice: &mut impl Rng) {
    let highest = highest.clamp(1, xp::MAX_LEVEL);
    let level = dice.random_range(1..=highest).min(dice.random_range(1..=highest));
    born.combat = xp::at_level(level);
    born.max_hp += character::base_max_hp(level) - character::base_max_hp(1);
    born.inventory.max_items +=
        character::base_inventory_max_items(level) - character::base_inventory_max_items(1);
    for progress in born.skills.values_mut() {
        let level = (level + dice.random_range(0..=4)).saturating_sub(2);
        *progress = xp::at_level(level.clamp(1, highest));
    }
    for slot in Slot::ALL {
        if let Some(item) = best_for(born, data, slot) {
            let wish = EquipItem { code: item.code.clone(), slot, quantity: 1 };
            let put_on = |born: &mut Character| {
                born.inventory.add(&wish.code, 1).is_ok()
                    && equipment::equip(born, data, &wish, |_| false).is_ok()
            };
            put_on(born);
        }
    }
    // What it has put on brought its first weapon back into its bag; nobody would buy that.
    born.inventory.slots.iter_mut().for_each(|stack| *stack = None);
    born.hp = born.max_hp;
    born.gold = i64::from(150 + 60 * level) + dice.random_range(0..=200);
    if let Some(food) =
        data.items.values().filter(|item| is_food_for(born, item)).max_by_key(|item| item.level)
    {
        // An empty bag has room for a little food.
        born.inventory.add(&food.code, FOOD).unwrap_or_default();
    }
}

/// The best that somebody of its level can have made for a slot. Of equals, the first by code.
fn best_for<'a>(born: &Character, data: &'a GameData, slot: Slot) -> Option<&'a Item> {
    let worn = born.worn(slot).and_then(|code| data.items.get(code)).map_or(0, |item| item.level);
    let is_one = |item: &&Item| {
        item.kind == slot.item_type()
            && item.kind != ItemType::Utility
            && item.craft.is_some()
            && !item.is_tool()
            && (worn..=born.combat.level).contains(&item.level)
            && conditions::hold(&item.conditions, born)
    };
    data.items.values().filter(is_one).min_by_key(|item| std::cmp::Reverse(item.level))
}

fn is_food_for(born: &Character, item: &Item) -> bool {
    item.effect("heal") > 0
        && item.kind == ItemType::Consumable
        && item.craft.is_some()
        && item.level <= born.combat.level
        && conditions::hold(&item.conditions, born)
}
