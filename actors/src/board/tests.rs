//! Tests of the board: numbers, whole views, and readers that miss things.

use std::collections::BTreeMap;

use super::*;
use crate::fixture;

fn view(name: &str, doing: &str) -> CharacterView {
    CharacterView {
        name: name.parse().unwrap(),
        account: "demo".parse().unwrap(),
        skin: "men1".to_owned(),
        version: 0,
        level: 1,
        xp: 0,
        max_xp: 150,
        gold: 0,
        hp: 120,
        max_hp: 120,
        position: PositionView { layer: "overworld".to_owned(), x: 0, y: 0, map_name: "Spawn".to_owned() },
        skills: BTreeMap::new(),
        inventory: InventoryView { items: Vec::new(), total: 0, max_items: 100, slots_used: 0, slots: 20 },
        equipment: BTreeMap::new(),
        task: None,
        state: CharacterState::Cooldown,
        since_ms: 0,
        cooldown: Some(CooldownView { total_ms: 5_000, remaining_ms: 5_000, reason: "movement".to_owned() }),
        doing: doing.to_owned(),
        why: String::new(),
        automation: None,
        manual: None,
        last_actions: Vec::new(),
        restarts: 0,
        problem: None,
        as_of: None,
    }
}

fn line(name: &str, id: u128) -> LogLine {
    LogLine {
        id: uuid::Uuid::from_u128(id),
        at: jiff::Timestamp::UNIX_EPOCH,
        account: "demo".parse().unwrap(),
        character: name.parse().unwrap(),
        action: "rest".to_owned(),
        outcome: ActionOutcome::Applied,
        summary: String::new(),
        why: String::new(),
        refusal_code: None,
        resolved: false,
        cooldown_seconds: None,
    }
}

fn ids(lines: &[LogLine]) -> Vec<u128> {
    lines.iter().map(|line| line.id.as_u128()).collect()
}

#[tokio::test]
async fn a_reader_gets_what_changed_since_its_number_and_only_the_latest_of_it() {
    let board = Board::new(0);
    board.post_character(view("Ana", "walking"));
    board.post_character(view("Ben", "resting"));
    let first = board.changes(0);
    assert_eq!(first.characters.len(), 2);
    board.post_character(view("Ana", "mining"));
    board.post_character(view("Ana", "banking"));
    let news = board.changes(first.number);
    let doing: Vec<_> = news.characters.iter().map(|view| view.doing.as_str()).collect();
    assert_eq!(doing, ["banking"]);
    assert!(news.characters[0].version > first.characters[0].version);
    assert!(board.changes(news.number).characters.is_empty());
}

#[tokio::test]
async fn a_line_of_the_log_also_stands_on_its_characters_card() {
    let board = Board::new(0);
    board.post_log(line("Ana", 1));
    board.post_character(view("Ana", "walking"));
    board.post_log(line("Ana", 2));
    board.post_log(line("Ben", 3));
    let ana = board.character(&"Ana".parse().unwrap()).unwrap();
    assert_eq!(ids(&ana.last_actions), [2, 1]);
    assert_eq!(ids(&board.changes(0).log), [1, 2, 3]);
}

#[tokio::test]
async fn lines_of_an_earlier_run_stand_before_new_ones_and_none_stands_twice() {
    let board = Board::new(0);
    board.post_character(view("Ana", "walking"));
    board.post_log(line("Ana", 3));
    board.restore_log(vec![line("Ana", 1), line("Ana", 2), line("Ana", 3)]);
    assert_eq!(ids(&board.changes(0).log), [1, 2, 3]);
    assert_eq!(ids(&board.characters()[0].last_actions), [3, 2, 1]);
}

#[tokio::test]
async fn a_card_has_its_last_lines_however_much_the_others_have_done_since() {
    let board = Board::new(0);
    board.restore_log((1..=150).map(|id| line(if id < 20 { "Ana" } else { "Ben" }, id)).collect());
    board.post_character(view("Ana", "blocked"));
    assert_eq!(ids(&board.characters()[0].last_actions), [19, 18, 17, 16, 15, 14, 13, 12]);
    assert_eq!(ids(&board.changes(0).log).len(), LOG_KEPT);
}

#[tokio::test]
async fn the_log_keeps_its_newest_lines_only() {
    let board = Board::new(0);
    (1..=150).for_each(|id| board.post_log(line("Ana", id)));
    let kept = ids(&board.changes(0).log);
    assert_eq!((kept.len(), kept[0], kept[99]), (LOG_KEPT, 51, 150));
}

#[tokio::test]
async fn somebody_who_left_is_named_to_those_who_saw_them() {
    let board = Board::new(0);
    board.post_character(view("Ana", "walking"));
    let seen = board.changes(0).number;
    board.remove_character(&"Ana".parse().unwrap());
    let news = board.changes(seen);
    assert_eq!((news.removed.len(), news.characters.len()), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn ages_and_cooldowns_are_as_old_as_the_reading() {
    let board = Board::new(0);
    board.post_character(view("Ana", "walking"));
    tokio::time::advance(Duration::from_secs(2)).await;
    let ana = &board.characters()[0];
    assert_eq!((ana.since_ms, ana.cooldown.as_ref().unwrap().remaining_ms), (2_000, 3_000));
    tokio::time::advance(Duration::from_secs(9)).await;
    assert_eq!(board.characters()[0].cooldown.as_ref().unwrap().remaining_ms, 0);
}

#[tokio::test]
async fn the_same_health_again_is_no_news() {
    let board = Board::new(0);
    board.post_game(ReachView::ok());
    let seen = board.changes(0).number;
    board.post_game(ReachView::ok());
    assert!(!board.changes(seen).status);
    board.post_game(ReachView::away("timeout".to_owned()));
    assert!(board.changes(seen).status);
}

fn ana(board: &Board) -> CharacterView {
    board.character(&"Ana".parse().unwrap()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn while_the_game_is_away_nobody_acts_and_that_is_news_of_those_who_would() {
    let board = Board::new(0);
    let acting = CharacterView { state: CharacterState::Acting, ..view("Ana", "mining") };
    board.post_character(acting);
    board.post_character(view("Ben", "walking"));
    board.post_game(ReachView::ok());
    tokio::time::advance(Duration::from_secs(60)).await;
    let seen = board.changes(0).number;
    board.post_game(ReachView::away("timeout".to_owned()));
    tokio::time::advance(Duration::from_secs(5)).await;

    let news = board.changes(seen).characters;
    assert_eq!(news.len(), 1, "who cools down or idles does so all the same");
    assert_eq!((news[0].name.as_str(), news[0].state), ("Ana", CharacterState::GameAway));
    assert_eq!(news[0].since_ms, 5_000);
    assert_eq!(board.health().game.since_ms, 5_000);

    let seen = board.changes(0).number;
    board.post_game(ReachView::ok());
    assert_eq!(board.changes(seen).characters[0].state, CharacterState::Acting);
}

#[tokio::test]
async fn what_an_earlier_run_knew_stands_until_the_character_is_read() {
    let board = Board::new(0);
    let known = |name| CharacterView { as_of: Some(jiff::Timestamp::UNIX_EPOCH), ..view(name, "") };
    board.post_character(view("Ana", "mining"));
    board.restore_characters(vec![known("Ana"), known("Ben"), known("Cleo")]);
    assert_eq!(ana(&board).as_of, None, "a fresh view is not replaced by an old one");
    board.forget_unread(|view| view.name.as_str() != "Ben");
    let names: Vec<_> = board.characters().into_iter().map(|view| view.name.to_string()).collect();
    assert_eq!(names, ["Ana", "Ben"]);
    assert_eq!(board.changes(0).removed.len(), 1);
}

fn scene(name: &str, hp: i64) -> Scene {
    let character = game::Character { hp, ..fixture::character(name) };
    let (ready_at, claims) = (Instant::now(), Claims::new());
    Scene { character, ready_at, bank: None, market: None, claims, stance: None }
}

#[tokio::test(start_paused = true)]
async fn who_counts_on_somebody_hears_when_that_one_has_changed_and_of_nobody_else() {
    let board = Board::new(0);
    let ana = fixture::character("Ana");
    let news = || {
        let party = ["Ana", "Ben"].map(|name| name.parse().unwrap());
        let seen = board.comrades(&ana, &party, jiff::Timestamp::UNIX_EPOCH);
        tokio::time::timeout(Duration::from_secs(1), board.clone().comrades_changed(seen))
    };
    let first = news();
    board.post_scene(scene("Ben", 120));
    assert!(first.await.is_ok(), "he was not known before");
    let nothing = news();
    board.post_scene(scene("Ben", 120));
    board.post_scene(scene("Ana", 1));
    board.post_scene(scene("Cleo", 1));
    assert!(nothing.await.is_err(), "he is as he was");
    let hurt = news();
    board.post_scene(scene("Ben", 1));
    assert!(hurt.await.is_ok());
}
