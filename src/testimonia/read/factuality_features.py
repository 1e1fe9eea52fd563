"""What the weights of ``factuality.npz`` are multiplied with: facts about a trigger and the words over it.

What always holds: features are names made from the rules' own findings, grammar and nearby words, and the vectors of
four words; nothing but the sentence is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.read.attribution_chain import Attribution
from testimonia.read.factuality_scope import Scope
from testimonia.read.speech_syntax import first_child

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FUNCTION = ("aux", "auxpass", "neg", "advmod", "det", "mark", "amod", "poss", "prt", "cc", "preconj", "expl")
_NEAR = 3


def features(
    doc: Doc, i: int, over: Scope, stance: str, tense: str, chain: Sequence[Attribution], marks: Sequence[str]
) -> list[str]:
    """The names of what holds of token ``i``; each counts once. ``marks`` count anywhere in its sentence."""
    token = doc[i]
    operators = over.operators
    found = {
        "bias",
        f"stance={stance}",
        f"tense={tense}",
        f"stance+pos={stance}+{token.pos_}",
        f"stance+tense={stance}+{tense}",
        f"tag={token.tag_}",
        f"dep={token.dep_}",
        f"lemma={_word(token)}",
        f"ops={len(operators)}",
        f"whole={over.whole}",
        f"depth={len(over.path)}",
    }
    for rank, operator in enumerate(operators[:4]):
        found.add(f"op={operator.operation}:{operator.name}")
        found.add(f"op-word={doc[operator.word].lower_}")
        if rank == 0:
            found.add(f"first={operator.operation}:{operator.name}:{token.pos_}")
    found.add(
        "all=" + "+".join(sorted({f"{o.operation}:{o.value.value if o.operation == 'cap' else ''}" for o in operators}))
    )
    found |= _grammar(token, over)
    found |= _forms(token)
    for group in {a.group for a in chain}:
        found.add(f"cue={group}")
    if chain:
        found.add(f"inner={chain[-1].group}:{chain[-1].cue_lemma}")
        found.add(f"inner-form={chain[-1].form.value}")
        found.add(f"chain={'>'.join(a.group for a in chain[-2:])}")
    found.add(f"lemma+stance={_word(token)}+{stance}")
    return sorted(found | _sentence(doc, token, marks))


def _grammar(token: Token, over: Scope) -> set[str]:
    """Governors climbed over, and the words that hang on the trigger and on its head."""
    doc, i = token.doc, token.i
    found: set[str] = set()
    for place, governor in enumerate(over.path[1:4]):
        above = doc[governor]
        found.add(f"over{place}={_word(above)}")
        found.add(f"over{place}-dep={above.dep_}")
        found.add(f"over{place}-tag={above.tag_}")
        if place == 0:
            found.add(f"over+dep={_word(above)}+{token.dep_}")
    for child in token.children:
        if child.dep_ in _FUNCTION:
            found.add(f"child={child.dep_}:{child.lower_}")
        elif child.dep_ in ("nsubj", "nsubjpass"):
            found.add(f"subject={child.lower_ if child.pos_ == 'PRON' else child.tag_}")
        else:
            found.add(f"has={child.dep_}")
    head = token.head
    if head.i != i:
        found.add(f"head={_word(head)}")
        found.add(f"dep+head-tag={token.dep_}+{head.tag_}")
        for child in head.children:
            if child.dep_ in ("aux", "neg", "mark", "auxpass") and child.i != i:
                found.add(f"head-child={child.dep_}:{child.lower_}")
    for child in token.children:
        if child.dep_ in ("dobj", "attr", "acomp", "prep", "xcomp"):
            found.add(f"{child.dep_}={_word(child)}")
    found.add(f"tag+dep={token.tag_}+{token.dep_}")
    found.add(f"suffix={token.lower_[-3:]}")
    return found


def _forms(token: Token) -> set[str]:
    """Auxiliaries together with the form of the verb, of its subject, and of its head."""
    own = _auxiliaries(token)
    found = {f"aux={own}", f"aux+tag={own}+{token.tag_}", f"shape={token.shape_[:4]}"}
    found.add("kids=" + "+".join(sorted({child.dep_ for child in token.children})))
    found.add(f"mark+tag={'+'.join(c.lower_ for c in token.children if c.dep_ == 'mark')}+{token.tag_}")
    subject = first_child(token, "nsubj", "nsubjpass")
    if subject is not None:
        found.add(f"subject-lemma={_word(subject)}")
        found.add(f"subject-tag={subject.tag_}+{token.tag_}")
        found.add(f"subject+aux={subject.lower_ if subject.pos_ == 'PRON' else subject.pos_}+{own}+{token.tag_}")
    head = token.head
    if head.i != token.i:
        over = _auxiliaries(head)
        found.add(f"head-aux={over}")
        found.add(f"dep+head-aux={over}+{token.dep_}+{token.tag_}")
        found.add(f"head-tag+aux={head.tag_}+{over}")
        found.add(f"way={token.dep_}+{head.dep_}+{_word(head.head)}")
    return found


def _auxiliaries(token: Token) -> str:
    return "+".join(c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass", "neg"))


def _pairs(doc: Doc, token: Token) -> set[str]:
    """Words beside the trigger by their place, and in pairs."""
    i, edge = token.i, token.sent
    words = {k: doc[i + k].lower_ if edge.start <= i + k < edge.end else "" for k in range(-_NEAR, _NEAR + 1)}
    found = {f"at{k}={word}" for k, word in words.items() if word and k}
    found.add(f"pair-1={words[-1]} {words[0]}")
    found.add(f"pair+1={words[0]} {words[1]}")
    found.add(f"pair-2={words[-2]} {words[-1]}")
    found.add(f"pair+2={words[1]} {words[2]}")
    return found


def vector_words(token: Token) -> tuple[Token | None, ...]:
    """The words whose vectors count: the trigger, its head, its subject and its first complement."""
    return (
        token,
        token.head if token.head.i != token.i else None,
        first_child(token, "nsubj", "nsubjpass"),
        first_child(token, "dobj", "attr", "acomp", "xcomp", "prep"),
    )


def _sentence(doc: Doc, token: Token, marks: Sequence[str]) -> set[str]:
    """Neighbours, and the sentence as a whole."""
    i = token.i
    found = _pairs(doc, token)
    sentence = token.sent
    found.add(f"place={min(4, (i - sentence.start) // 4)}")
    found.add(f"size={min(5, len(sentence) // 8)}")
    for k in range(max(sentence.start, i - _NEAR), min(sentence.end, i + _NEAR + 1)):
        if k != i:
            found.add(f"near{'-' if k < i else '+'}={doc[k].lower_}")
    found.add(f"last={doc[sentence.end - 1].text}")
    found.add(f"opening={doc[sentence.start].lower_}")
    root = sentence.root
    found.add(f"root-tag={root.tag_}")
    for mark in marks:
        if any(t.lower_ == mark for t in sentence):
            found.add(f"sentence={mark}")
    return found


def _word(token: Token) -> str:
    return str(token.lemma_.lower())
