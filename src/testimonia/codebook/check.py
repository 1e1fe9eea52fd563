"""Whether a folder can serve as a codebook: every fault in it, each with the file and line where it stands.

What always holds: nothing is raised for a fault in the folder; the faults come file by file in order of line; a folder
without faults loads, alone and on top of the built-in codebooks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from testimonia.codebook.codebook import BUILT_IN, Codebook, built_in, load
from testimonia.codebook.files import located, read_mapping, read_yaml
from testimonia.codebook.schema import About, ActorEntry, Dated, DatedHappening, Entry, PlaceRow, StateRow
from testimonia.model.errors import CodebookError
from testimonia.model.source import ActorKind

Row = TypeVar("Row", bound=Entry)


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """An entry, and the file and line where it begins."""

    path: Path
    line: int
    entry: Row

    def fault(self, what: str) -> Fault:
        """A fault of this entry."""
        return Fault(self.path, self.line, what)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, and where."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(slots=True)
class _Part:
    """One folder as it was read, faults and all."""

    about: About | None = None
    states: list[Found[StateRow]] = field(default_factory=list)
    actors: list[Found[ActorEntry]] = field(default_factory=list)
    places: list[Found[PlaceRow]] = field(default_factory=list)
    happenings: list[Found[DatedHappening]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def check(path: Path) -> list[str]:
    """All faults of the codebook in the folder ``path``, each as ``file:line: what``; empty where there is none.

    The folder is judged on top of the built-in codebooks (for one of these, on top of those before it), so that it
    may point at their states and actors.
    """
    if not path.is_dir():
        return [f"{path}:1: expected a folder with a codebook's files (codebook.yaml, actors.yaml, ...), found none"]
    base = load(base=_before(path))
    part = _read(path)
    ambiguous = {name for about in (*base.about, *([part.about] if part.about else [])) for name in about.ambiguous}
    faults = [
        *part.faults,
        *_about_faults(path, part, base),
        *_id_faults(part),
        *_tie_faults(part, base),
        *_alias_faults(part, base, ambiguous),
        *_date_faults(part),
        *_place_faults(part, base),
        *_happening_faults(part, base),
    ]
    return [str(fault) for fault in sorted(set(faults))]


def _before(path: Path) -> tuple[str, ...]:
    for position, name in enumerate(BUILT_IN):
        if built_in(name).resolve() == path.resolve():
            return BUILT_IN[:position]
    return BUILT_IN


def _read(folder: Path) -> _Part:
    part = _Part()
    about = folder / "codebook.yaml"
    if about.exists():
        try:
            part.about = read_mapping(about, About)
        except CodebookError as error:
            part.faults.append(_parted(about, error))
    else:
        part.faults.append(Fault(about, 1, "expected this file with at least: name, title, description"))
    known = {file.name for name in BUILT_IN for file in built_in(name).iterdir()}
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or path == about:
            continue
        inside = path.relative_to(folder).parts
        stem = inside[0] if len(inside) > 1 else path.stem
        if stem == "actors" and path.suffix in (".yaml", ".csv"):
            part.actors += _entries(part, path, ActorEntry)
        elif stem == "happenings" and path.suffix == ".yaml":
            part.happenings += _entries(part, path, DatedHappening)
        elif path.name == "states.csv":
            part.states += _entries(part, path, StateRow)
        elif len(inside) == 1 and stem.startswith("places") and path.suffix == ".csv":
            part.places += _entries(part, path, PlaceRow)
        elif path.name not in known and path.suffix.lower() not in (".md", ".txt"):
            part.faults.append(Fault(path, 1, "no part of the program reads a file of this name"))
        elif path.suffix == ".yaml":
            try:
                read_yaml(path)
            except CodebookError as error:
                part.faults.append(_parted(path, error))
    return part


def _entries(part: _Part, path: Path, schema: type[Row]) -> list[Found[Row]]:
    entries = []
    try:
        for line, found in located(path, schema):
            if isinstance(found, str):
                part.faults.append(Fault(path, line, found))
            else:
                entries.append(Found(path, line, found))
    except CodebookError as error:
        part.faults.append(_parted(path, error))
    return entries


def _parted(path: Path, error: CodebookError) -> Fault:
    """The fault that an error's text ``path:line: what`` tells of."""
    line, _, what = str(error).removeprefix(f"{path}:").partition(": ")
    return Fault(path, int(line), what) if line.isdigit() else Fault(path, 1, str(error))


def _about_faults(folder: Path, part: _Part, base: Codebook) -> Iterator[Fault]:
    if part.about is None:
        return
    where = folder / "codebook.yaml"
    states = {*base.states, *(found.entry.id for found in part.states)}
    for country in part.about.countries:
        if country not in states:
            yield Fault(where, 1, f"countries: no state has the id {country!r} (ids are such as united-states)")
    if part.about.since and part.about.until and part.about.since > part.about.until:
        yield Fault(where, 1, f"from: {part.about.since} is after until: {part.about.until}")


def _id_faults(part: _Part) -> Iterator[Fault]:
    introduced = [actor for actor in part.actors if not actor.entry.extends]
    yield from _twice((found.entry.id, found) for found in part.states)
    yield from _twice((found.entry.id, found) for found in part.places)
    yield from _twice((found.entry.id, found) for found in part.happenings)
    yield from _twice((found.entry.id, found) for found in introduced)


def _twice(entries: Iterable[tuple[str, Found[Row]]]) -> Iterator[Fault]:
    first: dict[str, Found[Row]] = {}
    for identifier, found in entries:
        earlier = first.setdefault(identifier, found)
        if earlier is not found:
            yield found.fault(f"the id {identifier!r} stands already at {earlier.path.name}:{earlier.line}")


def _tie_faults(part: _Part, base: Codebook) -> Iterator[Fault]:
    own = {found.entry.id for found in part.actors if not found.entry.extends}
    known = {*base.actors, *own, *(found.entry.id for found in part.states)}
    for found in part.actors:
        entry = found.entry
        if entry.extends and entry.id not in known:
            yield found.fault(f"extends: no actor has the id {entry.id!r}")
        targets = [("part_of", tie.actor) for tie in entry.part_of] + [
            ("sponsors", tie.actor) for tie in entry.sponsors
        ]
        targets += [("offices", office.of) for office in entry.offices]
        targets += [("country", entry.country)] if entry.country else []
        for name, target in targets:
            if target not in known:
                yield found.fault(f"{name}: {entry.id!r} points at {target!r}, and no actor has that id")
        if entry.offices and entry.kind not in (ActorKind.PERSON, ActorKind.UNNAMED):
            yield found.fault(f"offices: {entry.id!r} is a {entry.kind}, and only a person holds an office")


def _alias_faults(part: _Part, base: Codebook, ambiguous: set[str]) -> Iterator[Fault]:
    own = {found.entry.id for found in part.actors} | {found.entry.id for found in part.states}
    names: dict[str, set[str]] = defaultdict(set)
    for actor in base.actors.values():
        if actor.id not in own:
            for name in _names(actor):
                names[name].add(actor.id)
    nominals: dict[str, str] = {}
    for found in part.actors:
        entry = found.entry
        for name in _names(entry):
            others = names[name] - {entry.id}
            if others and name not in ambiguous:
                yield found.fault(f"{name!r} names {entry.id!r} and also {', '.join(sorted(others))}")
            names[name].add(entry.id)
        for nominal in entry.nominals:
            holder = nominals.setdefault(nominal.casefold(), entry.id)
            if holder != entry.id and nominal not in ambiguous:
                yield found.fault(f"nominals: {nominal!r} stands for {entry.id!r} and also for {holder!r}")


def _names(entry: ActorEntry) -> set[str]:
    names = {*entry.aliases, *(dated.name for dated in entry.names)}
    return names if entry.extends and entry.name == entry.id else {entry.name, *names}


def _date_faults(part: _Part) -> Iterator[Fault]:
    for found in part.actors:
        entry = found.entry
        runs: list[tuple[str, str, Dated]] = [("names", dated.name, dated) for dated in entry.names]
        runs += [("part_of", tie.actor, tie) for tie in entry.part_of]
        runs += [("sponsors", tie.actor, tie) for tie in entry.sponsors]
        runs += [("sides", side.side, side) for side in entry.sides]
        runs += [("offices", f"{office.title} of {office.of}", office) for office in entry.offices]
        for name, what, run in runs:
            if run.since and run.until and run.since > run.until:
                yield found.fault(f"{name}: {what!r} begins on {run.since} and ends before, on {run.until}")


def _place_faults(part: _Part, base: Codebook) -> Iterator[Fault]:
    places = {*base.places, *(found.entry.id for found in part.places)}
    states = {*base.states, *(found.entry.id for found in part.states)}
    codes = {row.iso2 for row in (*base.states.values(), *(found.entry for found in part.states))}
    spots: Iterable[tuple[Found[PlaceRow] | Found[StateRow], float | None, float | None]] = [
        *((found, found.entry.latitude, found.entry.longitude) for found in part.places),
        *((found, found.entry.latitude, found.entry.longitude) for found in part.states),
    ]
    for spot, latitude, longitude in spots:
        if latitude is not None and not -90 <= latitude <= 90:
            yield spot.fault(f"latitude: expected degrees between -90 and 90, found {latitude}")
        if longitude is not None and not -180 <= longitude <= 180:
            yield spot.fault(f"longitude: expected degrees between -180 and 180, found {longitude}")
    for found in part.places:
        place = found.entry
        if place.within and place.within not in places | states:
            yield found.fault(f"within: no place and no state has the id {place.within!r}")
        if place.within == place.id:
            yield found.fault(f"within: {place.id!r} cannot lie within itself")
        if place.country and place.country not in states | codes:
            yield found.fault(f"country: no state has the id or ISO code {place.country!r} (such as united-states, US)")


def _happening_faults(part: _Part, base: Codebook) -> Iterator[Fault]:
    actors = {*base.actors, *(found.entry.id for found in part.actors), *(found.entry.id for found in part.states)}
    places = {*base.places, *base.states, *(f.entry.id for f in part.places), *(f.entry.id for f in part.states)}
    for found in part.happenings:
        happening = found.entry
        if happening.since is None:
            yield found.fault(f"from: {happening.id!r} needs the day it began")
        elif happening.until and happening.since > happening.until:
            yield found.fault(f"until: {happening.id!r} begins on {happening.since} and ends before")
        for actor in happening.actors:
            if actor not in actors:
                yield found.fault(f"actors: no actor has the id {actor!r}")
        for place in happening.places:
            if place not in places:
                yield found.fault(f"places: no place and no state has the id {place!r}")
