"""What number words write."""

from __future__ import annotations

import pytest

from testimonia.read import numerals

LEXICON = numerals.words()


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("17", 17, 1),
        ("1,500", 1500, 1),
        ("2.5 million", 2_500_000, 2),
        ("seventeen", 17, 1),
        ("forty - three", 43, 3),
        ("two hundred and six", 206, 4),
        ("three thousand four hundred", 3400, 4),
        ("one million two hundred thousand", 1_200_000, 5),
        ("twenty twelve", 20, 1),
        ("two and three", 2, 1),
    ],
)
def test_the_longest_run_that_writes_a_number_is_read(text: str, value: float, length: int) -> None:
    number = numerals.read(text.split(), 0, LEXICON)
    assert number is not None
    assert (number.value, number.last) == (value, length)


@pytest.mark.parametrize("text", ["villagers", "and", "hundred"])
def test_other_words_write_no_number(text: str) -> None:
    assert numerals.read([text], 0, LEXICON) is None


def test_a_serial_number_is_no_number() -> None:
    assert numerals.digits("9" * 30) is None
