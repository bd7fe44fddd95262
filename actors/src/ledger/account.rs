//! What time is spent on.

use serde::Serialize;
use utoipa::ToSchema;

/// An account of the time ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TimeAccount)]
pub enum Account {
    /// The cooldown of what a character is for: fights, gathers, crafts, trades, the bank.
    Acting,
    /// The cooldown of moves and transitions.
    Travelling,
    /// The cooldown of rests and meals.
    Resting,
    /// Waiting for a place in the rate budget.
    Budget,
    /// The game is away, a request is tried again, or it is found out what became of a lost reply.
    Retrying,
    /// Thinking, writing down, and the way of a request and its reply.
    Deciding,
    /// Nothing to do, or nothing that can be done.
    Idle,
    /// The program was not running.
    Off,
}

impl Account {
    /// Every account.
    pub const ALL: [Self; 8] = [
        Self::Acting,
        Self::Travelling,
        Self::Resting,
        Self::Budget,
        Self::Retrying,
        Self::Deciding,
        Self::Idle,
        Self::Off,
    ];

    /// The account as journal, database and API spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Acting => "acting",
            Self::Travelling => "travelling",
            Self::Resting => "resting",
            Self::Budget => "budget",
            Self::Retrying => "retrying",
            Self::Deciding => "deciding",
            Self::Idle => "idle",
            Self::Off => "off",
        }
    }

    /// The account of a cooldown, by the game's reason for it (RULES §4).
    pub(crate) fn of_cooldown(reason: &str) -> Self {
        match reason {
            "movement" | "transition" => Self::Travelling,
            "rest" | "use" => Self::Resting,
            _ => Self::Acting,
        }
    }

    /// Whether the game lets a character do nothing else meanwhile: time well spent.
    pub(crate) fn is_useful(self) -> bool {
        matches!(self, Self::Acting | Self::Travelling | Self::Resting)
    }
}

/// An account, and why, when it is idle.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The account.
    pub account: Account,
    /// Why a character is idle; empty for the other accounts.
    pub reason: String,
}

impl Entry {
    /// Idle for a reason.
    pub(crate) fn idle(reason: impl Into<String>) -> Self {
        Self { account: Account::Idle, reason: reason.into() }
    }
}

impl From<Account> for Entry {
    fn from(account: Account) -> Self {
        Self { account, reason: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_account_is_spelt_alike_everywhere() {
        for account in Account::ALL {
            assert_eq!(serde_json::to_value(account).unwrap(), account.as_str());
        }
    }

    #[test]
    fn a_cooldown_is_time_well_spent_whatever_it_follows() {
        let accounts = ["fight", "movement", "rest", "an earlier action"].map(Account::of_cooldown);
        assert_eq!(accounts, [Account::Acting, Account::Travelling, Account::Resting, Account::Acting]);
        assert!(accounts.into_iter().all(Account::is_useful));
    }
}
