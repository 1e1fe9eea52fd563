"""The subject of a verb behind an aside between dashes."""

import pytest

from testimonia.read.asides import across, before_aside
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


def test_the_name_stands_before_the_brackets() -> None:
    doc = parsed("The Brod Brigade (a branch of the League) gunmen fled.")
    found = before_aside(word(doc, "gunmen"))
    assert found is not None
    assert doc[found].text == "Brigade"


def test_a_noun_that_follows_no_brackets_has_no_name_before_them() -> None:
    assert before_aside(word(parsed("The gunmen (nine of them) fled."), "gunmen")) is None
