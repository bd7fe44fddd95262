//! Laying goals out: what is still to be done for each, in parts, with the stock shared out in the order of priorities.

use super::{
    company::{Company, Hands, Member},
    part::{Missing, Part, Work},
    who::Names,
};

/// Where parts are laid out, goal by goal.
pub(crate) struct Desk<'a> {
    pub(crate) company: Company<'a>,
    pub(crate) parts: Vec<Part>,
    pub(crate) missing: Vec<Missing>,
    /// The goal that is laid out now: its place, and the members that it concerns.
    goal: usize,
    concerned: Vec<usize>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(company: Company<'a>) -> Self {
        Self { company, parts: Vec::new(), missing: Vec::new(), goal: 0, concerned: Vec::new() }
    }

    /// Turns to a goal.
    pub(crate) fn turn_to(&mut self, goal: usize, names: &Names) {
        let members = self.company.members.iter().enumerate();
        self.goal = goal;
        self.concerned = members.filter(|(_, one)| names.include(one)).map(|(place, _)| place).collect();
    }

    /// The members that the goal is about, with their places.
    pub(crate) fn concerned(&self) -> impl Iterator<Item = (usize, &'a Member)> {
        self.concerned.iter().map(|place| (*place, &self.company.members[*place]))
    }

    /// A part that only one member can do.
    pub(crate) fn add_for(&mut self, place: usize, work: Work) {
        let member = &self.company.members[place];
        if let Hands::Taken(by) = &member.hands {
            let (name, why) =
                (member.name(), format!("{} does what a person has told it: {by}", member.name()));
            let what = format!("{name}: {work}");
            let unblock = format!("Stop what {name} does, and it works for goals");
            return self.missing.push(Missing { goal: self.goal, what, why, unblock });
        }
        if member.resting.contains(&work.to_string()) {
            let (name, what) = (member.name(), format!("{}: {work}", member.name()));
            let why = format!("{name} could not go on with it");
            let unblock = format!("See what {name} says; it is tried again within the hour");
            return self.missing.push(Missing { goal: self.goal, what, why, unblock });
        }
        self.add(work, Vec::new(), vec![place]);
    }

    /// A part that any of the members can do.
    pub(crate) fn add_for_any(&mut self, work: Work, needs: Vec<usize>) -> Option<usize> {
        let name = work.to_string();
        let can = |member: &Member| member.is_available() && !member.resting.contains(&name);
        let who: Vec<_> = self.concerned().filter(|(_, one)| can(one)).map(|(place, _)| place).collect();
        if who.is_empty() {
            let (what, why) = (work.to_string(), "nobody is free to work for it".to_owned());
            let unblock = "Stop what one of the characters does, and it works for goals".to_owned();
            self.missing.push(Missing { goal: self.goal, what, why, unblock });
            return None;
        }
        Some(self.add(work, needs, who))
    }

    fn add(&mut self, work: Work, needs: Vec<usize>, who: Vec<usize>) -> usize {
        self.parts.push(Part { goal: self.goal, work, needs, who, takes: Vec::new() });
        self.parts.len() - 1
    }
}
