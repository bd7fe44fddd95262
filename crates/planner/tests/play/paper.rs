//! Trading on paper beside trading in earnest: the same rules in the same economy, a day of the world's time.
//!
//! Who really trades changes the economy: its players see the orders and earn or spend the gold. So even two real trades of
//! the same rules differ as soon as the dice fall otherwise, and only means over several economies say anything.

use std::{collections::BTreeMap, sync::Arc};

use game::ItemCode;
use jiff::SignedDuration;
use planner::{Decision, Market, Mind, View, step};
use serde_json::{Value, json};

use crate::stage::{Stage, first_steps, mind};

/// Other players of an economy.
const PLAYERS: usize = 30;
/// Economies that are traded in, each from dice of its own.
const SEEDS: std::ops::RangeInclusive<u64> = 1..=3;
/// Items that are traded in each: those for which most gold is paid.
const ITEMS: usize = 2;
/// Of what others sell of an item in a day, one piece of so many is traded: as much as one trader among many has.
const ONE_OF: u32 = 4;
/// How long is traded.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// An economy after a day, in which Ana has gold and everything that is traded.
fn economy(seed: u64) -> Stage {
    let mut stage = Stage::new(&first_steps(), mind("trading", json!({})));
    stage.tamper(|state| state["players"]["seed"] = json!(seed));
    stage.world.set_players(PLAYERS, stage.now);
    stage.now += DAY;
    stage.world.news(stage.now);
    let stock: BTreeMap<_, _> = most_traded(&stage).into_iter().collect();
    stage.tamper(|state| {
        state["accounts"]["team"]["bank"]["items"] = json!(stock);
        state["accounts"]["team"]["bank"]["gold"] = json!(1_000_000);
    });
    stage
}

/// The items for which most was paid within the last day, each with the pieces that were sold.
fn most_traded(stage: &Stage) -> Vec<(ItemCode, u32)> {
    let mut traded: BTreeMap<_, (i64, u32)> = BTreeMap::new();
    let sales = stage.world.exchange().sales(stage.now);
    for sale in sales.filter(|sale| stage.now.duration_since(sale.sold_at) < DAY) {
        let (gold, pieces) = traded.entry(sale.code.clone()).or_default();
        *gold += sale.price * i64::from(sale.quantity);
        *pieces += sale.quantity;
    }
    let mut traded: Vec<_> = traded.into_iter().collect();
    traded.sort_by_key(|(_, (gold, _))| std::cmp::Reverse(*gold));
    traded.into_iter().take(ITEMS).map(|(code, (_, pieces))| (code, pieces)).collect()
}

/// The rules of each trade, by name.
fn rules(stage: &Stage) -> Vec<(&'static str, Value)> {
    let of_item = |(code, pieces): (ItemCode, u32)| {
        let thousandths = stage.world.cost_to_make(&code).unwrap();
        let percent = |percent: i64| ((thousandths * percent + 50_000) / 100_000).max(1);
        let quantity = (pieces / ONE_OF).max(1);
        let sell = json!({"item": code, "quantity": quantity, "below_cost": true});
        let buy = json!({"side": "buy", "item": code, "quantity": quantity});
        let with = |rules: &Value, more: Value| {
            let mut rules = rules.clone();
            rules.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            rules
        };
        let fixed = json!({"pricing": "fixed", "min_price": percent(100), "max_price": percent(100)});
        [
            ("sell, undercutting", with(&sell, json!({"min_price": percent(80)}))),
            ("sell at a price", with(&sell, fixed.clone())),
            ("buy, outbidding", with(&buy, json!({"max_price": percent(105)}))),
            ("buy at a price", with(&buy, fixed)),
        ]
    };
    most_traded(stage).into_iter().flat_map(of_item).collect()
}

/// Gold that was traded for, as the mind tells with each of its decisions.
fn gold(decision: &Decision) -> Option<i64> {
    let (_, told) = decision.why().facts.iter().find(|(name, _)| name == "sold" || name == "bought")?;
    told.strip_suffix(" gold")?.rsplit(' ').next()?.parse().ok()
}

/// The gold of a trade that is carried out.
fn in_earnest(economy: &Stage, rules: &Value) -> i64 {
    let mut stage = economy.clone();
    stage.mind = mind("trading", rules.clone());
    let (end, mut traded) = (stage.now + DAY, 0);
    while stage.now < end {
        stage.world.news(stage.now);
        let decision = stage.turn();
        traded = gold(&decision).unwrap_or(traded);
        if let Decision::Done { .. } = decision {
            break;
        }
    }
    assert!(stage.refusals().len() < 10, "{:#?}", stage.refusals());
    traded
}

/// The gold of each of several trades on paper. None of them changes the world, so they share it.
fn on_paper(economy: &Stage, rules: &[(&str, Value)]) -> Vec<i64> {
    let mut stage = economy.clone();
    let on_paper = |(_, rules): &(&str, Value)| {
        let mut rules = rules.clone();
        rules["paper"] = json!(true);
        (mind("trading", rules), 0)
    };
    let mut trades: Vec<(Mind, i64)> = rules.iter().map(on_paper).collect();
    let (end, data) = (stage.now + DAY, Arc::clone(stage.world.data()));
    while stage.now < end {
        stage.world.news(stage.now);
        let (events, mut is_over) = (stage.world.told_events(), true);
        for (mind, traded) in &mut trades {
            let (character, bank) = (stage.character(), Some(stage.bank()));
            let market = Market::in_world(&stage.world, &character.account, &mind.interests(), stage.now);
            let view = View {
                data: &data,
                character,
                bank,
                events: &events,
                market: Some(&market),
                raids: &[],
                comrades: &[],
            };
            let decision = step(mind, &view, stage.now);
            assert_eq!(decision.action(), None, "nothing is done on paper");
            *traded = gold(&decision).unwrap_or(*traded);
            is_over &= matches!(decision, Decision::Done { .. });
        }
        if is_over {
            break;
        }
        stage.now += SignedDuration::from_mins(1);
    }
    trades.into_iter().map(|(_, gold)| gold).collect()
}

#[test]
fn a_trade_on_paper_brings_within_a_tenth_of_what_it_brings_in_earnest() {
    let mut sums: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for seed in SEEDS {
        let economy = economy(seed);
        let rules = rules(&economy);
        let papers = on_paper(&economy, &rules);
        for ((name, rules), paper) in rules.iter().zip(papers) {
            let real = in_earnest(&economy, rules);
            println!("economy {seed}, {}: {name}: {real} gold, on paper {paper}", rules["item"]);
            let (all_real, all_paper) = sums.entry(name).or_default();
            (*all_real, *all_paper) = (*all_real + real, *all_paper + paper);
        }
    }
    for (name, (real, paper)) in &sums {
        println!("{name}: {real} gold, on paper {paper}: {:+.1} %", percent_off(*real, *paper));
    }
    for (name, (real, paper)) in &sums {
        let off = percent_off(*real, *paper);
        assert!(off.abs() < 10.0, "{name}: {real} gold, on paper {paper}: {off:+.1} %");
    }
}

fn percent_off(real: i64, paper: i64) -> f64 {
    (paper - real) as f64 * 100.0 / real as f64
}
