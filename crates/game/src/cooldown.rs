//! How long each action keeps a character busy (RULES §4), in whole seconds.
//!
//! Only the arithmetic: who waits, and since when, is the world's matter.

use crate::round::nearest;

/// The least cooldown of any action but a fight.
pub const MINIMUM: u32 = 3;
/// The least cooldown of a fight.
pub const MINIMUM_FIGHT: u32 = 5;
/// Taking a transition.
pub const TRANSITION: u32 = 5;
/// Everything that has no rule of its own: gold in and out of the bank, using consumables and so on.
pub const OTHER: u32 = 3;

/// Walking over `tiles` tiles, the start not counted.
#[must_use]
pub fn movement(tiles: u32) -> u32 {
    tiles.saturating_mul(5)
}

/// A fight of `turns` turns with `haste` percent off; of a group, the haste of its fastest.
#[must_use]
pub fn fight(turns: u32, haste: i64) -> u32 {
    seconds(nearest(2 * i64::from(turns) * (100 - haste), 100), MINIMUM_FIGHT)
}

/// Resting until `missing_hp` of `max_hp` are back: one second per percent, begun ones counted whole.
#[must_use]
pub fn rest(missing_hp: i64, max_hp: i64) -> u32 {
    let max_hp = max_hp.max(1);
    seconds((100 * missing_hp.max(0) + max_hp - 1) / max_hp, MINIMUM)
}

/// A gather from a resource of `resource_level`; a tool's effect is negative, `-10` for 10 % off.
#[must_use]
pub fn gathering(resource_level: u32, tool_percent: i64) -> u32 {
    seconds(nearest((60 + i64::from(resource_level)) * (100 + tool_percent), 200), MINIMUM)
}

/// Making a recipe `quantity` times.
#[must_use]
pub fn crafting(quantity: u32) -> u32 {
    quantity.saturating_mul(5).max(MINIMUM)
}

/// Equipping or unequipping with a request of `entries` lines.
#[must_use]
pub fn equip(entries: usize) -> u32 {
    per_entry(entries)
}

/// Taking `quantity` items apart.
#[must_use]
pub fn recycling(quantity: u32) -> u32 {
    quantity.saturating_mul(3).max(MINIMUM)
}

/// Moving `different` items between inventory and bank, or giving them away.
#[must_use]
pub fn bank_items(different: usize) -> u32 {
    per_entry(different)
}

fn per_entry(entries: usize) -> u32 {
    u32::try_from(entries).unwrap_or(u32::MAX).saturating_mul(3).max(MINIMUM)
}

fn seconds(value: i64, least: u32) -> u32 {
    u32::try_from(value.max(0)).unwrap_or(u32::MAX).max(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_costs_five_seconds_a_tile() {
        assert_eq!([1, 2, 17].map(movement), [5, 10, 85]);
    }

    #[test]
    fn a_fight_costs_two_seconds_a_turn_less_haste_but_never_less_than_five() {
        let table =
            [((1, 0), 5), ((10, 0), 20), ((11, 25), 17), ((13, 50), 13), ((100, 0), 200), ((9, 120), 5)];
        for ((turns, haste), expected) in table {
            assert_eq!(fight(turns, haste), expected, "{turns} turns, haste {haste}");
        }
    }

    #[test]
    fn a_fight_rounds_halves_up() {
        // 2 × 25 × 0.95 = 47.5
        assert_eq!(fight(25, 5), 48);
    }

    #[test]
    fn rest_costs_a_second_per_begun_percent_but_never_less_than_three() {
        let table = [
            ((0, 120), 3),
            ((1, 120), 3),
            ((4, 120), 4),
            ((60, 120), 50),
            ((119, 120), 100),
            ((120, 120), 100),
        ];
        for ((missing, max), expected) in table {
            assert_eq!(rest(missing, max), expected, "{missing} of {max}");
        }
    }

    #[test]
    fn a_gather_takes_longer_for_higher_resources_and_shorter_with_a_tool() {
        let table =
            [((1, 0), 31), ((1, -10), 27), ((10, 0), 35), ((20, -20), 32), ((45, -70), 16), ((1, -100), 3)];
        for ((level, tool), expected) in table {
            assert_eq!(gathering(level, tool), expected, "level {level}, tool {tool}");
        }
    }

    #[test]
    fn crafts_and_transfers_cost_by_number() {
        assert_eq!([1, 2, 10].map(crafting), [5, 10, 50]);
        assert_eq!([1, 2, 20].map(equip), [3, 6, 60]);
        assert_eq!([1, 4].map(bank_items), [3, 12]);
        assert_eq!([1, 7].map(recycling), [3, 21]);
    }
}
