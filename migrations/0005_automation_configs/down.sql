DROP TABLE automation_configs;
