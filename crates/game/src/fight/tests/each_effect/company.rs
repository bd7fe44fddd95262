//! Effects on companions.

use super::super::{scripted::*, *};

#[test]
fn a_healing_aura_heals_the_others_every_second_turn() {
    let ana = Fighter { hp: 500, ..hero(&[("healing_aura", 10)]) };
    let (ben, cid) = (Fighter { hp: 500, ..companion("Ben") }, Fighter { hp: 0, ..companion("Cid") });
    let tale = tale(&[ana, ben, cid], &dummy(&[]), &[]);
    assert_eq!(tale.changes("Ben"), [100; 5]);
    assert_eq!(tale.turns("healing_aura")[..2], [4, 10]);
    assert_eq!((tale.heroes[0].hp, tale.heroes[2].hp), (500, 0), "neither the bearer nor the fallen");
}

#[test]
fn a_vampiric_strike_heals_the_weakest_other_once_in_three_turns() {
    let ana =
        Fighter { attack: attack(10, 0), critical_strike: 100, hp: 100, ..hero(&[("vampiric_strike", 30)]) };
    let ben = Fighter { hp: 993, ..companion("Ben") };
    let cid = Fighter { hp: 50, max_hp: 50, ..companion("Cid") };
    let tale = tale(&[ana, ben, cid], &dummy(&[]), &[]);
    // Cid lacks nothing. 30 % of 15 are 5, rounded up; the second time Ben lacks only 2.
    assert_eq!((tale.changes("Ben"), tale.heroes[0].hp), (vec![5, 2], 100));
    assert_eq!(tale.turns("vampiric_strike"), [1, 13]);
}

#[test]
fn a_splash_heals_who_lost_most_of_those_below_half() {
    let ana = drinking(Fighter { hp: 100, ..hero(&[]) }, 1, ("splash_restore", 150), 9);
    let ben = Fighter { hp: 450, ..companion("Ben") };
    let cid = Fighter { hp: 190, max_hp: 400, ..companion("Cid") };
    let tale = tale(&[ana, ben, cid], &dummy(&[]), &[]);
    assert_eq!(
        (tale.changes("Ana"), tale.changes("Ben"), tale.changes("Cid")),
        (vec![], vec![150], vec![150])
    );
    assert_eq!((tale.turns("Ben gains"), tale.turns("Cid gains")), (vec![1], vec![5]));
    assert_eq!(tale.heroes[0].utilities_used(), [0, 2]);
}

#[test]
fn a_splash_is_kept_by_who_fights_alone() {
    let ana = drinking(Fighter { hp: 100, ..hero(&[]) }, 0, ("splash_restore", 150), 9);
    assert_eq!(tale(&[ana], &dummy(&[]), &[]).heroes[0].utilities_used(), [0, 0]);
}

#[test]
fn a_guard_takes_its_share_three_times() {
    let ben = Fighter { hp: 480, threat: 5, ..companion("Ben") };
    let monster = Fighter { attack: attack(101, 0), ..dummy(&[]) };
    // Every hit goes to the highest threat.
    let tale = tale(&[hero(&[("guard", 50)]), ben], &monster, &[99, 99, 0, 99].repeat(4));
    // Half of 101, rounded up, is Ana's.
    assert_eq!((tale.first("Ana"), tale.first("Ben")), ([-51, -51, -51], [-50, -50, -50, -101]));
    assert_eq!(tale.turns("guards Ben"), [1, 4, 7]);
}

#[test]
fn a_guard_chooses_the_least_share_and_ends_with_the_bearers_next_turn() {
    let ben = Fighter { hp: 490, ..companion("Ben") };
    let cid = Fighter { hp: 190, max_hp: 400, threat: 5, ..companion("Cid") };
    let monster = Fighter { attack: attack(10, 0), ..dummy(&[]) };
    let tale = tale(&[hero(&[("guard", 50)]), ben, cid], &monster, &[99, 99, 99, 0, 99]);
    // Cid has 47.5 % and Ben 49 %.
    assert_eq!((tale.first("Cid"), tale.turns("guards Cid")[0], tale.first("Ana")), ([-5], 1, [-5]));
}

#[test]
fn nobody_is_guarded_at_half_or_above() {
    let ben = Fighter { hp: 500, ..companion("Ben") };
    assert!(tale(&[hero(&[("guard", 50)]), ben], &dummy(&[]), &[]).turns("guards").is_empty());
}

#[test]
fn of_a_hundred_hits_ninety_go_to_threat() {
    let ben = Fighter { hp: 900, ..companion("Ben") };
    let ana = Fighter { threat: 1, ..hero(&[]) };
    let monster = Fighter { attack: attack(10, 0), ..dummy(&[]) };
    // Two hits of heroes, then whom the monster hits, then its hit.
    let tale = tale(&[ana, ben], &monster, &[99, 99, 89, 99, 99, 99, 90, 99]);
    assert_eq!((tale.turns("hits Ana")[0], tale.turns("hits Ben")[0]), (3, 6));
}
