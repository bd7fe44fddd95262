//! Accounts and their characters: who comes and who goes (RULES §2).

use game::{
    AccountName, Character, CharacterName, GameData, Refusal, RefusalCode,
    character::{Equipped, Slot},
    data::GameMap,
    equipment::Bonus,
};
use jiff::Timestamp;

use crate::{Account, LogEntry, Rules, World, time};

/// Most characters of an account.
const MAX_CHARACTERS: usize = 5;

/// What is wrong with other names, for people.
pub(crate) const NAME_LENGTH: &str = "A name has 3 to 12 letters, digits, `_` or `-`.";

/// The refusal of an account name that is taken; it has no use outside of account creation.
const ACCOUNT_NAME_TAKEN: RefusalCode = RefusalCode::Other(456);

impl World {
    /// Opens an account with an empty bank.
    ///
    /// # Errors
    /// 456 when the name is taken.
    pub fn create_account(&mut self, name: AccountName, now: Timestamp) -> Result<(), Refusal> {
        if self.state.accounts.contains_key(&name) {
            let text = format!("There is an account {name} already.");
            return Err(Refusal::new(ACCOUNT_NAME_TAKEN, text));
        }
        self.state.accounts.insert(name, Account::new(time::whole_millis(now), self.rules.members));
        Ok(())
    }

    /// Creates a character where characters start.
    ///
    /// # Errors
    /// 422 a name that is not 3 to 12 letters long, 404 no such account or skin, 494 name taken, 495 too many
    /// characters, 550 somebody else's skin.
    pub fn create_character(
        &mut self,
        account: &AccountName,
        name: CharacterName,
        skin: &str,
        now: Timestamp,
    ) -> Result<Character, Refusal> {
        let now = time::whole_millis(now);
        self.check_new_character(account, &name, skin)?;
        let refuse = |text: String| Refusal::new(RefusalCode::NotFound, text);
        let tile = spawn(&self.data, &self.rules)
            .ok_or_else(|| refuse("The world has no tile to start on.".to_owned()))?;
        let mut character = Character::new(name.clone(), account.clone(), skin.to_owned(), tile, now);
        if let Some(weapon) = self.rules.starting_weapon.as_ref().and_then(|code| self.data.items.get(code)) {
            Bonus::of(weapon).put_on(&mut character);
            let equipped = Equipped { code: weapon.code.clone(), quantity: 1 };
            character.equipment.insert(Slot::Weapon, equipped);
        }

        let holder = self.state.accounts.get_mut(account);
        let holder = holder.ok_or_else(|| refuse(format!("There is no account {account}.")))?;
        holder.characters.push(name.clone());
        let entry = LogEntry::event(&character, "spawn", format!("{name} enters the world."), now);
        holder.remember(entry.clone(), self.rules.log_entries);
        self.tell_entry(entry, &character);
        self.state.characters.insert(name, character.clone());
        Ok(character)
    }

    /// Removes a character and all it carries and wears; the bank stays.
    ///
    /// # Errors
    /// 498 when the account has no such character.
    pub fn delete_character(
        &mut self,
        account: &AccountName,
        name: &CharacterName,
        now: Timestamp,
    ) -> Result<Character, Refusal> {
        let missing =
            || Refusal::new(RefusalCode::CharacterNotFound, format!("You have no character {name}."));
        let holder = self.state.accounts.get_mut(account).ok_or_else(missing)?;
        let index = holder.characters.iter().position(|own| own == name).ok_or_else(missing)?;
        let character = self.state.characters.remove(name).ok_or_else(missing)?;
        holder.characters.remove(index);
        holder.statistics.remove(name);
        let text = format!("{name} leaves the world.");
        let entry = LogEntry::event(&character, "delete_character", text, time::whole_millis(now));
        holder.remember(entry.clone(), self.rules.log_entries);
        self.tell_entry(entry, &character);
        Ok(character)
    }

    fn check_new_character(
        &self,
        account: &AccountName,
        name: &CharacterName,
        skin: &str,
    ) -> Result<(), Refusal> {
        let refuse = |code, text: String| Err(Refusal::new(code, text));
        if !is_long_enough(name) {
            return refuse(RefusalCode::InvalidPayload, NAME_LENGTH.to_owned());
        }
        let Some(holder) = self.account(account) else {
            return refuse(RefusalCode::NotFound, format!("There is no account {account}."));
        };
        if self.state.characters.contains_key(name) {
            return refuse(RefusalCode::NameTaken, format!("There is a character {name} already."));
        }
        if holder.characters.len() >= MAX_CHARACTERS {
            let text = format!("{account} has {MAX_CHARACTERS} characters already.");
            return refuse(RefusalCode::TooManyCharacters, text);
        }
        self.rules.check_skin(holder, skin)
    }
}

/// Whether a name has a length that the game allows.
pub(crate) fn is_long_enough(name: &CharacterName) -> bool {
    (3..=12).contains(&name.as_str().len())
}

/// The tile where characters start, and where a lost fight takes them.
pub(crate) fn spawn<'a>(data: &'a GameData, rules: &Rules) -> Option<&'a GameMap> {
    data.maps.at(rules.spawn).or_else(|| data.maps.iter().next())
}
