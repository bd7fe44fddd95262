-- A run that is set aside while a person plays its character by hand.
ALTER TABLE automation_runs DROP CONSTRAINT automation_runs_status_check;
ALTER TABLE automation_runs ADD CONSTRAINT automation_runs_status_check
    CHECK (status IN ('running', 'winding_down', 'paused', 'taken_over', 'stopped', 'done', 'blocked', 'failed'));

DROP INDEX automation_runs_open;
CREATE INDEX automation_runs_open ON automation_runs (character)
    WHERE status IN ('running', 'winding_down', 'paused', 'taken_over', 'blocked');
