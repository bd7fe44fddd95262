//! What every player knows of the season: what things are worth, and where to go. Found out once.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use game::{
    GameData, ItemCode, MapId, Skill,
    data::{Content, ContentType, GameMap, Monster, MonsterType, Resource},
    route,
};

use super::worth;
use crate::{Rules, roster};

/// The season as players see it. Only what can be walked to from where characters start is in it.
#[derive(Debug, Clone)]
pub(crate) struct Guide {
    worth: BTreeMap<ItemCode, i64>,
    /// For each content the tile that is nearest to the start.
    places: BTreeMap<(ContentType, String), MapId>,
}

impl Guide {
    /// Walks the whole season.
    pub(crate) fn new(data: &GameData, rules: &Rules) -> Self {
        let mut places = BTreeMap::new();
        for tile in reachable(data, rules) {
            if let Some(Content { kind, code }) = &tile.interactions.content {
                places.entry((kind.clone(), code.clone())).or_insert(tile.map_id);
            }
        }
        let near: BTreeSet<&str> = places.keys().map(|(_, code)| code.as_str()).collect();
        Self { worth: worth::table(data, |code| near.contains(code)), places }
    }

    /// What an item costs to make, in thousandths of a gold piece.
    pub(super) fn worth(&self, code: &ItemCode) -> Option<i64> {
        self.worth.get(code).copied()
    }

    /// Where something is.
    pub(super) fn place(&self, kind: ContentType, code: &str) -> Option<MapId> {
        self.places.get(&(kind, code.to_owned())).copied()
    }

    /// Where there is something of a kind, whatever its code.
    pub(super) fn any_place(&self, kind: &ContentType) -> Option<MapId> {
        self.places.iter().find(|((known, _), _)| known == kind).map(|(_, map_id)| *map_id)
    }

    /// The workshop of a skill.
    pub(super) fn workshop(&self, skill: Skill) -> Option<MapId> {
        self.place(ContentType::Workshop, skill.as_str())
    }

    /// The resources that can be walked to.
    pub(super) fn resources<'a>(&'a self, data: &'a GameData) -> impl Iterator<Item = &'a Resource> {
        let codes = self.places.keys().filter(|(kind, _)| *kind == ContentType::Resource);
        codes.filter_map(|(_, code)| data.resource(code))
    }

    /// The monsters that can be walked to and are no bosses.
    pub(super) fn monsters<'a>(&'a self, data: &'a GameData) -> impl Iterator<Item = &'a Monster> {
        let codes = self.places.keys().filter(|(kind, _)| *kind == ContentType::Monster);
        codes.filter_map(|(_, code)| data.monster(code)).filter(|monster| monster.kind != MonsterType::Boss)
    }

    /// The highest level that anything nearby asks for.
    pub(super) fn highest_level(&self, data: &GameData) -> u32 {
        let resources = self.resources(data).map(|resource| resource.level);
        let monsters = self.monsters(data).map(|monster| monster.level);
        resources.chain(monsters).max().unwrap_or(1)
    }
}

/// The tiles that anybody can walk to from where characters start, the nearest first.
fn reachable<'a>(data: &'a GameData, rules: &Rules) -> Vec<&'a GameMap> {
    let start = roster::spawn(data, rules);
    let mut seen: BTreeSet<MapId> = start.iter().map(|tile| tile.map_id).collect();
    let mut reached: Vec<_> = start.into_iter().collect();
    let mut open: VecDeque<_> = reached.iter().copied().collect();
    while let Some(tile) = open.pop_front() {
        for next in route::steps(&data.maps, tile, |_| false) {
            if seen.insert(next.map_id) {
                reached.push(next);
                open.push_back(next);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{code, season};

    #[test]
    fn what_can_be_walked_to_has_its_place() {
        let data = season();
        let guide = Guide::new(&data, &Rules::default());
        let rocks = guide.place(ContentType::Resource, "copper_rocks").unwrap();
        assert!(data.maps.get(rocks).unwrap().has_content(&ContentType::Resource, "copper_rocks"));
        assert_eq!(guide.any_place(&ContentType::Bank), Some(MapId(4)));
        assert_eq!(guide.any_place(&ContentType::GrandExchange), None, "no walk leads there");
        assert!(guide.worth(&code("copper_ore")).is_some());
    }

    #[test]
    fn bosses_are_nobody_s_living() {
        let data = season();
        let guide = Guide::new(&data, &Rules::default());
        assert!(guide.monsters(&data).all(|monster| monster.kind != MonsterType::Boss));
        assert!(guide.highest_level(&data) >= 1);
    }
}
