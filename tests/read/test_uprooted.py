"""People counted who were driven out, and cases of what many suffer."""

import pytest

from testimonia.codebook import load
from testimonia.read.figures import find


def unit(text: str) -> str:
    return find(text, load())[0].unit.value


@pytest.mark.parametrize(
    "text",
    [
        "The militia forced at least 300 families out of their homes.",
        "Shelling drove tens of thousands of Christians and traders from their villages.",
    ],
)
def test_those_driven_from_what_is_theirs_are_displaced(text: str) -> None:
    assert unit(text) == "displaced"


def test_those_driven_to_do_something_are_not() -> None:
    assert unit("The militia forced 300 families to dig trenches in their homes.") == "people"


def test_cases_of_an_ailment_count_the_injured() -> None:
    assert unit("35 cases of suffocation were treated in Goma.") == "injured"
    assert unit("35 cases of looting were recorded in Goma.") == "other"
