//! Raid bosses: survived is won, and what they lose is counted.

use super::{scripted::*, *};

#[test]
fn surviving_a_raid_boss_is_a_win_and_its_damage_is_told() {
    let ana = Fighter { attack: attack(7, 0), ..hero(&[]) };
    let tale = tale(&[ana], &Fighter { bout: Bout::Raid, ..dummy(&[]) }, &[]);
    assert_eq!((tale.ending, tale.monster.damage_taken()), (Ending { win: true, turns: 100 }, 50 * 7));
}

#[test]
fn surviving_a_boss_is_a_loss() {
    let tale = tale(&[hero(&[])], &Fighter { bout: Bout::Boss, ..dummy(&[]) }, &[]);
    assert_eq!(tale.ending, Ending { win: false, turns: 100 });
}

#[test]
fn a_raid_is_lost_when_all_fall_and_what_was_healed_still_counts() {
    let ana = Fighter { attack: attack(100, 0), ..hero(&[]) };
    let boss = Fighter { attack: attack(250, 0), bout: Bout::Raid, ..dummy(&[("reconstitution", 2)]) };
    let tale = tale(&[ana], &boss, &[]);
    assert_eq!((tale.ending, tale.monster.damage_taken()), (Ending { win: false, turns: 8 }, 400));
    assert_eq!(tale.monster.hp, 1000);
}

#[test]
fn a_raid_boss_starts_with_what_is_left_of_it_and_loses_no_more() {
    let ana = Fighter { attack: attack(100, 0), ..hero(&[]) };
    let tale = tale(&[ana], &Fighter { bout: Bout::Raid, hp: 250, ..dummy(&[]) }, &[]);
    assert_eq!((tale.ending, tale.monster.damage_taken()), (Ending { win: true, turns: 5 }, 250));
}

#[test]
fn the_data_say_who_is_a_boss() {
    let kinds = [MonsterType::Normal, MonsterType::Elite, MonsterType::Boss, MonsterType::RaidBoss];
    let bouts = kinds.map(|kind| Fighter::monster(&Monster { kind, ..chicken() }).bout);
    assert_eq!(bouts, [Bout::Single, Bout::Single, Bout::Boss, Bout::Raid]);
}
