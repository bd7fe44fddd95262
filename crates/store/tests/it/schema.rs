//! `schema.rs` says what the database has.

use std::fmt::Write;

use test_support::TestDatabase;

const COLUMNS: &str = "
    SELECT table_name::text, column_name::text, udt_name::text, is_nullable = 'YES'
    FROM information_schema.columns
    JOIN pg_class ON oid = quote_ident(table_name)::regclass AND NOT relispartition
    WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations'
    ORDER BY table_name, ordinal_position";

const KEY: &str = "
    SELECT string_agg(attname, ', ' ORDER BY array_position(indkey::int2[], attnum))
    FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
    WHERE indisprimary AND indrelid = quote_ident($1)::regclass";

#[tokio::test]
async fn schema_rs_is_what_the_migrations_make() {
    let database = TestDatabase::create().await;
    let client = database.client().await;
    let mut expected = String::from(
        "//! The tables as the migrations make them. A test prints this file from `information_schema` and compares.\n",
    );
    let mut open_table = None;
    for row in client.query(COLUMNS, &[]).await.unwrap() {
        let (table, column): (String, &str) = (row.get(0), row.get(1));
        if open_table.as_ref() != Some(&table) {
            if open_table.is_some() {
                expected.push_str("    }\n}\n");
            }
            let key: String = client.query_one(KEY, &[&table]).await.unwrap().get(0);
            write!(expected, "\ndiesel::table! {{\n    {table} ({key}) {{\n").unwrap();
            open_table = Some(table);
        }
        let kind = diesel_type(row.get(2));
        let kind = if row.get(3) { format!("Nullable<{kind}>") } else { kind };
        writeln!(expected, "        {column} -> {kind},").unwrap();
    }
    expected.push_str("    }\n}\n");
    assert!(
        include_str!("../../src/schema.rs") == expected,
        "crates/store/src/schema.rs differs from the database; it should read:\n{expected}"
    );
}

/// PostgreSQL's name of a type as diesel spells it: `timestamptz` is `Timestamptz`.
fn diesel_type(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}
