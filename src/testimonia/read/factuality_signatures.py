"""What a verb or adjective makes of the clause or infinitive it governs, by its signature.

What always holds: a verb or adjective that takes its clause as known ("did not realise that") ends the climb; one that
commits only in one direction ("did not rule out") leaves its complement open where it is denied. The classes are those
of Karttunen (1971, 2012) and Nairn, Condoravdi and Karttunen (2006): two-way and one-way implicatives and factives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.model.factuality import Factuality
from testimonia.read.certainty import Certainty
from testimonia.read.factuality_operators import Operator, keys, of_role, of_value
from testimonia.read.speech_syntax import first_child, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token


def under_adjective(token: Token, adjective: Token, words: Certainty) -> Iterator[Operator | None]:
    """ "Likely to attack", "too weak to resist", "not surprised that they fled"."""
    kinds = words.lists
    to_come = is_infinitive(token)
    if not to_come and adjective.lower_ in kinds.factive_adjectives:
        yield None
        return
    degree = {c.lower_ for c in adjective.children if c.dep_ == "advmod"}
    if to_come and degree & kinds.too_much:
        yield Operator("deny", "too", adjective.i)
    elif to_come and degree & kinds.enough and in_past(adjective.head, words):
        return
    elif (value := words.complements.get(adjective.lower_)) is not None:
        yield from of_value(value, "adjective", adjective.i)
    elif to_come:
        yield Operator("open", "adjective", adjective.i)


def under_verb(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    """ "Managed to attack", "did not hesitate to attack", "is to attack", "did not know that they attacked"."""
    to_come = is_infinitive(token)
    lemma = head.lemma_.lower()
    role = next((words.governors[k] for k in keys(head) if k in words.governors), None)
    if role == "ends":
        if token.tag_ == "VBG":
            yield None  # what was stopped, or is not to stop, had been going on
            return
        role = "open"
    if role == "enables":
        role = "holds" if in_past(head, words) else "open"
    if role == "holds" and lemma in words.lists.tools and first_child(head, "dobj") is not None:
        used = lemma in words.lists.means and (in_past(head, words) or head.tag_ in ("VBZ", "VBP"))
        role = role if used else None  # "used the lull to regroup", but "spent the money to regroup"
    if head.lower_ == "going" and to_come:
        yield Operator("cap", "future", head.i, Factuality.PROBABLE, future=True)
    elif lemma == "have" and to_come and any(c.lower_ == "yet" for c in head.children):
        yield Operator("deny", "yet", head.i)
    elif head.lower_ in words.lists.obliging and to_come:
        if not _had_to(head, words):
            yield Operator("open", "obligation", head.i, future=True)
    elif lemma == "be" and to_come and token.lemma_.lower() in words.lists.owing:
        return  # "is to blame"
    elif lemma == "be" and to_come:
        yield Operator("cap", "future", head.i, Factuality.PROBABLE, future=True)
    elif to_come and lemma in words.lists.wavering and denied(head):
        yield Operator("deny", lemma, head.i)  # and the denial over it affirms
    elif (to_come or token.tag_ in ("VBG", "VB")) and role is not None:
        yield from of_role(role, lemma, head.i)
        if role == "fails" and denied(head) and any(k in words.lists.one_way for k in keys(head)):
            yield Operator("open", lemma, head.i, future=True)
    elif to_come:
        yield Operator("open", "infinitive", head.i, future=True)
    elif lemma in words.lists.pretending:
        yield Operator("deny", lemma, head.i)
    elif lemma in words.lists.open_clause:
        yield Operator("open", lemma, head.i, future=True)


def _had_to(verb: Token, words: Certainty) -> bool:
    """Whether what was to be done was done: "had to leave", "have had to leave", but not "said that they had to"."""
    return in_past(verb, words) and not (verb.tag_ == "VBD" and verb.dep_ in ("ccomp", "advcl"))


def denied(verb: Token) -> bool:
    """Whether a verb is right under "not" or "never"."""
    return first_child(verb, "neg") is not None


def takes_as_known(verb: Token, words: Certainty) -> bool:
    """Whether what a verb governs is known though the verb is denied: "did not notice that", "never learned that"."""
    return verb.lemma_.lower() in words.lists.factive_verbs and denied(verb)


def in_past(verb: Token, words: Certainty) -> bool:
    """Whether a verb stands in the past, or as a participle with \"have\" or \"be\"."""
    return verb.tag_ == "VBD" or (
        verb.tag_ == "VBN" and any(c.lemma_ in words.lists.past_auxiliaries for c in verb.children)
    )
