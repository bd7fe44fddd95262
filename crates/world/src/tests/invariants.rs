//! What holds in every world, whatever is played.

use std::sync::Arc;

use game::{Bank, character, data::ItemType, equipment::Bonus, stats::Stats, xp};
use proptest::prelude::*;

use super::{random::Player, *};
use crate::World;

/// Panics when a world is as no world may be.
#[track_caller]
pub(super) fn check(world: &World) {
    for who in world.accounts().flat_map(|(account, _)| world.characters(account)) {
        check_inventory(who);
        check_sheet(who, world);
        assert!((1..=who.max_hp).contains(&who.hp), "{} has {} of {} hp", who.name, who.hp, who.max_hp);
        assert!(who.gold >= 0, "{} has {} gold", who.name, who.gold);
        for progress in who.skills.values().chain([&who.combat]) {
            assert!(progress.xp < progress.max_xp && xp::at_level(progress.level).max_xp == progress.max_xp);
        }
        let tile = world.data().maps.get(who.map_id).expect("a tile of the map");
        assert_eq!(tile.position(), who.position);
    }
    world.accounts().for_each(|(_, account)| check_bank(&account.bank));
}

fn check_inventory(who: &Character) {
    let inventory = &who.inventory;
    assert_eq!(inventory.slots.len(), game::Inventory::SLOTS);
    assert!(inventory.total() <= inventory.max_items, "{} carries too much: {inventory:?}", who.name);
    assert!(inventory.items().all(|stack| stack.quantity > 0));
    let codes: std::collections::BTreeSet<_> = inventory.items().map(|stack| &stack.code).collect();
    assert_eq!(codes.len(), inventory.items().count(), "one stack of each item");
}

fn check_sheet(who: &Character, world: &World) {
    let mut stats = Stats::BASE;
    let mut max_hp = character::base_max_hp(who.combat.level);
    let mut room = i64::from(character::base_inventory_max_items(who.combat.level));
    for item in who.equipment.values().map(|worn| &world.data().items[&worn.code]) {
        let bonus = if item.kind == ItemType::Utility { Bonus::default() } else { Bonus::of(item) };
        stats.add(&bonus.stats, 1);
        max_hp += bonus.hp;
        room += bonus.inventory_space;
    }
    assert_eq!(
        (who.stats, who.max_hp, i64::from(who.inventory.max_items)),
        (stats, max_hp, room),
        "{}",
        who.name
    );
}

fn check_bank(bank: &Bank) {
    assert!(bank.gold >= 0 && bank.items.values().all(|quantity| *quantity > 0));
    assert!(bank.items.len() <= usize::try_from(bank.slots).unwrap());
}

#[test]
fn somebody_without_a_plan_does_a_bit_of_everything() {
    let mut world = World::new(Arc::new(season()), Rules::default(), 1);
    random::troupe(&mut world);
    let mut player = Player::new(1);
    for _ in 0..20_000 {
        player.play(&mut world);
    }
    assert_eq!(player.done.len(), random::KINDS, "all of the actions: {:?}", player.done);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn whatever_is_played_no_inventory_overflows_and_every_sheet_adds_up(seed: u64) {
        let mut world = World::new(Arc::new(season()), Rules::default(), seed);
        random::troupe(&mut world);
        let mut player = Player::new(seed);
        for _ in 0..200 {
            player.play(&mut world);
            check(&world);
        }
    }
}
