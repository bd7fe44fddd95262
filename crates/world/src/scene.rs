//! What an action works on: a copy of the character, its account, and the world around it.
//!
//! The copy replaces the character only when the action succeeds, so an action may change it before its last check. The
//! same goes for what an action adds to `others`.
//! The account, the exchange, the ids and the dice are the real ones: they are touched only after every check.

use std::collections::BTreeMap;

use game::{
    AccountName, Character, CharacterName, GameData, ItemCode, Refusal, RefusalCode, SimpleItem, Skill,
    conditions,
    data::{Condition, ContentType, GameMap, Item},
    xp,
};
use jiff::Timestamp;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::{Account, Exchange, Rules, exchange::Mail, ids::Ids};

pub(crate) struct Scene<'a> {
    pub(crate) data: &'a GameData,
    pub(crate) rules: &'a Rules,
    pub(crate) rng: &'a mut Xoshiro256PlusPlus,
    pub(crate) now: Timestamp,
    pub(crate) account: &'a mut Account,
    /// Everybody, as they were before the action.
    pub(crate) characters: &'a BTreeMap<CharacterName, Character>,
    pub(crate) character: Character,
    /// Other characters as they are after the action.
    pub(crate) others: Vec<Character>,
    /// The orders of all accounts.
    pub(crate) exchange: &'a mut Exchange,
    pub(crate) ids: &'a mut Ids,
    /// What the action brings to other accounts.
    pub(crate) mail: Vec<(AccountName, Mail)>,
}

impl<'a> Scene<'a> {
    /// The code of the content of this kind on the character's tile.
    pub(crate) fn content(&self, kind: &ContentType) -> Option<&'a str> {
        let tile = self.data.maps.get(self.character.map_id)?;
        tile.interactions
            .content
            .as_ref()
            .filter(|content| content.kind == *kind)
            .map(|content| &*content.code)
    }

    /// The item with this code, or a 404.
    pub(crate) fn item(&self, code: &ItemCode) -> Result<&'a Item, Refusal> {
        let missing = || Refusal::new(RefusalCode::NotFound, format!("There is no item {code}."));
        self.data.items.get(code).ok_or_else(missing)
    }

    /// Whether conditions hold for the character.
    pub(crate) fn holds(&self, conditions: &[Condition]) -> bool {
        conditions::hold_with(conditions, &self.character, |code| self.account.achieved(code, self.rules))
    }

    /// Puts the character on a tile.
    pub(crate) fn stand_on(&mut self, tile: &GameMap) {
        self.character.position = tile.position();
        self.character.map_id = tile.map_id;
    }

    /// Takes items out of the inventory, or a 478.
    pub(crate) fn take(&mut self, code: &ItemCode, quantity: u32) -> Result<(), Refusal> {
        self.character.inventory.remove(code, quantity).map_err(|_| {
            let name = &self.character.name;
            Refusal::new(RefusalCode::MissingItem, format!("{name} does not carry {quantity} × {code}."))
        })
    }

    /// Puts items into the inventory, or a 497.
    pub(crate) fn put(&mut self, code: &ItemCode, quantity: u32) -> Result<(), Refusal> {
        self.character.inventory.add(code, quantity).map_err(|_| {
            let text =
                format!("The inventory of {} has no room for {quantity} × {code}.", self.character.name);
            Refusal::new(RefusalCode::InventoryFull, text)
        })
    }

    /// Takes gold out of the purse, or a 492.
    pub(crate) fn pay(&mut self, gold: i64) -> Result<(), Refusal> {
        let Character { name, gold: held, .. } = &mut self.character;
        if *held < gold {
            let text = format!("{name} has only {held} of {gold} gold.");
            return Err(Refusal::new(RefusalCode::NotEnoughGold, text));
        }
        *held -= gold;
        Ok(())
    }

    /// Puts what dropped into the inventory as far as it fits; says what did.
    pub(crate) fn collect(&mut self, dropped: Vec<SimpleItem>) -> Vec<SimpleItem> {
        let mut kept = Vec::new();
        for SimpleItem { code, quantity } in dropped {
            let fitting = quantity.min(self.character.inventory.room_for(&code));
            let quantity = if self.rules.truncate_drops || fitting == quantity { fitting } else { 0 };
            if quantity > 0 && self.character.inventory.add(&code, quantity).is_ok() {
                kept.push(SimpleItem::new(code, quantity));
            }
        }
        kept
    }

    /// Adds combat xp.
    pub(crate) fn gain_combat(&mut self, xp: i64) {
        xp::gain_combat(&mut self.character, xp, self.rules.level_up_heals);
        if self.character.combat.level == xp::MAX_LEVEL {
            self.character.combat.max_xp = self.rules.max_xp_at_cap;
        }
    }

    /// Adds xp of a skill.
    pub(crate) fn gain_skill(&mut self, skill: Skill, xp: i64) {
        let progress = self.character.skills.entry(skill).or_insert_with(|| xp::at_level(1));
        xp::gain(progress, xp);
        if progress.level == xp::MAX_LEVEL {
            progress.max_xp = self.rules.max_xp_at_cap;
        }
    }
}
