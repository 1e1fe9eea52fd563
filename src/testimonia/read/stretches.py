"""Which words stand for a participant, and which tell of a happening: stretches of tokens around a head or trigger.

What always holds: a stretch lies in one sentence and holds its head; what another clause tells is left to that clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.read.arguments import DEPTH, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = 3  # tokens; a shorter apposition is a name
_YEAR = 4  # digits
_LONGEST = 40  # tokens; a longer stretch no longer shows what the claim rests on


def phrase(head: Token) -> tuple[int, int]:
    """Token bounds of the noun phrase around ``head``: its modifiers, without determiner, clauses and tails."""
    left = head
    for child in head.lefts:
        if child.dep_ in ("amod", "compound", "nummod", "nmod", "poss", "quantmod", "npadvmod", "advmod"):
            left = min(left, child.left_edge, key=lambda token: token.i)
    start = left.i
    doc = head.doc
    while start < head.i and (doc[start].pos_ in ("DET", "PUNCT", "CCONJ") or doc[start].is_space):
        start += 1
    for i in range(head.i - 1, start, -1):
        if _begins_anew(doc[i]):
            start = i + 1
            break
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "compound" or (child.dep_ == "prt" and child.i == end):
            end = child.i + 1
    return start, end


def _begins_anew(token: Token) -> bool:
    """Whether words up to here belong to something else, run together with the phrase: "Homs An army unit"."""
    year = token.pos_ == "NUM" and token.text.isdigit() and len(token.text) == _YEAR
    dash = token.is_punct and token.text in "-–—" and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)
    return year or dash or (token.tag_ == "DT" and token.dep_ == "det" and token.nbor(-1).pos_ == "PROPN")


def telling(trigger: Token, light: frozenset[str]) -> tuple[int, int]:
    """Token bounds of the words that tell of a trigger together with the verb that bears it.

    An infinitive shows who plans or wants it ("Kerry plans to meet"), a noun the light verb that carries it out.
    """
    start, end = clause(trigger)
    bearer = trigger
    for _ in range(DEPTH):
        head = bearer.head
        if bearer.dep_ == "xcomp" and head.pos_ in ("VERB", "AUX", "ADJ"):
            bearer = head
        elif bearer.dep_ == "pcomp" and (verb := _verb_above(head)) is not None:
            bearer = verb
        elif bearer.dep_ in ("attr", "nsubj") and head.pos_ == "AUX":
            bearer = head  # "an attack is likely", "Iran is the main backer"
        elif bearer.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in light and head.pos_ == "VERB":
            bearer = head
        else:
            break
    if bearer.i != trigger.i:
        first, last = clause(bearer)
        if last - first <= _LONGEST:
            return min(start, first), max(end, last)
        return (first, end) if start > first and end - first <= _LONGEST else (start, end)
    return start, end


def _verb_above(token: Token) -> Token | None:
    """The verb on which a preposition hangs, through nouns of measure: "within five miles of"."""
    for _ in range(DEPTH):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.dep_ not in ("prep", "pobj", "npadvmod") or token.head.i == token.i:
            return None
        token = token.head
    return None


def clause(trigger: Token) -> tuple[int, int]:
    """Token bounds of the words that tell of a trigger: its subtree without what is another clause's."""
    own = {trigger.i}
    stack = [trigger]
    while stack:
        token = stack.pop()
        for child in token.children:
            if _another_clause(child, trigger):
                continue
            own.add(child.i)
            stack.append(child)
    start, end = min(own), max(own) + 1
    doc = trigger.doc
    while end > start + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].pos_ == "CCONJ"):
        if doc[end - 1].text in '"”’)':
            break
        end -= 1
    while start < trigger.i and (doc[start].is_punct or doc[start].is_space or doc[start].pos_ in ("CCONJ",)):
        start += 1
    return start, end


def _another_clause(child: Token, trigger: Token) -> bool:
    if child.dep_ in ("relcl", "appos") and child.i > trigger.i and child.left_edge.i > 0:
        set_off = child.left_edge.nbor(-1).text in (",", "–", "—", "-", "(")
        if set_off and child.right_edge.i - child.left_edge.i >= _ASIDE:
            return True  # what is said in passing of a participant is told by claims of its own
    if child.dep_ in ("punct",) and child.head == trigger:
        return not trigger.left_edge.i < child.i < trigger.right_edge.i
    if child.dep_ in ("parataxis", "cc", "preconj") and child.head == trigger:
        return True
    if child.dep_ in ("conj", "advcl") and child.pos_ in ("VERB", "AUX") and child.head == trigger:
        return child.dep_ == "conj" or bool(own_subject(child)) or child.i < trigger.i
    return child.dep_ == "ccomp" and child.i < trigger.i  # "…, he said": what is said stands before
