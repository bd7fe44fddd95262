//! What tiles and events name: their contents, where transitions lead, and where events appear.

use game::{
    MapId, Skill,
    data::{Content, ContentType, Position, TaskType, Transition},
};

use super::{Names, check_conditions};

pub(super) fn check(names: &mut Names<'_>) {
    const FILE: &str = "maps.json";
    for tile in &names.season.lists.maps {
        let holder = tile.map_id.to_string();
        check_conditions(names, FILE, &holder, &tile.access.conditions);
        if let Some(content) = &tile.interactions.content {
            check_content(names, FILE, &holder, content);
        }
        if let Some(way) = &tile.interactions.transition {
            check_conditions(names, FILE, &holder, &way.conditions);
            check_place(names, FILE, &holder, "leads to", way.map_id, end(way));
        }
    }
    for event in &names.season.lists.events {
        let holder = event.code.as_str();
        if let Some(content) = &event.content {
            check_content(names, "events.json", holder, content);
        }
        for tile in &event.maps {
            let place = Position { layer: tile.layer, x: tile.x, y: tile.y };
            check_place(names, "events.json", holder, "appears on", tile.map_id, place);
        }
        if let Some(way) = &event.transition {
            check_conditions(names, "events.json", holder, &way.conditions);
            check_place(names, "events.json", holder, "leads to", way.map_id, end(way));
        }
    }
}

fn check_content(names: &mut Names<'_>, file: &'static str, holder: &str, content: &Content) {
    let code = content.code.as_str();
    let known = match &content.kind {
        ContentType::Monster => names.monsters.contains(code),
        ContentType::Resource => names.resources.contains(code),
        ContentType::Npc => names.npcs.contains(code),
        ContentType::Raid => names.raids.contains(code),
        ContentType::Workshop => code.parse::<Skill>().is_ok(),
        ContentType::TasksMaster => {
            [TaskType::Monsters, TaskType::Items].iter().any(|kind| kind.as_str() == code)
        }
        ContentType::Bank | ContentType::GrandExchange => true,
        ContentType::Other(word) => {
            return names.report(file, holder, format!("holds a `{word}`, which nobody can use"));
        }
    };
    names.need(known, file, holder, "holds", code);
}

/// Where a way says that it ends.
fn end(way: &Transition) -> Position {
    Position { layer: way.layer, x: way.x, y: way.y }
}

/// Whether a tile is where it is said to be.
fn check_place(
    names: &mut Names<'_>,
    file: &'static str,
    holder: &str,
    what: &str,
    map_id: MapId,
    place: Position,
) {
    let tile = names.season.lists.maps.iter().find(|tile| tile.map_id == map_id);
    match tile.map(|tile| tile.position()) {
        None => names.report(file, holder, format!("{what} map {map_id}, which is not there")),
        Some(there) if there != place => {
            names.report(file, holder, format!("{what} map {map_id} at {place}, which is at {there}"));
        }
        Some(_) => {}
    }
}
