//! What the public material leaves open, as settings. Each default is the reference's proposal.

use std::collections::{BTreeMap, BTreeSet};

use game::{
    ItemCode, Refusal, RefusalCode, SimpleItem,
    data::{Layer, Position},
    xp,
};
use serde::{Deserialize, Serialize};

use crate::{Account, SeasonReward};

/// The settings of a world.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Where characters start, and where a lost fight takes them (RULES §2, §7). A world without a tile there uses its
    /// first one.
    pub spawn: Position,
    /// What a new character wears as its weapon, if the data has it (RULES §2).
    pub starting_weapon: Option<ItemCode>,
    /// Whether new accounts are members without paying.
    pub members: bool,
    /// Skins that every account owns (RULES §2).
    pub skins: BTreeSet<String>,
    /// Skins that no account has from the start, with their price in gems; those without one are not for sale (RULES §2).
    pub exclusive_skins: BTreeMap<String, Option<u32>>,
    /// What achievement points bring (RULES §11).
    pub season_rewards: Vec<SeasonReward>,
    /// Achievements that every account has, so that what lies behind them can be reached (RULES §5).
    pub achievements: BTreeSet<String>,
    /// Whether a malformed request is refused (422) before ownership (498) and cooldown (499) are looked at
    /// (RULES §4, §16).
    pub payload_first: bool,
    /// Whether a bank transfer or a gift that names an item twice pays for it once (RULES §4).
    pub count_distinct_items: bool,
    /// Most lines of a bank transfer; `None` accepts any number (RULES §9, §16).
    pub max_bank_entries: Option<usize>,
    /// Whether a walk's path names the tile it starts from (RULES §5, §16). Its cooldown never counts that tile.
    pub path_includes_start: bool,
    /// Whether current hit points grow with the greatest on a new level (RULES §6, §16).
    pub level_up_heals: bool,
    /// What `max_xp` shows at the highest level (RULES §6).
    pub max_xp_at_cap: i64,
    /// Percent of the crafting formula that alchemy pays: 50 as measured, 100 as documented (RULES §6, §16).
    pub alchemy_craft_percent: u32,
    /// Whether each craft of a request is rounded alone, or all of them together (RULES §6).
    pub round_each_craft: bool,
    /// Whether a drop that does not fit is cut down to what fits, or lost whole (RULES §6).
    pub truncate_drops: bool,
    /// The refusal of an item in a slot of another type: 422 is declared, 472 is the older one (RULES §8).
    pub wrong_slot: RefusalCode,
    /// The refusal of a gift to a character on another tile (RULES §9).
    pub giving_apart: RefusalCode,
    /// The refusal of a fight together with a character on another tile: there is no monster on its tile (RULES §7).
    pub fighting_apart: RefusalCode,
    /// Whether the 30 % of enhanced recycling are rounded for the whole request, or for each item (RULES §6).
    pub enhances_batches: bool,
    /// Whether tasks for items are drawn by the level of their skill, or by that of the character (RULES §11, §16).
    pub tasks_by_skill: bool,
    /// Most events at the same time, whether they come by themselves or are called (RULES §12, §16).
    pub max_active_events: usize,
    /// Whether each fight against a raid's boss begins with all of its hit points; else with what all fights before have
    /// left of them (RULES §12, §16).
    pub raid_boss_is_unhurt: bool,
    /// Percent of its worth that placing a sell order costs; seasons 4 to 6 took 3 (RULES §10).
    pub exchange_tax_percent: u32,
    /// Log entries kept per account (RULES §4). Forecasts keep none.
    pub log_entries: usize,
    /// Whether fights are told line by line. Forecasts do without.
    pub fight_logs: bool,
    /// Whether the world keeps what happens until it is asked for with [`World::news`](crate::World::news). Who never
    /// asks leaves it off.
    pub tells_news: bool,
}

impl Default for Rules {
    fn default() -> Self {
        let skins = ["men1", "men2", "men3", "women1", "women2", "women3"];
        Self {
            spawn: Position { layer: Layer::Overworld, x: 0, y: 0 },
            starting_weapon: "wooden_stick".parse().ok(),
            members: false,
            skins: skins.map(str::to_owned).into(),
            exclusive_skins: BTreeMap::new(),
            season_rewards: Vec::new(),
            achievements: BTreeSet::new(),
            payload_first: true,
            count_distinct_items: true,
            max_bank_entries: None,
            path_includes_start: true,
            level_up_heals: true,
            max_xp_at_cap: xp::MAX_XP_AT_CAP,
            alchemy_craft_percent: 50,
            round_each_craft: true,
            truncate_drops: true,
            wrong_slot: RefusalCode::InvalidPayload,
            giving_apart: RefusalCode::CharacterNotFound,
            fighting_apart: RefusalCode::ContentNotFound,
            enhances_batches: true,
            tasks_by_skill: false,
            max_active_events: 5,
            raid_boss_is_unhurt: false,
            exchange_tax_percent: 0,
            log_entries: 5000,
            fight_logs: true,
            tells_news: false,
        }
    }
}

impl Rules {
    /// Whether an account may use a skin.
    pub(crate) fn check_skin(&self, account: &Account, skin: &str) -> Result<(), Refusal> {
        if self.skins.contains(skin) || account.skins.contains(skin) {
            return Ok(());
        }
        if self.exclusive_skins.contains_key(skin) {
            let text = format!("You do not own the skin {skin}.");
            return Err(Refusal::new(RefusalCode::SkinNotOwned, text));
        }
        Err(Refusal::new(RefusalCode::NotFound, format!("There is no skin {skin}.")))
    }

    /// How many lines of a transfer its cooldown counts.
    pub(crate) fn counted(&self, items: &[SimpleItem]) -> usize {
        if self.count_distinct_items {
            items.iter().map(|item| &item.code).collect::<BTreeSet<_>>().len()
        } else {
            items.len()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_are_not_named_have_their_defaults() {
        let rules: Rules = serde_json::from_str(r#"{"wrong_slot": 472}"#).unwrap();
        assert_eq!(rules, Rules { wrong_slot: RefusalCode::EquipmentInvalid, ..Rules::default() });
    }
}
