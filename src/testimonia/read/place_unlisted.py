"""Which names of no gazetteer are a place's, by the words beside them: "the village of Korr", "al-Sino neighbourhood".

What always holds: a name found here has no candidates, overlaps no name that is listed, and no part of the compass or
other everyday word is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.read.toponym_sense import Scene, Use
from testimonia.read.toponym_spans import ends_later

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from testimonia.read.places import Toponym

_LONGEST = 3  # words of a name, joined articles apart; by judgement
_LEAST = 3  # letters
_PLACES = ("GPE", "LOC")
_OTHERS = ("DATE", "TIME", "LANGUAGE", "LAW", "EVENT")
_NAMELIKE = ("NOUN", "X", "VERB")  # what the tagger makes of a capitalised word it does not know

Stretch = tuple[int, int]


def unlisted(found: Sequence[Toponym], doc: Doc, scene: Scene) -> list[Toponym]:
    """The names without candidates, in no order."""
    from testimonia.read.places import Toponym

    taken = [*((t.start, t.end) for t in found), *scene.bodies, *scene.named_persons]
    extra: list[Toponym] = []
    for start, end in (*_beside_nouns(doc, scene), *_proposed(doc, scene)):
        if not any(s < end and start < e for s, e in taken):
            taken.append((start, end))
            extra.append(Toponym(start, end, scene.text[start:end], Use.LITERAL, None, ()))
    return extra


def _proposed(doc: Doc, scene: Scene) -> Iterator[Stretch]:
    """Names that the entity proposer takes for places, the words beside them too."""
    at_offset = {word.start: index for index, word in enumerate(scene.words)}
    for entity in doc.ents:
        if entity.label_ not in _PLACES or not entity.text[:1].isupper() or len(entity.text) < _LEAST:
            continue
        name = entity.text
        for tail in ("'s", "’s"):
            name = name.removesuffix(tail)
        index = at_offset.get(entity.start_char)
        if _placed(index, name, scene):
            last = ends_later(scene.words, index + len(name.split()), scene.sets) if index is not None else 0
            yield entity.start_char, scene.words[last - 1].end if last else entity.start_char + len(name)


def _placed(index: int | None, name: str, scene: Scene) -> bool:
    """Whether a word before or after says that the name is a place's."""
    before = scene.word(index - 1) if index else None
    after = scene.word(index + len(name.split())) if index is not None else None
    sets = scene.sets
    if name.casefold() in scene.persons or name.casefold() in sets.common:
        return False
    headed = (
        bool(after and after.low in sets.heads and after.gap == " ")
        or name.rsplit(maxsplit=1)[-1].casefold() in sets.heads
    )
    return headed or bool(before and (before.low in sets.lists.locative or before.low in sets.heads))


def _beside_nouns(doc: Doc, scene: Scene) -> Iterator[Stretch]:
    """Names behind "the village of" and before "neighbourhood"; several where the noun is plural."""
    lists = scene.sets.lists
    for index, word in enumerate(scene.words):
        if word.low not in lists.settlements:
            continue
        plural = word.low.endswith("s")
        following = scene.word(index + 1)
        of = following is not None and following.low == "of" and following.gap == " "
        names = _after(scene, index + 2, plural) if of else []
        if not of or word.low in lists.quarters:  # "the Rummana district of Goma"
            names += _before(scene, index, plural)
        for first, last in names:
            start, end = scene.words[first].start, scene.words[last - 1].end
            if _is_name(doc, scene, first, last):
                yield start, end


def _after(scene: Scene, first: int, plural: bool) -> list[Stretch]:
    """The names that begin at a word: one, or each of a row where the noun is plural."""
    found, at = [], first
    while (end := _unit(scene, at)) is not None:
        found.append((at, end))
        at = end
        if plural and (word := scene.word(at)) is not None and word.low == "and":
            at += 1
        elif (word := scene.word(at)) is None or word.gap != " ":
            break
    if plural or not found:
        return found
    return [(found[0][0], found[-1][1])] if len(found) <= _LONGEST else []


def _before(scene: Scene, index: int, plural: bool) -> list[Stretch]:
    """The names that end before a noun: one, or those joined by "and" where the noun is plural."""
    if scene.words[index].gap != " ":
        return []
    found: list[Stretch] = []
    last = index
    while True:
        first = last
        while first > 0 and last - first < 2 * _LONGEST and _belongs(scene, first - 1, last):
            first -= 1
        while first < last and not scene.words[first].capital:
            first += 1
        if first == last:
            return found
        if first and scene.words[first - 1].low in scene.sets.lists.particles and "-" in scene.words[first].gap:
            first -= 1
        found.append((first, last))
        joined = scene.word(first - 1)
        if not plural or joined is None or joined.low != "and" or first < 2:
            return found
        last = first - 1


def _belongs(scene: Scene, at: int, last: int) -> bool:
    """Whether a word goes on to the left a name that ends before ``last``."""
    word = scene.words[at]
    if at + 1 < last and scene.words[at + 1].gap not in (" ", "-", "- "):
        return False
    if word.low in scene.sets.lists.particles and at + 1 < last:
        return word.capital or "-" in scene.words[at + 1].gap
    lists = scene.sets.lists
    return word.capital and word.low not in scene.sets.common | lists.organisations | lists.titles | lists.locative


def _unit(scene: Scene, at: int) -> int | None:
    """Behind the last word of the name that begins at ``at``: an article and first parts go with the next word."""
    word = scene.word(at)
    lists = scene.sets.lists
    while word is not None:
        after = scene.word(at + 1)
        joined = after is not None and after.gap in ("-", "- ", " ") and after.capital
        article = word.low in lists.particles and after is not None and "-" in after.gap
        first = word.capital and word.low in lists.first_parts
        if (joined and (article or first)) or (first and _is_article(scene, at + 1)):
            at += 1
        elif word.capital and word.low not in scene.sets.common:
            return ends_later(scene.words, at + 1, scene.sets) or at + 1
        else:
            return None
        word = scene.word(at)
    return None


def _is_article(scene: Scene, at: int) -> bool:
    """Whether a word is an article that is joined to a name behind it: "Khirbet al-Hamam"."""
    word, name = scene.word(at), scene.word(at + 1)
    if word is None or name is None or word.low not in scene.sets.lists.particles:
        return False
    return word.gap == " " and "-" in name.gap and name.capital


def _is_name(doc: Doc, scene: Scene, first: int, last: int) -> bool:
    """Whether words are a name, of no person or people, and no everyday word or adjective of a land."""
    start, end = scene.words[first].start, scene.words[last - 1].end
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or first in scene.title_case or any(token.ent_type_ in _OTHERS for token in span):
        return False
    if span[-1].ent_type_ == "NORP" and scene.words[first].low not in scene.sets.lists.particles:
        return False  # a people bears no article: "al-Sino" is a place
    opens = span[0].i == span[0].sent.start
    if span[-1].pos_ != "PROPN" and (opens or span[-1].pos_ not in _NAMELIKE):
        return False
    name = scene.text[start:end]
    if len(name) < _LEAST or name in scene.adjectives or name.casefold() in scene.persons or name.isupper():
        return False
    low = scene.words[last - 1].low
    return low not in scene.sets.common and low not in scene.sets.lists.first_parts
