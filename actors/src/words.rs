//! Counts in the sentences that actors say about themselves.

use std::fmt::Display;

/// "1 bank", "2 banks".
pub(crate) fn count<N: Display + PartialEq + From<u8>>(number: N, thing: &str) -> String {
    let plural = if number == N::from(1) { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!([0_u64, 1, 2].map(|n| count(n, "bank")), ["0 banks", "1 bank", "2 banks"]);
    }
}
