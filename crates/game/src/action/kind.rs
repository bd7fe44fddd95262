//! What the game calls each action, and what doing it twice would mean.

use super::Action;

/// Reason and log type of any fight against a raid's boss.
pub const RAID_FIGHT: &str = "raid_fight";

/// What may happen when an action is sent twice because its first reply was lost (DESIGN: lost replies).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// The second has no effect of its own.
    Harmless,
    /// The second costs a cooldown and brings what it always brings.
    CostsTime,
    /// The second moves goods or gold again: only on evidence that the first did not happen.
    Never,
}

impl Action {
    /// The `type` of every action, as it is written down.
    pub const TYPES: [&'static str; 34] = [
        "move",
        "transition",
        "fight",
        "multi_fight",
        "gathering",
        "crafting",
        "rest",
        "equip",
        "unequip",
        "use",
        "deposit_item",
        "withdraw_item",
        "deposit_gold",
        "withdraw_gold",
        "buy_bank_expansion",
        "recycling",
        "buy_npc",
        "sell_npc",
        "task_new",
        "task_trade",
        "task_complete",
        "task_cancel",
        "task_exchange",
        "claim_item",
        "ge_buy",
        "ge_fill",
        "ge_create_sell_order",
        "ge_create_buy_order",
        "ge_cancel",
        "change_skin",
        "rename",
        "delete_item",
        "give_gold",
        "give_item",
    ];

    /// The reason the game gives for the cooldown that follows (RULES §4).
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Move { .. } => "movement",
            Self::Transition => "transition",
            Self::Fight => "fight",
            Self::MultiFight { .. } => "multi_fight",
            Self::Gathering => "gathering",
            Self::Crafting { .. } => "crafting",
            Self::Rest => "rest",
            Self::Equip { .. } => "equip",
            Self::Unequip { .. } => "unequip",
            Self::Use { .. } => "use",
            Self::DepositItem { .. } => "deposit_item",
            Self::WithdrawItem { .. } => "withdraw_item",
            Self::DepositGold { .. } => "deposit_gold",
            Self::WithdrawGold { .. } => "withdraw_gold",
            Self::BuyBankExpansion => "buy_bank_expansion",
            Self::Recycling { .. } => "recycling",
            Self::BuyNpc { .. } => "buy_npc",
            Self::SellNpc { .. } => "sell_npc",
            Self::TaskNew
            | Self::TaskTrade { .. }
            | Self::TaskComplete
            | Self::TaskCancel
            | Self::TaskExchange => "task",
            Self::ClaimItem { .. } => "claim_item",
            Self::GeBuy { .. } => "buy_ge",
            Self::GeFill { .. } => "fill_buy_order_ge",
            Self::GeCreateSellOrder { .. } => "sell_ge",
            Self::GeCreateBuyOrder { .. } => "create_buy_order_ge",
            Self::GeCancel { .. } => "cancel_ge",
            Self::ChangeSkin { .. } => "change_skin",
            Self::Rename { .. } => "rename",
            Self::DeleteItem { .. } => "delete_item",
            Self::GiveGold { .. } => "give_gold",
            Self::GiveItem { .. } => "give_item",
        }
    }

    /// The type of its entry in the game's log (RULES §15): the reason of its cooldown, but tasks are told apart.
    #[must_use]
    pub fn log_type(&self) -> &'static str {
        match self {
            Self::TaskNew => "new_task",
            Self::TaskTrade { .. } => "task_trade",
            Self::TaskComplete => "task_completed",
            Self::TaskCancel => "task_cancelled",
            Self::TaskExchange => "task_exchange",
            _ => self.reason(),
        }
    }

    /// Whether an entry of the game's log with this type can be its own: who fights in a raid learns so only then.
    #[must_use]
    pub fn is_logged_as(&self, log_type: &str) -> bool {
        let raid = matches!(self, Self::Fight | Self::MultiFight { .. }) && log_type == RAID_FIGHT;
        raid || log_type == self.log_type()
    }

    /// How bad it would be to do it twice.
    #[must_use]
    pub fn repeat(&self) -> Repeat {
        match self {
            // A second task is refused while there is the first, and nobody of the old name is there to be renamed.
            Self::Move { .. }
            | Self::Rest
            | Self::TaskNew
            | Self::ChangeSkin { .. }
            | Self::Rename { .. } => Repeat::Harmless,
            Self::Fight | Self::MultiFight { .. } | Self::Gathering => Repeat::CostsTime,
            // A second transition leads back, a second craft uses the next materials, a second use eats the next food,
            // a second gift gives again.
            _ => Repeat::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_goods_or_gold_is_never_done_twice() {
        let quantity = 1;
        let (code, id) = ("egg".parse().unwrap(), "67337920ef441b2c7466d5ea".parse().unwrap());
        for action in [
            Action::BuyBankExpansion,
            Action::DeleteItem { code, quantity },
            Action::GeBuy { id, quantity },
            Action::TaskComplete,
            Action::TaskCancel,
            Action::TaskExchange,
        ] {
            assert_eq!(action.repeat(), Repeat::Never, "{action}");
        }
        assert_eq!(Action::TaskNew.repeat(), Repeat::Harmless);
    }

    #[test]
    fn the_types_are_those_that_are_written_down() {
        let unknown = serde_json::from_str::<Action>(r#"{"type": ""}"#).unwrap_err().to_string();
        let types = Action::TYPES.map(|name| format!("`{name}`")).join(", ");
        assert!(unknown.contains(&format!("expected one of {types} at ")), "{unknown}");
    }

    #[test]
    fn tasks_share_a_reason_and_have_log_types_of_their_own() {
        let tasks = [Action::TaskNew, Action::TaskComplete, Action::TaskCancel, Action::TaskExchange];
        let told: Vec<_> = tasks.iter().map(|task| (task.reason(), task.log_type())).collect();
        assert_eq!(
            told,
            [
                ("task", "new_task"),
                ("task", "task_completed"),
                ("task", "task_cancelled"),
                ("task", "task_exchange"),
            ]
        );
        assert_eq!(Action::Rest.log_type(), Action::Rest.reason());
    }

    #[test]
    fn a_fight_may_turn_out_to_be_a_raids() {
        let together = Action::MultiFight { participants: Vec::new() };
        for (action, own) in [(Action::Fight, "fight"), (together, "multi_fight")] {
            assert!(action.is_logged_as(own) && action.is_logged_as("raid_fight"));
            assert!(!action.is_logged_as("gathering"));
        }
        assert!(!Action::Gathering.is_logged_as("raid_fight"));
    }
}
