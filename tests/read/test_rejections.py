"""Who rejects what others have said."""

from __future__ import annotations

from testimonia.model.claim import Claim
from tests.read.telling import claims_of


def _rejections(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.rule.startswith("rejection.")]


def test_reports_that_are_dismissed_are_rejected_by_whoever_dismisses_them() -> None:
    (claim,) = _rejections("The army dismissed the reports of a massacre as fabricated.")
    assert [mention.text for mention in claim.actors] == ["army"]


def test_charges_that_are_called_baseless_are_rejected() -> None:
    (claim,) = _rejections("The minister called the charges baseless.")
    assert [mention.text for mention in claim.actors] == ["minister"]


def test_reports_that_hold_no_truth_are_rejected() -> None:
    assert len(_rejections("State television said there was no truth to the reports.")) == 1


def test_reports_that_are_untrue_are_rejected_by_whoever_says_so() -> None:
    (claim,) = _rejections("The reports were untrue, the army said.")
    assert [mention.text for mention in claim.actors] == ["army"]


def test_a_denial_that_somebody_owns_is_theirs() -> None:
    (claim,) = _rejections("Russia backed Syrian government denials.")
    assert [mention.actor for mention in claim.actors] == ["syria"]


def test_an_offer_that_is_rejected_is_no_rejection_of_words() -> None:
    assert not _rejections("Moscow rejected the offer of a truce.")


def test_a_false_wall_is_no_rejection() -> None:
    assert not _rejections("Soldiers found arms behind a false wall.")
