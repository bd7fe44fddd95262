-- Saved configurations that runs can be started from.
CREATE TABLE automation_configs (
    id uuid PRIMARY KEY,
    account text NOT NULL,
    character text NOT NULL,
    strategy text NOT NULL,
    config jsonb NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE INDEX automation_configs_character ON automation_configs (character, created_at, id);
