"""The subject of a verb behind an aside between dashes."""

import pytest

from testimonia.read.asides import across
from tests.read.telling import parsed, word


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The miners — to the dismay of all who had mocked them, or fought them — fled from the raid.", "fled"),
        ("The miners of Brod – nine of them old men – have repelled the raid.", "repelled"),
    ],
)  # fmt: skip
def test_who_stands_before_the_aside_does_what_follows_it(text: str, verb: str) -> None:
    found = across(word(parsed(text), verb))
    assert found is not None
    assert found.text == "miners"


def test_a_verb_behind_one_dash_alone_has_no_aside_before_it() -> None:
    assert across(word(parsed("Nobody came – fearing the guns, all had fled."), "fearing")) is None
