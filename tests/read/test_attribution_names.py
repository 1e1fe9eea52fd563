"""A speaker's name ends where another phrase begins, commas or none."""

import pytest

from tests.read.test_attribution_endings import sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The raid hit the market wounding dozens more local media said.", "local media"),
        ("Shelling went on in northern Orontes Russian sources reported.", "Russian sources"),
        ("Tanks shelled the old town on Monday killing four civilians residents said.", "residents"),
        ("The clashes left ten dead and 15 injured Orontes reporters said.", "Orontes reporters"),
        ("A mine killed three and it was the latest to hit the district state television said.", "state television"),
        ("An assault killed at least 80 people in the city rights groups said.", "rights groups"),
        ("Rebels shelled the eastern suburbs on Thursday activists said.", "activists"),
    ],
)
def test_a_closing_name_begins_behind_what_was_told(text: str, source: str) -> None:
    assert source in sources(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the OHR tens of civilians were among the dead of the infighting.", "the OHR"),
        ("According to Al-Manar Russian forces have been carrying out an offensive.", "Al-Manar"),
        ("According to information given by a source at Mare Command 5 men died.", "a source at Mare Command"),
        ("According to a source in Mare Province the army shot ten men.", "a source in Mare Province"),
    ],
)  # fmt: skip
def test_a_name_behind_according_to_ends_before_what_is_told(text: str, source: str) -> None:
    assert source in sources(text)
