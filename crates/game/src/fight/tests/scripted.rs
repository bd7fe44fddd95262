//! Fights whose dice are written down, told as what they did to the hit points of each fighter.

use std::convert::Infallible;

use rand::TryRng;

use super::*;

/// Dice that show these percents, one after the other, and then 99 for ever: no chance under 100 % comes true.
struct Dice<'a>(&'a [u32]);

impl TryRng for Dice<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let (&percent, rest) = self.0.split_first().unwrap_or((&99, &[]));
        self.0 = rest;
        // In the middle of the percent's share of all numbers, so that it falls into no other one.
        Ok(percent * (u32::MAX / 100) + u32::MAX / 200)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.try_next_u32().map(|high| u64::from(high) << 32)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill(0);
        Ok(())
    }
}

/// A fight that is over.
pub(super) struct Tale {
    pub(super) heroes: Vec<Fighter>,
    pub(super) monster: Fighter,
    pub(super) ending: Ending,
    before: Vec<(Arc<str>, i64)>,
    log: Vec<String>,
}

/// Fights with these percents for everything after the order of turns, which initiatives decide.
pub(super) fn tale(heroes: &[Fighter], monster: &Fighter, percents: &[u32]) -> Tale {
    let (mut heroes, mut monster, mut log) = (heroes.to_vec(), monster.clone(), Vec::new());
    let before = heroes.iter().chain([&monster]).map(|fighter| (fighter.name.clone(), fighter.hp)).collect();
    let dice = [vec![0; heroes.len() + 1], percents.to_vec()].concat();
    let ending = run(&mut heroes, &mut monster, &mut Dice(&dice), Some(&mut log));
    Tale { heroes, monster, ending, before, log }
}

impl Tale {
    /// Every change of the fighter's hit points, in order.
    pub(super) fn changes(&self, name: &str) -> Vec<i64> {
        let mut hp =
            self.before.iter().find(|(known, _)| **known == *name).expect("a fighter of this name").1;
        let told = self.log.iter().filter_map(|line| {
            let (_, health) = line.rsplit_once(&format!("{name}: "))?;
            health.split_once('/')?.0.parse::<i64>().ok()
        });
        told.map(|now| now - std::mem::replace(&mut hp, now)).filter(|change| *change != 0).collect()
    }

    /// The first changes of the fighter's hit points.
    pub(super) fn first<const N: usize>(&self, name: &str) -> [i64; N] {
        let changes = self.changes(name);
        *changes.first_chunk().unwrap_or_else(|| panic!("only {changes:?}"))
    }

    /// The turns of the lines with this text.
    pub(super) fn turns(&self, text: &str) -> Vec<u32> {
        let lines = self.log.iter().filter(|line| line.contains(text));
        lines.filter_map(|line| line.strip_prefix("Turn ")?.split_once(':')?.0.parse().ok()).collect()
    }
}

/// Ana with 1000 hp, an attack of 0 and these effects.
pub(super) fn hero(effects: &[(&str, i64)]) -> Fighter {
    with(Fighter { hp: 1000, max_hp: 1000, usual_max_hp: 1000, ..fighter(0) }, effects)
}

/// A slower companion like Ana, without effects.
pub(super) fn companion(name: &str) -> Fighter {
    Fighter { name: name.into(), initiative: 90, ..hero(&[]) }
}

/// A monster with 1000 hp that is slower than heroes, does nothing by itself, and has these effects.
pub(super) fn dummy(effects: &[(&str, i64)]) -> Fighter {
    let monster = Monster { hp: 1000, attack_water: 0, ..chicken() };
    with(Fighter { name: "Dummy".into(), ..Fighter::monster(&monster) }, effects)
}

/// The fighter with these effects more.
fn with(mut fighter: Fighter, effects: &[(&str, i64)]) -> Fighter {
    for (code, value) in effects {
        fighter.bear(code, *value, None);
    }
    fighter
}

/// The hero with so many units of a potion in this slot.
pub(super) fn drinking(mut hero: Fighter, slot: usize, (code, value): (&str, i64), units: u32) -> Fighter {
    hero.bear(code, value, Some(slot));
    hero.utilities[slot] = units;
    hero
}

/// Attacks of fire and earth.
pub(super) fn attack(fire: i64, earth: i64) -> PerElement {
    PerElement { fire, earth, ..PerElement::default() }
}
