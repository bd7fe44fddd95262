//! What an action works on: a copy of the character, its account, and the world around it.
//!
//! The copy replaces the character only when the action succeeds, so an action may change it before its last check. The
//! same goes for what an action adds to `others`.
//! The account, the exchange, the raids, the news, the ids and the dice are the real ones: they are touched only after every check.

use std::collections::BTreeMap;

use game::{
    AccountName, Character, CharacterName, GameData, ItemCode, Refusal, RefusalCode, conditions,
    data::{Condition, ContentType, Item},
};
use jiff::Timestamp;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::{Account, Exchange, News, Rules, events::Events, exchange::Mail, ids::Ids, raids::Raids};

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
    /// What has come to which tiles.
    pub(crate) events: &'a Events,
    /// What has become of raids.
    pub(crate) raids: &'a mut Raids,
    /// The orders of all accounts.
    pub(crate) exchange: &'a mut Exchange,
    pub(crate) ids: &'a mut Ids,
    /// Whether fights are told line by line.
    pub(crate) fight_logs: bool,
    /// What the action brings to other accounts.
    pub(crate) mail: Vec<(AccountName, Mail)>,
    /// What the action brings that everybody may hear of.
    pub(crate) news: Vec<News>,
}

impl<'a> Scene<'a> {
    /// The code of the content of this kind on the character's tile.
    pub(crate) fn content(&self, kind: &ContentType) -> Option<&'a str> {
        let here = self.character.map_id;
        let brought = self.events.on(here, self.data).and_then(|event| event.content.as_ref());
        let content = brought.or_else(|| self.data.maps.get(here)?.interactions.content.as_ref());
        content.filter(|content| content.kind == *kind).map(|content| &*content.code)
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
}
