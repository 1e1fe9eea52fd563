"""A suggested credibility with its reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from testimonia.compare.credibility import Credibility, suggest
from testimonia.model.dispute import Agreement, Answer, Dispute, DisputeKind
from testimonia.model.factuality import Factuality
from tests.compare.telling import strike

CLAIM = strike("Valley Post", "Jets bombed the clinic", 14).claims[0]


def agreement(*origins: str) -> Agreement:
    return Agreement("agreement-1", "", "event-1", (CLAIM.id,), origins, origins)


def dispute(own: tuple[str, ...], other: tuple[str, ...]) -> Dispute:
    answers = (Answer("14", (CLAIM.id,), own, own), Answer("27", ("other",), other, other))
    return Dispute("dispute-1", DisputeKind.TOLL, "", "event-1", answers, (), (), 1.0)


def test_what_one_origin_says_alone_is_possible() -> None:
    suggestion = suggest(CLAIM, [], [])
    assert suggestion.suggested is Credibility.POSSIBLE
    assert suggestion.reasons == ("1 independent origin says so",)


def test_what_three_origins_say_alike_is_confirmed() -> None:
    assert suggest(CLAIM, [], [agreement("a", "b", "c")]).suggested is Credibility.CONFIRMED


def test_what_as_many_contradict_is_doubtful_and_what_more_contradict_improbable() -> None:
    assert suggest(CLAIM, [dispute(("a",), ("b",))], []).suggested is Credibility.DOUBTFUL
    assert suggest(CLAIM, [dispute(("a",), ("b", "c"))], []).suggested is Credibility.IMPROBABLE


def test_what_its_source_does_not_commit_to_cannot_be_judged() -> None:
    open_claim = replace(CLAIM, factuality=Factuality.UNCOMMITTED)
    assert suggest(open_claim, [], [agreement("a", "b", "c")]).suggested is Credibility.UNKNOWN


def test_a_persons_figure_is_shown_and_the_suggestion_kept_beside_it() -> None:
    suggestion = suggest(CLAIM, [], [], given=2)
    assert suggestion.shown == 2
    assert suggestion.suggested is Credibility.POSSIBLE


def test_a_figure_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="from 1 to 6"):
        suggest(CLAIM, [], [], given=7)
