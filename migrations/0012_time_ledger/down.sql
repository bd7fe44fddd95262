DROP TABLE time_ledger;
