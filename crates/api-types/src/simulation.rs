//! `POST /simulation/fight`: the game's own fight simulator, for members (RULES §7).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::action::fight::FightResult;

mod fake_character;

pub use fake_character::FakeCharacter;

/// What to simulate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CombatSimulationRequestSchema)]
pub struct SimulationRequest {
    /// The fighters; more than one only against bosses.
    #[schema(min_items = 1, max_items = 3)]
    pub characters: Vec<FakeCharacter>,
    /// Code of the monster.
    #[schema(pattern = "^[a-zA-Z0-9_-]+$")]
    pub monster: String,
    /// How often to fight.
    #[schema(minimum = 1, maximum = 100)]
    pub iterations: u32,
}

/// How the simulated fights went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = CombatSimulationDataSchema)]
pub struct SimulationData {
    /// Each fight.
    pub results: Vec<SimulatedFight>,
    /// Fights won.
    pub wins: u32,
    /// Fights lost.
    pub losses: u32,
    /// Fights won, in percent.
    pub winrate: f64,
}

/// One simulated fight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CombatResultSchema)]
pub struct SimulatedFight {
    /// Who won.
    #[schema(value_type = String)]
    pub result: FightResult,
    /// Turns of all fighters together.
    pub turns: u32,
    /// The fight in sentences for people.
    pub logs: Vec<String>,
    /// How each character came out of it, in the order of the request.
    #[schema(value_type = Vec<Object>)]
    pub character_results: Vec<SimulatedCharacterResult>,
}

/// How one character came out of a simulated fight. The spec leaves these objects open; the fields are RULES §7.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SimulatedCharacterResult {
    /// Hit points at the end.
    pub final_hp: i64,
    /// Pieces left in the first utility slot.
    pub utility1_slot_quantity: Option<u32>,
    /// Pieces left in the second utility slot.
    pub utility2_slot_quantity: Option<u32>,
}
