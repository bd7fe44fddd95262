//! Dice that fall the same way each time: what they show is in the seed, the rule, and the request's place in its lane.

/// The dice of one request before one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dice(u64);

impl Dice {
    /// The dice of the `turn`-th request in a lane.
    pub(super) fn new(seed: u64, rule: u64, lane: u64, turn: u64) -> Self {
        let mut dice = Self(seed);
        for part in [rule, lane, turn] {
            dice.0 = dice.next() ^ part;
        }
        dice
    }

    /// A number from 0 up to, but not including, 1.
    pub(super) fn chance(&mut self) -> f64 {
        let whole = u32::try_from(self.next() >> 32).expect("32 bits are left");
        f64::from(whole) / (f64::from(u32::MAX) + 1.0)
    }

    /// A whole number between the two, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = most.abs_diff(least).saturating_add(1);
        least.saturating_add_unsigned(self.next() % width)
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// The lane of a path: a number that is the same for the same path, on every machine and in every version (FNV-1a).
pub(super) fn lane(path: &str) -> u64 {
    let byte = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    path.bytes().fold(0xcbf2_9ce4_8422_2325, byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_comes_up_as_often_as_it_says() {
        let hits = (0..10_000).filter(|turn| Dice::new(7, 1, lane("/"), *turn).chance() < 0.1).count();
        assert!((900..1100).contains(&hits), "{hits} of 10 000");
    }

    #[test]
    fn seed_rule_lane_and_turn_each_change_what_the_dice_show() {
        let shown: Vec<_> = [(1, 1, 1, 1), (2, 1, 1, 1), (1, 2, 1, 1), (1, 1, 2, 1), (1, 1, 1, 2)]
            .map(|(seed, rule, lane, turn)| Dice::new(seed, rule, lane, turn).next())
            .into();
        assert_eq!(shown.iter().collect::<std::collections::BTreeSet<_>>().len(), shown.len());
        assert_eq!(Dice::new(1, 2, 3, 4), Dice::new(1, 2, 3, 4));
    }

    #[test]
    fn numbers_lie_between_their_ends() {
        let mut dice = Dice::new(1, 1, 1, 1);
        let mut thrown: Vec<_> = (0..200).map(|_| dice.between(-2, 2)).collect();
        thrown.sort_unstable();
        thrown.dedup();
        assert_eq!(thrown, [-2, -1, 0, 1, 2]);
        assert_eq!(dice.between(9, 9), 9);
    }
}
