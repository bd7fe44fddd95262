//! Which requests of a rule meet its fault when it is written down: the first, the third to the fifth, all from the
//! ninth on.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Numbers of requests from 1, written as `3`, `"5-7"` or `"9-"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub(crate) struct Turns {
    first: u64,
    last: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged, expecting = "write the number of a request as 3, \"5-7\" or \"9-\"")]
enum Written {
    Number(u64),
    Range(String),
}

impl Turns {
    /// Whether the request of this number is one of them.
    pub(super) fn contain(self, number: u64) -> bool {
        (self.first..=self.last).contains(&number)
    }
}

impl FromStr for Turns {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unreadable = || format!("`{text}` is no range of requests: write 3, \"5-7\" or \"9-\"");
        let number = |text: &str| text.trim().parse::<u64>().map_err(|_| unreadable());
        let (first, last) = match text.split_once('-') {
            None => (number(text)?, number(text)?),
            Some((first, "")) => (number(first)?, u64::MAX),
            Some((first, last)) => (number(first)?, number(last)?),
        };
        if first == 0 || last < first {
            return Err(format!("`{text}` is no range of requests: they count from 1, and upwards"));
        }
        Ok(Self { first, last })
    }
}

impl TryFrom<Written> for Turns {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        match written {
            Written::Number(number) => number.to_string().parse(),
            Written::Range(text) => text.parse(),
        }
    }
}

impl From<Turns> for Written {
    fn from(Turns { first, last }: Turns) -> Self {
        match last {
            u64::MAX => Self::Range(format!("{first}-")),
            _ if first == last => Self::Number(first),
            _ => Self::Range(format!("{first}-{last}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(script: &str) -> Vec<u64> {
        let script: Vec<Turns> = serde_json::from_str(script).unwrap();
        (0..10).filter(|number| script.iter().any(|turns| turns.contain(*number))).collect()
    }

    #[test]
    fn a_script_names_requests_by_their_numbers() {
        assert_eq!(met("[3]"), [3]);
        assert_eq!(met(r#"[1, "3-5", "8-"]"#), [1, 3, 4, 5, 8, 9]);
    }

    #[test]
    fn a_script_is_written_as_it_was_read() {
        let script: Vec<Turns> = serde_json::from_str(r#"[1,"3-5","8-"]"#).unwrap();
        assert_eq!(serde_json::to_string(&script).unwrap(), r#"[1,"3-5","8-"]"#);
    }

    #[test]
    fn what_is_no_number_of_a_request_says_how_to_write_one() {
        for text in ["0", "\"5-3\"", "\"soon\"", "\"0-\"", "\"-3\"", "-1", "null"] {
            let error = serde_json::from_str::<Turns>(text).unwrap_err().to_string();
            assert!(error.contains("request"), "{text}: {error}");
        }
    }
}
