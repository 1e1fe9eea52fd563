"""Which places near a claim are its scene, and no party, dateline or place of origin; what "the town" is.

What always holds: a place is refused by the words around it alone; a dateline, a land of origin, a border or the land
whose forces are named only gives way to another place of the sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention, PlacePrecision
from testimonia.read.draft import Draft
from testimonia.read.place_roads import roads
from testimonia.read.place_words import word_sets
from testimonia.read.predicates import senses
from testimonia.read.reading import Reading
from testimonia.read.scene_near import OF_DEEDS
from testimonia.read.scene_nested import is_aside
from testimonia.read.scene_parties import is_party, root, somebody, told_aside
from testimonia.read.scene_words import SceneWords, scene_words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DASHES = ("-", "–", "—")
_MARKS = (*_DASHES, "|")
_TOWN = 4  # tokens from the opening of a dateline to the land behind its town's comma
_LINE = 8  # tokens between the place of a dateline and its dash: an agency, a day; by judgement
_BESIDE = 5  # tokens of "in the vicinity of", the longest of such words
_QUALIFYING = ("poss", "compound", "nmod", "amod")
_STRUCK = ("dobj", "nsubjpass", "nsubj")
_NEAR = 2  # sentences in which "the town" still means one named with that word; by judgement


def scenes(
    reading: Reading, draft: Draft, places: Iterable[PlaceMention]
) -> tuple[list[PlaceMention], list[PlaceMention]]:
    """Of the places in some words, those where a draft is set, and those where it is only if no other is told."""
    words = scene_words(reading.codebook)
    firm: list[PlaceMention] = []
    weak: list[PlaceMention] = []
    for place in places:
        if not is_party(reading, draft, place) and not _is_spoken_of(reading, draft, place, words):
            (weak if _is_weak(reading, draft, place, words) else firm).append(place)
    return firm, weak


def _is_spoken_of(reading: Reading, draft: Draft, place: PlaceMention, words: SceneWords) -> bool:
    """Whether a land's war is only what is met or spoken about: "met envoys over the Congolese conflict"."""
    if place.precision is not PlacePrecision.COUNTRY or draft.kind is not Kind.EVENT or draft.type in OF_DEEDS:
        return False
    head = root(reading, place)
    return head is not None and head.dep_ in _QUALIFYING and head.head.lemma_.lower() in words.strife


def _is_weak(reading: Reading, draft: Draft, place: PlaceMention, words: SceneWords) -> bool:
    if is_dateline(reading, place) or _comes_from(reading, draft, place, words):
        return True
    if roads(reading.codebook).ends_at(reading.transcript.text, place.start, place.end):
        return True
    head = root(reading, place)
    if head is None:
        return False
    if place.precision is PlacePrecision.COUNTRY and head.dep_ in ("poss", "compound", "nmod"):
        if head.head.lemma_.lower() in words.edges:
            return True  # "near the Kenya border"
        return head.head.lemma_.lower() in words.arms or somebody(reading, head.head)  # "Sudan's armed forces"
    return _of_a_sister(reading, draft, head) or told_aside(reading, draft, head) or is_aside(reading, draft, head)


def _of_a_sister(reading: Reading, draft: Draft, head: Token) -> bool:
    """Whether a place hangs on an act set beside the draft's: "shelling of A, which killed one, and raids on B"."""
    known = senses(reading.codebook)
    for above in head.ancestors:
        if above.left_edge.i <= draft.trigger <= above.right_edge.i:
            return False
        if above.dep_ == "conj" and above.pos_ == "NOUN" and known.names_happening(above):
            return True
    return False


def realm(reading: Reading) -> PlaceMention | None:
    """The country that an account names most often, which "the country" means."""
    lands = [place for place in reading.places if place.precision is PlacePrecision.COUNTRY]
    times = Counter(place.place for place in lands)
    return max(lands, key=lambda place: (times[place.place], -place.start)) if lands else None


def province_at_hand(reading: Reading, noun: Token) -> PlaceMention | None:
    """The province that "the province" takes up: that named last before it, and never a whole country's part."""
    lands = {place.place for place in reading.places if place.precision is PlacePrecision.COUNTRY}
    told = (p for p in reversed(reading.places) if p.end <= noun.idx and p.precision is PlacePrecision.REGION)
    return next((place for place in told if place.place not in lands), None)


def precision_by(reading: Reading, noun: Token, place: PlaceMention) -> PlacePrecision:
    """How finely a noun means a place named before: "the city" is the city, though it was "near Goma"."""
    words, lemma = scene_words(reading.codebook), noun.lemma_.lower()
    if place.precision is PlacePrecision.COUNTRY and lemma in words.bearings:
        return PlacePrecision.REGION  # "the country's west"
    if place.precision not in (PlacePrecision.VICINITY, PlacePrecision.LOCALITY) or lemma in words.grounds:
        return place.precision
    if _is_beside(reading, noun):
        return PlacePrecision.VICINITY
    prep = noun.head.lower_ if noun.dep_ == "pobj" else ""
    beside = prep in words.goals and lemma in words.bearings  # "to its north"
    within = prep in reading.cast.words.prepositions_of_place and not beside
    within = within or (lemma in words.settlements and _is_whole(noun))
    return PlacePrecision.LOCALITY if within or noun.dep_ in _STRUCK else place.precision


def _is_whole(noun: Token) -> bool:
    """Whether a noun is told as the whole of some part: "the city's west", "quarters of the city", no "3 km of it"."""
    if noun.dep_ == "poss":
        return True
    part = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return part is not noun and part.pos_ == "NOUN" and not any(child.dep_ == "nummod" for child in part.lefts)


def _is_beside(reading: Reading, noun: Token) -> bool:
    """Whether a noun tells of what lies by a place: "north of the city", "the city's outskirts"."""
    beside, bearings = word_sets(reading.codebook).vicinity, scene_words(reading.codebook).bearings
    if noun.dep_ == "poss":
        return f"{noun.head.lower_} of" in beside and noun.head.lemma_.lower() not in bearings
    side = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if side.lemma_.lower() in bearings and any(child.dep_ in ("det", "amod", "poss") for child in side.lefts):
        return False  # "the rebel-held east of the city"
    before = f" {reading.doc[max(0, noun.left_edge.i - _BESIDE) : noun.left_edge.i].text.lower()}"
    return any(before.endswith(f" {words}") for words in beside)


def named_so(reading: Reading, noun: Token) -> tuple[bool, PlaceMention | None]:
    """Whether a name stands beside the same noun shortly before, "the town of Goma", and the place it is."""
    number = reading.sentence_of(noun.i)
    first = reading.sentence_tokens(max(0, number - _NEAR))[0]
    known = scene_words(reading.codebook)
    if noun.lemma_.lower() not in (*known.settlements, *known.grounds):
        return False, None
    for earlier in reversed(list(reading.doc[first : noun.i])):
        if earlier.lemma_.lower() != noun.lemma_.lower():
            continue
        for name in _names_beside(earlier):
            here = reading.sentence_of(name.i) == number  # "activists in the town of Goma said that the town"
            told = (*reading.places, *reading.seats) if here else reading.places
            found = [p for p in told if p.start <= name.idx < p.end]
            return True, found[0] if found else None
    return False, None


def town_at_hand(reading: Reading, noun: Token) -> PlaceMention | None:
    """The town that "the town" takes up from this sentence or else the two before: of several the one named most.

    No street and no quarter, and nothing of another paragraph.
    """
    words = scene_words(reading.codebook)
    if noun.lemma_.lower() not in words.settlements or noun.lemma_.lower() in words.quarters:
        return None
    first = reading.sentence_bounds(max(0, reading.sentence_of(noun.i) - _NEAR))[0]
    here = reading.paragraph_of(noun.idx)
    towns = [
        place
        for place in reading.places_in(first, noun.idx)
        if place.precision in (PlacePrecision.LOCALITY, PlacePrecision.VICINITY)
        and reading.paragraph_of(place.start) == here
        and not _is_quarter(reading, place, words)
        and not is_dateline(reading, place)
        and not is_seat(reading, place)
    ]
    start = reading.sentence_bounds(reading.sentence_of(noun.i))[0]
    towns = [town for town in towns if town.start >= start] or towns
    times = Counter(place.place for place in reading.places)
    return max(towns, key=lambda place: (times[place.place], place.start)) if towns else None


def _is_quarter(reading: Reading, place: PlaceMention, words: SceneWords) -> bool:
    """Whether a name is that of a part of a town, by the codebook or by the noun beside it."""
    row = reading.codebook.places.get(place.place)
    if row is not None and row.kind in words.quarters:
        return True
    head = root(reading, place)
    return head is not None and any(t.lemma_.lower() in words.quarters for t in (head, head.head, *head.children))


def is_seat(reading: Reading, place: PlaceMention) -> bool:
    """Whether a town's name stands for a government: "Damascus blamed the rebels"."""
    head = root(reading, place)
    return head is not None and head.dep_ != "pobj" and reading.cast.naming_at(head.i) is not None


def _names_beside(noun: Token) -> list[Token]:
    names = [c for c in noun.children if c.dep_ in ("appos", "compound", "nmod") and c.pos_ == "PROPN"]
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            names += [c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN"]
    return names


def _comes_from(reading: Reading, draft: Draft, place: PlaceMention, words: SceneWords) -> bool:
    """Whether a place is only where something comes from, or a land beyond a border: "near the border with Iraq"."""
    head = root(reading, place)
    if head is None:
        return False
    if head.dep_ == "dobj":
        return head.head.lemma_.lower() in words.adjoining and head.head.i != draft.trigger
    if head.dep_ != "pobj":
        return False
    prep, land = head.head, place.precision is PlacePrecision.COUNTRY
    if draft.type == "RETREAT" and prep.lower_ in words.goals and prep.head.i != head.i:
        return True
    if prep.lower_ == "with" and prep.head.lemma_.lower() in words.edges:
        return land
    while prep.lower_ not in words.origins and prep.head.dep_ == "pobj":
        prep, land = prep.head.head, False  # "from hills in Gisenyi"
    sent = prep.head.lemma_.lower() in (*words.launching, *words.arms)
    fired = sent or (draft.type == "ASSAULT" and _fires(prep.head, words))
    return prep.lower_ in words.origins and (land or fired)


def _fires(word: Token, words: SceneWords) -> bool:
    """Whether a verb's object tells of arms that are let off: "open fire from the hills"."""
    return any(child.dep_ == "dobj" and child.lemma_.lower() in words.arms for child in word.children)


def is_dateline(reading: Reading, place: PlaceMention) -> bool:
    """Whether a place stands before a dash where an account or a sentence opens: "NAIROBI (Agency) - "."""
    span = reading.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None:
        return False
    first = reading.sentence_tokens(reading.sentence_of(span.start))[0]
    opens = place.start == 0 or span.start == first
    if opens and _heads(span):
        return True
    between = span.start > 0 and reading.doc[span.start - 1].text in _MARKS
    # "TRIPOLI, Lebanon (AP) -": the land that the town of the dateline lies in
    opens = opens or (
        1 < span.start - first <= _TOWN and reading.doc[span.start - 1].text == "," and reading.doc[first].is_upper
    )
    if not opens and not between and not (span.text.isupper() and len(span.text) > len("NATO")):
        return False
    for token in reading.doc[span.end : span.end + _LINE]:
        if token.text in _DASHES:
            return bool(token.i and token.nbor(-1).whitespace_) or token.text != "-"
        if token.pos_ not in ("PROPN", "NUM", "PUNCT") and token.text not in "()":
            return False
    return False


def _heads(name: Span) -> bool:
    """Whether a name is a heading that ran into its sentence: "Kivu Two farmers were hurt"."""
    after = name.doc[name.end] if name.end < len(name.doc) else None
    return after is not None and after.text[:1].isupper() and after.pos_ in ("DET", "NUM", "ADP", "PRON", "SCONJ")
