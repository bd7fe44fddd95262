//! How time was spent.

use jiff::SignedDuration;
use journal::{Hour, Journal, Record, Share};

use crate::fixtures::{at, name};

fn hour(character: &str, number: i64, milliseconds: u64) -> Hour {
    let start = at(0) + SignedDuration::from_hours(number);
    Hour {
        character: name(character),
        start,
        until: start + SignedDuration::from_secs(60),
        shares: vec![Share { account: "acting".to_owned(), reason: String::new(), milliseconds }],
    }
}

fn record(hour: &Hour) -> Record {
    Record::Hour(Box::new(hour.clone()))
}

#[test]
fn an_hour_is_kept_as_it_was_written_last_and_goes_into_the_history_each_time() {
    let journal = Journal::in_memory().unwrap();
    let (early, late) = (hour("Ana", 1, 10), hour("Ana", 1, 20));
    journal.append(&[record(&early), record(&hour("Bo", 1, 5)), record(&late)]).unwrap();
    assert_eq!(journal.hours(&name("Ana")).unwrap(), [late]);
    assert_eq!(journal.oldest(10).unwrap().len(), 3);
}

#[test]
fn hours_are_forgotten_after_two_days() {
    let journal = Journal::in_memory().unwrap();
    for number in 0..60 {
        journal.append(&[record(&hour("Ana", number, 1)), record(&hour("Bo", 0, 1))]).unwrap();
    }
    let kept = journal.hours(&name("Ana")).unwrap();
    assert_eq!((kept.len(), kept[0].start), (50, hour("Ana", 10, 1).start));
    assert_eq!(journal.hours(&name("Bo")).unwrap().len(), 1);
}
