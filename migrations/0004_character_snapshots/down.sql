DROP TABLE character_snapshots;
