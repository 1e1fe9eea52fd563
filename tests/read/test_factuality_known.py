"""What is taken as known, whatever stands over it: our own sentences."""

import pytest

from tests.read.certainty_of import stance


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("It is not clear who carried out the attack on Goma.", "attack", "CT+"),
        ("The governor does not know what caused the blast.", "blast", "CT+"),
        ("It is unclear whether the army carried out the attack.", "attack", "Uu"),
        ("The army decided when to attack Goma.", "attack", "Uu"),
        ("The truce was meant to help the talks.", "truce", "CT+"),
        ("The ministry called the allegations against it baseless.", "allegations", "CT+"),
        ("The clans asked about the aim of the raids.", "raids", "CT+"),
        ("The clans cited hunger as a reason for their attack.", "attack", "CT+"),
        ("The clans had a reason for an attack.", "attack", "Uu"),
        ("It was the deadliest blast to hit the port.", "hit", "CT+"),
        ("It is not the first clinic to be targeted.", "targeted", "CT+"),
        ("It was the biggest operation to retake Goma.", "retake", "Uu"),
        ("It may be the deadliest attack on a school.", "attack", "CT+"),
        ("The state has a duty of protection towards refugees.", "protection", "Uu"),
        ("The mayor claimed that the rebels are to blame for the fire.", "blame", "CT+"),
    ],
)
def test_what_is_taken_as_known_is_left_as_it_is(text: str, trigger: str, value: str) -> None:
    assert stance(text, trigger) == value
