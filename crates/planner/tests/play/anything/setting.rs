//! A world of the sandbox's kind with parts of its map ruined, and a character in it that may be anywhere, wear and carry
//! anything, and be up to anything.

use std::{collections::BTreeMap, sync::Arc};

use game::{
    Bank, Character, GameData, ItemCode, MapId, SimpleItem, Skill,
    character::{Equipped, Slot, Task, base_inventory_max_items, base_max_hp},
    data::{AccessType, Item, ItemType},
    equipment::Bonus,
    exchange::{Order, OrderKind},
    xp::{self, MAX_LEVEL},
};
use planner::Mind;
use proptest::{
    prelude::*,
    sample::{Index, select},
};

use crate::stage::{BankShown, Stage};

/// Where a play begins.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    /// Tiles that nobody may step on, and tiles that have nothing on them.
    blocked: Vec<MapId>,
    bare: Vec<MapId>,
    hero: Hero,
    bank: Bank,
    bank_shown: BankShown,
    orders: Vec<(ItemCode, OrderKind, u32, i64)>,
}

/// A character to be.
#[derive(Debug, Clone)]
struct Hero {
    at: MapId,
    level: u32,
    skills: Vec<u32>,
    hp_percent: i64,
    gold: i64,
    /// For each slot, which of the items for it.
    wears: Vec<Option<Index>>,
    carries: Vec<SimpleItem>,
    task: Option<Task>,
}

impl Setting {
    /// The play, with a mind for the character.
    pub(crate) fn stage(&self, data: &Arc<GameData>, mind: Mind) -> Stage {
        let mut lists = data.to_lists();
        for tile in &mut lists.maps {
            if self.blocked.contains(&tile.map_id) {
                tile.access.kind = AccessType::Blocked;
            }
            if self.bare.contains(&tile.map_id) {
                tile.interactions.content = None;
            }
        }
        let data = Arc::new(GameData::new(lists).expect("the same codes as before"));
        let mut stage = Stage::new(&data, mind);
        let character = self.hero.enter(stage.character(), &data);
        stage.place(character, self.bank.clone());
        stage.bank_shown = self.bank_shown.clone();
        let orders = self.orders.iter().enumerate().map(|(place, (item, kind, quantity, price))| Order {
            id: format!("order{place}").parse().expect("a name"),
            kind: *kind,
            account: "somebody".parse().expect("a name"),
            code: item.clone(),
            quantity: *quantity,
            price: *price,
            created_at: stage.now,
        });
        stage.world.place_orders(orders);
        stage
    }
}

impl Hero {
    /// The character in its stead.
    fn enter(&self, character: &Character, data: &GameData) -> Character {
        let mut character = character.clone();
        character.equipment.clear();
        character.combat = xp::at_level(self.level);
        character.skills =
            Skill::ALL.into_iter().zip(self.skills.iter().copied().map(xp::at_level)).collect();
        character.max_hp = base_max_hp(self.level);
        character.inventory.slots.fill(None);
        character.inventory.max_items = base_inventory_max_items(self.level);
        character.stand_on(data.maps.get(self.at).expect("a tile of the season"));
        character.gold = self.gold;
        character.task.clone_from(&self.task);
        for (slot, which) in Slot::ALL.into_iter().zip(&self.wears) {
            let fits = |item: &&Item| item.kind == slot.item_type() && item.level <= self.level;
            let fitting: Vec<_> = data.items.values().filter(fits).collect();
            let Some(which) = which.filter(|_| !fitting.is_empty()) else { continue };
            let item = which.get(&fitting);
            if item.kind != ItemType::Utility {
                Bonus::of(item).put_on(&mut character);
            }
            character.equipment.insert(slot, Equipped { code: item.code.clone(), quantity: 1 });
        }
        character.hp = (character.max_hp * self.hp_percent / 100).max(1);
        for SimpleItem { code, quantity } in &self.carries {
            let quantity = (*quantity).min(character.inventory.room_for(code));
            character.inventory.add(code, quantity).expect("there is room for so many");
        }
        character
    }
}

/// Any setting in a season.
pub(crate) fn any_setting(data: &GameData) -> impl Strategy<Value = Setting> + use<> {
    let (tiles, places) = (tiles(data), places(data));
    let shown = prop_oneof![
        4 => Just(BankShown::AsItIs),
        1 => Just(BankShown::Never),
        1 => any_bank(data).prop_map(BankShown::As),
    ];
    let kind = select(vec![OrderKind::Buy, OrderKind::Sell]);
    let order = (any_item(data), kind, 1..200_u32, 1..50_i64);
    (
        prop_oneof![Just(Vec::new()), prop::collection::vec(select(tiles), 0..40)],
        prop_oneof![
            4 => Just(Vec::new()),
            4 => prop::collection::vec(select(places.clone()), 0..30),
            1 => Just(places),
        ],
        any_hero(data),
        any_bank(data),
        shown,
        prop::collection::vec(order, 0..40),
    )
        .prop_map(|(blocked, bare, hero, bank, bank_shown, orders)| Setting {
            blocked,
            bare,
            hero,
            bank,
            bank_shown,
            orders,
        })
}

fn any_hero(data: &GameData) -> impl Strategy<Value = Hero> + use<> {
    let skills = prop_oneof![
        any_level().prop_map(|level| vec![level; Skill::ALL.len()]),
        prop::collection::vec(any_level(), Skill::ALL.len()),
    ];
    let worn = prop::collection::vec(prop::option::weighted(0.3, any::<Index>()), Slot::ALL.len());
    (
        prop_oneof![3 => select(places(data)), 1 => select(tiles(data))],
        any_level(),
        skills,
        prop_oneof![Just(0), Just(100), 1..100_i64],
        any_gold(),
        worn,
        any_load(data),
        any_task(data),
    )
        .prop_map(|(at, level, skills, hp_percent, gold, wears, carries, task)| Hero {
            at,
            level,
            skills,
            hp_percent,
            gold,
            wears,
            carries,
            task,
        })
}

fn any_level() -> impl Strategy<Value = u32> {
    prop_oneof![8 => 1..=15_u32, 1 => Just(MAX_LEVEL), 1 => 1..=MAX_LEVEL]
}

fn any_gold() -> impl Strategy<Value = i64> {
    prop_oneof![2 => Just(0), 3 => 1..5000_i64, 1 => Just(1_000_000_000)]
}

/// Nothing, a few things, so many of one that the bag is full, or one of so many that its slots are.
fn any_load(data: &GameData) -> impl Strategy<Value = Vec<SimpleItem>> + use<> {
    let stack =
        |quantity| (any_item(data), quantity).prop_map(|(code, quantity)| SimpleItem::new(code, quantity));
    prop_oneof![
        prop::collection::vec(stack((1..30_u32).boxed()), 0..12),
        prop::collection::vec(stack(Just(u32::MAX).boxed()), 1),
        prop::collection::vec(stack(Just(1).boxed()), 30),
    ]
}

/// Any item, and as often one of those that are gathered or soon made: plans of several parts shall meet in them.
pub(super) fn any_item(data: &GameData) -> impl Strategy<Value = ItemCode> + use<> {
    let gathered = data.resources.values().flat_map(|resource| &resource.drops).map(|drop| &drop.code);
    let made = data.items.values().filter(|item| item.craft.as_ref().is_some_and(|recipe| recipe.level <= 5));
    let common: Vec<_> = gathered.chain(made.map(|item| &item.code)).cloned().collect();
    prop_oneof![select(common), select(data.items.keys().cloned().collect::<Vec<_>>())]
}

pub(super) fn tiles(data: &GameData) -> Vec<MapId> {
    data.maps.iter().map(|tile| tile.map_id).collect()
}

/// The tiles that have something on them.
fn places(data: &GameData) -> Vec<MapId> {
    let places = data.maps.iter().filter(|tile| tile.interactions.content.is_some());
    places.map(|tile| tile.map_id).collect()
}

/// A task of the season, or one of which the season knows nothing.
fn any_task(data: &GameData) -> impl Strategy<Value = Option<Task>> + use<> {
    let known = data.tasks.iter().map(|task| (task.code.clone(), task.kind.as_str().to_owned()));
    let unknown = ["monsters", "items", "riddles"].map(|kind| ("sphinx".to_owned(), kind.to_owned()));
    let tasks: Vec<_> = known.chain(unknown).collect();
    let task = (select(tasks), 1..400_u32, 0..=100_u32).prop_map(|((code, kind), total, percent)| Task {
        code,
        kind,
        progress: total * percent / 100,
        total,
    });
    prop::option::of(task)
}

/// A bank with anything in it, which may be full.
fn any_bank(data: &GameData) -> impl Strategy<Value = Bank> + use<> {
    let items = prop::collection::btree_map(any_item(data), 1..500_u32, 0..40);
    (items, prop_oneof![Just(0), 0..50_u32], any_gold()).prop_map(|(items, free, gold)| Bank {
        slots: slots_for(&items) + free,
        items,
        gold,
        next_expansion_cost: 4500,
        ..Bank::default()
    })
}

/// As many slots as these items take.
pub(super) fn slots_for(items: &BTreeMap<ItemCode, u32>) -> u32 {
    u32::try_from(items.len()).expect("no more items than a season has")
}
