//! Putting somebody into a world as they stand in another one: where a forecast begins.

use game::{Bank, Character, exchange::Order};
use jiff::Timestamp;

use crate::{Account, World, time};

impl World {
    /// Puts a character with its account and that account's bank into the world. Whoever had these names gives way.
    pub fn place(&mut self, mut character: Character, bank: Bank, now: Timestamp) {
        character.cooldown_expiration = time::whole_millis(character.cooldown_expiration);
        let mut account = Account::new(time::whole_millis(now), self.rules.members);
        account.bank = bank;
        account.characters.push(character.name.clone());
        self.state.accounts.insert(character.account.clone(), account);
        self.state.characters.insert(character.name.clone(), character);
    }

    /// Opens orders on the Grand Exchange as they stand in another world; nothing is taken from anybody for them.
    pub fn place_orders(&mut self, orders: impl IntoIterator<Item = Order>) {
        orders.into_iter().for_each(|order| self.state.exchange.open(order));
    }
}
