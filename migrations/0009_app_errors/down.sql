DROP TABLE app_errors;
