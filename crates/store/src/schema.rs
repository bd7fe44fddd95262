//! The tables as the migrations make them. A test prints this file from `information_schema` and compares.

diesel::table! {
    app_errors (id) {
        id -> Uuid,
        at -> Timestamptz,
        source -> Text,
        message -> Text,
        detail -> Jsonb,
    }
}

diesel::table! {
    automation_configs (id) {
        id -> Uuid,
        account -> Text,
        character -> Text,
        strategy -> Text,
        config -> Jsonb,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    automation_logs (written_at, id) {
        id -> Uuid,
        run_id -> Nullable<Uuid>,
        account -> Text,
        character -> Text,
        action -> Text,
        request -> Jsonb,
        outcome -> Text,
        refusal_code -> Nullable<Int4>,
        refusal_message -> Nullable<Text>,
        why -> Jsonb,
        detail -> Jsonb,
        cooldown_seconds -> Nullable<Int4>,
        acted_at -> Nullable<Timestamptz>,
        written_at -> Timestamptz,
        closed_at -> Timestamptz,
        elapsed_ms -> Int8,
        resolved -> Bool,
    }
}

diesel::table! {
    automation_runs (id) {
        id -> Uuid,
        config_id -> Nullable<Uuid>,
        account -> Text,
        character -> Text,
        strategy -> Text,
        config -> Jsonb,
        memory -> Jsonb,
        status -> Text,
        reason -> Text,
        started_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
        updated_at -> Timestamptz,
        goal_id -> Nullable<Uuid>,
        goal_part -> Nullable<Text>,
        milestones -> Jsonb,
    }
}

diesel::table! {
    automations (id) {
        id -> Uuid,
        name -> Text,
        strategy -> Text,
        config -> Jsonb,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    character_snapshots (at, id) {
        id -> Uuid,
        at -> Timestamptz,
        account -> Text,
        character -> Text,
        level -> Int4,
        xp -> Int8,
        gold -> Int8,
        data -> Jsonb,
    }
}

diesel::table! {
    event_log (id) {
        id -> Uuid,
        at -> Timestamptz,
        kind -> Text,
        account -> Nullable<Text>,
        character -> Nullable<Text>,
        data -> Jsonb,
    }
}

diesel::table! {
    game_accounts (id) {
        id -> Uuid,
        name -> Text,
        base_url -> Text,
        created_at -> Timestamptz,
        last_seen_at -> Timestamptz,
    }
}

diesel::table! {
    game_data_cache (kind) {
        kind -> Text,
        version -> Text,
        data -> Jsonb,
        fetched_at -> Timestamptz,
    }
}

diesel::table! {
    goals (id) {
        id -> Uuid,
        account -> Text,
        kind -> Text,
        config -> Jsonb,
        priority -> Int4,
        after -> Jsonb,
        status -> Text,
        created_at -> Timestamptz,
        changed_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    price_history (world, item, hour) {
        world -> Text,
        item -> Text,
        hour -> Timestamptz,
        bid -> Nullable<Int8>,
        ask -> Nullable<Int8>,
        fair -> Nullable<Float8>,
        pieces -> Int8,
        gold -> Int8,
    }
}

diesel::table! {
    time_ledger (character, hour, account, reason) {
        character -> Text,
        hour -> Timestamptz,
        account -> Text,
        reason -> Text,
        elapsed_ms -> Int8,
    }
}
