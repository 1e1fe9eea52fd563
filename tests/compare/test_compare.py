"""Comparing as a whole: what comes out as a dispute, an agreement, a silence - and what does not."""

from __future__ import annotations

from testimonia.model.claim import SourceKind
from testimonia.model.dispute import DisputeKind
from testimonia.model.factuality import Factuality
from tests.compare.telling import compared, only, strike
from tests.factories import Telling


def test_two_exact_tolls_of_one_strike_are_disputed_in_words() -> None:
    dispute = only(
        compared(
            strike("Valley Post", "Jets bombed the clinic", 14), strike("Coast Daily", "Jets bombed the clinic", 27)
        ),
        DisputeKind.TOLL,
    )
    assert dispute.question == "How many people were killed in the air strike in Darkush on 26 April 2016?"
    assert sorted(answer.value for answer in dispute.answers) == ["14", "27"]


def test_at_least_fourteen_and_twenty_seven_can_both_be_true() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14, open_ended=True),
        strike("Coast Daily", "Jets bombed the clinic", 27),
    )
    assert not [dispute for dispute in comparison.disputes if dispute.kind is DisputeKind.TOLL]


def test_a_later_toll_of_the_same_outlet_is_a_revision() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14, published="2016-04-27"),
        strike("Valley Post", "Jets bombed the clinic", 27, published="2016-04-29"),
    )
    assert not [dispute for dispute in comparison.disputes if dispute.kind is DisputeKind.TOLL]
    assert [revision.statement for revision in comparison.revisions] == ["14, later 27"]


def test_different_perpetrators_are_a_question_of_responsibility() -> None:
    dispute = only(
        compared(
            strike("Valley Post", "Northland bombed the clinic", actors=[("northland", "Northland")]),
            strike("Coast Daily", "Eastland bombed the clinic", actors=[("eastland", "Eastland")]),
        ),
        DisputeKind.RESPONSIBILITY,
    )
    assert sorted(answer.value for answer in dispute.answers) == ["Eastland", "Northland"]


def test_a_state_and_its_air_force_are_one_answer() -> None:
    comparison = compared(
        strike("Valley Post", "Northland bombed the clinic", actors=[("northland", "Northland")]),
        strike("Coast Daily", "Northern jets bombed the clinic", actors=[("northern-air-force", "Northern jets")]),
    )
    assert not comparison.disputes


def test_a_denial_stands_under_the_answer_it_denies() -> None:
    dispute = only(
        compared(
            strike("Valley Post", "Northland bombed the clinic", actors=[("northland", "Northland")]),
            strike(
                "Coast Daily", "Reeve denied that Northland bombed the clinic", actors=[("northland", "Northland")],
                source=("ada-minister", "Reeve"), source_kind=SourceKind.PERSON, factuality=Factuality.CERTAINLY_NOT,
            ),
        ),
        DisputeKind.RESPONSIBILITY,
    )  # fmt: skip
    assert [answer.value for answer in dispute.answers] == ["Northland"]
    assert len(dispute.answers[0].denied_by) == 1


def test_an_account_of_the_same_town_and_days_that_says_nothing_of_it_is_silent() -> None:
    other = Telling("Hill News", "Gunmen robbed a bank in Darkush on 26 April.", "2016-04-28")
    other.claim("Gunmen robbed a bank in Darkush on 26 April", "PROTEST", place="Darkush", on="2016-04-26")
    earlier = Telling("Lake Weekly", "The bazaar of Hama opened.", "2016-04-01")
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14),
        strike("Coast Daily", "Jets bombed the clinic", 27),
        other,
        earlier,
    )
    dispute = only(comparison, DisputeKind.TOLL)
    assert dispute.silent == (other.id,)
    assert dispute.out_of_scope == (earlier.id,)
    assert comparison.silences[0].accounts == (other.id,)


def test_the_same_toll_of_two_accounts_is_an_agreement_with_its_origins() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14), strike("Coast Daily", "Warplanes bombed a clinic", 14)
    )
    statements = [agreement.statement for agreement in comparison.agreements]
    assert any("14 people killed" in statement for statement in statements)
    assert all(len(agreement.origins) == 2 for agreement in comparison.agreements)
