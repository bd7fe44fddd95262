ALTER TABLE automation_runs DROP COLUMN goal_id, DROP COLUMN goal_part;

DROP TABLE goals;
