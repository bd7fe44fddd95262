//! From wire structs to `game` types, where bare strings become checked names.
//!
//! The fields named in errors are those of the reply as far as they are known here.

mod calendar;
mod character;
mod exchange;

pub(crate) use calendar::{active_event, raid};
pub(crate) use character::{character, slot};
pub(crate) use exchange::{offer, sale};

use api_types::action::fight::{Fight, FightResult};
use game::{
    PendingItem, SimpleItem,
    action::RAID_FIGHT,
    ids::InvalidId,
    outcome::{FightReport, FightShare},
    pending::PendingSource,
};

use crate::decode::DecodeError;

/// A checked name or code.
pub(crate) fn id<T: TryFrom<String, Error = InvalidId>>(field: &str, text: String) -> Result<T, DecodeError> {
    text.try_into().map_err(|error| DecodeError::field(field, error))
}

/// Some of one item.
pub(crate) fn item(field: &str, wire: api_types::SimpleItem) -> Result<SimpleItem, DecodeError> {
    Ok(SimpleItem::new(id(field, wire.code)?, wire.quantity))
}

/// A list of items.
pub(crate) fn items(field: &str, wire: Vec<api_types::SimpleItem>) -> Result<Vec<SimpleItem>, DecodeError> {
    wire.into_iter().map(|one| item(field, one)).collect()
}

/// Something that waits, or waited, for an account.
pub(crate) fn pending(field: &str, wire: api_types::PendingItem) -> Result<PendingItem, DecodeError> {
    Ok(PendingItem {
        id: id(&format!("{field}.id"), wire.id)?,
        account: id(&format!("{field}.account"), wire.account)?,
        source: PendingSource::from(wire.source.as_str().to_owned()),
        source_id: wire.source_id,
        description: wire.description,
        gold: wire.gold,
        items: items(&format!("{field}.items"), wire.items)?,
        created_at: wire.created_at.into(),
        claimed_at: wire.claimed_at.map(Into::into),
    })
}

/// How a fight went, whose cooldown or log entry is of this kind.
pub(crate) fn fight(field: &str, kind: &str, wire: Fight) -> Result<FightReport, DecodeError> {
    let shares = wire.characters.into_iter().map(|share| {
        Ok(FightShare {
            character_name: id(&format!("{field}.characters.character_name"), share.character_name)?,
            xp: share.xp,
            gold: share.gold,
            drops: items(&format!("{field}.characters.drops"), share.drops)?,
            final_hp: share.final_hp,
        })
    });
    Ok(FightReport {
        win: wire.result == FightResult::Win,
        turns: wire.turns,
        opponent: wire.opponent,
        characters: shares.collect::<Result<_, _>>()?,
        logs: wire.logs,
        raid: kind == RAID_FIGHT,
    })
}

/// A cooldown; nothing in it can be wrong.
pub(crate) fn cooldown(wire: api_types::Cooldown) -> game::Cooldown {
    game::Cooldown {
        total_seconds: wire.total_seconds,
        remaining_seconds: wire.remaining_seconds,
        started_at: wire.started_at.into(),
        expiration: wire.expiration.into(),
        reason: wire.reason.as_str().to_owned(),
    }
}
