"""Full-text search over documents and claims (SQLite FTS5, letters compared without case and accents)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

# Marks around a hit in a snippet: characters that no text holds, so that a page can escape first and mark after.
OPEN, CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words stand: ``kind`` is ``document`` or ``claim``; ``snippet`` has hits between OPEN and CLOSE."""

    kind: str
    id: str
    document: str
    snippet: str


_DOCUMENTS = f"""
    SELECT documents.id, documents.id AS document,
           snippet(document_words, -1, '{OPEN}', '{CLOSE}', '…', 24) AS snippet
    FROM document_words JOIN documents ON documents.number = document_words.rowid
    WHERE document_words MATCH :words ORDER BY rank, documents.number LIMIT :limit"""
_CLAIMS = f"""
    SELECT claims.id, claims.document, snippet(claim_words, 0, '{OPEN}', '{CLOSE}', '…', 24) AS snippet
    FROM claim_words JOIN claims ON claims.number = claim_words.rowid
    WHERE claim_words MATCH :words ORDER BY rank, claims.number LIMIT :limit"""


def search(connection: Connection, words: str, limit: int = 50) -> tuple[Hit, ...]:
    """Documents, then claims, that hold all of ``words``, best first, at most ``limit`` of each.

    Words between quotation marks must stand together; a word that ends in ``*`` matches any ending.
    """
    asked = expression(words)
    if not asked:
        return ()
    hits: list[Hit] = []
    for kind, statement in (("document", _DOCUMENTS), ("claim", _CLAIMS)):
        rows = connection.execute(text(statement), {"words": asked, "limit": limit})
        hits.extend(Hit(kind, row.id, row.document, row.snippet) for row in rows)
    return tuple(hits)


def expression(words: str) -> str:
    """``words`` as an FTS5 expression that cannot be a syntax error, empty where nothing can be searched."""
    parts = []
    for match in re.finditer(r'"([^"]*)"|(\S+)', words.replace("\0", " ")):
        phrase, word = match.groups()
        body = (phrase if phrase is not None else word).replace('"', " ").strip()
        prefix = phrase is None and body.endswith("*")
        body = body.rstrip("*")
        if re.search(r"\w", body):
            parts.append(f'"{body}"' + ("*" if prefix else ""))
    return " ".join(parts)
