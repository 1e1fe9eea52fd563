"""The address of everything that can be looked at: stable, readable, and safe to send on.

What always holds: an address is made of ids alone, percent-encoded, and begins with one slash.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from testimonia.model.claim import Claim


def _of(room: str, identifier: str) -> str:
    return f"/{room}/{quote(identifier, safe='')}"


def document(identifier: str) -> str:
    """The reader with a document, or with the document of an account."""
    return _of("documents", identifier.partition(".")[0])


def claim(held: Claim) -> str:
    """A claim in its document, in focus."""
    return in_text(held.document, held.id)


def in_text(document_id: str, claim_id: str) -> str:
    """The same, by ids."""
    return f"{document(document_id)}?claim={quote(claim_id, safe='')}#focus"


def by_claim(identifier: str) -> str:
    """A claim's own stable address, which leads to its place in the reader."""
    return _of("claims", identifier)


def event(identifier: str) -> str:
    """An event, situation or quotation."""
    return _of("events", identifier)


def dispute(identifier: str) -> str:
    """A dispute with its quotations."""
    return _of("disputes", identifier)


def cell(identifier: str, column: str, by: str) -> str:
    """What one column of the matrix says in one dispute."""
    return f"{_of('disputes', identifier)}/cell?{urlencode({'by': by, 'column': column})}"


def actor(identifier: str) -> str:
    """An actor."""
    return _of("actors", identifier)


def source(identifier: str) -> str:
    """A source or an account as others rely on it."""
    return _of("sources", identifier)


def query(**values: object) -> str:
    """Those parameters that are not empty, as they stand after the question mark."""
    return with_query("", **values).removeprefix("?")


def with_query(path: str, **values: object) -> str:
    """``path`` with those parameters that are not empty."""
    kept = {name: str(value) for name, value in values.items() if value not in (None, "", False)}
    return f"{path}?{urlencode(kept)}" if kept else path
