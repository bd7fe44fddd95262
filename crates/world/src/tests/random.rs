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
            *self.done.entry(action.log_type()).or_default() += 1;
        }
    }
}

/// Five characters of the company, who have inherited some gold, and in the small season things to take apart and coins.
pub(super) fn troupe(world: &mut World) {
    world.create_account(company(), OPENING).unwrap();
    for name in ["Ana", "Bob", "Cleo", "Dora", "Emil"] {
        let name: CharacterName = name.parse().unwrap();
        world.create_character(&company(), name.clone(), "men1", OPENING).unwrap();
        let heir = world.state.characters.get_mut(&name).unwrap();
        heir.gold = 5000;
        for (item, quantity) in [("dagger", 5), ("tasks_coin", 20)] {
            if world.data.items.contains_key(&code(item)) {
                heir.inventory.add(&code(item), quantity).unwrap();
            }
        }
    }
}

/// Something sensible half of the time, and anything at all the other half.
fn choose(dice: &mut impl Rng, who: &Character, world: &World) -> Action {
    let what = if dice.random() { fitting(dice, who, world) } else { dice.random_range(0..29) };
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
        11 => Action::DepositGold { quantity: who.gold / 2 },
        12 => Action::WithdrawGold { quantity: dice.random_range(1..10) },
        13 => Action::BuyBankExpansion,
        14 => {
            let item = data.items.values().filter(|item| item.recyclable).choose(dice);
            let code = item.expect("something to recycle").code.clone();
            Action::Recycling { code, quantity: dice.random_range(0..3), enhanced: dice.random() }
        }
        15 => {
            let item = carried.choose(dice).unwrap_or_else(|| some("feather", 1));
            Action::DeleteItem { code: item.code, quantity: 1 }
        }
        16 => Action::GiveGold { quantity: dice.random_range(0..50), character: friend(dice, world) },
        17 => {
            let items = carried.take(dice.random_range(0..3)).collect();
            Action::GiveItem { items, character: friend(dice, world) }
        }
        18 | 19 => {
            let line = data.npc_items.values().choose(dice).expect("something to trade").code.clone();
            let quantity = dice.random_range(0..4);
            if what == 18 {
                Action::BuyNpc { code: line, quantity }
            } else {
                Action::SellNpc { code: line, quantity }
            }
        }
        20 => Action::TaskNew,
        21 => {
            let task = who.task.as_ref().and_then(|task| task.code.parse().ok());
            Action::TaskTrade { code: task.unwrap_or_else(|| code("feather")), quantity: 1 }
        }
        22 => Action::TaskComplete,
        23 => Action::TaskCancel,
        24 => Action::TaskExchange,
        25 => {
            let item = carried.choose(dice).unwrap_or_else(|| some("feather", 1));
            Action::GeCreateSellOrder { code: item.code, quantity: 1, price: dice.random_range(0..9) }
        }
        26 => {
            let item = data.items.values().choose(dice).expect("an item").code.clone();
            Action::GeCreateBuyOrder { code: item, quantity: dice.random_range(1..3), price: 2 }
        }
        27 => {
            let order = world.exchange().orders().choose(dice).map(|order| order.id.clone());
            Action::GeCancel { id: order.unwrap_or_else(|| "none".parse().unwrap()) }
        }
        _ => Action::ChangeSkin { skin: "men2".to_owned() },
    }
}

/// The number, in [`choose`], of what can be done where the character stands.
fn fitting(dice: &mut impl Rng, who: &Character, world: &World) -> u32 {
    let tile = world.data().maps.get(who.map_id);
    match tile.and_then(|tile| tile.interactions.content.as_ref()).map(|content| &content.kind) {
        Some(ContentType::Monster) => 2,
        Some(ContentType::Resource) => 3,
        Some(ContentType::Workshop) => [4, 14][dice.random_range(0..2)],
        Some(ContentType::Bank) => dice.random_range(9..14),
        Some(ContentType::GrandExchange) => dice.random_range(25..28),
        Some(ContentType::Npc) => dice.random_range(18..20),
        Some(ContentType::TasksMaster) => dice.random_range(20..25),
        _ => 0,
    }
}

/// One of the company, perhaps the same.
fn friend(dice: &mut impl Rng, world: &World) -> CharacterName {
    let company = world.characters(&company());
    company.into_iter().choose(dice).expect("a company").name.clone()
}

/// A slot where the item fits, mostly.
fn slot_for(dice: &mut impl Rng, data: &GameData, item: &SimpleItem) -> Slot {
    let kind = &data.items[&item.code].kind;
    let fitting = Slot::ALL.into_iter().filter(|slot| slot.item_type() == *kind).choose(dice);
    fitting.unwrap_or(Slot::Weapon)
}
