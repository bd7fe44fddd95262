//! What each action's reply means.
//!
//! Whole items and tiles that a reply repeats are not read beyond what names them: they are static data, and a field
//! that a new season changed there must not make the outcome of an action unreadable.

use api_types::{
    Cooldown,
    action::{
        bank::{BankGoldData, BankItemData},
        equipment::EquipmentData,
        fight::{FightData, FightResult},
        item::UseItemData,
        movement::{MovementData, RestData, TransitionData},
        skill::SkillData,
    },
};
use game::{
    Action, CharacterName, Detail, MapId, Outcome,
    outcome::{FightReport, FightShare, Yield},
};
use serde::{Deserialize, de::IgnoredAny};

use crate::{
    convert::{self, id, items},
    decode::{DecodeError, data},
};

/// The tile in a reply.
#[derive(Deserialize)]
struct Tile {
    map_id: u32,
}

/// The item in a reply.
#[derive(Deserialize)]
struct Named {
    code: String,
}

pub(super) fn outcome(name: &CharacterName, action: &Action, body: &[u8]) -> Result<Outcome, DecodeError> {
    match action {
        Action::Move { .. } => {
            let reply: MovementData<Tile> = data(body)?;
            let path = reply.path.into_iter().map(Into::into).collect();
            finish(
                reply.cooldown,
                reply.character,
                Detail::Moved { map_id: MapId(reply.destination.map_id), path },
            )
        }
        Action::Transition => {
            let reply: TransitionData<Tile, IgnoredAny> = data(body)?;
            let map_id = MapId(reply.destination.map_id);
            finish(reply.cooldown, reply.character, Detail::Transitioned { map_id })
        }
        Action::Fight => fought(name, data(body)?),
        Action::Gathering => skilled(data(body)?, Detail::Gathered),
        Action::Crafting { .. } => skilled(data(body)?, Detail::Crafted),
        Action::Rest => {
            let reply: RestData = data(body)?;
            finish(reply.cooldown, reply.character, Detail::Rested { hp_restored: reply.hp_restored })
        }
        Action::Equip { .. } => worn(data(body)?, |items| Detail::Equipped { items }),
        Action::Unequip { .. } => worn(data(body)?, |items| Detail::Unequipped { items }),
        Action::Use { .. } => {
            let reply: UseItemData<Named> = data(body)?;
            let code = id("data.item.code", reply.item.code)?;
            finish(reply.cooldown, reply.character, Detail::Used { code })
        }
        Action::DepositItem { .. } | Action::WithdrawItem { .. } => {
            let reply: BankItemData = data(body)?;
            let (moved, bank) = (items("data.items", reply.items)?, items("data.bank", reply.bank)?);
            finish(reply.cooldown, reply.character, Detail::BankItems { items: moved, bank })
        }
        Action::DepositGold { .. } | Action::WithdrawGold { .. } => {
            let reply: BankGoldData = data(body)?;
            finish(reply.cooldown, reply.character, Detail::BankGold { bank_gold: reply.bank.quantity })
        }
    }
}

fn finish(
    cooldown: Cooldown,
    character: api_types::Character,
    detail: Detail,
) -> Result<Outcome, DecodeError> {
    Ok(Outcome { cooldown: convert::cooldown(cooldown), character: convert::character(character)?, detail })
}

fn skilled(reply: SkillData, detail: fn(Yield) -> Detail) -> Result<Outcome, DecodeError> {
    let gained = Yield { xp: reply.details.xp, items: items("data.details.items", reply.details.items)? };
    finish(reply.cooldown, reply.character, detail(gained))
}

type WornItems = Vec<(game::character::Slot, game::ItemCode)>;

/// A slot that this program does not know is left out: it cannot have asked for it.
fn worn(reply: EquipmentData<Named>, detail: fn(WornItems) -> Detail) -> Result<Outcome, DecodeError> {
    let worn = reply
        .items
        .into_iter()
        .filter_map(|item| Some((convert::slot(&item.slot)?, item.item.code)))
        .map(|(slot, code)| Ok((slot, id("data.items.item.code", code)?)))
        .collect::<Result<_, _>>()?;
    finish(reply.cooldown, reply.character, detail(worn))
}

/// A fight brings all fighters back; the outcome is that of the one who asked for it.
fn fought(name: &CharacterName, reply: FightData) -> Result<Outcome, DecodeError> {
    let FightData { cooldown, fight, characters } = reply;
    let fighter = characters
        .into_iter()
        .find(|fighter| fighter.name == name.as_str())
        .ok_or_else(|| DecodeError::field("data.characters", format!("`{name}` fought but is not in it")))?;
    let shares = fight.characters.into_iter().map(|share| {
        Ok(FightShare {
            character_name: id("data.fight.characters.character_name", share.character_name)?,
            xp: share.xp,
            gold: share.gold,
            drops: items("data.fight.characters.drops", share.drops)?,
            final_hp: share.final_hp,
        })
    });
    let report = FightReport {
        win: fight.result == FightResult::Win,
        turns: fight.turns,
        opponent: fight.opponent,
        logs: fight.logs,
        characters: shares.collect::<Result<_, _>>()?,
    };
    finish(cooldown, fighter, Detail::Fought(report))
}
