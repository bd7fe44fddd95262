//! A rule as it is written: what goes wrong, for which requests, how many of them, and when.

use serde::{Deserialize, Serialize};

use super::{Fault, Only, When, script::Turns};

/// What goes wrong, and which requests meet it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct FaultRule {
    /// What goes wrong.
    pub(crate) fault: Fault,
    /// Which requests may meet it.
    pub(crate) only: Only,
    /// Which of them do.
    pub(crate) which: Which,
    /// When it stands.
    pub(crate) when: When,
}

/// Which of the requests that a rule is about meet its fault.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Which {
    /// All of them.
    All,
    /// Each with this probability, above 0 and up to 1.
    Rate(f64),
    /// Those with these numbers, counted from 1 as they come.
    Script(Vec<Turns>),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    fault: Fault,
    #[serde(default, skip_serializing_if = "Only::is_all")]
    only: Only,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rate: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    script: Option<Vec<Turns>>,
    #[serde(default, skip_serializing_if = "When::is_always")]
    when: When,
}

impl TryFrom<Written> for FaultRule {
    type Error = String;

    fn try_from(Written { fault, only, rate, script, when }: Written) -> Result<Self, String> {
        let which = match (rate, script) {
            (None, None) => Which::All,
            (Some(_), Some(_)) => return Err("`rate` and `script` exclude each other: choose one".to_owned()),
            (Some(rate), None) if rate > 0.0 && rate <= 1.0 => Which::Rate(rate),
            (Some(rate), None) => {
                return Err(format!("the rate {rate} is no probability: choose one above 0 and up to 1"));
            }
            (None, Some(script)) if script.is_empty() => {
                return Err("the script names no request: write some, as [1, \"3-5\", \"9-\"]".to_owned());
            }
            (None, Some(script)) => Which::Script(script),
        };
        only.check(fault.is_of_messages())?;
        Ok(Self { fault, only, which, when })
    }
}

impl From<FaultRule> for Written {
    fn from(FaultRule { fault, only, which, when }: FaultRule) -> Self {
        let (rate, script) = match which {
            Which::All => (None, None),
            Which::Rate(rate) => (Some(rate), None),
            Which::Script(script) => (None, Some(script)),
        };
        Self { fault, only, rate, script, when }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_written_as_it_was_read() {
        for text in [
            r#"{"fault":"connection_reset"}"#,
            r#"{"fault":{"error_after":{"status":503}},"only":{"method":"POST","path":"/my/*/action/**"},"rate":0.1}"#,
            r#"{"fault":"reply_lost","only":{"character":"Ana"},"script":[1,"3-5"]}"#,
            r#"{"fault":"maintenance","when":{"daily_at":"00:00:00","for_seconds":120}}"#,
        ] {
            let rule: FaultRule = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&rule).unwrap(), text);
        }
    }

    #[test]
    fn a_rule_that_makes_no_sense_is_refused_with_advice() {
        for (text, said) in [
            (r#"{"fault": "rain"}"#, "unknown variant `rain`, expected one of `error_before`"),
            (r#"{"fault": "connection_reset", "rate": 1.5}"#, "choose one above 0"),
            (r#"{"fault": "connection_reset", "rate": 0}"#, "choose one above 0"),
            (r#"{"fault": "connection_reset", "rate": 0.5, "script": [1]}"#, "choose one"),
            (r#"{"fault": "connection_reset", "script": []}"#, "names no request"),
            (r#"{"fault": "connection_reset", "scope": {}}"#, "unknown field `scope`"),
            (r#"{"rate": 0.5}"#, "missing field `fault`"),
            (r#"{"fault": "message_lost", "only": {"path": "/"}}"#, "choose by `message`"),
            (r#"{"fault": "reply_lost", "only": {"message": "version"}}"#, "choose by `method`"),
        ] {
            let error = serde_json::from_str::<FaultRule>(text).unwrap_err();
            assert!(error.to_string().contains(said), "{text}: {error}");
        }
    }
}
