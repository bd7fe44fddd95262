DROP TABLE automation_runs;
