//! A player at its trade.

use game::{
    Action, ItemCode, MapId, MonsterCode, ResourceCode,
    data::{ContentType, Craft},
};

use super::{trade::Trade, turn::Step, view::View};

/// The next step at work; `None` when there is nothing left to do but go to the exchange.
pub(super) fn step(view: &View<'_>, trade: &Trade) -> Option<Step> {
    if !view.has_room_to_work(trade) {
        return None;
    }
    match trade {
        Trade::Gatherer(code) => gather(view, code),
        Trade::Maker(code) => make(view, code),
        Trade::Hunter(code) => hunt(view, code),
    }
}

/// Does something on a tile, or goes there first.
pub(super) fn on(view: &View<'_>, map_id: MapId, action: Action) -> Step {
    Step::Act(if view.is_at(map_id) { action } else { Action::Move { map_id } })
}

fn gather(view: &View<'_>, code: &ResourceCode) -> Option<Step> {
    let place = view.guide.place(ContentType::Resource, code.as_str())?;
    Some(on(view, place, Action::Gathering))
}

fn make(view: &View<'_>, code: &ItemCode) -> Option<Step> {
    let item = view.data.items.get(code)?;
    let craft = item.craft.as_ref()?;
    let workshop = view.guide.workshop(craft.skill)?;
    let surplus = view.who.inventory.count(code);
    if surplus > 0 && item.recyclable && (view.is_plentiful(code) || view.offers(code)) {
        // Nobody waits for more of it: it was made for practice.
        let recycling = Action::Recycling { code: code.clone(), quantity: surplus, enhanced: false };
        return Some(on(view, workshop, recycling));
    }
    let quantity = possible(view, craft);
    (quantity > 0).then(|| on(view, workshop, Action::Crafting { code: code.clone(), quantity }))
}

/// How often a recipe can be made of what the character carries.
pub(super) fn possible(view: &View<'_>, craft: &Craft) -> u32 {
    let parts = craft.items.iter().map(|part| view.who.inventory.count(&part.code) / part.quantity.max(1));
    let room = view.who.inventory.free_items() / craft.quantity.max(1);
    parts.min().unwrap_or(0).min(room)
}

fn hunt(view: &View<'_>, code: &MonsterCode) -> Option<Step> {
    let place = view.guide.place(ContentType::Monster, code.as_str())?;
    if view.who.hp * 2 < view.who.max_hp {
        return Some(Step::Act(recover(view)));
    }
    Some(on(view, place, Action::Fight))
}

/// Eats what is carried, or rests.
fn recover(view: &View<'_>) -> Action {
    let food =
        view.carried().filter(|(item, _)| view.heals(item) > 0).max_by_key(|(item, _)| view.heals(item));
    food.map_or(Action::Rest, |(item, carried)| {
        let needed = u32::try_from(view.who.missing_hp() / view.heals(item)).unwrap_or(u32::MAX).max(1);
        Action::Use { code: item.code.clone(), quantity: needed.min(carried) }
    })
}
