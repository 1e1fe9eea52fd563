"""By which words is the sense of a word looked up? The word, with its particle, preposition, object or compound.

What always holds: keys come in the order of their chance to be listed, each once, in lower case.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from testimonia.read.arguments import obliques

if TYPE_CHECKING:
    from spacy.tokens import Token


def heads(keys: Iterable[str]) -> frozenset[str]:
    """The words one of which a word must be, by its own forms, for any of ``keys`` to be among its keys."""
    found: set[str] = set()
    for key in keys:
        for word in (key.split()[0], key.split()[-1]):
            found.update((word, word.rpartition("-")[2]))
    return frozenset(found)


def of_verb(verb: Token, known: Container[str]) -> list[str]:
    """The keys of a verb: "cut", "cut off", "come under fire"; none where no form of it is in ``known`` heads."""
    lemma = verb.lemma_.lower()
    keys = [lemma]
    if verb.tag_ == "VBG" and lemma.endswith("ing"):  # a gerund taken for a noun has not been lemmatised
        stem = lemma.removesuffix("ing")
        keys.extend((stem, stem + "e", stem[:-1]))
    if not any(form in known for form in keys):
        return []
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), None)
    if particle:
        keys.append(f"{lemma} {particle}")
    if verb.i + 1 < len(verb.doc):
        keys.append(f"{lemma} {verb.nbor().lower_}")
    if verb.i >= 2 and verb.nbor(-1).text in "-–" and not (verb.nbor(-1).whitespace_ or verb.nbor(-2).whitespace_):
        keys.append(f"{verb.nbor(-2).lower_}-{lemma}")
    for preposition, tokens in obliques(verb).items():
        keys.append(f"{lemma} {preposition}")
        keys.extend(f"{lemma} {preposition} {token.lemma_.lower()}" for token in tokens)
    beside = (
        child
        for child in verb.children
        if child.dep_ in ("dobj", "acomp", "advmod", "oprd") or (child.dep_ == "ccomp" and child.pos_ == "ADJ")
    )
    keys.extend(f"{lemma} {child.lemma_.lower()}" for child in beside)
    return list(dict.fromkeys(keys))


def of_noun(noun: Token, known: Container[str]) -> list[str]:
    """The keys of a noun: "strike", "air strike", "loss of life"; none where no form of it is in ``known`` heads."""
    lemma = noun.lemma_.lower()
    keys = [lemma, noun.lower_]
    if noun.tag_ == "NNPS" or (noun.pos_ == "PROPN" and lemma.endswith("s")):  # "Airstrikes" in a headline's capitals
        lemma = lemma.removesuffix("es") if lemma.endswith(("shes", "ches")) else lemma.removesuffix("s")
        keys.append(lemma)
    if not any(form in known for form in keys):
        return []
    compounds = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i]
    keys.extend(f"{c.lemma_.lower()} {lemma}" for c in compounds)
    if len(compounds) >= 2:
        keys.append(" ".join(c.lemma_.lower() for c in compounds[-2:]) + f" {lemma}")
    if noun.i + 1 < len(noun.doc):
        keys.append(f"{noun.lower_} {noun.nbor().lower_}")
    following = obliques(noun).get("of", ())
    keys.extend(f"{lemma} of {t.lemma_.lower()}" for t in following)
    if noun.i >= 2 and noun.nbor(-1).text in "-–":
        keys.append(f"{noun.nbor(-2).lower_}-{lemma}")
    return list(dict.fromkeys(keys))
