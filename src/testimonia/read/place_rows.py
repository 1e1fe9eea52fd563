"""Which names of no gazetteer are a place's by their own form or by a listed neighbour: "Tell Qarna", "Goma and Korr".

What always holds: words are only yielded where they make up whole names, none of them an actor's or a person's; a row
counts where it ends with "and" and one of its names is a listed town's, quarter's or village's, or only a place's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import PlacePrecision
from testimonia.read.place_names import Stretch, is_articled, is_name, unit
from testimonia.read.toponym_sense import Scene, Use

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from testimonia.read.places import Toponym

_SETTLED = (PlacePrecision.LOCALITY, PlacePrecision.EXACT)
_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_SITE = 3  # words of "military training academy"; by judgement
_PERSONS = ("PERSON", "ORG", "NORP")


def compounds(doc: Doc, scene: Scene) -> Iterator[Stretch]:
    """Names whose first part only a place bears: "Tell Qarna", "Khirbet al-Hamam"."""
    lists = scene.sets.lists
    for index, word in enumerate(scene.words):
        if word.low not in lists.place_parts or not word.capital:
            continue
        before = scene.word(index - 1)
        if before is not None and before.capital and word.gap == " " and before.low not in scene.sets.common:
            continue  # "Cohen Tal" and the end of a name that is longer
        end = unit(scene, index)
        if end is not None and end - index > 1 and not _of_person(doc, scene, index, end):
            first = index - is_articled(scene, index - 1) if index else index  # "al-Qasr al-Hamam"
            yield scene.words[first].start, scene.words[end - 1].end


def articled(doc: Doc, scene: Scene) -> Iterator[Stretch]:
    """Names with an Arabic article behind a preposition of place: "in al-Sino"."""
    lists = scene.sets.lists
    for index, word in enumerate(scene.words):
        if word.low not in lists.articles or not index or not is_articled(scene, index):
            continue
        if word.gap != " " or scene.words[index - 1].low not in lists.standing:
            continue
        end = unit(scene, index)
        after = scene.word(end) if end is not None else None
        if end is None or (after is not None and after.gap == " " and after.low in lists.organisations):
            continue
        if is_name(doc, scene, index, end) and not _of_person(doc, scene, index, end):
            yield word.start, scene.words[end - 1].end


def in_rows(found: Sequence[Toponym], doc: Doc, scene: Scene) -> Iterator[Stretch]:
    """Names in a row behind a preposition of place with the name of a listed town: "in Goma, Sino and Korr"."""
    towns = {t.start: t for t in found if t.use is Use.LITERAL}
    openers = scene.sets.lists.row_openers
    settlements = scene.sets.lists.settlements
    for index, word in enumerate(scene.words):
        named = word.low in settlements and word.low.endswith("s")  # "two villages Korr and Sino"
        if named or word.low in openers:
            told = named or (index > 0 and scene.words[index - 1].low in settlements)  # "the villages including"
            yield from _row(index + 1, towns, doc, scene, told)


def _row(at: int, towns: dict[int, Toponym], doc: Doc, scene: Scene, told: bool) -> Iterator[Stretch]:
    new: list[Stretch] = []
    sure: set[int] = set()
    listed = closed = False
    before: str | None = None
    while (word := scene.word(at)) is not None:
        gaps = (" ",) if before is None else (" ", ", ")
        if word.gap not in gaps:
            break
        if before is not None and word.low == "and":
            at, closed, before = at + 1, True, None
            continue
        if before is not None and (behind := _site(scene, at)):
            at = behind
            continue
        town = towns.get(word.start)
        if town is not None:
            end = at + 1
            while (next_word := scene.word(end)) is not None and next_word.start < town.end:
                end += 1
            place = town.place
            listed = listed or (place is not None and place.precision in _SETTLED)
            sure.add(word.start)
        else:
            last = unit(scene, at)
            if last is None:
                break
            end = last
            first_part = word.low in scene.sets.lists.place_parts
            opening = bool(sure) and word.low in scene.sets.lists.first_parts  # "Kafr Sino and Khan Korr"
            placed = told or first_part or opening or is_articled(scene, at) or _runs_on(doc, scene, at, sure)
            if not is_name(doc, scene, at, end, settled=placed) or _acts(doc, scene, at, end):
                return
            if not placed and _of_person(doc, scene, at, end):
                return
            if placed:
                sure.add(word.start)
            new.append((word.start, scene.words[end - 1].end))
        listed = listed or (word.low in scene.sets.lists.place_parts and end - at > 1)
        at, before = end, word.low
        if closed:
            break
    if closed and before is not None and listed:
        yield from new


def _site(scene: Scene, at: int) -> int:
    """Behind a site without a name that stands in a row, "the military academy"; 0 where there is none."""
    if scene.words[at].low != "the":
        return 0
    for behind in range(at + 1, at + 1 + _SITE):
        word = scene.word(behind)
        if word is None or word.gap != " " or word.capital:
            return 0
        if word.low in scene.sets.lists.facilities:
            return behind + 1
    return 0


def _of_person(doc: Doc, scene: Scene, first: int, last: int) -> bool:
    """Whether a person or an actor bears the words."""
    start, end = scene.words[first].start, scene.words[last - 1].end
    name = scene.text[start:end].casefold()
    if name in scene.actors or name in scene.persons:
        return True
    before = scene.word(first - 1)
    if before is not None and before.low in scene.sets.lists.titles:
        return True
    if _is_tell(scene, first, last):
        return False
    span = doc.char_span(start, end, alignment_mode="expand")
    placed = before is not None and (before.low == "of" or before.low in scene.sets.lists.locative)
    return span is None or (not placed and span[-1].ent_type_ in _PERSONS)


def _is_tell(scene: Scene, first: int, last: int) -> bool:
    """Whether a first part that only places bear stands before a part with an article: "Qasr al-Hamam"."""
    if scene.words[first].low not in scene.sets.lists.place_parts or last - first == 1:
        return False
    part = scene.words[first + 1]
    return is_articled(scene, first + 1) or part.text.startswith(("Al", "al", "El", "el"))


def _runs_on(doc: Doc, scene: Scene, at: int, sure: set[int]) -> bool:
    """Whether the entity proposer took a word and a place of its row before it for one name, as commas are lost."""
    span = doc.char_span(scene.words[at].start, scene.words[at].end, alignment_mode="expand")
    if span is None or not span[0].ent_type_ or span[0].ent_iob_ != "I":
        return False
    first = span[0]
    while first.ent_iob_ == "I" and first.i:
        first = first.nbor(-1)
    return first.idx in sure


def _acts(doc: Doc, scene: Scene, first: int, last: int) -> bool:
    """Whether the words are the subject of a verb: "in Goma Kabila and Kagame met"."""
    span = doc.char_span(scene.words[first].start, scene.words[last - 1].end, alignment_mode="expand")
    return span is None or span.root.dep_ in _SUBJECTS
