//! Whether a monster is beaten, by fighting it out: dressed for it, and if that is not enough, with runes and
//! utilities, slot after slot whatever does best.

use game::{
    Character, GameData,
    character::Slot,
    data::{Item, Monster},
    fight::{Fighter, run},
    stats::Element,
};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::wardrobe::{Wardrobe, wear};

/// Fights that decide.
const FIGHTS: u64 = 20;
/// So many of them must be won.
const ENOUGH: u32 = 18;
/// Fights that tell which charm does best.
const SAMPLES: u64 = 5;
/// What is worn for what it does in fights, and not for the character sheet.
const CHARMS: [Slot; 3] = [Slot::Rune, Slot::Utility1, Slot::Utility2];

/// How a trial went: fights won first, then what the monster lacked and the heroes had left, in shares of all fights.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Score {
    won: u32,
    margin: f64,
}

/// Whether `party` characters like this one beat the monster nearly always.
pub(super) fn is_won(
    person: &Character,
    party: usize,
    wardrobe: &Wardrobe<'_>,
    monster: &Monster,
    data: &GameData,
) -> bool {
    let mut heroes = vec![wardrobe.dress(person, monster); party];
    let is_enough = |heroes: &[Character]| fight(heroes, monster, data, FIGHTS).won >= ENOUGH;
    if is_enough(&heroes) {
        return true;
    }
    for slot in CHARMS {
        for hero in 0..party {
            let mut best = fight(&heroes, monster, data, SAMPLES);
            let charms = wardrobe.strongest(slot).filter(|item| matters(item, &heroes[hero], monster));
            for item in charms.collect::<Vec<_>>() {
                let mut trial = heroes.clone();
                wear(&mut trial[hero], slot, item);
                let score = fight(&trial, monster, data, SAMPLES);
                if score > best {
                    (heroes, best) = (trial, score);
                }
            }
        }
    }
    is_enough(&heroes)
}

/// Whether an item can make a difference between these two at all. Of utilities, the second of a kind does not go on.
fn matters(item: &Item, hero: &Character, monster: &Monster) -> bool {
    let is_worn = hero.equipment.values().any(|worn| worn.code == item.code);
    !is_worn
        && item.effects.iter().any(|effect| {
            let code = effect.code.as_str();
            let element = Element::ALL.into_iter().find(|element| code.ends_with(element.as_str()));
            match element {
                Some(element) if code.starts_with("boost_dmg") => hero.stats.attack[element] > 0,
                Some(element) if code.starts_with("boost_res") => monster.attack()[element] > 0,
                _ => {
                    code != "antipoison"
                        || monster.effects.iter().any(|effect| effect.code.as_str() == "poison")
                }
            }
        })
}

fn fight(heroes: &[Character], monster: &Monster, data: &GameData, fights: u64) -> Score {
    let fighters: Vec<_> = heroes.iter().map(|hero| Fighter::character(hero, data)).collect();
    let foe = Fighter::monster(monster);
    let share = |fighter: &Fighter| fighter.hp as f64 / fighter.max_hp.max(1) as f64;
    let mut score = Score { won: 0, margin: 0.0 };
    for seed in 0..fights {
        let (mut fighters, mut foe) = (fighters.clone(), foe.clone());
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let ending = run(&mut fighters, &mut foe, &mut rng, None);
        score.won += u32::from(ending.win);
        score.margin += fighters.iter().map(share).sum::<f64>() - share(&foe) * heroes.len() as f64;
    }
    score
}
