"""A claim in the making: what a rule found, before places, days, sources and firmness are added."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model.claim import ActorMention, Figure, Kind


@dataclass(frozen=True, slots=True)
class Draft:
    """Token ``trigger`` tells of something within tokens ``start`` to ``end`` (exclusive).

    ``asserted`` is the token whose firmness is the claim's, where that is not the trigger: who says that others must
    act has demanded it, though they have not acted.
    ``standing`` says that a noun phrase tells how things stand, whatever place and day the sentence around it tells.
    ``names`` says that the words only name somebody, which holds whatever the sentence denies, asks or expects.
    ``undone`` says that they tell that it was not done without denying it: a crash laid to a fault, somebody unharmed.
    """

    kind: Kind
    type: str
    trigger: int
    start: int
    end: int
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    rule: str
    mode: str | None = None
    acled: str | None = None
    figures: tuple[Figure, ...] = ()
    scare_quotes: bool = False
    asserted: int | None = None
    names: bool = False
    standing: bool = False
    undone: bool = False
