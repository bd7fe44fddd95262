//! What happens in a world, for whoever wants to hear of it: told once, and forgotten then.

use game::{
    AccountName, AchievementCode, Character, PendingItem, PendingItemId, RaidCode,
    exchange::{Order, OrderKind, Sale},
};
use jiff::Timestamp;

use crate::{Account, ActiveEvent, LogEntry, RaidInstance, SeasonReward, World, time};

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// An entry of an account's log was written.
    Logged {
        /// The entry.
        entry: LogEntry,
        /// Its character, as it was afterwards.
        character: Box<Character>,
    },
    /// An order was placed on the Grand Exchange.
    OrderPlaced(Order),
    /// What was left of an order was taken back.
    OrderCancelled(Order),
    /// Somebody bought from an order or filled it.
    OrderTaken {
        /// Whether the order sells or buys.
        kind: OrderKind,
        /// What changed hands.
        sale: Sale,
    },
    /// Something waits for an account from now on.
    Received(PendingItem),
    /// An account has reached an achievement.
    Achieved {
        /// Which account.
        account: AccountName,
        /// Which achievement.
        code: AchievementCode,
        /// Whether nobody had reached it before.
        is_first: bool,
    },
    /// An account has earned a reward of the season.
    Earned {
        /// Which account.
        account: AccountName,
        /// Which reward.
        reward: SeasonReward,
    },
    /// An event came.
    EventCame(ActiveEvent),
    /// An event went.
    EventWent(ActiveEvent),
    /// A raid opened.
    RaidOpened {
        /// Which raid.
        code: RaidCode,
        /// How it stood then.
        instance: RaidInstance,
    },
    /// A raid ended: its boss was defeated, or its time was over.
    RaidEnded {
        /// Which raid.
        code: RaidCode,
        /// How it stood then.
        instance: RaidInstance,
    },
}

impl News {
    /// When something happened that comes by the clock; everything else happens now.
    pub(crate) fn at(&self, now: Timestamp) -> Timestamp {
        match self {
            Self::EventCame(event) => event.created_at,
            Self::EventWent(event) => event.expiration,
            Self::RaidOpened { instance, .. } => instance.starts_at,
            Self::RaidEnded { instance, .. } => instance.ended_at.unwrap_or(now),
            Self::Received(pending) => pending.created_at,
            _ => now,
        }
    }
}

impl World {
    /// Lets the clock run to `now`, and tells what happened since this was last asked, the oldest first; nothing in a
    /// world whose [rules](crate::Rules::tells_news) say so.
    pub fn news(&mut self, now: Timestamp) -> Vec<News> {
        self.advance(time::whole_millis(now));
        std::mem::take(&mut self.news)
    }

    /// Keeps news, if anybody will ask.
    pub(crate) fn tell(&mut self, news: Vec<News>) {
        if self.rules.tells_news {
            self.news.extend(news);
        }
    }

    /// Keeps an entry of a log, if anybody will ask.
    pub(crate) fn tell_entry(&mut self, entry: LogEntry, character: &Character) {
        if self.rules.tells_news {
            self.news.push(News::Logged { entry, character: Box::new(character.clone()) });
        }
    }
}

/// What waits for an account since the id `last` was the newest.
pub(crate) fn received(account: &Account, last: Option<&PendingItemId>) -> Vec<News> {
    let newer = account.pending.iter().rev().take_while(|(id, _)| Some(*id) > last);
    let mut received: Vec<_> = newer.map(|(_, pending)| News::Received(pending.clone())).collect();
    received.reverse();
    received
}
