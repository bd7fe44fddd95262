//! Where things come from: the ground, defeated monsters, workshops, merchants, tasks, raids, achievements.

use game::{
    SimpleItem,
    data::{
        Achievement, AchievementType, ContentType, Currency, Drop, Item, ItemType, NpcItem, Objective,
        TaskFull, TaskType,
    },
};

use super::Progress;
use crate::actions::TASKS_COIN;

impl<'a> Progress<'a> {
    /// Takes everything that is to be had now; what it makes possible comes next time.
    pub(super) fn gather_sources(&mut self) {
        let (ground, level) = (self.ground, self.level());
        let lists = &ground.season.lists;
        for resource in &lists.resources {
            if resource.level <= level && self.is_at(&ContentType::Resource, resource.code.as_str()) {
                self.take_drops(&resource.drops);
            }
        }
        for monster in
            lists.monsters.iter().filter(|monster| self.beaten.contains(&monster.code)).collect::<Vec<_>>()
        {
            self.gold |= monster.max_gold > 0;
            self.take_drops(&monster.drops);
        }
        for item in &lists.items {
            if self.can_craft(item) {
                self.items.insert(&item.code);
            }
            self.gold |= self.can_use(item) && item.effect("gold") > 0;
        }
        lists.npc_items.iter().for_each(|line| self.trade(line));
        for task in &lists.tasks {
            if task.level <= level && self.can_do(task) {
                self.gold |= task.rewards.gold > 0;
                self.take(&task.rewards.items);
            }
        }
        let masters = [TaskType::Monsters, TaskType::Items];
        let is_at_master = |kind: &TaskType| self.is_at(&ContentType::TasksMaster, kind.as_str());
        if self.has(TASKS_COIN) && masters.iter().any(is_at_master) {
            self.take_drops(&lists.tasks_rewards);
        }
        for raid in
            ground.season.raids.iter().filter(|raid| self.has_beaten(&raid.monster)).collect::<Vec<_>>()
        {
            self.items.extend(raid.items().map(|item| &item.code));
        }
        for achievement in &lists.achievements {
            self.achieve(achievement);
        }
    }

    fn take(&mut self, items: &'a [SimpleItem]) {
        self.items.extend(items.iter().map(|item| &item.code));
    }

    fn take_drops(&mut self, drops: &'a [Drop]) {
        self.items.extend(drops.iter().map(|drop| &drop.code));
    }

    /// Whether a recipe can be followed.
    pub(in crate::soundness) fn can_craft(&self, item: &Item) -> bool {
        item.craft.as_ref().is_some_and(|craft| {
            craft.level <= self.level()
                && self.is_at(&ContentType::Workshop, craft.skill.as_str())
                && craft.items.iter().all(|part| self.items.contains(&part.code))
        })
    }

    fn can_use(&self, item: &Item) -> bool {
        item.kind == ItemType::Consumable && self.items.contains(&item.code) && self.may(&item.conditions)
    }

    fn trade(&mut self, line: &'a NpcItem) {
        if !self.is_at(&ContentType::Npc, line.npc.as_str()) {
            return;
        }
        let can_pay = match &line.currency {
            Currency::Gold => self.gold,
            Currency::Item(code) => self.items.contains(code),
        };
        if line.buy_price.is_some() && can_pay {
            self.items.insert(&line.code);
        }
        if line.sell_price.is_some() && self.items.contains(&line.code) {
            match &line.currency {
                Currency::Gold => self.gold = true,
                Currency::Item(code) => {
                    self.items.insert(code);
                }
            }
        }
    }

    /// Whether a task's master can be reached, and what it asks for can be had.
    pub(in crate::soundness) fn can_do(&self, task: &TaskFull) -> bool {
        let can = match task.kind {
            TaskType::Monsters => self.has_beaten(&task.code),
            TaskType::Items => self.has(&task.code),
            TaskType::Other(_) => false,
        };
        can && self.is_at(&ContentType::TasksMaster, task.kind.as_str())
    }

    fn achieve(&mut self, achievement: &'a Achievement) {
        if !achievement.objectives.iter().all(|objective| self.can_reach(objective)) {
            return;
        }
        self.achieved.insert(achievement.code.as_str());
        self.gold |= achievement.rewards.gold > 0;
        achievement.rewards.items.iter().for_each(|items| self.take(items));
    }

    fn can_reach(&self, objective: &Objective) -> bool {
        let lists = &self.ground.season.lists;
        let is_target = |code: &str| objective.target.as_deref().is_none_or(|target| target == code);
        let drops_target = |drops: &[Drop]| drops.iter().any(|drop| is_target(drop.code.as_str()));
        let is_item = |test: &dyn Fn(&Item) -> bool| {
            lists
                .items
                .iter()
                .any(|item| is_target(item.code.as_str()) && self.items.contains(&item.code) && test(item))
        };
        let is_traded = |by: &dyn Fn(&NpcItem) -> bool| {
            lists.npc_items.iter().any(|line| {
                is_target(line.code.as_str())
                    && by(line)
                    && self.items.contains(&line.code)
                    && self.is_at(&ContentType::Npc, line.npc.as_str())
            })
        };
        let beaten = || lists.monsters.iter().filter(|monster| self.beaten.contains(&monster.code));
        match objective.kind {
            AchievementType::CombatKill => beaten().any(|monster| is_target(monster.code.as_str())),
            AchievementType::CombatDrop => beaten().any(|monster| drops_target(&monster.drops)),
            AchievementType::CombatLevel => objective.total <= self.level(),
            AchievementType::Gathering => lists.resources.iter().any(|resource| {
                drops_target(&resource.drops)
                    && resource.level <= self.level()
                    && self.is_at(&ContentType::Resource, resource.code.as_str())
            }),
            AchievementType::Crafting => is_item(&|item| self.can_craft(item)),
            AchievementType::Recycling => is_item(&|item| item.recyclable),
            AchievementType::Task => {
                lists.tasks.iter().any(|task| task.level <= self.level() && self.can_do(task))
            }
            AchievementType::Use => is_item(&|item| self.can_use(item)),
            AchievementType::NpcBuy => is_traded(&|line| line.buy_price.is_some()),
            AchievementType::NpcSell => is_traded(&|line| line.sell_price.is_some()),
            // What no action counts for, nobody reaches.
            AchievementType::Other | AchievementType::Unknown(_) => false,
        }
    }
}
