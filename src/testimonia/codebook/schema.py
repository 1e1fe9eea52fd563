"""The shape of what a codebook says about actors, places and dated happenings.

Dates are ISO days; a year or a month stands for its first day in ``from`` and its last day in ``until``.
Affiliations, offices, sides and sponsors are dated facts, so that who was foreign minister is asked of a day.
A dated fact may be written as a mapping or in one line: ``foreign minister of russia 2004-03-09..`` - the fact,
then its first and last day with two dots between, either of which may be left out, or one year, month or day
within which it held; ``|`` parts several facts.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from testimonia.model.claim import PlacePrecision
from testimonia.model.ids import slug
from testimonia.model.source import ActorKind

_DATE = re.compile(r"(\d{3,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def _day(value: Any, *, last: bool) -> Any:
    if value is None or (isinstance(value, date)):
        return value
    match = _DATE.fullmatch(str(value).strip())
    if not match:
        raise ValueError("expected a date such as 2016, 2016-02 or 2016-02-10")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    month_number = month or (12 if last else 1)
    return date(year, month_number, day or (calendar.monthrange(year, month_number)[1] if last else 1))


def _bar_list(value: Any) -> Any:
    """Words parted by bars as a list; "true" and "false" among words are words, whatever YAML takes them for."""
    if isinstance(value, str):
        return [part.strip() for part in value.split("|") if part.strip()]
    if isinstance(value, list):
        return [str(part).lower() if isinstance(part, bool) else part for part in value]
    return value


_RUN = re.compile(
    r"(?P<fact>.*?\S)(?:\s+(?:(?P<since>[\d-]*)\.\.(?P<until>[\d-]*)|(?P<within>[12]\d{3}(?:-\d\d){0,2})))?", re.DOTALL
)
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az)[- ](?=\S)")


def _facts(value: Any, field: str) -> Any:
    """One-line facts as mappings: ``field`` holds the fact itself; an office is parted at its last `` of ``."""
    if isinstance(value, str):
        value = _bar_list(value)
    if not isinstance(value, list | tuple):
        return value
    return tuple(_fact(part, field) if isinstance(part, str) else part for part in value)


def _fact(text: str, field: str) -> dict[str, str | None]:
    match = _RUN.fullmatch(text.strip())
    if not match:
        raise ValueError("expected a fact such as: foreign minister of russia 2004-03-09..2012")
    found: dict[str, str | None] = {
        "from": match["since"] or match["within"] or None,
        "until": match["until"] or match["within"] or None,
    }
    if field != "title":
        return {field: match["fact"], **found}
    title, parted, of = match["fact"].rpartition(" of ")
    if not parted:
        raise ValueError(f"expected an office such as: foreign minister of russia 2004.. (found {text!r})")
    return {"title": title, "of": of, **found}


From: TypeAlias = Annotated[date | None, BeforeValidator(lambda value: _day(value, last=False))]
Until: TypeAlias = Annotated[date | None, BeforeValidator(lambda value: _day(value, last=True))]
Words: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_bar_list)]
WordSet: TypeAlias = Annotated[frozenset[str], BeforeValidator(_bar_list)]
Slugs: TypeAlias = Annotated[Words, AfterValidator(lambda names: tuple(slug(name) for name in names))]


class Entry(BaseModel):
    """Base of all entries: closed to unknown fields, so that a misspelt one is an error, and immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Dated(Entry):
    """Something that holds from one day to another; either may be open."""

    since: From = Field(None, alias="from")
    until: Until = None
    source: str | None = None

    def holds(self, day: date | None) -> bool:
        """Whether it holds on ``day``; with no day given, whether it ever does."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class DatedName(Dated):
    """A name an actor or place bore for a time."""

    name: str


class Tie(Dated):
    """A dated tie to another actor: part of it, sponsored by it, allied with it."""

    actor: str


class Office(Dated):
    """A post a person held: ``title`` as news writes it ("foreign minister"), ``of`` the actor it serves."""

    title: str
    of: str


class Side(Dated):
    """The side of the war an actor stood on."""

    side: str


Names: TypeAlias = Annotated[tuple[DatedName, ...], BeforeValidator(lambda value: _facts(value, "name"))]
Ties: TypeAlias = Annotated[tuple[Tie, ...], BeforeValidator(lambda value: _facts(value, "actor"))]
Offices: TypeAlias = Annotated[tuple[Office, ...], BeforeValidator(lambda value: _facts(value, "title"))]
Sides: TypeAlias = Annotated[tuple[Side, ...], BeforeValidator(lambda value: _facts(value, "side"))]


def _last_name(name: str) -> str:
    """The last word of a person's name without an Arabic article: Assad of Bashar al-Assad."""
    return _ARTICLE.sub("", name.rsplit(maxsplit=1)[-1])


class ActorEntry(Entry):
    """An actor of the codebook.

    ``aliases`` name it anywhere. ``adjectives`` name it before a noun of action or of people ("Russian
    warplanes"), ``people`` as a noun ("the Russians"). ``metonyms`` (a capital, a palace) name it only where
    something acts or speaks. ``nominals`` are common nouns that stand for it in this war ("the regime").
    ``surname`` is what resolves to a person standing alone: by default the last word of the name, ``-`` for none.
    ``id`` is by default the slug of the name. An entry with ``extends: true`` names an actor of an earlier part by
    its id: its lists are added to those of the earlier entry, its single values replace them where given.
    """

    id: str
    name: str
    kind: ActorKind
    extends: bool = False
    aliases: Words = ()
    names: Names = ()
    adjectives: Words = ()
    people: Words = ()
    metonyms: Words = ()
    nominals: Words = ()
    country: str | None = None
    code: str | None = None
    part_of: Ties = ()
    sponsors: Ties = ()
    sides: Sides = ()
    offices: Offices = ()
    surname: str | None = None
    hosts: Words = ()
    note: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, entry: Any) -> Any:
        if not isinstance(entry, dict):
            return entry
        filled = dict(entry)
        if filled.get("extends") and "id" in filled:
            return {"name": filled["id"], "kind": ActorKind.UNNAMED, **filled}
        name = filled.get("name")
        if isinstance(name, str) and name.strip():
            filled.setdefault("id", slug(name))
            if filled.get("kind") == ActorKind.PERSON:
                filled.setdefault("surname", _last_name(name))
        if filled.get("surname") == "-":
            filled["surname"] = None
        return filled

    def extended(self, by: ActorEntry) -> ActorEntry:
        """This entry with what ``by`` (an entry of the same id that ``extends`` it) adds and replaces."""
        changes: dict[str, Any] = {}
        for field in by.model_fields_set - {"id", "extends"}:
            new, old = getattr(by, field), getattr(self, field)
            if isinstance(new, tuple):
                changes[field] = (*old, *(value for value in new if value not in old))
            elif new not in (by.id if field == "name" else None, ActorKind.UNNAMED):
                changes[field] = new
        return self.model_copy(update=changes)

    def called(self, day: date | None) -> str:
        """Its chief name on ``day``: the dated name that held then, else the name of the entry."""
        if day is not None:
            for dated in self.names:
                if dated.holds(day) and (dated.since or dated.until):
                    return dated.name
        return self.name


class StateRow(Entry):
    """A row of ``states.csv``: one state, which is also the actor that its government is."""

    iso3: str
    iso2: str
    name: str
    official: str | None = None
    aliases: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capital: str | None = None
    metonyms: Words = ()
    latitude: float | None = None
    longitude: float | None = None

    @property
    def id(self) -> str:
        """The state's id as an actor and as a place."""
        return slug(self.name)


class PlaceRow(Entry):
    """A row of ``places.csv``: a place that general gazetteers lack or misplace. Degrees are WGS 84.

    ``id`` is by default the slug of the name; ``within`` is the id of a place or state, ``country`` the id or
    the ISO 3166-1 alpha-2 code of a state.
    """

    id: str
    name: str
    aliases: Words = ()
    latitude: float
    longitude: float
    precision: PlacePrecision = PlacePrecision.LOCALITY
    kind: str = "town"
    within: str | None = None
    country: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, row: Any) -> Any:
        if isinstance(row, dict) and isinstance(row.get("name"), str) and "id" not in row:
            return {**row, "id": slug(row["name"])}
        return row


class DatedHappening(Entry):
    """Something whose day is publicly known: an agreement, a visit, an intervention, a renaming.

    ``mentions`` are sets of words of which all must stand in one sentence to recognise it; words are matched
    without regard to case, ``a/b`` allows either, and a trailing ``*`` any ending.
    """

    id: str
    name: str
    type: str = "event"
    since: From = Field(alias="from")
    until: Until = None
    aliases: Words = ()
    mentions: tuple[Words, ...] = ()
    actors: Words = ()
    places: Words = ()
    note: str | None = None


class WorkRow(Entry):
    """A row of ``works.csv``: a publication known by its title, so that a copy without a credit is recognised."""

    title: str
    outlet: str
    author: str | None = None
    published: From = None


class About(Entry):
    """``codebook.yaml``: what a codebook is, and the days and countries of the war it describes.

    ``signs`` are names whose mention shows an account to be about that war, besides its countries and actors.
    ``ambiguous`` are names that knowingly stand for more than one actor.
    """

    name: str
    title: str
    description: str
    since: From = Field(None, alias="from")
    until: Until = None
    countries: Slugs = ()
    signs: Words = ()
    ambiguous: Words = ()
    licence: str | None = None
