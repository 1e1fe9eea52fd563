-- What linking found about single accounts and pairs of them, so that a later document asks only for itself.
-- Nothing rests on it: without it everything is found again.

CREATE TABLE linking (
    number INTEGER PRIMARY KEY,
    basis TEXT NOT NULL,
    entries BLOB NOT NULL
);
