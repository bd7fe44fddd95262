//! Whether everything that a season's data names is in it.

use super::{DataError, GameData};
use crate::{
    data::{Content, ContentType, Currency, Drop, Event, GameMap, NpcItem, Raid, TaskFull, TaskType},
    ids::ItemCode,
};

impl GameData {
    /// Finds the first list that is empty but must not be, or the first reference that leads nowhere.
    pub(super) fn check(&self) -> Result<(), DataError> {
        for (name, empty) in [
            ("items", self.items.is_empty()),
            ("monsters", self.monsters.is_empty()),
            ("resources", self.resources.is_empty()),
            ("maps", self.maps.is_empty()),
        ] {
            if empty {
                return Err(DataError::Empty(name));
            }
        }
        for monster in self.monsters.values() {
            self.check_drops(&monster.drops, || format!("monster `{}`", monster.code))?;
        }
        for resource in self.resources.values() {
            self.check_drops(&resource.drops, || format!("resource `{}`", resource.code))?;
        }
        for item in self.items.values() {
            for ingredient in item.craft.iter().flat_map(|craft| &craft.items) {
                self.check_item(&ingredient.code, || format!("the recipe of `{}`", item.code))?;
            }
        }
        self.maps.iter().try_for_each(|tile| self.check_tile(tile))?;
        self.npc_items.values().try_for_each(|line| self.check_npc_item(line))?;
        self.tasks.iter().try_for_each(|task| self.check_task(task))?;
        for achievement in &self.achievements {
            for reward in achievement.rewards.items.iter().flatten() {
                self.check_item(&reward.code, || format!("achievement `{}`", achievement.code))?;
            }
        }
        self.events.iter().try_for_each(|event| self.check_event(event))?;
        self.raids.iter().try_for_each(|raid| self.check_raid(raid))?;
        self.check_drops(&self.tasks_rewards, || "the rewards of tasks coins".to_owned())
    }

    fn check_event(&self, event: &Event) -> Result<(), DataError> {
        let unresolved = |kind, code: String| DataError::Unresolved {
            holder: format!("event `{}`", event.code),
            kind,
            code,
        };
        let ways = event.transition.iter().map(|way| way.map_id);
        if let Some(missing) =
            event.maps.iter().map(|map| map.map_id).chain(ways).find(|id| self.maps.get(*id).is_none())
        {
            return Err(unresolved("map", missing.to_string()));
        }
        match &event.content {
            Some(content) => self.check_content(content, unresolved),
            None => Ok(()),
        }
    }

    fn check_raid(&self, raid: &Raid) -> Result<(), DataError> {
        let holder = || format!("raid `{}`", raid.code);
        if raid.schedule.weekdays.is_empty() {
            return Err(DataError::Empty("weekdays of a raid"));
        }
        if !self.monsters.contains_key(&raid.monster) {
            return Err(DataError::Unresolved {
                holder: holder(),
                kind: "monster",
                code: raid.monster.to_string(),
            });
        }
        raid.rewards.items().try_for_each(|item| self.check_item(&item.code, holder))
    }

    fn check_npc_item(&self, line: &NpcItem) -> Result<(), DataError> {
        let holder = || format!("NPC `{}`", line.npc);
        if !self.npcs.contains_key(&line.npc) {
            let holder = format!("what NPCs trade (`{}`)", line.code);
            return Err(DataError::Unresolved { holder, kind: "NPC", code: line.npc.to_string() });
        }
        self.check_item(&line.code, holder)?;
        match &line.currency {
            Currency::Gold => Ok(()),
            Currency::Item(code) => self.check_item(code, holder),
        }
    }

    fn check_task(&self, task: &TaskFull) -> Result<(), DataError> {
        let kind = match task.kind {
            TaskType::Monsters if self.monster(&task.code).is_none() => "monster",
            TaskType::Items if self.item(&task.code).is_none() => "item",
            _ => {
                let mut rewards = task.rewards.items.iter();
                let holder = || format!("task `{}`", task.code);
                return rewards.try_for_each(|reward| self.check_item(&reward.code, holder));
            }
        };
        Err(DataError::Unresolved { holder: "a task".to_owned(), kind, code: task.code.clone() })
    }

    fn check_item(&self, code: &ItemCode, holder: impl Fn() -> String) -> Result<(), DataError> {
        if self.items.contains_key(code) {
            return Ok(());
        }
        Err(DataError::Unresolved { holder: holder(), kind: "item", code: code.to_string() })
    }

    fn check_drops(&self, drops: &[Drop], holder: impl Fn() -> String) -> Result<(), DataError> {
        drops.iter().try_for_each(|drop| self.check_item(&drop.code, &holder))
    }

    fn check_tile(&self, tile: &GameMap) -> Result<(), DataError> {
        let unresolved =
            |kind, code: String| DataError::Unresolved { holder: format!("map {}", tile.map_id), kind, code };
        if let Some(transition) = &tile.interactions.transition
            && self.maps.get(transition.map_id).is_none()
        {
            return Err(unresolved("map", transition.map_id.to_string()));
        }
        match &tile.interactions.content {
            Some(content) => self.check_content(content, unresolved),
            None => Ok(()),
        }
    }

    fn check_content(
        &self,
        content: &Content,
        unresolved: impl Fn(&'static str, String) -> DataError,
    ) -> Result<(), DataError> {
        let kind = match content.kind {
            ContentType::Monster if self.monster(&content.code).is_none() => "monster",
            ContentType::Resource if self.resource(&content.code).is_none() => "resource",
            _ => return Ok(()),
        };
        Err(unresolved(kind, content.code.clone()))
    }
}
