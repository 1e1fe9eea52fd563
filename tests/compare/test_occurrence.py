from __future__ import annotations

from testimonia.model.claim import SourceKind
from testimonia.model.dispute import DisputeKind
from testimonia.model.factuality import Factuality
from tests.compare.telling import compared, of_kind, only, strike
from tests.factories import Telling


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
    (answer,) = dispute.answers
    assert answer.value == "yes, on the word of Ada Reeve; Valley Post says otherwise"
    assert answer.denied_by == answer.claims


def test_a_deed_that_is_no_violence_is_asked_of_in_words_made_of_its_slots() -> None:
    def flight(outlet: str, words: str, factuality: Factuality) -> Telling:
        telling = Telling(outlet, f"{words} over Darkush on 26 April.", "2016-04-28")
        telling.claim(
            f"{words} over Darkush on 26 April", "MOBILIZE", place="Darkush", on="2016-04-26", trigger="flew",
            actors=[("eastland", "Eastland")], factuality=factuality,
        )  # fmt: skip
        return telling

    dispute = only(
        compared(
            flight("Valley Post", "Jets of Eastland flew", Factuality.CERTAIN),
            flight("Coast Daily", "No jets of Eastland flew", Factuality.CERTAINLY_NOT),
        ),
        DisputeKind.OCCURRENCE,
    )
    assert dispute.question == "Did Eastland send aircraft over Darkush on 26 April 2016?"
    yes, no = sorted(dispute.answers, key=lambda answer: answer.value, reverse=True)
    assert not set(yes.claims) & set(no.claims)


def test_what_is_not_clear_denies_nothing() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14),
        strike(
            "Coast Daily", "It was not immediately clear what bombed the clinic", factuality=Factuality.CERTAINLY_NOT
        ),
    )
    assert not of_kind(comparison, DisputeKind.OCCURRENCE)
