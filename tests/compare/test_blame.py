from __future__ import annotations

from testimonia.model.claim import Kind
from testimonia.model.dispute import DisputeKind
from testimonia.model.factuality import Factuality
from tests.compare.telling import compared, of_kind, only
from tests.factories import Telling


def blame(outlet: str, whom: str, name: str, factuality: Factuality = Factuality.CERTAIN) -> Telling:
    telling = Telling(outlet, f"{name} is to blame for the failure of the talks.")
    telling.claim(
        f"{name} is to blame for the failure of the talks", "BLAMES", kind=Kind.RELATION, recipients=[(whom, name)],
        factuality=factuality,
    )  # fmt: skip
    return telling


def test_two_parties_blamed_for_the_talks_are_two_answers() -> None:
    dispute = only(
        compared(blame("Valley Post", "eastland", "Eastland"), blame("Coast Daily", "westland", "Westland")),
        DisputeKind.BLAME,
    )
    assert dispute.question == "Who is to blame for the failure of the talks?"
    assert sorted(answer.value for answer in dispute.answers) == ["Eastland", "Westland"]


def test_who_clears_a_party_stands_under_it() -> None:
    dispute = only(
        compared(
            blame("Valley Post", "eastland", "Eastland"),
            blame("Coast Daily", "westland", "Westland"),
            blame("Hill News", "eastland", "Eastland", Factuality.CERTAINLY_NOT),
        ),
        DisputeKind.BLAME,
    )
    assert [len(answer.denied_by) for answer in dispute.answers if answer.value == "Eastland"] == [1]


def test_one_party_blamed_by_all_is_no_dispute() -> None:
    comparison = compared(blame("Valley Post", "eastland", "Eastland"), blame("Coast Daily", "eastland", "Eastland"))
    assert not of_kind(comparison, DisputeKind.BLAME)


def test_two_parties_that_one_claim_blames_together_are_one_answer() -> None:
    both = Telling("Hill News", "Eastland and Westland are to blame for the failure of the talks.")
    both.claim(
        "Eastland and Westland are to blame for the failure of the talks", "BLAMES", kind=Kind.RELATION,
        recipients=[("eastland", "Eastland"), ("westland", "Westland")],
    )  # fmt: skip
    dispute = only(compared(both, blame("Valley Post", "rebels", "The rebels")), DisputeKind.BLAME)
    assert "Eastland and Westland" in {answer.value for answer in dispute.answers}
    claims = [claim for answer in dispute.answers for claim in answer.claims]
    assert len(claims) == len(set(claims))


def test_who_never_intended_to_negotiate_is_blamed_for_the_talks() -> None:
    telling = Telling("Coast Daily", "Westland never intended to negotiate.")
    telling.claim("Westland never intended to negotiate", "CONSULT", actors=[("westland", "Westland")])
    dispute = only(compared(telling, blame("Valley Post", "eastland", "Eastland")), DisputeKind.BLAME)
    assert sorted(answer.value for answer in dispute.answers) == ["Eastland", "Westland"]
