//! From what the world tells to the messages of the WebSocket: types and payloads as RULES §15 lists them.

use api_types::{Message, realtime::FrameType};
use game::{
    GameData,
    exchange::{Order, OrderKind, Sale},
};
use world::{LogEntry, News};

use super::Note;
use crate::{timescale::Timescale, wire};

/// The messages that a piece of news makes.
pub(crate) fn notes(news: &News, data: &GameData, timescale: Timescale) -> Vec<Note> {
    let order = |kind, order: &Order| vec![Note::to_all(kind, &wire::order(order, timescale))];
    match news {
        News::Logged { entry, character } => vec![logged(entry, character, data, timescale)],
        News::OrderPlaced(placed) => order(
            match placed.kind {
                OrderKind::Sell => FrameType::GrandexchangeSellOrder,
                OrderKind::Buy => FrameType::GrandexchangeBuyOrder,
            },
            placed,
        ),
        News::OrderCancelled(cancelled) => order(
            match cancelled.kind {
                OrderKind::Sell => FrameType::GrandexchangeCancelSellOrder,
                OrderKind::Buy => FrameType::GrandexchangeCancelBuyOrder,
            },
            cancelled,
        ),
        News::OrderTaken { kind, sale } => vec![taken(*kind, sale, timescale)],
        News::Received(pending) => {
            let note = Note::to_all(FrameType::PendingItemReceived, &wire::pending(pending, timescale));
            vec![note.only_for(pending.account.clone())]
        }
        News::Achieved { account, code, is_first } => {
            let Some(achievement) = data.achievements.iter().find(|known| known.code == *code) else {
                return Vec::new();
            };
            let unlocked =
                Note::to_all(FrameType::AchievementUnlocked, achievement).only_for(account.clone());
            let name = &achievement.name;
            let first = is_first.then(|| {
                announcement(format!("{account} is the first player to unlock the achievement: {name}!"))
            });
            [unlocked].into_iter().chain(first).collect()
        }
        News::Earned { account, reward } => {
            let earned = wire::season_reward(reward);
            vec![Note::to_all(FrameType::SeasonRewardUnlocked, &earned).only_for(account.clone())]
        }
    }
}

fn logged(entry: &LogEntry, character: &game::Character, data: &GameData, timescale: Timescale) -> Note {
    let log = wire::log(entry, Some(character), data, timescale);
    Note::to_all(FrameType::AccountLog, &log).only_for(entry.account.clone()).about(entry.character.clone())
}

fn taken(kind: OrderKind, sale: &Sale, timescale: Timescale) -> Note {
    let kind = match kind {
        OrderKind::Sell => FrameType::GrandexchangeBuy,
        OrderKind::Buy => FrameType::GrandexchangeSell,
    };
    Note::to_all(kind, &wire::sale(sale, timescale))
}

fn announcement(message: String) -> Note {
    Note::to_all(FrameType::Announcement, &Message { message })
}
