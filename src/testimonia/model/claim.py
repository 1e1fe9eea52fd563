"""A claim: what a source says, at a span of a document, with every slot a span of its own.

Offsets are Unicode code points into ``Document.text``, end-exclusive; ``document.text[start:end] == text``
holds for a claim and for every slot that carries a span.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from testimonia.model.factuality import Factuality, Tense
from testimonia.model.period import Period


class Kind(StrEnum):
    """The four things a source can claim."""

    EVENT = "event"
    RELATION = "relation"
    FIGURE = "figure"
    LABEL = "label"


class SourceKind(StrEnum):
    """Who asserts; ``account`` is the text's own voice."""

    ACCOUNT = "account"
    OUTLET = "outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class SpeechForm(StrEnum):
    """How one link of an attribution chain passes on the words of the next."""

    OWN = "own"
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NOMINAL = "nominal"
    BELIEF = "belief"
    HEARSAY = "hearsay"


class PlacePrecision(StrEnum):
    """How finely a place was said."""

    EXACT = "exact"
    VICINITY = "vicinity"
    LOCALITY = "locality"
    REGION = "region"
    COUNTRY = "country"


COARSE = (PlacePrecision.REGION, PlacePrecision.COUNTRY)  # too wide to tell one scene from another


class Unit(StrEnum):
    """What a figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    DISPLACED = "displaced"
    DETAINED = "detained"
    STRIKES = "strikes"
    PEOPLE = "people"
    FIGHTERS = "fighters"
    MONEY = "money"
    DISTANCE = "distance"
    DURATION = "duration"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text: ``document.text[start:end] == text``."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must run forward from 0 or later, not {self.start}:{self.end}")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}:{self.end} does not hold {len(self.text)} characters")


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Who, as named at a span: ``actor`` is the id in the codebook or the case, ``name`` its chief name."""

    actor: str
    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Where, as named at a span; latitude and longitude in degrees WGS 84, ``None`` where unknown.

    ``within`` is the town or region that a place which no gazetteer lists lies in by its account, else empty.
    """

    place: str
    name: str
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    text: str
    start: int
    end: int
    within: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Places and days told near a claim that are not its own: of a dateline, of the saying, of the words before.

    Given only where the claim has none itself; what tells of one happening is matched by them, and nothing more.
    """

    places: tuple[PlaceMention, ...] = ()
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many: a closed interval of counts, ``None`` where that side is open.

    ``part_of`` is the ``start`` of the figure that this one is a part of ("70 people including 20 children").
    """

    low: float | None
    high: float | None
    approximate: bool
    unit: Unit
    counted: str
    text: str
    start: int
    end: int
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link of an attribution chain: a source, and how firmly it presents what it passes on.

    ``source`` is the id of the source; ``start`` and ``end`` span its name in the text, and both are ``None``
    for the account's own voice. ``cue`` is the reporting word.
    """

    source: str
    name: str
    kind: SourceKind
    form: SpeechForm
    cue: str
    start: int | None
    end: int | None
    factuality: Factuality


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; see ``docs/reference/data-model.md`` for the meaning of each field.

    ``account`` is the id of the account that makes it (a document's own, or that of a repost inside it);
    ``trigger`` is the word the claim was read from; ``rule`` names what produced it and from which words.
    """

    id: str
    document: str
    account: str
    section: str
    start: int
    end: int
    text: str
    kind: Kind
    type: str
    rule: str
    confidence: float
    factuality: Factuality
    attribution: tuple[Link, ...]
    mode: str | None = None
    acled: str | None = None
    actors: tuple[ActorMention, ...] = ()
    recipients: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    period: Period | None = None
    figures: tuple[Figure, ...] = ()
    tense: Tense = Tense.PAST
    condition: Span | None = None
    trigger: Span | None = None
    scare_quotes: bool = False
    quotation: Span | None = None
    around: Surroundings = Surroundings()

    def __post_init__(self) -> None:
        if not self.attribution or self.attribution[0].kind is not SourceKind.ACCOUNT:
            raise ValueError("a claim's attribution begins with the account itself")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence must lie between 0 and 1, not {self.confidence}")

    @property
    def likely_places(self) -> tuple[PlaceMention, ...]:
        """Where it likely was: its own places, else those told around it."""
        return self.places or self.around.places

    @property
    def likely_period(self) -> Period | None:
        """When it likely was: its own days, else those told around it."""
        return self.period or self.around.period

    @property
    def source(self) -> Link:
        """The innermost source: whoever is said to know."""
        return self.attribution[-1]

    @property
    def reasons(self) -> dict[str, tuple[str, ...]]:
        """Why each field is as it is: reasons by ``who``, ``whom``, ``place``, ``period``, ``figure`` and ``firmness``.

        Under ``rule`` stands the rule proper. Read from the field ``rule``, parts of which semicolons keep apart.
        """
        first, *rest = self.rule.split("; ")
        found: dict[str, tuple[str, ...]] = {"rule": (first,)}
        for part in rest:
            field, _, why = part.partition(": ")
            found[field] = (*found.get(field, ()), why)
        return found
