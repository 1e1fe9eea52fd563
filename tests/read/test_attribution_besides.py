"""Clauses beside what is said that the account itself tells."""

import pytest

from testimonia.model.factuality import Factuality
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The mayor said the town may open its gates but the rebels have rejected the offer.", "REJECT"),
        ("The mayor said the town may open its gates, but the rebels have rejected the offer.", "REJECT"),
        ("The mayor denied there was any plan for a truce and warned the rebels not to attack the town.", "THREATEN"),
        ("The army said the rebels killed two men but the rebels accused the army of firing first.", "ACCUSE"),
    ],
)
def test_what_the_account_tells_itself_is_on_nobody_elses_word(text: str, type_: str) -> None:
    told = [claim for claim in claims_of(text) if claim.type == type_]
    assert [len(claim.attribution) for claim in told] == [1] * max(1, len(told))
    assert {claim.factuality for claim in told} == {Factuality.CERTAIN}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the raid destroyed a house but firefighters rescued four women.",
        "The monitor said that shelling went on and that the rebels accused the army of firing first.",
    ],
)
def test_what_the_speaker_goes_on_to_tell_stays_his(text: str) -> None:
    assert all(len(claim.attribution) == 2 for claim in claims_of(text) if claim.type in ("AID", "ACCUSE"))
