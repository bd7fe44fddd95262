-- What went wrong in the program itself, with its chain of causes.
CREATE TABLE app_errors (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    -- Which part of the program.
    source text NOT NULL,
    message text NOT NULL,
    detail jsonb NOT NULL
);

CREATE INDEX app_errors_at ON app_errors (at, id);
