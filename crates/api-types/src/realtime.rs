//! Frames of the game's WebSocket (RULES §15), for members.
//!
//! The payload stays raw JSON: its shape belongs to the module of the thing it tells about, and a payload that cannot be
//! read must not close the connection. [`FrameType`] says which type each payload decodes to.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Secret;
use crate::open_enum::open_enum;

/// The first message of the client. The server confirms nothing; a bad token is answered by [`ServerMessage::Error`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Authenticate {
    /// The bearer token of the account.
    #[schema(value_type = String)]
    pub token: Secret,
    /// What to hear about; `None` for everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscriptions: Option<Vec<FrameType>>,
}

/// Any message of the server.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ServerMessage {
    /// News.
    Frame(Frame),
    /// The last message before the server closes with 1008: a bad token or subscription.
    Error {
        /// A text for people.
        error: String,
    },
}

/// One piece of news.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Frame {
    /// What it tells about.
    #[serde(rename = "type")]
    pub kind: FrameType,
    /// The payload; its type depends on `kind`.
    pub data: serde_json::Value,
}

/// Payload of a `version` frame, sent on connect and after an update of the game.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VersionNotice {
    /// Version of the game, such as `8.2.0`.
    pub version: String,
}

open_enum! {
    /// What a frame tells about, and the type of its payload.
    FrameType {
        /// Connect and updates: [`VersionNotice`].
        Version = "version",
        /// Connect and every 10 minutes: a list of [`ActiveCharacter`](crate::ActiveCharacter).
        OnlineCharacters = "online_characters",
        /// Every minute; the payload's shape is unknown.
        Test = "test",
        /// An event started: [`ActiveEvent`](crate::ActiveEvent).
        EventSpawn = "event_spawn",
        /// An event ended: [`ActiveEvent`](crate::ActiveEvent).
        EventRemoved = "event_removed",
        /// A raid opened: [`RaidNotice`](crate::raid::RaidNotice).
        RaidStarted = "raid_started",
        /// A raid ended: [`RaidNotice`](crate::raid::RaidNotice).
        RaidEnded = "raid_ended",
        /// Anybody placed a sell order: [`GeOrder`](crate::GeOrder).
        GrandexchangeSellOrder = "grandexchange_sell_order",
        /// Anybody placed a buy order: [`GeOrder`](crate::GeOrder).
        GrandexchangeBuyOrder = "grandexchange_buy_order",
        /// Anybody cancelled a sell order: [`GeOrder`](crate::GeOrder).
        GrandexchangeCancelSellOrder = "grandexchange_cancel_sell_order",
        /// Anybody cancelled a buy order: [`GeOrder`](crate::GeOrder).
        GrandexchangeCancelBuyOrder = "grandexchange_cancel_buy_order",
        /// A sell order was bought from: [`GeOrderHistory`](crate::GeOrderHistory).
        GrandexchangeBuy = "grandexchange_buy",
        /// A buy order was filled: [`GeOrderHistory`](crate::GeOrderHistory).
        GrandexchangeSell = "grandexchange_sell",
        /// Something waits for the account: [`PendingItem`](crate::PendingItem).
        PendingItemReceived = "pending_item_received",
        /// The account reached an achievement: the achievement as in the static data.
        AchievementUnlocked = "achievement_unlocked",
        /// An own character acted: [`Log`](crate::Log).
        AccountLog = "account_log",
        /// The account earned a reward: [`SeasonReward`](crate::SeasonReward).
        SeasonRewardUnlocked = "season_reward_unlocked",
        /// News for all players: [`Message`](crate::Message).
        Announcement = "announcement",
    }
}
