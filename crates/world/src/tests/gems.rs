//! Tests of gems: where they come from and what they buy (RULES §11).

use super::*;
use crate::Wares;

/// A world where one skin is for sale and another is not.
fn with_skins(gems: i64) -> Stage {
    let exclusive_skins = [("sultan".to_owned(), Some(50)), ("zombie".to_owned(), None)].into();
    Stage::with(Rules { exclusive_skins, ..Rules::default() }).account(|company| company.gems = gems)
}

fn buy(stage: &mut Stage, skin: &str) -> Result<(), u16> {
    let before = stage.world.state.clone();
    stage.world.buy_skin(&company(), skin, OPENING).map_err(|refusal| {
        assert_eq!(stage.world.state, before, "a refusal changes nothing");
        refusal.code.number()
    })
}

#[test]
fn a_skin_that_was_bought_can_be_worn() {
    let mut stage = with_skins(70);
    buy(&mut stage, "sultan").unwrap();
    assert_eq!(stage.company().gems, 20);
    stage.done(Action::ChangeSkin { skin: "sultan".to_owned() });
}

#[test]
fn skins_are_refused_by_what_is_wrong_with_buying_them() {
    let mut stage = with_skins(70);
    assert_eq!(buy(&mut stage, "dragon"), Err(404));
    assert_eq!(buy(&mut stage, "men1"), Err(551));
    assert_eq!(buy(&mut stage, "zombie"), Err(552));
    buy(&mut stage, "sultan").unwrap();
    assert_eq!(buy(&mut stage, "sultan"), Err(551));
    assert_eq!(buy(&mut with_skins(49), "sultan"), Err(563));
}

#[test]
fn every_gem_that_comes_or_goes_is_in_the_history() {
    let mut stage = with_skins(0);
    let order = stage.world.order(&company(), Wares::Gems(500), OPENING).unwrap();
    stage.world.pay(&order, OPENING).unwrap();
    buy(&mut stage, "sultan").unwrap();
    let history: Vec<_> =
        stage.company().gem_history.iter().map(|entry| (&*entry.kind, entry.gems)).collect();
    assert_eq!(history, [("skin", -50), ("purchase", 500)]);
    assert_eq!(stage.company().gems, 450);
}
