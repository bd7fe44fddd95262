//! The numbers a fight, a gather or a drop depends on (RULES §7).

use std::ops::{AddAssign, Index, IndexMut};

use serde::{Deserialize, Serialize};

/// One of the four elements, in the order in which hits of one turn land (RULES §7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Element {
    /// Fire.
    Fire,
    /// Earth.
    Earth,
    /// Water.
    Water,
    /// Air.
    Air,
}

impl Element {
    /// Every element, in hit order.
    pub const ALL: [Self; 4] = [Self::Fire, Self::Earth, Self::Water, Self::Air];

    /// The element as the API spells it inside stat names (`attack_fire`).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fire => "fire",
            Self::Earth => "earth",
            Self::Water => "water",
            Self::Air => "air",
        }
    }
}

/// One number per element.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerElement {
    /// Fire.
    pub fire: i64,
    /// Earth.
    pub earth: i64,
    /// Water.
    pub water: i64,
    /// Air.
    pub air: i64,
}

impl Index<Element> for PerElement {
    type Output = i64;
    fn index(&self, element: Element) -> &i64 {
        match element {
            Element::Fire => &self.fire,
            Element::Earth => &self.earth,
            Element::Water => &self.water,
            Element::Air => &self.air,
        }
    }
}

impl IndexMut<Element> for PerElement {
    fn index_mut(&mut self, element: Element) -> &mut i64 {
        match element {
            Element::Fire => &mut self.fire,
            Element::Earth => &mut self.earth,
            Element::Water => &mut self.water,
            Element::Air => &mut self.air,
        }
    }
}

impl AddAssign for PerElement {
    fn add_assign(&mut self, other: Self) {
        for element in Element::ALL {
            self[element] += other[element];
        }
    }
}

/// What a character sheet adds up from level and equipment, without hp and inventory room (RULES §7, §8).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stats {
    /// Percent off the cooldown of fights.
    pub haste: i64,
    /// Chance of a critical turn, in percent.
    pub critical_strike: i64,
    /// 0.1 % more xp per point.
    pub wisdom: i64,
    /// 0.1 % more chance of each drop per point.
    pub prospecting: i64,
    /// Who acts first.
    pub initiative: i64,
    /// Whom a boss prefers to hit.
    pub threat: i64,
    /// Attack per element.
    pub attack: PerElement,
    /// Percent more damage with every element.
    pub dmg: i64,
    /// Percent more damage per element.
    pub dmg_element: PerElement,
    /// Percent less damage taken per element; may be negative.
    pub res: PerElement,
}

impl Stats {
    /// The stats of every character without equipment (RULES §2).
    pub const BASE: Self = Self { initiative: 100, ..Self::ZERO };

    const ZERO: Self = {
        let none = PerElement { fire: 0, earth: 0, water: 0, air: 0 };
        Self {
            haste: 0,
            critical_strike: 0,
            wisdom: 0,
            prospecting: 0,
            initiative: 0,
            threat: 0,
            attack: none,
            dmg: 0,
            dmg_element: none,
            res: none,
        }
    };

    /// Adds `other` so many times; -1 takes it away.
    pub fn add(&mut self, other: &Self, times: i64) {
        self.haste += times * other.haste;
        self.critical_strike += times * other.critical_strike;
        self.wisdom += times * other.wisdom;
        self.prospecting += times * other.prospecting;
        self.initiative += times * other.initiative;
        self.threat += times * other.threat;
        self.dmg += times * other.dmg;
        for element in Element::ALL {
            self.attack[element] += times * other.attack[element];
            self.dmg_element[element] += times * other.dmg_element[element];
            self.res[element] += times * other.res[element];
        }
    }

    /// The stat with this code, as item effects spell it (`dmg`, `res_fire`); `None` when it is no stat.
    pub fn by_code_mut(&mut self, code: &str) -> Option<&mut i64> {
        Some(match code {
            "haste" => &mut self.haste,
            "critical_strike" => &mut self.critical_strike,
            "wisdom" => &mut self.wisdom,
            "prospecting" => &mut self.prospecting,
            "initiative" => &mut self.initiative,
            "threat" => &mut self.threat,
            "dmg" => &mut self.dmg,
            _ => {
                let (stat, element) = code.split_once('_')?;
                let element = Element::ALL.into_iter().find(|known| known.as_str() == element)?;
                match stat {
                    "attack" => &mut self.attack[element],
                    "dmg" => &mut self.dmg_element[element],
                    "res" => &mut self.res[element],
                    _ => return None,
                }
            }
        })
    }
}
