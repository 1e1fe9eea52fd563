"""Who is the subject of a word that says or thinks, and which words make up a phrase or a clause.

What always holds: spans are character offsets of the parsed account, without punctuation at their ends except
quotation marks; a subject is found through coordination, relative clauses, participles and control.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from testimonia.read.reporting import Reporting

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NAMED = ("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC")
_LEFT_OUT_OF_NAMES = ("relcl", "acl", "appos", "parataxis", "punct", "cc", "conj", "advcl", "dep")
_TRIMMED = frozenset((",", ";", ":", "—", "–", "-", "--", ".", ""))


def subject_of(token: Token, depth: int = 0) -> Token | None:
    """The word that is subject of ``token``, be it only understood; ``None`` where the grammar names none."""
    own = [child for child in token.children if child.dep_ in SUBJECTS]
    if own:
        return own[-1] if own[-1].i < token.i else own[0]
    if depth > 6:
        return None
    head = token.head
    if token.dep_ == "conj" and head.pos_ in ("VERB", "AUX", "ADJ"):
        return subject_of(head, depth + 1)
    if token.dep_ == "relcl":
        return head
    if token.dep_ == "acl":
        return head if token.tag_ in ("VBG", "VBN") else None
    if token.dep_ in ("advcl", "xcomp", "ccomp", "acomp") and head.i != token.i:
        if token.dep_ == "xcomp" and (given := first_child(head, "dobj")) is not None and head.tag_ != "VBG":
            return given
        if token.dep_ == "ccomp" and not is_infinitive(token) and token.tag_ != "VBG":
            return None
        return subject_of(head, depth + 1)
    if token.dep_ == "pcomp" and head.dep_ in ("prep", "agent"):
        if head.head.pos_ in ("VERB", "AUX"):
            given = first_child(head.head, "dobj")
            if head.lower_ in ("as", "of", "for") and given is not None:
                return given
            return subject_of(head.head, depth + 1)
        return possessor(head.head)
    if token.pos_ == "ADJ" and head.lemma_ == "be":
        return subject_of(head, depth + 1)
    return None


def agent_of(token: Token) -> Token | None:
    """The noun after "by" of a passive."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def possessor(noun: Token) -> Token | None:
    """Whose the noun is: "Moscow's claim", "their claim", "the claim by Moscow", "fears among aid workers"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "among"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def first_child(token: Token, *deps: str) -> Token | None:
    """The first child in one of these roles."""
    return next((child for child in token.children if child.dep_ in deps), None)


def is_passive(token: Token) -> bool:
    """Whether a verb stands in the passive: a passive auxiliary or subject, or a bare past participle as modifier."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children) or (
        token.tag_ == "VBN" and token.dep_ in ("acl", "advcl") and not any(c.dep_ == "aux" for c in token.children)
    )


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children)


def is_expletive(token: Token) -> bool:
    """Whether a subject stands for nobody: "it is said", "there is talk"."""
    return token.dep_ == "expl" or token.lower_ in ("it", "there")


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for; any other word itself."""
    if token.tag_ not in ("WP", "WDT"):
        return token
    if token.head.dep_ == "relcl":
        return token.head.head
    before = token.nbor(-1) if token.i else token
    return before if before.pos_ in ("NOUN", "PROPN") and token.head.dep_ == "advcl" else token


def can_speak(token: Token, words: Reporting) -> bool:
    """Whether a noun or pronoun names a person, a body of people, or a text."""
    token = antecedent(token)
    lemma = token.lemma_.lower()
    if token.pos_ == "PRON":
        return token.lower_ in words.lists.pronouns or lemma in words.lists.speakers
    if token.pos_ == "PROPN" or token.ent_type_ in NAMED or token.lower_ in words.lists.speakers:
        return True
    return lemma in words.lists.speakers or lemma in words.lists.documents or token.pos_ == "NUM"


def phrase_span(noun: Token) -> tuple[int, int]:
    """The naming phrase around ``noun``: its determiners, adjectives, names and "of" phrases; no clauses."""
    left, right = noun.i, noun.i
    doc = noun.doc
    for child in noun.children:
        if child.ent_type_ in ("DATE", "TIME") and child.ent_type_ != noun.ent_type_:
            continue  # "on Sunday state media reported", a comma missing
        if child.dep_ in _LEFT_OUT_OF_NAMES and child.dep_ not in ("conj", "cc"):
            continue
        if (
            child.dep_ == "prep"
            and child.i > noun.i
            and child.lower_ not in ("of", "for", "in", "from", "at", "on", "by")
        ):
            continue
        if child.i < noun.i and child.dep_ not in ("cc", "conj", "prep", "mark", "advmod", "preconj"):
            left = min(left, child.left_edge.i)
        elif child.i > noun.i and child.right_edge.i - noun.i < 30:
            right = max(right, _phrase_end(child))
    return _span(doc, left, right)


def _phrase_end(child: Token) -> int:
    """The last word of a modifier, cut where a clause begins."""
    cuts = [t.left_edge.i for t in child.subtree if t.dep_ in ("relcl", "acl", "advcl", "appos", "parataxis")]
    return min([*(cut - 1 for cut in cuts if cut > child.i), child.right_edge.i])


def end_of(token: Token) -> int:
    """The offset behind the token's last character."""
    return int(token.idx + len(token))


def token_spans(doc: Doc, indices: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The character spans of runs of neighbouring tokens, without punctuation at their ends; empty runs fall out."""
    spans: list[tuple[int, int]] = []
    run: list[int] = []
    for index in [*sorted(set(indices)), -1]:
        if run and index != run[-1] + 1:
            start, end = _span(doc, run[0], run[-1])
            if end - start > 1 or doc[run[0]].text not in _TRIMMED:
                spans.append((start, end))
            run = []
        run.append(index)
    return tuple(spans)


def _span(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The span of two words and all between, without separating punctuation and spaces at its ends."""
    while first < last and doc[first].text.strip() in _TRIMMED:
        first += 1
    while last > first and doc[last].text.strip() in _TRIMMED:
        last -= 1
    return doc[first].idx, end_of(doc[last])


def subtree(token: Token, without: Collection[int] = ()) -> list[int]:
    """Indices of the token's subtree, leaving out the subtrees of the words in ``without``."""
    found: list[int] = []
    stack = [token]
    while stack:
        current = stack.pop()
        if current.i in without:
            continue
        found.append(current.i)
        stack.extend(current.children)
    return sorted(found)
