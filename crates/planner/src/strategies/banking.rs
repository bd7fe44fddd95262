//! Banking: takes what is carried to the bank, and is done.

use game::ItemCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::AnyItem,
    decision::Decision,
    homecoming,
    notes::Notes,
    parts::banking::{self, Keep},
    situation::Situation,
    strategies::Strategy,
};

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Takes everything that is carried to the bank, and is done: the last step of a workflow that is to leave something there.";

/// What a player may configure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Banking {
    /// Items that stay in the bag.
    #[schemars(with = "Vec<AnyItem>")]
    keep: Vec<ItemCode>,
}

impl Strategy for Banking {
    fn check(&self) -> Result<(), String> {
        Ok(())
    }

    fn keeps(&self) -> &[ItemCode] {
        &self.keep
    }

    fn decide(&self, situation: &Situation<'_>, _notes: &mut Notes) -> Decision {
        let keep = Keep { codes: &self.keep, food: false, utilities: false, tools: false };
        let next = banking::put_all_away(situation, keep, "Bringing home what is carried");
        next.map_or_else(|| Decision::done("Nothing is left to put into the bank"), homecoming::without_block)
    }
}

#[cfg(test)]
mod tests {
    use game::Action;
    use serde_json::json;

    use crate::{
        Decision,
        fixture::{given, walk},
    };

    #[test]
    fn puts_all_that_is_carried_into_the_bank_and_is_done() {
        let mut ana = given("banking", json!({"keep": ["gem"]}))
            .at(3)
            .carries("copper_ore", 5)
            .carries("apple", 2)
            .carries("gem", 1);
        assert_eq!(ana.action(), walk(2));
        ana = ana.at(2);
        let Action::DepositItem { items } = ana.action() else { panic!("no deposit") };
        assert_eq!(items.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), ["copper_ore", "apple"]);
        for (code, quantity) in [("copper_ore", 5), ("apple", 2)] {
            ana.character.inventory.remove(&code.parse().unwrap(), quantity).unwrap();
        }
        let decision = ana.step();
        assert!(matches!(decision, Decision::Done { .. }), "{decision:?}");
    }
}
