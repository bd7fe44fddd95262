//! Opening and closing intents.

use game::CharacterName;
use jiff::Timestamp;
use redb::{Durability, ReadableTable};
use uuid::Uuid;

use crate::{
    error::{Doing, JournalError},
    history::push,
    intent::{Closing, Intent},
    joined,
    journal::Journal,
    record::Record,
    runs,
    tables::{INTENT_CHARACTERS, INTENTS, decode, encode},
    won,
};

const BEGINNING: &str = "writing an intent";
const CLOSING: &str = "closing an intent";
const READING: &str = "reading open intents";

impl Journal {
    /// Writes an intent down; it is on the disk when this returns.
    ///
    /// # Errors
    /// [`JournalError::IntentOpen`] when the character has one already; otherwise the disk.
    pub fn begin(&self, intent: &Intent) -> Result<(), JournalError> {
        let character = intent.character.as_str();
        let bytes = encode(|| name(character), intent)?;
        self.write(Durability::Immediate, BEGINNING, |transaction| {
            let mut intents = transaction.open_table(INTENTS).doing(BEGINNING)?;
            if let Some(open) = intents.get(character).doing(BEGINNING)? {
                let open: Intent = decode(|| name(character), open.value())?;
                return Err(JournalError::IntentOpen { character: intent.character.clone(), open: open.id });
            }
            intents.insert(character, bytes.as_slice()).doing(BEGINNING)?;
            let mut characters = transaction.open_table(INTENT_CHARACTERS).doing(BEGINNING)?;
            characters.insert(intent.id.as_u128(), character).doing(BEGINNING)?;
            Ok(())
        })
    }

    /// Turns an open intent into a history entry, and appends `also` behind it (the run's new memory, say), in one
    /// transaction that is on the disk when this returns. A run that was ended or replaced meanwhile stays so; a fight that
    /// it has won counts for its goal ([`Journal::won`]). A
    /// [`Record::Action`] among them is what the action did with somebody else: it waits to be counted by that one's run
    /// ([`Journal::joined`]).
    ///
    /// # Errors
    /// [`JournalError::UnknownIntent`] when it is not open; otherwise the disk.
    pub fn close(
        &self,
        id: Uuid,
        closing: &Closing,
        now: Timestamp,
        elapsed_ms: u64,
        also: &[Record],
    ) -> Result<(), JournalError> {
        self.write(Durability::Immediate, CLOSING, |transaction| {
            let mut characters = transaction.open_table(INTENT_CHARACTERS).doing(CLOSING)?;
            let character = characters
                .remove(id.as_u128())
                .doing(CLOSING)?
                .map(|character| character.value().to_owned())
                .ok_or(JournalError::UnknownIntent { id })?;
            let mut intents = transaction.open_table(INTENTS).doing(CLOSING)?;
            let intent = intents
                .remove(character.as_str())
                .doing(CLOSING)?
                .ok_or(JournalError::UnknownIntent { id })
                .and_then(|bytes| decode(|| name(&character), bytes.value()))?;
            let action = Record::Action {
                intent: Box::new(intent),
                closing: closing.clone(),
                closed_at: now,
                elapsed_ms,
            };
            for entry in also {
                match entry {
                    Record::Action { intent, .. } => joined::put(transaction, CLOSING, intent, entry)?,
                    Record::Run(run) => won::add(transaction, CLOSING, run, closing)?,
                    _ => {}
                }
            }
            push(transaction, CLOSING, std::iter::once(&action).chain(also), runs::add)
        })
    }

    /// What the character was about to do when it was last heard of.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn open_intent(&self, character: &CharacterName) -> Result<Option<Intent>, JournalError> {
        let intents = self.read(READING)?.open_table(INTENTS).doing(READING)?;
        let found = intents.get(character.as_str()).doing(READING)?;
        found.map(|bytes| decode(|| name(character.as_str()), bytes.value())).transpose()
    }

    /// Every open intent, by character.
    ///
    /// # Errors
    /// The disk, or an entry that cannot be read.
    pub fn open_intents(&self) -> Result<Vec<Intent>, JournalError> {
        let intents = self.read(READING)?.open_table(INTENTS).doing(READING)?;
        intents
            .iter()
            .doing(READING)?
            .map(|entry| {
                let (character, bytes) = entry.doing(READING)?;
                decode(|| name(character.value()), bytes.value())
            })
            .collect()
    }
}

fn name(character: &str) -> String {
    format!("open_intents/{character}")
}
