"""Short ways to a parsed sentence, a document and its claims, for the tests of the reader."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import lru_cache

from spacy.tokens import Doc, Token

from testimonia.codebook import Codebook, load
from testimonia.model.claim import Claim, Kind
from testimonia.model.document import Account, Document, Section, SectionKind
from testimonia.model.period import Basis, Period
from testimonia.read.grammar import parse
from testimonia.read.reader import read
from testimonia.read.reading import Reading, open_account
from testimonia.read.transcript import plain

DAY = date(2016, 8, 9)  # a Tuesday


@lru_cache(maxsize=1)
def book() -> Codebook:
    return load()


def parsed(text: str) -> Doc:
    return parse(plain(text))


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def document_of(text: str, day: date = DAY, outlet: str | None = "The Orontes Courier") -> Document:
    identifier = hashlib.sha256(text.encode()).hexdigest()
    account = Account(
        identifier[:16], identifier[:16], None, None, outlet, Period(day, day), Basis.STATED, "en"
    )  # fmt: skip
    return Document(
        id=identifier[:16],
        sha256=identifier,
        media_type="text/plain",
        text=text,
        path="account.txt",
        url=None,
        sections=(Section(SectionKind.BODY, 0, len(text), account.id),),
        accounts=(account,),
        language="en",
    )


def reading_of(text: str, day: date = DAY) -> Reading:
    document = document_of(text, day)
    return open_account(document, document.accounts[0], book())


def claims_of(text: str, day: date = DAY) -> tuple[Claim, ...]:
    return read(document_of(text, day), book())


def only(claims: tuple[Claim, ...], kind: Kind, kind_type: str) -> Claim:
    """The one claim of a kind and type; where several stand, the first with both participants, else the first."""
    found = [claim for claim in claims if claim.kind is kind and claim.type == kind_type]
    assert found, f"no {kind.value} {kind_type} among {[(c.kind.value, c.type, c.text) for c in claims]}"
    return max(found, key=lambda claim: (bool(claim.actors) + bool(claim.recipients), -claim.start))


def names(mentions: tuple[object, ...]) -> list[str]:
    return [str(getattr(mention, "name", mention)) for mention in mentions]
