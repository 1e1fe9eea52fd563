"""One strike told by an outlet, and comparing what several outlets tell, for the tests of comparing."""

from __future__ import annotations

from testimonia.compare import Comparison, compare
from testimonia.compare.case import Case
from testimonia.link import link
from testimonia.model.dispute import Dispute, DisputeKind
from tests.factories import BOOK, Telling, of


def case_of(*tellings: Telling) -> Case:
    """The linked case of ``tellings``."""
    accounts, claims, documents = of(*tellings)
    return Case(link(accounts, claims, documents, BOOK), accounts, claims, BOOK)


def compared(*tellings: Telling) -> Comparison:
    """What comparing finds in ``tellings``."""
    accounts, claims, documents = of(*tellings)
    return compare(link(accounts, claims, documents, BOOK), accounts, claims, BOOK)


def of_kind(comparison: Comparison, kind: DisputeKind) -> list[Dispute]:
    """The disputes of one kind."""
    return [dispute for dispute in comparison.disputes if dispute.kind is kind]


def only(comparison: Comparison, kind: DisputeKind) -> Dispute:
    """The one dispute of that kind."""
    found = of_kind(comparison, kind)
    assert len(found) == 1, [dispute.question for dispute in comparison.disputes]
    return found[0]


def strike(
    outlet: str,
    words: str,
    toll: int | None = None,
    *,
    open_ended: bool = False,
    published: str = "2016-04-28",
    **slots: object,
) -> Telling:
    """A strike on Darkush on 26 April 2016, as ``outlet`` tells it."""
    text = f"{words} in Darkush on 26 April" + (f", killing {toll} people" if toll else "") + "."
    telling = Telling(outlet, text, published)
    figures = [telling.figure(f"{toll} people", toll, open_ended=open_ended)] if toll else []
    telling.claim(
        text[:-1], place="Darkush", on="2016-04-26", figures=figures, trigger="bombed", acled="Air/drone strike",
        **slots,  # type: ignore[arg-type]
    )  # fmt: skip
    return telling
