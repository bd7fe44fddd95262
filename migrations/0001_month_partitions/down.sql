DROP FUNCTION month_partitions_drop_before(text, text, timestamptz);
DROP FUNCTION month_partitions_ensure(text, text, timestamptz, integer);
