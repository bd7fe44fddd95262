//! The table of all actions: reason, type of the log entry, seconds (RULES §4, §15).

use game::{
    PendingItem,
    character::{Slot, Task},
    exchange::{Order, OrderKind},
    pending::PendingSource,
};

use super::{super::random::KINDS, *};

const OFFERED: &str = "0000000000000000000000a1";
const WANTED: &str = "0000000000000000000000a2";
const OWN: &str = "0000000000000000000000a3";
const GIFT: &str = "0000000000000000000000a4";

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// Ana on a tile with everything that any action asks for, and Bob beside her.
fn ready(map_id: u32) -> Stage {
    let strong = |who: &mut Character| (who.stats.attack.earth, who.stats.critical_strike) = (1000, 0);
    let mut stage =
        Stage::new().with_bob_at(map_id).at(map_id).sheet(strong).bobs_sheet(strong).sheet(|ana| {
            ana.gold = 10_000;
            ana.inventory.max_items = 1000;
            ana.skills.values_mut().for_each(|skill| skill.level = 30);
        });
    for item in ["tasks_coin", "feather", "copper_ore", "dagger", "roast", "boots"] {
        stage = stage.carrying(item, 10);
    }
    let account = stage.world.state.accounts.get_mut(&company()).unwrap();
    account.member = true;
    (account.bank.gold, account.bank.items) = (100, [(code("key"), 5)].into());
    let gift = PendingItem {
        id: id(GIFT),
        account: company(),
        source: PendingSource::Achievement,
        source_id: None,
        description: String::new(),
        gold: 1,
        items: Vec::new(),
        created_at: OPENING,
        claimed_at: None,
    };
    account.pending.insert(gift.id.clone(), gift);
    for (order, kind, account) in [
        (OFFERED, OrderKind::Sell, "rivals"),
        (WANTED, OrderKind::Buy, "rivals"),
        (OWN, OrderKind::Sell, "company"),
    ] {
        let (code, quantity, price, created_at) = (code("feather"), 5, 2, OPENING);
        let order = Order { id: id(order), kind, account: id(account), code, quantity, price, created_at };
        stage.world.state.exchange.open(order);
    }
    stage
}

fn with_task(stage: Stage, code: &str, kind: &str, progress: u32) -> Stage {
    let task = Task { code: code.to_owned(), kind: kind.to_owned(), progress, total: 3 };
    stage.sheet(|ana| ana.task = Some(task))
}

#[test]
fn every_action_has_its_reason_its_log_type_and_its_seconds() {
    let feathers = |quantity: u32| (code("feather"), quantity);
    let (item, quantity) = feathers(2);
    let mut kinds = std::collections::BTreeSet::new();
    let mut check = |mut stage: Stage, action: Action, reason: &str, log_type: &str, seconds: u32| {
        let outcome = stage.done(action.clone());
        let (reason_told, total) = (&*outcome.cooldown.reason, outcome.cooldown.total_seconds);
        let entry = stage.world.logs(&company(), None).next().unwrap();
        assert_eq!((reason_told, &*entry.kind, total), (reason, log_type, seconds), "{action}");
        assert_eq!(outcome.character.cooldown, seconds);
        kinds.insert(log_type.to_owned());
    };
    check(ready(1), go(2), "movement", "movement", 5);
    check(ready(13), Action::Transition, "transition", "transition", 5);
    check(ready(2), Action::Fight, "fight", "fight", 5);
    check(ready(28), Action::MultiFight { participants: vec![bob()] }, "multi_fight", "multi_fight", 5);
    check(ready(3), Action::Gathering, "gathering", "gathering", 31);
    check(ready(7), craft("copper_bar", 2), "crafting", "crafting", 10);
    check(ready(1).sheet(|ana| ana.hp -= 30), Action::Rest, "rest", "rest", 25);
    check(ready(1), wear(&[("boots", Slot::Boots)]), "equip", "equip", 3);
    let weapon = vec![UnequipItem { slot: Slot::Weapon, quantity: 1 }];
    check(ready(1), Action::Unequip { items: weapon }, "unequip", "unequip", 3);
    check(ready(1), eat("roast", 9), "use", "use", 3);
    let two = || vec![some("feather", 1), some("roast", 9)];
    check(ready(4), Action::DepositItem { items: two() }, "deposit_item", "deposit_item", 6);
    let key = vec![some("key", 5)];
    check(ready(4), Action::WithdrawItem { items: key }, "withdraw_item", "withdraw_item", 3);
    check(ready(4), Action::DepositGold { quantity: 99 }, "deposit_gold", "deposit_gold", 3);
    check(ready(4), Action::WithdrawGold { quantity: 99 }, "withdraw_gold", "withdraw_gold", 3);
    check(ready(4), Action::BuyBankExpansion, "buy_bank_expansion", "buy_bank_expansion", 3);
    let recycle = Action::Recycling { code: code("dagger"), quantity: 4, enhanced: true };
    check(ready(21), recycle, "recycling", "recycling", 12);
    check(ready(22), Action::BuyNpc { code: item.clone(), quantity: 50 }, "buy_npc", "buy_npc", 3);
    check(ready(22), Action::SellNpc { code: item.clone(), quantity: 9 }, "sell_npc", "sell_npc", 3);
    check(ready(23), Action::TaskNew, "task", "new_task", 3);
    let ore = Action::TaskTrade { code: code("copper_ore"), quantity: 2 };
    check(with_task(ready(24), "copper_ore", "items", 0), ore, "task", "task_trade", 3);
    check(with_task(ready(23), "chicken", "monsters", 3), Action::TaskComplete, "task", "task_completed", 3);
    check(with_task(ready(23), "chicken", "monsters", 0), Action::TaskCancel, "task", "task_cancelled", 3);
    check(ready(23), Action::TaskExchange, "task", "task_exchange", 3);
    check(ready(1), Action::ClaimItem { id: id(GIFT) }, "claim_item", "claim_item", 3);
    check(ready(27), Action::GeBuy { id: id(OFFERED), quantity }, "buy_ge", "buy_ge", 3);
    check(
        ready(27),
        Action::GeFill { id: id(WANTED), quantity },
        "fill_buy_order_ge",
        "fill_buy_order_ge",
        3,
    );
    let sell = Action::GeCreateSellOrder { code: item.clone(), quantity, price: 3 };
    check(ready(27), sell, "sell_ge", "sell_ge", 3);
    let ask = Action::GeCreateBuyOrder { code: item.clone(), quantity, price: 3 };
    check(ready(27), ask, "create_buy_order_ge", "create_buy_order_ge", 3);
    check(ready(27), Action::GeCancel { id: id(OWN) }, "cancel_ge", "cancel_ge", 3);
    check(ready(1), Action::ChangeSkin { skin: "men2".to_owned() }, "change_skin", "change_skin", 3);
    check(ready(1), Action::Rename { name: id("Anna") }, "rename", "rename", 3);
    check(ready(1), Action::DeleteItem { code: item.clone(), quantity }, "delete_item", "delete_item", 3);
    check(ready(1), Action::GiveGold { quantity: 99, character: bob() }, "give_gold", "give_gold", 3);
    check(ready(1), Action::GiveItem { items: two(), character: bob() }, "give_item", "give_item", 6);
    assert_eq!(kinds.len(), KINDS, "an action is missing in this table");
}
