//! Refusals as facts to plan around: what the game said no to, and for how long the mind plans without it.
//!
//! What a refusal teaches is decided in [`lesson`]. The guard against livelocks is here too: what was refused three times
//! in a row is not done a fourth time, and many refusals with nothing done in between block the plan until somebody says
//! "try again".

mod lesson;

use game::{Action, Character, ItemCode, MapId, OrderId, PendingItemId, Refusal};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::decision::{Decision, Why};
use lesson::Lesson;

/// The same action refused this often in a row blocks a plan that wants it once more.
const SAME_REFUSALS: u32 = 3;
/// So many refusals of any kind with nothing done in between block it as well: two actions may take turns in failing.
const ANY_REFUSALS: u32 = 10;

/// Something that can be planned without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", content = "which", rename_all = "snake_case")]
pub(crate) enum Subject {
    /// A tile, as a goal or as the way into a transition.
    Tile(MapId),
    /// A monster or a resource, wherever it is.
    Target(String),
    /// Wearing this item.
    Wear(ItemCode),
    /// Eating this item.
    Eat(ItemCode),
    /// Putting this item into the bank.
    Deposit(ItemCode),
    /// Taking this item out of the bank.
    Withdraw(ItemCode),
    /// Crafting this item.
    Craft(ItemCode),
    /// Taking this item apart.
    Recycle(ItemCode),
    /// Buying this item from an NPC.
    Buy(ItemCode),
    /// Selling this item to an NPC.
    Sell(ItemCode),
    /// Dealing with this order on the Grand Exchange.
    Order(OrderId),
    /// Placing orders for this item.
    Trade(ItemCode),
    /// Further orders: the account has as many as it may have.
    OrderSlots,
    /// Claiming this.
    Claim(PendingItemId),
    /// New kinds of items for the bank: it has no free slot.
    BankSlots,
    /// Putting gold into the bank.
    BankGold,
    /// Making the bank larger.
    BankExpansion,
    /// Several kinds of items in one request: one of them is at fault.
    Together,
}

/// One thing to plan without, for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Setback {
    pub(crate) subject: Subject,
    pub(crate) until: Timestamp,
    /// The game's own words.
    pub(crate) words: String,
}

/// Refusals of one action in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Streak {
    action: Action,
    words: String,
    same: u32,
    any: u32,
}

/// Everything refusals have taught.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Setbacks {
    list: Vec<Setback>,
    /// A 497 came with this many items in the bag: it is full with so many, whatever else is known. Believed until then.
    full_at: Option<(u32, Timestamp)>,
    /// A 490 said that the character stands here, whatever the view shows.
    stands_on: Option<MapId>,
    /// Nothing is sent before this.
    pause: Option<(Timestamp, String)>,
    streak: Option<Streak>,
    /// Where the character was and how much it carried when the mind last looked.
    seen: Option<(MapId, u32)>,
}

impl Setbacks {
    /// Takes note of the view and drops what is over.
    pub(crate) fn look(&mut self, character: &Character, now: Timestamp) {
        self.list.retain(|setback| setback.until > now);
        self.pause.take_if(|(until, _)| *until <= now);
        let carried = character.inventory.total();
        self.full_at.take_if(|(full_at, until)| carried < *full_at || *until <= now);
        self.stands_on.take_if(|map_id| *map_id == character.map_id);
        self.seen = Some((self.stands_on.unwrap_or(character.map_id), carried));
    }

    /// What must be planned without, if it is `subject`.
    pub(crate) fn about(&self, subject: &Subject) -> Option<&Setback> {
        self.list.iter().find(|setback| setback.subject == *subject)
    }

    /// Whether `subject` must be planned without.
    pub(crate) fn rules_out(&self, subject: &Subject) -> bool {
        self.about(subject).is_some()
    }

    /// Whether a 497 has said that the bag is full as it is.
    pub(crate) fn bag_is_full(&self) -> bool {
        self.full_at.is_some()
    }

    /// Where the character stands, when the game has said so and the view shows something else.
    pub(crate) fn stands_on(&self) -> Option<MapId> {
        self.stands_on
    }

    /// Text that changes whenever a choice has to be made again.
    pub(crate) fn fingerprint(&self) -> String {
        let mut subjects: Vec<_> = self.list.iter().map(|setback| format!("{:?}", setback.subject)).collect();
        subjects.sort_unstable();
        subjects.join(",")
    }

    /// An action went through.
    pub(crate) fn applied(&mut self) {
        self.streak = None;
        self.pause = None;
        self.stands_on = None;
        self.list.retain(|setback| setback.subject != Subject::Together);
    }

    /// An action was refused while the plan was about `target`.
    pub(crate) fn refused(
        &mut self,
        action: &Action,
        refusal: &Refusal,
        target: Option<&str>,
        now: Timestamp,
    ) {
        let same =
            self.streak.as_ref().filter(|streak| streak.action == *action).map_or(0, |streak| streak.same);
        let any = self.streak.as_ref().map_or(0, |streak| streak.any);
        let words = refusal.to_string();
        self.streak =
            Some(Streak { action: action.clone(), words: words.clone(), same: same + 1, any: any + 1 });
        let (here, carried) = self.seen.unwrap_or((MapId(0), 0));
        match lesson::of(action, refusal.code, here, target) {
            Lesson::PlanWithout(subject, span) => self.add(subject, now, span, words),
            Lesson::PlanWithoutAll(subjects, span) => {
                for subject in subjects {
                    self.add(subject, now, span, words.clone());
                }
            }
            Lesson::BagIsFull => self.full_at = Some((carried, after(now, lesson::SHORT))),
            Lesson::StandsOn(map_id) => self.stands_on = Some(map_id),
            Lesson::Pause => {
                let pause = refusal.remaining_seconds.map_or_else(|| lesson::pause(same), lesson::seconds);
                self.pause = Some((after(now, pause), words));
            }
        }
    }

    /// Rules a target out because of what happened, not because of a refusal.
    pub(crate) fn give_up(&mut self, target: &str, now: Timestamp, words: String) {
        self.add(Subject::Target(target.to_owned()), now, lesson::LONG, words);
    }

    /// What there is to say before any strategy thinks: the plan is stuck, or a pause still runs.
    pub(crate) fn verdict(&self) -> Option<Decision> {
        if let Some(Streak { action, words, any, .. }) =
            self.streak.as_ref().filter(|one| one.any >= ANY_REFUSALS)
        {
            return Some(stuck(format!(
                "The game refused {any} actions in a row, at last to {action}: {words}"
            )));
        }
        let (until, words) = self.pause.as_ref()?;
        Some(Decision::Wait { until: *until, why: Why::new(format!("Waiting after a refusal: {words}")) })
    }

    /// What there is to say against doing this once more.
    pub(crate) fn objection(&self, action: &Action) -> Option<Decision> {
        let insists = |streak: &&Streak| streak.action == *action && streak.same >= SAME_REFUSALS;
        let Streak { words, same, .. } = self.streak.as_ref().filter(insists)?;
        Some(stuck(format!("The game refused to {action} {same} times in a row: {words}")))
    }

    fn add(&mut self, subject: Subject, now: Timestamp, span: SignedDuration, words: String) {
        self.list.retain(|setback| setback.subject != subject);
        self.list.push(Setback { subject, until: after(now, span), words });
    }
}

fn stuck(text: String) -> Decision {
    Decision::blocked(text, "Find out what is different from the plan, then try again")
}

/// `span` after `now`; the end of time when there is no such moment.
fn after(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
