//! A stage to test the world on: the small season of [`season`], and Ana of the company, who does as she is told.

mod season;

use std::sync::Arc;

use game::{AccountName, Action, Character, CharacterName, ItemCode, MapId, Outcome, Refusal};
use jiff::{SignedDuration, Timestamp};

use crate::{Account, Rules, World};

pub(crate) use season::season;

/// A code, which must be a valid one.
pub(crate) fn code(text: &str) -> ItemCode {
    text.parse().expect("a test's codes are valid")
}

pub(crate) fn company() -> AccountName {
    "company".parse().expect("a valid name")
}

pub(crate) fn ana() -> CharacterName {
    "Ana".parse().expect("a valid name")
}

pub(crate) fn bob() -> CharacterName {
    "Bob".parse().expect("a valid name")
}

/// When every stage opens.
pub(crate) const OPENING: Timestamp = Timestamp::UNIX_EPOCH;

/// A world with Ana in it, and a clock that waits for her.
pub(crate) struct Stage {
    pub(crate) world: World,
    pub(crate) now: Timestamp,
}

impl Stage {
    /// Ana has just been created.
    pub(crate) fn new() -> Self {
        Self::with(Rules::default())
    }

    pub(crate) fn with(rules: Rules) -> Self {
        let mut world = World::new(Arc::new(season()), rules, 1);
        world.create_account(company(), OPENING).expect("a new account");
        world.create_character(&company(), ana(), "women1", OPENING).expect("a new character");
        Self { world, now: OPENING }
    }

    /// Puts her on a tile.
    pub(crate) fn at(self, map_id: u32) -> Self {
        let tile = self.world.data.maps.get(MapId(map_id)).expect("a tile of the season").clone();
        self.sheet(|ana| (ana.map_id, ana.position) = (tile.map_id, tile.position()))
    }

    /// Gives her items.
    pub(crate) fn carrying(self, item: &str, quantity: u32) -> Self {
        self.sheet(|ana| ana.inventory.add(&code(item), quantity).expect("room for a test's items"))
    }

    /// Puts items into the bank.
    pub(crate) fn banked(mut self, item: &str, quantity: u32) -> Self {
        let account = self.world.state.accounts.get_mut(&company()).expect("the company");
        account.bank.items.insert(code(item), quantity);
        self
    }

    /// Changes what the company has.
    pub(crate) fn account(mut self, change: impl FnOnce(&mut Account)) -> Self {
        change(self.world.state.accounts.get_mut(&company()).expect("the company"));
        self
    }

    /// What the company has.
    pub(crate) fn company(&self) -> &Account {
        self.world.account(&company()).expect("the company")
    }

    /// Changes her sheet.
    pub(crate) fn sheet(mut self, change: impl FnOnce(&mut Character)) -> Self {
        change(self.world.state.characters.get_mut(&ana()).expect("Ana"));
        self
    }

    /// Bob, another of the company, comes to a tile.
    pub(crate) fn with_bob_at(mut self, map_id: u32) -> Self {
        let tile = self.world.data.maps.get(MapId(map_id)).expect("a tile of the season").clone();
        self.world.create_character(&company(), bob(), "men1", OPENING).expect("a new character");
        let character = self.world.state.characters.get_mut(&bob()).expect("Bob");
        (character.map_id, character.position) = (tile.map_id, tile.position());
        self
    }

    /// Changes Bob's sheet.
    pub(crate) fn bobs_sheet(mut self, change: impl FnOnce(&mut Character)) -> Self {
        change(self.world.state.characters.get_mut(&bob()).expect("Bob"));
        self
    }

    /// How she is now.
    pub(crate) fn ana(&self) -> &Character {
        self.world.character(&ana()).expect("Ana")
    }

    /// Waits for her cooldown and has her do it.
    pub(crate) fn act(&mut self, action: Action) -> Result<Outcome, Refusal> {
        self.now = self.now.max(self.ana().cooldown_expiration);
        self.world.act(&company(), &ana(), &action, self.now)
    }

    /// Has her do what must succeed.
    #[track_caller]
    pub(crate) fn done(&mut self, action: Action) -> Outcome {
        self.act(action.clone()).unwrap_or_else(|refusal| panic!("`{action}` was refused: {refusal}"))
    }

    /// The number of the refusal of what must be refused, and must change nothing.
    #[track_caller]
    pub(crate) fn refused(mut self, action: Action) -> u16 {
        self.now = self.now.max(self.ana().cooldown_expiration);
        // The clock runs whatever is refused.
        self.world.news(self.now);
        let before = self.world.state.clone();
        let refusal = self.act(action.clone()).expect_err("it was carried out");
        assert_eq!(self.world.state, before, "the refused `{action}` changed something");
        refusal.code.number()
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, seconds: i64) {
        self.now += SignedDuration::from_secs(seconds);
    }
}
