//! What a fight does to a fighter beside its hit points: all of it begins empty and ends with the fight.

use crate::data::MonsterType;

/// The kind of fight that a monster gives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Bout {
    /// A monster that is fought alone.
    #[default]
    Single,
    /// A boss.
    Boss,
    /// A raid boss: to survive it is to win (RULES §7).
    Raid,
}

impl From<&MonsterType> for Bout {
    fn from(kind: &MonsterType) -> Self {
        match kind {
            MonsterType::Boss => Self::Boss,
            MonsterType::RaidBoss => Self::Raid,
            MonsterType::Normal | MonsterType::Elite | MonsterType::Other(_) => Self::Single,
        }
    }
}

/// What has happened to a fighter in this fight.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// Turns it has begun itself; "turn k" of an effect is its bearer's own.
    pub(super) turns: i64,
    /// Percent more damage on its finished hits, from `frenzy`, `greed` and `berserker_rage` together.
    pub(super) damage_bonus: i64,
    /// Hit points that poison takes at the start of each of its turns.
    pub(super) poison: i64,
    /// Hit points that each fire on it takes next.
    pub(super) burns: Vec<i64>,
    /// Hit points it has lost, whatever was healed.
    pub(super) damage_taken: i64,
    /// The fewest hit points that a loss has left it; none before the first loss.
    pub(super) lowest_hp: Option<i64>,
    /// Units it has used of each utility slot.
    pub(super) utilities_used: [u32; 2],
}
