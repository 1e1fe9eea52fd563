"""Reads what a user hands over into a case: one document after another, each kept whole before the next begins.

What always holds: whatever cannot be read is told in one line and does not keep the others from being read; only a
case that cannot be written stops the run. A document that the same reader has read before is passed over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from testimonia import __version__
from testimonia.casefile.casefile import Casefile
from testimonia.casefile.knowledge import reader_version
from testimonia.casefile.writing import Arrival
from testimonia.codebook.codebook import Codebook
from testimonia.ingest.piece import Received, Refusal, shown
from testimonia.model.claim import ActorMention, Claim, Link, SourceKind
from testimonia.model.document import Document
from testimonia.model.errors import TestimoniaError
from testimonia.model.period import Period
from testimonia.model.source import Actor, ActorKind

TRACE = "TESTIMONIA_TRACE"  # set, it lets a failure of the reader itself through with all its lines

_KINDS = {
    SourceKind.PERSON: ActorKind.PERSON, SourceKind.ORGANISATION: ActorKind.ORGANISATION,
    SourceKind.OUTLET: ActorKind.OUTLET, SourceKind.STATE: ActorKind.STATE, SourceKind.GROUP: ActorKind.GROUP,
}  # fmt: skip


class State(StrEnum):
    """What became of one input."""

    READ = "read"
    KNOWN = "known"
    UNREAD = "unread"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: ``line`` says it where there is something to say."""

    path: str
    state: State
    line: str = ""
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says about all that is handed over.

    ``published`` overrides dates, ``columns`` names those of a table, ``meta`` is a file about the accounts.
    """

    published: Period | None = None
    columns: Mapping[str, str] | None = None
    meta: Path | None = None


Receive = Callable[[Path, Wishes, Codebook], Iterable[Received | Refusal]]
Read = Callable[[Document, Codebook], Sequence[Claim]]


def take_in(
    case: Casefile,
    files: Iterable[Path | Refusal],
    codebook: Codebook,
    wishes: Wishes = Wishes(),  # a frozen value
    *,
    receive: Receive | None = None,
    read: Read | None = None,
) -> Iterator[Outcome]:
    """Reads ``files`` into ``case``; yields the outcome of each document as soon as it is kept.

    ``receive`` and ``read`` stand in for ingest and reader in tests. Raises ``CasefileError`` where the case
    cannot be written.
    """
    reader = reader_version(codebook)
    receive, read = receive or _receive, read or _read
    for file in files:
        if isinstance(file, Refusal):
            yield Outcome(file.path, State.REFUSED, str(file))
            continue
        for found in _received(receive, file, wishes, codebook):
            if isinstance(found, Refusal):
                yield Outcome(found.path, State.REFUSED, str(found))
            elif not case.has(found.document, reader):
                yield _keep(case, found, reader, read, codebook)
            else:
                yield Outcome(found.path, State.KNOWN)


def _received(receive: Receive, file: Path, wishes: Wishes, codebook: Codebook) -> Iterator[Received | Refusal]:
    try:
        yield from receive(file, wishes, codebook)
    except Exception as error:  # a file nobody foresaw must not keep the others from being read
        yield Refusal(str(file), _failure(error))


def _keep(case: Casefile, found: Received, reader: str, read: Read, codebook: Codebook) -> Outcome:
    document = found.document
    try:
        claims = tuple(read(document, codebook))
    except Exception as error:  # the same, for words nobody foresaw
        return Outcome(found.path, State.REFUSED, f"{shown(found.path)}: {_failure(error)}")
    try:
        case.add(Arrival(document, found.content, f"testimonia {__version__}, {found.format}", reader),
                 claims, newcomers(claims, codebook))  # fmt: skip
    except UnicodeEncodeError:
        reason = "holds halves of characters (lone surrogates), which no text may; save it again as UTF-8"
        return Outcome(found.path, State.REFUSED, f"{shown(found.path)}: {reason}")
    notices = [f"{shown(found.path)}: {notice}" for notice in document.notices]
    state = State.READ if any(account.language == "en" for account in document.accounts) else State.UNREAD
    return Outcome(found.path, state, "\n".join(notices), len(claims))


def _failure(error: Exception) -> str:
    if os.environ.get(TRACE):
        raise error
    if isinstance(error, TestimoniaError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    words = " ".join(str(error).split())[:160]
    return f"the reader failed on it ({type(error).__name__}: {words}); please report it, {TRACE}=1 shows where"


def newcomers(claims: Iterable[Claim], codebook: Codebook) -> tuple[Actor, ...]:
    """The actors and sources of ``claims`` that no codebook has, by id, with every wording used for them."""
    met: dict[str, list[ActorMention | Link]] = {}
    for claim in claims:
        for named in (*claim.actors, *claim.recipients):
            met.setdefault(named.actor, []).append(named)
        for link in claim.attribution[1:]:
            met.setdefault(link.source, []).append(link)
    return tuple(_actor(key, met[key]) for key in sorted(met) if key and key not in codebook.actors)


def _actor(identifier: str, mentions: Sequence[ActorMention | Link]) -> Actor:
    name = next((mention.name for mention in mentions if mention.name), identifier)
    wordings = [" ".join(m.text.split()) if isinstance(m, ActorMention) else m.name for m in mentions]
    others = {wording for wording in wordings if wording and wording != name}
    kinds = [_KINDS[m.kind] for m in mentions if isinstance(m, Link) and m.kind in _KINDS]
    return Actor(identifier, name, kinds[0] if kinds else ActorKind.UNNAMED, tuple(sorted(others)))


def _receive(file: Path, wishes: Wishes, codebook: Codebook) -> Iterable[Received | Refusal]:
    from testimonia.ingest import receive

    return receive(file, codebook, date=wishes.published, columns=wishes.columns, meta=wishes.meta)


def _read(document: Document, codebook: Codebook) -> Sequence[Claim]:
    from testimonia.read.reader import read

    return read(document, codebook)
