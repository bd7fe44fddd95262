//! The leaderboards of characters and accounts: the first 1000, updated hourly (RULES §11).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;
use crate::open_enum::open_enum;

/// An entry of `GET /leaderboard/characters`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterLeaderboardSchema)]
pub struct CharacterLeaderboardEntry {
    /// Rank, from 1.
    pub position: u32,
    /// The character's name.
    pub name: String,
    /// The owner's account name.
    pub account: String,
    /// Whether the owner is a member.
    pub member: bool,
    /// Code of its skin.
    pub skin: String,
    /// Combat level.
    pub level: u32,
    /// Combat XP over all levels.
    pub total_xp: i64,
    /// Mining level.
    pub mining_level: u32,
    /// Mining XP over all levels.
    pub mining_total_xp: i64,
    /// Woodcutting level.
    pub woodcutting_level: u32,
    /// Woodcutting XP over all levels.
    pub woodcutting_total_xp: i64,
    /// Fishing level.
    pub fishing_level: u32,
    /// Fishing XP over all levels.
    pub fishing_total_xp: i64,
    /// Weaponcrafting level.
    pub weaponcrafting_level: u32,
    /// Weaponcrafting XP over all levels.
    pub weaponcrafting_total_xp: i64,
    /// Gearcrafting level.
    pub gearcrafting_level: u32,
    /// Gearcrafting XP over all levels.
    pub gearcrafting_total_xp: i64,
    /// Jewelrycrafting level.
    pub jewelrycrafting_level: u32,
    /// Jewelrycrafting XP over all levels.
    pub jewelrycrafting_total_xp: i64,
    /// Cooking level.
    pub cooking_level: u32,
    /// Cooking XP over all levels.
    pub cooking_total_xp: i64,
    /// Alchemy level.
    pub alchemy_level: u32,
    /// Alchemy XP over all levels.
    pub alchemy_total_xp: i64,
    /// Gold carried.
    pub gold: i64,
}

/// An entry of `GET /leaderboard/accounts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AccountLeaderboardSchema)]
pub struct AccountLeaderboardEntry {
    /// Rank, from 1.
    pub position: u32,
    /// The account's name.
    pub account: String,
    /// Whether it is a member.
    pub member: bool,
    /// Points of all achievements reached.
    pub achievements_points: u32,
    /// When the last point was earned, once all are.
    pub completed_at: Option<Timestamp>,
    /// Gold of the whole account.
    pub gold: i64,
}

open_enum! {
    /// What characters are ranked by: the query parameter `sort`.
    CharacterLeaderboardType {
        Combat = "combat",
        Woodcutting = "woodcutting",
        Mining = "mining",
        Fishing = "fishing",
        Weaponcrafting = "weaponcrafting",
        Gearcrafting = "gearcrafting",
        Jewelrycrafting = "jewelrycrafting",
        Cooking = "cooking",
        Alchemy = "alchemy",
    }
}

open_enum! {
    /// What accounts are ranked by: the query parameter `sort`.
    AccountLeaderboardType {
        AchievementsPoints = "achievements_points",
        Gold = "gold",
    }
}
