//! What poison and fire do to those who have them, at the start of each of their turns (RULES §7).

use super::arena::{Actor, Arena};
use crate::round::nearest;

impl Arena<'_> {
    /// Takes what poison and then each fire takes, until the actor falls.
    pub(super) fn suffer(&mut self, actor: Actor) {
        let poison = self.fighter(actor).state.poison;
        if poison > 0 {
            self.lose(actor, poison, |arena| arena.tell_ailment(actor, poison, "poison"));
        }
        for index in 0..self.fighter(actor).state.burns.len() {
            let burn = self.fighter(actor).state.burns[index];
            if burn > 0 && self.fighter(actor).is_alive() {
                self.lose(actor, burn, |arena| arena.tell_ailment(actor, burn, "burn"));
                self.fighter_mut(actor).state.burns[index] = next_burn(burn);
            }
        }
    }

    fn tell_ailment(&self, actor: Actor, amount: i64, ailment: &str) -> String {
        let (turn, name, health) = (self.turn(), &self.fighter(actor).name, self.health(actor));
        format!("Turn {turn}: {name} loses {amount} HP to {ailment}. {health}")
    }
}

/// What a fire takes after it took `burn`: a tenth less, at least one less (RULES §7).
fn next_burn(burn: i64) -> i64 {
    burn - nearest(burn, 10).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(first: i64, length: usize) -> Vec<i64> {
        std::iter::successors(Some(first), |burn| Some(next_burn(*burn))).take(length).collect()
    }

    #[test]
    fn fires_burn_down_as_the_game_logs_them() {
        assert_eq!(series(22, 7), [22, 20, 18, 16, 14, 13, 12]);
        assert_eq!(series(16, 3), [16, 14, 13]);
        assert_eq!(series(100, 8), [100, 90, 81, 73, 66, 59, 53, 48]);
        assert_eq!(series(15, 3), [15, 13, 12], "halves are rounded up");
    }

    #[test]
    fn a_fire_goes_out() {
        assert_eq!(series(6, 7), [6, 5, 4, 3, 2, 1, 0]);
    }
}
