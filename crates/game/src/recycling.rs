//! Recycling: how many materials come back, and what getting more of them costs (RULES §6).
//!
//! Which materials they are is left to chance, and so to the world.

use crate::{data::Craft, round::nearest};

/// All ingredients of a recipe together.
#[must_use]
pub fn ingredients(recipe: &Craft) -> u32 {
    recipe.items.iter().map(|item| item.quantity).sum()
}

/// Materials that one item gives back whose recipe takes `ingredients` in all: one, and one more for each begun five
/// after the first five.
#[must_use]
pub fn returned(ingredients: u32) -> u32 {
    ingredients.saturating_sub(1) / 5 + 1
}

/// `returned` materials with the 30 % that gold brings.
#[must_use]
pub fn enhanced(returned: u32) -> u32 {
    u32::try_from(nearest(13 * i64::from(returned), 10)).unwrap_or(u32::MAX)
}

/// Gold for enhanced recycling of `quantity` items of `level` whose recipe takes `ingredients` in all.
#[must_use]
pub fn enhanced_cost(level: u32, ingredients: u32, quantity: u32) -> i64 {
    let each = match level {
        ..=20 => 5,
        21..=30 => 10,
        31..=40 => 15,
        41..=45 => 20,
        46.. => 25,
    };
    each * i64::from(ingredients) * i64::from(quantity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_gives_back_about_a_fifth_of_its_recipe() {
        let table = [(0, 1), (1, 1), (5, 1), (6, 2), (10, 2), (11, 3), (15, 3), (16, 4), (21, 5)];
        for (total, expected) in table {
            assert_eq!(returned(total), expected, "{total} ingredients");
        }
    }

    #[test]
    fn gold_brings_thirty_percent_more_halves_rounded_up() {
        let table = [(1, 1), (2, 3), (3, 4), (4, 5), (5, 7), (10, 13), (15, 20)];
        for (plain, expected) in table {
            assert_eq!(enhanced(plain), expected, "{plain} materials");
        }
    }

    #[test]
    fn enhanced_recycling_costs_by_level_ingredients_and_quantity() {
        let table = [(1, 5), (20, 5), (21, 10), (30, 10), (31, 15), (40, 15), (41, 20), (45, 20), (46, 25)];
        for (level, each) in table {
            assert_eq!(enhanced_cost(level, 1, 1), each, "level {level}");
        }
        assert_eq!(enhanced_cost(1, 6, 3), 90);
    }
}
