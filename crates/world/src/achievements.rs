//! How far an account is with its achievements, and what happens when one is reached (RULES §11).

use game::{
    AccountName, Character, Detail, PendingItem,
    data::{Achievement, AchievementType as Kind, Objective},
    pending::PendingSource,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Account, World, ids::Ids};

/// How far an account is with an achievement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AchievementProgress {
    /// How much of each objective is done, in the order of the objectives; what is not there has not been begun.
    pub progress: Vec<u32>,
    /// When all of it was done.
    pub completed_at: Option<Timestamp>,
}

/// Something that counts: what kind of thing, about what, and how often.
type Deed<'a> = (Kind, Option<&'a str>, u32);

impl World {
    /// The achievements of the season, with what an account has done of each that it has begun.
    pub fn achievements<'a>(
        &'a self,
        account: &AccountName,
    ) -> impl Iterator<Item = (&'a Achievement, Option<&'a AchievementProgress>)> + use<'a> {
        let begun = self.account(account).map(|account| &account.achievements);
        self.data
            .achievements
            .iter()
            .map(move |achievement| (achievement, begun.and_then(|begun| begun.get(&achievement.code))))
    }

    /// The points of the achievements that an account has reached.
    #[must_use]
    pub fn achievements_points(&self, account: &AccountName) -> u32 {
        self.account(account).map_or(0, |holder| points(&self.data.achievements, holder))
    }
}

/// The points of the achievements that an account has reached.
pub(crate) fn points(achievements: &[Achievement], account: &Account) -> u32 {
    let is_reached = |achievement: &&Achievement| {
        account.achievements.get(&achievement.code).is_some_and(|begun| begun.completed_at.is_some())
    };
    achievements.iter().filter(is_reached).map(|achievement| achievement.points).sum()
}

/// Counts what came of an action for the account; says which achievements were reached by it. Their rewards wait for
/// the account from now on.
pub(crate) fn count<'a>(
    achievements: &'a [Achievement],
    account: &mut Account,
    ids: &mut Ids,
    who: &Character,
    others: &[Character],
    detail: &Detail,
    now: Timestamp,
) -> Vec<&'a Achievement> {
    let deeds = deeds(who, others, detail);
    let mut reached = Vec::new();
    for achievement in achievements {
        let counts = |objective: &Objective| deeds.iter().any(|deed| does(deed, objective));
        if !achievement.objectives.iter().any(counts) {
            continue;
        }
        let begun = account.achievements.entry(achievement.code.clone()).or_default();
        if begun.completed_at.is_some() {
            continue;
        }
        begun.progress.resize(achievement.objectives.len(), 0);
        for (done, objective) in begun.progress.iter_mut().zip(&achievement.objectives) {
            for deed in deeds.iter().filter(|deed| does(deed, objective)) {
                let more =
                    if deed.0 == Kind::CombatLevel { deed.2.max(*done) } else { done.saturating_add(deed.2) };
                *done = more.min(objective.total);
            }
        }
        let is_done = |(done, objective): (&u32, &Objective)| *done >= objective.total;
        if begun.progress.iter().zip(&achievement.objectives).all(is_done) {
            begun.completed_at = Some(now);
            reached.push(achievement);
        }
    }
    for achievement in &reached {
        let reward = reward(achievement, who.account.clone(), ids, now);
        account.pending.extend(reward.map(|reward| (reward.id.clone(), reward)));
    }
    reached
}

/// What an achievement pays; nothing waits when it pays nothing.
fn reward(
    achievement: &Achievement,
    account: AccountName,
    ids: &mut Ids,
    now: Timestamp,
) -> Option<PendingItem> {
    let items = achievement.rewards.items.clone().unwrap_or_default();
    if achievement.rewards.gold == 0 && items.is_empty() {
        return None;
    }
    Some(PendingItem {
        id: ids.next(now),
        account,
        source: PendingSource::Achievement,
        source_id: Some(achievement.code.to_string()),
        description: format!("Achievement: {}", achievement.name),
        gold: achievement.rewards.gold,
        items,
        created_at: now,
        claimed_at: None,
    })
}

fn does((kind, target, _): &Deed<'_>, objective: &Objective) -> bool {
    *kind == objective.kind && objective.target.as_deref().is_none_or(|wanted| *target == Some(wanted))
}

fn deeds<'a>(who: &Character, others: &[Character], detail: &'a Detail) -> Vec<Deed<'a>> {
    let each = |kind: Kind, items: &'a [game::SimpleItem]| -> Vec<Deed<'a>> {
        items.iter().map(|item| (kind.clone(), Some(item.code.as_str()), item.quantity)).collect()
    };
    match detail {
        // However many fought it, a monster is killed once; the highest level of them counts.
        Detail::Fought(report) if report.win => {
            let level = others.iter().map(|other| other.combat.level).fold(who.combat.level, u32::max);
            let mut deeds =
                vec![(Kind::CombatKill, Some(report.opponent.as_str()), 1), (Kind::CombatLevel, None, level)];
            deeds.extend(report.characters.iter().flat_map(|share| each(Kind::CombatDrop, &share.drops)));
            deeds
        }
        Detail::Gathered { gain, .. } => each(Kind::Gathering, &gain.items),
        Detail::Crafted(gain) => each(Kind::Crafting, &gain.items),
        Detail::Recycled(recycled) => each(Kind::Recycling, std::slice::from_ref(&recycled.item)),
        Detail::TaskCompleted(_) => vec![(Kind::Task, None, 1)],
        Detail::Used { code, quantity } => vec![(Kind::Use, Some(code.as_str()), *quantity)],
        Detail::NpcBought(trade) => each(Kind::NpcBuy, std::slice::from_ref(&trade.item)),
        Detail::NpcSold(trade) => each(Kind::NpcSell, std::slice::from_ref(&trade.item)),
        _ => Vec::new(),
    }
}
