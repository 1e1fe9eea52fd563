"""What linking found: happenings, situations, utterances, and on whose word the accounts rest.

What always holds: every claim id stands in ``claims`` of the linking's input, an event's accounts are exactly the
accounts of its claims, and the same accounts and claims in any order give an equal ``Linked``.
"""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model.event import Bond, Dependence, Event, Origin


@dataclass(frozen=True, slots=True)
class Linked:
    """The result of ``link.link``.

    ``events`` are happenings, ``situations`` standing states, ``quotations`` utterances; each sorted by id.
    ``undecided`` are bonds between claims of two events that nothing tells apart and nothing joins: a person's to
    settle. ``claim_origins`` gives, for each claim id, the id of the origin it rests on, ``account_origins`` for each
    account id that of its own voice. ``sentences`` gives, for each claim id, where the sentence it stands in begins in
    the document, and the sentence.
    """

    events: tuple[Event, ...]
    situations: tuple[Event, ...]
    quotations: tuple[Event, ...]
    origins: tuple[Origin, ...]
    dependences: tuple[Dependence, ...]
    undecided: tuple[Bond, ...] = ()
    claim_origins: tuple[tuple[str, str], ...] = ()
    account_origins: tuple[tuple[str, str], ...] = ()
    sentences: tuple[tuple[str, int, str], ...] = ()

    @property
    def all(self) -> tuple[Event, ...]:
        """Events, situations and quotations in that order."""
        return self.events + self.situations + self.quotations
