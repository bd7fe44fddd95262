//! Playing a character by hand: what a person orders is carried out instead of what its automation would do.

use game::{Action, CharacterName, exchange::Offer};
use planner::Order;
use supervisor::{CallError as MessageError, Handle};

use super::{AskError, Company, WISH};
use crate::{
    account::character_id,
    board::OrderView,
    character::{ByHand, CharacterMsg, HandAnswer},
};

impl Company {
    /// Has a character carry out an order as soon as it may act. Its automation is set aside until it is handed back, or no
    /// order has come for ten minutes. Returns when that is durable.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn order(&self, name: &CharacterName, order: Order) -> Result<OrderView, AskError> {
        if let Order::Act(Action::GiveGold { character, .. } | Action::GiveItem { character, .. }) = &order {
            self.check_gift(name, character)?;
        }
        let offer = self.offer_taken_back(name, &order).await;
        self.by_hand(name, |answer| ByHand::Order(order, offer, answer)).await
    }

    /// The own offer on the Grand Exchange that an order takes back, as far as it is known.
    async fn offer_taken_back(&self, name: &CharacterName, order: &Order) -> Option<Offer> {
        let Order::Act(action @ Action::GeCancel { .. }) = order else { return None };
        self.own_exchange(name).await.ok()?.what.taken_back(action).cloned()
    }

    /// Withdraws the orders that have not been sent, and tells which they are.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn withdraw_orders(&self, name: &CharacterName) -> Result<Vec<OrderView>, AskError> {
        self.by_hand(name, ByHand::Withdraw).await
    }

    /// Gives a character back to its automation. Returns when that is durable.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn hand_back(&self, name: &CharacterName) -> Result<(), AskError> {
        self.by_hand(name, ByHand::HandBack).await
    }

    /// What is given to another account is gone: gifts stay in the family.
    fn check_gift(&self, giver: &CharacterName, to: &CharacterName) -> Result<(), AskError> {
        let account = self.account_of(giver)?;
        let is_own = self.ports.board.character(to).is_some_and(|to| to.account == account);
        is_own.then_some(()).ok_or_else(|| AskError::Stranger { to: to.clone(), account })
    }

    async fn by_hand<T: Send + 'static>(
        &self,
        name: &CharacterName,
        wish: impl FnOnce(HandAnswer<T>) -> ByHand,
    ) -> Result<T, AskError> {
        let account = self.account_of(name)?;
        let actor: Handle<CharacterMsg> = self.directory.handle(character_id(&account, name));
        match actor.call(|answer| CharacterMsg::ByHand(wish(answer)), WISH).await {
            // It does not play yet.
            Err(MessageError::Away(_)) => Err(AskError::Unread(name.clone())),
            answer => Ok(answer.map_err(|error| AskError::Away(name.clone(), error))??),
        }
    }
}
