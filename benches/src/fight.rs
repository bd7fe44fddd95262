//! Fights per second, each on fresh copies of both sides as forecasts and odds fight them. The floor is their arithmetic
//! alone: a roll and a hit per turn until one side has no hit points left.

use std::hint::black_box;

use game::{
    Character, GameData,
    action::EquipItem,
    character::Slot,
    data::Monster,
    equipment,
    fight::{self, Fighter, damage},
    stats::Element,
};
use rand::{Rng, RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};
use world::Rules;

use crate::{
    harness::{Row, Table, Target},
    stage,
};

/// Fights of one call.
const FIGHTS: u64 = 1_000;
/// What somebody of level 15 wears against the witch of the marsh, whose every fight is full of effects.
const OUTFIT: [(Slot, &str, u32); 8] = [
    (Slot::Weapon, "ember_staff", 1),
    (Slot::BodyArmor, "silver_mail", 1),
    (Slot::Helmet, "wolf_hood", 1),
    (Slot::Boots, "viper_boots", 1),
    (Slot::Amulet, "wisdom_amulet", 1),
    (Slot::Rune, "lifesteal_rune", 1),
    (Slot::Utility1, "foxglove_draught", 20),
    (Slot::Utility2, "fire_boost_potion", 20),
];

/// The rows of this benchmark.
pub(crate) fn bench(table: &mut Table) {
    let season = stage::season();
    let world = stage::world(&season, Rules::default());
    let fresh = world.characters(&stage::account())[0];
    let mut row = |subject, hero: &Character, monster: &str, target| {
        let foe = season.monster(monster).expect("a monster of the season");
        let row = Row { subject, floor: "the arithmetic alone", target };
        table.measure(row, || fights(hero, foe, &season), || duels(hero, foe));
    };
    row("fight: a chicken, no effects", fresh, "chicken", Target::PerSecond(200_000.0));
    row("fight: a witch, seven effects", &dressed(fresh, &season), "marsh_witch", Target::Open);
}

fn fights(hero: &Character, foe: &Monster, season: &GameData) -> u64 {
    let (hero, foe) = (Fighter::character(hero, season), Fighter::monster(foe));
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
    for _ in 0..FIGHTS {
        let (mut heroes, mut foe) = ([hero.clone()], foe.clone());
        black_box(fight::run(&mut heroes, &mut foe, &mut rng, None));
    }
    FIGHTS
}

fn duels(hero: &Character, foe: &Monster) -> u64 {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
    for _ in 0..FIGHTS {
        black_box(duel(hero, foe, &mut rng));
    }
    FIGHTS
}

/// Hits in turns until one side has no hit points left; says how many there were.
fn duel(hero: &Character, foe: &Monster, rng: &mut impl Rng) -> u32 {
    let (attack, resistance) = ([hero.stats.attack, foe.attack()], [foe.res(), hero.stats.res]);
    let critical = [hero.stats.critical_strike, foe.critical_strike];
    let mut hp = [hero.hp, foe.hp];
    for turn in 0..fight::MAX_TURNS {
        let side = usize::from(turn % 2 == 1);
        let is_critical = i64::from(rng.random_range(0..100_u32)) < critical[side];
        for element in Element::ALL.into_iter().filter(|element| attack[side][*element] > 0) {
            let hit = damage::resisted(attack[side][element], resistance[side][element]);
            hp[1 - side] -= if is_critical { damage::critical(hit) } else { hit };
        }
        if hp[1 - side] <= 0 {
            return turn;
        }
    }
    fight::MAX_TURNS
}

fn dressed(fresh: &Character, season: &GameData) -> Character {
    let mut hero = fresh.clone();
    hero.combat.level = 15;
    hero.equipment.clear();
    for (slot, code, quantity) in OUTFIT {
        let code = code.parse().expect("a valid code");
        hero.inventory.add(&code, quantity).expect("room for an outfit");
        equipment::equip(&mut hero, season, &EquipItem { code, slot, quantity }, |_| false)
            .expect("a fitting outfit");
    }
    hero.hp = hero.max_hp;
    hero
}
