//! Finding out what became of an action whose reply was lost, and closing its intent accordingly.

use std::time::Duration;

use api_client::{CallError, calls};
use game::{Action, action::Repeat};
use journal::{Closing, Intent};
use tokio::time::Instant;

use super::{
    CharacterMsg, Ways,
    evidence::{Verdict, judge, settle_time},
};
use crate::{account::AccountArgs, limiter::Priority};

/// Log entries that are looked through: more than can be written while one action is in doubt.
const ENTRIES: u32 = 20;
/// Between two looks.
const PAUSE: Duration = Duration::from_secs(1);

/// Looks into the game's log until it is certain what became of the intent.
///
/// # Errors
/// When the log cannot be read for another reason than the game or the limiter being away, or when the character has
/// ended meanwhile.
pub(super) async fn resolve(args: &AccountArgs, ways: &Ways, intent: &Intent) -> Result<Closing, CallError> {
    let settle = settle_time(intent.action.repeat());
    // Whoever asks has given up on the request just now, or does not know when that was.
    let gave_up = Instant::now();
    let own = ways.context.directory.handle::<CharacterMsg>(ways.context.id.clone());
    loop {
        // The read must begin after the request had its time to settle, or it proves nothing.
        let settled = gave_up.elapsed() >= settle;
        let call =
            calls::GetLogs { token: &args.token, character: &intent.character, page: 1, size: ENTRIES };
        let log = match ways.gateway.call(&args.account, Priority::Read, &call).await {
            Ok(log) => log,
            // When the character has ended, its next incarnation finds this out by itself.
            Err(error) if error.is_transient() && own.is_present() => {
                tokio::time::sleep(PAUSE).await;
                continue;
            }
            Err(error) => return Err(error),
        };
        match judge(intent, &log.entries) {
            Verdict::Applied(entry) => {
                if touches_bank(&intent.action) {
                    ways.doubt_bank(args);
                }
                let evidence =
                    serde_json::json!({ "description": entry.description, "content": entry.content });
                return Ok(Closing::AppliedUnseen {
                    evidence,
                    started_at: entry.created_at,
                    expiration: entry.cooldown_expiration,
                    detail: entry.detail().map(Box::new),
                });
            }
            Verdict::NoTrace if settled => return Ok(absent(intent)),
            Verdict::NoTrace => tokio::time::sleep(PAUSE).await,
        }
    }
}

/// Whether the lost reply would have told what the bank holds.
fn touches_bank(action: &Action) -> bool {
    matches!(
        action,
        Action::DepositItem { .. }
            | Action::WithdrawItem { .. }
            | Action::DepositGold { .. }
            | Action::WithdrawGold { .. }
            | Action::BuyBankExpansion
    )
}

/// Without a trace after its settle time it was not applied, and may be decided again.
fn absent(intent: &Intent) -> Closing {
    let patience = match intent.action.repeat() {
        Repeat::Never => "and it was given long enough to appear there",
        Repeat::Harmless | Repeat::CostsTime => "and doing it again does no harm",
    };
    Closing::NotSent { reason: format!("the game's log does not show it, {patience}") }
}
