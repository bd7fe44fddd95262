//! Who is next: clicks before actions before reads, then fair by account within each bucket, then by waiting time.

use std::collections::BTreeMap;

use game::AccountName;

/// How urgent a request is. Earlier variants go first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// A person waits for it.
    Click,
    /// A character acts.
    Action,
    /// Somebody wants to know something.
    Read,
}

/// Requests that wait for a place in the budget.
#[derive(Debug)]
pub(crate) struct Queue<Job> {
    waiting: Vec<Waiting<Job>>,
    arrivals: u64,
    /// When each account was served last of each bucket, counted in served requests.
    served: BTreeMap<(&'static str, AccountName), u64>,
    servings: u64,
}

#[derive(Debug)]
struct Waiting<Job> {
    bucket: &'static str,
    account: AccountName,
    priority: Priority,
    arrival: u64,
    job: Job,
}

impl<Job> Default for Queue<Job> {
    fn default() -> Self {
        Self { waiting: Vec::new(), arrivals: 0, served: BTreeMap::new(), servings: 0 }
    }
}

impl<Job> Queue<Job> {
    /// Adds a request at the end of its account's line.
    pub(crate) fn push(&mut self, bucket: &'static str, account: AccountName, priority: Priority, job: Job) {
        self.arrivals += 1;
        self.waiting.push(Waiting { bucket, account, priority, arrival: self.arrivals, job });
    }

    /// Takes the next request that `may_go`, asked with its bucket and priority.
    pub(crate) fn pop(&mut self, mut may_go: impl FnMut(&'static str, Priority) -> bool) -> Option<Job> {
        let mut order: Vec<usize> = (0..self.waiting.len()).collect();
        order.sort_by_key(|&index| {
            let waiting = &self.waiting[index];
            let served = self.served.get(&(waiting.bucket, waiting.account.clone())).copied().unwrap_or(0);
            (waiting.priority, served, waiting.arrival)
        });
        let index = order.into_iter().find(|&index| {
            let waiting = &self.waiting[index];
            may_go(waiting.bucket, waiting.priority)
        })?;
        let waiting = self.waiting.remove(index);
        self.servings += 1;
        self.served.insert((waiting.bucket, waiting.account), self.servings);
        Some(waiting.job)
    }

    /// Forgets those that need not wait any more.
    pub(crate) fn retain(&mut self, keep: impl Fn(&Job) -> bool) {
        self.waiting.retain(|waiting| keep(&waiting.job));
    }

    /// The buckets that somebody waits for.
    pub(crate) fn buckets(&self) -> impl Iterator<Item = &'static str> {
        self.waiting.iter().map(|waiting| waiting.bucket)
    }

    /// Those who wait, in no order.
    pub(crate) fn jobs(&self) -> impl Iterator<Item = &Job> {
        self.waiting.iter().map(|waiting| &waiting.job)
    }

    /// How many wait.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.waiting.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(name: &str) -> AccountName {
        name.parse().unwrap()
    }

    fn drain(queue: &mut Queue<&'static str>) -> Vec<&'static str> {
        std::iter::from_fn(|| queue.pop(|_, _| true)).collect()
    }

    #[test]
    fn a_click_overtakes_actions_and_actions_overtake_reads() {
        let mut queue = Queue::default();
        queue.push("data", account("a"), Priority::Read, "read");
        queue.push("action", account("a"), Priority::Action, "action");
        queue.push("action", account("a"), Priority::Click, "click");
        assert_eq!(drain(&mut queue), ["click", "action", "read"]);
    }

    #[test]
    fn accounts_take_turns_however_much_one_of_them_wants() {
        let mut queue = Queue::default();
        for job in ["a1", "a2", "a3"] {
            queue.push("action", account("a"), Priority::Action, job);
        }
        queue.push("action", account("b"), Priority::Action, "b1");
        assert_eq!(drain(&mut queue), ["a1", "b1", "a2", "a3"]);
    }

    #[test]
    fn a_turn_to_read_is_not_taken_from_an_accounts_actions() {
        let mut queue = Queue::default();
        queue.push("data", account("a"), Priority::Read, "read");
        assert_eq!(drain(&mut queue), ["read"]);
        queue.push("action", account("a"), Priority::Action, "a");
        queue.push("action", account("b"), Priority::Action, "b");
        assert_eq!(drain(&mut queue), ["a", "b"]);
    }

    #[test]
    fn every_read_has_its_turn_while_actions_go_first() {
        let mut queue = Queue::default();
        queue.push("data", account("a"), Priority::Read, "patient");
        let mut served = Vec::new();
        for _ in 0..3 {
            queue.push("action", account("a"), Priority::Action, "action");
            queue.push("data", account("b"), Priority::Read, "read");
            // One place in each bucket.
            served.extend(queue.pop(|bucket, _| bucket == "action"));
            served.extend(queue.pop(|bucket, _| bucket == "data"));
        }
        assert_eq!(served, ["action", "patient", "action", "read", "action", "read"]);
    }

    #[test]
    fn a_bucket_without_budget_does_not_hold_up_another() {
        let mut queue = Queue::default();
        queue.push("action", account("a"), Priority::Action, "action");
        queue.push("data", account("a"), Priority::Read, "read");
        assert_eq!(queue.pop(|bucket, _| bucket == "data"), Some("read"));
        assert_eq!(queue.len(), 1);
    }
}
