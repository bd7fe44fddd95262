-- What a run's forecast expects by when, and what had come by then: a list, empty without a forecast.
ALTER TABLE automation_runs ADD COLUMN milestones jsonb NOT NULL DEFAULT '[]';
