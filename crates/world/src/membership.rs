//! Who is a member, and until when (RULES §2). What membership is paid with costs is `payments`' and `gems`' matter.

use game::{AccountName, Refusal, RefusalCode};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Account, World, time};

/// How a membership is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plan {
    /// With money, a month at a time.
    Monthly,
    /// With money, a year at a time.
    Annual,
    /// With gems or member tokens, a month at a time.
    Prepaid,
}

impl Plan {
    /// The plan as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Annual => "annual",
            Self::Prepaid => "prepaid",
        }
    }

    fn term(self) -> SignedDuration {
        SignedDuration::from_hours(24 * if self == Self::Annual { 365 } else { 30 })
    }
}

/// What a membership was paid with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Money.
    Stripe,
    /// Gems.
    Gems,
    /// A member token.
    MemberToken,
    /// Gems and member tokens.
    Mixed,
}

impl Source {
    /// The source as the API spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stripe => "stripe",
            Self::Gems => "gems",
            Self::MemberToken => "member_token",
            Self::Mixed => "mixed",
        }
    }
}

/// A membership that was paid for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// How it is paid for.
    pub plan: Plan,
    /// What it was paid with.
    pub source: Source,
    /// Whether another period follows each, until it is cancelled.
    pub recurring: bool,
    /// Start of what is paid for.
    pub period_start: Timestamp,
    /// End of what is paid for.
    pub period_end: Timestamp,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was cancelled; it runs to the end of its period.
    pub cancelled_at: Option<Timestamp>,
}

impl Subscription {
    fn begun(plan: Plan, source: Source, recurring: bool, now: Timestamp) -> Self {
        let period_end = later(now, plan);
        Self { plan, source, recurring, period_start: now, period_end, created_at: now, cancelled_at: None }
    }

    /// In its present period; `None` when its last one is over.
    fn at(&self, now: Timestamp) -> Option<Self> {
        let mut present = self.clone();
        while present.goes_on() && present.period_end <= now && present.period_end < Timestamp::MAX {
            present.period_start = present.period_end;
            present.period_end = later(present.period_end, present.plan);
        }
        (now < present.period_end).then_some(present)
    }

    /// Whether another period follows this one.
    fn goes_on(&self) -> bool {
        self.recurring && self.cancelled_at.is_none()
    }
}

fn later(time: Timestamp, plan: Plan) -> Timestamp {
    time.saturating_add(plan.term()).unwrap_or(Timestamp::MAX)
}

impl Account {
    /// Whether membership is running.
    #[must_use]
    pub fn is_member(&self, now: Timestamp) -> bool {
        self.member || self.subscription(now).is_some()
    }

    /// The membership that was paid for and runs now.
    #[must_use]
    pub fn subscription(&self, now: Timestamp) -> Option<Subscription> {
        self.subscription.as_ref().and_then(|subscription| subscription.at(now))
    }

    /// Refuses what only members may do: 451.
    pub(crate) fn check_member(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.is_member(now) {
            return Ok(());
        }
        Err(Refusal::new(RefusalCode::MembersOnly, "Access denied, you must be a member to do that."))
    }

    /// Whether money is paid for it again and again; nothing else can be added to it then.
    pub(crate) fn is_charged(&self, now: Timestamp) -> bool {
        self.subscription(now).is_some_and(|running| running.goes_on())
    }

    /// Begins membership for money, or adds a period to it.
    pub(crate) fn subscribe(&mut self, plan: Plan, recurring: bool, now: Timestamp) {
        let begun = Subscription::begun(plan, Source::Stripe, recurring, now);
        self.subscription = Some(match self.subscription(now) {
            Some(running) => Subscription {
                period_start: running.period_start,
                period_end: later(running.period_end, plan),
                created_at: running.created_at,
                ..begun
            },
            None => begun,
        });
    }

    /// Refuses to add what gems or a member token pay for while money is paid for more and more of it: 573.
    pub(crate) fn check_extension(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.is_charged(now) {
            return Err(stripe_runs());
        }
        Ok(())
    }

    /// Adds a month that was paid for with gems or a member token; says when membership ends.
    pub(crate) fn extend(&mut self, source: Source, now: Timestamp) -> Timestamp {
        let extended = match self.subscription(now) {
            Some(running) => {
                let source = if running.source == source { source } else { Source::Mixed };
                let period_end = later(running.period_end, Plan::Prepaid);
                Subscription { plan: Plan::Prepaid, source, period_end, ..running }
            }
            None => Subscription::begun(Plan::Prepaid, source, false, now),
        };
        let end = extended.period_end;
        self.subscription = Some(extended);
        end
    }
}

/// The refusal of gems and member tokens while money is paid.
pub(crate) fn stripe_runs() -> Refusal {
    let text = "An active Stripe subscription cannot be extended with gems or member tokens.";
    Refusal::new(RefusalCode::StripeActive, text)
}

impl World {
    /// Redeems a member token for a month; says when membership ends.
    ///
    /// # Errors
    /// 572 without a token, 573 while money is paid for membership.
    pub fn redeem_member_token(
        &mut self,
        account: &AccountName,
        now: Timestamp,
    ) -> Result<Timestamp, Refusal> {
        let (holder, now) = (self.holder(account)?, time::whole_millis(now));
        holder.check_extension(now)?;
        if holder.member_tokens == 0 {
            return Err(Refusal::new(RefusalCode::NoMemberTokens, "Insufficient member tokens."));
        }
        holder.member_tokens -= 1;
        Ok(holder.extend(Source::MemberToken, now))
    }

    /// Ends a membership for money with its present period.
    ///
    /// # Errors
    /// 404 when none goes on.
    pub fn cancel_subscription(&mut self, account: &AccountName, now: Timestamp) -> Result<(), Refusal> {
        let (holder, now) = (self.holder(account)?, time::whole_millis(now));
        let running = holder.subscription(now).filter(Subscription::goes_on);
        let running =
            running.ok_or_else(|| Refusal::new(RefusalCode::NotFound, "Subscription not found."))?;
        holder.subscription = Some(Subscription { cancelled_at: Some(now), ..running });
        Ok(())
    }

    /// An account that calls for itself.
    pub(crate) fn holder(&mut self, account: &AccountName) -> Result<&mut Account, Refusal> {
        let missing = || Refusal::new(RefusalCode::NotFound, format!("There is no account {account}."));
        self.state.accounts.get_mut(account).ok_or_else(missing)
    }
}
