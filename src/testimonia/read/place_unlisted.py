"""Which names of no gazetteer are a place's, by the words beside them: "the village of Korr", "al-Sino neighbourhood".

What always holds: a name found here has no candidates, overlaps no name that is listed, and no part of the compass or
other everyday word is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.read import place_rows
from testimonia.read.place_names import LEAST, LONGEST, Stretch, begins_left, is_name, unit
from testimonia.read.toponym_sense import Scene, Use
from testimonia.read.toponym_spans import ends_later

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from testimonia.read.places import Toponym

_PLACES = ("GPE", "LOC")


def unlisted(found: Sequence[Toponym], doc: Doc, scene: Scene) -> list[Toponym]:
    """The names without candidates, in no order."""
    from testimonia.read.places import Toponym

    taken = [*((t.start, t.end) for t in found), *scene.bodies, *scene.named_persons]
    extra: list[Toponym] = []

    def take(stretches: Iterator[Stretch]) -> None:
        for start, end in stretches:
            if not any(s < end and start < e for s, e in taken):
                taken.append((start, end))
                extra.append(Toponym(start, end, scene.text[start:end], Use.LITERAL, None, ()))

    take(_beside_nouns(doc, scene))
    take(place_rows.compounds(doc, scene))
    take(_proposed(doc, scene))
    take(place_rows.articled(doc, scene))
    take(place_rows.in_rows([*found, *extra], doc, scene))
    return extra


def _proposed(doc: Doc, scene: Scene) -> Iterator[Stretch]:
    """Names that the entity proposer takes for places, the words beside them too."""
    at_offset = {word.start: index for index, word in enumerate(scene.words)}
    for entity in doc.ents:
        if entity.label_ not in _PLACES or not entity.text[:1].isupper() or len(entity.text) < LEAST:
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
        settled = word.low in lists.settlements
        if not settled and word.low not in lists.grounds:
            continue
        plural = word.low.endswith("s")
        following = scene.word(index + 1)
        of = following is not None and following.low == "of" and following.gap == " "
        names = _after(scene, index + 2, plural) if of and settled else []
        if not of or not plural:  # "the Rummana district of Goma"
            names += _before(scene, index, plural)
        for first, last in names:
            start, end = scene.words[first].start, scene.words[last - 1].end
            if is_name(doc, scene, first, last, settled=word.low in lists.localities):
                yield start, end


def _after(scene: Scene, first: int, plural: bool) -> list[Stretch]:
    """The names that begin at a word: one, or each of a row where the noun is plural."""
    found, at = [], first
    while (end := unit(scene, at)) is not None:
        found.append((at, end))
        at = end
        if plural and (word := scene.word(at)) is not None and word.low == "and":
            at += 1
        elif (word := scene.word(at)) is None or word.gap not in (" ", ", ")[: plural + 1]:
            break
    if plural or not found:
        return found
    return [(found[0][0], found[-1][1])] if len(found) <= LONGEST else []


def _before(scene: Scene, index: int, plural: bool) -> list[Stretch]:
    """The names that end before a noun: one, or those joined by "and" where the noun is plural."""
    last = _behind_name(scene, index)
    if last == index and scene.words[index].gap != " ":
        return []
    found: list[Stretch] = []
    while (first := begins_left(scene, last)) < last:
        found.append((first, last))
        joined = scene.word(first - 1)
        if not plural or joined is None or joined.low != "and" or first < 2:
            return found
        last = first - 1
    return found


def _behind_name(scene: Scene, noun: int) -> int:
    """Before which word a name ends that stands before a noun and a gloss: "al-Sino (port) district"."""
    word, before = scene.words[noun], scene.word(noun - 1)
    glossed = before is not None and before.gap == " (" and word.gap == ") " and not before.capital
    dwelt = before is not None and before.low in scene.sets.lists.dwelt and word.gap == before.gap == " "
    return noun - 1 if glossed or dwelt else noun
