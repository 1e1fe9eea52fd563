"""What clause does a verb take: one at all, one about somebody else's doings, one that says what another is to do?

What always holds: a clause of the verb itself is looked at, never one that stands above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.codebook.schema import Words
from testimonia.read.arguments import objects, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token


def has_complement(token: Token) -> bool:
    """Whether a word takes a clause with a verb: "threatened to attack", "the threat to attack"."""
    return any(
        child.dep_ in ("xcomp", "ccomp", "acl", "pcomp") and child.pos_ in ("VERB", "AUX") for child in token.children
    )


def tells_of_another(verb: Token) -> bool:
    """Whether the verb's clause is about somebody else's doings: "warned that bread was running out"."""
    subjects = [t for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i for t in c.children if "subj" in t.dep_]
    own = (each for t in subjects for each in (t, *t.lefts))
    return bool(subjects) and not any(t.pos_ == "PRON" or t.lower_ == "any" for t in own)


def asks_another(verb: Token, obliging: Words) -> bool:
    """Whether a clause tells what another is to do, and not what he might: "insisted that the army leave"."""
    asked = bool(objects(verb))
    asking = (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VB" and (asked or own_subject(c)))
    return any(all(c.tag_ != "MD" or c.lower_ in obliging for c in clause.children) for clause in asking)
