"""A case: one file that keeps what was received, what was read in it, what comparing found and what people decided.

What always holds: every method is one transaction; a reading is kept whole or not at all, so that a process
killed at any moment loses at most the document in hand; judgements are only ever added.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import func, insert, select

from testimonia.casefile import decided, findings, former, reading, remembered, tables, writing
from testimonia.casefile.corrections import CHANGING, decisions
from testimonia.casefile.fingerprint import fingerprint
from testimonia.casefile.former import Former
from testimonia.casefile.queries import ClaimQuery
from testimonia.casefile.reading import Mark
from testimonia.casefile.records import as_plain, loads
from testimonia.casefile.search import Hit, search
from testimonia.casefile.standing import standing
from testimonia.casefile.store import Store, put_setting
from testimonia.casefile.writing import Arrival
from testimonia.compare.comparison import Comparison
from testimonia.link.linked import Linked
from testimonia.link.memory import Memory
from testimonia.model.claim import Claim
from testimonia.model.dispute import Dispute
from testimonia.model.document import Account, Document
from testimonia.model.errors import CasefileError
from testimonia.model.event import Event
from testimonia.model.judgement import Judgement
from testimonia.model.source import Actor


class Casefile(Store):
    """An open case, as ``Casefile.open`` gives it."""

    # What was received and read.

    def add(self, arrival: Arrival, claims: Iterable[Claim], actors: Iterable[Actor] = ()) -> None:
        """Keeps a document with its original bytes, its claims and the actors found in it, all or nothing."""
        with self._writing() as connection:
            said = decisions(standing(reading.judgements(connection, None)))
            writing.put(connection, arrival, claims, actors, said)

    def has(self, document: Document, reader: str) -> bool:
        """Whether that version of the reader has read the same bytes to their end, dated and ascribed the same."""
        columns = tables.DOCUMENTS.c
        asked = select(columns.id).where(columns.sha256 == document.sha256, columns.reader == reader)
        with self._reading() as connection:
            identifier = connection.execute(asked).scalar()
            kept = next(reading.documents(connection, identifier), None) if identifier else None
        return kept is not None and replace(kept, path=document.path, url=document.url) == document

    def original(self, sha256: str) -> bytes:
        """The bytes of a document as received. Raises ``CasefileError`` where the case has none such."""
        asked = select(tables.ORIGINALS.c.content).where(tables.ORIGINALS.c.sha256 == sha256)
        with self._reading() as connection:
            content = connection.execute(asked).scalar()
        if content is None:
            raise CasefileError(f"{self.path}: no document with the digest {sha256} is in this case")
        return bytes(content)

    def documents(self) -> tuple[Document, ...]:
        """Every document in the order read."""
        with self._reading() as connection:
            return tuple(reading.documents(connection))

    def document(self, identifier: str) -> Document:
        """The document with that id. Raises ``CasefileError`` where there is none."""
        with self._reading() as connection:
            for document in reading.documents(connection, identifier):
                return document
        raise CasefileError(f"{self.path}: no document {identifier!r} is in this case")

    def accounts(self) -> tuple[Account, ...]:
        """Every account in the order read."""
        with self._reading() as connection:
            return tuple(reading.accounts(connection))

    def claims(self, query: ClaimQuery | None = None) -> tuple[Claim, ...]:
        """The claims asked for (all of them without a query), by document as read and place in the text."""
        with self._reading() as connection:
            return tuple(reading.claims(connection, query or ClaimQuery()))

    def claims_again(self, before: Mapping[Mark, Claim]) -> dict[Mark, Claim]:
        """All claims as ``claims`` gives them, taking over from an earlier answer what is as it was."""
        with self._reading() as connection:
            return reading.claims_again(connection, before)

    def claim(self, identifier: str) -> Claim:
        """The claim with that id. Raises ``CasefileError`` where there is none."""
        with self._reading() as connection:
            found = reading.claim(connection, identifier)
        if found is None:
            raise CasefileError(f"{self.path}: no claim {identifier!r} is in this case")
        return found

    def claim_as_read(self, identifier: str) -> Claim:
        """The claim as it was read, whatever was decided since. Raises ``CasefileError`` where there is none."""
        asked = select(tables.CORRECTIONS.c.record).where(tables.CORRECTIONS.c.claim == identifier)
        with self._reading() as connection:
            kept = connection.execute(asked).scalar()
        return loads(Claim, kept) if kept is not None else self.claim(identifier)

    def claim_counts(self) -> dict[str, int]:
        """How many claims each account makes; accounts that make none are absent."""
        asked = select(tables.CLAIMS.c.account, func.count()).group_by(tables.CLAIMS.c.account)
        with self._reading() as connection:
            return {str(account): int(count) for account, count in connection.execute(asked)}

    def actors(self) -> tuple[Actor, ...]:
        """The actors that were found in texts and stand in no codebook, by id."""
        with self._reading() as connection:
            return tuple(reading.actors(connection))

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Documents, then claims, that hold all of ``words``; see ``casefile.search``."""
        with self._reading() as connection:
            return search(connection, words, limit)

    def find(self, prefix: str) -> tuple[str, str]:
        """The kind and the whole id of what ``prefix`` begins. Raises ``CasefileError`` for none or several."""
        with self._reading() as connection:
            found = reading.find(connection, prefix) if prefix else []
        if len(found) == 1:
            return found[0]
        if not found:
            raise CasefileError(f"{self.path}: nothing in this case has an id that begins with {prefix!r}")
        several = ", ".join(f"{kind} {identifier}" for kind, identifier in found[:4])
        raise CasefileError(f"{prefix}: several ids begin so ({several}{', ...' * (len(found) > 4)}); give more of it")

    # What comparing found.

    def state(self) -> str:
        """A digest of which documents were read by which reader, and of what was decided about their claims.

        It changes when a comparison is out of date.
        """
        columns = tables.DOCUMENTS.c
        with self._reading() as connection:
            rows = connection.execute(select(columns.id, columns.reader).order_by(columns.id)).all()
            changing = [j for j in standing(reading.judgements(connection, None)) if j.verdict in CHANGING]
        said: list[list[str]] = [list(row) for row in rows]
        said += [[j.subject, j.verdict.value, j.change] for j in changing]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    def compared(self) -> str | None:
        """The ``state`` of the case when it was last compared, or ``None``."""
        return self.setting("compared")

    def store_comparison(self, linked: Linked, comparison: Comparison, state: str) -> None:
        """Keeps what linking and comparing found, in place of what they found before, for that ``state``."""
        with self._writing() as connection:
            findings.put(connection, linked, comparison)
            put_setting(connection, "compared", state)

    def memory(self, codebooks: str) -> Memory:
        """What linking found before in parts of the case, by ``codebooks`` as ``reader_version`` tells them."""
        with self._reading() as connection:
            return remembered.recalled(connection, codebooks)

    def keep_memory(self, memory: Memory, codebooks: str) -> None:
        """Keeps what ``memory`` found anew, for the next time that documents come."""
        with self._writing() as connection:
            remembered.keep(connection, memory, codebooks)

    def linked(self) -> Linked:
        """What linking found last."""
        with self._reading() as connection:
            return findings.linked(connection)

    def comparison(self) -> Comparison:
        """What comparing found last."""
        with self._reading() as connection:
            return findings.compared(connection)

    def events(self) -> tuple[Event, ...]:
        """Events, situations and quotations as linking found them last."""
        with self._reading() as connection:
            return findings.events(connection)

    def disputes(self) -> tuple[Dispute, ...]:
        """Disputes as comparing found them last, gravest first."""
        with self._reading() as connection:
            return findings.disputes(connection)

    def former(self, identifier: str) -> Former | None:
        """The event or dispute that had this id before its claims were linked or compared otherwise, or ``None``."""
        with self._reading() as connection:
            return former.of(connection, identifier)

    # What people decided.

    def judge(self, judgement: Judgement) -> None:
        """Adds a person's decision and brings the claims to it; nothing said before is changed."""
        with self._writing() as connection:
            connection.execute(insert(tables.JUDGEMENTS), [as_plain(judgement)])
            every = tuple(reading.judgements(connection, None))
            concerned = decided.touched(connection, judgement.subject, every)
            decided.apply(connection, concerned, decisions(standing(every)))

    def judgements(self, subject: str | None = None) -> tuple[Judgement, ...]:
        """Every decision in the order made, or those on one record."""
        with self._reading() as connection:
            return tuple(reading.judgements(connection, subject))

    def standing(self) -> tuple[Judgement, ...]:
        """The decisions that nobody took back, in the order made."""
        return standing(self.judgements())

    def fingerprint(self) -> str:
        """A digest of everything the case says, without times: equal for cases that hold the same."""
        with self._reading() as connection:
            return fingerprint(connection)
