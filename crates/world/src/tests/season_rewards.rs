//! Tests of what achievement points bring (RULES §11).

use super::*;
use crate::{RewardKind, SeasonReward};

fn reward(kind: RewardKind, code: &str, change: impl FnOnce(&mut SeasonReward)) -> SeasonReward {
    let mut reward = SeasonReward {
        code: code.to_owned(),
        kind,
        description: format!("The reward {code}."),
        required_points: 1,
        quantity: 1,
        member_required: false,
        first_only: false,
    };
    change(&mut reward);
    reward
}

/// Ana, who is about to reach an achievement.
fn before_an_achievement(rewards: Vec<SeasonReward>) -> Stage {
    let rules = Rules { season_rewards: rewards, ..Rules::default() };
    Stage::with(rules).at(2).sheet(|ana| ana.stats.attack.fire = 1000)
}

fn achieve(stage: &mut Stage) {
    while stage.world.achievements_points(&company()) == 0 {
        stage.done(Action::Fight);
    }
}

#[test]
fn badges_and_skins_belong_to_the_account_gold_and_items_wait_to_be_claimed() {
    let mut stage = before_an_achievement(vec![
        reward(RewardKind::Badge, "pioneer", |_| {}),
        reward(RewardKind::Skin, "sultan", |_| {}),
        reward(RewardKind::Gold, "gold", |reward| reward.quantity = 500),
        reward(RewardKind::Item, "crown", |reward| reward.quantity = 2),
    ]);
    achieve(&mut stage);
    stage.done(Action::ChangeSkin { skin: "sultan".to_owned() });
    let company = stage.company();
    assert!(company.badges.contains("pioneer"));
    let waiting: Vec<_> =
        company.pending.values().filter(|pending| pending.source.as_str() == "other").collect();
    assert_eq!((waiting[0].gold, &*waiting[1].items), (500, &[some("crown", 2)][..]));
}

#[test]
fn a_reward_comes_once_and_only_within_reach() {
    let far = reward(RewardKind::Badge, "legend", |reward| reward.required_points = 1000);
    let members = reward(RewardKind::Badge, "patron", |reward| reward.member_required = true);
    let purse = reward(RewardKind::Gold, "gold", |_| {});
    let mut stage = before_an_achievement(vec![far, members, purse]);
    achieve(&mut stage);
    for _ in 0..20 {
        stage.done(Action::Rest);
        stage.done(Action::Fight);
    }
    assert!(stage.company().badges.is_empty());
    let purses = stage.company().pending.values().filter(|pending| pending.source.as_str() == "other");
    assert_eq!(purses.count(), 1);
}

#[test]
fn what_only_the_first_gets_nobody_else_gets() {
    let only = reward(RewardKind::Badge, "first", |reward| reward.first_only = true);
    let mut stage = before_an_achievement(vec![only.clone()]);
    let rivals = "rivals".parse().unwrap();
    stage.world.create_account("rivals".parse().unwrap(), OPENING).unwrap();
    achieve(&mut stage);
    assert!(stage.company().badges.contains("first"));
    let crate::State { accounts, first_rewards, ids, .. } = &mut stage.world.state;
    let rival = accounts.get_mut(&rivals).unwrap();
    rival.earn(&[only], 1000, &rivals, first_rewards, ids, OPENING);
    assert!(rival.badges.is_empty());
}
