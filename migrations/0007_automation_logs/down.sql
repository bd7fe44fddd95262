DROP TABLE automation_logs;
