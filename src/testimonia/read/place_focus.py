"""Where what a text reports took place: the one place that it is mostly about.

What always holds: the answer is one of the mentions given, or ``None`` where there are none finer than a country and
no country either. Places said early, in the headline and often count more; those of the reporting (datelines, seats of
monitors, "Britain-based") count less. Weights were fitted by hand on the incident reports of FA-KES.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence, Set

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import place_apposition
from testimonia.read.known_places import known_places
from testimonia.read.place_parents import parents
from testimonia.read.place_words import word_sets

_FINENESS = {
    PlacePrecision.EXACT: 1.0,
    PlacePrecision.VICINITY: 1.0,
    PlacePrecision.LOCALITY: 1.0,
    PlacePrecision.REGION: 0.9,
    PlacePrecision.COUNTRY: 0.05,
}
_ANYWHERE = 0.02  # what a place counts however late it is said
_LEAD = 300.0  # characters after which a place counts 1/e of one at the very start
_ABROAD = 0.1  # a place outside the countries of the codebook's war, where there are such
_TOLD_WITH_HARM = 2.0  # a place in a sentence that tells of killing, wounding or striking
_IN_CAPTION = 0.1  # a place in the caption of a picture, which may have been taken anywhere
_REACH = 120
_CAPTION, _CREDIT = 220, 80  # characters of a caption behind the place, and of the credit in brackets that ends it
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?]\s+(?=[A-Z\"“])")


def _sentence_words(text: str, mention: PlaceMention) -> set[str]:
    """The lower-case words around a mention, not beyond its sentence."""
    before = re.split(r"[.!?]\s", text[max(0, mention.start - _REACH) : mention.start])[-1]
    after = re.split(r"[.!?]\s", text[mention.end : mention.end + _REACH])[0]
    return set(re.findall(r"\w+", f"{before} {after}".lower()))


def _in_caption(text: str, mention: PlaceMention, credit_words: Set[str]) -> bool:
    """Whether a credit in brackets ends the sentence of a mention: "A street in Idlib after a raid (Reuters photo)"."""
    opens = text.find("(", mention.end, mention.end + _CAPTION)
    closes = text.find(")", opens, opens + _CREDIT) if opens >= 0 else -1
    if closes < 0 or _SENTENCE_END.search(text, mention.end, opens):
        return False
    return not credit_words.isdisjoint(re.findall(r"\w+", text[opens:closes].lower()))


def focus(text: str, mentions: Sequence[PlaceMention], codebook: Codebook | None = None) -> PlaceMention | None:
    """The mention of the place that ``text`` is about; places lend weight to the places that contain them."""
    if not mentions:
        return None
    states = {state.id for state in known_places(codebook).states.values()}
    words = word_sets(codebook).lists
    home = {state for about in (codebook.about if codebook else ()) for state in about.countries}
    sets = word_sets(codebook)
    near = place_apposition.beside(text, mentions, sets.vicinity, sets.lists.directions)
    known = {mentions[a].place: mentions[b] for a, b in near.items() if mentions[a].latitude is None}
    weights: dict[str, float] = defaultdict(float)
    own: list[tuple[PlaceMention, float]] = []
    for mention in mentions:
        fineness = _FINENESS[PlacePrecision.COUNTRY if mention.place in states else mention.precision]
        weight = fineness * (_ANYWHERE + math.exp(-mention.start / _LEAD))
        if words.harm & _sentence_words(text, mention):
            weight *= _TOLD_WITH_HARM
        if any(text.startswith(f"-{word}", mention.end) for word in words.based):
            weight = 0.0
        if _in_caption(text, mention, words.credits):
            weight *= _IN_CAPTION
        at = known.get(mention.place, mention)  # of "Brod, south of Lipa" no gazetteer lists Brod: Lipa tells where
        if home and not home & {at.place, *parents(at, codebook)}:
            weight *= _ABROAD
        own.append((at, weight))
        weights[at.place] += weight
        for above in parents(at, codebook):
            weights[above] += weight
    best: tuple[float, float, int] | None = None
    chosen: PlaceMention | None = None
    for mention, weight in own:
        lineage = [p for p in (mention.place, *parents(mention, codebook)) if p not in states]
        key = (max((weights[p] for p in lineage), default=0.0), weight, -mention.start)
        if best is None or key > best:
            best, chosen = key, mention
    return chosen
