//! Which achievements can be reached, and what they give (RULES §11).

use game::data::{AchievementType, ContentType, Drop, Item, NpcItem, Objective};

use super::Progress;

impl Progress<'_> {
    /// Reaches every achievement whose objectives can all be done.
    pub(super) fn achieve(&mut self) {
        for achievement in &self.ground.season.lists.achievements {
            if achievement.objectives.iter().all(|objective| self.can_reach(objective)) {
                self.achieved.insert(achievement.code.as_str());
                self.gold |= achievement.rewards.gold > 0;
                self.take(achievement.rewards.items.iter().flatten());
            }
        }
    }

    fn can_reach(&self, objective: &Objective) -> bool {
        let lists = &self.ground.season.lists;
        let is_target = |code: &str| objective.target.as_deref().is_none_or(|target| target == code);
        let drops_target = |drops: &[Drop]| drops.iter().any(|drop| is_target(drop.code.as_str()));
        let mut beaten = lists.monsters.iter().filter(|monster| self.beaten.contains(&monster.code));
        match objective.kind {
            AchievementType::CombatKill => beaten.any(|monster| is_target(monster.code.as_str())),
            AchievementType::CombatDrop => beaten.any(|monster| drops_target(&monster.drops)),
            AchievementType::CombatLevel => objective.total <= self.level(),
            AchievementType::Gathering => lists.resources.iter().any(|resource| {
                drops_target(&resource.drops)
                    && resource.level <= self.level()
                    && self.is_at(&ContentType::Resource, resource.code.as_str())
            }),
            AchievementType::Crafting => self.has_target(objective, |item| self.can_craft(item)),
            AchievementType::Recycling => self.has_target(objective, |item| item.recyclable),
            AchievementType::Use => self.has_target(objective, |item| self.can_use(item)),
            AchievementType::Task => {
                lists.tasks.iter().any(|task| task.level <= self.level() && self.can_do(task))
            }
            AchievementType::NpcBuy => self.is_traded(objective, |line| line.buy_price.is_some()),
            AchievementType::NpcSell => self.is_traded(objective, |line| line.sell_price.is_some()),
            // What no action counts for, nobody reaches.
            AchievementType::Other | AchievementType::Unknown(_) => false,
        }
    }

    /// Whether the target, or anything at all when there is none, can be had and passes a test.
    fn has_target(&self, objective: &Objective, test: impl Fn(&Item) -> bool) -> bool {
        let is_target =
            |item: &&Item| objective.target.as_deref().is_none_or(|code| item.code.as_str() == code);
        let mut items = self.ground.season.lists.items.iter().filter(is_target);
        items.any(|item| self.items.contains(&item.code) && test(item))
    }

    /// Whether somebody trades the target, or anything at all when there is none, in this way.
    fn is_traded(&self, objective: &Objective, way: impl Fn(&NpcItem) -> bool) -> bool {
        self.ground.season.lists.npc_items.iter().any(|line| {
            objective.target.as_deref().is_none_or(|code| line.code.as_str() == code)
                && way(line)
                && self.items.contains(&line.code)
                && self.is_at(&ContentType::Npc, line.npc.as_str())
        })
    }
}
