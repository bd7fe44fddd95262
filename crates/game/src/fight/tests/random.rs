//! Whatever fighters and effects meet, a fight ends within its rules.

use proptest::{
    array::{uniform2, uniform3, uniform4},
    collection::vec,
    prelude::*,
    sample::select,
};

use super::*;

/// A few effects; among their values some that no season would send.
fn some_effects() -> impl Strategy<Value = Vec<(&'static str, i64)>> {
    let codes: Vec<_> = effects::EFFECTS.iter().map(|(code, _)| *code).collect();
    vec((select(codes), -100..300_i64), 0..6)
}

prop_compose! {
    fn any_fighter()(
        max_hp in 1..1000_i64,
        share in 1..=100_i64,
        numbers in uniform3(uniform4(-50..150_i64)),
        [critical_strike, initiative, threat] in uniform3(0..100_i64),
        bout in select(vec![Bout::Single, Bout::Boss, Bout::Raid]),
        borne in some_effects(),
        drunk in some_effects(),
        utilities in uniform2(0..5_u32),
    ) -> Fighter {
        let [attack, dmg, res] = numbers.map(|[fire, earth, water, air]| PerElement { fire, earth, water, air });
        let hp = (max_hp * share / 100).max(1);
        let stats = Fighter { attack, dmg, res, critical_strike, initiative, threat, ..fighter(0) };
        let mut fighter = Fighter { hp, max_hp, usual_max_hp: max_hp, bout, utilities, ..stats };
        for (code, value) in borne {
            fighter.bear(code, value, None);
        }
        for (index, (code, value)) in drunk.into_iter().enumerate() {
            fighter.bear(code, value, Some(index % 2));
        }
        fighter
    }
}

proptest! {
    #[test]
    fn any_fight_ends_in_bounds_and_the_same_seed_ends_it_alike(
        heroes in vec(any_fighter(), 1..4),
        monster in any_fighter(),
        seed in any::<u64>(),
    ) {
        let fight = |log| {
            let (mut heroes, mut monster) = (heroes.clone(), monster.clone());
            let ending = run(&mut heroes, &mut monster, &mut rng(seed), log);
            (ending, heroes, monster)
        };
        let (ending, after, foe) = fight(None);
        for (fighter, before) in after.iter().chain([&foe]).zip(heroes.iter().chain([&monster])) {
            prop_assert!((0..=before.max_hp).contains(&fighter.hp), "{fighter:?}");
            for slot in 0..2 {
                let units = fighter.utilities[slot] + fighter.utilities_used()[slot];
                prop_assert_eq!(units, before.utilities[slot]);
            }
        }
        prop_assert!(ending.turns <= MAX_TURNS);
        let survived = ending.turns == MAX_TURNS && monster.bout == Bout::Raid;
        prop_assert!(!ending.win || foe.hp == 0 || survived, "{ending:?} with {foe:?}");

        let (again, others, _) = fight(Some(&mut Vec::new()));
        prop_assert_eq!(ending, again);
        let hp = |heroes: &[Fighter]| heroes.iter().map(|hero| hero.hp).collect::<Vec<_>>();
        prop_assert_eq!(hp(&after), hp(&others));
    }
}
