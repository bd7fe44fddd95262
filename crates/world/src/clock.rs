//! The world's clock. What comes by the clock comes in the order of its times, whoever looks, and however often.

use jiff::Timestamp;

use crate::{News, World, exchange::Mail};

impl World {
    /// Lets the clock run to `now`, in whole milliseconds: events and raids come and go, and between them other players
    /// take their turns.
    pub(crate) fn advance(&mut self, now: Timestamp) {
        while let Some((account, at)) = self.next_turn(now) {
            self.pass(at);
            self.take_turn(&account, at);
        }
        self.pass(now);
    }

    /// Lets events and raids come and go up to `now`.
    fn pass(&mut self, now: Timestamp) {
        let mut news = Vec::new();
        let Self { data, rules, state, .. } = self;
        state.events.advance(data, rules, now, &mut news);
        for (account, reward) in state.raids.advance(data, &mut state.ids, now, &mut news) {
            news.push(News::Received(reward.clone()));
            state.accounts.entry(account).and_modify(|account| account.receive(Mail::Pending(reward)));
        }
        news.sort_by_key(|news| news.at(now));
        self.tell(news);
    }
}
