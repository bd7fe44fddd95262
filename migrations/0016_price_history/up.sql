-- What items went for on the Grand Exchange, hour by hour: an hour that is missing was as the one before it, with no sale.
CREATE TABLE price_history (
    -- The game's address.
    world text NOT NULL,
    item text NOT NULL,
    -- When the hour began.
    hour timestamptz NOT NULL,
    -- The most that buyers offered and the least that sellers asked for a piece, in gold.
    bid bigint,
    ask bigint,
    -- What a piece was worth, in gold.
    fair double precision,
    -- What was sold, and the gold that was paid for it.
    pieces bigint NOT NULL,
    gold bigint NOT NULL,
    PRIMARY KEY (world, item, hour)
) PARTITION BY RANGE (hour);

CREATE INDEX price_history_hour ON price_history (world, hour);

CREATE TABLE price_history_default PARTITION OF price_history DEFAULT;
SELECT month_partitions_ensure('price_history', 'hour', now(), 2);
