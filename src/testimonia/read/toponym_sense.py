"""Whether a name that could be a place's is meant as one here, and how: literally, for its government, within a name.

What always holds: the answer rests on the words around the name and, where the text was parsed, on its tags,
entities and dependencies; the place that the name would be is judged by prominence only. Weights are points towards
or against; their sum is held against ``_ENOUGH``, fitted by hand on TR-News and GeoWebNews.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from testimonia.read.known_places import Candidate, Form, Origin
from testimonia.read.place_words import WordSets
from testimonia.read.toponym_spans import GENITIVES, Naming, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Points from which a name is a place's, and strength from which one inside the name of a body is. What they reach
# stands in docs/evaluation/places-and-sources.md.
_ENOUGH = 1.5
_WELL_KNOWN = 1.7
_ALWAYS, _NEVER = 3.0, -100.0
_SENTENCE_END = re.compile(r"[.!?:;•|\n\"”“]")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{0,20})?[ ,]{0,2}(?:\([A-Z][\w /]+\)|[-–—]{1,2}(?= ))")


class Use(StrEnum):
    """How a place's name is used: for the place, its government, its people, in another's name."""

    LITERAL = "literal"
    METONYMIC = "metonymic"
    DEMONYM = "demonym"
    PEOPLE = "people"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Scene:
    """What the judgement of one text's names needs: its words, its parse if any, and stretches known to name others."""

    text: str
    words: Sequence[Word]
    sets: WordSets
    doc: Doc | None
    bodies: Sequence[tuple[int, int]]
    named_persons: Sequence[tuple[int, int]]
    title_case: frozenset[int]
    persons: frozenset[str]
    seats: frozenset[str]
    adjectives: frozenset[str]
    starts: frozenset[int]
    ends: frozenset[int]
    lands: frozenset[str]
    actors: frozenset[str]

    def word(self, at: int) -> Word | None:
        """The word at ``at``, or ``None`` beyond the text's ends."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def entity(self, naming: Naming) -> Span | None:
        """The entity that overlaps the naming most, where the text was parsed."""
        if self.doc is None:
            return None
        span = self.doc.char_span(naming.start, naming.end, alignment_mode="expand")
        if span is None:
            return None
        found = [e for e in (t.ent_iob_ in ("B", "I") and _entity_at(self.doc, t.i) for t in span) if e]
        return max(found, key=len) if found else None


def _entity_at(doc: Doc, index: int) -> Span | None:
    first = index
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    last = index + 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return doc[first:last]


def points_for(naming: Naming, place: Candidate, scene: Scene) -> float:
    """Points for ``naming`` being a place's name here, if it means ``place``; ``enough`` of them make it one."""
    if _lies_in(naming, scene.named_persons):
        return _NEVER
    if _direction(naming, scene):
        return _NEVER
    if place.form in (Form.DEMONYM, Form.PEOPLE):
        return _ALWAYS
    if _lies_in(naming, scene.bodies):
        return _ALWAYS if strength(place, naming, scene) >= _WELL_KNOWN else _NEVER
    points = strength(place, naming, scene) + _around(naming, scene)
    return points if scene.doc is None else points + _by_entity(naming, place, scene)


def enough(points: float) -> bool:
    """Whether a name with so many points is a place's."""
    return points >= _ENOUGH


def use_of(naming: Naming, place: Candidate, scene: Scene) -> Use:
    """How a name that is a place's is used."""
    if _lies_in(naming, scene.bodies):
        return Use.EMBEDDED
    if place.form is Form.DEMONYM:
        return Use.LITERAL if _nameless_town(naming, place, scene) else Use.DEMONYM
    if place.form is Form.PEOPLE:
        return Use.PEOPLE
    if _embedded(naming, scene):
        return Use.EMBEDDED
    if place.kind == "state" and naming.text in scene.adjectives and _before_noun(naming, scene):
        return Use.DEMONYM  # "US delegation", where "US" stands for "American"
    return Use.METONYMIC if _metonymic(naming, place, scene) else Use.LITERAL


def _nameless_town(naming: Naming, place: Candidate, scene: Scene) -> bool:
    """Whether an adjective tells in what land a site without a name lies: "strikes on a Congolese village"."""
    before, noun, after = scene.word(naming.first - 1), scene.word(naming.last), scene.word(naming.last + 1)
    if place.kind != "state" or noun is None or noun.gap != " ":
        return False
    lists, site = scene.sets.lists, noun.low
    if after is not None and after.gap == " " and f"{site} {after.low}" in lists.settled:
        site, after = f"{site} {after.low}", scene.word(naming.last + 2)
    if _of_strife(naming, noun, after, scene):
        return True
    if site not in lists.settled:
        return False
    if before is not None and before.low == "the":
        return False  # one told of before
    if after is None or after.gap != " " or after.text.isupper():
        return True
    return after.low != "of" and (not after.capital or naming.last + 1 in scene.title_case)


def _of_strife(naming: Naming, noun: Word, after: Word | None, scene: Scene) -> bool:
    """Whether what is told happened in a land's war: "two reporters killed in the Congolese civil war"."""
    before, first = scene.word(naming.first - 1), scene.word(naming.first - 2)
    if before is None or first is None or before.low != "the" or first.low not in scene.sets.lists.during:
        return False
    strife = scene.sets.lists.strife
    return noun.low in strife or (after is not None and after.gap == " " and f"{noun.low} {after.low}" in strife)


def _lies_in(naming: Naming, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= naming.start and naming.end <= end for start, end in stretches)


def strength(place: Candidate, naming: Naming, scene: Scene) -> float:
    """Points for the name alone: how well known the place is, less where it is an everyday word or given name."""
    if place.origin is Origin.STATE or place.kind in ("continent", "landscape", "building"):
        points = 2.6
    elif place.origin is Origin.SUPPLEMENT:
        points = 2.4
    elif place.kind == "region1":
        points = 2.2
    elif place.kind == "city":
        size = place.population
        points = 2.2 if size >= 300_000 else 1.7 if size >= 50_000 else 1.1 if size >= 10_000 else 0.6
    elif place.kind == "region2":
        points = 1.8 if naming.text.split()[-1].casefold() in scene.sets.lists.regions else 0.6
    else:
        points = 2.2
    if place.form is Form.SPELLING:
        points -= 1.2
    elif not place.chief and place.origin is Origin.GAZETTEER:
        points -= 0.5
    if place.origin is Origin.GAZETTEER and all(
        w.low in scene.sets.generic for w in scene.words[naming.first : naming.last]
    ):
        return points - 2.5  # a "Central Region" or "West" of some country, and everyday words
    if naming.last - naming.first > 1:
        return points + 0.5
    low = naming.text.casefold()
    acronym = naming.text.isupper() and place.kind not in ("city", "region2")
    if low in scene.sets.homographs and not acronym and place.kind != "state":
        points -= 2.2
    elif low in scene.sets.given_names:
        points -= 1.2 if place.population < 1_000_000 and place.origin is Origin.GAZETTEER else 0.2
    if len(low) <= 3 and not acronym and place.kind != "region1" and place.origin is Origin.GAZETTEER:
        points -= 1.0
    return points


def _around(naming: Naming, scene: Scene) -> float:
    """Points from the words before and after."""
    sets = scene.sets
    before, after = scene.word(naming.first - 1), scene.word(naming.last)
    first = scene.words[naming.first]
    gap_after = after.gap if after else ""
    headline = naming.first in scene.title_case
    points = 0.0
    starts = before is None or bool(_SENTENCE_END.search(first.gap))
    if starts:
        points -= 0.3 if not headline else 0.0
    if before is not None and not starts and first.gap.strip() == "":
        if _owner(before, scene):
            points += 3.0  # "Syrias Quneitra", its apostrophe lost
        elif before.low in sets.lists.locative:
            points += 1.8
        elif before.low == "of":
            head = scene.word(naming.first - 2)
            noun = head.low if head else ""
            lists = sets.lists
            points += 3.0 if noun in lists.settlements else 2.0 if noun in lists.of_heads else 0.5
            points += 1.0 if noun in lists.place_nouns - lists.of_heads else 0.0
        elif before.low in sets.lists.weak_locative:
            points += 0.4
        elif before.low in sets.lists.directions:
            points += 1.5
        elif before.low in sets.lists.titles:
            points -= 2.5
        elif _stranger(before, scene) and not headline and naming.first not in scene.ends:
            points -= 1.2 if scene.doc is not None else 1.6
    elif before is not None and first.gap.strip() == "." and before.low in sets.lists.titles:
        points -= 2.5
    if after is not None and gap_after.strip() == "":
        done = scene.word(naming.last + 1)
        if done is not None and after.low in sets.lists.passive and done.low in sets.lists.locative:
            points += 1.5  # "Homs was surrounded"
        elif after.low in sets.heads:
            points += 1.5
        elif after.low in sets.lists.organisations:
            points += 0.8
        elif _stranger(after, scene) and not headline and naming.last not in scene.starts:
            points -= 0.4 if scene.doc is not None else 2.2
            points -= 1.0 if naming.text.casefold() in sets.given_names else 0.0
    elif after is not None and gap_after.lstrip().startswith("-") and not gap_after.startswith(" "):
        points += 0.3
    if naming.text.isupper() and len(naming.text) > 3 and _DATELINE.match(scene.text, naming.end):
        points += 2.0  # a dateline
    return points - _as_person(naming, scene)


def _as_person(naming: Naming, scene: Scene) -> float:
    """Points against a name that the text gives a person, more for a given name unless a great city bears it."""
    low = naming.text.casefold()
    if low not in scene.persons:
        return 0.0
    great = any(c.kind == "city" and c.population >= 300_000 for c in naming.candidates)
    return 4.0 if low in scene.sets.given_names and not great else 2.0


def _direction(naming: Naming, scene: Scene) -> bool:
    """Whether a name is but a part of the compass before the name of a place: "in Southern Aleppo"."""
    after = scene.word(naming.last)
    if after is None or after.gap != " " or naming.last not in scene.starts:
        return False
    return all(word.low in scene.sets.lists.directions for word in scene.words[naming.first : naming.last])


def _owner(word: Word, scene: Scene) -> bool:
    """Whether a word is a land's name in the genitive without its apostrophe."""
    return word.capital and word.low.endswith("s") and word.low[:-1] in scene.lands and word.low not in scene.lands


def _stranger(word: Word, scene: Scene) -> bool:
    """Whether a neighbour looks like part of a longer proper name."""
    return word.capital and word.low not in scene.sets.common and word.low not in scene.sets.lists.particles


def _embedded(naming: Naming, scene: Scene) -> bool:
    """Whether the name is part of an organisation's or a title's name."""
    before = scene.word(naming.first - 1)
    placed = before is not None and scene.words[naming.first].gap == " " and before.low in scene.sets.lists.locative
    after = scene.word(naming.last)
    at = naming.last
    owned = before is not None and (before.low in GENITIVES or _owner(before, scene))
    if (placed or owned) and after is not None and after.low in scene.sets.lists.closers:
        return False
    while after is not None and after.capital and after.gap == " " and at - naming.last < 4:
        if after.low in scene.sets.lists.organisations and naming.first not in scene.title_case:
            return True
        at += 1
        after = scene.word(at)
    entity = None if placed else scene.entity(naming)
    if entity is not None and entity.label_ in ("ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT"):
        longer = len(entity.text.removeprefix("the ").removesuffix("'s")) > len(naming.text) + 3
        heads = scene.sets.lists.facilities | scene.sets.lists.regions | scene.sets.lists.localities
        return longer and entity[-1].lower_ not in heads and naming.first not in scene.title_case
    return False


def _by_entity(naming: Naming, place: Candidate, scene: Scene) -> float:
    """Points from the entity proposer and the tagger."""
    assert scene.doc is not None
    entity = scene.entity(naming)
    span = scene.doc.char_span(naming.start, naming.end, alignment_mode="expand")
    points = 0.0
    if span is not None and not any(t.pos_ == "PROPN" for t in span):
        points -= 1.2
    if span is not None and not any(t.ent_iob for t in span):
        return points  # the proposer was not asked
    if entity is None:
        return points - 0.6
    exact = abs(len(entity.text.removesuffix("'s")) - len(naming.text)) <= 4
    if entity.label_ in ("GPE", "LOC", "FAC"):
        return points + (1.6 if exact else 0.8)
    if entity.label_ == "PERSON":
        return points - (1.0 if exact and len(entity) == 1 else 2.8)
    if entity.label_ == "ORG":
        return points - (0.4 if exact else 0.2)
    if entity.label_ in ("DATE", "TIME", "CARDINAL", "MONEY", "LANGUAGE"):
        return points - 2.5
    return points - 0.4


def _metonymic(naming: Naming, place: Candidate, scene: Scene) -> bool:
    """Whether the name stands for the government that sits there."""
    sets = scene.sets
    before, after = scene.word(naming.first - 1), scene.word(naming.last)
    seat = place.kind in ("state", "building") or naming.text.casefold() in scene.seats
    if not seat:
        return False
    if before is not None and before.low == "to" and _addressed(naming, scene):
        return True
    if before is not None and scene.words[naming.first].gap.strip() == "" and before.low in sets.lists.locative:
        return False
    if scene.text[naming.end : naming.end + 2] in ("'s", "’s"):
        return not _has_place_noun(naming, scene)
    if scene.doc is not None:
        span = scene.doc.char_span(naming.start, naming.end, alignment_mode="expand")
        if span is not None:
            root = span.root
            while root.dep_ == "conj" and root.head.pos_ == "PROPN":
                root = root.head
            if root.dep_ == "nsubj" and root.head.pos_ in ("VERB", "AUX"):
                return root.head.lemma_.lower() not in sets.lists.place_verbs
            if root.dep_ == "agent" or (root.dep_ == "pobj" and root.head.dep_ == "agent"):
                return True
            if root.dep_ == "pobj" and _fought_over(root.head, sets):
                return False
    elif after is not None and after.gap == " " and after.low in sets.lists.government_verbs:
        return True
    return before is not None and before.low in sets.lists.government_prepositions and place.kind != "state"


def _addressed(naming: Naming, scene: Scene) -> bool:
    """Whether "to" a name follows what is said to a government or held towards one: "threats to Moscow"."""
    said = scene.word(naming.first - 2)
    if scene.text[naming.end : naming.end + 2] in ("'s", "’s"):
        return False
    return said is not None and said.low.removesuffix("s") in scene.sets.lists.addressed


def _fought_over(preposition: Token, sets: WordSets) -> bool:
    """Whether a preposition leads to what is fought over: "strikes on", "the battle for", "made raids on"."""
    if preposition.lower_ not in sets.lists.fought_over_prepositions:
        return False
    governors = (preposition.head, *(c for c in preposition.head.children if c.dep_ == "dobj" and c.i < preposition.i))
    return any(governor.lemma_.lower() in sets.lists.fought_over for governor in governors)


def _before_noun(naming: Naming, scene: Scene) -> bool:
    """Whether the name qualifies the noun after it."""
    if scene.doc is not None:
        span = scene.doc.char_span(naming.start, naming.end, alignment_mode="expand")
        return span is not None and span.root.dep_ in ("compound", "amod", "nmod", "npadvmod")
    gap = scene.text[naming.end : naming.end + 2]
    before = scene.word(naming.first - 1)
    return bool(re.match(r"[ -][a-zA-Z]", gap)) and (before is None or before.low not in scene.sets.lists.locative)


def _has_place_noun(naming: Naming, scene: Scene) -> bool:
    following = [w.low for w in scene.words[naming.last : naming.last + 3] if w.gap.strip() in ("", "'s", "’s", "-")]
    if any(naming.last + at in scene.starts for at in range(2)):
        return True  # "Syria's Idlib"
    return any(word in scene.sets.lists.place_nouns or word in scene.sets.heads for word in following[:3])
