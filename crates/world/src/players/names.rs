//! Names for players and their characters, out of syllables.

use rand::{Rng, seq::IndexedRandom};

const BEGINNINGS: [&str; 24] = [
    "Al", "Bar", "Cor", "Dag", "El", "Fen", "Gar", "Hal", "Is", "Jor", "Kel", "Lan", "Mor", "Nim", "Ol",
    "Per", "Quin", "Ral", "Sar", "Tam", "Ul", "Vin", "Wil", "Yar",
];
const MIDDLES: [&str; 12] = ["a", "e", "i", "o", "u", "an", "en", "or", "il", "as", "et", "ir"];
const ENDINGS: [&str; 16] = [
    "bert", "da", "dric", "fred", "gar", "la", "lin", "mund", "na", "ric", "ra", "sa", "ther", "vin", "wen",
    "win",
];

/// The name of a character, 5 to 10 letters.
pub(super) fn character(dice: &mut impl Rng) -> String {
    [&BEGINNINGS[..], &MIDDLES, &ENDINGS]
        .map(|parts| *parts.choose(dice).expect("there are syllables"))
        .concat()
}

/// The name of the account that such a character belongs to, 6 to 32 letters.
pub(super) fn account(character: &str) -> String {
    format!("{}_plays", character.to_lowercase())
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;

    #[test]
    fn names_are_as_long_as_the_game_allows() {
        let mut dice = Xoshiro256PlusPlus::seed_from_u64(1);
        for _ in 0..500 {
            let name = character(&mut dice);
            assert!((3..=12).contains(&name.len()) && name.is_ascii(), "{name}");
            assert!((6..=32).contains(&account(&name).len()));
        }
    }
}
