-- The ground: what was received, what was read in it, what the comparison found, what people decided.
-- Columns beside `record` exist to be filtered and joined; `record` holds the whole value as JSON.

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    tool TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    documents INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,
    content BLOB NOT NULL,
    path TEXT,
    url TEXT,
    received TEXT NOT NULL,
    tool TEXT NOT NULL
);

CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL REFERENCES originals (sha256),
    reader TEXT NOT NULL,
    media_type TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    path TEXT,
    url TEXT,
    text TEXT NOT NULL,
    notices TEXT NOT NULL
);

CREATE TABLE sections (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    account TEXT,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE accounts (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    outlet TEXT,
    author TEXT,
    title TEXT,
    published_start TEXT,
    published_end TEXT,
    published_basis TEXT NOT NULL,
    language TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE actors (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;

CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    factuality TEXT NOT NULL,
    source TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    period_start TEXT,
    period_end TEXT,
    confidence REAL NOT NULL,
    rule TEXT NOT NULL,
    text TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX claims_document ON claims (document);
CREATE INDEX claims_kind ON claims (kind, type);
CREATE INDEX claims_period ON claims (period_start, period_end);

CREATE TABLE claim_actors (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (claim, role, position)
) WITHOUT ROWID;
CREATE INDEX claim_actors_actor ON claim_actors (actor);

CREATE TABLE claim_places (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    precision TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX claim_places_place ON claim_places (place);

CREATE TABLE claim_sources (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    factuality TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX claim_sources_source ON claim_sources (source);

CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    period_start TEXT,
    period_end TEXT,
    record TEXT NOT NULL
);

CREATE TABLE event_claims (
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX event_claims_claim ON event_claims (claim);

-- A bond without an event is one that nothing tells apart and nothing joins: a person's to settle.
CREATE TABLE bonds (
    number INTEGER PRIMARY KEY,
    event TEXT REFERENCES events (id) ON DELETE CASCADE,
    left_claim TEXT NOT NULL,
    right_claim TEXT NOT NULL,
    probability REAL NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX bonds_event ON bonds (event);

CREATE TABLE origins (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    record TEXT NOT NULL
);

CREATE TABLE claim_origins (
    claim TEXT PRIMARY KEY,
    origin TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE dependences (
    number INTEGER PRIMARY KEY,
    taker TEXT NOT NULL,
    giver TEXT NOT NULL,
    evidence TEXT NOT NULL,
    record TEXT NOT NULL
);

CREATE TABLE disputes (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    event TEXT,
    stake REAL NOT NULL,
    record TEXT NOT NULL
);

CREATE TABLE answers (
    dispute TEXT NOT NULL REFERENCES disputes (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (dispute, position)
) WITHOUT ROWID;

CREATE TABLE agreements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    event TEXT NOT NULL,
    statement TEXT NOT NULL,
    record TEXT NOT NULL
);

CREATE TABLE silences (
    number INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    statement TEXT NOT NULL,
    record TEXT NOT NULL
);

-- Tolls, framings, predictions, profiles of sources and revisions, each part in its own order.
CREATE TABLE findings (
    part TEXT NOT NULL,
    position INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (part, position)
) WITHOUT ROWID;

CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    verdict TEXT NOT NULL,
    user TEXT NOT NULL,
    created TEXT NOT NULL,
    reason TEXT NOT NULL,
    change TEXT NOT NULL
);
CREATE INDEX judgements_subject ON judgements (subject);

CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements are only ever added');
END;
CREATE TRIGGER judgements_last BEFORE DELETE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements are only ever added');
END;

CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'documents', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_enter AFTER INSERT ON documents BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER documents_leave AFTER DELETE ON documents BEGIN
    INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;

CREATE VIRTUAL TABLE claim_words USING fts5 (
    text, content = 'claims', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_enter AFTER INSERT ON claims BEGIN
    INSERT INTO claim_words (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER claims_leave AFTER DELETE ON claims BEGIN
    INSERT INTO claim_words (claim_words, rowid, text) VALUES ('delete', old.number, old.text);
END;
