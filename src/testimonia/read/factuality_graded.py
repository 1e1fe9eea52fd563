"""How certain a reader of news is that a happening came about, as a number set by the rules alone.

What always holds: the number lies between -3 (certainly did not happen) and 3 (certainly did); it starts from the form
that names the happening and changes only by the operators and cues of ``factuality.gather``, by the numbers of
``certainty.yaml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.factuality import Factuality
from testimonia.read.certainty import Certainty
from testimonia.read.factuality import Told
from testimonia.read.factuality_operators import Operator
from testimonia.read.speech_syntax import first_child

if TYPE_CHECKING:
    from spacy.tokens import Token

# Below this a happening is open already, and a denial makes it less likely rather than untrue.
_OPEN = 1.5
_BY_WORD = ("adjective", "adverb", "attribute")


def graded(token: Token, told: Told, words: Certainty) -> float:
    """The number that the operators and cues over ``token``, nearest first, leave of the certainty of its form."""
    scale = words.lists.scale
    value = words.lists.forms[_bearing(token, words) or form(token)]
    if any(a.stance is not Factuality.CERTAIN and a.cue_token not in told.scope.path for a in told.chain):
        value = min(value, scale["mentioned"])
    opened = ""
    for operator in told.operators:
        if operator.operation == "deny":
            value = _denied(value, operator, token, words, opened)
            continue
        limit = _limit(operator, token, words)
        if value > 0:
            value = min(value, limit)
        elif operator.operation == "cap":
            value = max(value, -limit)
        else:
            value = value * 0.9 if operator.name == "would" else value / 3
        if operator.operation == "open":
            opened = opened or operator.name
    for cue in told.cues:
        name = "question of a source" if cue.group == "question" else cue.group
        by_word = words.grades.get(cue.cue_lemma) if cue.stance is Factuality.UNCOMMITTED else None
        if cue.stance.polarity < 0:
            limit = scale.get(name, scale["denied by a source"])
            value = min(value, limit) if value >= 0 else -value
        elif name in scale or cue.stance.certainty < 3:
            limit = by_word or scale.get(name, scale["other"])
            value = min(value, limit) if value > 0 else value / 2
    return max(-3.0, min(3.0, value))


def form(token: Token) -> str:
    """The form that tells of a happening: one of ``forms`` in ``certainty.yaml``."""
    if token.pos_ not in ("VERB", "AUX"):
        return _form_of_noun(token)
    auxiliaries = {c.tag_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    if token.tag_ == "VBD" or "VBD" in auxiliaries or (token.tag_ == "VBN" and auxiliaries):
        return "told"
    if token.tag_ in ("VBZ", "VBP") or auxiliaries & {"VBZ", "VBP"}:
        return "present"
    if token.tag_ in ("VBG", "VBN"):
        return "gerund" if token.dep_ == "pcomp" else "participle"
    return "bare"


def _form_of_noun(noun: Token) -> str:
    if noun.dep_ == "compound":
        return "compound"
    if any(t.ent_type_ in ("DATE", "TIME") for t in noun.subtree):
        return "dated"
    clause = noun.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
        clause = clause.head
    kind = form(clause) if clause.pos_ in ("VERB", "AUX") else "present"
    if kind == "bare":
        return "named ahead"
    if noun.tag_ == "NN" and first_child(noun, "det", "poss", "nummod") is None:
        return "mass"
    return "named" if kind == "told" else "named now"


def _bearing(noun: Token, words: Certainty) -> str:
    """What the words around a noun add to its form: "after the attack" takes it as known, "for surgery" does not."""
    if noun.pos_ in ("VERB", "AUX"):
        return ""
    kind = form(noun)
    if noun.dep_ == "pobj":
        before = noun.head.lower_
        if before in words.lists.prepositions.anchoring:
            return "anchored"
        looking_back = noun.head.head.lemma_.lower() in words.lists.prepositions.reasons
        if before in words.lists.prepositions.topical and kind != "dated" and not looking_back:
            return "topical"
    return "mass object" if kind == "mass" and noun.dep_ in ("dobj", "conj") else ""


def _limit(operator: Operator, token: Token, words: Certainty) -> float:
    """How much certainty an operator leaves: by its name, else by the word that does it."""
    if operator.name in _BY_WORD:
        by_word = words.grades.get(token.doc[operator.word].lower_)
        if by_word is not None:
            return by_word
    if operator.name == "infinitive":
        by_word = words.grades.get(token.doc[operator.word].lemma_.lower())
        if by_word is not None:
            return by_word
    fallback = "expected" if operator.operation == "cap" else "other"
    return words.grades.get(operator.name, words.lists.scale[fallback])


def _denied(value: float, operator: Operator, token: Token, words: Certainty, opened: str) -> float:
    """What a denial leaves, readers being slower to call a thing untrue than true."""
    scale = words.lists.scale
    if operator.name == "counterfactual":
        return scale["counterfactual"]
    if value < 0:
        return -value
    if opened:
        if opened in ("purpose", "infinitive"):
            return scale["denied purpose"]
        planned = words.grades.get(opened, 0) >= scale["planned"]
        return min(value, scale["denied plan" if planned else "denied wish"])
    word = token.doc[operator.word]
    if operator.name == "negation" and word.dep_ in ("dobj", "attr") and word.head.i == token.i:
        return min(value, scale["denied object"])
    if operator.name == "negation" and word.dep_ in ("nsubj", "nsubjpass") and word.head.i == token.i:
        return min(value, scale["denied of all"])
    above = word.head.i != token.i and word.i != token.head.i
    if token.pos_ == "NOUN" and above and _loose(token, words):
        return scale["denied argument"]
    if value < _OPEN:
        return value - _OPEN
    if operator.name == "scarcely":
        return scale["denied of most"]
    if operator.name in words.lists.hindering:
        return scale["hindered"]
    plain = word.dep_ == "neg" and word.head.i == token.i
    if plain or (word.i == token.head.i and token.pos_ == "VERB"):
        return scale["denied outright"]
    return scale["denied from afar" if operator.name == "negation" else "denied"]


def _loose(noun: Token, words: Certainty) -> bool:
    """Whether a noun is object of a verb that does not carry it out: "did not return calls" leaves the calls open."""
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass") and words.objects.get(noun.head.lemma_.lower()) != "holds"
