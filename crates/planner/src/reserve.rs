//! What of a bank is spoken for, so that two never count on the same thing.
//!
//! Nothing of it is remembered: it follows from what characters do now and from the plan for the goals, and ends with them.

use std::collections::BTreeMap;

use game::{Bank, CharacterName, ItemCode};

/// So many of each item.
pub type Items = BTreeMap<ItemCode, u32>;

/// What is asked of a bank. `G` names a goal.
#[derive(Debug, Clone)]
pub struct Demands<G> {
    /// What characters count on for what they do now: whoever has done so longest comes first.
    pub claims: Vec<(CharacterName, ItemCode, u32)>,
    /// What characters still have to take out for the parts of goals that they do now.
    pub takes: Vec<(CharacterName, G, Items)>,
    /// What goals count on in all.
    pub holds: Vec<(G, Items)>,
}

/// Somebody who counts on something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder<G> {
    /// A character, for what it does now.
    Character(CharacterName),
    /// A goal, for a part to come.
    Goal(G),
}

/// So many of an item that are spoken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reservation<G> {
    /// Which item.
    pub code: ItemCode,
    /// How many, one at least.
    pub quantity: u32,
    /// By whom.
    pub holder: Holder<G>,
}

/// Shares a bank out: first come, first served, and never more than there is.
#[must_use]
pub fn reserve<G: Clone + Ord>(bank: &Bank, demands: &Demands<G>) -> Vec<Reservation<G>> {
    let mut shares = Shares { left: bank.items.clone(), granted: BTreeMap::new() };
    for (who, code, wanted) in &demands.claims {
        shares.grant(code, Holder::Character(who.clone()), *wanted);
    }
    let mut taken: BTreeMap<(&G, &ItemCode), u32> = BTreeMap::new();
    for (who, goal, items) in &demands.takes {
        for (code, wanted) in items {
            let holder = Holder::Character(who.clone());
            let claimed = shares.of(code, &holder).min(*wanted);
            let more = shares.grant(code, holder, wanted - claimed);
            *taken.entry((goal, code)).or_default() += claimed + more;
        }
    }
    for (goal, items) in &demands.holds {
        for (code, wanted) in items {
            let taken = taken.get(&(goal, code)).copied().unwrap_or(0);
            shares.grant(code, Holder::Goal(goal.clone()), wanted.saturating_sub(taken));
        }
    }
    let granted = shares.granted.into_iter().filter(|(_, quantity)| *quantity > 0);
    granted.map(|((code, holder), quantity)| Reservation { code, quantity, holder }).collect()
}

/// A bank that is being shared out.
struct Shares<G> {
    left: Items,
    granted: BTreeMap<(ItemCode, Holder<G>), u32>,
}

impl<G: Clone + Ord> Shares<G> {
    fn of(&self, code: &ItemCode, holder: &Holder<G>) -> u32 {
        self.granted.get(&(code.clone(), holder.clone())).copied().unwrap_or(0)
    }

    /// Gives as many as are left; says how many.
    fn grant(&mut self, code: &ItemCode, holder: Holder<G>, wanted: u32) -> u32 {
        let Some(left) = self.left.get_mut(code) else { return 0 };
        let quantity = wanted.min(*left);
        *left -= quantity;
        *self.granted.entry((code.clone(), holder)).or_default() += quantity;
        quantity
    }
}

/// The bank as a character may count on it: without what is reserved for others.
#[must_use]
pub fn bank_for<G>(bank: &Bank, reserved: &[Reservation<G>], who: &CharacterName) -> Bank {
    bank_without(bank, reserved, |holder| !matches!(holder, Holder::Character(name) if name == who))
}

/// The bank without what is reserved for some. What is all spoken for keeps its slot.
#[must_use]
pub fn bank_without<G>(bank: &Bank, reserved: &[Reservation<G>], some: impl Fn(&Holder<G>) -> bool) -> Bank {
    let mut rest = bank.clone();
    for Reservation { code, quantity, .. } in reserved.iter().filter(|one| some(&one.holder)) {
        if let Some(there) = rest.items.get_mut(code) {
            *there = there.saturating_sub(*quantity);
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(list: &[(&str, u32)]) -> Items {
        list.iter().map(|(code, quantity)| (code.parse().unwrap(), *quantity)).collect()
    }

    fn name(name: &str) -> CharacterName {
        name.parse().unwrap()
    }

    fn bank(list: &[(&str, u32)]) -> Bank {
        Bank { items: items(list), slots: 50, ..Bank::default() }
    }

    fn nothing() -> Demands<char> {
        Demands { claims: Vec::new(), takes: Vec::new(), holds: Vec::new() }
    }

    /// What of an item somebody may count on.
    fn sees(bank: &Bank, demands: &Demands<char>, who: &str, code: &str) -> u32 {
        bank_for(bank, &reserve(bank, demands), &name(who)).count(&code.parse().unwrap())
    }

    #[test]
    fn two_never_count_on_the_same_ore() {
        let bank = bank(&[("copper_ore", 30)]);
        let claim = |who, quantity| (name(who), "copper_ore".parse().unwrap(), quantity);
        let demands = Demands { claims: vec![claim("Ana", 20), claim("Bob", 20)], ..nothing() };
        let seen = ["Ana", "Bob", "Cid"].map(|who| sees(&bank, &demands, who, "copper_ore"));
        assert_eq!(seen, [20, 10, 0], "who came first has it all, the other what is left");
    }

    #[test]
    fn what_a_goal_counts_on_is_left_alone_by_all_but_who_takes_it_now() {
        let bank = bank(&[("copper_bar", 30)]);
        let takes = vec![(name("Ana"), 'g', items(&[("copper_bar", 12)]))];
        let demands = Demands { takes, holds: vec![('g', items(&[("copper_bar", 25)]))], ..nothing() };
        let seen = ["Ana", "Bob"].map(|who| sees(&bank, &demands, who, "copper_bar"));
        assert_eq!(seen, [17, 5]);
    }

    #[test]
    fn a_claim_on_what_a_part_takes_anyway_counts_once() {
        let bank = bank(&[("copper_bar", 30)]);
        let claims = vec![(name("Ana"), "copper_bar".parse().unwrap(), 6)];
        let takes = vec![(name("Ana"), 'g', items(&[("copper_bar", 12)]))];
        let demands = Demands { claims, takes, holds: vec![('g', items(&[("copper_bar", 12)]))] };
        assert_eq!(sees(&bank, &demands, "Bob", "copper_bar"), 18);
    }

    #[test]
    fn nothing_is_reserved_that_is_not_there_and_what_is_all_reserved_keeps_its_slot() {
        let bank = bank(&[("copper_bar", 3)]);
        let demands =
            Demands { holds: vec![('g', items(&[("copper_bar", 9), ("iron_bar", 9)]))], ..nothing() };
        let own = bank_for(&bank, &reserve(&bank, &demands), &name("Bob"));
        assert_eq!((own.count(&"copper_bar".parse().unwrap()), own.free_slots()), (0, 49));
    }
}
