"""Who speaks where his name goes before what he is and no comma parts them."""

import pytest

from tests.read.test_source_bodies import name_of


@pytest.mark.parametrize(
    "text",
    [
        '"Rebels shelled the mill" Omar Hadid a local media activist told the Courier.',
        '"Rebels shelled the mill," Omar Hadid, a local media activist, told the Courier.',
        "On Sunday Omar Hadid a doctor in the town said that rebels shelled the mill.",
        "Omar Hadid a doctor working at a local hospital was quoted as saying that rebels shelled the mill.",
    ],
)
def test_the_name_speaks_and_not_the_trade(text: str) -> None:
    assert name_of(text) == "Omar Hadid"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels shelled the mill of Omar Hadid a local activist said.", "activist"),
        ("Rebels shelled the mill in Harbour City a witness said.", "witness"),
        ("On Monday a witness said that rebels shelled the mill.", "witness"),
    ],
)
def test_a_name_that_belongs_to_what_is_told_does_not_speak(text: str, name: str) -> None:
    assert name_of(text).endswith(name)
