//! Carrying out one action: its intent is durable before the request leaves, and its end is durable before anybody
//! hears of it. Runs in a task of its own that a fall of the character cannot cut short.

use api_client::{CallError, calls};
use game::{Action, Outcome, Refusal, milestone};
use jiff::Timestamp;
use journal::{Closing, Fingerprint, Intent, JournalError, Record, Run};
use planner::{Mind, Report};
use tokio::time::Instant;

use super::{CharacterMsg, Ways, joined, resolve::resolve};
use crate::{
    account::{AccountArgs, character_id},
    board::millis,
    history::{self, Reason},
    in_flight::Mark,
    limiter::Priority,
    pace::Pace,
};

/// What an action needs to be carried out.
pub(super) struct Plan {
    pub(super) intent: Intent,
    /// The run it belongs to, with the mind that decided it; none when a person did.
    pub(super) job: Option<(Run, Mind)>,
}

/// An action that has ended.
pub struct Deed {
    pub(super) ended: Result<Closing, DeedError>,
    /// When the reply came in.
    pub(super) at: Instant,
    /// The game rejected the account's token.
    pub(super) token_rejected: bool,
    /// The run and its mind, which knows what came of the action.
    pub(super) job: Option<(Run, Mind)>,
}

/// Why an action has no known end.
#[derive(Debug, thiserror::Error)]
pub(super) enum DeedError {
    /// The disk did not keep the intent or its end.
    #[error("the journal failed")]
    Journal(#[from] JournalError),
    /// The game could not be asked what became of it.
    #[error("what became of the action cannot be found out")]
    Unresolved(#[source] CallError),
}

/// The intent of an action that is about to be sent.
pub(super) fn intent(
    args: &AccountArgs,
    character: &game::Character,
    run: Option<&Run>,
    action: Action,
    reason: &Reason,
) -> Intent {
    Intent {
        id: args.ports.clock.new_id(),
        account: args.account.clone(),
        character: character.name.clone(),
        run: run.map(|run| run.id),
        action,
        why: reason.to_json(),
        before: Fingerprint::from(character),
        written_at: args.ports.clock.now(),
    }
}

/// Carries a plan out, from the intent to its closing. The mark says that this is under way.
pub(super) async fn carry_out(
    args: AccountArgs,
    ways: Ways,
    mut plan: Plan,
    mark: Mark,
    priority: Priority,
) -> Deed {
    let intent = plan.intent.clone();
    let began = Instant::now();
    if let Err(error) = args.ports.journal.run(move |journal| journal.begin(&intent)).await {
        return Deed { ended: Err(error.into()), at: Instant::now(), token_rejected: false, job: plan.job };
    }
    let Intent { character, action, .. } = &plan.intent;
    let call = calls::Act { token: &args.token, character, action };
    let reply = ways.gateway.act(&args.account, priority, &call, mark.passage()).await;
    let at = Instant::now();
    let token_rejected = matches!(reply, Err(CallError::TokenRejected(_)));
    let ended = match reply {
        Ok(outcome) => Ok(Closing::Applied { outcome: Box::new(outcome) }),
        Err(CallError::OnCooldown { remaining }) => {
            Ok(Closing::Refused(Refusal::cooldown(remaining.as_secs_f64())))
        }
        Err(CallError::Refused(refusal) | CallError::TokenRejected(refusal)) => Ok(Closing::Refused(refusal)),
        Err(error) if error.may_have_been_applied() => {
            let own = ways.context.directory.handle(character_id(&args.account, character));
            // One that fell or was stopped meanwhile leaves the intent to its next incarnation.
            if own.send(CharacterMsg::Resolving).is_ok() {
                tracing::warn!(%character, %action, error = supervisor::chain(&error), "a reply was lost");
            }
            resolve(&args, &ways, &plan.intent).await.map_err(DeedError::Unresolved)
        }
        Err(error) => Ok(Closing::NotSent { reason: supervisor::chain(&error) }),
    };
    let ended = match ended {
        Ok(closing) => close(&args, &ways, &mut plan, closing, began).await,
        Err(error) => Err(error),
    };
    Deed { ended, at, token_rejected, job: plan.job }
}

/// Makes the end of an intent durable, together with what the run's mind makes of it, and shows it.
pub(super) async fn close(
    args: &AccountArgs,
    ways: &Ways,
    plan: &mut Plan,
    closing: Closing,
    began: Instant,
) -> Result<Closing, DeedError> {
    let now = args.ports.clock.now();
    let (id, elapsed) = (plan.intent.id, millis(began.elapsed()));
    let joined = joined::entries(&args.ports, &plan.intent, &closing, now, elapsed).await?;
    let mut also = joined.clone();
    if let Some((run, mind)) = &mut plan.job {
        count(run, mind, &plan.intent, &closing, now, &args.ports.pace);
        also.push(Record::Run(Box::new(run.clone())));
    }
    let kept = closing.clone();
    args.ports.journal.run(move |journal| journal.close(id, &kept, now, elapsed, &also)).await?;
    args.ports.board.post_log(history::line(&history::row(&plan.intent, &closing, now, elapsed)));
    ways.tell_joined(args, joined);
    Ok(closing)
}

/// Brings a run up to date with the end of an action.
pub(super) fn count(
    run: &mut Run,
    mind: &mut Mind,
    intent: &Intent,
    closing: &Closing,
    now: Timestamp,
    pace: &Pace,
) {
    let elapsed = pace.game_seconds(run.started_at, now);
    milestone::pass(&mut run.milestones, elapsed, mind.tally().gains());
    learn(mind, intent, closing, now, pace);
    run.memory = mind.memory();
    run.updated_at = now;
}

fn learn(mind: &mut Mind, intent: &Intent, closing: &Closing, now: Timestamp, pace: &Pace) {
    use game::RefusalCode::{Cooldown, TokenExpired, TokenInvalid, TokenMissing};
    let Intent { action, character, .. } = intent;
    match closing {
        Closing::Applied { outcome } => {
            let seconds = pace.game_seconds(outcome.cooldown.started_at, outcome.cooldown.expiration);
            mind.applied(action, Report { seconds, ..Report::from(&**outcome) });
        }
        Closing::AppliedUnseen { started_at, expiration, detail, .. } => {
            let seconds = expiration.map_or(0, |expiration| pace.game_seconds(*started_at, expiration));
            mind.applied(action, Report { who: character, seconds, detail: detail.as_deref() });
        }
        // A cooldown or a bad token is no fact about the plan: the same action is due when it is over.
        Closing::Refused(Refusal { code: Cooldown | TokenInvalid | TokenExpired | TokenMissing, .. }) => {}
        Closing::Refused(refusal) => mind.refused(action, refusal, now),
        Closing::NotSent { .. } | Closing::Parked { .. } => {}
    }
}

/// How long a character must wait after an outcome.
///
/// Both times are the server's, so their difference holds whatever our clock says; it is exact to the millisecond,
/// where the seconds are rounded. A reply that was written late says how much of it is left.
pub(super) fn wait(outcome: &Outcome) -> std::time::Duration {
    let cooldown = &outcome.cooldown;
    if cooldown.remaining_seconds < cooldown.total_seconds {
        return std::time::Duration::from_secs(cooldown.remaining_seconds.into());
    }
    cooldown.expiration.duration_since(cooldown.started_at).try_into().unwrap_or_default()
}
