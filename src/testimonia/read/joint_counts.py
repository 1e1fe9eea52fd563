"""Which count do two joined verbs share, "killing and injuring scores", "twenty were killed and wounded"?

What always holds: nothing but a joiner stands between the two verbs, and only one of them has those counted beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.claim import Figure, Kind, Unit
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_HARM = frozenset({Unit.KILLED, Unit.INJURED})
_EITHER = frozenset({Unit.PEOPLE, Unit.FIGHTERS})  # what one number of the dead and the hurt counts
_OBJECTS = frozenset({"dobj", "obj"})
_SUBJECTS = frozenset({"nsubjpass", "nsubj:pass"})


def share(reading: Reading, drafts: list[Draft], owners: dict[int, list[Figure]]) -> None:
    """Gives, in ``owners``, the harm that one of two joined verbs counts to the other, where that one counts none."""
    at = {d.trigger: n for n, d in enumerate(drafts) if d.kind is Kind.EVENT and d.type == "ASSAULT"}
    for trigger, number in at.items():
        second = reading.doc[trigger]
        if second.dep_ != "conj" or second.pos_ != "VERB" or second.head.i not in at:
            continue
        first, other = second.head, at[second.head.i]
        if second.i - first.i not in (1, 2) or second.nbor(-1).dep_ not in ("cc", "punct", first.dep_):
            continue
        if number in owners and other not in owners and not _has(first, _OBJECTS):
            shared = [f for f in owners[number] if f.unit in _HARM and _suffers(reading, f, second)]
            if shared:
                owners[other] = shared
        elif other in owners and number not in owners and _has(first, _SUBJECTS) and not _has(second, _OBJECTS):
            both = [f for f in owners[other] if f.unit in _EITHER]
            if both:
                owners[number] = both


def _suffers(reading: Reading, figure: Figure, verb: Token) -> bool:
    """Whether those counted are the object of ``verb`` itself, and of no clause below it."""
    head = reading.head_of(figure.start, figure.end)
    return head is not None and head.dep_ in _OBJECTS and head.head.i == verb.i


def _has(verb: Token, relations: frozenset[str]) -> bool:
    return any(child.dep_ in relations for child in verb.children)
