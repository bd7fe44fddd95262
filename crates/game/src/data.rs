//! A season's static data: the nouns in the API's own JSON shape, and [`GameData`], which finds them.

mod achievement;
mod atlas;
mod event;
mod item;
mod map;
mod monster;
mod npc;
mod null;
mod raid;
mod resource;
mod schedule;
mod tables;
mod task;

pub use achievement::{Achievement, AchievementRewards, AchievementType, Objective};
pub use atlas::Atlas;
pub(crate) use atlas::Place;
pub use event::{Event, EventMap};
pub use item::{Condition, Craft, Item, ItemEffect, ItemType, Operator};
pub use map::{Access, AccessType, Content, ContentType, GameMap, Interactions, Layer, Position, Transition};
pub use monster::{Drop, Monster, MonsterEffect, MonsterType};
pub use npc::{Currency, Npc, NpcItem, NpcOffer, NpcType};
pub use raid::{DamageReward, Raid, RaidRewards, RankReward};
pub use resource::Resource;
pub use schedule::{RaidSchedule, Weekday};
pub use tables::{DataError, GameData, StaticData};
pub use task::{Rewards, TaskFull, TaskType};
