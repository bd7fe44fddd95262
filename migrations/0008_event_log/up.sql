-- Things that happened and are worth telling: levels gained, deaths, sales, events of the game.
CREATE TABLE event_log (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    account text,
    character text,
    data jsonb NOT NULL
);

CREATE INDEX event_log_at ON event_log (at, id);
CREATE INDEX event_log_character ON event_log (character, at, id);
CREATE INDEX event_log_account ON event_log (account, at, id);
