-- Events and disputes that a later comparison replaced, so that an address that was sent still leads somewhere.
-- Nothing rests on it: it only says which claims an id once stood for.

CREATE TABLE former (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    claims TEXT NOT NULL
);
