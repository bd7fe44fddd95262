//! Rows that say they are the same: a reader by code would see only one of them.

use std::{collections::BTreeSet, fmt::Display};

use super::{Finding, Season};

pub(super) fn find(season: &Season) -> Vec<Finding> {
    let lists = &season.lists;
    let codes = |file, codes: &mut dyn Iterator<Item = String>| twice(file, "the code is there twice", codes);
    [
        codes("items.json", &mut lists.items.iter().map(|item| item.code.to_string())),
        codes("monsters.json", &mut lists.monsters.iter().map(|monster| monster.code.to_string())),
        codes("resources.json", &mut lists.resources.iter().map(|resource| resource.code.to_string())),
        codes("npcs.json", &mut lists.npcs.iter().map(|npc| npc.code.to_string())),
        codes("achievements.json", &mut lists.achievements.iter().map(|row| row.code.to_string())),
        codes("effects.json", &mut season.effects.iter().map(|effect| effect.code.to_string())),
        codes("events.json", &mut lists.events.iter().map(|event| event.code.to_string())),
        codes("raids.json", &mut lists.raids.iter().map(|raid| raid.code.to_string())),
        twice("maps.json", "the number is there twice", lists.maps.iter().map(|tile| tile.map_id)),
        twice("maps.json", "the place is there twice", lists.maps.iter().map(|tile| tile.position())),
        twice(
            "npc_items.json",
            "the NPC's item is there twice",
            lists.npc_items.iter().map(|line| format!("{} {}", line.npc, line.code)),
        ),
        twice(
            "tasks.json",
            "the task is there twice",
            lists.tasks.iter().map(|task| format!("{} {}", task.kind.as_str(), task.code)),
        ),
    ]
    .concat()
}

fn twice<T: Ord + Display>(file: &'static str, problem: &str, keys: impl Iterator<Item = T>) -> Vec<Finding> {
    let (mut seen, mut again) = (BTreeSet::new(), BTreeSet::new());
    for key in keys {
        if let Some(key) = seen.replace(key) {
            again.insert(key);
        }
    }
    again.into_iter().map(|key| Finding::new(file, key, problem)).collect()
}
