//! `/api/v1/forecasts`: what an automation would bring, before it is started.

use std::collections::BTreeMap;

use axum::{Json, extract::State};
use game::CharacterName;
use planner::{Forecast, Mind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Dashboard,
    characters::nobody,
    errors::{ApiError, Body, ErrorEnvelope},
};

/// How far a forecast may look, in hours.
const FARTHEST: u32 = 72;
/// How many horizons one question may have.
const MOST: usize = 4;

/// What to forecast.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ForecastRequest {
    /// Who would do it: the forecast begins where this character is now.
    character: String,
    /// Name of a strategy, as `/api/v1/strategies` lists them.
    strategy: String,
    /// Its configuration; what is left out has its default.
    #[serde(default)]
    #[schema(value_type = Object)]
    config: serde_json::Value,
    /// How far to look, in hours of the game's time: up to four numbers from 1 to 72; without them, 1 and 24.
    #[serde(default = "hour_and_day")]
    hours: Vec<u32>,
}

fn hour_and_day() -> Vec<u32> {
    vec![1, 24]
}

/// What an automation would bring.
#[derive(Serialize, ToSchema)]
pub(super) struct ForecastList {
    /// One for each of the hours, the nearest first.
    data: Vec<ForecastView>,
}

/// What so many hours would bring: means over several plays. The hours are the game's own.
#[derive(Serialize, ToSchema)]
pub(super) struct ForecastView {
    /// How far it looks.
    hours: u32,
    /// Xp gained: `combat`, and skills by name. What gains nothing is left out.
    xp: BTreeMap<String, f64>,
    /// The level at the end of whatever gains xp, the lowest of the plays.
    levels: BTreeMap<String, u32>,
    /// Gold gained or spent, purse and bank together.
    gold: f64,
    /// Items gained or used up, bag, equipment and bank together.
    items: BTreeMap<String, f64>,
    /// Fights, won or lost.
    fights: f64,
    /// Fights lost.
    deaths: f64,
    /// Requests to the game, refused ones included.
    requests: f64,
    /// Requests that the game would refuse.
    refusals: f64,
    /// Seconds in which nothing would be done, by reason; the longest few.
    idle: BTreeMap<String, f64>,
    /// Share of the time that is spent in cooldowns of actions, 0 to 1, until the automation is done.
    utilisation: f64,
    /// When and why it would be done.
    #[schema(required)]
    done: Option<EndView>,
    /// When and why it would first be blocked.
    #[schema(required)]
    blocked: Option<EndView>,
}

/// Why it would not go on, and when.
#[derive(Serialize, ToSchema)]
pub(super) struct EndView {
    /// Seconds after the beginning.
    after_seconds: u64,
    /// Why.
    reason: String,
    /// When blocked: what would unblock it.
    #[schema(required)]
    unblock: Option<String>,
}

/// Forecasts an automation: the same planner plays the season's rules from where the character is now. What other
/// players and events do, and how long requests take, is not in it.
#[utoipa::path(post, path = "/api/v1/forecasts", operation_id = "make_forecast", request_body = ForecastRequest,
    responses((status = 200, body = ForecastList), (status = 404, body = ErrorEnvelope),
        (status = 422, body = ErrorEnvelope), (status = 503, body = ErrorEnvelope)))]
pub(super) async fn make(
    State(dashboard): State<Dashboard>,
    Body(request): Body<ForecastRequest>,
) -> Result<Json<ForecastList>, ApiError> {
    let ForecastRequest { character, strategy, config, hours } = request;
    let name: CharacterName = character.parse().map_err(|_| nobody(&character))?;
    let in_reach = hours.iter().all(|hours| (1..=FARTHEST).contains(hours));
    if hours.is_empty() || hours.len() > MOST || !in_reach {
        let words = format!("`hours` must be a list of 1 to {MOST} whole numbers from 1 to {FARTHEST}");
        return Err(ApiError::invalid(words));
    }
    let mind = Mind::new(&strategy, config)?;
    let forecasts = dashboard.company.forecast(&name, mind, hours).await?;
    Ok(Json(ForecastList { data: forecasts.into_iter().map(ForecastView::from).collect() }))
}

impl From<Forecast> for ForecastView {
    fn from(forecast: Forecast) -> Self {
        let end = |end: planner::End| EndView {
            after_seconds: end.after_seconds,
            reason: end.reason,
            unblock: end.unblock,
        };
        Self {
            hours: forecast.hours,
            xp: forecast.xp,
            levels: forecast.levels,
            gold: forecast.gold,
            items: forecast.items,
            fights: forecast.fights,
            deaths: forecast.deaths,
            requests: forecast.requests,
            refusals: forecast.refusals,
            idle: forecast.idle,
            utilisation: forecast.utilisation,
            done: forecast.done.map(end),
            blocked: forecast.blocked.map(end),
        }
    }
}
