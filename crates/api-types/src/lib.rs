//! Wire structs of the game's API, version 8.1.0, exactly as the game sends and takes them.
//!
//! For the client and for the sandbox server, which speak the same shapes from both sides. A type's schema has the
//! spec's name, its fields the spec's names and order; only [`Data`] and [`Page`] stand for many schemas of the spec.
//! What is read is forgiving, so that a new season breaks nothing: unknown fields are ignored, unknown values of an enum
//! are kept in `Unknown`, an absent or `null` list is empty. What is written is as the game writes it: in replies absent
//! things are `null` (RULES §1), in requests they are left out.
//!
//! Static data that rules are about (items, monsters, resources, tiles, NPCs, events, achievements, tasks) is not here:
//! the crate `game` has it in the same JSON shape, and the types here take it as a parameter. The rules of the game,
//! conversions and checks are not here either.

mod null;
mod open_enum;

mod account;
mod achievement;
pub mod action;
mod assistant;
mod bank;
mod character;
mod cooldown;
mod cosmetics;
mod effect;
mod envelope;
mod event;
mod exchange;
pub mod gem_shop;
mod item;
mod leaderboard;
mod log;
pub mod payment;
mod pending_item;
mod place;
pub mod raid;
mod rates;
pub mod realtime;
mod roster;
pub mod sandbox;
mod season_reward;
mod secret;
pub mod simulation;
mod status;
mod timestamp;

pub use account::{
    AccountDetails, AccountStatus, ChangeEmailRequest, ChangePasswordRequest, CreateAccountRequest,
    ForgotPasswordRequest, MyAccountDetails, ResetPasswordRequest,
};
pub use achievement::{AccountAchievement, AccountAchievementObjective, AchievementRewards, AchievementType};
pub use assistant::{AssistantAnswer, AssistantQuestion};
pub use bank::Bank;
pub use character::{Character, InventorySlot, StorageEffect};
pub use cooldown::{ActionType, Cooldown};
pub use cosmetics::{Badge, Skin};
pub use effect::{Effect, EffectSubtype, EffectType};
pub use envelope::{Data, ErrorBody, ErrorDetail, Message, Page, TokenResponse};
pub use event::{ActiveEvent, SpawnEventRequest};
pub use exchange::{GeOrder, GeOrderHistory, GeOrderType};
pub use item::SimpleItem;
pub use leaderboard::{
    AccountLeaderboardEntry, AccountLeaderboardType, CharacterLeaderboardEntry, CharacterLeaderboardType,
};
pub use log::{Log, LogType};
pub use pending_item::{PendingItem, PendingItemSource};
pub use place::{ItemSlot, MapContentType, MapLayer};
pub use rates::{RateLimitScope, RateLimitWindow, RateLimits};
pub use roster::{ActiveCharacter, CharacterStats, CreateCharacterRequest, DeleteCharacterRequest};
pub use season_reward::{RewardType, SeasonReward};
pub use secret::Secret;
pub use status::{RateLimitNotice, Season, Status};
pub use timestamp::Timestamp;
