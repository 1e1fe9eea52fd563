"""Does a text name the land around a town with the town? "Goma and its countryside", "the city and the province".

What always holds: the land is told by a noun of its own behind "and", and the town by its name or by a noun that goes
on from the town named last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.known_places import Candidate
from testimonia.read.place_words import word_sets

_TOWNS = (PlacePrecision.LOCALITY, PlacePrecision.VICINITY)


def beside(
    text: str, towns: Sequence[PlaceMention], region: Callable[[int], Candidate | None], codebook: Codebook | None
) -> Iterator[PlaceMention]:
    """The lands told with ``towns``, which are those of ``text`` in order; ``region`` of an index is that around it."""
    for told in _pattern(codebook).finditer(text):
        at = _town(towns, told)
        around = region(at) if at is not None else None
        if at is None or around is None or around.id == towns[at].place:
            continue
        yield replace(
            towns[at],
            place=around.id,
            name=around.name,
            latitude=around.latitude,
            longitude=around.longitude,
            precision=PlacePrecision.REGION,
            text=told["land"],
            start=told.start("land"),
            end=told.end("land"),
        )


def _town(towns: Sequence[PlaceMention], told: re.Match[str]) -> int | None:
    """The index of the town with which a land is told: that of the name right before, or what "the city" means."""
    before = [at for at, town in enumerate(towns) if town.end <= told.start("land")]
    if not before:
        return None
    last = towns[before[-1]]
    if told["the"] is None or last.end > told.start():
        return before[-1] if last.end == told.start() and last.precision in _TOWNS else None
    return next((at for at in reversed(before) if towns[at].precision in _TOWNS), None)


@lru_cache(maxsize=8)
def _pattern(codebook: Codebook | None) -> re.Pattern[str]:
    lists = word_sets(codebook).lists
    town, land = ("|".join(sorted(map(re.escape, words))) for words in (lists.cities, lists.lands))
    return re.compile(
        rf"(?:(?P<the>(?<!\w)the)\s+(?:{town})|(?<=\w)(?:\s+(?:{town}))?),?\s+and\s+(?:(?:its|the)\s+)?(?:[a-z]+\s+)?"
        rf"(?P<land>{land})(?!\w)(?!\s+of\s)"
    )
