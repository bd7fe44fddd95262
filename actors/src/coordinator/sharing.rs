//! Sharing a bank out among an account's characters and goals, and telling each character what it may count on.

use std::sync::Arc;

use game::{AccountName, CharacterName, ItemCode};
use planner::{Demands, Items, bank_for, reserve};
use supervisor::Handle;
use uuid::Uuid;

use super::CoordinatorState;
use crate::{
    account::{character_id, character_of, characters_id},
    board::{Board, Stock},
    character::CharacterMsg,
};

/// What the plan for an account's goals asks of its bank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What characters take out in all for the parts that they do now, and for which goals.
    pub(super) takes: Vec<(CharacterName, Uuid, Items)>,
    /// What goals count on, of what there is in the bank and in bags.
    pub(super) holds: Vec<(Uuid, Items)>,
}

impl CoordinatorState {
    /// Tells characters of an account what they may count on in its bank, as far as that is news to them.
    pub(super) fn tell(&mut self, account: &AccountName) {
        let (board, directory) = (&self.goals.ports.board, &self.goals.directory);
        let Some(model) = self.banks.get_mut(account) else { return };
        let Some(bank) = &model.bank else { return };
        let children = directory.supervisor(characters_id(account)).which_children();
        let names: Vec<_> = children.iter().filter_map(|child| character_of(&child.id)).collect();
        let reserved = reserve(bank, &demands(board, &names, &self.goals.asked(account)));
        board.post_bank(account, Stock { bank: bank.clone(), reserved: reserved.clone().into() });
        for name in names {
            let own = bank_for(bank, &reserved, &name);
            if model.told.get(&name).is_some_and(|told| **told == own) {
                continue;
            }
            let own = Arc::new(own);
            let character: Handle<CharacterMsg> = directory.handle(character_id(account, &name));
            // One that is away asks when it is back.
            let _ = character.send(CharacterMsg::Bank(own.clone()));
            model.told.insert(name, own);
        }
    }
}

/// What these characters, and the goals of their account, ask of its bank.
fn demands(board: &Board, names: &[CharacterName], asked: &Asked) -> Demands<Uuid> {
    let mut claims = Vec::new();
    for name in names {
        let own = board.scene(name).map(|scene| scene.claims).unwrap_or_default();
        claims.extend(own.into_iter().map(|(code, claim)| (claim.since, name.clone(), code, claim.quantity)));
    }
    claims.sort();
    let takes = asked.takes.iter().filter_map(|(name, goal, items)| {
        let bag = board.scene(name)?.character.inventory;
        let left =
            |(code, quantity): (&ItemCode, &u32)| (code.clone(), quantity.saturating_sub(bag.count(code)));
        Some((name.clone(), *goal, items.iter().map(left).collect()))
    });
    Demands {
        claims: claims.into_iter().map(|(_, name, code, quantity)| (name, code, quantity)).collect(),
        takes: takes.collect(),
        holds: asked.holds.clone(),
    }
}
