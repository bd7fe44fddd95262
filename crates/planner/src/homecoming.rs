//! An orderly end: a mind that was told to wind down puts what it carries into the bank, and is done.

use game::ItemCode;

use crate::{
    decision::Decision,
    parts::banking::{self, Keep},
    situation::Situation,
};

/// The next step home. Food, tools and what is in `keep` stay in the bag; potions may be for others.
pub(crate) fn decide(situation: &Situation<'_>, keep: &[ItemCode]) -> Decision {
    let keep = Keep { codes: keep, food: true, utilities: false, tools: true };
    let next = banking::put_all_away(situation, keep, "Stopping as asked");
    next.map_or_else(
        || Decision::done("Stopped as asked; nothing is left to put into the bank"),
        without_block,
    )
}

/// Who is to stop does not wait until something changes: what is in the way of the bank is told, and it stops where it is.
pub(crate) fn without_block(decision: Decision) -> Decision {
    match decision {
        Decision::Blocked { why } => {
            Decision::done(format!("Stopped as asked, short of the bank: {}", why.text))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use game::{Action, RefusalCode, character::Slot};
    use serde_json::json;

    use crate::{
        Decision,
        fixture::{Given, given, walk},
    };

    fn miner() -> Given {
        let mut ana = given("gathering", json!({"resource": "copper_rocks", "keep": ["gem"]}))
            .wears(Slot::Weapon, "stick")
            .at(3)
            .carries("copper_ore", 5)
            .carries("gem", 1)
            .carries("potion", 3)
            .carries("apple", 2);
        ana.mind.wind_down();
        ana
    }

    #[test]
    fn puts_what_it_carries_into_the_bank_and_is_done() {
        let mut ana = miner();
        assert_eq!(ana.action(), walk(2));
        ana = ana.at(2);
        let Action::DepositItem { items } = ana.action() else { panic!("no deposit") };
        assert_eq!(items.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), ["copper_ore", "potion"]);
        ana.character.inventory.remove(&"copper_ore".parse().unwrap(), 5).unwrap();
        ana.character.inventory.remove(&"potion".parse().unwrap(), 3).unwrap();
        let decision = ana.step();
        assert!(matches!(decision, Decision::Done { .. }), "{decision:?}");
        assert_eq!(decision.why().text, "Stopped as asked; nothing is left to put into the bank");
    }

    #[test]
    fn says_why_it_goes_to_the_bank() {
        let text = miner().step().why().text.clone();
        assert_eq!(text, "Stopping as asked: taking 5 copper_ore and 3 potion to the bank at (1, 0)");
    }

    #[test]
    fn stops_where_it_is_when_the_bank_is_out_of_reach() {
        let mut ana = miner();
        for _ in 0..10 {
            if ana.step().action().is_none() {
                break;
            }
            ana.refused(RefusalCode::Other(599));
            ana = ana.minutes_later(1);
        }
        let decision = ana.step();
        assert!(matches!(decision, Decision::Done { .. }), "{decision:?}");
        assert!(
            decision.why().text.starts_with("Stopped as asked, short of the bank: The game refused"),
            "{decision:?}"
        );
    }

    #[test]
    fn goes_back_to_work_when_that_is_taken_back() {
        let mut ana = miner();
        ana.mind.carry_on();
        assert_eq!(ana.action(), Action::Gathering);
    }

    #[test]
    fn a_mind_that_winds_down_does_so_after_a_restart() {
        let ana = miner();
        let text = serde_json::to_string(&ana.mind).unwrap();
        let mind: crate::Mind = serde_json::from_str(&text).unwrap();
        assert!(mind.is_winding_down());
    }
}
