//! Where things come from: the ground, defeated monsters, workshops, merchants, tasks and raids.

use game::{
    SimpleItem,
    data::{ContentType, Currency, Drop, Item, ItemType, NpcItem, TaskFull, TaskType},
};

use super::Progress;
use crate::actions::TASKS_COIN;

impl<'a> Progress<'a> {
    /// Takes everything that is to be had now; what it makes possible comes next time.
    pub(super) fn take_all(&mut self) {
        let lists = &self.ground.season.lists;
        for resource in &lists.resources {
            if resource.level <= self.level() && self.is_at(&ContentType::Resource, resource.code.as_str()) {
                self.take_drops(&resource.drops);
            }
        }
        for monster in &lists.monsters {
            if self.beaten.contains(&monster.code) {
                self.gold |= monster.max_gold > 0;
                self.take_drops(&monster.drops);
            }
        }
        for item in &lists.items {
            if self.can_craft(item) {
                self.items.insert(&item.code);
            }
            self.gold |= self.can_use(item) && item.effect("gold") > 0;
        }
        lists.npc_items.iter().for_each(|line| self.trade(line));
        self.do_tasks();
        for raid in &lists.raids {
            if self.beaten.contains(&raid.monster) {
                self.take(raid.rewards.items());
            }
        }
    }

    pub(super) fn take(&mut self, items: impl IntoIterator<Item = &'a SimpleItem>) {
        self.items.extend(items.into_iter().map(|item| &item.code));
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

    /// Whether an item can be eaten, drunk or opened.
    pub(super) fn can_use(&self, item: &Item) -> bool {
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

    fn do_tasks(&mut self) {
        let lists = &self.ground.season.lists;
        for task in &lists.tasks {
            if task.level <= self.level() && self.can_do(task) {
                self.gold |= task.rewards.gold > 0;
                self.take(&task.rewards.items);
            }
        }
        let mut masters = [TaskType::Monsters, TaskType::Items].into_iter();
        let at_master = masters.any(|kind| self.is_at(&ContentType::TasksMaster, kind.as_str()));
        if at_master && self.has(TASKS_COIN) {
            self.take_drops(&lists.tasks_rewards);
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
}
