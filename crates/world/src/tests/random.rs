//! Somebody who plays without a plan, for tests that hold whatever is played. The choices are all in the seed.

use game::{
    CharacterName, GameData,
    action::{EquipItem, UnequipItem},
    character::Slot,
    data::ContentType,
};
use jiff::{SignedDuration, Timestamp};
use rand::{Rng, RngExt, SeedableRng, seq::IteratorRandom};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;
use crate::World;

/// A player without a plan.
pub(super) struct Player {
    dice: Xoshiro256PlusPlus,
    now: Timestamp,
    /// How many of its actions were carried out, by reason.
    pub(super) done: std::collections::BTreeMap<&'static str, u32>,
}

impl Player {
    pub(super) fn new(seed: u64) -> Self {
        Self { dice: Xoshiro256PlusPlus::seed_from_u64(seed), now: OPENING, done: Default::default() }
    }

    /// Has one of the company's characters do something, sensible or not, when it may act.
    pub(super) fn play(&mut self, world: &mut World) {
        let characters = world.characters(&company());
        let character = characters.into_iter().choose(&mut self.dice).expect("a company").clone();
        self.now = self.now.max(character.cooldown_expiration);
        let action = choose(&mut self.dice, &character, world);
        // Now and then a call comes too early.
        let early = SignedDuration::from_secs(self.dice.random_ratio(1, 20).into());
        if world.act(&company(), &character.name, &action, self.now - early).is_ok() {
            *self.done.entry(action.reason()).or_default() += 1;
        }
    }
}

/// Five characters of the company.
pub(super) fn troupe(world: &mut World) {
    world.create_account(company(), OPENING).unwrap();
    for name in ["Ana", "Bob", "Cleo", "Dora", "Emil"] {
        let name: CharacterName = name.parse().unwrap();
        world.create_character(&company(), name, "men1", OPENING).unwrap();
    }
}

/// Something sensible half of the time, and anything at all the other half.
fn choose(dice: &mut impl Rng, who: &Character, world: &World) -> Action {
    let what = if dice.random() { fitting(dice, who, world) } else { dice.random_range(0..13) };
    let data = world.data();
    let carried = who.inventory.items().cloned();
    match what {
        0 => Action::Move { map_id: data.maps.iter().choose(dice).expect("a map").map_id },
        1 => Action::Transition,
        2 => Action::Fight,
        3 => Action::Gathering,
        4 => {
            let item = data.items.values().filter(|item| item.craft.is_some()).choose(dice);
            Action::Crafting { code: item.expect("a recipe").code.clone(), quantity: dice.random_range(0..3) }
        }
        5 => Action::Rest,
        6 => {
            let item = carried.choose(dice).unwrap_or_else(|| some("feather", 1));
            let slot = slot_for(dice, data, &item);
            Action::Equip { items: vec![EquipItem { code: item.code, slot, quantity: 1 }] }
        }
        7 => {
            let slot = Slot::ALL.into_iter().choose(dice).expect("a slot");
            Action::Unequip { items: vec![UnequipItem { slot, quantity: 1 }] }
        }
        8 => {
            let item = carried.choose(dice).unwrap_or_else(|| some("feather", 1));
            Action::Use { code: item.code, quantity: 1 }
        }
        9 => Action::DepositItem { items: carried.take(dice.random_range(0..4)).collect() },
        10 => {
            let banked = world.bank(&company()).expect("a bank").items.iter().choose(dice);
            let items = banked.map(|(code, quantity)| SimpleItem::new(code.clone(), *quantity));
            Action::WithdrawItem { items: items.into_iter().collect() }
        }
        11 => Action::DepositGold { quantity: who.gold },
        _ => Action::WithdrawGold { quantity: dice.random_range(1..10) },
    }
}

/// The number, in [`choose`], of what can be done where the character stands.
fn fitting(dice: &mut impl Rng, who: &Character, world: &World) -> u32 {
    let tile = world.data().maps.get(who.map_id);
    match tile.and_then(|tile| tile.interactions.content.as_ref()).map(|content| &content.kind) {
        Some(ContentType::Monster) => 2,
        Some(ContentType::Resource) => 3,
        Some(ContentType::Workshop) => 4,
        Some(ContentType::Bank) => dice.random_range(9..13),
        _ => 0,
    }
}

/// A slot where the item fits, mostly.
fn slot_for(dice: &mut impl Rng, data: &GameData, item: &SimpleItem) -> Slot {
    let kind = &data.items[&item.code].kind;
    let fitting = Slot::ALL.into_iter().filter(|slot| slot.item_type() == *kind).choose(dice);
    fitting.unwrap_or(Slot::Weapon)
}
