//! Effects that heal, or make hits weaker.

use super::super::{scripted::*, *};

#[test]
fn healing_comes_every_third_own_turn() {
    let monster = Fighter { attack: attack(100, 0), ..dummy(&[]) };
    let tale = tale(&[hero(&[("healing", 8)])], &monster, &[]);
    assert_eq!(tale.first("Ana"), [-100, -100, 80, -100, -100, -100, 80]);
}

#[test]
fn lifesteal_of_a_hero_rounds_each_hit() {
    let ana = Fighter { attack: attack(15, 15), critical_strike: 50, hp: 500, ..hero(&[("lifesteal", 25)]) };
    // Critical hits of 23 and 23 give 6 each; the next turn is not critical.
    assert_eq!(tale(&[ana], &dummy(&[]), &[0]).changes("Ana"), [12]);
}

#[test]
fn lifesteal_of_a_monster_rounds_the_sum_down() {
    let bites =
        Fighter { attack: attack(15, 15), critical_strike: 50, hp: 500, ..dummy(&[("lifesteal", 25)]) };
    // A quarter of 46.
    assert_eq!(tale(&[hero(&[])], &bites, &[99, 0]).changes("Dummy"), [11]);
}

#[test]
fn restore_and_antipoison_are_counted_per_slot() {
    let ana = drinking(hero(&[]), 0, ("antipoison", 15), 9);
    let ana = drinking(Fighter { hp: 480, ..ana }, 1, ("restore", 30), 9);
    let tale = tale(&[ana], &dummy(&[("poison", 20)]), &[]);
    // 480 and 510 hp, then the second turn's antidote leaves 5 of poison and the third one's nothing.
    assert_eq!(tale.changes("Ana"), [30, -5]);
    assert_eq!(tale.heroes[0].utilities_used(), [2, 1]);
}

#[test]
fn a_shell_closes_for_three_turns_once_and_against_bosses_only() {
    let ana = || Fighter { hp: 450, ..hero(&[("shell", 40)]) };
    let monster = Fighter { attack: attack(100, 0), ..dummy(&[]) };
    for bout in [Bout::Boss, Bout::Raid] {
        let tale = tale(&[ana()], &Fighter { bout, ..monster.clone() }, &[]);
        assert_eq!(tale.changes("Ana"), [-100, -60, -60, -60, -100, -70]);
    }
    assert_eq!(tale(&[ana()], &monster, &[]).changes("Ana"), [-100, -100, -100, -100, -50]);
}

#[test]
fn a_shell_stays_open_at_two_fifths() {
    let ana = Fighter { hp: 400, ..hero(&[("shell", 40)]) };
    let monster = Fighter { attack: attack(1, 0), bout: Bout::Boss, ..dummy(&[]) };
    assert_eq!(tale(&[ana], &monster, &[]).turns("closes"), [3]);
}

#[test]
fn a_barrier_holds_its_value_and_is_new_every_fifth_turn() {
    let ana = Fighter { attack: attack(30, 0), ..hero(&[]) };
    let tale = tale(&[ana], &dummy(&[("barrier", 100)]), &[]);
    // Of five hits the fourth goes through with 20 and the fifth whole; then the barrier is new.
    assert_eq!(tale.first("Dummy"), [-20, -30, -20, -30, -20, -30]);
    assert_eq!(tale.turns("holds 10 ")[..2], [7, 17]);
}

#[test]
fn corruption_weakens_the_element_that_hit() {
    let ana = Fighter { attack: attack(100, 0), ..hero(&[]) };
    let monster = Fighter { res: attack(15, 50), ..dummy(&[("corrupted", 10)]) };
    let tale = tale(&[ana], &monster, &[]);
    assert_eq!(tale.first("Dummy"), [-85, -95, -105, -115]);
    assert_eq!(tale.monster.res.earth, 50);
}

#[test]
fn reconstitution_gives_everything_back_again_and_again() {
    let ana = Fighter { attack: attack(100, 0), ..hero(&[]) };
    let tale = tale(&[ana], &dummy(&[("reconstitution", 3)]), &[]);
    assert_eq!(tale.first("Dummy"), [-100, -100, -100, 300, -100, -100, -100, 300]);
}

#[test]
fn a_bubble_moves_to_another_element_every_turn() {
    let ana = Fighter { attack: attack(100, 0), ..hero(&[]) };
    let monster = Fighter { initiative: 1000, ..dummy(&[("protective_bubble", 65)]) };
    // The first of the elements that may come: fire, then earth, then fire. Two rolls for hits follow each.
    let tale = tale(&[ana], &monster, &[0, 99, 99, 0, 99, 99, 0, 99, 99]);
    assert_eq!(tale.first("Dummy"), [-35, -100, -35]);
}

#[test]
fn a_bubble_never_stays() {
    let tale = tale(&[hero(&[])], &dummy(&[("protective_bubble", 65)]), &[]);
    let monster = &tale.monster;
    assert_eq!(Element::ALL.map(|element| monster.res[element]).iter().sum::<i64>(), 65);
    // With the highest roll the last element that may come: air and water in turn.
    assert_eq!((tale.turns("more air").len(), tale.turns("more water").len()), (25, 25));
}

#[test]
fn a_sun_shield_weakens_the_first_hit_of_each_turn() {
    let ana = Fighter { attack: attack(100, 50), ..hero(&[]) };
    let ben = Fighter { attack: attack(0, 80), ..companion("Ben") };
    let tale = tale(&[ana, ben], &dummy(&[("sun_shield", 50)]), &[]);
    assert_eq!(tale.first("Dummy"), [-50, -50, -40, -50, -50, -40]);
}
