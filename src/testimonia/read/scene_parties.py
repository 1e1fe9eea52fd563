"""Which places only tell of somebody: who acts, whom it is told, where those who act stand, where a group is banned.

What always holds: a place is refused by the words around it and by who acts in the draft, never by its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, Kind, PlaceMention, PlacePrecision
from testimonia.read import scene_answered
from testimonia.read.alias_index import Form
from testimonia.read.draft import Draft
from testimonia.read.predicates import senses
from testimonia.read.reading import Reading
from testimonia.read.scene_words import SceneWords, scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = ("acl", "relcl")
_SUBJECTS = ("nsubj", "csubj")
_AUXILIARIES = 4  # tokens in which the verb of a subject follows: "Moscow has repeatedly demanded"


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
    if scene_answered.is_answered(draft, head, words) or scene_answered.is_topic(draft, head, words):
        return True
    if place.precision is PlacePrecision.COUNTRY and _acts(reading, draft, head, words):
        return True
    if _governs(reading, head, words):
        return True
    if place.precision is PlacePrecision.EXACT and _is_brought_to(draft, head, words):
        return True
    return _in_brackets(reading, draft, head) or _of_a_party(reading, draft, head, words)


def _is_brought_to(draft: Draft, head: Token, words: SceneWords) -> bool:
    """Whether a site is where the hurt were brought: "six people who were rushed to Heal Hospital"."""
    for above in head.ancestors:
        if above.i == draft.trigger or above.dep_ == "conj":
            return False
        if above.pos_ == "VERB":
            return (
                above.lemma_.lower() in words.carrying_off and above.tag_ == "VBN" and head.head.lower_ in words.goals
            )
    return False


def _in_brackets(reading: Reading, draft: Draft, head: Token) -> bool:
    """Whether a place stands in brackets behind somebody's name, of whom they tell: "the group (a branch in Mali)"."""
    doc, trigger = head.doc, draft.trigger
    opens = next((i for i in range(head.i, head.sent.start, -1) if doc[i].text in "()"), None)
    if opens is None or doc[opens].text != "(" or opens < trigger < head.i:
        return False
    closes = next((i for i in range(head.i, head.sent.end) if doc[i].text == ")"), head.sent.end)
    return not opens < trigger < closes and somebody(reading, doc[opens - 1])


def _acts(reading: Reading, draft: Draft, head: Token, words: SceneWords) -> bool:
    """Whether a country is named as one who acts or owns: "Russia air power", "carried out by Russia and Iran"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("PROPN", "NOUN"):
        first = first.head
    if head.dep_ in ("compound", "nmod", "poss", "appos") and head.head.lemma_.lower() in words.arms:
        return not is_ground(reading, head)
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


def _governs(reading: Reading, head: Token, words: SceneWords) -> bool:
    """Whether a capital is named for its government: "Moscow's raids", "accused Moscow", "Moscow and the army"."""
    naming = reading.cast.naming_at(head.i)
    if naming is None or naming.form is not Form.METONYM:
        return False
    above, dep = head.head, head.dep_
    if dep == "preconj" or (dep == "pobj" and above.lower_ in words.party_prepositions):
        return True
    if dep == "poss":
        return senses(reading.codebook).names_happening(above)
    if dep in ("nsubj", "dobj", "dative") and _tells(above, words):
        return True
    beside = [*head.conjuncts, *((above,) if dep == "appos" else ())]
    if any(_is_power(reading, other) for other in beside):
        return True
    following = next((t for t in head.doc[head.i + 1 : head.i + _AUXILIARIES] if t.pos_ not in ("AUX", "ADV")), head)
    return dep != "pobj" and following.tag_ in ("VBD", "VBZ", "VBN") and _tells(following, words)


def _tells(verb: Token, words: SceneWords) -> bool:
    return verb.lemma_.lower() in words.sayings or verb.lemma_.lower() in words.responses


def _is_power(reading: Reading, noun: Token) -> bool:
    """Whether a noun means somebody who is no capital: "Moscow and the army"."""
    naming = reading.cast.naming_at(noun.i)
    return naming.form is not Form.METONYM if naming else bool(reading.cast.who(noun, acting=False))


def is_ground(reading: Reading, head: Token) -> bool:
    """Whether the account tells of things that happen in a country by whose name something is only qualified."""
    place = next((p for p in reading.places_in(head.idx, head.idx + len(head.text))), None)
    within = reading.cast.words.prepositions_of_place
    inside = head.head.dep_ == "pobj" and head.head.head.lower_ in within
    if place is not None and inside and any(place.place in war.countries for war in reading.codebook.about):
        return True  # "five killed in Congo airstrikes": in the land that the war is about
    return place is not None and any(
        other.place == place.place and (word := root(reading, other)) is not None
        and word.dep_ == "pobj" and word.head.lower_ in within
        for other in reading.places
    )  # fmt: skip


def covers(mention: ActorMention, token: Token) -> bool:
    """Whether a token stands in a mention."""
    return mention.start <= token.idx < mention.end


def _of_a_party(reading: Reading, draft: Draft, head: Token, words: SceneWords) -> bool:
    """Whether a place stands in a clause on somebody that only tells where they stand or are known, or acted once.

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
            apart = lemma in words.stationing or (above.dep_ == "relcl" and _told_of(reading, above))
            return apart and _is_doer(reading, draft, above.head)
    return False


def told_aside(reading: Reading, draft: Draft, head: Token) -> bool:
    """Whether a place stands in a relative clause on the one who acts: "gunmen who stormed a church in Goma"."""
    for above in head.ancestors:
        if above.left_edge.i <= draft.trigger <= above.right_edge.i:
            return False
        if above.dep_ == "relcl":
            return somebody(reading, above.head) and _is_doer(reading, draft, above.head)
    return False


def _told_of(reading: Reading, verb: Token) -> bool:
    """Whether a relative clause tells of somebody at another time: with a day of its own, or of what lasts."""
    clause = reading.doc[verb.left_edge.i : verb.right_edge.i + 1]
    finite = next((t for t in (*verb.lefts, verb) if t.tag_ in ("VBZ", "VBP", "VBD")), verb)
    other = finite.tag_ in ("VBZ", "VBP") or finite.lower_ == "had"
    return somebody(reading, verb.head) and (other or bool(reading.periods_in(clause.start_char, clause.end_char)))


def somebody(reading: Reading, noun: Token) -> bool:
    """Whether a noun names or means somebody."""
    return reading.cast.naming_at(noun.i) is not None or bool(reading.cast.who(noun, acting=False))


def _is_doer(reading: Reading, draft: Draft, noun: Token) -> bool:
    """Whether a noun is the one who acts, by its place in the sentence or by the draft."""
    if any(covers(mention, noun) for mention in draft.actors):
        return True
    if draft.kind is not Kind.LABEL and any(covers(mention, noun) for mention in draft.recipients):
        return False
    while noun.dep_ == "appos" or (noun.dep_ == "pobj" and noun.head.head.dep_ == "acl"):
        noun = noun.head if noun.dep_ == "appos" else noun.head.head.head  # "groups allied to the army, who hide in"
    return noun.dep_ in _SUBJECTS or (noun.dep_ == "pobj" and noun.head.dep_ == "agent")
