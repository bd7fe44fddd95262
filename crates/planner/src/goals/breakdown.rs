//! Laying goals out: what is still to be done for each, in parts, with the stock shared out in the order of priorities.

use std::collections::BTreeMap;

use game::{ItemCode, SimpleItem};
use serde_json::Value;

use super::{
    company::{Company, Hands, Member, Won},
    cost::Costs,
    part::{Call, Missing, Part, Work},
    pipeline::Stages,
    plan::{Awaited, Wanted},
    who::Names,
};
use crate::{parts::ranking::Obstacle, reserve::Items};

/// Where parts are laid out, goal by goal.
#[derive(Clone)]
pub(crate) struct Desk<'a> {
    pub(crate) company: Company<'a>,
    pub(crate) costs: &'a Costs<'a>,
    pub(crate) parts: Vec<Part>,
    pub(crate) missing: Vec<Missing>,
    /// The stages of the goals that are pipelines.
    pub(crate) stages: BTreeMap<usize, Stages>,
    /// The goal that is laid out now: its place, what is remembered of it and won for it, and the members that it concerns.
    pub(super) goal: usize,
    pub(super) memory: Value,
    won: Won,
    concerned: Vec<usize>,
    /// How urgent each goal is.
    urgencies: Vec<u32>,
    /// What goals that are never reached wait for.
    awaits: BTreeMap<usize, Awaited>,
    /// What there is, in the bank and in the bags of those who work for goals, and no goal has taken yet.
    stock: Items,
    /// What each goal has taken of it, and must find when its time comes.
    holds: BTreeMap<usize, Items>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(company: Company<'a>, costs: &'a Costs<'a>, urgencies: Vec<u32>) -> Self {
        let mut stock = Items::new();
        let bank = company.bank.iter().flat_map(|bank| &bank.items).map(|(code, held)| (code, *held));
        let available = company.members.iter().filter(|member| member.is_available());
        let bags = available.flat_map(|member| member.character.inventory.items());
        for (code, quantity) in bank.chain(bags.map(|stack| (&stack.code, stack.quantity))) {
            *stock.entry(code.clone()).or_default() += quantity;
        }
        let (parts, missing) = (Vec::new(), Vec::new());
        let (concerned, awaits, holds) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        let (goal, memory, won, stages) = (0, Value::Null, Won::new(), BTreeMap::new());
        Self {
            company,
            costs,
            parts,
            missing,
            stages,
            goal,
            memory,
            won,
            concerned,
            urgencies,
            awaits,
            stock,
            holds,
        }
    }

    /// Turns to a goal.
    pub(crate) fn turn_to(&mut self, goal: usize, wanted: &Wanted, names: &Names) {
        (self.goal, self.memory, self.won) = (goal, wanted.memory.clone(), wanted.won.clone());
        self.concern(|member| names.include(member));
    }

    /// Turns to some of the members, for a piece of the goal.
    pub(crate) fn concern(&mut self, some: impl Fn(&Member) -> bool) {
        let members = self.company.members.iter().enumerate();
        self.concerned = members.filter(|(_, one)| some(one)).map(|(place, _)| place).collect();
    }

    /// The members that the goal is about, with their places.
    pub(crate) fn concerned(&self) -> impl Iterator<Item = (usize, &'a Member)> {
        self.concerned.iter().map(|place| (*place, &self.company.members[*place]))
    }

    /// The members that the goal is about and that may work for it, by their places.
    pub(crate) fn free_hands(&self) -> impl Iterator<Item = usize> {
        self.concerned().filter(|(_, member)| member.is_available()).map(|(place, _)| place)
    }

    /// The members that may be called away to the goal: whoever may work for it and does nothing more urgent.
    pub(crate) fn on_call(&self) -> impl Iterator<Item = (usize, &'a Member)> {
        let urgency = self.urgencies[self.goal];
        self.concerned().filter(move |(_, member)| match &member.hands {
            Hands::Free | Hands::AtWork { goal: None, .. } => true,
            Hands::AtWork { goal: Some(goal), .. } => self.urgencies[*goal] <= urgency,
            Hands::Taken(_) => false,
        })
    }

    /// How many of an item there are that no goal has taken yet.
    pub(crate) fn there(&self, code: &ItemCode) -> u32 {
        self.stock.get(code).copied().unwrap_or(0)
    }

    /// How many of an item lie in the bank.
    pub(crate) fn banked(&self, code: &ItemCode) -> u32 {
        self.company.bank.and_then(|bank| bank.items.get(code)).copied().unwrap_or(0)
    }

    /// Takes up to so many of an item for the goal; says how many there were.
    pub(crate) fn take(&mut self, code: &ItemCode, quantity: u32) -> u32 {
        let taken = self.there(code).min(quantity);
        if let Some(there) = self.stock.get_mut(code) {
            *there -= taken;
        }
        if taken > 0 {
            let held = self.holds.entry(self.goal).or_default();
            *held.entry(code.clone()).or_default() += taken;
        }
        taken
    }

    /// What a goal counts on, of what there is.
    pub(super) fn held_for(&self, goal: usize) -> Items {
        self.holds.get(&goal).cloned().unwrap_or_default()
    }

    /// Leaves what the goal has taken of an item to those that it is for: they may put it on at once.
    pub(crate) fn hand_out(&mut self, code: &ItemCode) {
        if let Some(held) = self.holds.get_mut(&self.goal) {
            held.remove(code);
        }
    }

    /// The goal is never reached: it waits for something, which comes in so many seconds if that is known.
    pub(crate) fn wait_for(&mut self, what: String, seconds: Option<f64>) {
        self.awaits.insert(self.goal, Awaited { what, seconds });
    }

    /// The goals that are never reached.
    pub(super) fn awaiting(&self) -> impl Iterator<Item = usize> {
        self.awaits.keys().copied()
    }

    /// What a goal waits for that is never reached.
    pub(super) fn awaited_by(&self, goal: usize) -> Option<Awaited> {
        self.awaits.get(&goal).cloned()
    }

    /// How many of an item the members wear that the goal is about.
    pub(crate) fn worn(&self, code: &ItemCode) -> u32 {
        let worn = self.concerned().flat_map(|(_, member)| member.character.equipment.values());
        worn.filter(|worn| worn.code == *code).map(|worn| worn.quantity).sum()
    }

    /// A part that only one member can do.
    pub(crate) fn add_for(&mut self, place: usize, work: Work) {
        let member = &self.company.members[place];
        if let Hands::Taken(by) = &member.hands {
            let (name, why) =
                (member.name(), format!("{} does what a person has told it: {by}", member.name()));
            let what = format!("{name}: {work}");
            let unblock = format!("Stop what {name} does, and it works for goals");
            return self.miss(&what, why, unblock);
        }
        if member.resting.contains(&work.to_string()) {
            let (name, what) = (member.name(), format!("{}: {work}", member.name()));
            let why = format!("{name} could not go on with it");
            let unblock = format!("See what {name} says; it is tried again within the hour");
            return self.miss(&what, why, unblock);
        }
        self.add(work, Vec::new(), vec![place], Vec::new());
    }

    /// Says why nobody goes to an event or a raid that has its time.
    pub(crate) fn leave_alone(&mut self, occasion: &str, what: String, obstacle: Obstacle) {
        let (goal, Obstacle { why, unblock }) = (self.goal, obstacle);
        self.missing.push(Missing { goal, occasion: Some(occasion.to_owned()), what, why, unblock });
    }

    /// A part that one member is called to, with what it takes along from the bank.
    pub(crate) fn call(&mut self, place: usize, work: Work, takes: Vec<SimpleItem>, call: Call) {
        let part = self.add(work, Vec::new(), vec![place], takes);
        self.parts[part].call = Some(call);
    }

    /// A part that any of the members can do.
    pub(crate) fn add_for_any(
        &mut self,
        work: Work,
        needs: Vec<usize>,
        takes: Vec<SimpleItem>,
    ) -> Option<usize> {
        let name = work.to_string();
        let can = |member: &Member| member.is_available() && !member.resting.contains(&name);
        let who: Vec<_> = self.concerned().filter(|(_, one)| can(one)).map(|(place, _)| place).collect();
        if who.is_empty() {
            let (what, why) = (work.to_string(), "nobody is free to work for it".to_owned());
            let unblock = "Stop what one of the characters does, and it works for goals".to_owned();
            self.miss(&what, why, unblock);
            return None;
        }
        Some(self.add(work, needs, who, takes))
    }

    fn add(&mut self, work: Work, needs: Vec<usize>, who: Vec<usize>, takes: Vec<SimpleItem>) -> usize {
        let (call, together) = (None, Vec::new());
        self.parts.push(Part { goal: self.goal, work, needs, who, takes, call, together });
        self.parts.len() - 1
    }

    /// A part for each of these members, which begin together.
    pub(crate) fn add_together(&mut self, members: &[usize], work: &Work, needs: &[usize]) {
        let first = self.parts.len();
        for member in members {
            let place = self.add(work.clone(), needs.to_vec(), vec![*member], Vec::new());
            self.parts[place].together = (first..first + members.len()).collect();
        }
    }

    /// Fights against a monster that have been won for the goal, or tasks completed for it.
    pub(crate) fn won(&self, what: &str) -> u32 {
        self.won.get(what).copied().unwrap_or(0)
    }
}
