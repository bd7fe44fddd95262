-- Automations that a person has given a name, to start them again and again. What a run was started with is in
-- automation_configs and never changes; these do.
CREATE TABLE automations (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    strategy text NOT NULL,
    config jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
