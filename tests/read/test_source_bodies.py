"""Whoever speaks for a body is named with the body that stands in his own phrase."""

import pytest

from tests.read.telling import claims_of


def name_of(text: str) -> str:
    return next(claim.attribution[-1].name for claim in claims_of(text) if claim.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Raed Saleh, a spokesman for the White Helmets, said rebels shelled the mill.", "Raed Saleh (White Helmets)"),
        ("Raed Saleh a spokesman for the White Helmets said rebels shelled the mill.", "Raed Saleh (White Helmets)"),
        ("White Helmets spokesman Raed Saleh said rebels shelled the mill.", "Raed Saleh (White Helmets)"),
        ("The UN's envoy, Staffan de Mistura, said rebels shelled the mill.", "Staffan de Mistura (United Nations)"),
        ("The White Helmets' Raed Saleh said rebels shelled the mill.", "Raed Saleh (White Helmets)"),
        ("Raed Saleh from the White Helmets said rebels shelled the mill.", "Raed Saleh (White Helmets)"),
        ("Raed Saleh, a doctor in Homs, said rebels shelled the mill.", "Raed Saleh"),
        ("Raed Saleh told the White Helmets that rebels shelled the mill.", "Raed Saleh"),
        ("Rebels shelled the mill, Raed Saleh said, and the White Helmets came.", "Raed Saleh"),
    ],
)
def test_a_speaker_is_named_with_the_body_of_his_own_phrase(text: str, name: str) -> None:
    assert name_of(text) == name


def test_he_who_goes_on_speaking_speaks_for_the_same_body() -> None:
    text = "White Helmets spokesman Raed Saleh said ten men were hurt. He said rebels shelled the mill."
    assert name_of(text) == "Raed Saleh (White Helmets)"


def test_one_whom_the_codebook_does_not_know_keeps_his_bare_name() -> None:
    assert name_of("White Helmets spokesman Omar Hadid said rebels shelled the mill.") == "Omar Hadid"


def test_whom_somebody_speaks_to_is_not_his_body() -> None:
    assert name_of('"Rebels shelled the mill," said Raed Saleh to the White Helmets.') == "Raed Saleh"
