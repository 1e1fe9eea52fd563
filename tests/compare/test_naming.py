from __future__ import annotations

from testimonia.compare.naming import shown, valence
from testimonia.model.claim import Claim, Kind
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import case_of, compared, of_kind, only
from tests.factories import Telling


def label(outlet: str, words: str, *, scare_quotes: bool = False) -> Telling:
    telling = Telling(outlet, f"The {words} of the Valley Brigade came.")
    telling.claim(
        words, "label", kind=Kind.LABEL, recipients=[("valley-brigade", "Valley Brigade")], scare_quotes=scare_quotes
    )
    return telling


def test_terrorists_here_and_freedom_fighters_there_are_two_names() -> None:
    dispute = only(
        compared(label("Valley Post", "terrorists"), label("Coast Daily", "freedom fighters")), DisputeKind.NAMING
    )
    assert dispute.question == "Which words are used for the Valley Brigade?"
    assert sorted(answer.value for answer in dispute.answers) == ["freedom fighters", "terrorists"]


def test_a_name_at_arms_length_condemns_what_it_would_honour() -> None:
    telling = label("Valley Post", "moderates", scare_quotes=True)
    case = case_of(telling)
    claim: Claim = telling.claims[0]
    assert valence(claim, case) == -1
    assert shown([claim]) == "“moderates” at arm's length"


def test_neutral_names_are_no_dispute() -> None:
    comparison = compared(label("Valley Post", "fighters"), label("Coast Daily", "men"))
    assert not of_kind(comparison, DisputeKind.NAMING)
