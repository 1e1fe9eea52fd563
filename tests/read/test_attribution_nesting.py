"""Whom a closing source cites or reports stands under it, in the order of the telling."""

import pytest

from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The bombing killed eleven men Reuters reported Wednesday citing a rebel source.", ["report", "cite"]),
        ("The bombing killed eleven men Reuters reported citing a rebel source.", ["report", "cite"]),
        ("Medics said that eleven men were killed on Thursday on the coast Orontes TV reported.", ["report", "say"]),
    ],
)
def test_the_one_who_closes_the_sentence_is_the_outer_source(text: str, chain: list[str]) -> None:
    told = [[link.cue for link in claim.attribution[1:]] for claim in claims_of(text) if claim.figures]
    assert told and all(each == chain for each in told)


def test_a_name_run_into_what_is_told_stays_the_source() -> None:
    text = "According to the Observatory heavy shelling has killed ten men in Homs."
    assert {claim.attribution[-1].name for claim in claims_of(text) if claim.figures} == {
        "Syrian Observatory for Human Rights"
    }
