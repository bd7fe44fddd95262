//! Holds the machine against a model of OTP's rules, over many random supervisors and what may befall them.
//!
//! `synchronous` lets every start and stop be done at once, as OTP's supervisor does them, and wants the same starts,
//! stops, replies and states in the same order from both. `chaos` lets everything take its time and arrive in any order,
//! and wants what must hold then: nobody twice, nobody out of order, nobody back from the dead, nobody forgotten.

mod chaos;
mod model;
mod script;
mod synchronous;
