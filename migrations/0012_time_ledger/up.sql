-- How each character's time was spent: the sums of an hour are the time of it that has passed.
CREATE TABLE time_ledger (
    character text NOT NULL,
    -- When the hour began.
    hour timestamptz NOT NULL,
    -- Of the ledger, not of the game: acting, travelling, resting, budget, retrying, deciding, idle or off.
    account text NOT NULL,
    -- Why it was idle; empty for the other accounts.
    reason text NOT NULL,
    elapsed_ms bigint NOT NULL,
    PRIMARY KEY (character, hour, account, reason)
);
