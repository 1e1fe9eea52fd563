"""When two figures can be one count: equal, compatible, near, clashing, far apart; and which victims are counted.

Intervals are closed, an open side reaches without limit; an approximate figure reaches a tenth to either side,
a word such as "dozens" half and double.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from math import inf

from testimonia.link.words import LinkingWords
from testimonia.model.claim import Figure, Unit


class Victim(StrEnum):
    """Class names of ``linking.yaml`` that the code treats apart: all people together, and those under arms."""

    PEOPLE = "people"
    FIGHTERS = "fighters"


# So many, and not a round number, are seldom counted twice in one week by chance; judgement.
RARE, ROUND = 20, 10

_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=8)
def _classes(words: LinkingWords) -> dict[str, str]:
    return {word: victims.name for victims in reversed(words.victims) for word in victims.words}


def victim_class(figure: Figure, words: LinkingWords) -> str:
    """The class of people that ``figure`` counts, by the last known noun of what is counted; else the noun itself."""
    classes = _classes(words)
    nouns = _WORD.findall(figure.counted.casefold())
    found = [classes[noun] for noun in nouns if noun in classes]
    if found:
        return found[-1]
    return nouns[-1] if nouns else Victim.PEOPLE


def reach(figure: Figure) -> tuple[float, float]:
    """The interval of counts that ``figure`` allows, widened by a tenth where it is approximate.

    "Nearly 75" is open below and approximate: it stands near its bound, unlike "up to 75".
    """
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else inf
    if low and high < inf and high >= 3 * low:
        return low / 2, high * 2
    if not figure.approximate:
        return low, high
    return (low or (high if high < inf else 0.0)) * 0.9, high * 1.1


def is_part(figure: Figure, words: LinkingWords) -> bool:
    """Whether a figure counts some of the victims only: a part of another figure, or the "others" beside them."""
    killed = figure.unit is Unit.KILLED  # "three killed and ten others injured" gives all the injured
    _, _, whole = figure.text.casefold().partition(" of ")
    return (
        figure.part_of is not None
        or (killed and bool(set(_WORD.findall(figure.counted.casefold())) & set(words.parts)))
        or whole in words.wholes
    )


def interval_relation(one: Figure, two: Figure) -> str:
    """``equal``, ``equal_small`` (both under 3), ``equal_rare`` (``RARE`` or more and not round), ``compatible``,
    ``near``, ``clash`` or ``far`` (three times apart)."""
    if (one.low, one.high) == (two.low, two.high) or (
        one.low is not None and one.low == two.low and (one.high is None or two.high is None)
    ):
        count = one.low or one.high or 0
        exact = one.low == two.low and one.high in (one.low, None) and two.high in (two.low, None)
        if count >= RARE and count % ROUND and exact:
            return "equal_rare"
        return "equal" if count >= 3 else "equal_small"
    (low1, high1), (low2, high2) = reach(one), reach(two)
    point1, point2 = anchor(one), anchor(two)
    ratio = max(point1, point2) / max(1.0, min(point1, point2))
    if low1 <= high2 and low2 <= high1:
        return "compatible" if ratio <= 2 else "near"
    if ratio <= 1.5:
        return "near"
    return "clash" if ratio <= 3 else "far"


def anchor(figure: Figure) -> float:
    """One number to order figures by: the middle of a closed interval, else the bound that is given."""
    if figure.low is None:
        return figure.high or 0.0
    return figure.low if figure.high is None else (figure.low + figure.high) / 2
