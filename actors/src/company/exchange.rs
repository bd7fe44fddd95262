//! What an account has on the Grand Exchange.

use game::CharacterName;
use planner::{Own, Reading};
use supervisor::Handle;

use super::{AskError, Company, WISH};
use crate::{account::character_id, character::CharacterMsg};

impl Company {
    /// What a character's account has on the exchange and what waits for it, and when that was read: a few minutes ago at
    /// most, and not before one of its characters has changed it.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn own_exchange(&self, name: &CharacterName) -> Result<Reading<Own>, AskError> {
        let account = self.account_of(name)?;
        let actor: Handle<CharacterMsg> = self.directory.handle(character_id(&account, name));
        let told = actor.call(CharacterMsg::Exchange, WISH).await;
        told.ok().flatten().ok_or(AskError::ExchangeUnread(account))
    }
}
