//! Somebody who plays without a plan, for tests that hold whatever is played. The choices are all in the seed.

mod action;

use game::{AccountName, CharacterName};
use jiff::{SignedDuration, Timestamp};
use rand::{RngExt, SeedableRng, seq::IteratorRandom};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;
use crate::World;

/// How many kinds of action a player without a plan carries out sooner or later: all there are.
pub(super) const KINDS: usize = 34;

/// A player without a plan, who plays all accounts.
pub(super) struct Player {
    dice: Xoshiro256PlusPlus,
    now: Timestamp,
    /// How many of its actions were carried out, by log type.
    pub(super) done: std::collections::BTreeMap<&'static str, u32>,
}

impl Player {
    pub(super) fn new(seed: u64) -> Self {
        Self { dice: Xoshiro256PlusPlus::seed_from_u64(seed), now: OPENING, done: Default::default() }
    }

    /// Has any character do something, sensible or not, when it may act.
    pub(super) fn play(&mut self, world: &mut World) {
        let everybody = world.accounts().flat_map(|(_, account)| &account.characters);
        let name = everybody.choose(&mut self.dice).expect("a company").clone();
        let character = world.character(&name).expect("a character of an account").clone();
        // Now and then all of them are waited for, so that they can do something together.
        let patient = self.dice.random_ratio(1, 10);
        let others = world.state.characters.values().filter(|_| patient);
        let free_at =
            others.map(|other| other.cooldown_expiration).fold(character.cooldown_expiration, Timestamp::max);
        self.now = self.now.max(free_at);
        let action = action::choose(&mut self.dice, &character, world);
        // Now and then a call comes too early.
        let early = SignedDuration::from_secs(self.dice.random_ratio(1, 20).into());
        if world.act(&character.account, &name, &action, self.now - early).is_ok() {
            *self.done.entry(action.log_type()).or_default() += 1;
        }
    }
}

/// Two companies of members. Everybody has inherited some gold, and in the small season things to take apart and coins.
pub(super) fn troupe(world: &mut World) {
    for (account, names) in
        [("company", &["Ana", "Bob", "Cleo", "Dora", "Emil"][..]), ("rivals", &["Rob", "Sue"])]
    {
        let account: AccountName = account.parse().unwrap();
        world.create_account(account.clone(), OPENING).unwrap();
        world.state.accounts.get_mut(&account).unwrap().member = true;
        for name in names {
            let name: CharacterName = name.parse().unwrap();
            world.create_character(&account, name.clone(), "men1", OPENING).unwrap();
            let heir = world.state.characters.get_mut(&name).unwrap();
            heir.gold = 5000;
            for (item, quantity) in [("dagger", 5), ("tasks_coin", 20)] {
                if world.data.items.contains_key(&code(item)) {
                    heir.inventory.add(&code(item), quantity).unwrap();
                }
            }
        }
    }
}
