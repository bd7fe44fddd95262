-- Strategies at work: what each was told, what it must not forget, and where it stands.
CREATE TABLE automation_runs (
    id uuid PRIMARY KEY,
    config_id uuid,
    account text NOT NULL,
    character text NOT NULL,
    strategy text NOT NULL,
    config jsonb NOT NULL,
    memory jsonb NOT NULL,
    status text NOT NULL CHECK (status IN ('running', 'paused', 'stopped', 'done', 'blocked', 'failed')),
    -- Why it stands there, for a player to read.
    reason text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    -- When this version was written; an older one never replaces it.
    updated_at timestamptz NOT NULL
);

CREATE INDEX automation_runs_character ON automation_runs (character, started_at, id);
CREATE INDEX automation_runs_started ON automation_runs (started_at, id);
-- What a restart has to take up again.
CREATE INDEX automation_runs_open ON automation_runs (character) WHERE status IN ('running', 'paused', 'blocked');
