//! Tests of fights that are only tried out (RULES §7).

use game::character::Slot;

use super::*;
use crate::{SimulatedFight, Stand};

fn member() -> Stage {
    Stage::new().account(|company| company.member = true)
}

fn stand(level: u32, equipment: &[(Slot, &str, u32)]) -> Stand {
    Stand {
        level,
        equipment: equipment.iter().map(|(slot, item, pieces)| (*slot, code(item), *pieces)).collect(),
    }
}

fn simulate(stage: &mut Stage, stands: &[Stand], monster: &str) -> Result<Vec<SimulatedFight>, u16> {
    stage.world.simulate(&company(), stands, monster, 5, OPENING).map_err(|refusal| refusal.code.number())
}

#[test]
fn a_strong_character_wins_every_time_and_an_unarmed_one_never() {
    let mut stage = member();
    let fights = simulate(&mut stage, &[stand(50, &[(Slot::Weapon, "wooden_stick", 1)])], "chicken").unwrap();
    assert!(fights.len() == 5 && fights.iter().all(|fight| fight.win && fight.fighters[0].final_hp > 300));
    assert!(fights[0].logs[0].contains("Character_1 365/365"), "{}", fights[0].logs[0]);
    let fights = simulate(&mut stage, &[stand(1, &[])], "chicken").unwrap();
    assert!(fights.iter().all(|fight| !fight.win && fight.turns > 0));
}

#[test]
fn it_changes_nothing_but_chance() {
    let mut stage = member();
    let (characters, accounts) = (stage.world.state.characters.clone(), stage.world.state.accounts.clone());
    simulate(&mut stage, &[stand(3, &[])], "chicken").unwrap();
    assert_eq!((&stage.world.state.characters, &stage.world.state.accounts), (&characters, &accounts));
}

#[test]
fn it_is_refused_by_what_is_wrong_with_it() {
    assert_eq!(simulate(&mut Stage::new(), &[stand(1, &[])], "chicken"), Err(451));
    assert_eq!(simulate(&mut member(), &[stand(1, &[])], "phoenix"), Err(404));
    assert_eq!(simulate(&mut member(), &[stand(1, &[(Slot::Weapon, "excalibur", 1)])], "chicken"), Err(404));
    assert_eq!(
        simulate(&mut member(), &[stand(1, &[(Slot::Helmet, "wooden_stick", 1)])], "chicken"),
        Err(422)
    );
    assert_eq!(simulate(&mut member(), &[stand(1, &[]), stand(1, &[])], "chicken"), Err(486));
}
