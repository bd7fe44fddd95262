//! What a raid pays when it ends: one thing to claim for everybody who took part and earned anything (RULES §12).

use game::{PendingItem, data::Raid, pending::PendingSource};
use jiff::Timestamp;

use super::{RaidInstance, Reward};
use crate::ids::Ids;

pub(super) fn of(raid: &Raid, instance: &RaidInstance, ids: &mut Ids, at: Timestamp) -> Vec<Reward> {
    let ranked = (1..).zip(instance.leaderboard());
    let paid = ranked.filter_map(|(rank, (account, points))| {
        let items = raid.rewards.earned(points, rank);
        (!items.is_empty()).then(|| (account.clone(), rank, points, items))
    });
    let reward = |(account, rank, points, items): (game::AccountName, u32, i64, _)| {
        let waiting = PendingItem {
            id: ids.next(at),
            account: account.clone(),
            source: PendingSource::Raid,
            source_id: Some(raid.code.to_string()),
            description: format!("Raid: {}, rank {rank} with {points} damage", raid.name),
            gold: 0,
            items,
            created_at: at,
            claimed_at: None,
        };
        (account, waiting)
    };
    paid.map(reward).collect()
}
