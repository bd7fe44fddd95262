//! Columns: turning rows into arrays for `unnest`, and optional names back into the game's types.

use diesel::{
    deserialize::{self, Queryable},
    pg::Pg,
    sql_types::{Nullable, Text},
};
use game::{AccountName, CharacterName, ids::InvalidId};
use jiff_diesel::{Timestamp, ToDiesel};

/// One value of every row.
pub(crate) fn column<R, T>(rows: &[R], value: impl Fn(&R) -> T) -> Vec<T> {
    rows.iter().map(value).collect()
}

/// One time of every row.
pub(crate) fn times<R>(rows: &[R], value: impl Fn(&R) -> jiff::Timestamp) -> Vec<Timestamp> {
    rows.iter().map(|row| value(row).to_diesel()).collect()
}

/// One time of every row that may be missing.
pub(crate) fn optional_times<R>(
    rows: &[R],
    value: impl Fn(&R) -> Option<jiff::Timestamp>,
) -> Vec<Option<Timestamp>> {
    rows.iter().map(|row| value(row).map(ToDiesel::to_diesel)).collect()
}

/// A column of names that may be null. Public only because the derived impls of public rows name it.
#[derive(Debug)]
pub struct OptionalName(Option<String>);

impl Queryable<Nullable<Text>, Pg> for OptionalName {
    type Row = Option<String>;

    fn build(row: Self::Row) -> deserialize::Result<Self> {
        Ok(Self(row))
    }
}

impl TryFrom<OptionalName> for Option<AccountName> {
    type Error = InvalidId;
    fn try_from(OptionalName(name): OptionalName) -> Result<Self, InvalidId> {
        name.map(TryInto::try_into).transpose()
    }
}

impl TryFrom<OptionalName> for Option<CharacterName> {
    type Error = InvalidId;
    fn try_from(OptionalName(name): OptionalName) -> Result<Self, InvalidId> {
        name.map(TryInto::try_into).transpose()
    }
}
