//! Tests of skins and names (RULES §2).

use super::*;

fn wear(skin: &str) -> Action {
    Action::ChangeSkin { skin: skin.to_owned() }
}

fn call(name: &str) -> Action {
    Action::Rename { name: name.parse().unwrap() }
}

fn member() -> Stage {
    Stage::new().account(|company| company.member = true)
}

#[test]
fn a_skin_is_changed() {
    let mut stage = Stage::new();
    assert_eq!(stage.done(wear("men2")).detail, Detail::SkinChanged { skin: "men2".to_owned() });
    assert_eq!(stage.ana().skin, "men2");
}

#[test]
fn a_renamed_character_is_found_by_its_new_name_alone() {
    let mut stage = member();
    let outcome = stage.done(call("Anna"));
    let anna: game::CharacterName = "Anna".parse().unwrap();
    assert_eq!(outcome.detail, Detail::Renamed { old_name: ana(), new_name: anna.clone() });
    assert_eq!(stage.world.character(&ana()), None);
    assert_eq!(*stage.world.character(&anna).unwrap(), outcome.character);
    assert_eq!(stage.world.account(&company()).unwrap().characters, std::slice::from_ref(&anna));
    stage.wait(3);
    stage.world.act(&company(), &anna, &Action::Rest, stage.now).unwrap();
    assert_eq!(stage.world.logs(&company(), Some(&anna)).count(), 2);
}

#[test]
fn change_skin_404_of_a_skin_nobody_knows() {
    assert_eq!(Stage::new().refused(wear("dragon")), 404);
}

#[test]
fn change_skin_550_of_a_skin_the_account_does_not_own() {
    let rules = Rules { exclusive_skins: [("sultan".to_owned(), None)].into(), ..Rules::default() };
    assert_eq!(Stage::with(rules).refused(wear("sultan")), 550);
}

#[test]
fn rename_422_to_a_name_too_short_or_too_long() {
    assert_eq!(member().refused(call("An")), 422);
    assert_eq!(member().refused(call("Annannannanna")), 422);
}

#[test]
fn rename_451_without_membership() {
    assert_eq!(Stage::new().refused(call("Anna")), 451);
}

#[test]
fn rename_494_to_a_name_that_is_taken() {
    assert_eq!(member().with_bob_at(1).refused(call("Bob")), 494);
}
