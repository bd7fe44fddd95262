//! What each effect does, in numbers worked out by hand from RULES §7.

mod company;
mod defence;
mod offence;
mod turn_order;
