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


def test_rebels_and_a_group_that_may_be_among_them_are_one_answer_in_vaguer_words() -> None:
    vague = strike("Valley Post", "Rebels bombed the clinic", actors=[("rebels", "Rebels")])
    named = strike("Coast Daily", "The Brigade bombed the clinic", actors=[("gunmen", "Brigade")])
    assert not of_kind(compared(vague, named), DisputeKind.RESPONSIBILITY)


def test_two_sides_that_one_account_tells_to_have_shelled_a_town_are_no_two_answers_to_one_question() -> None:
    text = "Eastland shelled Darkush on 26 April. Westland shelled Darkush on 26 April."
    both = Telling("Coast Daily", text, "2016-04-28")
    for actor, name in (("eastland", "Eastland"), ("westland", "Westland")):
        both.claim(
            f"{name} shelled Darkush on 26 April", place="Darkush", on="2016-04-26", trigger="shelled",
            actors=[(actor, name)], acled="Shelling/artillery/missile attack",
        )  # fmt: skip
    third = strike("Hill Times", "The Valley Brigade bombed the clinic", actors=[("valley-brigade", "Valley Brigade")])
    for dispute in of_kind(compared(both, third), DisputeKind.RESPONSIBILITY):
        assert {answer.value for answer in dispute.answers} != {"Eastland", "Westland"}
