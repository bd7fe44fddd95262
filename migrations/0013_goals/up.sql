-- Goals: what a company is to reach, and where each stands.
CREATE TABLE goals (
    id uuid PRIMARY KEY,
    account text NOT NULL,
    kind text NOT NULL,
    config jsonb NOT NULL,
    priority integer NOT NULL CHECK (priority BETWEEN 1 AND 9),
    -- Goals that must be reached before it, a list of ids.
    after jsonb NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'reached', 'deleted')),
    created_at timestamptz NOT NULL,
    -- When a person last changed it.
    changed_at timestamptz NOT NULL,
    -- When it was reached or deleted.
    ended_at timestamptz,
    -- When this version was written; an older one never replaces it.
    updated_at timestamptz NOT NULL
);

CREATE INDEX goals_created ON goals (created_at, id);

-- The part of a goal that a run does.
ALTER TABLE automation_runs ADD COLUMN goal_id uuid, ADD COLUMN goal_part text;
