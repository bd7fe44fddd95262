-- The season's static data, so that a restart needs no requests for it. One row per kind (items, maps, …).
CREATE TABLE game_data_cache (
    kind text PRIMARY KEY,
    -- The game's version that the data belongs to.
    version text NOT NULL,
    data jsonb NOT NULL,
    fetched_at timestamptz NOT NULL
);
