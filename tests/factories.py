"""Builders for tests of linking and comparing: documents of our own sentences, claims at spans found by their words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from testimonia import codebook
from testimonia.model.claim import (
    ActorMention,
    Claim,
    Figure,
    Kind,
    Link,
    PlaceMention,
    PlacePrecision,
    SourceKind,
    Span,
    SpeechForm,
    Unit,
)
from testimonia.model.document import Account, Document, Section, SectionKind
from testimonia.model.factuality import Factuality, Tense
from testimonia.model.ids import digest
from testimonia.model.period import Basis, Period, Precision

BOOK = codebook.load(Path(__file__).parent / "valley", base=("english",))

# Places of a made-up valley: id, name, latitude, longitude, precision.
PLACES = {
    "Darkush": ("darkush", 35.99, 36.39, PlacePrecision.LOCALITY),
    "Aleppo": ("aleppo", 36.2, 37.16, PlacePrecision.LOCALITY),
    "Hama": ("hama", 35.13, 36.75, PlacePrecision.LOCALITY),
    "Syria": ("syria", 35.0, 38.0, PlacePrecision.COUNTRY),
}


def day(text: str) -> Period:
    """One day from ``2016-04-27``, or an interval from ``2016-04-01/2016-04-30``."""
    first, _, last = text.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Period(start, end, Precision.DAY if start == end else Precision.INTERVAL, text)


@dataclass
class Telling:
    """One account under construction: ``claim`` adds claims at words of its text."""

    outlet: str
    text: str
    published: str | None = "2016-04-28"
    republished_from: str | None = None
    claims: list[Claim] = field(default_factory=list)

    @property
    def id(self) -> str:
        return hashlib.sha256((self.outlet + self.text).encode()).hexdigest()[:16]

    @property
    def account(self) -> Account:
        published = day(self.published) if self.published else Period(None, None)
        basis = Basis.STATED if self.published else Basis.UNKNOWN
        return Account(
            self.id, self.id, self.text[:30], None, self.outlet, published, basis, "en", self.republished_from
        )

    @property
    def document(self) -> Document:
        section = Section(SectionKind.BODY, 0, len(self.text), self.id)
        return Document(self.id, self.id * 4, "text/plain", self.text, None, None, (section,), (self.account,), "en")

    def at(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words), words)

    def claim(
        self,
        words: str,
        claim_type: str = "ASSAULT",
        *,
        kind: Kind = Kind.EVENT,
        actors: Sequence[tuple[str, str]] = (),
        recipients: Sequence[tuple[str, str]] = (),
        place: str | None = None,
        on: str | None = None,
        figures: Sequence[Figure] = (),
        source: tuple[str, str] | None = None,
        source_kind: SourceKind = SourceKind.ORGANISATION,
        factuality: Factuality = Factuality.CERTAIN,
        own: Factuality | None = None,
        tense: Tense = Tense.PAST,
        acled: str | None = None,
        trigger: str | None = None,
        quotation: str | None = None,
        scare_quotes: bool = False,
    ) -> Claim:
        """A claim over ``words``; actors are ``(id, words in the text)``, ``source`` likewise."""
        where = self.at(words)
        chain = [
            Link(
                self.id, self.outlet, SourceKind.ACCOUNT, SpeechForm.OWN, "", None, None,
                own or (factuality if source is None else Factuality.UNCOMMITTED),
            )
        ]  # fmt: skip
        if source is not None:
            at = self.at(source[1])
            chain.append(
                Link(source[0], source[1], source_kind, SpeechForm.INDIRECT, "said", at.start, at.end, factuality)
            )
        made = Claim(
            id=digest(self.id, where.start, where.end, kind, claim_type, len(self.claims)),
            document=self.id,
            account=self.id,
            section="body",
            start=where.start,
            end=where.end,
            text=words,
            kind=kind,
            type=claim_type,
            rule="test",
            confidence=0.9,
            factuality=factuality,
            attribution=tuple(chain),
            acled=acled,
            actors=tuple(self._actor(*actor) for actor in actors),
            recipients=tuple(self._actor(*actor) for actor in recipients),
            places=(self.place(place),) if place else (),
            period=replace(day(on), text="", start_offset=where.start, end_offset=where.start) if on else None,
            figures=tuple(figures),
            tense=tense,
            trigger=self.at(trigger) if trigger else None,
            quotation=self.at(quotation) if quotation else None,
            scare_quotes=scare_quotes,
        )
        self.claims.append(made)
        return made

    def _actor(self, actor: str, words: str) -> ActorMention:
        at = self.at(words)
        return ActorMention(actor, words, words, at.start, at.end)

    def place(self, name: str) -> PlaceMention:
        at = self.at(name)
        identifier, latitude, longitude, precision = PLACES[name]
        return PlaceMention(identifier, name, latitude, longitude, precision, name, at.start, at.end)

    def figure(
        self,
        words: str,
        low: float | None,
        high: float | None = None,
        *,
        unit: Unit = Unit.KILLED,
        counted: str = "people",
        open_ended: bool = False,
    ) -> Figure:
        """A figure at ``words``: exactly ``low`` unless ``high`` is given or it is ``open_ended``."""
        at = self.at(words)
        top = high if high is not None else (None if open_ended else low)
        return Figure(low, top, False, unit, counted, words, at.start, at.end)


def of(*tellings: Telling) -> tuple[list[Account], list[Claim], dict[str, Document]]:
    """Accounts, claims and documents of several tellings, as ``link`` takes them."""
    return (
        [telling.account for telling in tellings],
        [claim for telling in tellings for claim in telling.claims],
        {telling.id: telling.document for telling in tellings},
    )
