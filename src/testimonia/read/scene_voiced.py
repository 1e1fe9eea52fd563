"""Where was said what is done in words alone? In Geneva, "in Geneva envoys condemned the raids on Goma"; never in Goma.

What always holds: what is condemned, asked for or turned down gives no place to the condemning, the asking or the
refusal; only a place told with the very word of it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.claim import PlaceMention
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_parties import root
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TYPES = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "AGREE", "OPPOSES", "BLAMES"})
_CHARGED, _WARNED = "ACCUSE", "THREATEN"  # "investigated the raids on Goma", "warned of raids on Goma"
_OBJECTS = ("dobj", "dative", "prep", "agent", "xcomp", "ccomp", "prt")


def is_voiced(reading: Reading, draft: Draft) -> bool:
    """Whether a draft's deed is done by speaking, of something that may have happened anywhere.

    A deed that a clause lays on somebody is where it was done: "the raid in Goma, which was blamed on rebels".
    """
    word, known = reading.doc[draft.trigger], scene_words(reading.codebook)
    lemma = word.lemma_.lower()
    asked = (draft.type == _CHARGED and lemma in known.responses) or (draft.type == _WARNED and lemma in known.sayings)
    if not asked and (draft.type not in _TYPES or lemma not in known.voicing):
        return False
    return word.dep_ != "relcl" or not any(child.dep_ == "nsubjpass" for child in word.lefts)


def places_of(reading: Reading, draft: Draft) -> tuple[PlaceMention, ...]:
    """The places in which the words of such a draft were spoken, each once, in the order of the text."""
    verb = reading.doc[draft.trigger]
    first, last = verb.left_edge, verb.right_edge
    told = reading.places_in(first.idx, last.idx + len(last))
    return tuple({place.place: place for place in told if _is_spoken_in(reading, verb, place)}.values())


def _is_spoken_in(reading: Reading, verb: Token, place: PlaceMention) -> bool:
    """Whether a place opens the clause of a word or stands right behind it, before what it speaks of."""
    name = root(reading, place)
    while name is not None and name.dep_ == "pobj" and name.head.head.dep_ == "pobj":
        name = name.head.head  # "in the hills of Kivu"
    if name is None or name.dep_ != "pobj" or name.head.head.i != verb.i:
        return False
    preposition = name.head
    if preposition.lower_ not in reading.cast.words.prepositions_of_place or preposition.lower_ == "on":
        return False
    return preposition.i < verb.i or not any(child.dep_ in _OBJECTS for child in verb.rights if child.i < preposition.i)
