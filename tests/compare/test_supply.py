from __future__ import annotations

from testimonia.model.claim import Kind
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, of_kind, only
from tests.factories import Telling


def flow(outlet: str, words: str) -> Telling:
    telling = Telling(outlet, f"{words}.")
    telling.claim(
        words, "ARMS", kind=Kind.RELATION, actors=[("westland", "Westland")], recipients=[("rebels", "rebels")]
    )
    return telling


def test_arms_that_dry_up_here_and_have_no_limit_there_are_disputed() -> None:
    dispute = only(
        compared(
            flow("Valley Post", "Westland curtailed the arms it sends the rebels"),
            flow("Coast Daily", "Westland sends the rebels virtually unlimited arms"),
        ),
        DisputeKind.STATUS,
    )
    assert dispute.question == "Were the arms and support that Westland gives drying up or growing?"
    assert len(dispute.answers) == 2


def test_arms_that_both_say_dry_up_are_not_disputed() -> None:
    words = "Westland curtailed the arms it sends the rebels"
    assert not of_kind(compared(flow("Valley Post", words), flow("Coast Daily", words)), DisputeKind.STATUS)


def test_who_says_that_deliveries_dry_up_is_whom_they_reach() -> None:
    plenty = Telling("Coast Daily", "Northland sends its army virtually unlimited arms.")
    plenty.claim(
        "Northland sends its army virtually unlimited arms", "ARMS", kind=Kind.RELATION,
        actors=[("northland", "Northland")], recipients=[("northern-army", "its army")],
    )  # fmt: skip
    scarce = Telling("Valley Post", "The northern army said deliveries of arms had been drying up.")
    scarce.claim("deliveries of arms had been drying up", "SANCTION", source=("northern-army", "northern army"))
    assert len(only(compared(plenty, scarce), DisputeKind.STATUS).answers) == 2
