//! The search held against trying everything.

use proptest::prelude::*;

use super::{Group, Numbers, Piece, best, without_dominated};

/// Like a fight: attack in whole turns, hit points against what the foe does, and some comfort.
fn score(numbers: &Numbers) -> f64 {
    let attack = (10 + numbers[8].max(0)) * (100 + numbers[7] + numbers[12]) / 100;
    let turns = (300 / attack.max(1) + 1) as f64;
    let hurt = turns * (12.0 - numbers[16] as f64 / 10.0).max(0.0);
    let hp = 100.0 + numbers[0] as f64;
    if hurt >= hp { -hurt / hp } else { (1000.0 + numbers[4] as f64) / (turns + 100.0 * hurt / hp) }
}

fn total(groups: &[Group<usize>], chosen: &[Vec<usize>]) -> Numbers {
    let mut sum = [0; 20];
    for (group, items) in groups.iter().zip(chosen) {
        for item in items {
            let piece = group.pieces.iter().find(|piece| piece.item == *item).unwrap();
            sum = std::array::from_fn(|number| sum[number] + piece.numbers[number]);
        }
    }
    sum
}

/// Every possible choice for a group.
fn choices(group: &Group<usize>) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for piece in &group.pieces {
        let with = all.iter().flat_map(|chosen: &Vec<usize>| {
            (0..=piece.count.min(group.places - chosen.len())).map(|times| {
                chosen.iter().copied().chain(std::iter::repeat_n(piece.item, times)).collect::<Vec<_>>()
            })
        });
        all = with.collect();
    }
    all.retain(|chosen| chosen.len() >= group.least);
    all
}

fn brute_force(groups: &[Group<usize>]) -> f64 {
    let mut all = vec![Vec::new()];
    for group in groups {
        let choices = choices(group);
        all = all
            .iter()
            .flat_map(|chosen: &Vec<Vec<usize>>| {
                choices.iter().map(|choice| chosen.iter().cloned().chain([choice.clone()]).collect())
            })
            .collect();
    }
    all.iter().map(|chosen| score(&total(groups, chosen))).fold(f64::MIN, f64::max)
}

/// A piece with a few numbers, good and bad.
fn piece() -> impl Strategy<Value = Numbers> {
    let numbers = (0..60_i64, -5..40_i64, -10..30_i64, 0..20_i64, -20..20_i64, 0..30_i64);
    numbers.prop_map(|(hp, attack, dmg, dmg_fire, res, wisdom)| {
        let mut numbers = [0; 20];
        (numbers[0], numbers[8], numbers[7]) = (hp, attack, dmg);
        (numbers[12], numbers[16], numbers[4]) = (dmg_fire, res, wisdom);
        numbers
    })
}

fn group(places: usize) -> impl Strategy<Value = Group<usize>> {
    prop::collection::vec((piece(), 1..=places), 1..5).prop_map(move |pieces| {
        let pieces = pieces.into_iter().enumerate();
        let pieces =
            pieces.map(|(item, (numbers, count))| Piece { item, numbers, count, special: false }).collect();
        Group { places, least: 0, pieces }
    })
}

/// One weapon, one helmet, two rings, three artifacts; the first few of some must be worn.
fn wardrobe() -> impl Strategy<Value = Vec<Group<usize>>> {
    (group(1), group(1), group(2), group(3), 0..2_usize).prop_map(
        |(weapon, helmet, rings, artifacts, least)| {
            let weapon = Group { least, ..weapon };
            vec![weapon, helmet, rings, artifacts]
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_better_is_found_by_trying_everything(groups in wardrobe()) {
        let useful: Vec<_> = groups.iter().map(without_dominated).collect();
        let found = best(&useful, [0; 20], &[0; 20], 1, score).remove(0);
        prop_assert_eq!(score(&total(&groups, &found)), brute_force(&groups));
        for (group, chosen) in groups.iter().zip(&found) {
            prop_assert!(choices(group).iter().any(|choice| {
                let (mut one, mut other) = (choice.clone(), chosen.clone());
                one.sort_unstable();
                other.sort_unstable();
                one == other
            }), "{chosen:?} cannot be worn");
        }
    }

    #[test]
    fn the_second_best_come_after_the_best(groups in wardrobe()) {
        let scores = |most| -> Vec<f64> {
            let found = best(&groups, [0; 20], &[0; 20], most, score);
            found.iter().map(|chosen| score(&total(&groups, chosen))).collect()
        };
        let five = scores(5);
        prop_assert!(five.is_sorted_by(|one, other| one >= other));
        prop_assert_eq!(&five[..five.len().min(2)], scores(2));
    }
}

#[test]
fn what_can_do_something_special_is_tried_though_others_have_better_numbers() {
    let piece = |item, number, special| {
        let mut numbers = [0; 20];
        numbers[0] = number;
        Piece { item, numbers, count: 1, special }
    };
    let pieces = vec![piece(0, 50, false), piece(1, 40, false), piece(2, 0, true)];
    let groups = [without_dominated(&Group { places: 1, least: 1, pieces })];
    let found = best(&groups, [0; 20], &[0; 20], 5, score);
    assert_eq!(found, [[[0]], [[2]]]);
}

#[test]
fn a_score_is_asked_for_so_often_and_no_more() {
    let pieces = |group: i64| {
        (0..40_usize).zip(0_i64..).map(move |(item, number)| {
            let mut numbers = [0; 20];
            // Each is best at something, so none can be left out.
            (numbers[0], numbers[8], numbers[16]) = (number, 40 - number, (number * number + group) % 37);
            Piece { item, numbers, count: 1, special: false }
        })
    };
    let groups: Vec<_> =
        (0..10).map(|group| Group { places: 1, least: 0, pieces: pieces(group).collect() }).collect();
    let mut looks = 0;
    let found = best(&groups, [0; 20], &[0; 20], 1, |numbers| {
        looks += 1;
        score(numbers)
    });
    let found = &found[0];
    // Sorting asks once for each piece.
    assert!(looks <= super::MOST_LOOKS + 400);
    assert!(score(&total(&groups, found)) > score(&[0; 20]), "{found:?}");
}
