"""Everything the reader knows, assembled from one folder or more: actors, places, dated happenings, words.

What always holds: ids are unique across the parts, every tie points at an actor that exists, and a later part
(the user's own) may replace an entry of an earlier one by giving the same id, or add to it with ``extends: true``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from testimonia.codebook.files import read_entries, read_mapping, read_table
from testimonia.codebook.schema import About, ActorEntry, DatedHappening, PlaceRow, StateRow, WorkRow
from testimonia.model.errors import CodebookError
from testimonia.model.ids import slug
from testimonia.model.source import ActorKind

Lexicon = TypeVar("Lexicon", bound=BaseModel)

BUILT_IN = ("english", "world", "syria")


@dataclass(frozen=True)
class Codebook:
    """The knowledge of one run. ``folders`` are its parts in order; lexicons are found through ``lexicon``.

    ``parts`` tells of an actor's id the part that introduced it. ``nominals`` tells, part by part, which actor a
    common noun (in lower case) stands for: "the regime" is the Syrian state only to the codebook of Syria's war,
    and ``about`` says which days and countries that war has.
    """

    folders: tuple[Path, ...]
    about: tuple[About, ...]
    actors: Mapping[str, ActorEntry]
    states: Mapping[str, StateRow]
    places: Mapping[str, PlaceRow]
    happenings: Mapping[str, DatedHappening]
    parts: Mapping[str, str] = field(default_factory=dict)
    nominals: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    works: Mapping[str, WorkRow] = field(default_factory=dict)

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.folders)  # asked for a thousand times per account, by every word list that is looked up

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Codebook) and self.folders == other.folders

    def lexicon(self, name: str, schema: type[Lexicon]) -> Lexicon:
        """The word list ``name`` of the last part that has one, checked. Raises ``CodebookError`` if none has."""
        found = _lexicon(self.folders, name, schema)
        assert isinstance(found, schema)
        return found


def built_in(name: str) -> Path:
    """The folder of a codebook that ships with the program. Raises ``CodebookError`` for an unknown name."""
    folder = Path(str(files("testimonia.codebook") / "data" / name))
    if not folder.is_dir():
        raise CodebookError(f"{name}: no codebook of that name ships with testimonia")
    return folder


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...]) -> Codebook:
    about: list[About] = []
    actors: dict[str, ActorEntry] = {}
    states: dict[str, StateRow] = {}
    places: dict[str, PlaceRow] = {}
    happenings: dict[str, DatedHappening] = {}
    parts: dict[str, str] = {}
    nominals: dict[str, dict[str, str]] = {}
    works: dict[str, WorkRow] = {}
    for folder in folders:
        if not folder.is_dir():
            raise CodebookError(f"{folder}: expected a folder with a codebook's files, found none")
        part = read_mapping(folder / "codebook.yaml", About) if (folder / "codebook.yaml").exists() else None
        if part:
            about.append(part)
        name = part.name if part else folder.name
        if (table := folder / "states.csv").exists():
            for state in read_table(table, StateRow):
                states[state.id] = state
                actors[state.id] = _as_actor(state)
                parts[state.id] = name
        for path in _files(folder, "actors"):
            for actor in _unique(path, _read_actors(path)):
                for nominal in actor.nominals:
                    nominals.setdefault(name, {})[nominal.casefold()] = actor.id
                if actor.extends:
                    actors[actor.id] = _extended(path, actors.get(actor.id), actor)
                else:
                    actors[actor.id] = actor
                    parts[actor.id] = name
        for path in sorted(folder.glob("places*.csv")):
            for place in read_table(path, PlaceRow):
                places[place.id] = place
        if (table := folder / "works.csv").exists():
            for work in read_table(table, WorkRow):
                works[slug(work.title)] = work
        for path in _files(folder, "happenings"):
            for happening in read_entries(path, DatedHappening):
                happenings[happening.id] = happening
    _check_ties(actors)
    return Codebook(folders, tuple(about), actors, states, places, happenings, parts, nominals, works)


def load(*extra: Path, base: Iterable[str] = BUILT_IN) -> Codebook:
    """The built-in codebooks named in ``base``, then the folders in ``extra``. Raises ``CodebookError``."""
    return _load((*(built_in(name) for name in base), *(path.resolve() for path in extra)))


def _files(folder: Path, stem: str) -> list[Path]:
    """``stem.yaml``, ``stem.csv`` and every such file under the folder ``stem/``, in order of name."""
    single = [path for suffix in (".yaml", ".csv") if (path := folder / f"{stem}{suffix}").exists()]
    return single + sorted(path for path in (folder / stem).glob("*") if path.suffix in (".yaml", ".csv"))


def _read_actors(path: Path) -> list[ActorEntry]:
    return read_table(path, ActorEntry) if path.suffix == ".csv" else read_entries(path, ActorEntry)


def _extended(path: Path, earlier: ActorEntry | None, entry: ActorEntry) -> ActorEntry:
    if earlier is None:
        line = _line_naming(path, entry.id)
        raise CodebookError(f"{path}:{line}: {entry.id!r} extends an actor that no earlier part of the codebook has")
    return earlier.extended(entry)


def _as_actor(state: StateRow) -> ActorEntry:
    aliases = (*state.aliases, *([state.official] if state.official else []))
    metonyms = (*([state.capital] if state.capital else []), *state.metonyms)
    return ActorEntry(
        id=state.id, name=state.name, kind=ActorKind.STATE, aliases=aliases, adjectives=state.adjectives,
        people=state.people, metonyms=metonyms, country=state.id, code=state.iso3,
    )  # fmt: skip


def _unique(path: Path, entries: list[ActorEntry]) -> list[ActorEntry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise CodebookError(f"{path}:{_line_naming(path, entry.id)}: the id {entry.id!r} stands twice in this file")
        seen.add(entry.id)
    return entries


def _check_ties(actors: Mapping[str, ActorEntry]) -> None:
    for actor in actors.values():
        targets = [tie.actor for tie in (*actor.part_of, *actor.sponsors)] + [office.of for office in actor.offices]
        if actor.country:
            targets.append(actor.country)
        for target in targets:
            if target not in actors:
                raise CodebookError(
                    f"actors: {actor.id!r} points at {target!r}, and no codebook has an actor of that id"
                )


def _line_naming(path: Path, identifier: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, 1) if identifier in line.split()]
    return found[-1] if found else 1


@lru_cache(maxsize=64)
def _lexicon(folders: tuple[Path, ...], name: str, schema: type[BaseModel]) -> BaseModel:
    for folder in reversed(folders):
        path = folder / f"{name}.yaml"
        if path.exists():
            return read_mapping(path, schema)
    raise CodebookError(f"{name}.yaml: no codebook in use has this word list")
