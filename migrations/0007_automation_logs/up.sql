-- Every action of every character: what, why, and what came of it.
CREATE TABLE automation_logs (
    id uuid NOT NULL,
    -- The run that decided it; null for a click.
    run_id uuid,
    account text NOT NULL,
    character text NOT NULL,
    -- The kind of action, as the game spells it.
    action text NOT NULL,
    -- The action with everything its request carried.
    request jsonb NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('applied', 'refused', 'not_sent', 'parked')),
    refusal_code integer,
    refusal_message text,
    why jsonb NOT NULL,
    -- What came of it.
    detail jsonb NOT NULL,
    cooldown_seconds integer,
    -- When the game carried it out, by the game's clock; null when it did not, or when nobody knows.
    acted_at timestamptz,
    -- The time the id was made from: it says which partition the row is in, so it is part of the key.
    written_at timestamptz NOT NULL,
    closed_at timestamptz NOT NULL,
    elapsed_ms bigint NOT NULL,
    -- Whether the reply was lost and the outcome found by evidence.
    resolved boolean NOT NULL,
    -- Time first, so that the key also serves reading by time.
    PRIMARY KEY (written_at, id)
) PARTITION BY RANGE (written_at);

-- The last lines of one character, account or run; read backwards for newest first.
CREATE INDEX automation_logs_character ON automation_logs (character, written_at, id);
CREATE INDEX automation_logs_account ON automation_logs (account, written_at, id);
CREATE INDEX automation_logs_run ON automation_logs (run_id, written_at, id);

CREATE TABLE automation_logs_default PARTITION OF automation_logs DEFAULT;
SELECT month_partitions_ensure('automation_logs', 'written_at', now(), 2);
