UPDATE automation_runs SET status = 'running' WHERE status = 'taken_over';

DROP INDEX automation_runs_open;
CREATE INDEX automation_runs_open ON automation_runs (character)
    WHERE status IN ('running', 'winding_down', 'paused', 'blocked');

ALTER TABLE automation_runs DROP CONSTRAINT automation_runs_status_check;
ALTER TABLE automation_runs ADD CONSTRAINT automation_runs_status_check
    CHECK (status IN ('running', 'winding_down', 'paused', 'stopped', 'done', 'blocked', 'failed'));
