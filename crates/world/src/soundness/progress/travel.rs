//! Where one can go: on foot, by transitions whose conditions can be met, and by what teleports (RULES §5).

use game::{
    MapId,
    data::{GameMap, ItemType},
    route,
};

use super::Progress;

impl Progress<'_> {
    /// Walks on from every tile reached, until there is no new one.
    pub(super) fn travel(&mut self) {
        let mut open: Vec<MapId> = self.tiles.iter().copied().chain([self.ground.spawn]).collect();
        open.extend(self.teleports());
        while let Some(id) = open.pop() {
            let Some(tile) = self.ground.data.maps.get(id) else { continue };
            self.tiles.insert(id);
            let atlas = &self.ground.data.maps;
            let walks = route::steps(atlas, tile, |next| self.may(&next.access.conditions));
            let next = walks.map(|next| next.map_id).chain(self.through(tile));
            let next: Vec<_> = next.filter(|next| !self.tiles.contains(next)).collect();
            self.tiles.extend(&next);
            open.extend(next);
        }
    }

    fn through(&self, tile: &GameMap) -> impl Iterator<Item = MapId> {
        let ways = self.ground.ways(tile.map_id).iter();
        ways.filter(|way| self.may(&way.conditions)).map(|way| way.map_id)
    }

    fn teleports(&self) -> Vec<MapId> {
        let items = self.items.iter().filter_map(|code| self.ground.data.items.get(*code));
        let used = items.filter(|item| item.kind == ItemType::Consumable && self.may(&item.conditions));
        let effects = used.flat_map(|item| &item.effects).filter(|effect| effect.code.as_str() == "teleport");
        effects.filter_map(|effect| u32::try_from(effect.value).ok()).map(MapId).collect()
    }
}
