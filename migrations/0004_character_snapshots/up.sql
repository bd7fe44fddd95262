-- Characters as they were from time to time: the curves of the dashboard.
CREATE TABLE character_snapshots (
    id uuid NOT NULL,
    -- The time the id was made from: it says which partition the row is in, so it is part of the key.
    at timestamptz NOT NULL,
    account text NOT NULL,
    character text NOT NULL,
    level integer NOT NULL,
    xp bigint NOT NULL,
    gold bigint NOT NULL,
    -- The whole character, as the program models it.
    data jsonb NOT NULL,
    -- Time first, so that the key also serves reading by time.
    PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);

CREATE INDEX character_snapshots_character ON character_snapshots (character, at, id);

CREATE TABLE character_snapshots_default PARTITION OF character_snapshots DEFAULT;
SELECT month_partitions_ensure('character_snapshots', 'at', now(), 2);
