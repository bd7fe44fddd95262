//! `POST /simulation/fight`: the game's own fight simulator, for members (RULES §7).

use api_types::{
    action::fight::FightResult,
    simulation::{
        FakeCharacter, SimulatedCharacterResult, SimulatedFight, SimulationData, SimulationRequest,
    },
};
use axum::extract::State;
use game::{ItemCode, character::Slot, equipment::MAX_UTILITIES, xp::MAX_LEVEL};
use world::Stand;

use crate::{
    Sandbox,
    api::{Api, one, parameters},
    request::{ApiError, Body, Owner, Problems, Reply, data},
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Simulation").post(
        "/simulation/fight",
        fight,
        one::<SimulationData>("Fights that are only tried out.")
            .takes::<SimulationRequest>()
            .for_owner()
            .refuses(&[404, 451, 486]),
    )
}

async fn fight(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<SimulationRequest>,
) -> Reply<SimulationData> {
    check(&request)?;
    let stands = request.characters.iter().map(stand).collect::<Result<Vec<_>, _>>()?;
    let fights = sandbox.change(|realm, now| {
        realm.world.simulate(&owner, &stands, &request.monster, request.iterations, now)
    })?;
    let wins = fights.iter().map(|fight| u32::from(fight.win)).sum();
    Ok(data(SimulationData {
        wins,
        losses: request.iterations - wins,
        winrate: 100.0 * f64::from(wins) / f64::from(request.iterations),
        results: fights.into_iter().map(told).collect(),
    }))
}

fn check(request: &SimulationRequest) -> Result<(), ApiError> {
    Problems::check(|problems| {
        problems.length("characters", request.characters.len(), 1..=3);
        problems.range("iterations", request.iterations, 1..=100);
        if !parameters::is_code(&request.monster) {
            problems.add("monster", "Input should be letters, digits, `_` or `-`.");
        }
        for (index, character) in request.characters.iter().enumerate() {
            problems.range(&format!("characters.{index}.level"), character.level, 1..=MAX_LEVEL);
            for (slot, pieces) in
                [(1, character.utility1_slot_quantity), (2, character.utility2_slot_quantity)]
            {
                let field = format!("characters.{index}.utility{slot}_slot_quantity");
                problems.range(&field, pieces.unwrap_or(1), 1..=MAX_UTILITIES);
            }
        }
        Some(())
    })
}

fn stand(fake: &FakeCharacter) -> Result<Stand, ApiError> {
    let mut stand = Stand { level: fake.level, equipment: Vec::new() };
    for (slot, code, pieces) in worn(fake) {
        // As a character of the API has it, an empty text is an empty slot.
        let Some(code) = code.as_ref().filter(|code| !code.is_empty()) else { continue };
        let code: ItemCode = code.parse().map_err(|_| ApiError::not_found("item"))?;
        stand.equipment.push((slot, code, pieces.unwrap_or(1)));
    }
    Ok(stand)
}

fn worn(fake: &FakeCharacter) -> [(Slot, &Option<String>, Option<u32>); 15] {
    [
        (Slot::Weapon, &fake.weapon_slot, None),
        (Slot::Rune, &fake.rune_slot, None),
        (Slot::Shield, &fake.shield_slot, None),
        (Slot::Helmet, &fake.helmet_slot, None),
        (Slot::BodyArmor, &fake.body_armor_slot, None),
        (Slot::LegArmor, &fake.leg_armor_slot, None),
        (Slot::Boots, &fake.boots_slot, None),
        (Slot::Ring1, &fake.ring1_slot, None),
        (Slot::Ring2, &fake.ring2_slot, None),
        (Slot::Amulet, &fake.amulet_slot, None),
        (Slot::Artifact1, &fake.artifact1_slot, None),
        (Slot::Artifact2, &fake.artifact2_slot, None),
        (Slot::Artifact3, &fake.artifact3_slot, None),
        (Slot::Utility1, &fake.utility1_slot, fake.utility1_slot_quantity),
        (Slot::Utility2, &fake.utility2_slot, fake.utility2_slot_quantity),
    ]
}

fn told(fight: world::SimulatedFight) -> SimulatedFight {
    let fighters = fight.fighters.iter().map(|fighter| {
        let [utility1_slot_quantity, utility2_slot_quantity] = fighter.utilities;
        SimulatedCharacterResult {
            final_hp: fighter.final_hp,
            utility1_slot_quantity,
            utility2_slot_quantity,
        }
    });
    SimulatedFight {
        result: if fight.win { FightResult::Win } else { FightResult::Loss },
        turns: fight.turns,
        character_results: fighters.collect(),
        logs: fight.logs,
    }
}
