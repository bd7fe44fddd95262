//! One action's entry in the history, as the board, the journal and the database each hold it.

use game::Action;
use jiff::Timestamp;
use journal::{Closing, Intent};
use planner::Why;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{AutomationLog, LogOutcome};

use crate::{
    board::{LogEntry, LogLine},
    character::words,
};

/// What an intent says about itself: what it does in words that name what is around it, and why.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Reason {
    /// "gather copper_rocks at (2, 0)".
    pub(crate) doing: String,
    /// Why.
    #[serde(flatten)]
    pub(crate) why: Why,
}

impl Reason {
    /// As the intent's `why` holds it.
    pub(crate) fn to_json(&self) -> Value {
        serde_json::to_value(self).expect("a reason is plain text")
    }

    /// From an intent's or a row's `why`; one that an older program wrote is shown as it is.
    fn read(json: &Value, request: &Value) -> Self {
        serde_json::from_value(json.clone()).unwrap_or_else(|_| {
            let doing = serde_json::from_value::<Action>(request.clone()).map(|action| action.to_string());
            Self { doing: doing.unwrap_or_default(), why: Why { text: json.to_string(), ..Why::default() } }
        })
    }
}

/// The row of an action that has ended.
pub(crate) fn row(
    intent: &Intent,
    closing: &Closing,
    closed_at: Timestamp,
    elapsed_ms: u64,
) -> AutomationLog {
    let refusal = match closing {
        Closing::Refused(refusal) => Some(refusal),
        _ => None,
    };
    AutomationLog {
        id: intent.id,
        run_id: intent.run,
        account: intent.account.clone(),
        character: intent.character.clone(),
        action: intent.action.reason().to_owned(),
        request: serde_json::to_value(&intent.action).expect("an action is plain values"),
        outcome: match closing {
            Closing::Applied { .. } | Closing::AppliedUnseen { .. } => LogOutcome::Applied,
            Closing::Refused(_) => LogOutcome::Refused,
            Closing::NotSent { .. } => LogOutcome::NotSent,
            Closing::Parked { .. } => LogOutcome::Parked,
        },
        refusal_code: refusal.map(|refusal| refusal.code.number().into()),
        refusal_message: refusal.map(|refusal| refusal.message.clone()),
        why: intent.why.clone(),
        detail: detail(closing),
        cooldown_seconds: match closing {
            Closing::Applied { outcome } => i32::try_from(outcome.cooldown.total_seconds).ok(),
            Closing::AppliedUnseen { started_at, expiration: Some(expiration), .. } => {
                i32::try_from(expiration.duration_since(*started_at).as_secs()).ok()
            }
            _ => None,
        },
        acted_at: match closing {
            Closing::Applied { outcome } => Some(outcome.cooldown.started_at),
            Closing::AppliedUnseen { started_at, .. } => Some(*started_at),
            _ => None,
        },
        written_at: intent.written_at,
        closed_at,
        elapsed_ms: i64::try_from(elapsed_ms).unwrap_or(i64::MAX),
        resolved: matches!(closing, Closing::AppliedUnseen { .. }),
    }
}

/// What came of an action: always with a `summary` in words.
fn detail(closing: &Closing) -> Value {
    match closing {
        Closing::Applied { outcome } => {
            json!({ "summary": words::summary(outcome), "outcome": outcome.detail })
        }
        Closing::AppliedUnseen { evidence, detail, .. } => {
            let summary = evidence.get("description").cloned().unwrap_or_default();
            json!({ "summary": summary, "outcome": detail, "evidence": evidence })
        }
        Closing::Refused(refusal) => json!({ "summary": refusal.message }),
        Closing::NotSent { reason } | Closing::Parked { reason } => json!({ "summary": reason }),
    }
}

/// All that there is to say about a row.
#[must_use]
pub fn entry(row: &AutomationLog) -> LogEntry {
    let reason = Reason::read(&row.why, &row.request);
    LogEntry::new(as_line(row, &reason), reason.why)
}

/// The line that a row is shown as.
pub(crate) fn line(row: &AutomationLog) -> LogLine {
    as_line(row, &Reason::read(&row.why, &row.request))
}

fn as_line(row: &AutomationLog, reason: &Reason) -> LogLine {
    LogLine {
        id: row.id,
        at: row.closed_at,
        account: row.account.clone(),
        character: row.character.clone(),
        action: reason.doing.clone(),
        outcome: row.outcome.into(),
        summary: row.detail.get("summary").and_then(Value::as_str).unwrap_or_default().to_owned(),
        why: reason.why.sentence(),
        refusal_code: row.refusal_code.and_then(|code| u16::try_from(code).ok()),
        resolved: row.resolved,
        cooldown_seconds: row.cooldown_seconds.and_then(|seconds| u32::try_from(seconds).ok()),
    }
}

#[cfg(test)]
mod tests;
