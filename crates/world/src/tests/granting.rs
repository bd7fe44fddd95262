//! Tests of what only a sandbox offers (RULES §13).

use game::{Refusal, Skill};

use super::*;
use crate::Grant;

fn grant(stage: &mut Stage, grant: &Grant) -> Result<Character, u16> {
    stage.now = stage.now.max(stage.ana().cooldown_expiration);
    let granted = stage.world.grant(&company(), &ana(), grant, stage.now);
    granted.map(|(_, character)| character).map_err(code_of)
}

fn code_of(refusal: Refusal) -> u16 {
    refusal.code.number()
}

#[test]
fn gold_items_and_xp_arrive_with_a_cooldown_and_a_log_entry() {
    let mut stage = Stage::new();
    assert_eq!(grant(&mut stage, &Grant::Gold(70)).unwrap().gold, 70);
    assert_eq!(
        grant(&mut stage, &Grant::Item(some("feather", 3))).unwrap().inventory.count(&code("feather")),
        3
    );
    assert_eq!(grant(&mut stage, &Grant::Xp(None, 160)).unwrap().combat.level, 2);
    let mining = &grant(&mut stage, &Grant::Xp(Some(Skill::Mining), 1000)).unwrap().skills[&Skill::Mining];
    assert_eq!((mining.level, mining.xp), (4, 250));
    assert_eq!(stage.ana().cooldown, 3);
    let kinds: Vec<_> = stage.world.logs(&company(), None).map(|entry| entry.kind.as_str()).collect();
    assert_eq!(
        kinds,
        ["sandbox_give_xp", "sandbox_give_xp", "sandbox_give_item", "sandbox_give_gold", "spawn"]
    );
}

#[test]
fn the_most_that_can_be_given_does_no_harm() {
    let mut stage = Stage::new();
    for _ in 0..2 {
        assert_eq!(grant(&mut stage, &Grant::Gold(i64::MAX)).unwrap().gold, i64::MAX);
        grant(&mut stage, &Grant::Xp(None, i64::MAX)).unwrap();
    }
    assert_eq!(stage.ana().combat.level, 50);
}

#[test]
fn gifts_are_refused_by_what_is_wrong_with_them() {
    let mut stage = Stage::new();
    assert_eq!(grant(&mut stage, &Grant::Item(some("nothing", 1))), Err(404));
    assert_eq!(grant(&mut stage, &Grant::Item(some("feather", 101))), Err(497));
    let nobody = stage.world.grant(&company(), &bob(), &Grant::Gold(1), OPENING);
    assert_eq!(nobody.map_err(code_of).unwrap_err(), 498);
    grant(&mut stage, &Grant::Gold(1)).unwrap();
    let again = stage.world.grant(&company(), &ana(), &Grant::Gold(1), stage.now);
    assert_eq!(again.map_err(code_of).unwrap_err(), 499);
}

#[test]
fn a_cleared_cooldown_lets_a_character_act_at_once() {
    let mut stage = Stage::new();
    stage.done(go(6));
    let now = stage.now;
    stage.world.clear_cooldown(&company(), &ana(), now).unwrap();
    stage.world.act(&company(), &ana(), &Action::Rest, now).unwrap();
    assert_eq!(stage.world.clear_cooldown(&company(), &bob(), now).map_err(code_of).unwrap_err(), 498);
}

#[test]
fn a_teleport_leads_to_any_tile_whatever_it_asks_for() {
    let mut stage = Stage::new();
    let there = stage.world.teleport(&company(), &ana(), MapId(20), OPENING).unwrap();
    assert_eq!((there.map_id, stage.ana().position.layer.as_str()), (MapId(20), "underground"));
    let missing = stage.world.teleport(&company(), &ana(), MapId(999), OPENING);
    assert_eq!(missing.map_err(code_of).unwrap_err(), 404);
    let strange = stage.world.teleport(&company(), &bob(), MapId(1), OPENING);
    assert_eq!(strange.map_err(code_of).unwrap_err(), 498);
}

#[test]
fn a_reset_takes_what_was_played_for_and_leaves_what_was_bought() {
    let mut stage = Stage::new().at(27).carrying("feather", 5).banked("key", 3);
    stage.done(Action::GeCreateSellOrder { code: code("feather"), quantity: 5, price: 2 });
    stage.world.set_account(&company(), Some(true), Some(40), None, OPENING).unwrap();
    stage.world.reset_account(&company()).unwrap();
    assert!(stage.world.character(&ana()).is_none() && stage.world.exchange().orders().next().is_none());
    let company = stage.company();
    assert!(company.characters.is_empty() && company.bank.items.is_empty() && company.log.is_empty());
    assert_eq!((company.member, company.gems), (true, 40));
}
