//! Several heroes against one monster.

use super::*;

/// A monster that hits first, for 1, and never falls.
fn mosquito() -> Monster {
    Monster { hp: 1_000_000, attack_water: 1, initiative: 1000, ..chicken() }
}

/// Hit points that each hero lost over many fights against the mosquito.
fn bites(heroes: &[Fighter]) -> Vec<i64> {
    let mut lost = vec![0; heroes.len()];
    for seed in 0..100 {
        let mut fighting = heroes.to_vec();
        run(&mut fighting, &mut Fighter::monster(&mosquito()), &mut rng(seed), None);
        for (lost, (before, after)) in lost.iter_mut().zip(heroes.iter().zip(&fighting)) {
            *lost += before.hp - after.hp;
        }
    }
    lost
}

#[test]
fn every_turn_of_every_hero_counts() {
    let mut heroes = [fighter(4), fighter(4), fighter(4)];
    let ending = run(&mut heroes, &mut Fighter::monster(&chicken()), &mut rng(1), None);
    // Five rounds of three hits of 4, with four answers between them.
    assert_eq!(ending, Ending { win: true, turns: 19 });
}

#[test]
fn the_fallen_are_skipped_without_counting() {
    let mut heroes = [Fighter { hp: 0, ..fighter(4) }, fighter(4)];
    let ending = run(&mut heroes, &mut Fighter::monster(&chicken()), &mut rng(1), None);
    assert_eq!((ending, heroes[0].hp), (Ending { win: true, turns: 29 }, 0));
}

#[test]
fn a_fight_is_lost_when_all_have_fallen() {
    let hero = Fighter { hp: 10, ..fighter(1) };
    let mut heroes = [hero.clone(), hero];
    let ending = run(
        &mut heroes,
        &mut Fighter::monster(&Monster { attack_water: 10, ..chicken() }),
        &mut rng(1),
        None,
    );
    assert!(!ending.win && heroes.iter().all(|hero| hero.hp == 0));
}

#[test]
fn nine_hits_of_ten_go_to_the_highest_threat_and_the_others_to_the_weakest() {
    let lost = bites(&[Fighter { threat: 5, ..fighter(0) }, Fighter { hp: 60, ..fighter(0) }, fighter(0)]);
    let share = 100 * lost[0] / lost.iter().sum::<i64>();
    assert!((85..=95).contains(&share), "{lost:?}");
    assert!(lost[1] > 0 && lost[2] == 0, "{lost:?}");
}

#[test]
fn among_equal_threats_the_weakest_is_hit() {
    let lost = bites(&[fighter(0), Fighter { hp: 90, ..fighter(0) }]);
    assert!(lost[0] == 0 && lost[1] > 0, "{lost:?}");
}

#[test]
fn chance_decides_between_equals() {
    // The first bite makes one of the three the weakest, who is then bitten on.
    let lost = bites(&[fighter(0), fighter(0), fighter(0)]);
    let total = lost.iter().sum::<i64>();
    assert!(lost.iter().all(|lost| (20..=47).contains(&(100 * lost / total))), "{lost:?}");
}

#[test]
fn who_is_not_alone_has_the_odds_of_the_group() {
    let mut sheet = ana();
    sheet.stats.attack[Element::Earth] = 4;
    let data = GameData::default();
    let others = [sheet.clone(), sheet.clone()];
    let mut trials = Trials::new(&sheet, &chicken(), &data, 0).beside(&others, &data);
    trials.fight(10);
    let Odds { win_rate, mean_turns, mean_damage, .. } = trials.odds();
    assert_eq!((win_rate, mean_turns, mean_damage), (1.0, 19.0, 60.0));
}
