//! Effects that hurt, or make hits harder.

use super::super::{scripted::*, *};

#[test]
fn a_burn_of_a_monster_loses_a_tenth_a_turn() {
    // Ana resists the hits whole, so that only the fire hurts her: 20 % of 110, then of 80.
    let ana = Fighter { res: attack(100, 100), ..hero(&[]) };
    let burning = |fire, earth| {
        let monster = Fighter { attack: attack(fire, earth), ..dummy(&[("burn", 20)]) };
        tale(std::slice::from_ref(&ana), &monster, &[])
    };
    assert_eq!(burning(60, 50).first("Ana"), [-22, -20, -18, -16, -14, -13, -12]);
    assert_eq!(burning(0, 80).first("Ana"), [-16, -14, -13]);
}

#[test]
fn a_burn_counts_the_attack_without_extra_damage() {
    let ana = Fighter { attack: attack(40, 60), dmg: attack(100, 100), ..hero(&[("burn", 15)]) };
    let monster = Fighter { res: attack(100, 100), ..dummy(&[]) };
    assert_eq!(tale(&[ana], &monster, &[]).first("Dummy"), [-15, -13, -12]);
}

#[test]
fn fires_of_several_heroes_burn_side_by_side() {
    let monster = Fighter { res: attack(100, 100), ..dummy(&[]) };
    let burning = |name: &str| Fighter { name: name.into(), attack: attack(100, 0), ..hero(&[("burn", 15)]) };
    let tale = tale(&[burning("Ana"), burning("Ben")], &monster, &[]);
    assert_eq!(tale.first("Dummy"), [-15, -15, -13, -13]);
}

#[test]
fn poison_takes_its_value_every_turn() {
    let tale = tale(&[hero(&[])], &dummy(&[("poison", 20)]), &[]);
    assert_eq!(tale.first("Ana"), [-20, -20, -20]);
    // She begins, so that her second turn is the first one poisoned.
    assert_eq!(tale.turns("to poison")[..2], [3, 5]);
}

#[test]
fn frenzy_lasts_to_the_end_of_the_next_turn_and_counts_for_allies() {
    let ana = Fighter { attack: attack(100, 0), critical_strike: 50, ..hero(&[("frenzy", 15)]) };
    let ben = Fighter { attack: attack(100, 0), ..companion("Ben") };
    // Only Ana's first turn is critical.
    assert_eq!(tale(&[ana, ben], &dummy(&[]), &[0]).first("Dummy"), [-150, -115, -115, -100, -100]);
}

#[test]
fn frenzy_in_a_row_grows_longer_and_not_stronger() {
    let ana = Fighter { attack: attack(100, 0), critical_strike: 50, ..hero(&[("frenzy", 20)]) };
    // Two critical turns of Ana; between them the monster's roll.
    assert_eq!(tale(&[ana], &dummy(&[]), &[0, 99, 0]).first("Dummy"), [-150, -180, -120, -100]);
}

#[test]
fn frenzy_ends_when_its_bearer_falls() {
    let ana = Fighter { attack: attack(100, 0), critical_strike: 50, hp: 10, ..hero(&[("frenzy", 15)]) };
    let ben = Fighter { attack: attack(100, 0), ..companion("Ben") };
    let monster = Fighter { attack: attack(10, 0), ..dummy(&[]) };
    // The monster's first hit, at the weakest, fells Ana.
    assert_eq!(tale(&[ana, ben], &monster, &[0]).first("Dummy"), [-150, -115, -100, -100]);
}

#[test]
fn greed_counts_each_tenth_of_the_hit_points() {
    let ana = Fighter { attack: attack(100, 0), ..hero(&[("greed", 10)]) };
    let monster = Fighter { attack: attack(150, 0), ..dummy(&[]) };
    // 0, 150, 300 and 450 of 1000 are lost.
    assert_eq!(tale(&[ana], &monster, &[]).first("Dummy"), [-100, -110, -130, -140]);
}

#[test]
fn greed_is_not_healed() {
    let ana = Fighter { attack: attack(100, 0), ..hero(&[("greed", 10)]) };
    let ana = drinking(ana, 0, ("restore", 600), 1);
    let monster = Fighter { attack: attack(250, 0), ..dummy(&[]) };
    let tale = tale(&[ana], &monster, &[]);
    assert_eq!(tale.first("Ana"), [-250, -250, -250, 600, -250]);
    // 250, 500 and 750 were lost; that only 400 are lost in the end changes nothing.
    assert_eq!(tale.first("Dummy"), [-100, -120, -150, -170, -170]);
}

#[test]
fn berserker_rage_begins_below_a_quarter_and_once() {
    let ana = Fighter { attack: attack(375, 0), ..hero(&[]) };
    let monster = Fighter { attack: attack(100, 0), ..dummy(&[("berserker_rage", 50)]) };
    // At 625 and at 250 of 1000, which is a quarter.
    assert_eq!(tale(std::slice::from_ref(&ana), &monster, &[]).changes("Ana"), [-100, -100]);
    let (ana, monster) = (Fighter { attack: attack(10, 0), ..ana }, Fighter { hp: 259, ..monster });
    assert_eq!(tale(&[ana], &monster, &[]).first("Ana"), [-150, -150, -150]);
}

#[test]
fn void_drain_takes_from_every_hero_in_the_fourth_turn() {
    let ben = Fighter { hp: 20, max_hp: 500, ..companion("Ben") };
    let monster = Fighter { hp: 500, ..dummy(&[("void_drain", 10)]) };
    let tale = tale(&[hero(&[]), ben], &monster, &[]);
    // Ben has only 20 left to lose.
    assert_eq!((tale.first("Ana"), tale.changes("Ben"), tale.first("Dummy")), ([-100], vec![-20], [120]));
    // Three fighters, then two.
    assert_eq!(tale.turns("from Ana")[..2], [12, 20]);
}

#[test]
fn a_mirror_gives_back_a_turn_in_three() {
    let monster = Fighter { attack: attack(30, 11), ..dummy(&[]) };
    let tale = tale(&[hero(&[("enchanted_mirror", 50)])], &monster, &[]);
    // Half of 41, rounded up.
    assert_eq!(tale.first("Dummy"), [-21, -21, -21]);
    assert_eq!(tale.turns("mirror")[..3], [2, 8, 14]);
}

#[test]
fn a_mirror_can_kill_and_the_dead_have_none() {
    let glass = Fighter { attack: attack(100, 0), hp: 50, ..hero(&[]) };
    let monster = dummy(&[("enchanted_mirror", 50)]);
    let lost = tale(std::slice::from_ref(&glass), &monster, &[]);
    assert_eq!((lost.ending, lost.heroes[0].hp), (Ending { win: false, turns: 1 }, 0));
    let won = tale(&[glass], &Fighter { hp: 100, ..monster }, &[]);
    assert_eq!((won.ending, won.heroes[0].hp), (Ending { win: true, turns: 1 }, 50));
}
