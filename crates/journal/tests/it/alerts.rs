//! The alerts are one entry, as they were written last.

use journal::Journal;

#[test]
fn alerts_are_found_as_they_were_written_last() {
    let journal = Journal::in_memory().unwrap();
    assert_eq!(journal.alerts::<Vec<u32>>().unwrap(), None);
    journal.alerts_put(&[1, 2]).unwrap();
    journal.alerts_put(&[3]).unwrap();
    assert_eq!(journal.alerts::<Vec<u32>>().unwrap(), Some(vec![3]));
}
