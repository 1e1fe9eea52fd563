"""Which trees of the parser are wrong for sure, and how they hang right: three shapes that its training hardly held.

What always holds: words, order and tags stay; only heads and relations change, and each sentence keeps one root.

- A relative aside behind its noun takes the main clause over: "They found in a draft, parts of which were seen on
  Monday, that …" comes back with "seen" as the root.
- The names behind those who bear an office hang on the wrong noun: "the presidents of Rwanda and Uganda, Paul Kagame
  and Yoweri Museveni".
- A participle that describes its noun takes the main clause over: "Jets thought to be the army's struck the town".

What goes wrong around a comma stands in ``trees_commas``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from testimonia.codebook.codebook import load
from testimonia.codebook.schema import Entry, WordSet
from testimonia.read.trees_commas import Hung, hung_wrong

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RELATIVE = frozenset(("which", "whom"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CLAUSES = frozenset(("advcl", "ccomp"))
_TREE: list[int | str] = ["HEAD", "DEP"]
_WRAPPED = 2**64  # spaCy keeps the distance to the head, which may be negative, without a sign
_FINITE = frozenset(("aux", "auxpass", "nsubjpass", "dobj", "cc", "neg"))
_TAKEN = frozenset(("conj", "ccomp", "dep"))
_TENSED = frozenset(("VBD", "VBZ", "VBP"))
_BOUND = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "mark"))
_MISPLACED = frozenset(("conj", "npadvmod", "dep"))


class Participles(Entry):
    """``participles.yaml``; see its comments."""

    describing: WordSet


@lru_cache(maxsize=1)
def _describing() -> frozenset[str]:
    return load(base=("english",)).lexicon("participles", Participles).describing


def mend(doc: Doc) -> None:
    """Hangs what hangs wrong in the document where it should."""
    hung = [*_asides(doc), *_bearers(doc), *_described(doc), *hung_wrong(doc, _describing())]
    if not hung:
        return
    tree: Any = doc.to_array(_TREE)
    for token, head, relation in hung:
        tree[token.i] = ((head.i - token.i) % _WRAPPED, doc.vocab.strings.add(relation))
    doc.from_array(_TREE, tree)


def _asides(doc: Doc) -> Iterator[Hung]:
    for word in doc:
        if word.lower_ in _RELATIVE and word.dep_ == "pobj" and word.head.lower_ == "of":
            subject = word.head.head
            aside = subject.head
            if subject.dep_ in _SUBJECTS and aside.dep_ != "relcl" and word.i < aside.i:
                yield from _beside(subject, aside)


def _beside(subject: Token, aside: Token) -> Iterator[Hung]:
    """The aside's verb on the noun before the comma, and what it took from the main clause back on that one's verb."""
    doc, opens = aside.doc, subject.left_edge.i - 1
    closes = next((t.i for t in doc[aside.i : aside.sent.end] if t.text == ","), aside.sent.end)
    if opens <= aside.sent.start or doc[opens].text != "," or doc[opens - 1].pos_ not in ("NOUN", "PROPN"):
        return
    over = aside.head if aside.head.i > aside.i and _is_said(aside.head) else aside
    main = _robbed(aside, over, opens)
    if main is None:
        return
    yield aside, doc[opens - 1], "relcl"
    if over.head.i == over.i:
        yield main, main, "ROOT"
    if over.i != aside.i:
        yield over, main, "ccomp"
    for child in aside.children:
        if child.i >= closes or (child.i <= opens and child.i != main.i):
            yield child, main, "ccomp" if _is_said(child) else "nsubj" if child.dep_ in _SUBJECTS else child.dep_


def _is_said(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _robbed(aside: Token, over: Token, opens: int) -> Token | None:
    """The verb of the main clause before the comma: the aside hangs on it, or on the aside it or its subject does."""
    if aside.head.i < opens:
        return aside.head if aside.head.pos_ in ("VERB", "AUX") else None
    for child in aside.children:
        if child.i >= opens:
            break
        if child.dep_ in _CLAUSES:
            return child
        if child.dep_ in _SUBJECTS and any(map(_is_said, (over, *aside.children))):
            return next((c for c in child.children if c.dep_ == "acl" and c.i < opens), None)
    return None


def _bearers(doc: Doc) -> Iterator[Hung]:
    for noun in doc:
        if noun.tag_ != "NNS":
            continue
        of = next((child for child in noun.rights if child.lower_ == "of"), None)
        served = of and next((child for child in of.children if child.dep_ == "pobj"), None)
        if of and served and (first := _name_behind(served)):
            two = any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in first.children)
            if two and _bears(served, first):
                yield first, noun, "appos"


def _name_behind(served: Token) -> Token | None:
    """The head of the name right behind the comma that ends "of Rwanda and Uganda"."""
    doc, last = served.doc, served
    for other in served.conjuncts:
        if any(c.dep_ == "cc" for c in last.children) and other.i > last.i:
            last = other
    after = last.i + 1
    if after + 1 >= len(doc) or doc[after].text != "," or doc[after + 1].pos_ != "PROPN":
        return None
    name = doc[after + 1]
    while name.dep_ == "compound" and name.head.pos_ == "PROPN":
        name = name.head
    return name if name.i > after + 1 and name.dep_ in _MISPLACED else None


def _bears(served: Token, first: Token) -> bool:
    """Whether the names are the noun's and go on with no list: "and" has ended that, or it was no list of names."""
    ended = any(child.dep_ == "cc" and child.i < first.i for child in served.children)
    return ended or served.pos_ == "NOUN"


def _described(doc: Doc) -> Iterator[Hung]:
    describing = _describing()
    for clause in doc:
        if clause.tag_ not in ("VBN", "VBD") or clause.lemma_.lower() not in describing:
            continue
        own = next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
        if own is None or own.pos_ not in ("NOUN", "PROPN") or any(child.dep_ in _FINITE for child in clause.children):
            continue
        if (main := _left_bare(clause)) is not None:
            yield own, main, "nsubj"
            yield clause, own, "acl"
            root = clause.head.i == clause.i
            yield main, main if root else clause.head, clause.dep_
            for child in clause.children:
                if (child.i < own.i or child.i > main.i) and child.i != main.i:
                    yield child, main, child.dep_


def _left_bare(clause: Token) -> Token | None:
    """The verb right behind a describing clause that has neither a subject of its own nor an "and" before it."""
    inside = (child for child in clause.rights if child.dep_ in _TAKEN)
    beside = clause.head.rights if clause.dep_ in _CLAUSES and clause.head.i != clause.i else ()
    behind = (child for child in beside if child.dep_ == "conj" and clause.right_edge.i + 1 == child.left_edge.i)
    for main in (*inside, *behind):
        if main.tag_ not in _TENSED or main.i < clause.i or any(child.dep_ in _BOUND for child in main.children):
            continue
        if not any(
            (token.is_punct and token.tag_ != "HYPH") or (token.dep_ == "cc" and token.head.i == clause.i)
            for token in clause.doc[clause.i + 1 : main.i]
        ):
            return main
    return None
