//! Tests of pending items and claiming them (RULES §9).

use game::{PendingItem, PendingItemId, pending::PendingSource};

use super::*;

fn id() -> PendingItemId {
    "000000000000000000000001".parse().unwrap()
}

fn claim() -> Action {
    Action::ClaimItem { id: id() }
}

/// Fifty gold and keys wait for the company.
fn waiting(keys: u32) -> Stage {
    let mut stage = Stage::new();
    let pending = PendingItem {
        id: id(),
        account: company(),
        source: PendingSource::Achievement,
        source_id: None,
        description: "A gift".to_owned(),
        gold: 50,
        items: vec![some("key", keys)],
        created_at: OPENING,
        claimed_at: None,
    };
    stage.world.state.accounts.get_mut(&company()).unwrap().pending.insert(id(), pending);
    stage
}

#[test]
fn what_is_claimed_is_in_purse_and_inventory_and_waits_no_more() {
    let mut stage = waiting(2);
    stage.wait(10);
    let outcome = stage.done(claim());
    let Detail::Claimed(claimed) = outcome.detail else { panic!("{:?}", outcome.detail) };
    assert_eq!((claimed.gold, claimed.claimed_at), (50, Some(stage.now)));
    assert_eq!((stage.ana().gold, stage.ana().inventory.count(&code("key"))), (50, 2));
    assert!(stage.world.account(&company()).unwrap().pending.is_empty());
    assert_eq!((outcome.cooldown.reason.as_str(), outcome.cooldown.total_seconds), ("claim_item", 3));
    assert_eq!(stage.refused(claim()), 404);
}

#[test]
fn claim_404_of_what_waits_for_nobody_or_for_somebody_else() {
    assert_eq!(Stage::new().refused(claim()), 404);
    let mut stage = waiting(1);
    let rivals: game::AccountName = "rivals".parse().unwrap();
    stage.world.create_account(rivals.clone(), OPENING).unwrap();
    stage.world.create_character(&rivals, bob(), "men1", OPENING).unwrap();
    let refusal = stage.world.act(&rivals, &bob(), &claim(), OPENING).unwrap_err();
    assert_eq!(refusal.code.number(), 404);
}

#[test]
fn claim_497_without_room() {
    assert_eq!(waiting(101).refused(claim()), 497);
}
