//! Walking, and taking transitions (RULES §5).

use std::slice;

use game::{
    Detail, MapId, Refusal, RefusalCode, cooldown,
    data::{AccessType, Condition, GameMap, Operator, Position},
    route,
};

use super::Done;
use crate::scene::Scene;

pub(super) fn walk(scene: &mut Scene<'_>, map_id: MapId) -> Result<Done, Refusal> {
    let refuse = |code, text: &str| Err(Refusal::new(code, format!("{text} (map {map_id}).")));
    let Some(target) = scene.data.maps.get(map_id) else {
        return refuse(RefusalCode::NotFound, "There is no such tile");
    };
    if scene.character.map_id == map_id {
        return refuse(RefusalCode::AlreadyAtDestination, "The character is there already");
    }
    if scene.character.position.layer != target.layer {
        return refuse(RefusalCode::NoPath, "No walk leads to another layer");
    }
    if is_closed(scene, target) {
        return refuse(RefusalCode::MapBlocked, "Nobody can walk onto this tile from here");
    }
    enter(scene, target)?;
    // Nobody pays on the way for a tile that is only walked over.
    let may_enter = |tile: &GameMap| {
        let costs = tile.access.conditions.iter().any(|condition| condition.operator == Operator::Cost);
        tile.map_id == map_id || (!costs && scene.holds(&tile.access.conditions))
    };
    let Some(path) = route::walk(&scene.data.maps, scene.character.position, target.position(), may_enter)
    else {
        return refuse(RefusalCode::NoPath, "No way leads to the tile");
    };
    let tiles = path.len().saturating_sub(1);
    let start = usize::from(!scene.rules.path_includes_start);
    let path = path.into_iter().skip(start).map(|Position { x, y, .. }| (x, y)).collect();
    scene.character.stand_on(target);
    Ok(Done {
        detail: Detail::Moved { map_id, path },
        seconds: cooldown::movement(u32::try_from(tiles).unwrap_or(u32::MAX)),
        description: arrival(scene, "moved to", target),
    })
}

/// Blocked tiles, and restricted ones for those who are not on a restricted tile, answer alike.
fn is_closed(scene: &Scene<'_>, target: &GameMap) -> bool {
    let here = scene.data.maps.get(scene.character.map_id);
    match target.access.kind {
        AccessType::Standard | AccessType::Conditional => false,
        AccessType::Restricted => here.is_none_or(|tile| tile.access.kind != AccessType::Restricted),
        AccessType::Blocked | AccessType::Other(_) => true,
    }
}

pub(super) fn transition(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    let way = scene.events.way_from(scene.character.map_id, scene.data);
    let target = way.and_then(|transition| {
        scene.data.maps.get(transition.map_id).map(|tile| (&transition.conditions, tile))
    });
    let Some((conditions, tile)) = target else {
        return Err(Refusal::new(RefusalCode::NotFound, "There is no transition on this tile."));
    };
    meet(scene, conditions, "The conditions of the transition are not met.")?;
    enter(scene, tile)?;
    scene.character.stand_on(tile);
    Ok(Done {
        detail: Detail::Transitioned { map_id: tile.map_id },
        seconds: cooldown::TRANSITION,
        description: arrival(scene, "went over to", tile),
    })
}

/// Meets the conditions of a tile that is stepped on.
pub(super) fn enter(scene: &mut Scene<'_>, tile: &GameMap) -> Result<(), Refusal> {
    match tile.access.kind {
        AccessType::Conditional => {
            meet(scene, &tile.access.conditions, "The conditions of the tile are not met.")
        }
        _ => Ok(()),
    }
}

/// Pays what conditions cost, when all the others hold: 496 when they do not, 492 or 478 when it cannot be paid.
fn meet(scene: &mut Scene<'_>, conditions: &[Condition], unmet: &str) -> Result<(), Refusal> {
    let is_cost = |condition: &&Condition| condition.operator == Operator::Cost;
    let (costs, others): (Vec<_>, Vec<_>) = conditions.iter().partition(is_cost);
    if !others.into_iter().all(|condition| scene.holds(slice::from_ref(condition))) {
        return Err(Refusal::new(RefusalCode::ConditionsNotMet, unmet));
    }
    costs.into_iter().try_for_each(|cost| pay(scene, cost))
}

/// Pays one cost in gold or items.
fn pay(scene: &mut Scene<'_>, cost: &Condition) -> Result<(), Refusal> {
    if !scene.holds(slice::from_ref(cost)) {
        let code = if cost.code == "gold" { RefusalCode::NotEnoughGold } else { RefusalCode::MissingItem };
        return Err(Refusal::new(code, format!("That costs {} × {}.", cost.value, cost.code)));
    }
    if cost.code == "gold" {
        scene.character.gold -= cost.value;
    } else if let (Ok(code), Ok(quantity)) = (cost.code.parse(), u32::try_from(cost.value)) {
        scene.take(&code, quantity)?;
    }
    Ok(())
}

fn arrival(scene: &Scene<'_>, verb: &str, tile: &GameMap) -> String {
    format!("{} {verb} {} {}.", scene.character.name, tile.name, tile.position())
}
