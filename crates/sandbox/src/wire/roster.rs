//! Who is online (RULES §15): whoever is in the world counts.

use api_types::{ActiveCharacter, MapLayer};
use game::Character;
use world::World;

/// Everybody, by account.
pub(crate) fn online(world: &World) -> impl Iterator<Item = ActiveCharacter> {
    world.accounts().flat_map(|(account, _)| world.characters(account)).map(active)
}

fn active(character: &Character) -> ActiveCharacter {
    ActiveCharacter {
        name: character.name.to_string(),
        account: character.account.to_string(),
        skin: character.skin.clone(),
        x: character.position.x,
        y: character.position.y,
        layer: MapLayer::from(character.position.layer.as_str()),
        map_id: character.map_id.0,
    }
}
