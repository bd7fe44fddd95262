//! A time that a fault takes: milliseconds, or the least and the most of them.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::dice::Dice;

/// Milliseconds, written as `500` or as `[100, 900]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub(crate) struct Span {
    least: i64,
    most: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged, expecting = "write milliseconds as 500, or their least and most as [100, 900]")]
enum Written {
    Always(i64),
    Between(i64, i64),
}

impl Span {
    /// Always so many milliseconds.
    pub(super) const fn of(milliseconds: i64) -> Self {
        Self { least: milliseconds, most: milliseconds }
    }

    /// Whether it takes no time.
    pub(super) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// A number of milliseconds out of the span.
    pub(super) fn draw(self, dice: &mut Dice) -> i64 {
        dice.between(self.least, self.most)
    }

    /// A time out of the span; what is below nothing takes none.
    pub(super) fn wait(self, dice: &mut Dice) -> Duration {
        Duration::from_millis(u64::try_from(self.draw(dice)).unwrap_or(0))
    }
}

impl TryFrom<Written> for Span {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        match written {
            Written::Always(milliseconds) => Ok(Self::of(milliseconds)),
            Written::Between(least, most) if least <= most => Ok(Self { least, most }),
            Written::Between(least, most) => {
                Err(format!("[{least}, {most}] is no span: write the least number first"))
            }
        }
    }
}

impl From<Span> for Written {
    fn from(span: Span) -> Self {
        if span.least == span.most { Self::Always(span.least) } else { Self::Between(span.least, span.most) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_one_number_or_two() {
        for text in ["500", "[100,900]", "-3"] {
            let span: Span = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&span).unwrap(), text);
        }
        let drawn = Span { least: 100, most: 900 }.draw(&mut Dice::new(1, 1, 1, 1));
        assert!((100..=900).contains(&drawn));
    }

    #[test]
    fn what_is_no_span_says_how_to_write_one() {
        for (text, said) in [("[2, 1]", "write the least number first"), (r#""soon""#, "write milliseconds")]
        {
            let error = serde_json::from_str::<Span>(text).unwrap_err();
            assert!(error.to_string().contains(said), "{error}");
        }
    }
}
