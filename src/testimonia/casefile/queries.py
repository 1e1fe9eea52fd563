"""Which claims a user asks for: the filters of ``testimonia claims``, and how they become one SELECT.

What always holds: every filter given must match (they narrow each other), and results come in the order of
documents as read and of the text within a document.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from testimonia.model.claim import Kind

if TYPE_CHECKING:
    from sqlalchemy import Select, TableClause


def folded(name: str) -> str:
    """``name`` for comparing: no case, no accents, no punctuation, one space around and between its words."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    return f" {' '.join(words)} "


@dataclass(frozen=True, slots=True)
class Named:
    """Someone or somewhere as a user names it: the ids that the name may mean, and the words themselves.

    The words also match names as texts write them, whole words only, so that "Kerry" finds "Mr. Kerry".
    """

    words: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Filters over claims; ``None`` filters nothing.

    ``about`` matches actors and recipients, ``source`` any link of the attribution chain, ``since`` and
    ``until`` claims whose period overlaps those days (a claim without any date then does not match). Claims that a
    person rejected are left out, and are all there is with ``rejected``.
    """

    about: Named | None = None
    source: Named | None = None
    kind: Kind | None = None
    type: str | None = None
    place: Named | None = None
    since: date | None = None
    until: date | None = None
    document: str | None = None
    account: str | None = None
    limit: int | None = None
    rejected: bool = False


def statement(query: ClaimQuery) -> Select[Any]:
    """The SELECT of the numbers and records of the claims that ``query`` asks for."""
    from sqlalchemy import exists, or_, select

    from testimonia.casefile.tables import CLAIM_ACTORS, CLAIM_PLACES, CLAIM_SOURCES, CLAIMS, CORRECTIONS, DOCUMENTS

    rejected = exists().where(CORRECTIONS.c.claim == CLAIMS.c.id, CORRECTIONS.c.rejected == 1)
    asked = (
        select(CLAIMS.c.record)
        .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.document)
        .where(rejected if query.rejected else ~rejected)
        .order_by(DOCUMENTS.c.number, CLAIMS.c.start_offset, CLAIMS.c.end_offset, CLAIMS.c.number)
    )
    if query.about:
        asked = asked.where(_named(CLAIM_ACTORS, "actor", query.about))
    if query.source:
        asked = asked.where(_named(CLAIM_SOURCES, "source", query.source))
    if query.place:
        asked = asked.where(_named(CLAIM_PLACES, "place", query.place))
    for column, value in (("kind", query.kind), ("document", query.document), ("account", query.account)):
        if value is not None:
            asked = asked.where(CLAIMS.c[column] == str(value))
    if query.type:
        asked = asked.where(CLAIMS.c.type.collate("NOCASE") == query.type)
    if query.since or query.until:
        asked = asked.where(or_(CLAIMS.c.period_start.is_not(None), CLAIMS.c.period_end.is_not(None)))
    if query.since:
        asked = asked.where(or_(CLAIMS.c.period_end.is_(None), CLAIMS.c.period_end >= query.since.isoformat()))
    if query.until:
        asked = asked.where(or_(CLAIMS.c.period_start.is_(None), CLAIMS.c.period_start <= query.until.isoformat()))
    return asked.limit(query.limit) if query.limit is not None else asked


def _named(side: TableClause, key: str, named: Named) -> Any:
    from sqlalchemy import exists, or_

    from testimonia.casefile.tables import CLAIMS

    ways: list[Any] = [side.c[key].in_(named.ids)] if named.ids else []
    if folded(named.words).strip():
        ways.append(side.c.folded.contains(folded(named.words), autoescape=True))
    return exists().where(side.c.claim == CLAIMS.c.id, or_(*ways)) if ways else exists().where(side.c.claim.is_(None))
