//! What the company knows of its bank: read once, kept up by what replies tell, and read again when in doubt.

use test_support::company::{Fault, Setup, TestCompany};

use crate::script::{HOUR, MINUTE};

const BANK: &str = "/my/bank/items";
const DEPOSIT: &str = "/my/Ana/action/bank/deposit/item";

fn ana_alone() -> TestCompany {
    let company =
        TestCompany::start(Setup { characters: vec!["Ana".parse().expect("a name")], ..Setup::default() });
    company.run_for(MINUTE);
    assert_eq!(company.faults().asked(BANK), 1);
    company
}

fn until_a_deposit(company: &TestCompany) {
    let before = company.faults().asked(DEPOSIT);
    company.run_until(2 * HOUR, "Ana's bag is full", |company| company.faults().asked(DEPOSIT) > before);
}

#[test]
fn a_bank_is_read_once_and_kept_up_by_replies() {
    let company = ana_alone();
    until_a_deposit(&company);
    company.run_for(10 * MINUTE);
    assert_eq!(company.faults().asked(BANK), 1);
}

#[test]
fn a_bank_is_read_again_after_a_deposit_whose_reply_was_lost() {
    let company = ana_alone();
    company.faults().once(DEPOSIT, Fault::ReplyCut);
    until_a_deposit(&company);
    company.run_for(MINUTE);
    assert_eq!(company.faults().asked(BANK), 2);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_coordinator_that_was_away_reads_the_bank_at_the_next_change() {
    let company = ana_alone();
    company.take_away("coordinator");
    company.run_for(MINUTE);
    company.bring_back("coordinator");
    until_a_deposit(&company);
    company.run_for(MINUTE);
    assert_eq!(company.faults().asked(BANK), 2);
    let doing = company.node("coordinator").doing.map(|doing| doing.text);
    assert_eq!(doing.as_deref(), Some("knows 1 bank"));
}
