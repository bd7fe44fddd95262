//! What comes first in a turn.

use super::super::{scripted::*, *};

/// Ana, poisoned and burnt from the monster's first turn on: 30 and 20 in her second turn.
fn afflicted(ana: Fighter) -> Tale {
    let monster = Fighter { attack: attack(200, 0), ..dummy(&[("burn", 10), ("poison", 30)]) };
    tale(&[Fighter { res: attack(100, 0), ..ana }], &monster, &[])
}

#[test]
fn a_turn_heals_then_poisons_then_burns() {
    let ana = drinking(Fighter { hp: 499, ..hero(&[("healing", 1)]) }, 0, ("restore", 10), 2);
    let tale = afflicted(ana);
    assert_eq!(tale.first("Ana"), [10, -30, -20, 10, 10, -30, -18]);
    assert_eq!((tale.turns("healing")[0], tale.turns("restore")), (5, vec![1, 5]));
}

#[test]
fn an_antidote_acts_before_the_poison() {
    let ana = drinking(hero(&[]), 0, ("antipoison", 30), 1);
    assert_eq!(afflicted(ana).first("Ana"), [-20, -18]);
}

#[test]
fn potions_are_drunk_before_the_poison_kills() {
    let dying = Fighter { hp: 50, ..hero(&[]) };
    assert_eq!(afflicted(dying.clone()).ending, Ending { win: false, turns: 3 });
    let tale = afflicted(drinking(dying, 0, ("restore", 1), 3));
    assert_eq!(tale.ending, Ending { win: false, turns: 5 });
}

#[test]
fn who_is_killed_by_poison_does_nothing_more() {
    let ana = Fighter { hp: 30, attack: attack(0, 500), ..hero(&[]) };
    let tale = afflicted(ana);
    assert_eq!((tale.monster.hp, tale.ending), (500, Ending { win: false, turns: 3 }));
}

#[test]
fn a_monster_burnt_to_death_in_its_own_turn_is_defeated() {
    let ana = Fighter { attack: attack(100, 0), ..hero(&[("burn", 20)]) };
    let monster = Fighter { hp: 120, attack: attack(500, 0), ..dummy(&[]) };
    let tale = tale(&[ana], &monster, &[]);
    assert_eq!((tale.ending, tale.heroes[0].hp), (Ending { win: true, turns: 2 }, 1000));
}

#[test]
fn effects_act_in_the_rules_order_whatever_the_order_of_items() {
    let stored = hero(&[("burn", 20), ("restore", 30), ("healing", 8)]);
    let values: Vec<_> = stored.effects.iter().map(|borne| borne.value).collect();
    assert_eq!(values, [8, 30, 20]);
}
