"""Whether what another part of the sentence tells - a place, a day - is told of the same deed.

What always holds: what stands in the claim's own clause is not asked about here; the nearer answer wins over this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.claim import Kind
from testimonia.read import predicates, scene_near
from testimonia.read.attribution import Attribution
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_parties import CLAUSES, covers, somebody
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS = 5


def place_reaches(reading: Reading, draft: Draft, word: Token, *, land: bool = False) -> bool:
    """Whether a place, told by ``word`` outside the draft's clause, may be the draft's; ``land`` of a whole country."""
    if not land and (_since(reading, draft, word) or _of_a_long_war(reading, draft, word)):
        return False
    if day_reaches(reading, draft, word) or _of_the_described(reading, draft, word):
        return True
    return _where_told(draft, word)


def day_reaches(reading: Reading, draft: Draft, word: Token) -> bool:
    """Whether a day, told by ``word`` outside the draft's clause, may be the draft's."""
    return not (_of_somebody(reading, draft, word) or _said_apart(reading, draft, word))


def one_clause(draft: Draft, word: Token) -> bool:
    """Whether ``word`` and the draft's trigger hang on the same verb, or on verbs of which one goes on the other."""
    verbs = [
        {v.i for step in _ladder(_verb(w)) for v in (step, *step.conjuncts)} for w in (word.doc[draft.trigger], word)
    ]
    return bool(verbs[0] & verbs[1])


def of_what_moved(reading: Reading, draft: Draft, word: Token) -> bool:
    """Whether ``word`` tells where what a draft sends off came down: "rockets fired by rebels fell on the city"."""
    sent = word.doc[draft.trigger]
    if sent.dep_ != "acl" or sent.head.dep_ != "nsubj":
        return False
    return sent.head.lemma_.lower() in scene_words(reading.codebook).arms and sent.head.head.i == _verb(word).i


def _ladder(verb: Token) -> list[Token]:
    """A verb and those that it completes or goes with: "began to shell", "shelled the town, killing"."""
    found = [verb]
    while len(found) < _STEPS:
        above = found[-1].head if found[-1].dep_ == "conj" else found[-1]
        marked = any(child.dep_ in ("mark", "advmod") for child in above.children if child.i < above.i)
        if above.dep_ not in ("xcomp", "advcl", "conj") or marked:
            break
        found.append(above.head)
    return found


def _verb(word: Token) -> Token:
    for above in (word, *word.ancestors):
        if above.pos_ in ("VERB", "AUX"):
            return above
    return word


def _of_somebody(reading: Reading, draft: Draft, word: Token) -> bool:
    """Whether ``word`` stands in a clause about one who is not struck: "the group, which took Goma in May"."""
    for above in word.ancestors:
        inside = above.left_edge.i <= draft.trigger <= above.right_edge.i
        if inside:
            return False
        if above.dep_ in CLAUSES and _follows(reading.doc[draft.trigger], above):
            return False
        if above.dep_ in CLAUSES and not any(covers(mention, above.head) for mention in draft.recipients):
            arms = above.head.lemma_.lower() in scene_words(reading.codebook).arms
            return somebody(reading, above.head) and not arms
    return False


def _follows(trigger: Token, clause: Token) -> bool:
    """Whether a participle tells what came of a clause on the same noun: "groups shelled Goma killing two"."""
    verb = _verb(trigger)
    while verb.dep_ == "conj":
        verb = verb.head
    return clause.dep_ == "acl" and verb.tag_ == "VBG" and verb.i > clause.i and verb.head.i == clause.head.i


def _said_apart(reading: Reading, draft: Draft, word: Token) -> bool:
    """Whether one of the two is told by somebody, and the other is not among what he tells.

    What stands before the word that says may be either's: "in Goma the army said that two were killed".
    """
    trigger = reading.doc[draft.trigger].idx
    words = scene_words(reading.codebook)
    for said in reading.attributions.near(min(trigger, word.idx), max(trigger, word.idx) + 1):
        if said.cue_lemma not in words.sayings and said.cue_lemma not in words.saying_nouns:
            continue
        holds, holds_other = _holds(said, trigger), _holds(said, word.idx)
        if holds_other and not holds and said.cue_token is not None:
            cue = reading.doc[said.cue_token]
            if cue.sent == word.sent and draft.trigger != cue.i and not _under(reading.doc[draft.trigger], cue):
                return True
        if holds and not holds_other and said.cue_token is not None:
            cue = reading.doc[said.cue_token]
            subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
            if subject is not None and subject.left_edge.i <= word.i <= subject.right_edge.i:
                return True
            if word.i > cue.i and _verb(word).i == cue.i and not _spoken(draft):
                return True
            if cue.pos_ != "ADP" and cue.i != _verb(word).i and _under(cue, _verb(word)):
                return not one_clause(draft, word)
    return False


def _spoken(draft: Draft) -> bool:
    """Whether what is told is done in words, and so where they were said."""
    return draft.kind is Kind.EVENT and draft.type not in scene_near.ON_GROUND


def _holds(said: Attribution, offset: int) -> bool:
    return any(start <= offset < end for start, end in said.content)


def _under(word: Token, above: Token) -> bool:
    return above.i == word.i or any(a.i == above.i for a in word.ancestors)


def _of_the_described(reading: Reading, draft: Draft, word: Token) -> bool:
    """Whether ``word`` tells of the deed that a draft's clause describes: "a raid on Goma, which they say killed"."""
    trigger = reading.doc[draft.trigger]
    clause = next((above for above in (trigger, *trigger.ancestors) if above.dep_ == "relcl"), None)
    if clause is None:
        return False
    known = predicates.senses(reading.codebook)
    for above in (clause.head, *clause.head.ancestors):
        if above.pos_ in ("VERB", "AUX"):
            return False
        if above.pos_ == "NOUN" and known.names_happening(above):
            return _under(word, above)
    return False


def _where_told(draft: Draft, word: Token) -> bool:
    """Whether a draft stands in a clause on the very place: "Goma, where the army says that rebels shot a pilot"."""
    trigger = word.doc[draft.trigger]
    for above in (trigger, *trigger.ancestors):
        if above.dep_ == "relcl" and (above.head.i == word.i or _under(word, above.head)):
            return any(child.tag_ == "WRB" and child.lower_ == "where" for child in above.lefts)
    return False


def _since(reading: Reading, draft: Draft, word: Token) -> bool:
    """Whether ``word`` stands in a clause that only tells since when: "since it took Goma"."""
    opening = scene_words(reading.codebook).onset_prepositions
    for above in (word, *word.ancestors):
        if above.left_edge.i <= draft.trigger <= above.right_edge.i:
            return False
        if any(child.dep_ == "mark" and child.lower_ in opening for child in above.children):
            return True
    return False


def _of_a_long_war(reading: Reading, draft: Draft, word: Token) -> bool:
    """Whether a draft tells what a whole war has done, in which ``word`` is one place: "the war has killed"."""
    verb = _verb(reading.doc[draft.trigger])
    if not any(child.lemma_ == "have" and child.tag_ in ("VBZ", "VBP") for child in verb.lefts):
        return False
    strife = scene_words(reading.codebook).strife
    for above in (verb, *verb.ancestors):
        if above.dep_ in CLAUSES:
            return above.head.lemma_.lower() in strife and not _under(word, above.head)
    return False
