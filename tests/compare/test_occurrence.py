from __future__ import annotations

from testimonia.model.claim import SourceKind
from testimonia.model.dispute import DisputeKind
from testimonia.model.factuality import Factuality
from tests.compare.telling import compared, of_kind, only, strike


def test_a_strike_that_another_says_never_was_is_disputed() -> None:
    dispute = only(
        compared(
            strike("Valley Post", "Jets bombed the clinic", 14),
            strike("Coast Daily", "No jets bombed the clinic", factuality=Factuality.CERTAINLY_NOT),
        ),
        DisputeKind.OCCURRENCE,
    )
    assert dispute.question == "Did the air strike in Darkush on 26 April 2016 take place?"
    assert {answer.value for answer in dispute.answers} == {"yes", "no"}


def test_a_doubtful_telling_beside_a_plain_one_is_no_dispute_over_whether() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic"),
        strike("Coast Daily", "Jets may have bombed the clinic", factuality=Factuality.POSSIBLE),
    )
    assert not of_kind(comparison, DisputeKind.OCCURRENCE)


def test_an_author_who_calls_his_source_a_liar_denies_what_he_quotes() -> None:
    telling = strike(
        "Valley Post", "Reeve lied that jets bombed the clinic", source=("ada-minister", "Reeve"),
        source_kind=SourceKind.PERSON, own=Factuality.CERTAINLY_NOT,
    )  # fmt: skip
    dispute = only(compared(telling), DisputeKind.OCCURRENCE)
    assert len(dispute.answers) == 2
