//! Reading an order: from JSON that a person or a script wrote, with every fault told at once.

use game::{Action, GameData, ItemCode, MapId, exchange::MAX_PRICE};
use serde_json::{Map, Value};
use world::{Rules, check_payload};

use super::Order;
use crate::config::{Problem, mend, nearest, sentences};

/// The type of an order that is no single action.
const TRAVEL: &str = "travel";
/// The fields of an order that count something.
const COUNTS: [&str; 2] = ["quantity", "price"];

/// What is wrong with an order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", sentences(problems))]
pub struct InvalidOrder {
    /// Everything that is wrong; at least one thing.
    pub problems: Vec<Problem>,
}

impl Order {
    /// Reads an order and holds it against the season's data, if that is known.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(given: Value, season: Option<&GameData>) -> Result<Self, InvalidOrder> {
        let invalid =
            |field: &str, message: String| InvalidOrder { problems: vec![Problem::new(field, message)] };
        let Value::Object(fields) = &given else {
            let message =
                "the order must be an object with the `type` of an action, as in {\"type\": \"rest\"}";
            return Err(invalid("", message.to_owned()));
        };
        let Some(name) = fields.get("type").and_then(Value::as_str) else {
            let message = "`type` must be the name of an action, as in {\"type\": \"rest\"}";
            return Err(invalid("type", message.to_owned()));
        };
        let types = || Action::TYPES.into_iter().chain([TRAVEL]);
        if !types().any(|known| known == name) {
            let mend = mend(name, "actions", types());
            return Err(invalid("type", format!("`type`: there is no action `{name}`; {mend}")));
        }
        let mut found = Vec::new();
        look(&given, "", season, &mut found);
        if !found.is_empty() {
            return Err(InvalidOrder { problems: found });
        }
        let order = if name == TRAVEL { travel(fields) } else { act(&given) };
        let order = order.map_err(|(field, message)| invalid(field, message))?;
        let known = serde_json::to_value(&order).expect("an order is plain values");
        if let Some(field) = fields.keys().find(|field| known.get(field.as_str()).is_none()) {
            return Err(invalid(field, format!("`{field}`: this action has no such field")));
        }
        match (order.never_works(season), order) {
            (Some((field, message)), _) => Err(invalid(field, message)),
            (None, order) => Ok(order),
        }
    }

    /// Why the game refuses it wherever the character is, and whatever it has; with the field at fault.
    fn never_works(&self, season: Option<&GameData>) -> Option<(&'static str, String)> {
        let Self::Act(action) = self else { return None };
        if let Err(refusal) = check_payload(action, &Rules::default()) {
            return Some(("", refusal.message));
        }
        let (Action::Crafting { code, .. } | Action::Recycling { code, .. }) = action else { return None };
        let has_recipe = season?.items.get(code)?.craft.is_some();
        (!has_recipe).then(|| {
            ("code", format!("`code`: {code} is made by nobody, so it cannot be crafted or recycled"))
        })
    }
}

fn travel(fields: &Map<String, Value>) -> Result<Order, (&'static str, String)> {
    let map_id = fields.get("map_id").and_then(Value::as_u64).and_then(|id| id.try_into().ok());
    let map_id = map_id.ok_or_else(|| ("map_id", "`map_id` must be the number of a tile".to_owned()))?;
    Ok(Order::Travel { map_id: MapId(map_id) })
}

fn act(given: &Value) -> Result<Order, (&'static str, String)> {
    let read = serde_json::from_value::<Action>(given.clone()).map(Order::Act);
    read.map_err(|error| ("", format!("the order cannot be read: {error}")))
}

/// Looks for numbers that count nothing, or more than there ever is, and for what the season does not have, wherever it stands.
fn look(value: &Value, path: &str, season: Option<&GameData>, found: &mut Vec<Problem>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                let message = complaint(name, value, season);
                found.extend(message.map(|words| Problem::new(path.as_str(), format!("`{path}` {words}"))));
                look(value, &path, season, found);
            }
        }
        Value::Array(values) => {
            for (place, value) in values.iter().enumerate() {
                look(value, &format!("{path}[{place}]"), season, found);
            }
        }
        _ => {}
    }
}

fn complaint(name: &str, value: &Value, season: Option<&GameData>) -> Option<String> {
    if COUNTS.contains(&name) && value.as_i64().is_none_or(|count| !(1..=MAX_PRICE).contains(&count)) {
        return Some(format!("must be a whole number from 1 to {MAX_PRICE}"));
    }
    if value.as_array().is_some_and(Vec::is_empty) {
        return Some("must name at least one".to_owned());
    }
    let season = season?;
    match name {
        "code" => {
            let code = value.as_str()?;
            let is_known = code.parse::<ItemCode>().is_ok_and(|code| season.items.contains_key(&code));
            let nearest = || nearest(code, season.items.keys().map(ItemCode::as_str));
            let mend = || match nearest() {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "check its spelling".to_owned(),
            };
            (!is_known).then(|| format!("is no item of this season: there is no `{code}`; {}", mend()))
        }
        "map_id" => {
            let id = value.as_u64()?;
            let is_known = u32::try_from(id).is_ok_and(|id| season.maps.get(MapId(id)).is_some());
            (!is_known).then(|| format!("is no tile of this season: there is no map {id}"))
        }
        _ => None,
    }
}
