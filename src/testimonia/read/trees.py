"""Which trees of the parser are wrong for sure, and how they hang right: two shapes that its training hardly held.

What always holds: words, order and tags stay; only heads and relations change, and each sentence keeps one root.

- A relative aside behind its noun takes the main clause over: "They found in a draft, parts of which were seen on
  Monday, that …" comes back with "seen" as the root.
- The names behind those who bear an office hang on the wrong noun: "the presidents of Rwanda and Uganda, Paul Kagame
  and Yoweri Museveni".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Hung = tuple["Token", "Token", str]  # what hangs, on what, as what; the root hangs on itself

_RELATIVE = frozenset(("which", "whom"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CLAUSES = frozenset(("advcl", "ccomp"))
_TREE: list[int | str] = ["HEAD", "DEP"]
_WRAPPED = 2**64  # spaCy keeps the distance to the head, which may be negative, without a sign
_MISPLACED = frozenset(("conj", "npadvmod", "dep"))


def mend(doc: Doc) -> None:
    """Hangs what hangs wrong in the document where it should."""
    hung = [*_asides(doc), *_bearers(doc)]
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
