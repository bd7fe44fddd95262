//! Whose potions are whose in a party: whoever comes to the bank first leaves the others their share.

use std::collections::BTreeSet;

use game::{Bank, CharacterName, ItemCode, data::ItemType};

use crate::{decision::Comrade, parts::potions, situation::Situation};

/// The bank as one of a party uses it: of each potion only so many that, with what it carries, it has no more than an
/// equal share of all that the party can have. `None` while nobody knows the bank.
pub(super) fn own(situation: &Situation<'_>, with: &[CharacterName]) -> Option<Bank> {
    let mut bank = situation.bank?.clone();
    let names: BTreeSet<_> = with.iter().chain([&situation.character.name]).collect();
    let members = u32::try_from(names.len()).unwrap_or(u32::MAX);
    for (code, held) in &mut bank.items {
        if situation.data.items.get(code).is_some_and(|item| item.kind == ItemType::Utility) {
            let own = potions::carried(&situation.character, code);
            let theirs: u32 = situation.view.comrades.iter().map(|other| part(other, code)).sum();
            let share = (*held + own + theirs).div_ceil(members);
            *held = share.saturating_sub(own).min(*held);
        }
    }
    Some(bank)
}

/// What another one has of a potion, or is about to take out. It still claims what it has just taken, until it goes on.
fn part(Comrade { character, claims, .. }: &Comrade, code: &ItemCode) -> u32 {
    potions::carried(character, code).max(claims.get(code).copied().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use game::character::{Equipped, Slot};
    use serde_json::json;

    use super::*;
    use crate::fixture::{Given, given};

    fn member(name: &str) -> Given {
        let mut member = given("party", json!({"monster": "wolf", "with": ["Ana", "Ben", "Cleo"]}));
        member.character.name = name.parse().unwrap();
        member
    }

    fn left_for(member: &Given) -> u32 {
        let with = ["Ana", "Ben", "Cleo"].map(|name| name.parse().unwrap());
        member.look(|situation| own(situation, &with)).unwrap().count(&"potion".parse().unwrap())
    }

    #[test]
    fn whoever_comes_to_the_bank_first_leaves_the_others_their_share() {
        assert_eq!(left_for(&member("Ana").bank_holds("potion", 30)), 10);
        assert_eq!(left_for(&member("Ana").bank_holds("potion", 26).carries("potion", 4)), 6);
    }

    #[test]
    fn who_comes_last_has_its_share_too() {
        let mut ben = member("Ben");
        let worn = Equipped { code: "potion".parse().unwrap(), quantity: 10 };
        ben.character.equipment.insert(Slot::Utility1, worn);
        let mut ana =
            member("Ana").bank_holds("potion", 10).beside("Ben", ben).beside("Cleo", member("Cleo"));
        assert_eq!(left_for(&ana), 7, "while nobody knows that Cleo is about to take some");
        ana.comrades[1].claims.insert("potion".parse().unwrap(), 10);
        assert_eq!(left_for(&ana), 10);
    }
}
