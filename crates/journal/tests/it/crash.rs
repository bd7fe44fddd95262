//! Power cuts at any sync: whatever the journal acknowledged as durable is there at the next start, in order.

use std::collections::BTreeSet;

use journal::{Journal, JournalError, Record, Run, RunStatus};
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use uuid::Uuid;

use crate::{
    disk::Disk,
    fixtures::{applied, at, event, id, id_of, intent, name, run, snapshot},
};

const SEEDS: u64 = 320;

/// What a program remembers of what the journal told it.
#[derive(Default)]
struct Told {
    /// The open intent of Ana, as far as acknowledged.
    open: Option<Uuid>,
    /// Entries acknowledged as durable and not trimmed, in order.
    durable: Vec<Uuid>,
    /// Entries that were trimmed: they may be back or not.
    trimmed: BTreeSet<Uuid>,
    /// Loops in the latest acknowledged run.
    loops: u128,
    /// What the call that met the power cut was about: all of it may have happened, or nothing.
    in_doubt: Vec<Uuid>,
}

/// What tells one entry from another: of a run, each version is one.
fn key(record: &Record) -> Uuid {
    match record {
        Record::Run(run) => id(VERSIONS + loops(run)),
        other => id_of(other),
    }
}

/// Numbers of a run's versions begin here, above those of everything else.
const VERSIONS: u128 = 1_000_000;

fn loops(run: &Run) -> u128 {
    run.memory.as_u64().unwrap().into()
}

fn is_snapshot(key: &Uuid) -> bool {
    key.as_u128() < VERSIONS && key.as_u128() % 10 == 5
}

#[test]
fn no_acknowledged_commit_is_lost_in_a_power_cut() {
    let mut cuts = 0;
    for seed in 0..SEEDS {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let disk = Disk::new(seed);
        let journal = Journal::open_on(disk.clone()).unwrap();
        disk.cut_power_after(rng.random_range(1..24));
        let mut told = Told::default();
        for step in 1..32 {
            if work(&journal, &mut told, step, &mut rng).is_err() {
                break;
            }
        }
        cuts += u32::from(disk.is_dead());
        let after = disk.after_power_cut();
        drop(journal);
        let journal = Journal::open_on(after).unwrap_or_else(|error| panic!("seed {seed}: {error:?}"));
        check(&journal, &told, seed);
    }
    assert!(u64::from(cuts) > SEEDS / 2, "only {cuts} of {SEEDS} runs met a power cut");
}

/// One thing that a character or the recorder does.
fn work(
    journal: &Journal,
    told: &mut Told,
    step: u128,
    rng: &mut Xoshiro256PlusPlus,
) -> Result<(), JournalError> {
    let number = step * 10;
    match (rng.random_range(0..10), told.open) {
        // Not durable by itself, so nothing is expected of it.
        (0, _) => journal.append(&[snapshot(number + 5)])?,
        (1, _) => {
            told.in_doubt = vec![id(number), id(number + 1)];
            journal.append(&[event(number), event(number + 1)])?;
            told.durable.append(&mut told.in_doubt);
        }
        (2, _) => {
            let oldest = journal.oldest(3)?;
            let read: BTreeSet<Uuid> = oldest.iter().map(|(_, record)| key(record)).collect();
            if let Some((through, _)) = oldest.last() {
                journal.trim(*through)?;
            }
            told.durable.retain(|key| !read.contains(key));
            told.trimmed.extend(read);
        }
        (_, None) => {
            told.in_doubt = vec![id(number + 2)];
            journal.begin(&intent(number + 2, "Ana"))?;
            told.in_doubt.clear();
            told.open = Some(id(number + 2));
        }
        (_, Some(open)) => {
            let mut memory = run(1, "Ana", RunStatus::Running, at(0));
            memory.memory = u64::try_from(told.loops + 1).unwrap().into();
            let also = [Record::Run(Box::new(memory))];
            told.in_doubt = vec![open, key(&also[0])];
            journal.close(open, &applied("Ana"), at(1), 1, &also)?;
            told.durable.append(&mut told.in_doubt);
            told.open = None;
            told.loops += 1;
        }
    }
    Ok(())
}

fn check(journal: &Journal, told: &Told, seed: u64) {
    let found: Vec<Uuid> = journal.oldest(1_000).unwrap().iter().map(|(_, record)| key(record)).collect();
    let acknowledged: Vec<Uuid> = found.iter().copied().filter(|key| told.durable.contains(key)).collect();
    assert_eq!(acknowledged, told.durable, "seed {seed}: acknowledged entries are lost or out of order");
    let in_doubt = told.in_doubt.iter().filter(|key| found.contains(key)).count();
    assert!(in_doubt == 0 || in_doubt == told.in_doubt.len(), "seed {seed}: half of a transaction is there");
    for key in &found {
        let known = told.durable.contains(key) || told.in_doubt.contains(key) || told.trimmed.contains(key);
        assert!(known || is_snapshot(key), "seed {seed}: {key} came from nowhere");
    }

    let open = journal.open_intent(&name("Ana")).unwrap().map(|intent| intent.id);
    let doubtful = told.in_doubt.first();
    let closed = told.open.is_some() && open.is_none() && doubtful == told.open.as_ref();
    let begun = told.open.is_none() && open.is_some() && open.as_ref() == doubtful;
    assert!(open == told.open || closed || begun, "seed {seed}: {open:?} is open, not {:?}", told.open);

    let remembered = journal.run(&name("Ana")).unwrap().as_ref().map_or(0, loops);
    let expected = told.loops + u128::from(closed);
    assert_eq!(remembered, expected, "seed {seed}: the run's memory does not fit its history");
}
