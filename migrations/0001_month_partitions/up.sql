-- Partitions by month for tables that grow without end. A partition is named table_YYYY_MM, months are UTC, and
-- rows of a month without a partition wait in table_default.

-- Makes the partitions of `month_count` months from the month of `from_time` on, where they are missing; returns the
-- names of the new ones.
CREATE FUNCTION month_partitions_ensure(parent text, time_column text, from_time timestamptz, month_count integer)
RETURNS SETOF text
LANGUAGE plpgsql
-- Give up rather than make writers queue behind a lock that is slow to come; the caller tries again later.
SET lock_timeout = '5s'
AS $$
DECLARE
    first_month timestamp := date_trunc('month', from_time AT TIME ZONE 'UTC');
    lower_bound timestamptz;
    upper_bound timestamptz;
    partition text;
BEGIN
    -- Two processes that start together must not both make the same partition.
    PERFORM pg_advisory_xact_lock(hashtext('month_partitions:' || parent));
    FOR month IN 0 .. month_count - 1 LOOP
        lower_bound := (first_month + make_interval(months => month)) AT TIME ZONE 'UTC';
        upper_bound := (first_month + make_interval(months => month + 1)) AT TIME ZONE 'UTC';
        partition := parent || to_char(first_month + make_interval(months => month), '_YYYY_MM');
        CONTINUE WHEN to_regclass(quote_ident(partition)) IS NOT NULL;

        -- Made aside and attached, because CREATE TABLE … PARTITION OF would stop all reading and writing meanwhile.
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition, parent);
        EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', parent || '_default');
        EXECUTE format(
            'WITH moved AS (DELETE FROM %I WHERE %I >= $1 AND %I < $2 RETURNING *) INSERT INTO %I SELECT * FROM moved',
            parent || '_default', time_column, time_column, partition
        ) USING lower_bound, upper_bound;
        EXECUTE format(
            'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            parent, partition, lower_bound, upper_bound
        );
        RETURN NEXT partition;
    END LOOP;
END
$$;

-- Drops the partitions whose months lie wholly before `cutoff`, and deletes such rows from the default partition;
-- returns the names of the dropped ones.
CREATE FUNCTION month_partitions_drop_before(parent text, time_column text, cutoff timestamptz)
RETURNS SETOF text
LANGUAGE plpgsql
SET lock_timeout = '5s'
AS $$
DECLARE
    partition text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('month_partitions:' || parent));
    FOR partition IN
        SELECT child.relname
        FROM pg_inherits
        JOIN pg_class child ON child.oid = inhrelid
        WHERE inhparent = quote_ident(parent)::regclass
            AND child.relname ~ ('^' || parent || '_\d{4}_\d{2}$')
            AND to_date(right(child.relname, 7), 'YYYY_MM') + interval '1 month' <= cutoff AT TIME ZONE 'UTC'
        ORDER BY child.relname
    LOOP
        EXECUTE format('DROP TABLE %I', partition);
        RETURN NEXT partition;
    END LOOP;
    EXECUTE format(
        'DELETE FROM %I WHERE %I < $1',
        parent || '_default', time_column
    ) USING date_trunc('month', cutoff AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
END
$$;
