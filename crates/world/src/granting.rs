//! What only a sandbox offers (RULES §13): gifts out of nothing, a cooldown cut short, a place to appear at, a new
//! beginning. Whoever calls must own the character; membership is never asked for.

use game::{
    AccountName, Character, CharacterName, Cooldown, MapId, Refusal, RefusalCode, SimpleItem, Skill, cooldown,
};
use jiff::Timestamp;

use crate::{LogEntry, World, gains, time};

/// A gift out of nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grant {
    /// Gold.
    Gold(i64),
    /// Items.
    Item(SimpleItem),
    /// Xp of a skill, or of combat.
    Xp(Option<Skill>, i64),
}

impl Grant {
    /// The action as the API spells it.
    fn reason(&self) -> &'static str {
        match self {
            Self::Gold(_) => "sandbox_give_gold",
            Self::Item(_) => "sandbox_give_item",
            Self::Xp(..) => "sandbox_give_xp",
        }
    }
}

impl World {
    /// Gives something to a character, which has a cooldown afterwards.
    ///
    /// # Errors
    /// 404 no such item, 497 no room for it, 498 not one's own character, 499 in cooldown.
    pub fn grant(
        &mut self,
        account: &AccountName,
        name: &CharacterName,
        grant: &Grant,
        now: Timestamp,
    ) -> Result<(Cooldown, Character), Refusal> {
        let now = time::whole_millis(now);
        let mut character = self.own(account, name)?.clone();
        if now < character.cooldown_expiration {
            return Err(Refusal::cooldown(time::seconds_until(now, character.cooldown_expiration)));
        }
        match grant {
            Grant::Gold(gold) => character.gold = character.gold.saturating_add(*gold),
            Grant::Item(SimpleItem { code, quantity }) => {
                if !self.data.items.contains_key(code) {
                    return Err(Refusal::new(RefusalCode::NotFound, format!("There is no item {code}.")));
                }
                character.inventory.add(code, *quantity).map_err(|_| {
                    let text = format!("The inventory of {name} has no room for {quantity} × {code}.");
                    Refusal::new(RefusalCode::InventoryFull, text)
                })?;
            }
            Grant::Xp(None, amount) => gains::combat_xp(&mut character, *amount, &self.rules),
            Grant::Xp(Some(skill), amount) => gains::skill_xp(&mut character, *skill, *amount, &self.rules),
        }
        let seconds = cooldown::OTHER;
        let expiration = time::later(now, seconds);
        character.cooldown = seconds;
        character.cooldown_expiration = expiration;
        let reason = grant.reason();
        let mut entry =
            LogEntry::event(&character, reason, format!("{name} received a gift of the server."), now);
        (entry.cooldown, entry.cooldown_expiration) = (seconds, Some(expiration));
        self.keep(&character, entry);
        let reason = reason.to_owned();
        Ok((
            Cooldown {
                total_seconds: seconds,
                remaining_seconds: seconds,
                started_at: now,
                expiration,
                reason,
            },
            character,
        ))
    }

    /// Ends a character's cooldown.
    ///
    /// # Errors
    /// 498 when it is not one's own character.
    pub fn clear_cooldown(
        &mut self,
        account: &AccountName,
        name: &CharacterName,
        now: Timestamp,
    ) -> Result<Character, Refusal> {
        let now = time::whole_millis(now);
        let mut character = self.own(account, name)?.clone();
        character.cooldown = 0;
        character.cooldown_expiration = character.cooldown_expiration.min(now);
        let text = format!("The cooldown of {name} was cleared.");
        let entry = LogEntry::event(&character, "sandbox_clear_cooldown", text, now);
        self.keep(&character, entry);
        Ok(character)
    }

    /// Puts a character on any tile, whatever lies between and whatever the tile asks for.
    ///
    /// # Errors
    /// 404 no such tile, 498 not one's own character.
    pub fn teleport(
        &mut self,
        account: &AccountName,
        name: &CharacterName,
        map_id: MapId,
        now: Timestamp,
    ) -> Result<Character, Refusal> {
        let mut character = self.own(account, name)?.clone();
        let missing = || Refusal::new(RefusalCode::NotFound, format!("There is no map {map_id}."));
        let tile = self.data.maps.get(map_id).ok_or_else(missing)?;
        character.stand_on(tile);
        let text = format!("{name} was teleported to {} {}.", tile.name, tile.position());
        let entry = LogEntry::event(&character, "sandbox_teleport", text, time::whole_millis(now));
        self.keep(&character, entry);
        Ok(character)
    }

    /// Lets an account begin anew: without characters, bank, orders, pending items, achievements and log.
    ///
    /// # Errors
    /// 404 when there is no such account.
    pub fn reset_account(&mut self, account: &AccountName) -> Result<(), Refusal> {
        self.holder(account)?.reset();
        self.state.characters.retain(|_, character| character.account != *account);
        self.state.exchange.close_all(account);
        Ok(())
    }

    /// Settings of an account for whoever runs the world: a member without paying, gems and member tokens to spend. What
    /// is `None` stays as it is.
    ///
    /// # Errors
    /// 404 when there is no such account.
    pub fn set_account(
        &mut self,
        account: &AccountName,
        member: Option<bool>,
        gems: Option<u32>,
        member_tokens: Option<u32>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let holder = self.holder(account)?;
        holder.member = member.unwrap_or(holder.member);
        holder.member_tokens = member_tokens.unwrap_or(holder.member_tokens);
        if let Some(gems) = gems {
            let change = i64::from(gems) - holder.gems;
            holder.credit_gems(change, "admin", "A gift of the server.", None, time::whole_millis(now));
        }
        Ok(())
    }

    fn own(&self, account: &AccountName, name: &CharacterName) -> Result<&Character, Refusal> {
        let missing =
            || Refusal::new(RefusalCode::CharacterNotFound, format!("You have no character {name}."));
        self.character(name).filter(|own| own.account == *account).ok_or_else(missing)
    }

    /// Writes a character and what happened to it.
    fn keep(&mut self, character: &Character, entry: LogEntry) {
        if let Some(holder) = self.state.accounts.get_mut(&character.account) {
            holder.remember(entry.clone(), self.rules.log_entries);
        }
        self.tell_entry(entry, character);
        self.state.characters.insert(character.name.clone(), character.clone());
    }
}
