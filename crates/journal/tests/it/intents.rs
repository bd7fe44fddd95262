//! An intent is open from `begin` to `close`, once per character, and then it is history.

use game::{Detail, Refusal, RefusalCode};
use journal::{Closing, Fingerprint, Journal, JournalError, Record, RunStatus};

use crate::fixtures::{applied, at, character, event, id, intent, name, run};

#[test]
fn an_intent_is_open_until_it_is_closed_and_then_it_is_history() {
    let journal = Journal::in_memory().unwrap();
    let intent = intent(1, "Ana");
    journal.begin(&intent).unwrap();
    assert_eq!(journal.open_intent(&name("Ana")).unwrap().as_ref(), Some(&intent));

    journal.close(id(1), &applied("Ana"), at(5), 123, &[]).unwrap();
    assert_eq!(journal.open_intent(&name("Ana")).unwrap(), None);
    let history: Vec<Record> = journal.oldest(10).unwrap().into_iter().map(|(_, record)| record).collect();
    let closed = Record::Action {
        intent: Box::new(intent),
        closing: applied("Ana"),
        closed_at: at(5),
        elapsed_ms: 123,
    };
    assert_eq!(history, [closed]);
}

#[test]
fn a_character_has_one_open_intent_at_most_and_others_are_not_concerned() {
    let journal = Journal::in_memory().unwrap();
    journal.begin(&intent(1, "Ana")).unwrap();
    journal.begin(&intent(2, "Bo")).unwrap();
    let refused = journal.begin(&intent(3, "Ana")).unwrap_err();
    assert!(
        matches!(refused, JournalError::IntentOpen { character, open } if character == name("Ana") && open == id(1))
    );
    let open: Vec<_> = journal.open_intents().unwrap().into_iter().map(|intent| intent.id).collect();
    assert_eq!(open, [id(1), id(2)]);
}

#[test]
fn closing_twice_is_refused_and_writes_nothing() {
    let journal = Journal::in_memory().unwrap();
    journal.begin(&intent(1, "Ana")).unwrap();
    let refusal = Closing::Refused(Refusal::new(RefusalCode::InventoryFull, "full"));
    journal.close(id(1), &refusal, at(1), 1, &[]).unwrap();
    let again = journal.close(id(1), &refusal, at(1), 1, &[event(9)]).unwrap_err();
    assert!(matches!(again, JournalError::UnknownIntent { id: unknown } if unknown == id(1)));
    assert_eq!(journal.backlog().unwrap(), 1);
}

#[test]
fn what_comes_along_with_a_closing_is_written_behind_it() {
    let journal = Journal::in_memory().unwrap();
    journal.begin(&intent(1, "Ana")).unwrap();
    let memory = Record::Run(Box::new(run(2, "Ana", RunStatus::Running, at(1))));
    journal.close(id(1), &applied("Ana"), at(1), 1, &[memory.clone(), event(3)]).unwrap();
    let history = journal.oldest(10).unwrap();
    assert!(matches!(history[0].1, Record::Action { .. }));
    assert_eq!(history[1].1, memory);
    assert_eq!(history[2].1, event(3));
    assert_eq!(journal.run(&name("Ana")).unwrap().map(|run| run.id), Some(id(2)));
}

#[test]
fn every_way_to_end_survives_the_disk() {
    let closings = [
        applied("Ana"),
        Closing::AppliedUnseen {
            evidence: serde_json::json!({ "log": 7 }),
            started_at: at(3),
            expiration: Some(at(6)),
            detail: Some(Box::new(Detail::Rested { hp_restored: 5 })),
        },
        Closing::Refused(Refusal::cooldown(1.5)),
        Closing::NotSent { reason: "the breaker is open".to_owned() },
        Closing::Parked { reason: "nobody can tell".to_owned() },
    ];
    let journal = Journal::in_memory().unwrap();
    for (number, closing) in (1..).zip(&closings) {
        journal.begin(&intent(number, "Ana")).unwrap();
        journal.close(id(number), closing, at(9), 1, &[]).unwrap();
    }
    let read: Vec<Closing> = journal
        .oldest(10)
        .unwrap()
        .into_iter()
        .map(|(_, record)| match record {
            Record::Action { closing, .. } => closing,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(read, closings);
}

#[test]
fn a_fingerprint_adds_up_the_stacks_of_an_item() {
    let mut ana = character("Ana");
    let egg: game::ItemCode = "egg".parse().unwrap();
    ana.inventory.slots[0] = Some(game::SimpleItem::new(egg.clone(), 2));
    ana.inventory.slots[4] = Some(game::SimpleItem::new(egg.clone(), 3));
    let fingerprint = Fingerprint::from(&ana);
    assert_eq!(fingerprint.inventory.into_iter().collect::<Vec<_>>(), [(egg, 5)]);
    assert_eq!((fingerprint.xp, fingerprint.gold, fingerprint.hp), (40, 12, 100));
}
