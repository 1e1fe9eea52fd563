"""Brings the comparison of a case up to date: links and compares again where a document came since.

What always holds: what is kept was found over exactly the documents whose state it is kept for.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.decided import regrouped
from testimonia.casefile.knowledge import reader_version
from testimonia.codebook.codebook import Codebook
from testimonia.compare.comparison import Comparison
from testimonia.link.linked import Linked

Find = Callable[[Casefile, Codebook], tuple[Linked, Comparison]]


class Step(StrEnum):
    """What is being done while a comparison is brought up to date, in this order."""

    READING = "reading what the accounts claim"
    LINKING = "linking their claims to events"
    COMPARING = "comparing the accounts"
    KEEPING = "keeping what was found"


Tell = Callable[[Step], None]


def _nobody(step: Step) -> None:
    """Is told and does nothing."""


def bring_up_to_date(case: Casefile, codebook: Codebook, find: Find | None = None, tell: Tell = _nobody) -> bool:
    """Links and compares unless that was done for the documents the case now has; whether it had to be done.

    ``tell`` hears of each step as it begins.
    """
    state = case.state()
    if case.compared() == state:
        return False
    linked, comparison = find(case, codebook) if find else found(case, codebook, tell)
    tell(Step.KEEPING)
    case.store_comparison(linked, comparison, state)
    return True


def found(case: Casefile, codebook: Codebook, tell: Tell = _nobody) -> tuple[Linked, Comparison]:
    """What linking and comparing find in the case as it is."""
    from testimonia.compare import compare
    from testimonia.link import link

    tell(Step.READING)
    documents = {document.id: document for document in case.documents()}
    accounts, claims = case.accounts(), case.claims()
    codebooks = reader_version(codebook)
    memory = case.memory(codebooks)
    tell(Step.LINKING)
    linked = link(accounts, claims, documents, codebook, memory)
    case.keep_memory(memory, codebooks)
    linked = regrouped(linked, case.standing(), {claim.id: claim for claim in claims})
    tell(Step.COMPARING)
    return linked, compare(linked, accounts, claims, codebook)
