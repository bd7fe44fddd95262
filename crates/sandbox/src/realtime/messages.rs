//! From what the world tells to the messages of the WebSocket: types and payloads as RULES §15 lists them.

use api_types::{Message, raid::RaidNotice, realtime::FrameType};
use game::{
    GameData, RaidCode,
    exchange::{Order, OrderKind, Sale},
};
use world::{ActiveEvent, LogEntry, News, RaidInstance};

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
        News::EventCame(active) => event(FrameType::EventSpawn, active, data, timescale),
        News::RaidOpened { code, instance } => raid(FrameType::RaidStarted, code, instance, data, timescale),
        News::RaidEnded { code, instance } => raid(FrameType::RaidEnded, code, instance, data, timescale),
        News::EventWent(active) => event(FrameType::EventRemoved, active, data, timescale),
    }
}

fn logged(entry: &LogEntry, character: &game::Character, data: &GameData, timescale: Timescale) -> Note {
    let log = wire::log(entry, Some(character), data, timescale);
    Note::to_all(FrameType::AccountLog, &log).only_for(entry.account.clone()).about(entry.character.clone())
}

fn event(kind: FrameType, active: &ActiveEvent, data: &GameData, timescale: Timescale) -> Vec<Note> {
    let event = data.event(&active.code);
    event
        .map(|event| Note::to_all(kind, &wire::active_event(event, active, data, timescale)))
        .into_iter()
        .collect()
}

fn raid(
    kind: FrameType,
    code: &RaidCode,
    instance: &RaidInstance,
    data: &GameData,
    timescale: Timescale,
) -> Vec<Note> {
    let raid = data.raids.iter().find(|raid| raid.code == *code);
    let now = instance.ended_at.unwrap_or(instance.starts_at);
    let notice = raid.map(|raid| {
        let raid = wire::raid(raid, Some(instance), now, timescale);
        RaidNotice { result: raid.latest_instance.as_ref().and_then(|latest| latest.result.clone()), raid }
    });
    notice.map(|notice| Note::to_all(kind, &notice)).into_iter().collect()
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
