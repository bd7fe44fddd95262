//! Rolls of the dice: drops and gold (RULES §6).

use game::{SimpleItem, data::Drop};
use rand::{Rng, RngExt};

/// Rolls each line of a drop table on its own; what drops is not yet in any inventory.
pub(crate) fn drops(rng: &mut impl Rng, table: &[Drop], prospecting: i64) -> Vec<SimpleItem> {
    let chance = u64::try_from(1000 + prospecting).unwrap_or(0);
    let mut dropped = Vec::new();
    for line in table {
        // One in `rate`, and a thousandth of that more for each point of prospecting.
        if rng.random_range(0..1000 * u64::from(line.rate.max(1))) < chance {
            let most = line.max_quantity.max(line.min_quantity);
            dropped.push(SimpleItem::new(line.code.clone(), rng.random_range(line.min_quantity..=most)));
        }
    }
    dropped
}

/// Draws exactly one line of a table: its rates are weights, one in `rate` each, of whatever sum (RULES §11).
pub(crate) fn one_of(rng: &mut impl Rng, table: &[Drop]) -> Option<SimpleItem> {
    let total: u64 = table.iter().map(weight).sum();
    if total == 0 {
        return None;
    }
    let mut at = rng.random_range(0..total);
    for line in table {
        if at < weight(line) {
            let most = line.max_quantity.max(line.min_quantity);
            return Some(SimpleItem::new(line.code.clone(), rng.random_range(line.min_quantity..=most)));
        }
        at -= weight(line);
    }
    None
}

/// 1 / rate, in whole parts fine enough for any rate.
fn weight(line: &Drop) -> u64 {
    (1 << 32) / u64::from(line.rate.max(1))
}

/// Any amount between the two, both included.
pub(crate) fn amount(rng: &mut impl Rng, least: i64, most: i64) -> i64 {
    rng.random_range(least..=most.max(least))
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;

    /// How many of 10,000 rolls of a one-in-`rate` line dropped something.
    fn hits(rate: u32, prospecting: i64) -> usize {
        let line = Drop { code: "egg".parse().unwrap(), rate, min_quantity: 1, max_quantity: 3 };
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(7);
        (0..10_000).filter(|_| !drops(&mut rng, std::slice::from_ref(&line), prospecting).is_empty()).count()
    }

    #[test]
    fn a_rate_of_one_always_drops() {
        assert_eq!(hits(1, 0), 10_000);
    }

    #[test]
    fn of_a_table_one_line_comes_up_as_often_as_its_rate_says() {
        let line =
            |item: &str, rate| Drop { code: item.parse().unwrap(), rate, min_quantity: 1, max_quantity: 1 };
        // 1/2, 1/4 and 1/20 make 0.8: 62.5 %, 31.25 % and 6.25 %.
        let table = [line("egg", 2), line("wool", 4), line("gem", 20)];
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(7);
        let drawn: Vec<_> = (0..10_000).map(|_| one_of(&mut rng, &table).unwrap().code).collect();
        for (item, expected) in [("egg", 6150..6350), ("wool", 3025..3225), ("gem", 560..690)] {
            let times = drawn.iter().filter(|code| code.as_str() == item).count();
            assert!(expected.contains(&times), "{item} came up {times} times");
        }
        assert_eq!(one_of(&mut rng, &[]), None);
    }

    #[test]
    fn a_rate_of_ten_drops_one_time_in_ten() {
        assert!((900..1100).contains(&hits(10, 0)));
    }

    #[test]
    fn prospecting_adds_a_thousandth_a_point_and_never_goes_beyond_always() {
        assert!((1800..2200).contains(&hits(10, 1000)));
        assert_eq!(hits(2, 5000), 10_000);
    }

    #[test]
    fn every_quantity_between_least_and_most_comes_up() {
        let line = Drop { code: "egg".parse().unwrap(), rate: 1, min_quantity: 2, max_quantity: 4 };
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(7);
        let mut seen: Vec<_> =
            (0..100).map(|_| drops(&mut rng, std::slice::from_ref(&line), 0)[0].quantity).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen, [2, 3, 4]);
    }
}
