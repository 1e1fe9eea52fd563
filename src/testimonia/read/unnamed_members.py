"""Whose are "militants" told of without an article, "strikes on Boko Haram killed 30 militants"?

What always holds: the noun is a plural that nothing but a number or amount describes, and one group alone is told of by
name in its sentence or else in the one before; a group that fights them there, or does it to them, is not theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.model.source import ActorKind
from testimonia.read.actors import Cast
from testimonia.read.antecedents import Candidate, is_group, root
from testimonia.read.arguments import subject, verb_over

if TYPE_CHECKING:
    from spacy.tokens import Token

_FOES = frozenset({"by", "with", "against"})
_AMOUNTS = frozenset({"nummod", "advmod", "quantmod", "cc", "conj", "punct"})
_TOLD = frozenset({"VBN", "PRP$"})  # "the killed militants", "its militants"
_NUMBERS = frozenset({"NUM", "DET"})


def may_mean(cast: Cast, noun: Token) -> bool:
    """Whether a noun is a bare plural for members of any group: "30 militants", not "Syrian militants"."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in cast.words.members_of_any:
        return False
    if noun.dep_ in ("compound", "nmod", "appos", "attr") or not _are_of_a_side(cast, noun):
        return False  # and "terrorists" are anybody's
    return all(
        c.dep_ in _AMOUNTS or c.pos_ in _NUMBERS or c.tag_ in _TOLD or c.lower_ in cast.words.quantities
        for c in noun.children
    )


def meant(cast: Cast, before: Sequence[Candidate], noun: Token) -> Candidate | None:
    """The group whose members they are, of those named ``before`` in this sentence and the last, or nobody."""
    groups = [c for c in before if is_group(cast, c)]
    for owner in (child for child in noun.children if child.dep_ == "poss"):
        return next((c for c in groups if c.token == owner.i), None)  # "its militants"
    if not groups or any(_are_others(cast, c, noun) for c in before):
        return None
    nearest = [c for c in groups if c.sentence == groups[-1].sentence]
    verb = verb_over(noun)
    able = [c for c in nearest if not _is_foe(cast, c, noun, verb) and not _is_with_state(cast, c)]
    if len({c.mention.actor for c in groups}) > 1 or len(able) < len(nearest):
        return None
    named = [c for c in able if cast.doc[c.token].lemma_.lower() not in cast.words.members_of_any]
    return named[-1] if named and len(named) == len(able) else None


def _is_with_state(cast: Cast, named: Candidate) -> bool:
    """Whether a group stands on a government's side, whose members nobody calls so."""
    entry = cast.entry(named.mention.actor)
    return entry is not None and any(side.side == ActorKind.GOVERNMENT for side in entry.sides)


def _are_of_a_side(cast: Cast, noun: Token) -> bool:
    """Whether the noun by itself stands for those of one side of a war."""
    own = cast.naming_at(noun.i)
    entry = cast.entry(own.actor) if own is not None else None
    return entry is not None and bool(entry.sides)


def _are_others(cast: Cast, named: Candidate, noun: Token) -> bool:
    """Whether those whom the noun means by itself were just called by another word: "the rebels"."""
    own = cast.naming_at(noun.i)
    called = cast.doc[named.token].lemma_.lower()
    return own is not None and own.actor == named.mention.actor and called not in cast.words.members_of_any


def _is_foe(cast: Cast, named: Candidate, noun: Token, verb: Token) -> bool:
    """Whether a group does what befalls the members, or is their other side: "killed by", "clashed with"."""
    head = root(cast, named.token)
    if head.dep_ == "pobj" and head.head.lower_ in _FOES and noun.sent.start <= head.i:
        return True
    acting = subject(verb)
    return any(t.i == head.i for t in acting) and all(t.i != noun.i for t in acting)
