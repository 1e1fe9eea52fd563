"""Which example corpora are there, and what does a careful person find in them?

What always holds: an account is named by the first three characters of its file ("005"), and a repost inside that
file by the same with a number ("005.1"), so that expectations can be written before any id exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from testimonia.codebook import Codebook
from testimonia.codebook.codebook import load
from testimonia.ingest import Refusal, receive
from testimonia.model.document import Account, Document
from testimonia.model.period import Basis

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
MARK = "This text was written for Testimonia's example corpus and is no news report."


class _Expectation(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedAccount(_Expectation):
    """``latest_from`` bounds the start of an inferred date from above: it lies in ``since`` to ``latest_from``."""

    account: str
    file: str
    title: str
    outlet: str
    author: str | None
    since: date = Field(alias="from")
    until: date | None
    basis: Basis
    latest_from: date | None = None


class ExpectedDispute(_Expectation):
    """Some dispute of one of ``kinds`` has ``about`` in its question and ``answers`` in its answers."""

    kinds: tuple[str, ...]
    about: tuple[str, ...]
    answers: tuple[str, ...]
    accounts: tuple[str, ...]


class ExpectedOrigin(_Expectation):
    """``taker`` took from ``giver``; ``words`` stand in both."""

    evidence: tuple[str, ...]
    taker: str
    giver: str
    words: str | None = None


class ExpectedQuotation(_Expectation):
    """One utterance that ``accounts`` word as in ``wordings``, and that rests on one report."""

    accounts: tuple[str, ...]
    wordings: tuple[str, ...]
    origins: int
    rests_on: str


class ExpectedSilence(_Expectation):
    """``silent`` accounts have not a word of what ``told_by`` tell."""

    about: tuple[str, ...]
    silent: tuple[str, ...]
    told_by: tuple[str, ...]


class ExpectedNaming(_Expectation):
    """``words`` are used for one of ``actors`` by different accounts."""

    actors: tuple[str, ...]
    words: tuple[str, ...]


class Expected(_Expectation):
    """All that is expected of one corpus; ``actors`` and ``places`` are ids that its claims must name."""

    base: tuple[str, ...]
    codebook: str | None = None
    accounts: tuple[ExpectedAccount, ...]
    disputes: tuple[ExpectedDispute, ...] = ()
    naming: ExpectedNaming | None = None
    origins: tuple[ExpectedOrigin, ...] = ()
    quotations: tuple[ExpectedQuotation, ...] = ()
    silences: tuple[ExpectedSilence, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """One example corpus: its folder and what is expected of it."""

    name: str
    expected: Expected

    @property
    def folder(self) -> Path:
        """Where its accounts lie."""
        return EXAMPLES / self.name

    @property
    def files(self) -> tuple[Path, ...]:
        """Its accounts, in order of name."""
        return tuple(path for path in sorted(self.folder.iterdir()) if path.is_file())

    @property
    def gold(self) -> Path:
        """The file of what a careful coder reads in it."""
        return HERE / "gold" / f"{self.name}.jsonl"

    def codebook(self) -> Codebook:
        """The codebook its accounts are to be read with."""
        own = [self.folder / self.expected.codebook] if self.expected.codebook else []
        return load(*own, base=self.expected.base)

    def documents(self) -> dict[str, Document]:
        """The document of each file, by the first three characters of the file's name."""
        return {path.name[:3]: _document(path, self.codebook()) for path in self.files}


def corpora() -> tuple[Corpus, ...]:
    """Every example corpus that ``expected.yaml`` names."""
    content: dict[str, Any] = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
    return tuple(Corpus(name, Expected.model_validate(expected)) for name, expected in content.items())


def corpus(name: str) -> Corpus:
    """The corpus of that name. Raises ``KeyError`` where there is none."""
    return {found.name: found for found in corpora()}[name]


def account_named(name: str, documents: dict[str, Document]) -> Account:
    """The account that ``name`` ("005", "005.1") stands for. Raises ``KeyError`` where there is none such."""
    file, _, number = name.partition(".")
    document = documents[file]
    return document.account(f"{document.id}.{number}" if number else document.id)


def stands_in(expected: str, text: str) -> bool:
    """Whether one of the alternatives of ``expected`` ("a|b") is in ``text``, without regard to case."""
    return any(choice.casefold() in text.casefold() for choice in expected.split("|"))


def _document(path: Path, codebook: Codebook) -> Document:
    found = list(receive(path, codebook))
    assert len(found) == 1, f"{path}: expected one document, found {len(found)}"
    assert not isinstance(found[0], Refusal), str(found[0])
    return found[0].document
