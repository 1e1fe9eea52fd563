"""The tables as SQLAlchemy Core sees them; the schema itself stands in ``steps/*.sql``.

What always holds: the columns named here are those of the file, which a test compares.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import TableClause, column, table


def _table(name: str, columns: str) -> TableClause:
    named: list[Any] = [column(word) for word in columns.split()]
    return table(name, *named)


SETTINGS = _table("settings", "name value")
RUNS = _table("runs", "number command tool started finished documents refused")
ORIGINALS = _table("originals", "sha256 content path url received tool")
DOCUMENTS = _table("documents", "number id sha256 reader media_type language title path url text notices")
SECTIONS = _table("sections", "document position kind start_offset end_offset account")
ACCOUNTS = _table(
    "accounts",
    "document position id outlet author title published_start published_end published_basis language record",
)
ACTORS = _table("actors", "document id name kind record")
CLAIMS = _table(
    "claims",
    "number id document account kind type factuality source start_offset end_offset"
    " period_start period_end confidence rule text record",
)
CLAIM_ACTORS = _table("claim_actors", "claim position role actor name folded")
CLAIM_PLACES = _table("claim_places", "claim position place name folded latitude longitude precision")
CLAIM_SOURCES = _table("claim_sources", "claim position source name folded kind form factuality")
EVENTS = _table("events", "number id kind type title period_start period_end record")
EVENT_CLAIMS = _table("event_claims", "event position claim")
BONDS = _table("bonds", "number event left_claim right_claim probability record")
ORIGINS = _table("origins", "number id name record")
CLAIM_ORIGINS = _table("claim_origins", "claim origin")
DEPENDENCES = _table("dependences", "number taker giver evidence record")
DISPUTES = _table("disputes", "number id kind question event stake record")
ANSWERS = _table("answers", "dispute position value record")
AGREEMENTS = _table("agreements", "number id event statement record")
SILENCES = _table("silences", "number event statement record")
FINDINGS = _table("findings", "part position record")
CORRECTIONS = _table("corrections", "claim rejected record")
LINKING = _table("linking", "number basis entries")
FORMER = _table("former", "id kind title claims")
JUDGEMENTS = _table("judgements", "number subject verdict user created reason change")

EVERY = (
    SETTINGS, RUNS, ORIGINALS, DOCUMENTS, SECTIONS, ACCOUNTS, ACTORS, CLAIMS, CLAIM_ACTORS, CLAIM_PLACES,
    CLAIM_SOURCES, EVENTS, EVENT_CLAIMS, BONDS, ORIGINS, CLAIM_ORIGINS, DEPENDENCES, DISPUTES, ANSWERS, AGREEMENTS,
    SILENCES, FINDINGS, JUDGEMENTS, CORRECTIONS, LINKING, FORMER,
)  # fmt: skip
