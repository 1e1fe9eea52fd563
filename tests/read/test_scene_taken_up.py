"""Which claims take up a deed told before, and which tell of another."""

import pytest

from tests.read.expecting import triggered, where
from tests.read.telling import claims_of

_BEFORE = "The army shelled a market in Goma on Monday. "


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The attack killed nine farmers.", "killed"),
        ("Nine farmers died in the attack.", "died"),
        ("Nine farmers died in the attack, the first since January 3.", "died"),
    ],
)
def test_a_deed_taken_up_is_where_it_was_told(text: str, trigger: str) -> None:
    assert where(triggered(claims_of(_BEFORE + text), trigger)) == ["Goma"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Lorries planted with bombs that were hidden by the rebels daily were found.", "hidden"),
        ("On January 3 the army killed six farmers.", "killed"),
        ("A minister called the raids carried out by the coalition a mistake.", "raids"),
    ],
)
def test_what_tells_of_another_deed_goes_on_from_none(text: str, trigger: str) -> None:
    found = [c for c in claims_of(_BEFORE + text) if c.trigger and c.trigger.text == trigger]
    assert all(where(c) == [] for c in found)
