-- The game accounts this program plays or has played.
CREATE TABLE game_accounts (
    id uuid PRIMARY KEY,
    name text NOT NULL UNIQUE,
    -- The server it lives on: the live game or a sandbox.
    base_url text NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
);
