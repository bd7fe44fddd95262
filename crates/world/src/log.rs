//! What an account's log says about each thing that happened (RULES §4, §15).

use game::{
    AccountName, Character, CharacterName, Cooldown, Detail, data::Achievement, outcome::FightReport,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One entry of an account's log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogEntry {
    /// Who did it.
    pub character: CharacterName,
    /// Whose character it is.
    pub account: AccountName,
    /// What it was, as the API spells its log types: `spawn`, `movement`, `fight` and so on.
    pub kind: String,
    /// What it was, for people.
    pub description: String,
    /// What came of an action; of a gift, for its receiver as well; `None` when it was no action. Without a fight's lines and a bank's contents, which the
    /// reply had.
    pub detail: Option<Detail>,
    /// Seconds of cooldown that followed.
    pub cooldown: u32,
    /// When that cooldown ends.
    pub cooldown_expiration: Option<Timestamp>,
    /// When it happened: of an action, when its cooldown started.
    pub created_at: Timestamp,
}

impl LogEntry {
    /// An action that was carried out.
    pub(crate) fn action(
        who: &Character,
        kind: &str,
        description: String,
        detail: &Detail,
        cooldown: &Cooldown,
    ) -> Self {
        Self {
            character: who.name.clone(),
            account: who.account.clone(),
            kind: kind.to_owned(),
            description,
            detail: Some(memorable(detail)),
            cooldown: cooldown.total_seconds,
            cooldown_expiration: Some(cooldown.expiration),
            created_at: cooldown.started_at,
        }
    }

    /// What another character's gift did to its receiver; nothing when it was no gift.
    pub(crate) fn received(
        who: &Character,
        from: &CharacterName,
        detail: &Detail,
        at: Timestamp,
    ) -> Option<Self> {
        let kind = match detail {
            Detail::GoldGiven { .. } => "receive_gold",
            Detail::ItemsGiven { .. } => "receive_item",
            _ => return None,
        };
        let description = format!("{} received a gift from {from}.", who.name);
        Some(Self { detail: Some(memorable(detail)), ..Self::event(who, kind, description, at) })
    }

    /// An achievement that a character's action reached.
    pub(crate) fn unlocked(who: &Character, achievement: &Achievement, at: Timestamp) -> Self {
        let text = format!("{} unlocked the achievement {}.", who.name, achievement.name);
        Self::event(who, "achievement", text, at)
    }

    /// Something that happened to a character without an action of its own.
    pub(crate) fn event(who: &Character, kind: &str, description: String, created_at: Timestamp) -> Self {
        Self {
            character: who.name.clone(),
            account: who.account.clone(),
            kind: kind.to_owned(),
            description,
            detail: None,
            cooldown: 0,
            cooldown_expiration: None,
            created_at,
        }
    }
}

/// Thousands of entries are kept per account: they leave out what is long and of no use later.
fn memorable(detail: &Detail) -> Detail {
    match detail {
        Detail::Fought(report) => {
            // Never a copy of the whole: its lines are most of it.
            Detail::Fought(FightReport {
                opponent: report.opponent.clone(),
                characters: report.characters.clone(),
                logs: Vec::new(),
                ..*report
            })
        }
        Detail::BankItems { items, .. } => Detail::BankItems { items: items.clone(), bank: Vec::new() },
        other => other.clone(),
    }
}
