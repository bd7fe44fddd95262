//! Monsters and what they drop.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::{EffectCode, ItemCode, MonsterCode},
    stats::PerElement,
    words::words,
};

/// A monster of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MonsterSchema)]
pub struct Monster {
    /// Name for people and for fight logs.
    pub name: String,
    /// Unique code.
    pub code: MonsterCode,
    /// Level; decides the xp of a fight (RULES §6).
    pub level: u32,
    /// How dangerous it is.
    #[serde(rename = "type")]
    pub kind: MonsterType,
    /// Hit points at the start of a fight.
    pub hp: i64,
    /// Fire attack.
    pub attack_fire: i64,
    /// Earth attack.
    pub attack_earth: i64,
    /// Water attack.
    pub attack_water: i64,
    /// Air attack.
    pub attack_air: i64,
    /// Fire resistance, in percent.
    pub res_fire: i64,
    /// Earth resistance, in percent.
    pub res_earth: i64,
    /// Water resistance, in percent.
    pub res_water: i64,
    /// Air resistance, in percent.
    pub res_air: i64,
    /// Chance of a critical turn, in percent.
    pub critical_strike: i64,
    /// Who acts first.
    pub initiative: i64,
    /// Abilities in a fight.
    #[serde(default)]
    pub effects: Vec<MonsterEffect>,
    /// Least gold of a win.
    pub min_gold: i64,
    /// Most gold of a win.
    pub max_gold: i64,
    /// What a win may drop.
    pub drops: Vec<Drop>,
}

impl Monster {
    /// Its attacks, by element.
    #[must_use]
    pub fn attack(&self) -> PerElement {
        PerElement {
            fire: self.attack_fire,
            earth: self.attack_earth,
            water: self.attack_water,
            air: self.attack_air,
        }
    }

    /// Its resistances, by element.
    #[must_use]
    pub fn res(&self) -> PerElement {
        PerElement { fire: self.res_fire, earth: self.res_earth, water: self.res_water, air: self.res_air }
    }
}

/// How dangerous a monster is; it multiplies the xp (RULES §6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonsterType {
    /// Fought alone.
    Normal,
    /// Stronger, fought alone.
    Elite,
    /// Up to three characters may fight it together.
    Boss,
    /// A raid's monster.
    RaidBoss,
    /// A word this program does not know.
    #[serde(untagged)]
    Other(String),
}

words! {
    MonsterType as "MonsterType":
        "normal", "elite", "boss", "raid_boss"
}

/// An ability of a monster, with its value (RULES §7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SimpleEffectSchema)]
pub struct MonsterEffect {
    /// Which effect.
    pub code: EffectCode,
    /// Its strength, in the effect's own unit.
    pub value: i64,
    /// Text for people.
    #[serde(default)]
    #[schema(required)]
    pub description: String,
}

/// One line of a drop table: it rolls on its own (RULES §6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DropRateSchema)]
pub struct Drop {
    /// What drops.
    pub code: ItemCode,
    /// One in how many.
    pub rate: u32,
    /// Least of it.
    pub min_quantity: u32,
    /// Most of it.
    pub max_quantity: u32,
}
