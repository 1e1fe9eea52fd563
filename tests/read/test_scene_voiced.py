"""Where a deed of words was spoken, whatever and wherever it was spoken of."""

import pytest

from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The council condemned the massacre in Goma.", "condemned"),
        ("The union has called on the army to spare the farmers in Kivu.", "called"),
        ("The army raided Goma, and envoys criticised the raid.", "criticised"),
        ("The ministry rejected the claims of rebels in Kivu as baseless.", "rejected"),
    ],
)
def test_what_is_spoken_of_gives_no_place_to_the_words(text: str, trigger: str) -> None:
    assert where(triggered(claims_of(text), trigger)) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("In Nairobi on Monday the minister condemned the raids on Goma.", "condemned"),
        ("The union called in Nairobi for an end to the raids in Kivu.", "called"),
    ],
)
def test_where_the_words_were_spoken_is_their_place(text: str, trigger: str) -> None:
    assert where(triggered(claims_of(text), trigger)) == ["Nairobi"]


def test_an_order_on_the_ground_keeps_the_place_that_it_is_about() -> None:
    assert where(triggered(claims_of("Rebels ordered farmers to leave Goma."), "ordered")) == ["Goma"]
