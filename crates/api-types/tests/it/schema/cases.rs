//! Which structs are compared with the spec, and which of its schemas have none.

use api_types::action::bank::{
    BankExpansion, BankExpansionData, BankGoldData, BankGoldRequest, BankItemData, Gold,
};
use api_types::action::equipment::{EquipRequest, EquipmentData, EquipmentItem, UnequipRequest};
use api_types::action::exchange::{
    GeBuyRequest, GeCancelRequest, GeCreateBuyOrderRequest, GeCreateOrderData, GeCreateSellOrderRequest,
    GeFillRequest, GeOrderCreated, GeTransaction, GeTransactionData,
};
use api_types::action::fight::{CharacterFightResult, Fight, FightData, FightRequest, FightResult};
use api_types::action::give::{GiveGoldData, GiveGoldRequest, GiveItemsData, GiveItemsRequest};
use api_types::action::identity::{ChangeSkinData, ChangeSkinRequest, RenameData, RenameRequest};
use api_types::action::item::{ClaimPendingItemData, DeleteItemData, UseItemData};
use api_types::action::movement::{MoveRequest, MovementData, RestData, TransitionData};
use api_types::action::npc::{NpcTradeData, NpcTransaction};
use api_types::action::skill::{
    CraftingRequest, RecyclingData, RecyclingItems, RecyclingRequest, SkillData, SkillInfo,
};
use api_types::action::task::{
    RewardData, Rewards, Task, TaskCancelledData, TaskData, TaskTradeData, TaskType,
};
use api_types::*;
use serde_json::Value;
use utoipa::ToSchema;

use api_types::gem_shop::{
    BuyCustomDesignData, BuyCustomDesignRequest, BuySkinData, BuySkinRequest, GemShopCatalog,
    GemShopCustomDesign, GemShopEvent, GemShopSkin, GemShopSubscription, GemShopSubscriptionData,
};
use api_types::payment::{
    BuyGemsRequest, Checkout, GemTransaction, MemberTokenSubscriptionData, Purchase, PurchaseType,
    StripeSubscriptionPlan, SubscribeRequest, Subscription, SubscriptionPlan,
};
use api_types::raid::{
    Raid, RaidDamageReward, RaidInstance, RaidInstanceResult, RaidLeaderboardEntry, RaidRankReward,
    RaidRewards, RaidSchedule, RaidStatus, RaidWeekday,
};
use api_types::sandbox::{
    SandboxClearCooldownData, SandboxClearCooldownRequest, SandboxGiveGoldData, SandboxGiveItemData,
    SandboxGiveItemRequest, SandboxGiveXpData, SandboxGiveXpRequest, SandboxTeleportData,
    SandboxTeleportRequest, XpType,
};
use api_types::simulation::{FakeCharacter, SimulatedFight, SimulationData, SimulationRequest};

/// One of our types as utoipa describes it.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) schema: Value,
}

/// The case of one type.
pub(crate) fn case<T: ToSchema>() -> Case {
    Case { name: T::name().into_owned(), schema: serde_json::to_value(T::schema()).unwrap() }
}

macro_rules! cases {
    ($($type:ty),+ $(,)?) => { vec![$(case::<$type>()),+] };
}

// Stand-ins for the static data.
#[derive(ToSchema)]
struct MapSchema;
#[derive(ToSchema)]
struct TransitionSchema;
#[derive(ToSchema)]
struct ItemSchema;

pub(crate) fn replies() -> Vec<Case> {
    cases![
        AccountAchievement,
        AccountAchievementObjective,
        AccountDetails,
        AccountLeaderboardEntry,
        AccountLeaderboardType,
        AccountStatus,
        AchievementRewards,
        AchievementType,
        ActionType,
        ActiveCharacter,
        ActiveEvent<MapSchema>,
        AssistantAnswer,
        Badge,
        Bank,
        BankExpansion,
        BankExpansionData,
        BankGoldData,
        BankItemData,
        BuyCustomDesignData,
        BuySkinData,
        ChangeSkinData,
        Character,
        CharacterFightResult,
        CharacterLeaderboardEntry,
        CharacterLeaderboardType,
        CharacterStats,
        Checkout,
        ClaimPendingItemData,
        Cooldown,
        DeleteItemData,
        Effect,
        EffectSubtype,
        EffectType,
        EquipmentData<ItemSchema>,
        EquipmentItem<ItemSchema>,
        ErrorBody,
        ErrorDetail,
        Fight,
        FightData,
        FightResult,
        GeCreateOrderData,
        GemShopCatalog,
        GemShopCustomDesign,
        GemShopEvent,
        GemShopSkin,
        GemShopSubscription,
        GemShopSubscriptionData,
        GemTransaction,
        GeOrder,
        GeOrderCreated,
        GeOrderHistory,
        GeOrderType,
        GeTransaction,
        GeTransactionData,
        GiveGoldData,
        GiveItemsData,
        Gold,
        InventorySlot,
        ItemSlot,
        Log,
        LogType,
        MapContentType,
        MapLayer,
        MemberTokenSubscriptionData,
        Message,
        MovementData<MapSchema>,
        MyAccountDetails,
        NpcTradeData,
        NpcTransaction,
        PendingItem,
        PendingItemSource,
        Purchase,
        PurchaseType,
        Raid,
        RaidDamageReward,
        RaidInstance,
        RaidInstanceResult,
        RaidLeaderboardEntry,
        RaidRankReward,
        RaidRewards,
        RaidSchedule,
        RaidStatus,
        RaidWeekday,
        RateLimitNotice,
        RateLimits,
        RateLimitScope,
        RateLimitWindow,
        RecyclingData,
        RecyclingItems,
        RenameData,
        RestData,
        RewardData,
        Rewards,
        RewardType,
        SandboxClearCooldownData,
        SandboxGiveGoldData,
        SandboxGiveItemData,
        SandboxGiveXpData,
        SandboxTeleportData<MapSchema>,
        Season,
        SeasonReward,
        SimulatedFight,
        SimulationData,
        SkillData,
        SkillInfo,
        Skin,
        Status,
        StorageEffect,
        StripeSubscriptionPlan,
        Subscription,
        SubscriptionPlan,
        Task,
        TaskCancelledData,
        TaskData,
        TaskTradeData,
        TaskType,
        TokenResponse,
        TransitionData<MapSchema, TransitionSchema>,
        UseItemData<ItemSchema>,
        XpType,
    ]
}

pub(crate) fn bodies() -> Vec<Case> {
    cases![
        AssistantQuestion,
        BankGoldRequest,
        BuyCustomDesignRequest,
        BuyGemsRequest,
        BuySkinRequest,
        ChangeEmailRequest,
        ChangePasswordRequest,
        ChangeSkinRequest,
        CraftingRequest,
        CreateAccountRequest,
        CreateCharacterRequest,
        DeleteCharacterRequest,
        EquipRequest,
        FakeCharacter,
        FightRequest,
        ForgotPasswordRequest,
        GeBuyRequest,
        GeCancelRequest,
        GeCreateBuyOrderRequest,
        GeCreateSellOrderRequest,
        GeFillRequest,
        GiveGoldRequest,
        GiveItemsRequest,
        MoveRequest,
        RecyclingRequest,
        RenameRequest,
        ResetPasswordRequest,
        SandboxClearCooldownRequest,
        SandboxGiveItemRequest,
        SandboxGiveXpRequest,
        SandboxTeleportRequest,
        SimpleItem,
        SimulationRequest,
        SpawnEventRequest,
        SubscribeRequest,
        UnequipRequest,
    ]
}

/// Schemas of the spec that are one type here: the spec's name, and the name that ours has.
pub(crate) const ALIASES: &[(&str, &str)] = &[
    ("DropSchema", "SimpleItemSchema"),
    ("NpcMerchantBuySchema", "SimpleItemSchema"),
    ("PasswordResetResponseSchema", "ResponseSchema"),
    ("RewardItemSchema", "SimpleItemSchema"),
    ("StatusSeasonRewardSchema", "SeasonRewardSchema"),
    ("TaskTradeSchema", "SimpleItemSchema"),
];

/// Schemas of the spec that this crate leaves out, with the reason.
pub(crate) const LEFT_OUT: &[(&[&str], &str)] = &[
    (
        &[
            "AccessSchema",
            "AchievementObjectiveSchema",
            "AchievementSchema",
            "ConditionOperator",
            "ConditionSchema",
            "CraftSchema",
            "CraftSkill",
            "DropRateSchema",
            "EventContentSchema",
            "EventMapSchema",
            "EventSchema",
            "GatheringSkill",
            "InteractionSchema",
            "ItemSchema",
            "ItemType",
            "MapAccessType",
            "MapContentSchema",
            "MapSchema",
            "MonsterSchema",
            "MonsterType",
            "NPCItemSchema",
            "NPCSchema",
            "NPCType",
            "ResourceSchema",
            "SimpleEffectSchema",
            "SimpleNPCItemSchema",
            "Skill",
            "TaskFullSchema",
            "TransitionSchema",
        ],
        "static data, in `game`",
    ),
    (
        &["HTTPValidationError", "ValidationError"],
        "no path answers with them: a 422 is an ErrorResponseSchema",
    ),
];
