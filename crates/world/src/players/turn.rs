//! One turn of a player: it looks, decides, and acts through the same door as everybody.

use std::sync::Arc;

use game::{AccountName, Action, CharacterName, Outcome, data::ContentType};
use jiff::{SignedDuration, Timestamp};
use rand::{Rng, RngExt};

use super::{
    Guide, Player,
    market::Market,
    stall,
    trade::{self, Errand},
    view::View,
    work,
};
use crate::World;

/// Gold in the bank that is worth the way.
const WORTH_THE_WAY: i64 = 100;
/// Visits to the exchange without anything to do, after which a player looks for another living.
const PATIENCE: u32 = 5;

/// What a player does.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    /// An action.
    Act(Action),
    /// Nothing for so long.
    Wait(SignedDuration),
}

impl World {
    /// Lets a player take its turn; says what came of it, when it acted and the game let it.
    pub(crate) fn take_turn(&mut self, account: &AccountName, at: Timestamp) -> Option<Outcome> {
        let mut dice = self.state.players.dice();
        let mut player = self.state.players.present.get(account)?.clone();
        let Some(step) = self.decide(account, &mut player, at, &mut dice) else {
            // Whose character is gone plays no more.
            self.state.players.present.remove(account);
            return None;
        };
        let reaction = SignedDuration::from_millis(dice.random_range(300..4_000));
        let (outcome, next_at) = match step {
            Step::Wait(span) => (None, at + span),
            Step::Act(action) => {
                // Whoever plays without them has the same luck.
                std::mem::swap(&mut self.state.rng, &mut dice);
                let done = self.carry_out(account, &player.character, &action, at);
                std::mem::swap(&mut self.state.rng, &mut dice);
                match done {
                    Ok(outcome) => {
                        let next_at = outcome.cooldown.expiration + reaction;
                        (Some(outcome), next_at)
                    }
                    Err(_) => {
                        self.think_again(account, &mut player, at, &mut dice);
                        (None, at + minutes(&mut dice, 1..=3))
                    }
                }
            }
        };
        player.next_at = next_at;
        self.state.players.present.insert(account.clone(), player);
        outcome
    }

    /// What a player sees.
    pub(super) fn view(
        &self,
        account: &AccountName,
        character: &CharacterName,
        now: Timestamp,
    ) -> Option<View<'_>> {
        let who = self.state.characters.get(character)?;
        Some(View {
            data: &self.data,
            guide: self.guide(),
            market: Market::new(&self.state.exchange, &who.account, now),
            account: self.state.accounts.get(account)?,
            who,
            now,
        })
    }

    /// What players know of the season.
    pub(super) fn guide(&self) -> &Guide {
        self.guide.get_or_init(|| Arc::new(Guide::new(&self.data, &self.rules)))
    }

    fn decide(
        &self,
        account: &AccountName,
        player: &mut Player,
        now: Timestamp,
        dice: &mut impl Rng,
    ) -> Option<Step> {
        let view = self.view(account, &player.character, now)?;
        let pending = view.account.pending.values().find(|pending| view.who.inventory.fits(&pending.items));
        if let Some(pending) = pending {
            return Some(Step::Act(Action::ClaimItem { id: pending.id.clone() }));
        }
        Some(match player.errand {
            Errand::Work => view.work(player, dice),
            Errand::Exchange => view.trade(player, dice),
            Errand::Bank => view.bank(player, dice),
        })
    }

    /// What the game refused was a bad idea: the player looks for another living.
    fn think_again(&self, account: &AccountName, player: &mut Player, now: Timestamp, dice: &mut impl Rng) {
        if let Some(view) = self.view(account, &player.character, now) {
            view.begin_anew(player, dice);
        }
    }
}

impl View<'_> {
    fn work(&self, player: &mut Player, dice: &mut impl Rng) -> Step {
        work::step(self, &player.trade).unwrap_or_else(|| {
            player.errand = Errand::Exchange;
            self.trade(player, dice)
        })
    }

    fn trade(&self, player: &mut Player, dice: &mut impl Rng) -> Step {
        let Some(exchange) = self.exchange_tile() else {
            self.begin_anew(player, dice);
            return Step::Wait(minutes(dice, 5..=15));
        };
        if !self.is_at(exchange) {
            return Step::Act(Action::Move { map_id: exchange });
        }
        if let Some(wish) = self.better_gear(&player.trade) {
            // What is taken off may have hit points that would be missed.
            let is_hurt = self.who.missing_hp() > 0;
            return Step::Act(if is_hurt { Action::Rest } else { Action::Equip { items: vec![wish] } });
        }
        if let Some(action) = stall::step(self, player, dice) {
            player.fruitless = 0;
            return Step::Act(action);
        }
        player.fruitless += 1;
        if work::step(self, &player.trade).is_some() {
            self.leave(player, dice);
        } else if player.fruitless > PATIENCE {
            self.begin_anew(player, dice);
        }
        Step::Wait(minutes(dice, 1..=6))
    }

    /// Leaves the exchange for the bank or for work.
    fn leave(&self, player: &mut Player, dice: &mut impl Rng) {
        player.fruitless = 0;
        if dice.random_ratio(1, 4) {
            self.begin_anew(player, dice);
        }
        player.errand = if self.account.bank.gold >= WORTH_THE_WAY { Errand::Bank } else { Errand::Work };
    }

    fn bank(&self, player: &mut Player, dice: &mut impl Rng) -> Step {
        let gold = self.account.bank.gold;
        match self.guide.any_place(&ContentType::Bank) {
            Some(bank) if gold > 0 => work::on(self, bank, Action::WithdrawGold { quantity: gold }),
            _ => {
                player.errand = Errand::Work;
                self.work(player, dice)
            }
        }
    }

    /// Takes up another trade, if there is one.
    pub(super) fn begin_anew(&self, player: &mut Player, dice: &mut impl Rng) {
        player.fruitless = 0;
        player.errand = if self.account.bank.gold >= WORTH_THE_WAY { Errand::Bank } else { Errand::Work };
        if let Some(trade) = trade::choose(self, dice) {
            player.trade = trade;
        }
    }
}

fn minutes(dice: &mut impl Rng, span: std::ops::RangeInclusive<i64>) -> SignedDuration {
    SignedDuration::from_millis(dice.random_range(span.start() * 60_000..=span.end() * 60_000))
}
