-- Claims as they were read, wherever a person's decision changed what is shown of them or took them out.
-- `claims` holds them as decided; whoever takes the decision back gets the reading back from here.

CREATE TABLE corrections (
    claim TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
    rejected INTEGER NOT NULL,
    record TEXT NOT NULL
) WITHOUT ROWID;
