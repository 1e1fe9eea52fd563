"""Which codebooks a case is read with, and what a name that a user types means in them and in the case.

What always holds: a case remembers the codebooks it was last read with, so that later commands need not name them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from testimonia import __version__
from testimonia.casefile.queries import Named, folded
from testimonia.casefile.store import Store
from testimonia.codebook.codebook import Codebook, load
from testimonia.codebook.own import user_codebook
from testimonia.codebook.schema import ActorEntry
from testimonia.model.source import Actor

_SETTING = "codebooks"


def codebook_of(case: Store, given: Sequence[Path] = ()) -> Codebook:
    """The built-in codebooks and the user's own, with those ``given`` or else those the case remembers.

    Raises ``CodebookError``.
    """
    own = [folder for folder in (user_codebook(),) if folder.is_dir()]
    if given:
        codebook = load(*own, *given)
        wanted = json.dumps([str(path.resolve()) for path in given])
        if case.setting(_SETTING) != wanted:
            case.set(_SETTING, wanted)
        return codebook
    return load(*own, *(Path(path) for path in json.loads(case.setting(_SETTING) or "[]")))


def reader_version(codebook: Codebook) -> str:
    """What the reading of a document rests on besides its bytes: program, reader, and the codebooks' content."""
    from testimonia.read.reader import VERSION

    digest = hashlib.sha256()
    for folder in codebook.folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".yaml", ".csv") and path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"testimonia {__version__}, reader {VERSION}, codebooks {digest.hexdigest()[:12]}"


def actor_named(words: str, codebook: Codebook, own: Iterable[Actor]) -> Named:
    """The actors that ``words`` may mean: by id, name, alias, dated name, adjective, people or surname."""
    wanted = folded(words)
    ids = [entry.id for entry in codebook.actors.values() if wanted in _entry_names(entry)]
    ids += [actor.id for actor in own if wanted in {folded(name) for name in (actor.id, actor.name, *actor.aliases)}]
    return Named(words, tuple(dict.fromkeys(ids)))


def _entry_names(entry: ActorEntry) -> set[str]:
    names = [entry.id, entry.name, *entry.aliases, *entry.adjectives, *entry.people]
    names += [dated.name for dated in entry.names]
    names += [entry.surname] if entry.surname else []
    return {folded(name) for name in names}


def place_named(words: str, codebook: Codebook) -> Named:
    """The places that ``words`` may mean in the codebooks, and the places of the codebooks that lie within them."""
    wanted = folded(words)
    places = codebook.places.values()
    ids = [place.id for place in places if wanted in {folded(n) for n in (place.id, place.name, *place.aliases)}]
    found = dict.fromkeys(ids)
    grown = True
    while grown:  # a street lies in a district that lies in a town: as deep as the codebooks nest
        inside = [place.id for place in places if place.within in found and place.id not in found]
        found.update(dict.fromkeys(inside))
        grown = bool(inside)
    return Named(words, tuple(found))
