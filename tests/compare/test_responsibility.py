from __future__ import annotations

from testimonia.model.claim import SourceKind
from testimonia.model.dispute import DisputeKind
from testimonia.model.factuality import Factuality
from tests.compare.telling import compared, of_kind, only, strike
from tests.factories import Telling


def test_two_doers_of_one_strike_are_two_answers() -> None:
    dispute = only(
        compared(
            strike("Valley Post", "Jets of Eastland bombed the clinic", actors=[("eastland", "Eastland")]),
            strike("Coast Daily", "Jets of Westland bombed the clinic", actors=[("westland", "Westland")]),
        ),
        DisputeKind.RESPONSIBILITY,
    )
    assert sorted(answer.value for answer in dispute.answers) == ["Eastland", "Westland"]


def test_a_denial_that_the_account_contradicts_stands_under_whom_it_clears_and_not_as_naming_him() -> None:
    denied = strike(
        "Coast Daily", "Reeve denied that Eastland bombed the clinic", actors=[("eastland", "Eastland")],
        source=("ada-minister", "Reeve"), source_kind=SourceKind.PERSON,
        factuality=Factuality.CERTAINLY_NOT, own=Factuality.CERTAIN,
    )  # fmt: skip
    for dispute in of_kind(compared(denied), DisputeKind.RESPONSIBILITY):
        assert not any(set(answer.claims) & set(answer.denied_by) for answer in dispute.answers)


def test_who_shelled_the_town_that_day_is_no_answer_to_who_raided_it() -> None:
    raid = strike("Valley Post", "Eastland bombed the clinic", actors=[("eastland", "Eastland")])
    text = "Eastland denied that it bombed the clinic in Darkush on 26 April. Westland shelled the mill there."
    denial = Telling("Coast Daily", text, "2016-04-28")
    denial.claim(
        "it bombed the clinic in Darkush on 26 April", place="Darkush", on="2016-04-26", trigger="bombed",
        acled="Air/drone strike", actors=[("eastland", "Eastland")], source=("eastland", "Eastland"),
        factuality=Factuality.CERTAINLY_NOT,
    )  # fmt: skip
    denial.claim(
        "Westland shelled the mill", on="2016-04-26", trigger="shelled", actors=[("westland", "Westland")],
        acled="Shelling/artillery/missile attack",
    )  # fmt: skip
    dispute = only(compared(raid, denial), DisputeKind.RESPONSIBILITY)
    assert [answer.value for answer in dispute.answers] == ["Eastland"]


def test_who_fights_nearby_that_day_is_no_answer_to_who_struck() -> None:
    text = (
        "Eastland denied that it bombed the clinic in Darkush on 26 April. Westland beat back an assault on the mill."
    )
    denial = Telling("Coast Daily", text, "2016-04-28")
    denial.claim(
        "it bombed the clinic in Darkush on 26 April", place="Darkush", on="2016-04-26", trigger="bombed",
        acled="Air/drone strike", actors=[("eastland", "Eastland")], source=("eastland", "Eastland"),
        factuality=Factuality.CERTAINLY_NOT,
    )  # fmt: skip
    denial.claim(
        "Westland beat back an assault", on="2016-04-26", trigger="beat back", actors=[("westland", "Westland")],
        acled="Armed clash",
    )  # fmt: skip
    raid = strike("Valley Post", "Eastland bombed the clinic", actors=[("eastland", "Eastland")])
    dispute = only(compared(raid, denial), DisputeKind.RESPONSIBILITY)
    assert [answer.value for answer in dispute.answers] == ["Eastland"]
