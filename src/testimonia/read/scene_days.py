"""Which of the days near a claim are its own, and not those of the saying, of another deed or of how a war began.

What always holds: a day is refused by the words it hangs on alone, whatever else the account tells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind
from testimonia.model.period import Period, Precision
from testimonia.read import predicates, scene_dateline, scene_onset, scene_order, scene_reach
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_parties import CLAUSES, somebody
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLDING = "CONTROLS"  # what is held is held for longer than the one day on which something befalls it
# What is done in words, of which a deed spoken of and its day are no part: "condemned the attack on Friday's convoy".
_ANSWERS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_OBJECTS = frozenset({"dobj", "ccomp", "parataxis", "prep"})
_OWN_CLAUSES = frozenset({"acl", "relcl", "advcl", "ccomp", "conj", "parataxis"})
_VERBS = ("VERB", "AUX")
# What stands between a saying and its day, in words and in kinds: "told the agency late on Monday".
_ASIDE = 4
_BESIDE = ("ADP", "ADV", "ADJ", "DET", "PRON", "PROPN", "NOUN")
_PRESENT = ("VBZ", "VBP")


def own(
    reading: Reading, draft: Draft, near: Iterable[Period], *, apart: bool = False, ahead: bool = False
) -> list[Period]:
    """Of some periods, those that are no saying's and tell of no other's deeds, the likeliest first.

    Where they stand ``apart`` from its clause, a draft takes none that another clause on somebody, or somebody's
    words, keep to themselves; and what tells how things stand takes those of its own verb alone. What lies ``ahead``,
    aimed at or awaited, takes no day gone by that stands before it.
    """
    trigger = reading.doc[draft.trigger]
    kept = []
    for told in near:
        if scene_dateline.is_dateline(reading, told) or of_another(reading, draft, told):
            continue
        word = root(reading, told)
        if ahead and word is not None and word.i < trigger.i and _over(reading, told):
            continue
        if (
            draft.kind is Kind.RELATION
            and word is not None
            and _stands(reading, trigger)
            and (not trigger.is_ancestor(word) or (draft.type == _HOLDING and told.start == told.end))
        ):
            continue
        if word is not None and scene_order.keeps(reading, trigger, word):
            continue
        period = scene_onset.opened(reading, trigger, told, word)
        if not apart or word is None or _reaches(reading, draft, period, word):
            far = abs((period.start_offset or 0) - trigger.idx)
            kept.append((word is not None and _indirect(trigger, word), far, period))
    kept.sort(key=lambda found: found[:2])
    return [period for _, _, period in kept]


def root(reading: Reading, period: Period) -> Token | None:
    """The word on which those of a period hang."""
    if period.start_offset is None or period.end_offset is None:
        return None
    return reading.head_of(period.start_offset, period.end_offset)


def of_another(reading: Reading, draft: Draft, period: Period) -> bool:
    """Whether a period hangs on the word that says it, on a deed spoken of, or in a clause that tells of another."""
    word = root(reading, period)
    if word is None:
        return False
    if _beside_telling(reading, draft, period, word) or scene_onset.measures(reading, word):
        return True
    known, words = predicates.senses(reading.codebook), scene_words(reading.codebook)
    for above in (word, *word.ancestors):
        if above.i == draft.trigger:
            return False
        if above.pos_ in _VERBS and _not_yet(above, words.not_yet):
            return True
        if above.i == word.i:
            continue
        if draft.type in _ANSWERS and above.pos_ not in _VERBS and known.names_happening(above):
            return True
        if _is_telling(reading, above, reading.doc[draft.trigger], word):
            return True
        if above.dep_ == "relcl":
            return _only_tells_of(reading, draft, above)
        if above.dep_ == "acl" and above.head.lemma_.lower() in words.saying_nouns:
            return True
        if above.dep_ == "acl" and above.tag_ == "VBN" and period.precision is not Precision.DAY:
            counted = above.head.pos_ not in ("NOUN", "PROPN") or somebody(reading, above.head)
            return not counted and _only_tells_of(reading, draft, above)
        if above.dep_ == "acl" and above.tag_ == "VBN" and above.lemma_.lower() in words.publishing:
            return not above.is_ancestor(reading.doc[draft.trigger])
        if draft.type in _ANSWERS and above.dep_ == "acl" and known.names_happening(above.head):
            return True  # "condemned the raid carried out on Friday, calling for"
        if above.pos_ in _VERBS:
            return _deeper(reading, draft, above)
    return False


def _deeper(reading: Reading, draft: Draft, verb: Token) -> bool:
    """Whether the clause of ``verb`` stands in one that tells of another: "in Goma, which they left when it fell"."""
    for above in verb.ancestors:
        if above.i == draft.trigger:
            return False
        if above.dep_ == "relcl":
            noun = above.head
            told = somebody(reading, noun) or bool(reading.places_in(noun.idx, noun.idx + len(noun.text)))
            return told and _only_tells_of(reading, draft, above)
    return False


def _not_yet(verb: Token, before: Collection[str]) -> bool:
    """Whether a verb tells of what came later: "met him before returning in 2011"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in before
    return verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in before for child in verb.children)


def _beside_telling(reading: Reading, draft: Draft, period: Period, word: Token) -> bool:
    """Whether the words before a day are of somebody's saying it, whatever the parser makes of a text without commas.

    "A source told reporters late on Monday" and "the group said Monday", but not "said Monday's raids".
    """
    if word.dep_ in ("poss", "compound", "nmod", "nsubj", "nsubjpass"):
        return False
    first = reading.doc.char_span(period.start_offset or 0, period.end_offset or 0, alignment_mode="expand")
    sayings = scene_words(reading.codebook).sayings
    for at in range(first.start - 1, max(first.start - 2 - _ASIDE, -1), -1) if first is not None else ():
        token = reading.doc[at]
        if at == draft.trigger or token.is_sent_end:
            return False
        if token.pos_ in _VERBS:
            return token.lemma_.lower() in sayings and token.tag_ != "VBN"
        if token.pos_ not in _BESIDE:
            return False
    return False


def _is_telling(reading: Reading, verb: Token, trigger: Token, word: Token) -> bool:
    """Whether ``verb`` says or answers what the trigger tells, and the day told by ``word`` is that of doing so.

    A day before what is told and the word that says it is told with it: "two were killed on Monday, the army said".
    """
    if trigger.i < verb.i and word.i < verb.i:
        return False
    words = scene_words(reading.codebook)
    said = reading.attributions.by_cue.get(verb.i)
    if said is not None and said.cue_lemma in words.sayings:
        return not any(start <= word.idx < end for start, end in said.content)
    if verb.lemma_.lower() not in (*words.sayings, *words.responses):
        return False
    for told in (trigger, *trigger.ancestors):
        if told.head.i == verb.i and told.i != verb.i:
            inside = told.is_ancestor(word) or told.i < word.i < told.right_edge.i  # "a raid on Friday that killed six"
            return told.dep_ in _OBJECTS and not inside
    return False


def _only_tells_of(reading: Reading, draft: Draft, clause: Token) -> bool:
    """Whether a relative clause tells of another's deeds, or of how a long affair began."""
    trigger = reading.doc[draft.trigger]
    if clause.left_edge.i <= trigger.i <= clause.right_edge.i:
        return False
    if clause.lemma_.lower() in scene_words(reading.codebook).onset_verbs:
        return True
    noun, known = clause.head, predicates.senses(reading.codebook)
    if noun.i == trigger.i or known.names_happening(noun):
        return False
    return noun.lemma_.lower() not in scene_words(reading.codebook).arms or somebody(reading, noun)


def _reaches(reading: Reading, draft: Draft, period: Period, word: Token) -> bool:
    trigger = reading.doc[draft.trigger]
    if draft.kind is Kind.RELATION:
        return scene_reach.one_clause(draft, word) or scene_onset.opens_under(reading, trigger, word)
    if _of_somebody(reading, trigger, word) or scene_order.days_apart(reading, trigger, word):
        return False
    if _over(reading, period) and _goes_on(trigger, word):
        return False
    return draft.kind is Kind.FIGURE or scene_reach.day_reaches(reading, draft, word)


def _stands(reading: Reading, trigger: Token) -> bool:
    """Whether a relation is only named beside what happens: "rebel-held", "its ally", but not "in support of"."""
    if trigger.pos_ in _VERBS:
        return trigger.tag_ == "VBN" and trigger.dep_ in ("amod", *CLAUSES)
    if trigger.dep_ == "dobj" and trigger.head.lemma_.lower() in predicates.senses(reading.codebook).light:
        return False  # "made gains against the rebels"
    return trigger.pos_ != "ADP" and (trigger.dep_ != "pobj" or trigger.head.head.pos_ not in _VERBS)


def _over(reading: Reading, period: Period) -> bool:
    return period.end is not None and reading.day is not None and period.end < reading.day


def _goes_on(trigger: Token, word: Token) -> bool:
    """Whether the verb over a draft tells what is so now or has come to be, and the day stands in another clause."""
    verbs = (above for above in (trigger, *trigger.ancestors) if above.pos_ in _VERBS and above.dep_ != "amod")
    verb = next(verbs, None)
    if verb is None or _in_clause(word, verb):
        return False
    if verb.dep_ == "conj" and word.i < verb.head.i and _in_clause(word, verb.head):
        return False  # "this month alone ninety were wounded and thirty have died"
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.tag_ in _PRESENT and child.text.islower():
            return True
    return verb.tag_ in _PRESENT and any(child.dep_ == "nsubj" for child in verb.children)


def _in_clause(word: Token, verb: Token) -> bool:
    """Whether ``word`` hangs on ``verb`` with no clause of its own between them."""
    for step in (word, *word.ancestors):
        if step.i == verb.i:
            return True
        if step.dep_ in _OWN_CLAUSES:
            return False
    return False


def _of_somebody(reading: Reading, trigger: Token, word: Token) -> bool:
    """Whether a draft is told aside, of those or the place of whom the day tells else: "the group, which took Goma"."""
    for above in (trigger, *trigger.ancestors):
        if above.is_ancestor(word):
            return False
        if above.dep_ in CLAUSES:
            noun = above.head
            held = bool(reading.places_in(noun.idx, noun.idx + len(noun.text)))
            return held or (above.dep_ == "relcl" and somebody(reading, noun))
        if above.pos_ in _VERBS:
            return False
    return False


def _indirect(trigger: Token, word: Token) -> bool:
    """Whether a day hangs on another word than the draft's own: a noun's day behind it, another verb's before it."""
    for above in word.ancestors:
        if above.i == trigger.i:
            return False
        if above.pos_ in (*_VERBS, "NOUN", "PROPN"):
            return True
    return True
