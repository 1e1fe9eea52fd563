"""Which places only tell of somebody: who acts, whom it is told, where those who act stand, where a group is banned.

What always holds: a place is refused by the words around it and by who acts in the draft, never by its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, Kind, PlaceMention, PlacePrecision
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_words import SceneWords, scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = ("acl", "relcl")
_SUBJECTS = ("nsubj", "csubj")


def root(reading: Reading, place: PlaceMention) -> Token | None:
    """The head of a place's words; of two names in a row, what the whole phrase hangs on."""
    return reading.head_of(place.start, place.end)


def is_party(reading: Reading, draft: Draft, place: PlaceMention) -> bool:
    """Whether a place stands for somebody, or for where somebody stands or is known, in what a draft tells."""
    words = scene_words(reading.codebook)
    head = root(reading, place)
    if head is None:
        return False
    if head.dep_ in ("dobj", "dative") and head.head.lemma_.lower() in words.sayings:
        return True
    if place.precision is PlacePrecision.COUNTRY and _acts(reading, draft, head, words):
        return True
    return _of_a_party(reading, draft, head, words)


def _acts(reading: Reading, draft: Draft, head: Token, words: SceneWords) -> bool:
    """Whether a country is named as one who acts or owns: "Russia air power", "carried out by Russia and Iran"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("PROPN", "NOUN"):
        first = first.head
    if head.dep_ in ("compound", "nmod", "poss", "appos") and head.head.lemma_.lower() in words.arms:
        return True
    if first.dep_ == "nsubj" and first.head.pos_ == "VERB":
        return True
    if first.dep_ == "agent" or (first.dep_ == "pobj" and first.head.dep_ == "agent"):
        return True
    if first.dep_ == "pobj":
        prep = first.head
        sent = prep.lower_ in words.origins and prep.head.lemma_.lower() in words.arms
        edge = prep.head.lemma_.lower() in words.edges
        return sent or (prep.lower_ in words.party_prepositions and not edge)
    return first.i != head.i and any(covers(mention, first) for mention in (*draft.actors, *draft.recipients))


def covers(mention: ActorMention, token: Token) -> bool:
    """Whether a token stands in a mention."""
    return mention.start <= token.idx < mention.end


def _of_a_party(reading: Reading, draft: Draft, head: Token, words: SceneWords) -> bool:
    """Whether a place stands in a clause on somebody that only tells where they stand or are known.

    Where those who are struck stand is where they are struck: "troops stationed in Goma were shelled".
    """
    trigger = reading.doc[draft.trigger]
    for above in head.ancestors:
        if above.i == trigger.i:
            return False
        if above.dep_ in CLAUSES and not above.left_edge.i <= trigger.i <= above.right_edge.i:
            lemma = above.lemma_.lower()
            if lemma in words.standing:
                return somebody(reading, above.head)
            return lemma in words.stationing and _is_doer(reading, draft, above.head)
    return False


def somebody(reading: Reading, noun: Token) -> bool:
    """Whether a noun names or means somebody."""
    return reading.cast.naming_at(noun.i) is not None or bool(reading.cast.who(noun, acting=False))


def _is_doer(reading: Reading, draft: Draft, noun: Token) -> bool:
    """Whether a noun is the one who acts, by its place in the sentence or by the draft."""
    if any(covers(mention, noun) for mention in draft.actors):
        return True
    if draft.kind is not Kind.LABEL and any(covers(mention, noun) for mention in draft.recipients):
        return False
    while noun.dep_ == "appos":
        noun = noun.head
    return noun.dep_ in _SUBJECTS or (noun.dep_ == "pobj" and noun.head.dep_ == "agent")
