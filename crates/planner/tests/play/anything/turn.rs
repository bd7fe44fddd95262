//! What may happen at a turn: somebody meddles, and the game answers, refuses, or is not heard.

use std::sync::Arc;

use game::{Bank, GameData, MapId, Refusal, RefusalCode};
use jiff::SignedDuration;
use proptest::{prelude::*, sample::select};

use super::setting::{slots_for, tiles};
use crate::stage::{Reply, Stage};

/// Every code with which an action can be refused (RULES §14), and one that nobody knows.
pub(crate) const CODES: [u16; 43] = [
    404, 422, 429, 433, 434, 435, 436, 437, 438, 441, 442, 451, 452, 460, 461, 462, 472, 473, 474, 475, 476,
    478, 483, 484, 485, 486, 487, 488, 489, 490, 491, 492, 493, 496, 497, 498, 499, 567, 595, 596, 597, 598,
    999,
];

/// One decision, what happens before it, and the reply to it.
#[derive(Debug, Clone)]
pub(crate) struct Turn {
    before: Option<Meddling>,
    reply: Reply,
}

/// What others do behind the mind's back.
#[derive(Debug, Clone)]
enum Meddling {
    /// A friend takes everything out of the bank.
    EmptyBank,
    /// A friend fills the last slot of the bank.
    FullBank,
    /// Somebody plays by hand for a moment, and leaves the character here.
    CarriedOff(MapId),
    /// Somebody eats or sells what the character carries.
    EmptyBag,
    /// A fight by hand leaves one hit point.
    Wounded,
    /// The program stands still for an hour.
    Pause,
    /// The player says "try again".
    Retry,
}

impl Turn {
    /// Whether the player says "try again": what was refused before counts no more.
    pub(crate) fn is_retry(&self) -> bool {
        matches!(self.before, Some(Meddling::Retry))
    }

    pub(crate) fn play(&self, stage: &mut Stage) {
        if let Some(meddling) = &self.before {
            meddling.happen(stage);
        }
        stage.turn_with(self.reply.clone());
    }
}

impl Meddling {
    fn happen(&self, stage: &mut Stage) {
        let (mut character, mut bank) = (stage.character().clone(), stage.bank().clone());
        match self {
            Self::EmptyBank => (bank.items, bank.gold) = Default::default(),
            Self::FullBank => bank = Bank { slots: slots_for(&bank.items), ..bank },
            Self::CarriedOff(map_id) => {
                let data = Arc::clone(stage.world.data());
                character.stand_on(data.maps.get(*map_id).expect("a tile of the season"));
            }
            Self::EmptyBag => character.inventory.slots.fill(None),
            Self::Wounded => character.hp = 1,
            Self::Pause => stage.now += SignedDuration::from_hours(1),
            Self::Retry => stage.mind.retry(),
        }
        stage.place(character, bank);
    }
}

/// So many turns, most of which go well.
pub(crate) fn any_turns(data: &GameData, most: usize) -> impl Strategy<Value = Vec<Turn>> + use<> {
    let turn = (prop::option::weighted(0.05, any_meddling(data)), any_reply());
    prop::collection::vec(turn.prop_map(|(before, reply)| Turn { before, reply }), most)
}

fn any_reply() -> impl Strategy<Value = Reply> {
    let refused = select(&CODES[..]).prop_map(|code| Refusal::new(RefusalCode::from(code), "No."));
    prop_oneof![
        12 => Just(Reply::Own),
        4 => refused.prop_map(Reply::Refused),
        1 => Just(Reply::LostAfter),
        1 => Just(Reply::LostBefore),
    ]
}

fn any_meddling(data: &GameData) -> impl Strategy<Value = Meddling> + use<> {
    prop_oneof![
        Just(Meddling::EmptyBank),
        Just(Meddling::FullBank),
        select(tiles(data)).prop_map(Meddling::CarriedOff),
        Just(Meddling::EmptyBag),
        Just(Meddling::Wounded),
        Just(Meddling::Pause),
        Just(Meddling::Retry),
    ]
}
